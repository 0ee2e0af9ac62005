// Money with a real store: booked once whatever is told and however often, given back, reconciled; never lost.
import t from 'tap'
import type { PaymentQuery, QueryOutcome } from '../../services/payment/payment.ts'
import { issuedOf } from '../../src/documents/queries.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { requestPayment } from '../../src/dossiers/actions/pause-and-resume.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { parkedJobs, pendingJobs } from '../../src/jobs/runner.ts'
import { askLostPayments } from '../../src/payments/actions/ask-lost-payments.ts'
import { collectCash, confirmAtDesk } from '../../src/payments/actions/collect-cash.ts'
import { issuePaymentReceipt } from '../../src/payments/actions/issue-payment-receipt.ts'
import { placePaymentOrder } from '../../src/payments/actions/place-payment-order.ts'
import { bookNotice, recordNotice } from '../../src/payments/actions/record-notice.ts'
import { settleMismatch } from '../../src/payments/actions/settle-mismatch.ts'
import { entriesOf, inboundOf, lastOrderOf, openMismatches } from '../../src/payments/queries.ts'
import { heldOf, paidOf, totalOf } from '../../src/payments/rules.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { gatewayThat, notice } from '../helpers/payments.ts'
import { raceFor } from '../helpers/races.ts'

const gateway = 'vnpay'

t.test(
  'a dossier that waits for its fee goes on in the commit that books the money, and the receipt says the amount in words',
  async (t) => {
    const { context, outside, runJobs } = await openTestContext(t)
    const { id, officer, citizen, dossier } = await aDossier(context, { state: 'in_progress' })
    const fee = totalOf(dossier.fees)
    await requestPayment(context, { dossierId: id, by: officer, note: 'Lệ phí' })
    const order = await placePaymentOrder(context, { dossierId: id, by: citizen })

    const reply = await bookNotice(context, { gateway, notice: notice(order.txnRef, fee) })
    await runJobs()
    const [entry] = await entriesOf(context.db, id)
    await issuePaymentReceipt(context, outside, { entryId: entry!.id })

    t.equal(reply, '00')
    t.equal((await getDossier(context.db, id)).state, 'in_progress')
    const last = (await movesOf(context.db, id)).at(-1)!
    t.match(last, { name: 'confirm_payment', actorRole: 'system' })
    t.match(entry, { kind: 'paid', amount: fee, receiptNumber: '0000001/2026', way: 'vnpay' })
    const receipts = (await issuedOf(context.db, id)).filter(({ form }) => form === 'payment_receipt')
    t.equal(receipts.length, 1, 'the job ran twice, the receipt is one')
    const { text } = await readPdf(new Uint8Array(await context.files.get(receipts[0]!.sha256)))
    t.match(text, /Bằng chữ: [^)]+đồng\)/)
    t.match(text, '0000001/2026')
  }
)

t.test('an order pressed for twice is one order, also in the same moment; a new one only after its time', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, citizen } = await aDossier(context)
  const press = (at = context) => placePaymentOrder(at, { dossierId: id, by: citizen })

  const { first, second } = await raceFor(shop, press, press)

  t.equal(first.status === 'fulfilled' && first.value.txnRef, second.status === 'fulfilled' && second.value.txnRef)
  shop.setNow('2026-03-02T08:46+07:00')
  const later = await press()
  t.not(later.txnRef, first.status === 'fulfilled' && first.value.txnRef)
  t.match(later.txnRef, /^[0-9A-F]{18}$/)
})

t.test('the same notice twice in the same moment: booked once, the second is told so', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, citizen } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  const tell = (at = context) => bookNotice(at, { gateway, notice: notice(order.txnRef, order.amount) })

  const { first, second } = await raceFor(shop, tell, tell)

  t.match([first, second], [{ value: '00' }, { value: '02' }])
  t.equal(heldOf(await entriesOf(context.db, id)), order.amount)
  t.equal((await pendingJobs(shop.sql)).filter(({ name }) => name === 'payment.receipt').length, 1)
})

t.test('cash at the desk and a notice in the same moment: one counts, the other goes to the list', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, citizen, clerk } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })

  const { second } = await raceFor(
    shop,
    (at) => collectCash(at, { dossierId: id, by: clerk }),
    () => bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount) })
  )

  t.match(second, { value: '00' })
  const entries = await entriesOf(context.db, id)
  t.match(entries, [
    { kind: 'paid', way: 'cash' },
    { kind: 'mismatch', reason: 'already_paid', amount: order.amount }
  ])
  t.equal(paidOf(entries), order.amount)
})

t.test('late but true money is taken when the order ran out and nobody paid meanwhile', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, citizen } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  shop.setNow('2026-03-02T10:00+07:00')

  t.equal(await bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount) }), '00')

  t.equal(paidOf(await entriesOf(context.db, id)), order.amount)
  t.equal((await lastOrderOf(context.db, id))?.state, 'paid')
  await t.rejects(placePaymentOrder(context, { dossierId: id, by: citizen }), { code: 'PAYMENT_NOT_DUE' })
})

t.test('every word of the gateway is kept, the false ones too, and the same words are counted', async (t) => {
  const { context } = await openTestContext(t)
  const { id, citizen } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  const raw = `vnp_TxnRef=${order.txnRef}&vnp_SecureHash=00`
  const bad = notice(order.txnRef, order.amount, { genuine: false })

  for (let times = 0; times < 2; times++) t.equal(await recordNotice(context, { gateway, notice: bad, raw, ip: '203.0.113.7' }), '97')

  t.match(await inboundOf(context.db, order.txnRef), [{ verdict: 'bad', body: raw, times: 2, reply: '97', ip: '203.0.113.7' }])
  t.same(await entriesOf(context.db, id), [])
})

t.test('a wrong amount is on the list of the agency until a clerk of it says what was done', async (t) => {
  const { context } = await openTestContext(t)
  const { id, citizen, clerk } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  t.equal(await bookNotice(context, { gateway, notice: notice(order.txnRef, 1_000, { gatewayRef: '8' }) }), '04')

  const listed = await openMismatches(context.db, clerk.agencyId!)
  t.match(listed, [{ reason: 'wrong_amount', amount: 0, facts: { claimed: 1_000 } }])
  const entryId = listed[0]!.id
  await t.rejects(settleMismatch(context, { entryId, by: clerk, note: ' ' }), { code: 'FORM_INCOMPLETE' })
  const stranger = { ...clerk, agencyId: '00000000-0000-7000-8000-00000000000a' }
  await t.rejects(settleMismatch(context, { entryId, by: stranger, note: 'x' }), { code: 'PAYMENT_ENTRY_NOT_FOUND' })
  await settleMismatch(context, { entryId, by: clerk, note: 'Đã hoàn, phiếu chi 15' })
  await t.rejects(settleMismatch(context, { entryId, by: clerk, note: 'lần nữa' }), { code: 'PAYMENT_ENTRY_ANSWERED' })
  t.same(await openMismatches(context.db, clerk.agencyId!), [])
})

t.test('money for an order nobody knows is for the agency it names; where it names none, for an officer and no clerk', async (t) => {
  const { context } = await openTestContext(t)
  const { code, clerk, officer } = await aDossier(context)
  const stray = (gatewayRef: string, info: string) =>
    bookNotice(context, { gateway, notice: notice(`260302NOBODY${gatewayRef}`, 70_000, { gatewayRef, info }) })
  t.equal(await stray('7', `Nop phi ho so ${code}`), '01')
  t.equal(await stray('8', 'Nop phi'), '01')

  const [named] = await openMismatches(context.db, clerk.agencyId!)
  const [nameless, ...more] = await openMismatches(context.db, null)
  t.match(
    [named, nameless],
    [
      { reason: 'unknown_order', amount: 70_000, dossierId: null },
      { agencyId: null, amount: 70_000 }
    ]
  )
  t.same(more, [])
  await t.rejects(settleMismatch(context, { entryId: nameless!.id, by: clerk, note: 'x' }), { code: 'PAYMENT_ENTRY_NOT_FOUND' })
  await t.rejects(settleMismatch(context, { entryId: named!.id, by: officer, note: 'x' }), { code: 'PAYMENT_ENTRY_NOT_FOUND' })
  await settleMismatch(context, { entryId: named!.id, by: clerk, note: 'Hoàn tại quầy' })
  await settleMismatch(context, { entryId: nameless!.id, by: officer, note: 'Hoàn qua ngân hàng' })
  t.same([await openMismatches(context.db, clerk.agencyId!), await openMismatches(context.db, null)], [[], []])
})

t.test('money the bank holds is not paid and must not be paid again; its last word settles it', async (t) => {
  for (const last of ['paid', 'refused', 'clerk'] as const) {
    const { context } = await openTestContext(t)
    const { id, citizen, clerk } = await aDossier(context)
    const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
    const held = notice(order.txnRef, order.amount, { paid: false, held: true, code: '07' })
    for (let times = 0; times < 2; times++) await bookNotice(context, { gateway, notice: held })

    const [listed, ...more] = await openMismatches(context.db, clerk.agencyId!)
    t.match(listed, { reason: 'held', amount: 0, facts: { claimed: order.amount } })
    t.same(more, [], 'told twice, listed once')
    t.equal(heldOf(await entriesOf(context.db, id)), 0)
    await t.rejects(placePaymentOrder(context, { dossierId: id, by: citizen }), { code: 'PAYMENT_HELD' })

    if (last === 'clerk') await settleMismatch(context, { entryId: listed!.id, by: clerk, note: 'Ngân hàng đã trả lại' })
    else await bookNotice(context, { gateway, notice: { ...held, held: false, paid: last === 'paid' } })

    t.same(await openMismatches(context.db, clerk.agencyId!), [])
    t.equal(paidOf(await entriesOf(context.db, id)), last === 'paid' ? order.amount : 0, last)
    t.equal((await lastOrderOf(context.db, id))?.state, last === 'paid' ? 'paid' : 'failed')
  }
})

t.test('an order that ran out unheard is asked for once, and once more a day later; what is found is booked once', async (t) => {
  const asked: string[] = []
  let answer: QueryOutcome = { ok: false, kind: 'none', code: '91' }
  const payment = {
    ...gatewayThat({ ok: true, gatewayRef: '1' }),
    query: async ({ txnRef }: PaymentQuery) => {
      asked.push(txnRef)
      return answer
    }
  }
  const shop = await openTestContext(t, { payment })
  const { context, outside } = shop
  const { id, citizen } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  const round = (at: string) => {
    shop.setNow(`${at}+07:00`)
    return askLostPayments(context, outside)
  }

  t.equal(await round('2026-03-02T08:46'), 0, 'a late notice may still come')
  t.equal(await round('2026-03-02T08:51'), 1)
  t.equal((await lastOrderOf(context.db, id))?.state, 'expired')
  t.equal(await round('2026-03-02T08:56'), 0)
  answer = { ok: false, kind: 'retryable', message: 'away' }
  t.equal(await round('2026-03-03T08:46'), 0, 'nobody answered')
  answer = { ok: true, raw: '{"vnp_TxnRef":"x"}', notice: notice(order.txnRef, order.amount) }
  t.equal(await round('2026-03-03T08:51'), 1)
  t.equal(await round('2026-03-03T09:30'), 0)
  t.equal(asked.length, 3)
  t.equal(await bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount) }), '02', 'the notice came after all')
  t.match(await entriesOf(context.db, id), [{ kind: 'paid', amount: order.amount }])
  t.equal((await entriesOf(context.db, id)).length, 1)
})

t.test('withdrawn before work began: what was paid goes back once, by the gateway', async (t) => {
  const asked: unknown[] = []
  const { context, runJobs } = await openTestContext(t, { payment: gatewayThat({ ok: true, gatewayRef: '140000019' }, asked) })
  const { id, citizen } = await aDossier(context, { state: 'accepted' })
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  await bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount) })

  await withdrawDossier(context, { dossierId: id, by: citizen, reason: 'Đổi ý' })
  await runJobs()

  const entries = await entriesOf(context.db, id)
  t.match(asked, [{ txnRef: order.txnRef, amount: order.amount, gatewayRef: '14000001', requestId: entries[0]!.id }])
  t.match(entries, [{ kind: 'paid' }, { kind: 'refunded', amount: order.amount, refersTo: entries[0]!.id }])
  t.equal(heldOf(entries), 0)
  t.equal(await bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount) }), '02', 'told again after the refund')
  t.equal(heldOf(await entriesOf(context.db, id)), 0)
})

t.test('withdrawn after work began: nothing goes back', async (t) => {
  const asked: unknown[] = []
  const { context, runJobs } = await openTestContext(t, { payment: gatewayThat({ ok: true, gatewayRef: '1' }, asked) })
  const { id, citizen, clerk, officer } = await aDossier(context)
  await collectCash(context, { dossierId: id, by: clerk })
  await acceptAtDesk(context, { dossierId: id, by: clerk })
  await takeDossier(context, { dossierId: id, by: officer })

  await withdrawDossier(context, { dossierId: id, by: citizen, reason: 'Đổi ý' })
  await runJobs()

  t.same(asked, [])
  t.same(
    (await entriesOf(context.db, id)).map(({ kind }) => kind),
    ['paid']
  )
})

t.test('a refund the gateway refuses, and cash, are for a clerk to finish; then the books are even', async (t) => {
  const { context, runJobs } = await openTestContext(t, {
    payment: gatewayThat({ ok: false, kind: 'rejected', code: '95', message: 'no' })
  })
  for (const way of ['online', 'cash'] as const) {
    const { id, citizen, clerk } = await aDossier(context)
    if (way === 'cash') await collectCash(context, { dossierId: id, by: clerk })
    else {
      const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
      await bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount, { gatewayRef: order.txnRef }) })
    }
    await withdrawDossier(context, { dossierId: id, by: citizen, reason: 'Đổi ý' })
    await runJobs()

    const [listed] = await openMismatches(context.db, clerk.agencyId!)
    t.equal(listed?.reason, way === 'cash' ? 'refund_at_desk' : 'refund_failed')
    await settleMismatch(context, { entryId: listed!.id, by: clerk, note: 'Trả tại quầy' })
    t.equal(heldOf(await entriesOf(context.db, id)), 0)
    t.same(await openMismatches(context.db, clerk.agencyId!), [])
  }
})

t.test('a gateway that cannot be reached is rung again; nothing is booked before it answers', async (t) => {
  const { context, runJobs, sql } = await openTestContext(t, {
    payment: gatewayThat({ ok: false, kind: 'retryable', message: 'ECONNREFUSED' })
  })
  const { id, citizen } = await aDossier(context)
  const order = await placePaymentOrder(context, { dossierId: id, by: citizen })
  await bookNotice(context, { gateway, notice: notice(order.txnRef, order.amount) })
  await withdrawDossier(context, { dossierId: id, by: citizen, reason: 'Đổi ý' })
  await runJobs()

  t.same(
    (await entriesOf(context.db, id)).map(({ kind }) => kind),
    ['paid']
  )
  t.match(
    (await pendingJobs(sql)).filter(({ name }) => name === 'payment.refund'),
    [{ attempts: 1 }]
  )
  t.same(await parkedJobs(sql), [])
})

t.test('the desk takes the fee of a dossier that waits once, and never of one that has paid', async (t) => {
  const { context } = await openTestContext(t)
  const { id, clerk, officer } = await aDossier(context, { state: 'in_progress' })
  await requestPayment(context, { dossierId: id, by: officer, note: 'Lệ phí' })

  await confirmAtDesk(context, { dossierId: id, by: clerk, note: 'BL 7' })

  t.match(await entriesOf(context.db, id), [{ kind: 'paid', way: 'cash', actorName: clerk.name, facts: { note: 'BL 7' } }])
  t.match((await movesOf(context.db, id)).at(-1), { name: 'confirm_payment', actorRole: 'clerk' })
  await t.rejects(collectCash(context, { dossierId: id, by: clerk }), { code: 'PAYMENT_NOT_DUE' })
})

t.test('the ledger is only added to, whoever asks', async (t) => {
  const { context, sql } = await openTestContext(t)
  const { id, clerk } = await aDossier(context)
  await collectCash(context, { dossierId: id, by: clerk })
  await t.rejects(sql`update payment_entries set amount = 1`, /only added to/)
  await t.rejects(sql`delete from payment_entries`, /only added to/)
})
