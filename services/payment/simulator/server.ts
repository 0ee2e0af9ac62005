// A small gateway with its own page and interface, to try paying without money: pay, cancel, pay and be told late, pay by transfer, refund.
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { isSigned, refundAnswerText, refundText, sign, signedText } from '../vnpay.ts'
import { type Gateway, openGateway } from './gateway.ts'

export type PaymentSimulatorOptions = {
  host?: string
  /** 0: any free port. */
  port?: number
  now?: () => Temporal.Instant
  tmnCode: string
  secret: string
  /** Where the shop is told of money: `http://127.0.0.1:3000/hooks/payment/vnpay`. */
  ipnUrl: string
  /** "Trả chậm" tells the shop after this long. */
  lateMs?: number
  file?: string | undefined
}

export type PaymentSimulator = {
  url: string
  payUrl: string
  apiUrl: string
  close(): Promise<void>
}

type Query = Record<string, string>
type Press = { txnRef: string; amount: string; returnUrl: string; act: string; seal: string }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const money = (amount: number) => `${amount.toLocaleString('de-DE')} ₫`

const page = (title: string, body: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color:#14213d}h1{font-size:1.4rem}
button{font:inherit;min-height:48px;padding:0 1.2rem;margin:.4rem .4rem 0 0}input{font:inherit;min-height:44px;display:block;margin-bottom:1rem;width:100%;box-sizing:border-box}dt{color:#555}dd{margin:0 0 .6rem;font-weight:600}</style></head>
<body><main>${body}</main></body></html>`

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escaped(value)}">`

/** What the form carries is sealed, so that nobody changes the amount on the way. */
const sealOf = (secret: string, { txnRef, amount, returnUrl }: Pick<Press, 'txnRef' | 'amount' | 'returnUrl'>) =>
  sign(secret, `${txnRef}|${amount}|${returnUrl}`)

function payPage(secret: string, query: Query): string {
  const facts = { txnRef: query['vnp_TxnRef']!, amount: String(Number(query['vnp_Amount']) / 100), returnUrl: query['vnp_ReturnUrl']! }
  const carried = Object.entries({ ...facts, seal: sealOf(secret, facts) })
    .map(([name, value]) => hidden(name, value))
    .join('')
  return page(
    'Cổng thanh toán thử',
    `<h1>Cổng thanh toán thử</h1><p>Không có tiền thật. / No real money.</p>
<dl><dt>Nội dung</dt><dd>${escaped(query['vnp_OrderInfo'] ?? '')}</dd><dt>Mã giao dịch</dt><dd>${escaped(facts.txnRef)}</dd><dt>Số tiền</dt><dd>${money(Number(facts.amount))}</dd></dl>
<form method="post" action="/paymentv2/act">${carried}<button name="act" value="pay">Thanh toán</button><button name="act" value="cancel">Hủy</button><button name="act" value="late">Trả chậm</button></form>`
  )
}

function transferPage({ noiDung = '', soTien = '' }: Query, said = ''): string {
  return page(
    'Chuyển khoản thử',
    `<h1>Chuyển khoản thử</h1>${said && `<p role="status">${escaped(said)}</p>`}<p>Như ứng dụng ngân hàng sau khi quét mã QR.</p>
<form method="post" action="/chuyen-khoan"><label>Nội dung chuyển khoản<input name="noiDung" value="${escaped(noiDung)}"></label><label>Số tiền (đồng)<input name="soTien" inputmode="numeric" value="${escaped(soTien)}"></label><button>Chuyển tiền</button></form>`
  )
}

function personRoutes(app: FastifyInstance, gateway: Gateway, { secret, tmnCode, lateMs = 20_000 }: PaymentSimulatorOptions) {
  app.get<{ Querystring: Query }>('/paymentv2/vpcpay.html', async (request, reply) => {
    reply.type('text/html; charset=utf-8')
    const { query } = request
    if (query['vnp_TmnCode'] !== tmnCode || !isSigned(secret, signedText(query), query['vnp_SecureHash'] ?? ''))
      return reply.code(400).send(page('Sai chữ ký', '<h1>Sai chữ ký (70)</h1><p>Địa chỉ này không do cửa hàng gửi đến.</p>'))
    return payPage(secret, query)
  })

  app.post<{ Body: Press }>('/paymentv2/act', async (request, reply) => {
    const { txnRef, returnUrl, act, seal } = request.body
    if (!isSigned(secret, `${txnRef}|${request.body.amount}|${returnUrl}`, seal)) return reply.code(400).send({ error: 'seal' })
    const amount = Number(request.body.amount)
    const before = gateway.taken(txnRef)[0]
    const code = act === 'cancel' && !before ? '24' : '00'
    // Pressed twice: the bank takes the money once.
    const one = before ?? (code === '00' ? gateway.take(txnRef, amount) : gateway.cancelled(txnRef, amount))
    const query = gateway.report(one, { code })
    if (act === 'late') gateway.later(lateMs, () => void gateway.tell(query))
    else await gateway.tell(query)
    return reply.redirect(`${returnUrl}?${query}`, 303)
  })

  app.get<{ Querystring: Query }>('/chuyen-khoan', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(transferPage(request.query))
  )
  app.post<{ Body: { noiDung: string; soTien: string } }>('/chuyen-khoan', async (request, reply) => {
    const one = gateway.take(request.body.noiDung.trim(), Number(request.body.soTien.replaceAll(/\D/g, '')))
    const told = await gateway.tell(gateway.report(one, { bank: 'VIETQR' }))
    const said = `Đã chuyển ${money(one.amount)}. Cơ quan trả lời: ${told?.RspCode ?? 'chưa nghe được'}.`
    return reply.type('text/html; charset=utf-8').send(transferPage(request.body, said))
  })
}

function apiRoutes(app: FastifyInstance, gateway: Gateway, { secret }: PaymentSimulatorOptions) {
  app.post<{ Body: Query }>('/merchant_webapi/api/transaction', async (request) => {
    const asked = request.body
    const genuine = isSigned(secret, refundText(asked), asked['vnp_SecureHash'] ?? '')
    const { code, ref } = genuine
      ? gateway.refund({
          txnRef: asked['vnp_TxnRef']!,
          amount: Number(asked['vnp_Amount']) / 100,
          gatewayRef: asked['vnp_TransactionNo']!,
          requestId: asked['vnp_RequestId']!
        })
      : { code: '97', ref: '' }
    const body: Query = {
      vnp_ResponseId: `R${asked['vnp_RequestId']}`,
      vnp_Command: 'refund',
      vnp_ResponseCode: code,
      vnp_Message: code === '00' ? 'Success' : 'Refused',
      vnp_TmnCode: asked['vnp_TmnCode'] ?? '',
      vnp_TxnRef: asked['vnp_TxnRef'] ?? '',
      vnp_Amount: asked['vnp_Amount'] ?? '',
      vnp_TransactionNo: ref,
      vnp_TransactionType: '02',
      vnp_OrderInfo: asked['vnp_OrderInfo'] ?? ''
    }
    return { ...body, vnp_SecureHash: sign(secret, refundAnswerText(body)) }
  })
}

/** Serves on loopback unless told otherwise. */
export async function startPaymentSimulator(options: PaymentSimulatorOptions): Promise<PaymentSimulator> {
  const { tmnCode, secret, ipnUrl, file } = options
  const gateway = openGateway({ now: options.now ?? Temporal.Now.instant, tmnCode, secret, ipnUrl, file })
  const app = Fastify({ forceCloseConnections: true })
  await app.register(formbody)
  personRoutes(app, gateway, options)
  apiRoutes(app, gateway, options)
  app.addHook('onClose', async () => gateway.close())
  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  return {
    url,
    payUrl: `${url}/paymentv2/vpcpay.html`,
    apiUrl: `${url}/merchant_webapi/api/transaction`,
    close: () => app.close()
  }
}
