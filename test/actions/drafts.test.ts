// The life of a draft: saved by whoever comes first, warned of after 83 days, gone after 90, and touched once it begins anew.
import { readFileSync } from 'node:fs'
import t from 'tap'
import { discardDraft } from '../../src/dossiers/actions/discard-draft.ts'
import { saveDraft } from '../../src/dossiers/actions/save-draft.ts'
import { startDraft } from '../../src/dossiers/actions/start-draft.ts'
import { findDossier, getDossier } from '../../src/dossiers/queries.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aCitizen, lan } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'

async function aDraft({ context }: TestShop) {
  const by = await aCitizen(context)
  const start = { procedureCode: '2.000635', agencyCode: '11302', channel: 'online' as const, filer: lan, by, locale: 'vi' as const }
  const { id: dossierId } = await startDraft(context, { ...start, personId: by.id })
  return { dossierId, by }
}

const warnings = ({ sql }: TestShop) => sql<{ body: string }[]>`select body from messages where kind = 'draft_ending' and channel = 'sms'`

t.test('a draft nobody touches is warned of once and then deleted; one that is touched begins anew', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  const { dossierId, by } = await aDraft(shop)
  const round = async (now: string) => {
    shop.setNow(now)
    // The queue waits by the clock of the database; the test says that the hour has come.
    await shop.sql`update graphile_worker._private_jobs set run_at = now() where key like 'draft.look:%'`
    await shop.runJobs()
  }

  await round('2026-05-23T08:30+07:00')
  t.same(await warnings(shop), [], 'after 82 days nothing')
  await round('2026-05-24T08:30+07:00')
  t.match(await warnings(shop), [{ body: /31\/05\/2026/ }])
  await round('2026-05-25T08:30+07:00')
  t.equal((await warnings(shop)).length, 1, 'and not again')

  await saveDraft(context, { dossierId, by, changes: { answers: { copies: 2 } } })
  await round('2026-06-01T08:30+07:00')
  t.ok(await findDossier(context.db, dossierId), 'touched, it is kept')
  await round('2026-08-17T08:30+07:00')
  t.equal((await warnings(shop)).length, 2)
  await round('2026-08-23T08:29+07:00')
  t.ok(await findDossier(context.db, dossierId))
  await round('2026-08-23T08:30+07:00')
  t.equal(await findDossier(context.db, dossierId), undefined, 'after 90 days it is gone')
})

t.test('a draft that was thrown away needs no look any more', async (t) => {
  const shop = await openTestContext(t)
  const { dossierId, by } = await aDraft(shop)
  await discardDraft(shop.context, { dossierId, by })

  await shop.sql`update graphile_worker._private_jobs set run_at = now() where key like 'draft.look:%'`
  await shop.runJobs()

  t.same(await warnings(shop), [])
  t.same(await shop.sql`select * from graphile_worker.jobs where task_identifier = 'draft.look'`, [])
})

t.test('of two windows that save the same page at the same moment, the second is told; another page is not in its way', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { dossierId, by } = await aDraft(shop)
  const kept = (step: string, page: string) => ({ step, page, revision: 0 })
  const save = (copies: number, page: string, step = 'mau/trich-luc') =>
    saveDraft(context, { dossierId, by, changes: { answers: { copies } }, kept: kept(step, page) })

  const { first, second } = await raceFor(
    shop,
    (slow) => saveDraft(slow, { dossierId, by, changes: { answers: { copies: 2 } }, kept: kept('mau/trich-luc', 'one') }),
    () => save(3, 'two')
  )

  t.equal(first.status, 'fulfilled')
  t.match(second, { status: 'rejected', reason: { code: 'DRAFT_CHANGED_ELSEWHERE' } })
  t.match(await getDossier(context.db, dossierId), { answers: { copies: 2 }, revision: 1 })
  await save(4, 'one')
  await saveDraft(context, { dossierId, by, changes: { answers: { person_name: 'Lan' } }, kept: kept('mau/nguoi-trong-so', 'two') })
  t.match(await getDossier(context.db, dossierId), { answers: { copies: 4, person_name: 'Lan' }, revision: 3 })
})

t.test('a draft of the release before keeps its pages, its subject and its number of copies', async (t) => {
  const shop = await openTestContext(t)
  const { dossierId } = await aDraft(shop)
  const old = { seen: ['nguoi-nop', 'noi-dung'], copies: '3', note: '' }
  await shop.sql`update dossiers set answers = ${JSON.stringify(old)}::text::jsonb, seen = '{}', subject = 'Xin bản sao' where id = ${dossierId}`
  const file = new URL('../../src/database/migrations/0009_answers_of_a_form.sql', import.meta.url)
  const [carryOver] = readFileSync(file, 'utf8').split('--> statement-breakpoint')

  await shop.sql.unsafe(carryOver!)

  const draft = await getDossier(shop.context.db, dossierId)
  t.same(draft.answers, { subject: 'Xin bản sao', copies: 3 })
  t.same(Object.keys(draft.seen).sort(), ['nguoi-nop', 'noi-dung'])
})
