// A desk that worked alone: numbers lent before, acceptances signed by the machine, everything taken in or kept with its reason.
import t from 'tap'
import { dueAt } from '../../src/deadlines/due.ts'
import { workingCalendarOf } from '../../src/deadlines/working-calendar.ts'
import { checkToken } from '../../src/documents/actions/check-paper.ts'
import { certifyLease, readOfflineReceipt, signReceipt } from '../../src/documents/offline-receipt.ts'
import { issuedOf, publishedKeys } from '../../src/documents/queries.ts'
import { checkPaper, openSeal } from '../../src/documents/verification.ts'
import { acceptWalkIn } from '../../src/dossiers/actions/accept-walk-in.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { returnNumbers, writeOff } from '../../src/outages/actions/return-numbers.ts'
import { retryItem, voidItem } from '../../src/outages/actions/settle-item.ts'
import { syncItems } from '../../src/outages/actions/sync-items.ts'
import { findItem, findLease, refusedAt } from '../../src/outages/queries.ts'
import type { OfflineContent } from '../../src/outages/types.ts'
import { openTestContext } from '../helpers/context.ts'
import { lan, staffOf } from '../helpers/dossiers.ts'
import { aMachine, bodyOf } from '../helpers/outage.ts'
import { findDifferences } from '../stories/invariants.ts'

const contentOf = (sent: { content: string }) => JSON.parse(sent.content) as OfflineContent

t.test('accepted alone at 9:12, brought at 11: a dossier with the number, the time and the day on its receipt', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const machine = await aMachine(shop)
  const sent = await machine.accept('2026-03-02T09:12:05+07:00')

  shop.setNow('2026-03-02T11:00+07:00')
  const [outcome] = await syncItems(context, { by: machine.by, items: [sent], clock: context.now() })
  await shop.runJobs()

  const { id, receipt, cash } = contentOf(sent)
  const dossier = await getDossier(context.db, id)
  t.same(outcome, { id, state: 'accepted', code: sent.code })
  t.equal(dossier.code, sent.code)
  t.equal(dossier.receivedAt?.toString(), '2026-03-02T02:12:05Z', 'the clerk’s hand is the legal receipt (NĐ 61/2018 Đ17)')
  const calendar = await workingCalendarOf(context.db, dossier.agencyId)
  const due = dueAt(
    [{ kind: 'received', at: Temporal.Instant.from('2026-03-02T02:12:05Z') }],
    { kind: 'same_day', cutOff: '15:00' },
    calendar
  )
  t.equal(dossier.dueAt?.toString(), due.dueAt?.toString())
  t.equal(contentOf(sent).dueAt, due.dueAt?.toString(), 'and that is what was printed')
  const accepted = (await movesOf(context.db, id)).find(({ name }) => name === 'accept')
  t.match(accepted, { actorName: machine.by.name, facts: { outage: true, paid: 'cash' } })
  t.same((await issuedOf(context.db, id)).map(({ form, number }) => [form, number]).sort(), [
    ['payment_receipt', '0000001/2026'],
    ['receipt', '1/BPTNTKQ']
  ])
  t.match((await latestMessages(context.db)).find(({ kind }) => kind === 'accepted_in_outage')?.body, /nhận lúc mất mạng/)
  t.equal(cash, 4000, 'two copies at 2.000 ₫ were taken in cash')
  t.match(await checkToken(context, receipt), {
    verdict: 'genuine',
    state: 'valid',
    agencyName: 'Phường Minh Khai',
    facts: { code: sent.code, amount: 4000 }
  })
})

t.test('a receipt is proven by the published key alone, before anybody brought it in; a changed letter is not', async (t) => {
  const shop = await openTestContext(t)
  const machine = await aMachine(shop)
  const sent = await machine.accept('2026-03-02T09:12:05+07:00')
  const { receipt } = contentOf(sent)

  const proof = await checkPaper(receipt, await publishedKeys(shop.context.db))

  t.match(proof, {
    verdict: 'genuine',
    facts: { form: 'offline_receipt', code: sent.code, holder: 'N.V.B.' },
    lease: { staffName: machine.by.name }
  })
  t.match(await checkToken(shop.context, receipt), { verdict: 'genuine', state: 'not_synced', agencyName: 'Phường Minh Khai' })
  for (const at of [10, 80, 200, 300, receipt.length - 20]) {
    const changed = `${receipt.slice(0, at)}${receipt[at] === 'A' ? 'B' : 'A'}${receipt.slice(at + 1)}`
    t.not((await checkPaper(changed, await publishedKeys(shop.context.db))).verdict, 'genuine', `letter ${at}`)
  }
})

t.test('somebody who certifies a machine of their own in the city’s name makes forgeries', async (t) => {
  const shop = await openTestContext(t)
  const machine = await aMachine(shop)
  const { receipt } = contentOf(await machine.accept('2026-03-02T09:12:05+07:00'))
  const { lease, facts, number } = readOfflineReceipt(receipt)!
  const [own, device] = await Promise.all([1, 2].map((n) => openSeal(new Uint8Array(32).fill(n))))

  const certificate = await certifyLease({ ...own!, keyId: lease.keyId }, { ...lease, deviceKey: device!.publicKey })
  const forged = await signReceipt(device!.sign, certificate, { ...facts, number, dueAt: facts.dueAt! })

  t.same(await checkPaper(forged, await publishedKeys(shop.context.db)), { verdict: 'forged' })
})

t.test('sent again is answered as before; other words under the same id change nothing', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const machine = await aMachine(shop)
  const sent = await machine.accept('2026-03-02T08:31:00+07:00')
  shop.setNow('2026-03-02T09:00+07:00')
  const bundle = { by: machine.by, items: [sent], clock: context.now() }
  const first = await syncItems(context, bundle)

  const [again, twice] = await Promise.all([syncItems(context, bundle), syncItems(context, bundle)])
  const other = await machine.resign({ ...contentOf(sent), cash: 0, fee: 0 })
  const [changed] = await syncItems(context, { ...bundle, items: [other] })

  t.same([again, twice], [first, first])
  t.match(changed, { state: 'refused', reason: 'OUTAGE_ALREADY_SETTLED' })
  t.same(
    (await movesOf(context.db, contentOf(sent).id)).map(({ name }) => name),
    ['submit', 'accept']
  )
  t.equal((await findItem(context.db, contentOf(sent).id))?.content, sent.content)
})

t.test('one bundle, good ones among bad ones: each gets its own answer, and what was refused is kept', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const [machine, other] = [await aMachine(shop), await aMachine(shop)]
  const at = '2026-03-02T08:40:00+07:00'
  const good = await machine.accept(at)
  const forged = { ...(await machine.accept(at)), signature: (await other.accept(at)).signature }
  const outside = await machine.accept(at, { number: other.lease.first })
  const used = await machine.accept(at, { number: machine.lease.first })
  const ahead = await machine.accept('2026-03-02T11:40:00+07:00')
  const yesterday = await machine.accept('2026-03-01T08:40:00+07:00')
  const early = await machine.accept('2026-03-02T08:20:00+07:00')
  const expired = await machine.accept('2026-03-03T08:40:00+07:00')
  const phoneless = await machine.accept(at, { body: bodyOf(77, { 'filer.phone': '12' }) })
  const nonsense = { content: '{"v":1}', signature: '' }
  const alsoGood = await machine.accept(at)
  shop.setNow('2026-03-02T09:00+07:00')

  const items = [good, forged, outside, used, ahead, yesterday, early, expired, phoneless, nonsense, alsoGood]
  const outcomes = await syncItems(context, { by: machine.by, items, clock: context.now() })

  t.same(
    outcomes.map(({ state, reason }) => reason ?? state),
    [
      'accepted',
      'OUTAGE_SIGNATURE_WRONG',
      'OUTAGE_NUMBER_OUTSIDE',
      'OUTAGE_NUMBER_USED',
      'OUTAGE_TIME_AHEAD',
      'OUTAGE_TIME_OUTSIDE',
      'OUTAGE_TIME_OUTSIDE',
      'OUTAGE_TIME_OUTSIDE',
      'FORM_INCOMPLETE',
      'OUTAGE_UNREADABLE',
      'accepted'
    ]
  )
  t.equal((await refusedAt(context.db, machine.by.agencyId!)).length, 8, 'kept with their reasons')
  shop.setNow('2026-03-02T11:41+07:00')
  t.match(await retryItem(context, { itemId: contentOf(ahead).id, by: machine.by }), { state: 'accepted' }, 'a fast clock is overtaken')
})

t.test('what is refused is mended and sent again, or given up by the head of the desk with a reason', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const machine = await aMachine(shop)
  const head = { ...machine.by, id: context.newId(), name: 'Nguyễn Bá Thành', role: 'supervisor' as const }
  const wrong = await machine.accept('2026-03-02T08:31:00+07:00', { body: bodyOf(1, { 'filer.phone': '12' }) })
  const lost = await machine.accept('2026-03-02T08:32:00+07:00', { body: bodyOf(2, { 'filer.phone': '12' }) })
  shop.setNow('2026-03-02T09:00+07:00')
  const sync = (sent: typeof wrong) => syncItems(context, { by: machine.by, items: [sent], clock: context.now() })
  await sync(wrong)
  await sync(lost)

  const { id, number } = contentOf(wrong)
  const mended = await machine.accept('2026-03-02T08:31:00+07:00', { id, number, body: bodyOf(1) })
  const [taken] = await sync(mended)
  const itemId = contentOf(lost).id
  await t.rejects(voidItem(context, { itemId, by: machine.by, reason: 'Trùng' }), { code: 'NOT_YOURS_TO_DO' })
  await t.rejects(voidItem(context, { itemId, by: head }), { code: 'FORM_INCOMPLETE' })
  await voidItem(context, { itemId, by: head, reason: 'Đã nhận lại cho dân bằng số mới' })

  t.match(taken, { state: 'accepted', code: wrong.code }, 'under the number that was printed')
  t.match(await findItem(context.db, itemId), { state: 'voided', reason: 'Đã nhận lại cho dân bằng số mới', settledBy: 'Nguyễn Bá Thành' })
  t.match(await checkToken(context, contentOf(lost).receipt), { verdict: 'genuine', state: 'revoked' })
  t.same(await refusedAt(context.db, head.agencyId!), [])
})

t.test('a block comes out of the agency’s one counter, and every number of it is accounted for', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const [one, two] = [await aMachine(shop), await aMachine(shop)]
  const walkIn = { procedureCode: '2.000815', agencyCode: '11311', by: one.by, locale: 'vi' as const, papers: [] }
  const online = await acceptWalkIn(context, {
    ...walkIn,
    application: { filer: lan, applicant: lan, subject: 'Chứng thực', delivery: { method: 'desk' } }
  })
  const [used, given] = [await one.accept('2026-03-02T08:31:00+07:00'), await one.accept('2026-03-02T08:32:00+07:00')]
  const voided = await one.resign({ ...contentOf(given), voided: 'In hỏng' })
  shop.setNow('2026-03-02T09:00+07:00')
  const unused = Array.from({ length: 48 }, (_, i) => i + 3)

  await t.rejects(
    returnNumbers(context, { leaseId: one.lease.id, by: one.by, unused }),
    { code: 'OUTAGE_NUMBERS_OPEN' },
    'two are on their way'
  )
  const outcomes = await syncItems(context, { by: one.by, items: [used, voided], clock: context.now() })
  for (let twice = 0; twice < 2; twice++) await returnNumbers(context, { leaseId: one.lease.id, by: one.by, unused })

  t.same([one.lease.first, one.lease.last, two.lease.first, two.lease.last], [1, 50, 51, 100])
  t.match(online.code, /-0101$/, 'the desk that is online goes on after them')
  t.same(
    outcomes.map(({ state }) => state),
    ['accepted', 'voided']
  )
  t.same((await findLease(context.db, one.lease.id))?.returned, unused, '1 used, 2 given up, 3 to 50 given back')
  t.match(await checkToken(context, contentOf(voided).receipt), { state: 'revoked' })
  await shop.runJobs()
  t.same((await findDifferences(shop.sql)).differences, [], 'and the auditor of the stories finds every number')
})

t.test('a machine written off comes back: the paper in the citizen’s hand counts', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const machine = await aMachine(shop)
  const head = { ...machine.by, role: 'supervisor' as const }
  const sent = await machine.accept('2026-03-02T08:31:00+07:00')
  shop.setNow('2026-03-05T09:00+07:00')
  await t.rejects(writeOff(context, { leaseId: machine.lease.id, by: machine.by, reason: 'Hỏng' }), { code: 'NOT_YOURS_TO_DO' })
  await writeOff(context, { leaseId: machine.lease.id, by: head, reason: 'Máy hỏng ổ đĩa' })

  const [outcome] = await syncItems(context, { by: machine.by, items: [sent], clock: context.now() })

  t.match(outcome, { state: 'accepted', code: sent.code })
  const { returned, closedWhy } = (await findLease(context.db, machine.lease.id))!
  t.notOk(returned.includes(contentOf(sent).number))
  t.equal(returned.length, 49)
  t.equal(closedWhy, 'Máy hỏng ổ đĩa')
})

t.test('numbers are lent to clerks only, a few blocks a day; from 15:00 on the next working day’s as well', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-06T08:30+07:00' })
  const { context } = shop
  const machine = await aMachine(shop)
  const known = async () => (await machine.ask()).map(({ id }) => id)
  const blocks = async () => (await machine.ask()).map(({ day, first }) => `${day} ${first}`)
  await machine.ask()
  await shop.runJobs()
  t.equal((await blocks()).length, 1, 'asked again before it knew of the first: the answer was lost, not the block')
  for (let i = 0; i < 6; i++) {
    await machine.ask({}, await known())
    await shop.runJobs()
  }

  t.equal((await blocks()).length, 4)
  shop.setNow('2026-03-06T15:00+07:00')
  t.same((await machine.ask({ '2026-03-06': 50 })).at(-1)?.day.toString(), '2026-03-09', 'Friday lends Monday')
  const officer = await staffOf(context, '11311', 'officer')
  const asking = { by: officer, deviceKey: machine.deviceKey, left: {}, held: [], clock: context.now() }
  await t.rejects((async () => (await import('../../src/outages/actions/lease-numbers.ts')).leaseNumbers(context, asking))(), {
    code: 'NOT_YOURS_TO_DO'
  })
})

t.test('a clock that is wrong is noticed; the time on the receipt stands', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const machine = await aMachine(shop)
  const sent = await machine.accept('2026-03-02T08:40:00+07:00')
  shop.setNow('2026-03-02T09:00+07:00')

  await syncItems(context, { by: machine.by, items: [sent], clock: Temporal.Instant.from('2026-03-02T08:48+07:00') })

  const item = await findItem(context.db, contentOf(sent).id)
  t.match(item, { state: 'accepted', facts: { skewSeconds: -720 } })
  t.equal((await getDossier(context.db, item!.id)).receivedAt?.toString(), '2026-03-02T01:40:00Z')
})
