// The limits beside a procedure's own time: a table of dates with their articles, and the files they come from.
import { readFileSync } from 'node:fs'
import t from 'tap'
import { addWorkingDays } from '../../src/deadlines/calendar.ts'
import { dueAt } from '../../src/deadlines/due.ts'
import {
  amountOf,
  earliestNewDate,
  lastDayToApologise,
  newDateFault,
  parseLateCauses,
  parseTimeRules,
  ruleFor,
  workingDaysBefore
} from '../../src/deadlines/rules.ts'
import { noticesOf } from '../../src/escalations/rules.ts'
import { city, limits } from '../helpers/lives.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const everybody = (on: string) => ({ procedureCode: '1.003725', sectorCode: 'L-XBIPH', on: day(on) })

t.test('an officer asks for papers within three working days of receipt (NĐ 61/2018 Đ19.4)', async (t) => {
  const table: [received: string, lastDay: string, why: string][] = [
    ['2026-03-02', '2026-03-05', 'Monday: until Thursday'],
    ['2026-03-06', '2026-03-11', 'Friday: over the weekend'],
    ['2026-02-12', '2026-02-24', 'before Tết 2026: Friday, then Monday and Tuesday after nine days off'],
    ['2026-08-21', '2026-08-25', 'Saturday 22/8 is worked in exchange and counts'],
    ['2026-11-23', '2026-11-27', '24/11 is a holiday']
  ]
  for (const [received, lastDay, why] of table) {
    const { amount } = ruleFor(limits, 'supplement_limit', everybody(received))!
    t.equal(addWorkingDays(city, day(received), amount!).toString(), lastDay, why)
  }
  t.match(ruleFor(limits, 'supplement_limit', everybody('2024-05-06'))!.article, 'NĐ 61/2018/NĐ-CP Điều 19 khoản 4')
  t.match(ruleFor(limits, 'supplement_limit', everybody('2026-05-06')), { article: 'NĐ 118/2025/NĐ-CP', certainty: 'unsure' })
})

t.test('the law of a procedure beats that of its sector, which beats the one of everybody', async (t) => {
  const row = (scope: string, amount: number) => ({ ...limits[0]!, kind: 'supplement_limit' as const, scope, amount })
  const rows = [row('', 3), row('L-XBIPH', 5), row('1.003725', 7)].map((one) => ({ ...one, validFrom: day('2020-01-01'), validTo: null }))

  t.equal(ruleFor(rows, 'supplement_limit', everybody('2026-03-02'))!.amount, 7)
  t.equal(ruleFor(rows.slice(0, 2), 'supplement_limit', everybody('2026-03-02'))!.amount, 5)
  t.equal(ruleFor(rows, 'supplement_limit', { ...everybody('2026-03-02'), procedureCode: '1.1', sectorCode: 'L-DD' })!.amount, 3)
  t.equal(ruleFor(rows, 'supplement_limit', everybody('2019-12-31')), undefined, 'before it is in force')
})

t.test('a suspension rests on a law of the sector; most sectors have none', async (t) => {
  const land = (on: string) => ruleFor(limits, 'suspension', { procedureCode: '1.012812', sectorCode: 'L-DD', on: day(on) })
  t.match(land('2020-06-01')!.article, 'NĐ 43/2014/NĐ-CP Điều 61 khoản 4')
  t.equal(land('2026-06-01')!.certainty, 'unsure')
  t.equal(land('2026-06-01')!.amount, null, 'the law names no longest time')
  t.equal(ruleFor(limits, 'suspension', everybody('2026-06-01')), undefined)
})

t.test('a letter of apology is signed one day before the due date at the latest (NĐ 61/2018 Đ19.9)', async (t) => {
  const limit = amountOf(limits, 'apology_limit', day('2020-06-01'))
  const table: [due: string, lastDay: string, why: string][] = [
    ['2026-03-17T17:00', '2026-03-16', 'due on Tuesday: until Monday'],
    ['2026-03-16T17:00', '2026-03-15', 'due on Monday: Sunday is a day before, the draft comes days earlier'],
    ['2026-02-23T17:00', '2026-02-22', 'the first day after Tết']
  ]
  for (const [due, lastDay, why] of table) t.equal(lastDayToApologise(at(due), limit).toString(), lastDay, why)
})

t.test('it is drafted two working days before the due date, so that it can be signed in time', async (t) => {
  const table: [due: string, drafted: string, why: string][] = [
    ['2026-03-17', '2026-03-13', 'Tuesday: on Friday'],
    ['2026-03-19', '2026-03-17', 'Thursday: on Tuesday'],
    ['2026-02-24', '2026-02-13', 'Tuesday after Tết: on the last Friday before it'],
    ['2026-08-24', '2026-08-21', 'Monday after a worked Saturday: on Friday']
  ]
  const lead = amountOf(limits, 'apology_lead', day('2026-03-02'))
  for (const [due, drafted, why] of table) t.equal(workingDaysBefore(city, day(due), lead).toString(), drafted, why)
})

t.test('a new date comes after the old one and after today, on a day that is worked', async (t) => {
  const [dueAt, now] = [at('2026-04-28T17:00'), at('2026-04-27T09:00')]
  const fault = (text: string, when = now) => newDateFault(city, { day: day(text), dueAt, now: when })

  t.equal(fault('2026-04-29'), undefined, 'the next working day')
  t.equal(fault('2026-04-28'), 'NEW_DATE_NOT_LATER', 'the old date itself')
  t.equal(fault('2026-04-30'), 'NEW_DATE_DAY_OFF', 'Reunification Day')
  t.equal(fault('2026-05-02'), 'NEW_DATE_DAY_OFF', 'a Saturday')
  t.equal(fault('2026-04-29', at('2026-05-06T09:00')), 'NEW_DATE_IN_PAST', 'signed after the old date')
  t.equal(earliestNewDate(city, dueAt, now).toString(), '2026-04-29')
  t.equal(earliestNewDate(city, dueAt, at('2026-04-29T18:00')).toString(), '2026-05-04', 'late already: the next day worked')
})

t.test('an apology after a limit that was moved off a weekend keeps the numbers of the days through a stop', async (t) => {
  const events = [
    { kind: 'received' as const, at: at('2026-03-19T18:26') },
    { kind: 'apologised' as const, at: at('2026-03-20T11:42'), newDueAt: at('2026-04-15T17:00') },
    { kind: 'paused' as const, at: at('2026-03-21T01:16') },
    { kind: 'resumed' as const, at: at('2026-03-21T16:41') }
  ]
  const { steps, dueAt: due } = dueAt(events, { kind: 'calendar_days', amount: 15 }, city)
  const numbers = steps.flatMap((step) => (step.kind === 'counted' ? [step.n] : []))
  t.same(numbers.slice(0, 5), [1, 2, 3, 4, 5], 'counted on, not again')
  t.equal(due?.toString(), at('2026-04-15T17:00').toString())
})

t.test('the officer is told one day before, the head on the day, head and supervisor when it is late and every third day', async (t) => {
  const due = at('2026-03-17T17:00')
  const ladder = { officer: 1, head: 0, every: 3 }
  const told = (now: string) => noticesOf(due, at(now), city, ladder).map(({ to, cause, turn }) => `${to} ${cause} ${turn}`)

  t.same(told('2026-03-13T09:00'), [], 'Friday: two working days are left')
  t.same(told('2026-03-16T07:30'), ['officer due_soon 0'])
  t.same(told('2026-03-17T07:30'), ['officer due_today 0', 'signer due_today 0'])
  t.same(told('2026-03-17T17:01').slice(2), ['signer late 0', 'supervisor late 0'])
  t.same(told('2026-03-20T09:00').slice(2), ['signer late 1', 'supervisor late 1'], 'three working days late')
  t.same(told('2026-04-01T09:00').slice(2), ['signer late 3', 'supervisor late 3'], 'only the turn that is reached now')
})

t.test('a bad line of the files is named, and nothing is loaded', async (t) => {
  const header = 'kind\tscope\tamount\tvalid_from\tvalid_to\tarticle\tcertainty\n'
  const bad: [line: string, why: RegExp][] = [
    ['suspension\t\t10\t2020-01-01\t\tLuật\tknown', /only the law of a sector/],
    ['supplement_limit\t\tba\t2020-01-01\t\tLuật\tknown', /no number of days/],
    ['holiday\t\t1\t2020-01-01\t\tLuật\tknown', /no kind holiday/],
    ['apology_lead\t\t1\t2020-01-01\t\t\tknown', /article is empty/],
    ['apology_lead\t\t1\t1\\2020\t\tLuật\tknown', /are days/]
  ]
  for (const [line, why] of bad) t.throws(() => parseTimeRules(header + line, 'x.tsv'), { message: why })
  t.throws(() => parseLateCauses('code\tname_vi\tname_en\nlate\tTrễ\t', 'x.tsv'), { message: /both languages/ })
  const causes = readFileSync(new URL('../../src/deadlines/catalogue/late-causes.tsv', import.meta.url), 'utf8')
  t.ok(parseLateCauses(causes, 'late-causes.tsv').length > 5)
})
