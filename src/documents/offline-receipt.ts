// The signed text behind a receipt that a desk printed without a network: the city's word for the desk's machine and its block of numbers,
// then the machine's word for one receipt. Anybody checks both with the published keys; the format is in docs/decisions/0026.
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
  textOf,
  toBase64Url,
  toHex,
  utf8
} from './signed-bytes.ts'
import type { PaperFacts, Seal } from './verification.ts'

/** What the city vouches for: this machine may give these numbers of this day, between these seconds. */
export type LeaseFacts = {
  /** `000.00.18.H24`: the first part of the codes. */
  identifier: string
  /** `260302`, as in the code. */
  day: string
  first: number
  last: number
  deviceKey: Uint8Array
  validFrom: number
  validTo: number
  agencyName: string
  staffName: string
}
export type Lease = LeaseFacts & { keyId: string }

/** What the machine vouches for. */
export type ReceiptFacts = {
  number: number
  issuedAt: number
  holder: string
  dueAt: number
  amount?: number | undefined
  digest: Uint8Array
}

const version = 2
/** The end of the year 9999, in seconds: no paper of ours speaks of a later day. */
const latest = 253_402_300_799
const signatureLength = 64
const leaseContext = utf8.encode('mot-cua/lease/1\0')
const receiptContext = utf8.encode('mot-cua/offline-receipt/1\0')
const leaseTags = { identifier: 1, day: 2, first: 3, last: 4, deviceKey: 5, validFrom: 6, validTo: 7, agencyName: 8, staffName: 9 } as const
const receiptTags = { number: 1, issuedAt: 2, holder: 3, dueAt: 4, amount: 5, digest: 6 } as const

/** base64url of version, key id, fields, the city's signature. */
export async function certifyLease(seal: Seal, lease: LeaseFacts): Promise<string> {
  const { identifier, day, first, last, deviceKey, validFrom, validTo, agencyName, staffName } = lease
  const body = join(
    Uint8Array.of(1),
    fromHex(seal.keyId),
    field(leaseTags.identifier, utf8.encode(identifier)),
    field(leaseTags.day, numberBytes(Number(day))),
    field(leaseTags.first, numberBytes(first)),
    field(leaseTags.last, numberBytes(last)),
    field(leaseTags.deviceKey, deviceKey),
    field(leaseTags.validFrom, numberBytes(validFrom)),
    field(leaseTags.validTo, numberBytes(validTo)),
    field(leaseTags.agencyName, utf8.encode(agencyName)),
    field(leaseTags.staffName, utf8.encode(staffName))
  )
  return toBase64Url(join(body, await seal.sign(join(leaseContext, body))))
}

type Signer = (bytes: Uint8Array) => Promise<Uint8Array>

/** The text behind the QR code; `sign` is the machine's own key. */
export async function signReceipt(sign: Signer, certificate: string, receipt: ReceiptFacts): Promise<string> {
  const { number, issuedAt, holder, dueAt, amount, digest } = receipt
  const vouched = fromBase64Url(certificate)!
  const body = join(
    Uint8Array.of(version, Math.floor(vouched.length / 256), vouched.length % 256),
    vouched,
    field(receiptTags.number, numberBytes(number)),
    field(receiptTags.issuedAt, numberBytes(issuedAt)),
    field(receiptTags.holder, utf8.encode(holder)),
    field(receiptTags.dueAt, numberBytes(dueAt)),
    amount === undefined ? new Uint8Array() : field(receiptTags.amount, numberBytes(amount)),
    field(receiptTags.digest, digest)
  )
  return toBase64Url(join(body, await sign(join(receiptContext, body))))
}

export type ReadOfflineReceipt = {
  lease: Lease
  facts: PaperFacts
  /** The running number of the day. */
  number: number
  certified: Uint8Array
  certificateSignature: Uint8Array
  signed: Uint8Array
  signature: Uint8Array
}

/** Which of the two formats a sealed text has; nothing of it is proven. */
export const isOfflineReceipt = (token: string): boolean => token.length <= 1200 && fromBase64Url(token)?.[0] === version

/** `000.00.18.H24-260302-0007`, as dossiers/numbering.ts writes it; without Temporal, for old telephones. */
const codeOf = ({ identifier, day }: LeaseFacts, number: number) => `${identifier}-${day}-${String(number).padStart(4, '0')}`

/** Number and day stand in the block; a text that says otherwise is none of ours. */
export function readOfflineReceipt(token: string): ReadOfflineReceipt | undefined {
  const bytes = fromBase64Url(token)
  if (!bytes || bytes[0] !== version || bytes.length < 3 + 2 * signatureLength) return undefined
  const split = 3 + bytes[1]! * 256 + bytes[2]!
  const vouched = bytes.slice(3, split)
  const found = fieldsOf(bytes.slice(split, -signatureLength))
  const lease = readLease(vouched)
  const [number, issuedAt, dueAt] = [receiptTags.number, receiptTags.issuedAt, receiptTags.dueAt].map((tag) => numeric(found, tag))
  const holder = textOf(found?.get(receiptTags.holder))
  const digest = found?.get(receiptTags.digest)
  if (!found || !lease || number === undefined || issuedAt === undefined || dueAt === undefined || holder === undefined || !digest)
    return undefined
  if (number < lease.first || number > lease.last || issuedAt < lease.validFrom || issuedAt > lease.validTo) return undefined
  // A machine could sign anything: what no calendar and no purse holds is no receipt.
  if (dueAt > latest || lease.validTo > latest || !Number.isSafeInteger(numeric(found, receiptTags.amount) ?? 0)) return undefined
  const facts: PaperFacts = {
    form: 'offline_receipt',
    number: `${number}/BPTNTKQ`,
    code: codeOf(lease, number),
    issuedAt,
    holder,
    dueAt,
    amount: numeric(found, receiptTags.amount),
    digest
  }
  return {
    lease,
    facts,
    number,
    certified: join(leaseContext, vouched.slice(0, -signatureLength)),
    certificateSignature: vouched.slice(-signatureLength),
    signed: join(receiptContext, bytes.slice(0, -signatureLength)),
    signature: bytes.slice(-signatureLength)
  }
}

const numeric = (found: Map<number, Uint8Array> | undefined, tag: number) => (found?.has(tag) ? numberIn(found.get(tag)!) : undefined)

function readLease(vouched: Uint8Array): Lease | undefined {
  const found = fieldsOf(vouched.slice(5, -signatureLength))
  const { first, last, day, validFrom, validTo } = leaseTags
  const numbers = [first, last, day, validFrom, validTo].map((tag) => numeric(found, tag))
  const texts = [leaseTags.identifier, leaseTags.agencyName, leaseTags.staffName].map((tag) => textOf(found?.get(tag)))
  const deviceKey = found?.get(leaseTags.deviceKey)
  if (vouched[0] !== 1 || deviceKey?.length !== 32 || [...numbers, ...texts].includes(undefined)) return undefined
  return {
    keyId: toHex(vouched.slice(1, 5)),
    first: numbers[0]!,
    last: numbers[1]!,
    day: String(numbers[2]!).padStart(6, '0'),
    validFrom: numbers[3]!,
    validTo: numbers[4]!,
    identifier: texts[0]!,
    agencyName: texts[1]!,
    staffName: texts[2]!,
    deviceKey: bytesOf(deviceKey)
  }
}

/** Whether the city's key signed the block and the machine. */
export const isCertified = (read: ReadOfflineReceipt, cityKey: Uint8Array): Promise<boolean> =>
  isSignedBy(cityKey, read.certified, read.certificateSignature)
