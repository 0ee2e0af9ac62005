// Who tries to turn the gateway's words, somebody else's money or our own letters to their use gets nowhere.
import t, { type Test } from 'tap'
import { vnpay } from '../../services/payment/vnpay.ts'
import { sign, signedText } from '../../services/payment/vnpay-signing.ts'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { placePaymentOrder } from '../../src/payments/actions/place-payment-order.ts'
import { entriesOf, lastOrderOf } from '../../src/payments/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'
import { openVisitor } from '../helpers/visitor.ts'
import { openScene, signIn } from '../pages/citizen-scene.ts'

const secret = 'FAKE-SECRET-FOR-TESTS-ONLY'
const tmnCode = 'TESTTMN1'
const gate = vnpay({ url: 'http://gateway.test/pay', apiUrl: 'http://gateway.test/api', tmnCode, secret })

function signed(changes: Record<string, string>): string {
  const fields = {
    vnp_TmnCode: tmnCode,
    vnp_BankCode: 'NCB',
    vnp_PayDate: '20260302083100',
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TransactionNo: '14000001',
    ...changes
  }
  const text = signedText(fields)
  return `${text}&vnp_SecureHash=${sign(secret, text)}`
}

/** A shop with a gateway, and a dossier whose citizen has an order open. */
async function anOrder(t: Test) {
  const scene = await openScene(t, { pay: { gate } })
  const { context } = scene.shop
  const dossier = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: dossier.id, by: dossier.citizen })
  const tell = async (query: string) => {
    const response = await fetch(`${scene.address}/hooks/payment/vnpay?${query}`)
    return ((await response.json()) as { RspCode: string }).RspCode
  }
  const whole = { vnp_TxnRef: order.txnRef, vnp_Amount: String(order.amount * 100) }
  return { scene, context, dossier, order, tell, whole, state: async () => (await lastOrderOf(context.db, dossier.id))?.state }
}

t.test('the address to pay at, which everybody who pays holds signed in the hand, is no notice of the gateway', async (t) => {
  const { context, dossier, order, tell, state, whole } = await anOrder(t)
  const at = context.now()
  const request = { txnRef: order.txnRef, amount: order.amount, info: 'phi', returnUrl: 'http://shop.test/thanh-toan/ve', ip: '127.0.0.1' }
  const [, address] = gate.payUrl({ ...request, locale: 'vi', createdAt: at, expiresAt: order.expiresAt }).split('?')

  t.equal(await tell(address!), '97')
  t.equal(await tell(`${address}&vnp_ResponseCode=00&vnp_TransactionStatus=00`), '97')
  t.equal(await state(), 'open')
  t.equal(await tell(signed(whole)), '00', 'the true one is still heard')
  t.match(await entriesOf(context.db, dossier.id), [{ kind: 'paid', amount: order.amount }])
})

t.test('a notice with a name twice, another sum, half of the codes or another order moves no money', async (t) => {
  const { context, dossier, order, tell, whole } = await anOrder(t)
  const query = signed(whole)

  t.equal(await tell(`${query}&vnp_Amount=1`), '97', 'a name twice')
  t.equal(await tell(`${query}&vnp_TxnRef=${order.txnRef}`), '97', 'the same value twice')
  t.equal(await tell(query.replace(order.txnRef, `${order.txnRef.slice(0, -1)}_`)), '97', 'another order')
  t.equal(await tell(signed({ ...whole, vnp_Amount: `${order.amount * 100}.0` })), '04')
  t.equal(await tell(signed({ ...whole, vnp_TransactionStatus: '02' })), '00', 'heard, and not paid')
  t.same(
    (await entriesOf(context.db, dossier.id)).filter(({ kind, amount }) => kind === 'paid' || amount > 0),
    []
  )
})

t.test(
  'a sum that no row of the ledger can hold is a claim for the clerks, and the gateway is not asked to tell it for ever',
  async (t) => {
    const { scene, tell } = await anOrder(t)

    t.equal(await tell(signed({ vnp_TxnRef: 'NOBODYS', vnp_Amount: '999999999999900' })), '01')

    t.match(await scene.shop.sql`select amount, facts ->> 'claimed' as claimed from payment_entries`, [
      { amount: 0, claimed: '9999999999999' }
    ])
  }
)

t.test('false notices without end do not fill the house, and the true one is heard among them', async (t) => {
  const { scene, tell, whole } = await anOrder(t)

  for (let number = 0; number < 35; number++) t.equal(await tell(`vnp_TxnRef=${number}&vnp_ResponseCode=00&vnp_SecureHash=00`), '97')

  t.equal(await tell(signed(whole)), '00')
  t.match(await scene.shop.sql`select verdict, count(*)::int from payment_inbound group by 1 order by 1`, [
    { verdict: 'bad', count: 30 },
    { verdict: 'signed', count: 1 }
  ])
})

t.test('the way back from the gateway changes nothing, and leads nobody to a stranger’s money', async (t) => {
  const { scene, context, dossier, whole, state } = await anOrder(t)
  const stranger = await signIn(scene, '0987654321')

  await stranger.get(`/thanh-toan/ve?${signed(whole)}`)

  t.equal(stranger.status, 404)
  t.equal(await state(), 'open')
  t.same(await entriesOf(context.db, dossier.id), [])
})

t.test('cash for a dossier of another agency is not booked, nor for one that was taken back', async (t) => {
  const { scene, context, dossier } = await anOrder(t)
  await openDemoAccounts(context)
  const app = await scene.shop.app()
  const own = await signInAs(app, 'quay.stttt')
  const other = await signInAs(app, 'quay.hongbang')

  t.equal((await other.post(`/quay/thu-tien/${dossier.id}`, {}, { page: '/quay/doi-soat' })).statusCode, 404)
  await withdrawDossier(context, { dossierId: dossier.id, by: dossier.citizen, reason: '' })
  t.equal((await own.post(`/quay/thu-tien/${dossier.id}`, {}, { page: '/quay/doi-soat' })).statusCode, 409)
  t.same(await entriesOf(context.db, dossier.id), [])
})

t.test('our letters carry a name, not a stranger’s message', async (t) => {
  const scene = await openScene(t)
  const visitor = openVisitor(scene.address)
  const contact = { name: `Lan, xin bấm ${'x'.repeat(200)}`, phone: '0912480123', email: `${'a'.repeat(250)}@b.vn` }

  for (const [path, form] of [
    ['/phan-anh/gui', { kind: 'conduct', agency: 'STTTT', text: 'Chờ lâu' }],
    ['/hoi-dap/gui', { agency: 'STTTT', subject: 'Phí', text: 'Bao nhiêu?' }]
  ] as const) {
    await visitor.get(path)
    await visitor.submit(path, { ...form, ...contact })
    t.equal(visitor.status, 422, path)
    for (const field of ['name', 'email']) t.match(visitor.page, `href="#${field}"`)
  }
  t.same(await scene.shop.sql`select number from petitions`, [])
})

t.test('forms that send nothing close nobody’s phone', async (t) => {
  const scene = await openScene(t)
  const visitor = openVisitor(scene.address)
  const press = async (changes: Record<string, string> = {}) => {
    await visitor.get('/hoi-dap/gui')
    await visitor.submit('/hoi-dap/gui', {
      agency: 'STTTT',
      subject: 'Phí',
      text: 'Bao nhiêu?',
      name: 'Lan',
      phone: '0912480123',
      ...changes
    })
    return visitor.status
  }

  for (let time = 0; time < 12; time++) t.equal(await press({ text: '' }), 422)
  t.equal(await press(), 200)
})

t.test('an instant that no calendar of ours reaches is no page of answers, and no error', async (t) => {
  const { app: open } = await openTestContext(t)
  const app = await open()

  for (const far of ['-271821-04-20T00:00:00Z', '%2B275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', 'x', '%00'])
    t.equal((await app.inject({ url: `/hoi-dap?truoc=${far}`, headers: { accept: 'text/html' } })).statusCode, 200, far)
})
