// Signing with certificates in PKCS #12 files: one file for the whole city, or a folder with one for each agency (`<code>.p12`).
import { createPrivateKey } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import forge from 'node-forge'
import { ServiceError } from '../service-error.ts'
import type { Identity } from './cms.ts'
import { signPdf } from './sign-pdf.ts'
import type { SignedWith, Signing } from './signing.ts'

const nameOf = (field: forge.pki.Certificate['subject']): string => {
  const value = field.getField('CN')?.value ?? field.getField('O')?.value
  // forge leaves UTF-8 as it stood in the certificate.
  return typeof value === 'string' ? Buffer.from(value, 'binary').toString('utf8') : ''
}

/** Opens a PKCS #12. @throws ServiceError when the password or the file is wrong: a person must mend that */
export function openP12(bytes: Buffer, password: string): Identity {
  try {
    const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), false, password)
    const { certBag, pkcs8ShroudedKeyBag } = forge.pki.oids as Record<string, string>
    const certificates = (p12.getBags({ bagType: certBag! })[certBag!] ?? []).flatMap(({ cert }) => cert ?? [])
    const key = p12.getBags({ bagType: pkcs8ShroudedKeyBag! })[pkcs8ShroudedKeyBag!]?.[0]?.key as forge.pki.rsa.PrivateKey | undefined
    const isOwn = (certificate: forge.pki.Certificate) => (certificate.publicKey as forge.pki.rsa.PublicKey).n.equals(key!.n)
    const certificate = certificates.find(isOwn)
    if (!key || !certificate) throw new Error('no key with its certificate in it')
    const chain = certificates.filter((one) => one !== certificate)
    return { key: createPrivateKey(forge.pki.privateKeyToPem(key)), certificate, chain }
  } catch (cause) {
    throw new ServiceError('signing', `the certificate cannot be opened: ${(cause as Error).message}`, { retry: false, cause })
  }
}

export const describe = ({ certificate }: Identity, isTest: boolean): SignedWith => ({
  subject: nameOf(certificate.subject),
  issuer: nameOf(certificate.issuer),
  serial: certificate.serialNumber,
  validUntil: certificate.validity.notAfter,
  isTest
})

/** @throws ServiceError outside the certificate's time: such a signature is worth nothing */
export function requireInForce({ certificate }: Identity, at: Date): void {
  const { notBefore, notAfter } = certificate.validity
  if (at >= notBefore && at <= notAfter) return
  const span = `${notBefore.toISOString().slice(0, 10)} – ${notAfter.toISOString().slice(0, 10)}`
  throw new ServiceError('signing', `the certificate holds ${span} only`, { retry: false })
}

export function p12Signing({ path, password }: { path: string; password: string }): Signing {
  const opened = new Map<string, Promise<Identity>>()
  async function open(agencyCode: string): Promise<Identity> {
    try {
      const file = (await stat(path)).isDirectory() ? join(path, `${agencyCode}.p12`) : path
      return openP12(await readFile(file), password)
    } catch (cause) {
      if (cause instanceof ServiceError) throw cause
      // A token that is unplugged, a share that is not mounted: it may be back in a minute.
      throw new ServiceError('signing', `no certificate for ${agencyCode}: ${(cause as Error).message}`, { retry: true, cause })
    }
  }
  function identityOf(agencyCode: string): Promise<Identity> {
    const known = opened.get(agencyCode)
    if (known) return known
    const opening = open(agencyCode)
    opened.set(agencyCode, opening)
    opening.catch(() => opened.delete(agencyCode))
    return opening
  }
  return {
    async sign(pdf, order) {
      const identity = await identityOf(order.agencyCode)
      requireInForce(identity, order.at)
      return { pdf: await signPdf(pdf, order, identity), with: describe(identity, false) }
    }
  }
}
