// When the answer is due: a table of dates with their articles.
import { readFileSync } from 'node:fs'
import t from 'tap'
import { type CalendarDay, workingCalendar } from '../../src/deadlines/calendar.ts'
import { type ClockEvent, dueAt, markOf } from '../../src/deadlines/due.ts'
import { parseCalendar } from '../../src/deadlines/parse-calendar.ts'
import { zone } from '../../src/kernel/time.ts'
import type { ProcessingTime } from '../../src/procedures/rules.ts'

const days = parseCalendar(readFileSync(new URL('../../src/deadlines/catalogue/calendar.tsv', import.meta.url), 'utf8'), 'calendar.tsv')
const city = workingCalendar({ days })
const without2411 = workingCalendar({ days: days.map((row) => (row.day.toString() === '2026-11-24' ? { ...row, active: false } : row)) })

const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const workingDays = (amount: number): ProcessingTime => ({ kind: 'working_days', amount })
const calendarDays = (amount: number): ProcessingTime => ({ kind: 'calendar_days', amount })
const hours = (amount: number): ProcessingTime => ({ kind: 'hours', amount })
const sameDay: ProcessingTime = { kind: 'same_day', cutOff: '15:00' }

const event = (kind: ClockEvent['kind'], when: string, newDueAt?: string): ClockEvent =>
  newDueAt ? { kind, at: at(when), newDueAt: at(newDueAt) } : { kind, at: at(when) }
const printed = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null
const due = (events: ClockEvent[], rule: ProcessingTime, calendar = city) => printed(dueAt(events, rule, calendar).dueAt)
const received = (when: string, rule: ProcessingTime, calendar = city) => due([event('received', when)], rule, calendar)

t.test(
  'working days skip weekends and holidays and count worked Saturdays; the day of receipt is not counted (BLDS 2015 Đ147.2)',
  async (t) => {
    const table: [string, number, string, string][] = [
      ['2026-11-09T08:30', 5, '2026-11-16T17:00', 'Monday with five days: the next Monday'],
      ['2026-04-24T09:00', 3, '2026-05-04T17:00', 'over Giỗ Tổ in lieu, 30/4 and 1/5'],
      ['2026-04-28T09:00', 5, '2026-05-07T17:00', 'over 30/4 and 1/5'],
      ['2026-08-21T09:00', 5, '2026-08-27T17:00', 'Saturday 22/8 counts'],
      ['2026-08-28T09:00', 1, '2026-09-03T17:00', 'over the exchanged 31/8 and National Day'],
      ['2026-11-23T09:00', 5, '2026-12-01T17:00', '24/11 is a holiday'],
      ['2025-04-25T09:00', 3, '2025-04-29T17:00', 'Saturday 26/4/2025 counts'],
      ['2025-04-29T09:00', 1, '2025-05-05T17:00', 'Friday 02/5/2025 is exchanged'],
      ['2026-02-13T09:00', 1, '2026-02-23T17:00', 'over Tết 2026'],
      ['2026-02-06T16:40', 10, '2026-03-02T17:00', 'received 16:40 on Friday: starts Monday, ten days, Tết skipped'],
      ['2017-01-25T09:00', 2, '2017-02-03T17:00', 'over Tết 2017']
    ]

    for (const [when, amount, until, why] of table) t.equal(received(when, workingDays(amount)), until, why)
    t.equal(received('2026-11-23T09:00', workingDays(5), without2411), '2026-11-30T17:00', '24/11 switched off')
  }
)

t.test('papers received after 15:00 are taken to be received the next working day (NĐ 61/2018 Đ18.2)', async (t) => {
  const table: [string, string, string][] = [
    ['2026-11-18T14:59', '2026-11-19T17:00', 'before 15:00'],
    ['2026-11-18T15:00', '2026-11-19T17:00', '15:00 itself is not after 15:00'],
    ['2026-11-18T15:00:59', '2026-11-19T17:00', 'the receipt prints 15:00'],
    ['2026-11-18T15:01', '2026-11-20T17:00', 'after 15:00'],
    ['2026-11-18T17:00', '2026-11-20T17:00', 'at closing'],
    ['2026-11-18T22:10', '2026-11-20T17:00', 'filed online in the evening'],
    ['2026-11-18T00:00', '2026-11-19T17:00', 'filed online before opening: that day'],
    ['2026-11-18T12:15', '2026-11-19T17:00', 'filed online at lunch: that day'],
    ['2026-11-13T16:40', '2026-11-17T17:00', 'Friday after 15:00: Monday is the mark'],
    ['2026-11-14T09:00', '2026-11-17T17:00', 'Saturday: Monday is the mark'],
    ['2026-11-15T23:59', '2026-11-17T17:00', 'Sunday night: still Monday'],
    ['2026-08-22T09:00', '2026-08-24T17:00', 'a worked Saturday is a mark itself'],
    ['2026-02-17T09:00', '2026-02-24T17:00', 'mùng 1 Tết: the first day after Tết is the mark']
  ]

  for (const [when, until, why] of table) t.equal(received(when, workingDays(1)), until, why)
  t.equal(received('2026-11-13T16:40', workingDays(5)), '2026-11-23T17:00', 'mark Monday 16, +1 Tuesday 17 … +5 Monday 23')
})

t.test('the mark says which rule moved it', async (t) => {
  const half: CalendarDay = { ...days[0]!, day: Temporal.PlainDate.from('2026-12-31'), kind: 'half' }
  const withHalf = workingCalendar({ days: [half] })

  t.match(markOf(city, at('2026-11-18T15:00')), { reason: 'in_time', off: null })
  t.match(markOf(city, at('2026-11-18T15:01')), { reason: 'after_cut_off' })
  t.match(markOf(city, at('2026-11-24T09:00')), { reason: 'day_off', off: { name: { vi: 'Ngày Văn hóa Việt Nam' } } })
  t.match(markOf(withHalf, at('2026-12-31T11:30')), { reason: 'in_time' }, 'a half day receives until it closes')
  t.match(markOf(withHalf, at('2026-12-31T11:31')), { reason: 'after_closing' })
  t.equal(markOf(withHalf, at('2026-12-31T11:31')).day.toString(), '2027-01-01')
})

t.test('same day: by closing when received up to 15:00, after it by closing of the next working day (Luật Hộ tịch 2014)', async (t) => {
  const table: [string, string][] = [
    ['2026-11-18T08:00', '2026-11-18T17:00'],
    ['2026-11-18T14:59', '2026-11-18T17:00'],
    ['2026-11-18T15:00', '2026-11-18T17:00'],
    ['2026-11-18T15:01', '2026-11-19T17:00'],
    ['2026-11-20T15:30', '2026-11-23T17:00'],
    ['2026-11-21T09:00', '2026-11-23T17:00'],
    ['2026-11-23T16:00', '2026-11-25T17:00']
  ]

  for (const [when, until] of table) t.equal(received(when, sameDay), until, when)
})

t.test(
  'calendar days count days off, but a limit that ends on one ends at closing of the next working day (BLDS 2015 Đ148.5)',
  async (t) => {
    const table: [string, number, string, string][] = [
      ['2026-11-02T09:00', 15, '2026-11-17T17:00', 'ends on a Tuesday'],
      ['2026-11-02T09:00', 13, '2026-11-16T17:00', 'ends on Sunday 15: Monday'],
      ['2026-11-13T09:00', 11, '2026-11-25T17:00', 'ends on 24/11: the day after'],
      ['2026-08-17T09:00', 15, '2026-09-03T17:00', 'ends on 01/9: after National Day'],
      ['2026-02-02T09:00', 15, '2026-02-23T17:00', 'ends on mùng 1 Tết: after Tết'],
      ['2026-11-13T16:40', 2, '2026-11-18T17:00', 'the mark is Monday here too']
    ]

    for (const [when, amount, until, why] of table) t.equal(received(when, calendarDays(amount)), until, why)
  }
)

t.test('hours are working hours from the minute of receipt and know no 15:00 (BLDS 2015 Đ147.1)', async (t) => {
  const table: [string, number, string, string][] = [
    ['2026-11-18T08:00', 8, '2026-11-19T08:00', 'eight hours are one day'],
    ['2026-11-18T10:30', 2, '2026-11-18T14:30', 'over lunch'],
    ['2026-11-18T15:30', 1, '2026-11-18T16:30', 'after 15:00 the same day'],
    ['2026-11-18T18:00', 1, '2026-11-19T08:00', 'in the evening'],
    ['2026-11-20T16:30', 24, '2026-11-26T16:30', 'over a weekend and 24/11'],
    ['2026-11-18T08:00:40', 1, '2026-11-18T09:00', 'seconds are not on the receipt']
  ]

  for (const [when, amount, until, why] of table) t.equal(received(when, hours(amount)), until, why)
})

t.test('the mark of a limit in hours is the day they run from, also after 15:00', async (t) => {
  const { countedFrom, steps } = dueAt([event('received', '2026-11-18T15:30')], hours(1), city)

  t.equal(countedFrom?.toString(), '2026-11-18')
  t.match(steps[0], { reason: 'in_time' })
})

t.test('after a supplement the time is counted from the beginning (NĐ 61/2018 Đ19.4)', async (t) => {
  const events = [event('received', '2026-11-02T09:00'), event('paused', '2026-11-04T10:00'), event('restarted', '2026-11-13T16:40')]

  t.equal(due(events.slice(0, 2), workingDays(5)), null)
  t.equal(due(events, workingDays(5)), '2026-11-23T17:00')
  t.equal(due([events[0]!, events[2]!], workingDays(5)), '2026-11-23T17:00', 'also when it was never stopped')
  t.equal(dueAt(events, workingDays(5), city).countedFrom?.toString(), '2026-11-16')
})

t.test('a stop keeps the working days that were left and adds them when it ends', async (t) => {
  const start = event('received', '2026-11-02T09:00')
  const table: [string, string, string, string][] = [
    ['2026-11-04T10:00', '2026-11-04T14:00', '2026-11-09T17:00', 'stopped and resumed before 15:00: nothing changes'],
    ['2026-11-04T10:00', '2026-11-05T09:00', '2026-11-10T17:00', 'one day stopped, one day later'],
    ['2026-11-04T10:00', '2026-11-04T15:01', '2026-11-10T17:00', 'resumed after 15:00: the next day is the mark'],
    ['2026-11-04T16:00', '2026-11-05T09:00', '2026-11-09T17:00', 'stopped after 15:00, resumed in the morning: the day was used'],
    ['2026-11-06T16:00', '2026-11-08T09:00', '2026-11-09T17:00', 'stopped over the weekend only'],
    ['2026-11-09T10:00', '2026-11-12T09:00', '2026-11-12T17:00', 'stopped on the due day: due on the day it goes on'],
    ['2026-11-09T16:30', '2026-11-12T09:00', '2026-11-12T17:00', 'stopped in the last half hour'],
    ['2026-11-09T15:30', '2026-11-09T15:31', '2026-11-09T17:00', 'a minute on the last afternoon does not buy a day'],
    ['2026-11-09T16:30', '2026-11-10T09:00', '2026-11-10T17:00', 'stopped over the last closing: the next day'],
    ['2026-11-04T10:00', '2026-11-23T09:00', '2026-11-27T17:00', 'three days left, 24/11 skipped'],
    ['2026-11-10T09:00', '2026-11-12T09:00', '2026-11-09T17:00', 'late before it was stopped: late still']
  ]

  for (const [stop, goOn, until, why] of table) {
    t.equal(due([start, event('paused', stop), event('resumed', goOn)], workingDays(5)), until, why)
  }
  t.equal(due([start, event('paused', '2026-11-04T10:00')], workingDays(5)), null, 'no date while stopped')
  const twice = [start, event('paused', '2026-11-04T10:00'), event('paused', '2026-11-05T10:00'), event('resumed', '2026-11-06T09:00')]
  t.equal(due(twice, workingDays(5)), '2026-11-11T17:00', 'payment awaited, then suspended: one stop')
})

t.test('a stop keeps calendar days, minutes and same-day answers in their own measure', async (t) => {
  const stopped = (rule: ProcessingTime, ...[from, stop, goOn]: [string, string, string]) =>
    due([event('received', from), event('paused', stop), event('resumed', goOn)], rule)

  t.equal(stopped(calendarDays(15), '2026-11-02T09:00', '2026-11-05T09:00', '2026-11-12T09:00'), '2026-11-25T17:00', '24/11 moved')
  t.equal(stopped(calendarDays(13), '2026-11-02T09:00', '2026-11-16T09:00', '2026-11-18T09:00'), '2026-11-18T17:00', 'none left')
  t.equal(stopped(hours(8), '2026-11-18T08:00', '2026-11-18T10:15', '2026-11-19T13:30'), '2026-11-20T09:15')
  t.equal(stopped(hours(1), '2026-11-18T08:00', '2026-11-18T09:00', '2026-11-19T10:00'), '2026-11-19T10:00', 'not a minute left')
  t.equal(stopped(hours(1), '2026-11-18T08:00', '2026-11-18T09:01', '2026-11-19T10:00'), '2026-11-18T09:00', 'late')
  t.equal(stopped(sameDay, '2026-11-18T08:00', '2026-11-18T10:00', '2026-11-19T10:00'), '2026-11-19T17:00')
})

t.test('stopped on the day a limit was moved to, no day is left, and not less than none', async (t) => {
  const { steps } = dueAt([event('received', '2026-11-02T09:00'), event('paused', '2026-11-16T09:00')], calendarDays(13), city)

  t.match(steps.at(-1), { kind: 'paused', left: 0 })
})

t.test('minutes of an earlier stretch stay counted when the clock stops in a later one', async (t) => {
  const { steps } = dueAt([event('received', '2026-11-18T08:00'), event('paused', '2026-11-18T14:00')], hours(8), city)

  t.same(
    steps.flatMap((step) => (step.kind === 'stretch' ? [step.minutes] : [])),
    [210, 30]
  )
  t.match(steps.at(-1), { kind: 'paused', left: 240 })
})

t.test('one apology sets the new date (NĐ 61/2018 Đ19.9), and a later stop counts from that date', async (t) => {
  const start = event('received', '2026-11-02T09:00')
  const sorry = event('apologised', '2026-11-06T09:00', '2026-11-13T17:00')
  const stop = [event('paused', '2026-11-12T09:00'), event('resumed', '2026-11-16T09:00')]

  t.equal(due([start, sorry], workingDays(5)), '2026-11-13T17:00')
  t.equal(due([start, sorry], hours(40)), '2026-11-13T17:00')
  t.equal(due([start, sorry, ...stop], workingDays(5)), '2026-11-17T17:00', 'one day was left')
  t.equal(due([start, sorry, ...stop], calendarDays(7)), '2026-11-17T17:00')
  t.equal(due([start, sorry, ...stop], hours(40)), '2026-11-17T17:00')
  t.equal(due([start, sorry, event('restarted', '2026-11-16T09:00')], workingDays(5)), '2026-11-23T17:00')
})

t.test('events that cannot be a clock’s are a mistake of the caller', async (t) => {
  const start = event('received', '2026-11-02T09:00')
  const sorry = event('apologised', '2026-11-06T09:00', '2026-11-13T17:00')
  const stop = event('paused', '2026-11-04T09:00')
  const table: [string, ClockEvent[]][] = [
    ['a second apology', [start, sorry, event('apologised', '2026-11-12T09:00', '2026-11-20T17:00')]],
    [
      'also after a restart',
      [start, sorry, event('restarted', '2026-11-07T09:00'), event('apologised', '2026-11-12T09:00', '2026-11-20T17:00')]
    ],
    ['an apology without a date', [start, event('apologised', '2026-11-06T09:00')]],
    ['an apology with an earlier date', [start, event('apologised', '2026-11-05T09:00', '2026-11-06T17:00')]],
    ['an apology while stopped', [start, stop, sorry]],
    ['resumed though running', [start, event('resumed', '2026-11-04T09:00')]],
    ['received twice', [start, event('received', '2026-11-04T09:00')]],
    ['stopped before it began', [stop]],
    ['back in time', [start, event('paused', '2026-11-01T09:00')]]
  ]

  for (const [why, events] of table) t.throws(() => dueAt(events, workingDays(5), city), RangeError, why)
  t.throws(() => dueAt([start], workingDays(0), city), RangeError, 'no time at all')
  t.throws(() => dueAt([start], hours(1.5), city), RangeError, 'a broken limit')
})

t.test('nothing received: no date', async (t) => {
  t.same(dueAt([], workingDays(5), city), { dueAt: null, countedFrom: null, steps: [] })
})

t.test('a date in a year without a calendar is marked as a plan', async (t) => {
  const steps = (when: string) => dueAt([event('received', when)], workingDays(5), city).steps.filter((step) => step.kind === 'uncovered')

  t.same(steps('2026-11-23T09:00'), [])
  t.same(steps('2027-12-29T09:00'), [{ kind: 'uncovered', year: 2028 }])
  t.same(steps('2028-03-01T09:00'), [{ kind: 'uncovered', year: 2028 }])
})
