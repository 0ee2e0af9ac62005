// The calculator against a slow clerk who turns the calendar over day by day, and minute by minute.
import fc from 'fast-check'
import t from 'tap'
import { addWorkingMinutes, type CalendarDay, isWorkingDay, workingCalendar, workingMinutesBetween } from '../../src/deadlines/calendar.ts'
import { type ClockEvent, dueAt } from '../../src/deadlines/due.ts'
import { dayOf, instantAt, timeOf } from '../../src/kernel/time.ts'
import type { ProcessingTime } from '../../src/procedures/rules.ts'

const first = Temporal.PlainDate.from('2026-01-01')
const runs = { numRuns: 150 }

const row = ({ offset, isHalf }: { offset: number; isHalf: boolean }): CalendarDay => {
  const day = first.add({ days: offset })
  const kind = isHalf ? 'half' : day.dayOfWeek > 5 ? 'work' : 'off'
  return { day, kind, nameVi: 'Thử', nameEn: 'Trial', legalBasis: 'Thử', certainty: 'known', active: true }
}
const days = fc
  .uniqueArray(fc.record({ offset: fc.nat(90), isHalf: fc.boolean() }), { maxLength: 30, selector: ({ offset }) => offset })
  .map((picks) => picks.map(row))
const moment = fc.nat(60 * 24 * 60).map((minutes) => instantAt(first, '00:00').add({ minutes }))
const amount = fc.integer({ min: 1, max: 30 })
const rules = fc.oneof(
  fc.record({ kind: fc.constantFrom('working_days' as const, 'calendar_days' as const, 'hours' as const), amount }),
  fc.constant<ProcessingTime>({ kind: 'same_day', cutOff: '15:00' })
)

/** The oracle's own reading of the rows: is there work, and until when. */
function dayIn(rows: readonly CalendarDay[], day: Temporal.PlainDate): { works: boolean; closes: string } {
  const found = rows.find((row) => row.day.equals(day))
  const works = found ? found.kind !== 'off' : day.dayOfWeek <= 5
  return { works, closes: found?.kind === 'half' ? '11:30' : '17:00' }
}

function slowDue(rows: readonly CalendarDay[], at: Temporal.Instant, rule: ProcessingTime): Temporal.Instant {
  let day = dayOf(at)
  const { works, closes } = dayIn(rows, day)
  const clock = timeOf(at).toString().slice(0, 5)
  const next = () => {
    day = day.add({ days: 1 })
    while (!dayIn(rows, day).works) day = day.add({ days: 1 })
  }
  if (!works || clock > '15:00' || clock > closes) next()
  if (rule.kind === 'working_days') for (let n = 0; n < rule.amount; n++) next()
  if (rule.kind === 'calendar_days') day = day.add({ days: rule.amount })
  if (!dayIn(rows, day).works) next()
  return instantAt(day, dayIn(rows, day).closes)
}

/** Is this minute, up to the next, office time? */
function isOffice(rows: readonly CalendarDay[], minute: Temporal.Instant): boolean {
  const { works, closes } = dayIn(rows, dayOf(minute))
  const clock = timeOf(minute).toString().slice(0, 5)
  return works && ((clock >= '07:00' && clock < '11:30') || (clock >= '13:30' && clock < closes))
}

function slowMinutes(rows: readonly CalendarDay[], at: Temporal.Instant, minutes: number): Temporal.Instant {
  let now = at
  for (let left = minutes; left > 0; now = now.add({ minutes: 1 })) if (isOffice(rows, now)) left--
  return now
}

t.test('the due date is the one found by turning the calendar over day by day', async () => {
  fc.assert(
    fc.property(days, moment, rules, (rows, at, rule) => {
      if (rule.kind === 'hours') return true
      const found = dueAt([{ kind: 'received', at }], rule, workingCalendar({ days: rows })).dueAt!
      return found.equals(slowDue(rows, at, rule))
    }),
    { numRuns: 400 }
  )
})

t.test('hours end at the minute found by counting minutes, and the minutes between are as many', async () => {
  fc.assert(
    fc.property(days, moment, fc.integer({ min: 1, max: 1500 }), (rows, at, minutes) => {
      const calendar = workingCalendar({ days: rows })
      const end = addWorkingMinutes(calendar, at, minutes)
      return end.equals(slowMinutes(rows, at, minutes)) && workingMinutesBetween(calendar, at, end) === minutes
    }),
    { numRuns: 60 }
  )
})

t.test('a due date is never on a day off, never before receipt, and hours fall within office time', async () => {
  fc.assert(
    fc.property(days, moment, rules, (rows, at, rule) => {
      const calendar = workingCalendar({ days: rows })
      const found = dueAt([{ kind: 'received', at }], rule, calendar).dueAt!
      const isInTime = rule.kind !== 'hours' || isOffice(rows, found.subtract({ minutes: 1 }))
      return isWorkingDay(calendar, dayOf(found)) && Temporal.Instant.compare(found, at) >= 0 && isInTime
    }),
    runs
  )
})

t.test('received later is never due earlier, and a day more is never due earlier', async () => {
  fc.assert(
    fc.property(days, moment, fc.nat(5000), rules, (rows, at, minutes, rule) => {
      const calendar = workingCalendar({ days: rows })
      const due = (when: Temporal.Instant, by = rule) => dueAt([{ kind: 'received', at: when }], by, calendar).dueAt!
      const longer = rule.kind === 'same_day' ? rule : { ...rule, amount: rule.amount + 1 }
      const isMonotone = Temporal.Instant.compare(due(at), due(at.add({ minutes }))) <= 0
      return isMonotone && Temporal.Instant.compare(due(at), due(at, longer)) <= 0
    }),
    runs
  )
})

t.test('a working day more is due strictly later', async () => {
  fc.assert(
    fc.property(days, moment, amount, (rows, at, amount) => {
      const due = (more: number) =>
        dueAt([{ kind: 'received', at }], { kind: 'working_days', amount: amount + more }, workingCalendar({ days: rows })).dueAt!
      return Temporal.Instant.compare(due(0), due(1)) < 0
    }),
    runs
  )
})

t.test('a stop that ends at once changes nothing, and a longer stop never makes a dossier due earlier', async () => {
  fc.assert(
    fc.property(days, moment, fc.nat(20_000), fc.nat(20_000), rules, (rows, at, before, long, rule) => {
      const calendar = workingCalendar({ days: rows })
      const start: ClockEvent = { kind: 'received', at }
      const unbroken = dueAt([start], rule, calendar).dueAt!
      const stopAt = at.add({ minutes: before })
      const due = (minutes: number) =>
        dueAt([start, { kind: 'paused', at: stopAt }, { kind: 'resumed', at: stopAt.add({ minutes }) }], rule, calendar).dueAt!
      return due(0).equals(unbroken) && Temporal.Instant.compare(due(0), due(long)) <= 0
    }),
    runs
  )
})

t.test('the steps tell the days in order: each day once, counted 1, 2, 3 … to the limit', async () => {
  fc.assert(
    fc.property(days, moment, amount, fc.constantFrom('working_days' as const, 'calendar_days' as const), (rows, at, amount, kind) => {
      const { steps } = dueAt([{ kind: 'received', at }], { kind, amount }, workingCalendar({ days: rows }))
      const numbers = steps.flatMap((step) => (step.kind === 'counted' ? [step.n] : []))
      const told = steps.flatMap((step) => (step.kind === 'counted' || step.kind === 'off' ? [step.day.toString()] : []))
      const isInOrder = told.every((day, index) => index === 0 || told[index - 1]! < day)
      return numbers.length === amount && numbers.every((n, index) => n === index + 1) && isInOrder
    }),
    runs
  )
})
