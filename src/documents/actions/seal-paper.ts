// The city's seal is put on a paper: its facts become the text behind the QR code, and the register gets a line. Only the worker holds the seal.
import type { Context, Outside } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { ensureKey, insertSealed } from '../store.ts'
import { digestOfFacts, initialsOf, type PaperForm, paperAddress, sealPaper, toBase64Url } from '../verification.ts'

export type Sealing = {
  form: PaperForm
  number: string
  code: string
  issuedAt: Temporal.Instant
  /** In full; only the initials go into the code. */
  holder: string
  agencyName: string
  signedBy: string
  dueAt?: Temporal.Instant | undefined
  amount?: number | undefined
  /** Of a result: the first half of the hash of its bytes. Absent: the digest of the facts. */
  digest?: Uint8Array
  /** What else stands on a paper printed here and must not be changed unseen. */
  lines?: readonly string[]
}
export type Sealed = Sealing & { token: string; keyId: string; address: string }

const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000)

export async function sealFacts(context: Context, { seal }: Pick<Outside, 'seal'>, sealing: Sealing): Promise<Sealed> {
  const { form, number, code, issuedAt, holder, dueAt, amount, lines = [] } = sealing
  const digest = sealing.digest ?? (await digestOfFacts([form, number, code, holder, ...lines]))
  const token = await sealPaper(seal, {
    form,
    number,
    code,
    issuedAt: seconds(issuedAt),
    holder: initialsOf(holder),
    dueAt: dueAt && seconds(dueAt),
    amount,
    digest
  })
  return { ...sealing, token, keyId: seal.keyId, address: paperAddress(context.baseUrl, token) }
}

/** In the commit that keeps the file. Twice is once. */
export async function registerPaper(
  tx: Tx,
  { seal }: Pick<Outside, 'seal'>,
  { sealed, ...kept }: { sealed: Sealed; dossierId: string; fileId: string; sha256: string }
): Promise<void> {
  const { form, number, keyId, token, agencyName, signedBy, issuedAt } = sealed
  const { dossierId, fileId, sha256 } = kept
  await ensureKey(tx, { id: keyId, publicKey: toBase64Url(seal.publicKey), validFrom: issuedAt })
  await insertSealed(tx, { dossierId, form, number, keyId, token, fileId, sha256, agencyName, signedBy, issuedAt })
}
