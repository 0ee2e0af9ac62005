// Puts a signature into a PDF as one more revision: what was there before stays byte for byte, and every byte of the file is covered.
import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { SignPdf } from '@signpdf/signpdf'
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils'
import { type Identity, signDetached } from './cms.ts'
import type { SigningOrder } from './signing.ts'

class CadesSigner extends Signer {
  readonly #identity: Identity
  constructor(identity: Identity) {
    super()
    this.#identity = identity
  }
  override async sign(bytes: Buffer): Promise<Buffer> {
    return signDetached(bytes, this.#identity)
  }
}

/** Room for the signature, bytes: with two certificates it takes some 3,000. */
const room = 8192

export async function signPdf(pdf: Uint8Array, order: SigningOrder, identity: Identity): Promise<Uint8Array> {
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    reason: order.reason,
    name: `${order.signerName}, ${order.agencyName}`,
    location: order.place,
    contactInfo: '',
    signingTime: order.at,
    signatureLength: room,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED
  })
  return new SignPdf().sign(withId(prepared), new CadesSigner(identity), order.at)
}

/** The trailer of the new revision says which file it is, as PDF/A wants of every trailer (ISO 19005-2, 6.1.3); the library leaves it out. */
function withId(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const id = /\/ID\s*(\[[^\]]*\])/.exec(text)?.[1]
  const trailer = text.lastIndexOf('trailer')
  const at = text.indexOf('<<', trailer) + 2
  return id ? Buffer.concat([pdf.subarray(0, at), Buffer.from(`\n/ID ${id}`), pdf.subarray(at)]) : pdf
}
