// A dossier walks through its life by the actions: history, clock, audit, counts and jobs go with every move.
import t from 'tap'
import { findBreak } from '../../src/audit/chain.ts'
import { chainOf } from '../../src/audit/queries.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { resumeDossier, suspendDossier } from '../../src/dossiers/actions/pause-and-resume.ts'
import { recordRead } from '../../src/dossiers/actions/record-read.ts'
import { refuseAtDesk } from '../../src/dossiers/actions/refuse-at-desk.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { getDossier, movesOf, papersOf } from '../../src/dossiers/queries.ts'
import { formatInstant } from '../../src/kernel/time.ts'
import { sampleAnswers } from '../helpers/answers.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aCitizen, aDossier, lan, staffOf } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'
import { allowSuspension } from '../helpers/time-rules.ts'

const namesOf = async ({ context }: TestShop, id: string) => (await movesOf(context.db, id)).map(({ name }) => name)
const due = (at: Temporal.Instant | null) => at && formatInstant(at)

t.test('accepted on Monday with fifteen days: due after three weeks, and the code is of that day and agency', async (t) => {
  const { context } = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })

  const { dossier, code } = await aDossier(context, { state: 'accepted' })

  t.equal(code, '000.00.18.H24-260302-0001')
  t.equal(dossier.state, 'accepted')
  t.equal(due(dossier.dueAt)?.slice(-10), '17/03/2026', '15 calendar days after 2 March')
})

t.test('filed twice on a day: numbers 1 and 2; the next day begins with 1 again', async (t) => {
  const shop = await openTestContext(t)

  const codes = [await aDossier(shop.context), await aDossier(shop.context)].map(({ code }) => code)
  shop.setNow('2026-03-03T08:00+07:00')
  const { code } = await aDossier(shop.context)

  t.same(codes, ['000.00.18.H24-260302-0001', '000.00.18.H24-260302-0002'])
  t.equal(code, '000.00.18.H24-260303-0001')
})

t.test('two clerks accept one dossier: one wins, the other is told what it is now', async (t) => {
  const shop = await openTestContext(t)
  const { id, clerk } = await aDossier(shop.context)
  const other = await staffOf(shop.context, 'STTTT', 'clerk')

  const { first, second } = await raceFor(
    shop,
    (context) => acceptAtDesk(context, { dossierId: id, by: clerk }),
    () => acceptAtDesk(shop.context, { dossierId: id, by: other })
  )

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'MOVE_NOT_ALLOWED', status: 409 } })
  t.match((second as PromiseRejectedResult).reason.message, /Đã tiếp nhận/)
  t.same(await namesOf(shop, id), ['submit', 'accept'], 'the history has it once')
})

t.test('a clerk of another agency finds nothing', async (t) => {
  const shop = await openTestContext(t)
  const { id } = await aDossier(shop.context)
  const stranger = await staffOf(shop.context, '303', 'clerk')

  await t.rejects(acceptAtDesk(shop.context, { dossierId: id, by: stranger }), { code: 'NOT_YOURS_TO_SEE', status: 404 })
})

t.test('a supplement is asked once; after it the clock restarts from the beginning', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const { id, officer, citizen } = await aDossier(context, { state: 'in_progress' })
  const reasons = [{ paper: 'Danh mục xuất bản phẩm', paperNumber: 2, reason: 'Chưa ghi tên tác giả' }]

  shop.setNow('2026-03-04T10:00+07:00')
  const asked = await requestSupplement(context, { dossierId: id, by: officer, reasons })
  t.equal(asked.state, 'awaiting_supplement')
  t.equal(asked.dueAt, null, 'nothing counts while papers are awaited')
  shop.setNow('2026-03-09T10:00+07:00')
  const given = await giveSupplement(context, {
    dossierId: id,
    by: citizen,
    papers: [{ number: 2, name: 'Danh mục', form: 'form', given: 'paper' }]
  })

  t.equal(given.state, 'accepted')
  t.equal(due(given.dueAt)?.slice(-10), '24/03/2026', '15 days from 9 March, not from 2 March')
  t.equal((await papersOf(context.db, id)).filter(({ number }) => number === 2).length, 1, 'the better paper takes the place of the old')
})

t.test('a second supplement request is refused, and one after the third working day as well', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const reasons = [{ paper: 'Đơn', reason: 'Thiếu chữ ký' }]
  const { id, officer } = await aDossier(context, { state: 'in_progress' })
  shop.setNow('2026-03-06T08:00+07:00')
  await t.rejects(requestSupplement(context, { dossierId: id, by: officer, reasons }), { code: 'SUPPLEMENT_TOO_LATE' })
  shop.setNow('2026-03-05T16:00+07:00')
  await t.resolves(requestSupplement(context, { dossierId: id, by: officer, reasons }), 'Thursday is the third working day')

  const desk = await aDossier(context, { state: 'awaiting_supplement' })
  await giveSupplement(context, { dossierId: desk.id, by: desk.citizen, papers: [], note: 'Đã ký' })
  await t.rejects(requestSupplement(context, { dossierId: desk.id, by: desk.clerk, reasons }), { code: 'SUPPLEMENT_ALREADY_ASKED' })
})

t.test('suspended for a week: the due date moves by that week', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const { id, officer } = await aDossier(context, { state: 'in_progress' })

  shop.setNow('2026-03-03T09:00+07:00')
  await t.rejects(suspendDossier(context, { dossierId: id, by: officer, note: 'Chờ xác minh' }), { code: 'SUSPENSION_NOT_ALLOWED' })
  await allowSuspension(context)
  const suspended = await suspendDossier(context, { dossierId: id, by: officer, note: 'Chờ xác minh' })
  t.equal(suspended.dueAt, null)
  shop.setNow('2026-03-10T09:00+07:00')
  const resumed = await resumeDossier(context, { dossierId: id, by: officer, note: '' })

  t.equal(due(resumed.dueAt)?.slice(-10), '24/03/2026')
})

t.test('a refusal at the desk needs its reason and its article, and then is the end', async (t) => {
  const { context } = await openTestContext(t)
  const { id, clerk } = await aDossier(context)

  await t.rejects(refuseAtDesk(context, { dossierId: id, by: clerk, reason: ' ', legalBasis: '' }), {
    code: 'FORM_INCOMPLETE',
    facts: { fields: { reason: 'REASON_REQUIRED', legalBasis: 'LEGAL_BASIS_REQUIRED' } }
  })
  const refused = await refuseAtDesk(context, {
    dossierId: id,
    by: clerk,
    reason: 'Không thuộc thẩm quyền',
    legalBasis: 'Luật Xuất bản 2012, Điều 42'
  })

  t.equal(refused.state, 'refused')
  await t.rejects(acceptAtDesk(context, { dossierId: id, by: clerk }), { code: 'MOVE_NOT_ALLOWED' })
})

t.test('the citizen takes a dossier back until the result is signed', async (t) => {
  const { context } = await openTestContext(t)
  const open = await aDossier(context, { state: 'in_progress' })
  const signed = await aDossier(context, { state: 'result_ready' })

  t.equal((await withdrawDossier(context, { dossierId: open.id, by: open.citizen, reason: '' })).state, 'withdrawn')
  await t.rejects(withdrawDossier(context, { dossierId: signed.id, by: signed.citizen, reason: '' }), { code: 'MOVE_NOT_ALLOWED' })
})

t.test('everything missing in a filing is said at once, and no number is used up', async (t) => {
  const { context } = await openTestContext(t)
  const bad = { filer: { ...lan, phone: '12' }, applicant: { ...lan, name: '' }, subject: '', delivery: { method: 'desk' as const } }
  const answers = {
    ...sampleAnswers('1.003725'),
    country: '',
    is_held: true,
    held_paper: 7,
    publications: [{ kind: 'film' }],
    shoe_size: 40
  }

  await t.rejects(aDossier(context, { application: bad, papers: [], answers: answers as never }), {
    code: 'FORM_INCOMPLETE',
    facts: {
      fields: {
        'filer.phone': 'PHONE_INVALID',
        'applicant.name': 'NAME_REQUIRED',
        'answers.country': 'REQUIRED',
        'answers.held_paper': 'ANSWER_MALFORMED',
        'answers.publications.0.title': 'REQUIRED',
        'answers.publications.0.kind': 'OPTION_UNKNOWN',
        'answers.shoe_size': 'UNKNOWN_FIELD',
        'paper.3': 'PAPER_REQUIRED'
      }
    }
  })
  const { code } = await aDossier(context)
  t.match(code, /-0001$/)
})

t.test('the audit chain is whole after reads and moves, and a changed entry shows', async (t) => {
  const shop = await openTestContext(t)
  const { context, sql } = shop
  const { id, clerk } = await aDossier(context, { state: 'result_ready' })
  await recordRead(context, { dossierId: id, by: clerk })
  await recordRead(context, { dossierId: id, by: clerk })

  const head = async () => {
    const { auditCount: count, auditHash: hash } = await getDossier(context.db, id)
    return { count, hash }
  }
  const entries = await chainOf(context.db, id)
  t.same(
    entries.map(({ action }) => action),
    ['submit', 'accept', 'take', 'approve', 'read'],
    'two looks within half an hour are one'
  )
  t.equal(findBreak(entries, await head()), undefined)
  await sql`update audit_entries set facts = facts || '{"note": "x"}' where chain = ${id} and seq = 2`
  t.equal(findBreak(await chainOf(context.db, id), await head()), 'entry 2 was changed')
  await sql`delete from audit_entries where chain = ${id} and seq = 5`
  t.match(findBreak((await chainOf(context.db, id)).slice(0, 1), await head()), /end of the chain/)
})

t.test('counts equal a recount of the history', async (t) => {
  const { context, sql } = await openTestContext(t)
  await aDossier(context, { state: 'result_ready' })
  await aDossier(context, { state: 'awaiting_supplement' })

  const differences = await sql`
    with recount as (
      select d.agency_id, (m.at at time zone 'Asia/Ho_Chi_Minh')::date as day, m.name, d.channel, count(*)::int as count
        from dossier_moves m join dossiers d on d.id = m.dossier_id group by 1, 2, 3, 4)
    select * from recount full join dossier_counts c on (c.agency_id, c.day, c.move, c.channel) = (recount.agency_id, recount.day, recount.name, recount.channel)
     where c.count is distinct from recount.count`
  t.same(differences, [])
})

t.test('nobody moves what is not theirs', async (t) => {
  const { context } = await openTestContext(t)
  const { id } = await aDossier(context)

  await t.rejects(withdrawDossier(context, { dossierId: id, by: await aCitizen(context), reason: '' }), { code: 'NOT_YOURS_TO_SEE' })
})
