// How VNPAY 2.1.0 signs and writes: HMAC-SHA512 over sorted fields or over fields joined with bars, times, amounts, plain text.
import { createHmac, timingSafeEqual } from 'node:crypto'

export type VnpayOptions = {
  /** The page people pay at: `https://sandbox.vnpayment.vn/paymentv2/vpcpay.html`. */
  url: string
  /** Queries and refunds: `https://sandbox.vnpayment.vn/merchant_webapi/api/transaction`. */
  apiUrl: string
  tmnCode: string
  secret: string
  timeoutMs?: number
}

/** Every `vnp_` field but the signature, sorted by name, form-encoded: what is signed. */
export function signedText(fields: Record<string, string>): string {
  const names = Object.keys(fields).filter(
    (name) => name.startsWith('vnp_') && name !== 'vnp_SecureHash' && name !== 'vnp_SecureHashType' && fields[name] !== ''
  )
  return new URLSearchParams(names.sort().map((name) => [name, fields[name]!])).toString()
}

export const sign = (secret: string, text: string): string => createHmac('sha512', secret).update(text, 'utf8').digest('hex')

export function isSigned(secret: string, text: string, signature: string): boolean {
  const [one, other] = [Buffer.from(sign(secret, text)), Buffer.from(signature.toLowerCase())]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The signed fields and their signature, sorted; what a stranger hung on to them is left out. */
export function keptText(query: Record<string, string>): string {
  return `${signedText(query)}&vnp_SecureHash=${(query['vnp_SecureHash'] ?? '').toLowerCase()}`
}

/** `20261123090000`: the gateway's clock runs in Vietnamese time. */
export function vnpayTime(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
}

/** The gateway takes no accents and no special signs in what a payment is for. */
export const plainInfo = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9 .-]/g, ' ')
    .slice(0, 255)

export function readAmount(text: string | undefined): number | undefined {
  const hundredths = /^\d{1,15}$/.test(text ?? '') ? Number(text) : Number.NaN
  return hundredths % 100 === 0 ? hundredths / 100 : undefined
}

export type Body = Record<string, string>
export const joined = (body: Body, names: readonly string[]) => names.map((name) => body[`vnp_${name}`] ?? '').join('|')

/** What the gateway's answer to a refund or a question signs, in this order; an answer to a question adds two. */
export const answerFields = [
  'ResponseId',
  'Command',
  'ResponseCode',
  'Message',
  'TmnCode',
  'TxnRef',
  'Amount',
  'BankCode',
  'PayDate',
  'TransactionNo',
  'TransactionType',
  'TransactionStatus',
  'OrderInfo'
] as const
