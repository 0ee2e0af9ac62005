// The round of the house: what is drafted, who is told, what settles itself; one bad item, two processes, a second time.
import t from 'tap'
import { openDatabase } from '../../src/database/client.ts'
import { proposeApology, signApology } from '../../src/dossiers/actions/apologise.ts'
import { declineSecondRequest } from '../../src/dossiers/actions/approve-second-request.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { suspendDossier } from '../../src/dossiers/actions/pause-and-resume.ts'
import { proposeSecondRequest } from '../../src/dossiers/actions/propose-second-request.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { apologiesOf } from '../../src/dossiers/apology-queries.ts'
import { papersOf } from '../../src/dossiers/queries.ts'
import { settleNotice } from '../../src/escalations/actions/settle.ts'
import { sweep } from '../../src/escalations/actions/sweep.ts'
import { noticesFor, unseenFor } from '../../src/escalations/queries.ts'
import { sendOn } from '../../src/processing/actions/send-on.ts'
import { isActive } from '../../src/processing/lifecycle.ts'
import { currentStepsOf } from '../../src/processing/queries.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier, staffOf } from '../helpers/dossiers.ts'
import { allowSuspension } from '../helpers/time-rules.ts'

const rows = ({ sql }: TestShop) =>
  sql<
    {
      dossier_id: string
      subject: string
      subject_id: string
      level: number
      turn: number
      to_role: string
      cause: string
      settled_by: string | null
    }[]
  >`
    select dossier_id, subject, subject_id, level, turn, to_role, cause, settled_by from escalations order by level, turn`

async function anOffice(t: Parameters<typeof openTestContext>[0]) {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const officer = await staffOf(shop.context, 'STTTT', 'officer')
  return { shop, context: shop.context, signer: { ...officer, id: shop.context.newId(), role: 'signer' as const } }
}

t.test('a letter is drafted two working days before the due date, and not before', async (t) => {
  const { shop, context } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'in_progress' })

  shop.setNow('2026-03-12T17:30+07:00')
  await sweep(context)
  t.same(await apologiesOf(context.db, id), [], 'due on Tuesday 17/03: on Thursday it is too early')
  shop.setNow('2026-03-13T07:00+07:00')
  await sweep(context)
  await sweep(context)

  t.match(await apologiesOf(context.db, id), [{ draftedBy: 'Hệ thống', proposedAt: null }])
  t.equal((await apologiesOf(context.db, id))[0]!.lastDay.toString(), '2026-03-16')
})

t.test('officer, head and supervisor are told once each; again when it stays late; a new date settles all', async (t) => {
  const { shop, context, signer } = await anOffice(t)
  const { id, officer } = await aDossier(context, { state: 'in_progress' })
  const told = async () => (await rows(shop)).map(({ level, turn, to_role, cause }) => `${level}.${turn} ${to_role} ${cause}`)

  for (const now of ['2026-03-16T08:00', '2026-03-16T12:00', '2026-03-17T08:00', '2026-03-17T18:00', '2026-03-18T08:00']) {
    shop.setNow(`${now}+07:00`)
    await sweep(context)
  }
  t.same(await told(), ['1.0 officer due_soon', '2.0 signer due_today', '3.0 signer late', '4.0 supervisor late'])
  shop.setNow('2026-03-20T08:00+07:00')
  await sweep(context)
  t.same((await told()).slice(3), ['3.1 signer late', '4.0 supervisor late', '4.1 supervisor late'])

  t.match(await noticesFor(context.db, signer), [{ level: 3, turn: 1 }], 'a head sees the latest of what was told to heads')
  await proposeApology(context, {
    dossierId: id,
    by: officer,
    causes: ['complex'],
    words: '',
    newDay: Temporal.PlainDate.from('2026-03-31')
  })
  await signApology(context, { dossierId: id, by: signer })
  await sweep(context)
  t.ok((await rows(shop)).every(({ settled_by }) => settled_by === 'Hệ thống'))
  t.equal(await unseenFor(context.db, signer), 0)
})

t.test('one dossier that fails does not stop the others, and is named', async (t) => {
  const { shop, context } = await anOffice(t)
  const dossiers = []
  for (let i = 0; i < 4; i++) dossiers.push(await aDossier(context, { state: 'in_progress' }))
  const bad = dossiers[1]!
  // A trigger stands for whatever may be wrong with one row.
  await shop.sql.unsafe(`
    create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'broken row'; end $$;
    create trigger refuse_one before insert on apologies for each row when (new.dossier_id = '${bad.id}') execute function refuse_one();
    create trigger refuse_one before insert on escalations for each row when (new.dossier_id = '${bad.id}') execute function refuse_one();`)
  shop.setNow('2026-03-18T08:00+07:00')

  const { failed, done } = await sweep(context)

  t.same(
    failed.map(({ round, id }) => [round, id]),
    [
      ['apologies', bad.id],
      ['due dates', bad.id]
    ]
  )
  t.match(done, { apologies: 3, 'due dates': 3 })
  const [count] = await shop.sql<{ told: number }[]>`select count(distinct dossier_id)::int as told from escalations`
  t.equal(count!.told, 3)
})

t.test('five processes make the round at once: everything is done once', async (t) => {
  const { shop, context } = await anOffice(t)
  for (let i = 0; i < 6; i++) await aDossier(context, { state: 'in_progress' })
  shop.setNow('2026-03-18T08:00+07:00')
  const others = Array.from({ length: 4 }, () => openDatabase(shop.connection, { max: 2 }))
  t.teardown(() => Promise.all(others.map(({ close }) => close())))

  const swept = await Promise.all([context, ...others.map(({ db }) => ({ ...context, db }))].map((one) => sweep(one)))
  // Whoever found a dossier in other hands left it to the next round.
  await sweep(context)

  t.same(
    swept.flatMap(({ failed }) => failed),
    []
  )
  const [count] =
    await shop.sql`select (select count(*)::int from apologies) as letters, (select count(*)::int from escalations) as notices`
  t.same(count, { letters: 6, notices: 6 * 4 })
  t.same(await sweep(context), { done: {}, failed: [] }, 'another round has nothing to do')
})

t.test('a dossier somebody works on is left to the next round, not waited for', async (t) => {
  const { shop, context } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'in_progress' })
  shop.setNow('2026-03-18T08:00+07:00')

  await shop.sql.begin(async (held) => {
    await held`select from dossiers where id = ${id} for update`
    t.same((await sweep(context)).done, {})
  })

  t.same((await sweep(context)).done, { apologies: 1, 'due dates': 1 })
})

t.test('the end of a suspension is told before and after; papers that never come after 30 and 60 days', async (t) => {
  const { shop, context } = await anOffice(t)
  await allowSuspension(context, { days: 20 })
  const one = await aDossier(context, { state: 'in_progress' })
  await suspendDossier(context, { dossierId: one.id, by: one.officer, note: 'Chờ giám định' })
  const other = await aDossier(context, { state: 'awaiting_supplement' })
  const told = async (id: string) =>
    (await rows(shop)).filter((row) => row.dossier_id === id).map(({ to_role, cause }) => `${to_role} ${cause}`)

  const at = async (now: string) => {
    shop.setNow(now)
    await sweep(context)
  }
  await at('2026-03-17T08:00+07:00')
  t.same(await told(one.id), [], 'suspended on 02/03 for 20 days: until 22/03')
  await at('2026-03-18T08:00+07:00')
  t.same(await told(one.id), ['officer ends_soon'], 'three working days before')
  await at('2026-03-23T08:00+07:00')
  t.same(await told(one.id), ['officer ends_soon', 'signer ended'])
  await at('2026-04-01T08:29+07:00')
  t.same(await told(other.id), [])
  await at('2026-04-01T08:31+07:00')
  t.same(await told(other.id), ['clerk unanswered'])
  await at('2026-05-04T08:00+07:00')
  t.same(await told(other.id), ['clerk unanswered', 'supervisor closing'])
})

t.test('a notice is settled with a word by those it was for, at their agency only; a result settles what is left', async (t) => {
  const { shop, context, signer } = await anOffice(t)
  const { id, officer } = await aDossier(context, { state: 'in_progress' })
  shop.setNow('2026-03-18T08:00+07:00')
  await sweep(context)
  const [notice] = await noticesFor(context.db, signer)
  const elsewhere = { ...(await staffOf(context, '11311', 'officer')), role: 'signer' as const }

  await t.rejects(settleNotice(context, { id: notice!.id, by: elsewhere, how: 'Xong' }), { code: 'ESCALATION_NOT_FOUND' })
  await t.rejects(settleNotice(context, { id: notice!.id, by: officer, how: 'Xong' }), { code: 'ESCALATION_NOT_FOUND' })
  await t.rejects(settleNotice(context, { id: notice!.id, by: signer, how: ' ' }), { code: 'FORM_INCOMPLETE' })
  await settleNotice(context, { id: notice!.id, by: signer, how: 'Đã giao người khác' })

  const [paper] = await papersOf(context.db, id)
  await decide(context, { dossierId: id, by: officer, kind: 'approved', number: '1/GP', title: 'Giấy phép', fileId: paper!.fileId! })
  await sweep(context)
  const settled = (await rows(shop)).map(({ settled_by }) => settled_by)
  t.same(settled.filter((name) => name === signer.name).length, 3, 'the officer’s line and both of the head: it is one matter')
  t.notOk(settled.includes(null))
})

t.test(
  'a step that is late is told to who does it and to their head, long before the dossier is due; done, it settles itself',
  async (t) => {
    const { shop, context } = await anOffice(t)
    const { id, officer } = await aDossier(context, { state: 'in_progress', procedure: '2.001740' })
    await shop.runJobs()
    const steps = await currentStepsOf(context.db, id)
    const [now] = steps.filter(isActive)
    t.ok(steps.length > 1 && now!.dueAt, 'the procedure has steps')

    shop.setNow(now!.dueAt!.add({ hours: 1 }).toString())
    await sweep(context)
    const told = (await rows(shop)).filter(({ subject }) => subject === 'step')
    t.same(
      told.map(({ to_role, cause }) => `${to_role} ${cause}`),
      ['officer late', 'signer late']
    )

    await sendOn(context, { dossierId: id, stepId: now!.id, by: { ...officer, id: now!.assigneeId! }, note: 'Xong' })
    await sweep(context)
    const after = (await rows(shop)).filter(({ subject_id }) => subject_id === now!.id)
    t.ok(after.every(({ settled_by }) => settled_by === 'Hệ thống'))
  }
)

t.test('a second request nobody has decided is told to the head on the second day, and settles itself with the answer', async (t) => {
  const { shop, context, signer } = await anOffice(t)
  const { id, officer, citizen } = await aDossier(context, { state: 'in_progress' })
  const reasons = [{ paper: 'Đơn', reason: 'Thiếu chữ ký' }]
  await requestSupplement(context, { dossierId: id, by: officer, reasons })
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [], note: 'Đã ký' })
  await takeDossier(context, { dossierId: id, by: officer })
  const { id: requestId } = await proposeSecondRequest(context, { dossierId: id, by: officer, reasons, why: 'Giấy mới lộ ra là giả' })
  const told = async () => (await rows(shop)).map(({ subject, to_role, settled_by }) => `${subject} ${to_role} ${settled_by}`)

  await sweep(context)
  t.same(await told(), [])
  shop.setNow('2026-03-03T09:00+07:00')
  await sweep(context)
  t.same(await told(), ['proposal signer null'])
  await declineSecondRequest(context, { requestId, by: signer, reason: 'Giải quyết theo giấy đã có' })
  await sweep(context)
  t.same(await told(), ['proposal signer Hệ thống'])
})

t.test('what is answered the same day is nobody’s worry while the desk is open; in the evening it is late and said so', async (t) => {
  const { shop, context } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'in_progress', procedure: '2.000635', agency: '11311' })

  await sweep(context)
  t.same([await rows(shop), await apologiesOf(context.db, id)], [[], []], 'due today at 17:00, received today at 8:30')
  shop.setNow('2026-03-02T17:01+07:00')
  await sweep(context)
  t.ok((await rows(shop)).every(({ cause }) => cause === 'late'))
  shop.setNow('2026-03-03T07:00+07:00')
  await sweep(context)
  t.match(await apologiesOf(context.db, id), [{ draftedBy: 'Hệ thống' }])
})
