// Paying without a script: from the button to the receipt, by card and by transfer, and what the desk sees of it.
import t, { type Test } from 'tap'
import { startPaymentSimulator } from '../../services/payment/simulator/server.ts'
import { vnpay } from '../../services/payment/vnpay.ts'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { ensurePerson } from '../../src/accounts/store.ts'
import { entriesOf } from '../../src/payments/queries.ts'
import type { PayDesk } from '../../src/payments/types.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'
import { openScene, signIn } from './citizen-scene.ts'

const secret = 'FAKE-SECRET-FOR-TESTS-ONLY'

/** A shop, a gateway beside it that knows its address, and a citizen with a dossier that costs 50.000 ₫. */
async function aTill(t: Test, { locale = 'vi' } = {}) {
  // The gateway needs the shop's address and the shop the gateway's: the shop learns its own a moment later.
  const pay: PayDesk = { account: { bin: '970407', account: '0386577672' } }
  const now = () => scene.shop.context.now()
  const adapter = vnpay({ url: 'http://gateway.test', apiUrl: 'http://gateway.test', tmnCode: 'TESTTMN1', secret })
  let payUrl = ''
  pay.gate = { ...adapter, payUrl: (request) => adapter.payUrl(request).replace('http://gateway.test', payUrl) }
  const scene = await openScene(t, { pay })
  const simulator = await startPaymentSimulator({
    tmnCode: 'TESTTMN1',
    secret,
    ipnUrl: `${scene.address}/hooks/payment/vnpay`,
    lateMs: 20,
    now
  })
  t.teardown(() => simulator.close())
  payUrl = simulator.payUrl
  pay.tryUrl = simulator.url
  const visitor = await signIn(scene)
  if (locale === 'en') await visitor.submit('/cai-dat/ngon-ngu', { locale: 'en' })
  const { id } = await scene.shop.context.db.transaction((tx) => ensurePerson(tx, { phone: lan.phone, locale: 'vi', at: now() }))
  const dossier = await aDossier(scene.shop.context, { by: { id, name: lan.name, role: 'applicant' } })
  return { scene, visitor, simulator, dossier, path: `/ho-so/${dossier.id}/nop-phi`, context: scene.shop.context }
}

const linkTo = (page: string, start: string) => new RegExp(`href="(${start}[^"]*)"`).exec(page)![1]!.replaceAll('&amp;', '&')

t.test('by card: order, gateway, back, paid, receipt; the second press of the button makes no second order', async (t) => {
  const { scene, visitor, simulator, path, context, dossier } = await aTill(t)
  await visitor.get(`/ho-so/${dossier.id}`)
  t.match(visitor.page, `href="${path}"`)
  await visitor.get(path)
  t.match(visitor.text, 'Nộp 50.000 ₫ trực tuyến')
  await visitor.submit(path)
  const ref = /Mã giao dịch (\w+)/.exec(visitor.text)![1]!
  t.match(visitor.text, 'đang chờ, không trả lại lần nữa')
  t.match(visitor.page, 'class="qr"')

  await visitor.get(linkTo(visitor.page, simulator.url))
  t.match(visitor.text, '50.000')
  const before = visitor.url
  await visitor.submit('/paymentv2/act', { act: 'pay' })
  t.not(visitor.url.host, before.host, 'back at the shop')
  t.equal(visitor.url.pathname, path)
  t.match(visitor.text, 'Ông/bà đã nộp đủ')
  await scene.shop.runJobs()
  await visitor.get(path)

  t.match(await entriesOf(context.db, dossier.id), [{ kind: 'paid', amount: 50_000, facts: { txnRef: ref } }])
  t.match(new TextDecoder().decode((await visitor.download(linkTo(visitor.page, '/tep/'))).slice(0, 5)), '%PDF-')
})

t.test('by transfer of the QR code, confirmed by the bank; the page looks by itself only while it waits', async (t) => {
  const { visitor, simulator, path, context, dossier, scene } = await aTill(t)
  await visitor.get(path)
  t.equal((await visitor.headers(path)).get('refresh'), null)
  await visitor.submit(path)
  t.equal((await visitor.headers(path)).get('refresh'), '8')

  await visitor.get(linkTo(visitor.page, `${simulator.url}/chuyen-khoan`))
  await visitor.submit('/chuyen-khoan')
  t.match(visitor.text, 'Cơ quan trả lời: 00')
  await visitor.get(scene.address + path)

  t.match(visitor.text, 'Ông/bà đã nộp đủ')
  t.equal((await visitor.headers(path)).get('refresh'), null)
  t.match(await entriesOf(context.db, dossier.id), [{ kind: 'paid', way: 'transfer' }])
})

t.test('the code on paper is the code on the screen, and there is no slip for what is not owed', async (t) => {
  const { visitor, simulator, path, scene } = await aTill(t)
  await visitor.get(`${path}/phieu`)
  t.equal(visitor.url.pathname, path, 'no order yet: back to the page that makes one')
  await visitor.submit(path)
  const ref = /Mã giao dịch (\w+)/.exec(visitor.text)![1]!
  const slip = await visitor.download(linkTo(visitor.page, `${path}/phieu`))

  const { text, pages } = await readPdf(slip)
  t.match(text, 'PHIẾU NỘP PHÍ, LỆ PHÍ')
  t.match(text, 'Năm mươi nghìn đồng')
  t.match(text, ref)
  t.match(pages[0]!.alternatives.join(' '), `Mã VietQR chuyển 50.000\u00a0₫, nội dung ${ref}`)
  await visitor.get(path)
  await visitor.get(linkTo(visitor.page, `${simulator.url}/chuyen-khoan`))
  await visitor.submit('/chuyen-khoan')
  await visitor.get(`${scene.address}${path}/phieu`)
  t.equal(visitor.url.pathname, path, 'paid: nothing to print')
})

t.test('cancelled at the gateway: no money was taken, and it may be tried again', async (t) => {
  const { visitor, simulator, path } = await aTill(t)
  await visitor.get(path)
  await visitor.submit(path)
  await visitor.get(linkTo(visitor.page, simulator.url))
  await visitor.submit('/paymentv2/act', { act: 'cancel' })
  t.match(visitor.text, 'Không có tiền nào được thu')
  t.match(visitor.text, 'Nộp 50.000 ₫ trực tuyến')
})

t.test('the browser comes back before the bank has told: wait, do not pay again; the forged return shows nothing', async (t) => {
  const { visitor, simulator, path, context, dossier } = await aTill(t)
  await visitor.get(path)
  await visitor.submit(path)
  await visitor.get(linkTo(visitor.page, simulator.url))
  await visitor.submit('/paymentv2/act', { act: 'late' })
  const entries = await entriesOf(context.db, dossier.id)
  if (entries.length === 0) t.match(visitor.text, /không trả lại lần nữa|đã nộp đủ/)
  await visitor.get('/thanh-toan/ve?vnp_TxnRef=X&vnp_ResponseCode=00&vnp_SecureHash=00')
  t.equal(visitor.status, 404)
})

t.test('somebody else’s dossier is not to be paid, nor seen', async (t) => {
  const { scene } = await aTill(t)
  const other = await aDossier(scene.shop.context)
  const stranger = await signIn(scene, '0987654321')
  await stranger.get(`/ho-so/${other.id}/nop-phi`)
  t.equal(stranger.status, 404)
})

t.test('in English too', async (t) => {
  const { visitor, path } = await aTill(t, { locale: 'en' })
  await visitor.get(path)
  t.match(visitor.text, 'Pay 50.000 ₫ online')
  await visitor.submit(path)
  t.match(visitor.text, 'do not pay again')
})

t.test('the desk sees unpaid and paid, takes cash once, and closes what does not add up', async (t) => {
  const { scene, dossier } = await aTill(t)
  await openDemoAccounts(scene.shop.context)
  const app = await scene.shop.app()
  const clerk = await signInAs(app, 'quay.stttt')
  const page = `/quay/ho-so/${dossier.id}`
  t.match((await clerk.get(page)).body, 'Còn thu 50.000')

  const first = await clerk.post(`/quay/thu-tien/${dossier.id}`, {}, { page })
  const second = await clerk.post(`/quay/thu-tien/${dossier.id}`, {}, { page })
  t.same([first.statusCode, second.statusCode], [303, 409])
  t.match((await clerk.get(page)).body, 'Đã thu đủ 50.000')

  await clerk.post(`${page}/rut`, { reason: 'Đổi ý' }, { page })
  await scene.shop.runJobs()
  const list = await clerk.get('/quay/doi-soat')
  t.match(list.body, 'Hoàn tiền mặt cho người nộp')
  const action = /action="(\/quay\/doi-soat\/[^"]+)"/.exec(list.body)![1]!
  const empty = await clerk.post(action, { note: '' }, { page: '/quay/doi-soat' })
  t.equal(empty.statusCode, 422)
  t.match(empty.body, 'co-loi')
  const closed = await clerk.post(action, { note: 'Phiếu chi 15' }, { page: '/quay/doi-soat' })
  t.equal(closed.statusCode, 303)
  t.match((await clerk.get('/quay/doi-soat')).body, 'Mọi khoản đều khớp')
})
