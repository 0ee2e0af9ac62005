// VNPAY "querydr": asks what became of an order the gateway never told us of. The answer is read like a notice, or not believed at all.
import type { PaymentNotice, PaymentQuery, QueryOutcome } from './payment.ts'
import { answerFields, type Body, isSigned, joined, plainInfo, readAmount, sign, type VnpayOptions, vnpayTime } from './vnpay-signing.ts'

/** What a question signs, in this order. */
export const queryText = (body: Body): string =>
  joined(body, ['RequestId', 'Version', 'Command', 'TmnCode', 'TxnRef', 'TransactionDate', 'CreateDate', 'IpAddr', 'OrderInfo'])

export const queryAnswerText = (body: Body): string => joined(body, [...answerFields, 'PromotionCode', 'PromotionAmount'])

function queryBody({ tmnCode, secret }: VnpayOptions, { requestId, txnRef, createdAt, at }: PaymentQuery): Body {
  const body: Body = {
    vnp_RequestId: requestId.replaceAll('-', ''),
    vnp_Version: '2.1.0',
    vnp_Command: 'querydr',
    vnp_TmnCode: tmnCode,
    vnp_TxnRef: txnRef,
    vnp_OrderInfo: plainInfo(`Truy van ${txnRef}`),
    vnp_TransactionDate: vnpayTime(createdAt),
    vnp_CreateDate: vnpayTime(at),
    vnp_IpAddr: '127.0.0.1'
  }
  return { ...body, vnp_SecureHash: sign(secret, queryText(body)) }
}

/** A question changes nothing, so whatever goes wrong it may be asked again. */
export async function queryPayment(options: VnpayOptions, request: PaymentQuery): Promise<QueryOutcome> {
  try {
    const answer = await fetch(options.apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(queryBody(options, request)),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? 15_000)
    })
    if (!answer.ok) return { ok: false, kind: 'retryable', message: `HTTP ${answer.status}` }
    const raw = await answer.text()
    return readAnswer(
      options,
      request,
      Object.fromEntries(Object.entries(JSON.parse(raw)).map(([name, value]) => [name, String(value)])),
      raw
    )
  } catch (error) {
    return { ok: false, kind: 'retryable', message: (error as Error).message }
  }
}

/** Still under way at the bank: 01 not finished, 05 being worked on. */
const underWay = ['', '01', '05']

function readAnswer({ secret, tmnCode }: VnpayOptions, { txnRef }: PaymentQuery, body: Body, raw: string): QueryOutcome {
  const code = body['vnp_ResponseCode'] ?? ''
  if (!isSigned(secret, queryAnswerText(body), body['vnp_SecureHash'] ?? ''))
    return { ok: false, kind: 'retryable', message: `the answer is not signed (code ${code})` }
  // 91: they know no such order, so nobody went to pay.
  if (code === '91') return { ok: false, kind: 'none', code }
  // A true answer to another question must not settle this one.
  if (code !== '00' || body['vnp_TxnRef'] !== txnRef || body['vnp_TmnCode'] !== tmnCode)
    return { ok: false, kind: 'retryable', message: `code ${code}` }
  const status = body['vnp_TransactionStatus'] ?? ''
  if (underWay.includes(status)) return { ok: false, kind: 'none', code: status }
  const notice: PaymentNotice = {
    genuine: true,
    txnRef,
    amount: readAmount(body['vnp_Amount']),
    gatewayRef: body['vnp_TransactionNo'] ?? '',
    paid: status === '00',
    held: status === '07',
    info: body['vnp_OrderInfo'] ?? '',
    code: status,
    bank: body['vnp_BankCode'] ?? '',
    payDate: body['vnp_PayDate'] ?? ''
  }
  return { ok: true, notice, raw }
}
