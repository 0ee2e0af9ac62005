// VNPAY 2.1.0 by its golden vector, and the simulated gateway: what it shows, what it tells, what it refuses.
import { createServer } from 'node:http'
import t, { type Test } from 'tap'
import { startPaymentSimulator } from '../../services/payment/simulator/server.ts'
import { vnpay } from '../../services/payment/vnpay.ts'
import { plainInfo, sign, signedText } from '../../services/payment/vnpay-signing.ts'

const secret = 'FAKE-SECRET-FOR-TESTS-ONLY'
const at = Temporal.Instant.from('2026-11-23T09:00+07:00')
const options = { url: 'https://gateway.test/pay', apiUrl: 'http://127.0.0.1:9/api', tmnCode: 'TESTTMN1', secret }
const request = {
  txnRef: '000001',
  amount: 50_000,
  info: 'Thanh toán phí hồ sơ 000.00.11.H24-261123-0001',
  returnUrl: 'https://example.vn/pay/return',
  ip: '127.0.0.1',
  locale: 'vi' as const,
  createdAt: at,
  expiresAt: at.add({ minutes: 15 })
}
const golden =
  '3d068afcd24d29b217e207c47c4dc20df420e14e44befab41b36596f363c314b8737125321ee718653405e73371bcb0e94bb9a9a43f0aaafc0c41a9810d7c69f'

t.test('the address to pay at is signed as VNPAY 2.1.0 signs it (golden vector)', async (t) => {
  const url = vnpay(options).payUrl(request)
  t.equal(
    url,
    'https://gateway.test/pay?vnp_Amount=5000000&vnp_Command=pay&vnp_CreateDate=20261123090000&vnp_CurrCode=VND&vnp_ExpireDate=20261123091500&vnp_IpAddr=127.0.0.1&vnp_Locale=vn&vnp_OrderInfo=Thanh+toan+phi+ho+so+000.00.11.H24-261123-0001&vnp_OrderType=other&vnp_ReturnUrl=https%3A%2F%2Fexample.vn%2Fpay%2Freturn&vnp_TmnCode=TESTTMN1&vnp_TxnRef=000001&vnp_Version=2.1.0' +
      `&vnp_SecureHash=${golden}`
  )
  t.equal(plainInfo('Nộp phí “Đ” & lệ phí'), 'Nop phi  D    le phi')
})

/** As the gateway writes it. */
function ipn(changes: Record<string, string> = {}): Record<string, string> {
  const fields: Record<string, string> = {
    vnp_TmnCode: 'TESTTMN1',
    vnp_Amount: '5000000',
    vnp_BankCode: 'NCB',
    vnp_PayDate: '20261123090312',
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TransactionNo: '14226112',
    vnp_TxnRef: '000001',
    ...changes
  }
  return { ...fields, vnp_SecureHash: sign(secret, signedText(fields)) }
}

t.test('a notice is believed only whole: any changed field, another merchant or no signature is not genuine', async (t) => {
  const { read } = vnpay(options)
  t.match(read(ipn()), { genuine: true, txnRef: '000001', amount: 50_000, gatewayRef: '14226112', paid: true, payDate: '20261123090312' })
  t.equal(read({ ...ipn(), vnp_Amount: '100' }).genuine, false)
  t.equal(read({ ...ipn(), vnp_TxnRef: '000002' }).genuine, false)
  t.equal(read({ ...ipn(), vnp_New: '1' }).genuine, false)
  t.equal(read({}).genuine, false)
  t.equal(read(ipn({ vnp_TmnCode: 'OTHER' })).genuine, false, 'well signed, for somebody else')
  t.equal(read({ ...ipn(), vnp_SecureHashType: 'SHA512' }).genuine, true, 'the type of the hash is not signed')
})

t.test('paid is only what is answered 00 and whose money is 00; half đồng are not read', async (t) => {
  const { read } = vnpay(options)
  t.equal(read(ipn({ vnp_ResponseCode: '24', vnp_TransactionStatus: '02' })).paid, false)
  t.equal(read(ipn({ vnp_TransactionStatus: '01' })).paid, false)
  t.equal(read(ipn({ vnp_Amount: '5000001' })).amount, undefined)
  t.equal(read(ipn({ vnp_Amount: '-100' })).amount, undefined)
})

/** The shop's door: keeps what it is told and answers as it should. */
async function aShop(t: Test) {
  const told: URLSearchParams[] = []
  const server = createServer((incoming, response) => {
    told.push(new URL(incoming.url!, 'http://shop.test').searchParams)
    response.end(JSON.stringify({ RspCode: '00', Message: 'Confirm Success' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.teardown(() => new Promise((done) => server.close(done)))
  const { port } = server.address() as { port: number }
  const simulator = await startPaymentSimulator({
    tmnCode: 'TESTTMN1',
    secret,
    ipnUrl: `http://127.0.0.1:${port}/ipn`,
    lateMs: 30,
    now: () => at,
    file: `${t.testdir()}/gateway.json`
  })
  t.teardown(() => simulator.close())
  return { told, simulator, adapter: vnpay({ ...options, url: simulator.payUrl, apiUrl: simulator.apiUrl }) }
}

const inputs = (page: string) =>
  Object.fromEntries([...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]))

async function press(simulator: { url: string }, page: string, act: string) {
  const body = new URLSearchParams({ ...inputs(page), act })
  return fetch(`${simulator.url}/paymentv2/act`, { method: 'POST', body, redirect: 'manual' })
}

t.test('pressed twice the gateway takes the money once, tells the shop, and gives it back once', async (t) => {
  const { told, simulator, adapter } = await aShop(t)
  const page = await (await fetch(adapter.payUrl(request))).text()
  t.match(page, '50.000')

  await press(simulator, page, 'pay')
  const back = await press(simulator, page, 'pay')

  const notices = told.map((query) => adapter.read(Object.fromEntries(query)))
  t.match(notices, [{ genuine: true, paid: true, amount: 50_000, gatewayRef: '14000001' }, { gatewayRef: '14000001' }])
  t.match(back.headers.get('location'), /^https:\/\/example\.vn\/pay\/return\?vnp_Amount=5000000/)
  const refund = {
    requestId: 'r-1',
    txnRef: '000001',
    amount: 50_000,
    gatewayRef: '14000001',
    payDate: notices[0]!.payDate,
    info: 'Hoàn',
    by: 'motcua',
    at
  }
  t.match(await adapter.refund(refund), { ok: true, gatewayRef: '140000019' })
  t.match(await adapter.refund(refund), { ok: true }, 'the same request is the same refund')
  t.match(await adapter.refund({ ...refund, requestId: 'r-2' }), { ok: false, kind: 'rejected', code: '95' })
  t.match(await adapter.refund({ ...refund, txnRef: 'other' }), { ok: false, kind: 'rejected', code: '91' })
})

t.test('cancelled, late, by transfer, and an address somebody has changed', async (t) => {
  const { told, simulator, adapter } = await aShop(t)
  const pageOf = async (txnRef: string) => (await fetch(adapter.payUrl({ ...request, txnRef }))).text()

  await press(simulator, await pageOf('A'), 'cancel')
  t.match(adapter.read(Object.fromEntries(told[0]!)), { genuine: true, paid: false, code: '24' })
  await press(simulator, await pageOf('B'), 'late')
  t.equal(told.length, 1, 'not told yet')
  await fetch(`${simulator.url}/chuyen-khoan`, { method: 'POST', body: new URLSearchParams({ noiDung: 'C', soTien: '50.000' }) })
  const transfer = told.map((query) => adapter.read(Object.fromEntries(query))).find(({ txnRef }) => txnRef === 'C')
  t.match(transfer, { genuine: true, paid: true, bank: 'VIETQR', amount: 50_000 })
  const changed = await fetch(adapter.payUrl(request).replace('vnp_Amount=5000000', 'vnp_Amount=100'))
  t.equal(changed.status, 400)
  const forged = new URLSearchParams({ ...inputs(await pageOf('D')), amount: '1', act: 'pay' })
  t.equal((await fetch(`${simulator.url}/paymentv2/act`, { method: 'POST', body: forged })).status, 400)
})

t.test('money the bank holds (07) is neither paid nor simply failed, and what an order was for is read', async (t) => {
  const { read } = vnpay(options)
  const held = ipn({ vnp_ResponseCode: '07', vnp_TransactionStatus: '07', vnp_OrderInfo: 'Nop phi ho so 1' })
  t.match(read(held), { genuine: true, paid: false, held: true, info: 'Nop phi ho so 1' })
  t.equal(read(ipn()).held, false)
})

t.test('the gateway’s own fields are kept in one order; what a stranger hung on makes no new words', async (t) => {
  const { kept, read } = vnpay(options)
  const told = ipn()
  const { vnp_SecureHash = '', ...rest } = told
  const other = { utm: 'x', ...Object.fromEntries(Object.entries(rest).reverse()), vnp_SecureHash: vnp_SecureHash.toUpperCase() }
  t.equal(kept(other), kept(told))
  t.ok(read(other).genuine)
  t.match(kept(told), 'vnp_TxnRef=000001')
})

t.test('a lost notice is found by asking: taken, held, never begun; a false answer is no answer', async (t) => {
  const { told, simulator, adapter } = await aShop(t)
  const pageOf = async (txnRef: string) => (await fetch(adapter.payUrl({ ...request, txnRef }))).text()
  await press(simulator, await pageOf('LOST'), 'lost')
  await press(simulator, await pageOf('HELD'), 'hold')
  t.match(
    told.map((query) => query.get('vnp_TxnRef')),
    ['HELD'],
    'the shop never heard of the first'
  )
  const ask = (txnRef: string, from = adapter) => from.query({ requestId: 'q-1', txnRef, createdAt: at, at })

  t.match(await ask('LOST'), { ok: true, notice: { genuine: true, paid: true, amount: 50_000, gatewayRef: '14000001', txnRef: 'LOST' } })
  t.match(await ask('HELD'), { ok: true, notice: { paid: false, held: true, amount: 50_000 } })
  t.match(await ask('NEVER'), { ok: false, kind: 'none', code: '91' })
  const stranger = vnpay({ ...options, apiUrl: simulator.apiUrl, secret: 'another' })
  t.match(await ask('LOST', stranger), { ok: false, kind: 'retryable' })
  t.match(await ask('LOST', vnpay(options)), { ok: false, kind: 'retryable' }, 'nobody there')
})

t.test('a name sent twice does not fell the trial gateway', async (t) => {
  const { simulator, told } = await aShop(t)
  const query = 'noiDung=A&noiDung=B&soTien=50000'
  t.match(await (await fetch(`${simulator.url}/chuyen-khoan?${query}`)).text(), 'value="A"')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const body of [query, '']) t.equal((await fetch(`${simulator.url}/chuyen-khoan`, { method: 'POST', headers, body })).status, 200)
  t.equal((await fetch(`${simulator.url}/paymentv2/act`, { method: 'POST', headers, body: 'seal=a&seal=b' })).status, 400)
  t.equal(told[0]?.get('vnp_TxnRef'), 'A')
})

t.test('a refund whose answer is not heard or not signed is for a person; one that never left is tried again', async (t) => {
  const refund = { requestId: 'r', txnRef: 'A', amount: 1, gatewayRef: '1', payDate: '', info: '', by: '', at }
  const server = createServer((_, response) => response.end(JSON.stringify({ vnp_ResponseCode: '00', vnp_SecureHash: 'x' })))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const adapter = vnpay({ ...options, apiUrl: `http://127.0.0.1:${port}` })
  t.match(await adapter.refund(refund), { kind: 'unknown', code: 'ANSWER_NOT_SIGNED' })
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  t.match(await adapter.refund(refund), { ok: false, kind: 'retryable' })
})
