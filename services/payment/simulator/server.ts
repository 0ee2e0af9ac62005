// A small gateway with its own page and interface, to try paying without money: pay, cancel, pay and be told late, pay by transfer, refund.
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { refundAnswerText, refundText } from '../vnpay.ts'
import { queryAnswerText, queryText } from '../vnpay-query.ts'
import { isSigned, sign, signedText } from '../vnpay-signing.ts'
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
type Press = { txnRef: string; amount: string; returnUrl: string; info: string; act: string; seal: string }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const money = (amount: number) => `${amount.toLocaleString('de-DE')} ₫`

const page = (title: string, body: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color:#14213d}h1{font-size:1.4rem}
button{font:inherit;min-height:48px;padding:0 1.2rem;margin:.4rem .4rem 0 0}input{font:inherit;min-height:44px;display:block;margin-bottom:1rem;width:100%;box-sizing:border-box}dt{color:#555}dd{margin:0 0 .6rem;font-weight:600}</style></head>
<body><main>${body}</main></body></html>`

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escaped(value)}">`

/** What the form carries is sealed, so that nobody changes the amount on the way. */
const sealedText = ({ txnRef, amount, returnUrl, info }: Pick<Press, 'txnRef' | 'amount' | 'returnUrl' | 'info'>) =>
  `${txnRef}|${amount}|${returnUrl}|${info}`

function payPage(secret: string, query: Query): string {
  const facts = {
    txnRef: query['vnp_TxnRef']!,
    amount: String(Number(query['vnp_Amount']) / 100),
    returnUrl: query['vnp_ReturnUrl']!,
    info: query['vnp_OrderInfo'] ?? ''
  }
  const carried = Object.entries({ ...facts, seal: sign(secret, sealedText(facts)) })
    .map(([name, value]) => hidden(name, value))
    .join('')
  return page(
    'Cổng thanh toán thử',
    `<h1>Cổng thanh toán thử</h1><p>Không có tiền thật. / No real money.</p>
<dl><dt>Nội dung</dt><dd>${escaped(query['vnp_OrderInfo'] ?? '')}</dd><dt>Mã giao dịch</dt><dd>${escaped(facts.txnRef)}</dd><dt>Số tiền</dt><dd>${money(Number(facts.amount))}</dd></dl>
<form method="post" action="/paymentv2/act">${carried}<button name="act" value="pay">Thanh toán</button><button name="act" value="cancel">Hủy</button><button name="act" value="late">Trả chậm</button><button name="act" value="lost">Trả, mất báo</button><button name="act" value="hold">Trả, ngân hàng giữ</button></form>`
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
    const { txnRef, returnUrl, info, act, seal } = request.body
    if (!isSigned(secret, sealedText(request.body), seal ?? '')) return reply.code(400).send({ error: 'seal' })
    const amount = Number(request.body.amount)
    const before = gateway.taken(txnRef)[0]
    const code = act === 'cancel' && !before ? '24' : act === 'hold' || before?.held ? '07' : '00'
    // Pressed twice: the bank takes the money once.
    const one = before ?? (code === '24' ? gateway.cancelled(txnRef, amount) : gateway.take(txnRef, amount, { info, held: code === '07' }))
    const query = gateway.report(one, { code })
    if (act === 'late') gateway.later(lateMs, () => void gateway.tell(query))
    else if (act !== 'lost') await gateway.tell(query)
    return reply.redirect(`${returnUrl}?${query}`, 303)
  })

  app.get<{ Querystring: Query }>('/chuyen-khoan', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(transferPage(request.query))
  )
  app.post<{ Body: { noiDung?: string; soTien?: string } | undefined }>('/chuyen-khoan', async (request, reply) => {
    const { noiDung = '', soTien = '' } = request.body ?? {}
    const one = gateway.take(noiDung.trim(), Number(soTien.replaceAll(/\D/g, '')))
    const told = await gateway.tell(gateway.report(one, { bank: 'VIETQR' }))
    const said = `Đã chuyển ${money(one.amount)}. Cơ quan trả lời: ${told?.RspCode ?? 'chưa nghe được'}.`
    return reply.type('text/html; charset=utf-8').send(transferPage({ noiDung, soTien }, said))
  })
}

function refundAnswer(gateway: Gateway, asked: Query, genuine: boolean): Query {
  const { code, ref } = genuine
    ? gateway.refund({
        txnRef: asked['vnp_TxnRef']!,
        amount: Number(asked['vnp_Amount']) / 100,
        gatewayRef: asked['vnp_TransactionNo']!,
        requestId: asked['vnp_RequestId']!
      })
    : { code: '97', ref: '' }
  return {
    vnp_Command: 'refund',
    vnp_ResponseCode: code,
    vnp_Message: code === '00' ? 'Success' : 'Refused',
    vnp_Amount: asked['vnp_Amount'] ?? '',
    vnp_TransactionNo: ref,
    vnp_TransactionType: '02',
    vnp_OrderInfo: asked['vnp_OrderInfo'] ?? ''
  }
}

function queryAnswer(gateway: Gateway, asked: Query, genuine: boolean): Query {
  const one = genuine ? gateway.taken(asked['vnp_TxnRef'] ?? '')[0] : undefined
  const code = !genuine ? '97' : one ? '00' : '91'
  return {
    vnp_Command: 'querydr',
    vnp_ResponseCode: code,
    vnp_Message: code === '00' ? 'Success' : 'Not found',
    ...(one && {
      vnp_Amount: String(one.amount * 100),
      vnp_BankCode: 'NCB',
      vnp_PayDate: one.payDate,
      vnp_TransactionNo: one.gatewayRef,
      vnp_TransactionType: '01',
      vnp_TransactionStatus: one.held ? '07' : '00',
      vnp_OrderInfo: one.info ?? ''
    })
  }
}

function apiRoutes(app: FastifyInstance, gateway: Gateway, { secret }: PaymentSimulatorOptions) {
  app.post<{ Body: Query }>('/merchant_webapi/api/transaction', async ({ body: asked }) => {
    const isQuery = asked['vnp_Command'] === 'querydr'
    const genuine = isSigned(secret, (isQuery ? queryText : refundText)(asked), asked['vnp_SecureHash'] ?? '')
    const body: Query = {
      vnp_ResponseId: `R${asked['vnp_RequestId']}`,
      vnp_TmnCode: asked['vnp_TmnCode'] ?? '',
      vnp_TxnRef: asked['vnp_TxnRef'] ?? '',
      ...(isQuery ? queryAnswer : refundAnswer)(gateway, asked, genuine)
    }
    return { ...body, vnp_SecureHash: sign(secret, (isQuery ? queryAnswerText : refundAnswerText)(body)) }
  })
}

/** A name sent twice means its first, as on a page of the shop: no list ever reaches what expects a text. */
const firstOfEach = (fields: unknown): Query =>
  Object.fromEntries(
    Object.entries((fields ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? (value[0] ?? '') : value)
    ])
  )

/** Serves on loopback unless told otherwise. */
export async function startPaymentSimulator(options: PaymentSimulatorOptions): Promise<PaymentSimulator> {
  const { tmnCode, secret, ipnUrl, file } = options
  const gateway = openGateway({ now: options.now ?? Temporal.Now.instant, tmnCode, secret, ipnUrl, file })
  const app = Fastify({ forceCloseConnections: true })
  await app.register(formbody)
  app.addHook('preValidation', async (request) => {
    request.query = firstOfEach(request.query)
    if (request.body) request.body = firstOfEach(request.body)
  })
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
