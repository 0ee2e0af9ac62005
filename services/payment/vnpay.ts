// VNPAY PAY 2.1.0: the address to pay at, the notice (IPN) read and checked, the refund.
import type { PaymentAdapter, PaymentNotice, PayRequest, RefundOutcome, RefundRequest } from './payment.ts'
import { queryPayment } from './vnpay-query.ts'
import {
  answerFields,
  type Body,
  isSigned,
  joined,
  keptText,
  plainInfo,
  readAmount,
  sign,
  signedText,
  type VnpayOptions,
  vnpayTime
} from './vnpay-signing.ts'

function payFields({ tmnCode }: VnpayOptions, request: PayRequest): Record<string, string> {
  return {
    vnp_Version: '2.1.0',
    vnp_Command: 'pay',
    vnp_TmnCode: tmnCode,
    // In hundredths, whatever the currency.
    vnp_Amount: String(request.amount * 100),
    vnp_CurrCode: 'VND',
    vnp_TxnRef: request.txnRef,
    vnp_OrderInfo: plainInfo(request.info),
    vnp_OrderType: 'other',
    vnp_Locale: request.locale === 'vi' ? 'vn' : 'en',
    vnp_ReturnUrl: request.returnUrl,
    vnp_IpAddr: request.ip,
    vnp_CreateDate: vnpayTime(request.createdAt),
    vnp_ExpireDate: vnpayTime(request.expiresAt)
  }
}

function readNotice({ secret, tmnCode }: VnpayOptions, query: Record<string, string>): PaymentNotice {
  const code = query['vnp_ResponseCode'] ?? ''
  return {
    // The address to pay at is signed with the same key, and whoever pays has it in hand: without an answer in it, it is no notice.
    genuine: code !== '' && isSigned(secret, signedText(query), query['vnp_SecureHash'] ?? '') && query['vnp_TmnCode'] === tmnCode,
    txnRef: query['vnp_TxnRef'] ?? '',
    amount: readAmount(query['vnp_Amount']),
    gatewayRef: query['vnp_TransactionNo'] ?? '',
    // Both: the answer to the person and the state of the money.
    paid: code === '00' && query['vnp_TransactionStatus'] === '00',
    // "Trừ tiền thành công. Giao dịch bị nghi ngờ": the money is gone from the payer and not with us.
    held: code === '07' || query['vnp_TransactionStatus'] === '07',
    info: query['vnp_OrderInfo'] ?? '',
    code,
    bank: query['vnp_BankCode'] ?? '',
    payDate: query['vnp_PayDate'] ?? ''
  }
}

/** What a refund signs, in this order (the API joins with bars instead of sorting). */
export const refundText = (body: Body): string =>
  joined(body, [
    'RequestId',
    'Version',
    'Command',
    'TmnCode',
    'TransactionType',
    'TxnRef',
    'Amount',
    'TransactionNo',
    'TransactionDate',
    'CreateBy',
    'CreateDate',
    'IpAddr',
    'OrderInfo'
  ])
export const refundAnswerText = (body: Body): string => joined(body, answerFields)

function refundBody({ tmnCode, secret }: VnpayOptions, request: RefundRequest): Body {
  const body: Body = {
    vnp_RequestId: request.requestId.replaceAll('-', ''),
    vnp_Version: '2.1.0',
    vnp_Command: 'refund',
    vnp_TmnCode: tmnCode,
    vnp_TransactionType: '02',
    vnp_TxnRef: request.txnRef,
    vnp_Amount: String(request.amount * 100),
    vnp_TransactionNo: request.gatewayRef,
    vnp_TransactionDate: request.payDate,
    vnp_CreateBy: plainInfo(request.by),
    vnp_CreateDate: vnpayTime(request.at),
    vnp_IpAddr: '127.0.0.1',
    vnp_OrderInfo: plainInfo(request.info)
  }
  return { ...body, vnp_SecureHash: sign(secret, refundText(body)) }
}

const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

async function refund(options: VnpayOptions, request: RefundRequest): Promise<RefundOutcome> {
  try {
    const answer = await fetch(options.apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(refundBody(options, request)),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? 15_000)
    })
    if (answer.status === 429 || answer.status === 503) return { ok: false, kind: 'retryable', message: `HTTP ${answer.status}` }
    return readRefund(options, request, (await answer.json()) as Body)
  } catch (error) {
    const { message, cause } = error as { message: string; cause?: { code?: string } }
    if (neverSent.includes(cause?.code ?? '')) return { ok: false, kind: 'retryable', message }
    return { ok: false, kind: 'unknown', code: 'NO_ANSWER', message }
  }
}

function readRefund({ secret }: VnpayOptions, { txnRef, amount }: RefundRequest, body: Body): RefundOutcome {
  const code = String(body['vnp_ResponseCode'] ?? '')
  const message = String(body['vnp_Message'] ?? '')
  if (!isSigned(secret, refundAnswerText(body), String(body['vnp_SecureHash'] ?? '')))
    return { ok: false, kind: 'unknown', code: 'ANSWER_NOT_SIGNED', message: `code ${code}` }
  // A true answer to another question must not settle this one.
  const isOurs = body['vnp_TxnRef'] === txnRef && String(body['vnp_Amount']) === String(amount * 100)
  if (code === '00' && !isOurs) return { ok: false, kind: 'unknown', code: 'ANSWER_OF_ANOTHER', message: `code ${code}` }
  if (code === '00') return { ok: true, gatewayRef: String(body['vnp_TransactionNo'] ?? '') }
  // 94: this very request is already with them.
  return { ok: false, kind: code === '94' || code === '99' ? 'unknown' : 'rejected', code, message }
}

export function vnpay(options: VnpayOptions): PaymentAdapter {
  return {
    code: 'vnpay',
    payUrl(request) {
      const text = signedText(payFields(options, request))
      return `${options.url}?${text}&vnp_SecureHash=${sign(options.secret, text)}`
    },
    read: (query) => readNotice(options, query),
    kept: keptText,
    refund: (request) => refund(options, request),
    query: (request) => queryPayment(options, request)
  }
}
