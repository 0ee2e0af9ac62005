// Slips of guidance: what is missing is said without a dossier, the wasted trip is counted, and after thirty days nobody knows whose it was.
import { randomUUIDv7 } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import { forgetVisitor } from '../../src/dossiers/actions/forget-guidance.ts'
import { giveGuidance } from '../../src/dossiers/actions/give-guidance.ts'
import { findGuidance, openGuidanceAt, wastedTripsAt } from '../../src/dossiers/desk-queries.ts'
import { draftOf, guidanceCode, readGuidanceCode } from '../../src/dossiers/guidance.ts'
import { shortList } from '../../src/notifications/actions/tell-of-guidance.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { findProcedure } from '../../src/procedures/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { staffOf } from '../helpers/dossiers.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

async function aDesk(t: Test) {
  const shop = await openTestContext(t)
  const by = await staffOf(shop.context, '11311', 'clerk')
  const give = async (procedure: string, { by: who = by, ...more }: { by?: Actor; id?: string; phone?: string; bySms?: boolean } = {}) => {
    const view = (await findProcedure(shop.context.db, procedure, { on: day('2026-03-02') }))!
    const missing = view.documents
      .filter(({ required }) => required)
      .map(({ number, name, form, copies }) => ({ number, name, form, copies }))
    const slip = {
      id: randomUUIDv7(),
      view,
      missing,
      note: '',
      name: 'Nguyễn Văn Bảy',
      phone: '0912480123',
      bySms: false,
      draft: { whom: 'self' }
    }
    return giveGuidance(shop.context, { ...slip, by: who, ...more })
  }
  return { ...shop, by, give }
}

t.test('each wasted trip is counted by desk, procedure and day; the same form sent twice is one', async (t) => {
  const { context, give, setNow, by } = await aDesk(t)
  const other = await staffOf(context, '11302', 'clerk')
  const id = randomUUIDv7()
  const slips = await Promise.all([give('2.000815', { id }), give('2.000815', { id }), give('2.000815')])
  await give('1.001193')
  await give('2.000815', { by: other })
  setNow('2026-03-03T09:00+07:00')
  await give('2.000815')

  const all = await wastedTripsAt(context.db, { from: day('2026-03-01'), to: day('2026-03-31') })
  const here = await wastedTripsAt(context.db, { from: day('2026-03-02'), to: day('2026-03-02'), agencyId: by.agencyId })

  t.same(new Set(slips.map(guidanceCode)), new Set(['HD-260302-01', 'HD-260302-02']), 'two slips, numbered without a gap')
  t.equal(
    all.reduce((sum, { trips }) => sum + trips, 0),
    5
  )
  t.match(here, [
    { procedureCode: '2.000815', trips: 2, cameBack: 0 },
    { procedureCode: '1.001193', trips: 1 }
  ])
  t.equal(here[0]!.day.toString(), '2026-03-02')
})

t.test('the list goes to the phone when it is asked for, once', async (t) => {
  const { context, give, runJobs } = await aDesk(t)
  const { id } = await give('2.000815', { bySms: true })
  await give('2.000815')
  await runJobs()

  const sent = (await latestMessages(context.db)).filter(({ kind }) => kind === 'guidance')

  t.match(sent, [{ recipient: '0912480123' }])
  t.equal(sent.length, 1)
  t.match(sent[0]!.body, /còn thiếu Bản chính giấy tờ, văn bản cần sao\. Xem .*\/thu-tuc\/2\.000815\. Phiếu HD-260302-01/)
  t.ok(await findGuidance(context.db, id))
})

t.test('after thirty days name, phone and draft are forgotten; the trip stays counted', async (t) => {
  const { context, give, setNow, by } = await aDesk(t)
  const { id } = await give('2.000815')
  setNow('2026-04-01T08:29+07:00')
  await forgetVisitor(context, { slipId: id })
  const before = await findGuidance(context.db, id)
  const waiting = await openGuidanceAt(context.db, { agencyId: by.agencyId!, now: context.now() })
  setNow('2026-04-01T08:31+07:00')
  await forgetVisitor(context, { slipId: id })
  const after = await findGuidance(context.db, id)

  t.match(before, { name: 'Nguyễn Văn Bảy', draft: { whom: 'self' } })
  t.equal(waiting.length, 1)
  t.match(after, { name: '', phone: '', draft: null })
  t.same(await openGuidanceAt(context.db, { agencyId: by.agencyId!, now: context.now() }), [])
  t.match(await wastedTripsAt(context.db, { from: day('2026-03-01'), to: day('2026-04-30') }), [{ trips: 1 }])
})

t.test('no slip without a missing paper', async (t) => {
  const { context, by } = await aDesk(t)
  const view = (await findProcedure(context.db, '2.000815', { on: day('2026-03-02') }))!
  const nothing = { id: randomUUIDv7(), view, missing: [], note: '', name: '', phone: '', bySms: false, draft: {}, by }
  await t.rejects(giveGuidance(context, nothing), { code: 'NOTHING_MISSING' })
})

t.test('the number of a slip is read as printed, scanned or typed in a hurry', async (t) => {
  for (const typed of ['HD-260302-07', 'hd-260302-7', ' HD 260302 07 ', 'HD260302-07'])
    t.equal(guidanceCode(readGuidanceCode(typed)!), 'HD-260302-07', typed)
  for (const typed of ['', 'HD-261332-07', '260302-07', 'HD-260302', '031085001234']) t.equal(readGuidanceCode(typed), undefined, typed)
})

t.test('a draft keeps what was typed, not what belongs to one sending', async (t) => {
  const body = {
    _csrf: 'x',
    formId: 'y',
    step: 'slip',
    scan: 'z',
    'scan.1Id': 'f',
    q: 'cts',
    'filer.name': 'Lan',
    paper: ['1', '2'],
    empty: ''
  }
  t.same(draftOf(body), { 'filer.name': 'Lan', paper: ['1', '2'] })
})

t.test('a list too long for a short message names the first paper and how many more there are', async (t) => {
  t.equal(shortList(['Giấy chứng sinh', 'Tờ khai']), 'Giấy chứng sinh; Tờ khai')
  t.equal(shortList(['Giấy chứng sinh', 'x'.repeat(90)]), 'Giấy chứng sinh (+1)')
  t.equal(shortList(['x'.repeat(200), 'y', 'z']).length, 90)
})
