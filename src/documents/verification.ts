// The city's seal on a paper: what the signed QR says, how it is sealed, and how anybody checks it without a network.
// The same file runs on the server, in the browser and in a stranger's program; the formats are in docs/decisions/0016 and 0026.
import { isCertified, isOfflineReceipt, type Lease, readOfflineReceipt } from './offline-receipt.ts'
import {
  bytesOf,
  field,
  fieldsOf,
  fromBase64Url,
  fromHex,
  isSignedBy,
  join,
  numberBytes,
  numberIn,
  sha256,
  textOf,
  toBase64Url,
  toHex,
  utf8
} from './signed-bytes.ts'

export { fromBase64Url, isSignedBy, sha256, toBase64Url, toHex }

/** Kinds of paper in the order of their numbers in the format: 1, 2, 3 … Never reordered, only added to. */
export const paperForms = [
  'receipt',
  'supplement_request',
  'rejection',
  'filing_confirmation',
  'payment_receipt',
  'result',
  'hand_over_slip',
  'postal_slip',
  'filled_form',
  'apology',
  /** Made by a desk without a network; the text is of the second version (offline-receipt.ts). */
  'offline_receipt'
] as const
export type PaperForm = (typeof paperForms)[number]

/** What the seal covers. Times are seconds since 1970, UTC. */
export type PaperFacts = {
  form: PaperForm
  number: string
  code: string
  issuedAt: number
  /** Initials only: enough to compare with the paper in hand, nothing for whoever finds the code alone. */
  holder: string
  dueAt?: number | undefined
  /** Đồng, of a receipt for money. */
  amount?: number | undefined
  /** First 16 bytes of a SHA-256: of the file for a result, of the key facts (digestOfFacts) for a paper printed here. */
  digest: Uint8Array
}

/** What seals; the private half never leaves it. */
export type Seal = { keyId: string; publicKey: Uint8Array; sign: (bytes: Uint8Array) => Promise<Uint8Array> }
export type VerificationKey = { id: string; publicKey: Uint8Array; validFrom: number; validTo: number | null }

const version = 1
const signatureLength = 64
/** Signed before the bytes, so that no other use of the key can be passed off as a paper. */
const context = utf8.encode('mot-cua/paper/1\0')
const tags = { form: 1, number: 2, code: 3, issuedAt: 4, holder: 5, dueAt: 6, amount: 7, digest: 8 } as const

/** Four bytes name the key in the code; eight hex digits. */
export const keyIdOf = async (publicKey: Uint8Array): Promise<string> => toHex((await sha256(publicKey)).slice(0, 4))

/** As people compare it: `3F8A 91C2 …`, the first 16 bytes of the key's SHA-256. */
export async function fingerprintOf(publicKey: Uint8Array): Promise<string> {
  const hex = toHex((await sha256(publicKey)).slice(0, 16)).toUpperCase()
  return hex.match(/.{4}/g)!.join(' ')
}

/** PKCS #8 of an Ed25519 private key is this and its 32 bytes (RFC 8410). */
const pkcs8Head = fromHex('302e020100300506032b657004220420')

/** @param seed 32 bytes, the private key of RFC 8032 */
export async function openSeal(seed: Uint8Array): Promise<Seal> {
  const key = await crypto.subtle.importKey('pkcs8', join(pkcs8Head, seed), 'Ed25519', true, ['sign'])
  const publicKey = fromBase64Url((await crypto.subtle.exportKey('jwk', key)).x!)!
  const sign = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytesOf(bytes)))
  return { keyId: await keyIdOf(publicKey), publicKey, sign }
}

/** The sealed text of a paper: base64url of version, key id, fields in the order of their tags, signature. */
export async function sealPaper(seal: Seal, facts: PaperFacts): Promise<string> {
  const { form, number, code, issuedAt, holder, dueAt, amount, digest } = facts
  const body = join(
    Uint8Array.of(version),
    fromHex(seal.keyId),
    field(tags.form, numberBytes(paperForms.indexOf(form) + 1)),
    field(tags.number, utf8.encode(number)),
    field(tags.code, utf8.encode(code)),
    field(tags.issuedAt, numberBytes(issuedAt)),
    field(tags.holder, utf8.encode(holder)),
    dueAt === undefined ? new Uint8Array() : field(tags.dueAt, numberBytes(dueAt)),
    amount === undefined ? new Uint8Array() : field(tags.amount, numberBytes(amount)),
    field(tags.digest, digest)
  )
  return toBase64Url(join(body, await seal.sign(join(context, body))))
}

/** What stands behind the QR code. The part after # stays in the phone: no server writes it down. */
export const paperAddress = (baseUrl: string, token: string): string => `${baseUrl}/kiem-tra#${token}`

/** The sealed text in whatever was scanned or pasted: the address, or the text alone, blanks and line ends taken out. */
export function tokenIn(text: string): string {
  const plain = text.replace(/\s+/g, '')
  return plain.slice(plain.lastIndexOf('#') + 1).replace(/^.*[?&]ma=/, '')
}

export type ReadPaper = { token: string; keyId: string; facts: PaperFacts; signed: Uint8Array; signature: Uint8Array }

/** What a sealed text says, nothing of it proven yet. `undefined` when it is not one. */
export function readPaper(text: string): ReadPaper | undefined {
  const token = tokenIn(text)
  const bytes = token.length > 1000 ? undefined : fromBase64Url(token)
  if (!bytes || bytes.length < 5 + signatureLength || bytes[0] !== version) return undefined
  const body = bytes.slice(0, -signatureLength)
  const found = fieldsOf(body.slice(5))
  const form = found && paperForms[numberIn(found.get(tags.form) ?? Uint8Array.of(0)) - 1]
  const [number, code, holder] = [tags.number, tags.code, tags.holder].map((tag) => textOf(found?.get(tag)))
  const [issuedAt, digest] = [found?.get(tags.issuedAt), found?.get(tags.digest)]
  if (!form || number === undefined || code === undefined || holder === undefined || !issuedAt || !digest) return undefined
  const optional = (tag: number) => (found.has(tag) ? numberIn(found.get(tag)!) : undefined)
  const facts = { form, number, code, holder, issuedAt: numberIn(issuedAt), digest }
  return {
    token,
    keyId: toHex(body.slice(1, 5)),
    facts: { ...facts, dueAt: optional(tags.dueAt), amount: optional(tags.amount) },
    signed: join(context, body),
    signature: bytes.slice(-signatureLength)
  }
}

/** `unknown_key`: sealed by somebody else, or before or after the key's time. */
export type Verdict =
  | { verdict: 'genuine'; facts: PaperFacts; token: string; lease?: Lease }
  | { verdict: 'forged' | 'unknown_key' | 'unreadable' }

const keyAt = (keys: readonly VerificationKey[], id: string, at: number) =>
  keys.find((key) => key.id === id && at >= key.validFrom && (key.validTo === null || at <= key.validTo))

/** Two signatures, one behind the other: the city vouches for the desk's machine, the machine for the receipt. */
async function checkOfflineReceipt(token: string, keys: readonly VerificationKey[]): Promise<Verdict> {
  const read = readOfflineReceipt(token)
  if (!read) return { verdict: 'unreadable' }
  const { lease, facts } = read
  const key = keyAt(keys, lease.keyId, lease.validFrom)
  if (!key) return { verdict: 'unknown_key' }
  const isTrue = (await isCertified(read, key.publicKey)) && (await isSignedBy(lease.deviceKey, read.signed, read.signature))
  return isTrue ? { verdict: 'genuine', facts, token, lease } : { verdict: 'forged' }
}

/** Needs no network: only the published keys. What happened to the paper since, only the register knows. */
export async function checkPaper(text: string, keys: readonly VerificationKey[]): Promise<Verdict> {
  if (isOfflineReceipt(tokenIn(text))) return checkOfflineReceipt(tokenIn(text), keys)
  const read = readPaper(text)
  if (!read) return { verdict: 'unreadable' }
  const { facts, token } = read
  const key = keyAt(keys, read.keyId, facts.issuedAt)
  if (!key) return { verdict: 'unknown_key' }
  return (await isSignedBy(key.publicKey, read.signed, read.signature)) ? { verdict: 'genuine', facts, token } : { verdict: 'forged' }
}

/** `Nguyễn Thị Lan` → `N.T.L.` */
export const initialsOf = (name: string): string =>
  name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .slice(0, 8)
    .map((word) => `${[...word][0]?.toLocaleUpperCase('vi') ?? ''}.`)
    .join('')

/** Of a paper printed here: its facts one to a line in NFC, hashed, first 16 bytes. Whoever holds the paper can type them and compare. */
export async function digestOfFacts(lines: readonly string[]): Promise<Uint8Array> {
  return (await sha256(utf8.encode(lines.map((line) => line.normalize('NFC').trim()).join('\n')))).slice(0, 16)
}
