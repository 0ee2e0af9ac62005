// When a dossier is due: its clock events counted over the working calendar, with every step of the counting kept for the explanation.
import type { Words } from '../kernel/locale.ts'
import { dayOf, instantAt, timeOf } from '../kernel/time.ts'
import type { ProcessingTime } from '../procedures/rules.ts'
import {
  calendarCovers,
  closingInstant,
  closingTime,
  type DayOff,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
  whyOff,
  whyWorked,
  workingDayFrom,
  workingDaysBetween,
  workingMinutesBetween,
  workingStretches
} from './calendar.ts'

/**
 * What happened to the legal clock, oldest first. `received` once; `restarted` after a supplement; `paused` and `resumed` around
 * a payment or a suspension; `apologised` at most once, with the new date (`newDueAt`).
 */
export type ClockEvent = {
  kind: 'received' | 'restarted' | 'paused' | 'resumed' | 'apologised'
  at: Temporal.Instant
  newDueAt?: Temporal.Instant
}

/** Why the counting starts from a later day than the papers came: in time, after the cut-off, after closing, or not a working day. */
export type MarkReason = 'in_time' | 'after_cut_off' | 'after_closing' | 'day_off'
export type Mark = { day: Temporal.PlainDate; reason: MarkReason; off: DayOff | null; cutOff: Temporal.PlainTime }

/** The clock starts, starts anew, or goes on; `day` is the mark. */
export type Begun = { kind: 'received' | 'restarted' | 'resumed'; at: Temporal.Instant } & Mark

export type Step =
  | Begun
  | { kind: 'counted'; day: Temporal.PlainDate; n: number; off: DayOff | null; worked: Words | null }
  | { kind: 'stretch'; day: Temporal.PlainDate; opens: Temporal.PlainTime; closes: Temporal.PlainTime; minutes: number }
  | { kind: 'off'; day: Temporal.PlainDate; off: DayOff }
  | { kind: 'moved'; from: Temporal.PlainDate; to: Temporal.PlainDate; off: DayOff }
  | { kind: 'paused'; at: Temporal.Instant; day: Temporal.PlainDate; left: number }
  | { kind: 'apologised'; at: Temporal.Instant; oldDueAt: Temporal.Instant; newDueAt: Temporal.Instant }
  | { kind: 'uncovered'; year: number }

/** `dueAt` is null while the clock is stopped or hasn't started; `countedFrom` is the mark: the day before +1, null before the start. */
export type Due = { dueAt: Temporal.Instant | null; countedFrom: Temporal.PlainDate | null; steps: Step[] }

/**
 * Until when the desk passes papers on the same day; after it, the next working day is their day (NĐ 61/2018 Đ18.2).
 * Rows by date: a new decree is a new row. Before 21/06/2018 (QĐ 09/2015) the hour is taken to be the same; unsure.
 */
const cutOffs = [
  { validFrom: '0001-01-01', time: '15:00', article: 'QĐ 09/2015/QĐ-TTg' },
  { validFrom: '2018-06-21', time: '15:00', article: 'NĐ 61/2018/NĐ-CP Đ18.2' },
  { validFrom: '2025-07-01', time: '15:00', article: 'NĐ 118/2025/NĐ-CP' }
]

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0
const isLater = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) > 0

// Mẫu 01 records receipt to the minute, so the law's moment is a minute: 15:00:59 is printed "15:00" and is not after 15:00.
const toMinute = (at: Temporal.Instant) => at.round({ smallestUnit: 'minute', roundingMode: 'floor' })

const cutOffOn = (day: Temporal.PlainDate) => cutOffs.findLast((row) => row.validFrom <= day.toString())!.time

/**
 * The day papers are taken to be received on (the mark): the same working day up to and including 15:00 ("sau 15 giờ" is 15:01),
 * otherwise the next working day. A day that closes before 15:00, such as a half day, has its closing hour as the cut-off.
 */
export function markOf(calendar: WorkingCalendar, receivedAt: Temporal.Instant, cutOffTime?: string): Mark {
  const at = toMinute(receivedAt)
  const [day, time] = [dayOf(at), timeOf(at)]
  const cutOff = Temporal.PlainTime.from(cutOffTime ?? cutOffOn(day))
  const off = whyOff(calendar, day)
  if (off) return { day: nextWorkingDay(calendar, day), reason: 'day_off', off, cutOff }
  if (isLater(time, cutOff)) return { day: nextWorkingDay(calendar, day), reason: 'after_cut_off', off: null, cutOff }
  const closes = closingTime(calendar, day)
  if (isLater(time, closes)) return { day: nextWorkingDay(calendar, day), reason: 'after_closing', off: null, cutOff: closes }
  return { day, reason: 'in_time', off: null, cutOff }
}

/** Where the counting stands between two events. `total` and `left` are days, or minutes for a limit in hours. */
type Clock = {
  mark: Temporal.PlainDate
  /** The last day counted, before it is moved off a day off. */
  lastDay: Temporal.PlainDate
  dueAt: Temporal.Instant
  total: number
  /** Set while stopped. */
  paused: { left: number; day: Temporal.PlainDate; wasLate: boolean } | null
  hasApologised: boolean
  steps: Step[]
}

type Setting = { rule: ProcessingTime; calendar: WorkingCalendar }

/**
 * @throws RangeError when the events cannot be a clock's: out of order, not begun by one `received`, resumed though running,
 * a second apology (NĐ 61/2018 Đ19.9), an apology without a later date; or when the limit isn't a positive whole number.
 */
export function dueAt(events: readonly ClockEvent[], rule: ProcessingTime, calendar: WorkingCalendar): Due {
  if (rule.kind !== 'same_day' && !(Number.isInteger(rule.amount) && rule.amount > 0)) throw new RangeError(`No time limit: ${rule.amount}`)
  let clock: Clock | null = null
  let last: Temporal.Instant | null = null
  for (const event of events) {
    if (last && Temporal.Instant.compare(event.at, last) < 0) throw new RangeError(`The clock cannot go back to ${event.at}`)
    last = event.at
    clock = apply(clock, event, { rule, calendar })
  }
  if (!clock) return { dueAt: null, countedFrom: null, steps: [] }
  const steps = [...clock.steps, ...uncoveredYears(clock, calendar)]
  return { dueAt: clock.paused ? null : clock.dueAt, countedFrom: clock.mark, steps }
}

function apply(clock: Clock | null, event: ClockEvent, setting: Setting): Clock {
  if (event.kind === 'received') {
    if (clock) throw new RangeError('A dossier is received once; after a supplement its clock is restarted')
    return start(event, setting)
  }
  if (!clock) throw new RangeError(`The clock was ${event.kind} before the dossier was received`)
  if (event.kind === 'restarted') return restart(clock, event, setting)
  if (event.kind === 'paused') return pause(clock, event, setting)
  if (event.kind === 'resumed') return resume(clock, event, setting)
  return apologise(clock, event, setting)
}

function start(event: ClockEvent, setting: Setting): Clock {
  const total = amountOf(setting.rule)
  return { total, paused: null, hasApologised: false, ...count(event, { left: total, total }, setting) }
}

/** NĐ 61/2018 Đ19.4: once the dossier is complete its time is counted from the beginning; what was counted before is forgotten. */
function restart(clock: Clock, event: ClockEvent, setting: Setting): Clock {
  const fresh = start(event, setting)
  const past = clock.steps.filter((step) => 'at' in step)
  return { ...fresh, hasApologised: clock.hasApologised, steps: [...past, ...fresh.steps] }
}

/**
 * Stops the clock. Whole days not yet used are kept: the days after the mark of the pause. The same mark rule at both ends
 * (after 15:00 is the next working day) makes a pause cost exactly the working days between them.
 */
function pause(clock: Clock, event: ClockEvent, setting: Setting): Clock {
  // Awaiting payment and then suspended is one stop.
  if (clock.paused) return clock
  const at = toMinute(event.at)
  const { day } = markFor(at, setting)
  const wasLate = Temporal.Instant.compare(at, clock.dueAt) > 0
  const left = leftAt(clock, at, day, setting)
  const steps = clock.steps.flatMap((step) => cutAt(step, at, day))
  return { ...clock, paused: { left, day, wasLate }, steps: [...steps, { kind: 'paused', at, day, left }] }
}

function leftAt(clock: Clock, at: Temporal.Instant, day: Temporal.PlainDate, { rule, calendar }: Setting): number {
  if (rule.kind === 'hours') return workingMinutesBetween(calendar, at, clock.dueAt)
  if (rule.kind === 'calendar_days') return Math.max(0, day.until(clock.lastDay).days)
  return workingDaysBetween(calendar, day, clock.lastDay)
}

/** Takes back what was counted beyond a pause. */
function cutAt(step: Step, at: Temporal.Instant, day: Temporal.PlainDate): Step[] {
  if (step.kind === 'moved' && isAfter(step.to, day)) return []
  if (step.kind === 'stretch') return cutStretch(step, at)
  if ((step.kind === 'counted' || step.kind === 'off') && isAfter(step.day, day)) return []
  return [step]
}

function cutStretch(step: Step & { kind: 'stretch' }, at: Temporal.Instant): Step[] {
  const minutes = Math.min(step.minutes, instantAt(step.day, step.opens).until(at).total('minutes'))
  return minutes > 0 ? [{ ...step, closes: step.opens.add({ minutes }), minutes }] : []
}

/** Adds the kept time from the mark of the resumption. */
function resume(clock: Clock, event: ClockEvent, setting: Setting): Clock {
  if (!clock.paused) throw new RangeError('The clock was resumed though it was running')
  const { left, day, wasLate } = clock.paused
  const counted = count(event, { left, total: clock.total }, setting)
  const next = { ...clock, paused: null, steps: [...clock.steps, ...counted.steps] }
  // Late when it was stopped is late still; and a stop of a minute on the last afternoon does not buy a day.
  const isInTime = Temporal.Instant.compare(event.at, clock.dueAt) <= 0
  const isNothing = setting.rule.kind !== 'hours' && isInTime && counted.mark.equals(day)
  return wasLate || isNothing ? next : { ...next, lastDay: counted.lastDay, dueAt: counted.dueAt }
}

/** NĐ 61/2018 Đ19.9: one letter of apology, one new date. The date is the officer's; counting only shows the way to it. */
function apologise(clock: Clock, event: ClockEvent, { rule, calendar }: Setting): Clock {
  const { at, newDueAt } = event
  if (clock.hasApologised) throw new RangeError('The law allows one new date only')
  if (clock.paused) throw new RangeError('A stopped clock has no date to apologise for')
  if (!newDueAt || Temporal.Instant.compare(newDueAt, clock.dueAt) <= 0) throw new RangeError('An apology names a later date')
  const [oldDay, lastDay] = [dayOf(clock.dueAt), dayOf(newDueAt)]
  // Days a limit in calendar days was moved by, off a holiday, have passed too: what is left after a stop is reckoned on the calendar.
  const n = clock.total + (rule.kind === 'calendar_days' ? clock.lastDay.until(oldDay).days : 0)
  const extra = rule.kind === 'hours' ? [] : daysTo(oldDay, lastDay, { n, countsDaysOff: rule.kind === 'calendar_days' }, calendar)
  const total = n + extra.filter((step) => step.kind === 'counted').length
  const steps: Step[] = [...clock.steps, { kind: 'apologised', at, oldDueAt: clock.dueAt, newDueAt }, ...extra]
  return { ...clock, hasApologised: true, lastDay, dueAt: newDueAt, total, steps }
}

const amountOf = (rule: ProcessingTime): number => {
  if (rule.kind === 'same_day') return 0
  return rule.kind === 'hours' ? rule.amount * 60 : rule.amount
}

/** The 15:00 of a same-day procedure is its own (Luật Hộ tịch 2014); hours run from their moment (BLDS 2015 Đ147.1) and know no cut-off. */
function markFor(at: Temporal.Instant, { rule, calendar }: Setting): Mark {
  if (rule.kind === 'same_day') return markOf(calendar, at, rule.cutOff)
  return markOf(calendar, at, rule.kind === 'hours' ? '23:59' : undefined)
}

type Counted = Pick<Clock, 'mark' | 'lastDay' | 'dueAt' | 'steps'>

/** Counts `left` of `total` from an event on. */
function count(event: ClockEvent, { left, total }: { left: number; total: number }, setting: Setting): Counted {
  const { rule, calendar } = setting
  const at = toMinute(event.at)
  const mark = markFor(at, setting)
  const begin: Step[] = [{ kind: event.kind as 'received', at, ...mark }, ...daysOff(dayOf(at), mark.day, calendar)]
  if (rule.kind === 'hours') return countMinutes(at, mark.day, left, begin, calendar)
  return countDays(mark.day, { left, total, countsDaysOff: rule.kind === 'calendar_days' }, begin, calendar)
}

/**
 * The mark itself never counts (BLDS 2015 Đ147.2). "Ngày làm việc" skips days off; "ngày" counts them, but a limit that ends
 * on one ends at closing of the next working day (BLDS 2015 Đ148.5).
 */
function countDays(
  mark: Temporal.PlainDate,
  { left, total, countsDaysOff }: { left: number; total: number; countsDaysOff: boolean },
  begin: Step[],
  calendar: WorkingCalendar
): Counted {
  let lastDay = mark
  for (let n = 0; n < left; n++) lastDay = countsDaysOff ? lastDay.add({ days: 1 }) : nextWorkingDay(calendar, lastDay)
  const steps = [...begin, ...daysTo(mark, lastDay, { n: total - left, countsDaysOff }, calendar)]
  const dueDay = workingDayFrom(calendar, lastDay)
  const off = whyOff(calendar, lastDay)
  if (off) steps.push({ kind: 'moved', from: lastDay, to: dueDay, off }, ...daysOff(lastDay, dueDay, calendar))
  return { mark, lastDay, dueAt: closingInstant(calendar, dueDay), steps }
}

function countMinutes(at: Temporal.Instant, mark: Temporal.PlainDate, minutes: number, begin: Step[], calendar: WorkingCalendar): Counted {
  const stretches = workingStretches(calendar, at, minutes)
  const steps = [...begin]
  let lastDay = mark
  for (const stretch of stretches) {
    steps.push(...daysOff(lastDay, stretch.day, calendar))
    if (stretch.minutes > 0) steps.push({ kind: 'stretch', ...stretch })
    lastDay = stretch.day
  }
  return { mark, lastDay, dueAt: instantAt(lastDay, stretches.at(-1)!.closes), steps }
}

/** Every day after `from` up to `to`: counted onwards from `n`, or off. */
function daysTo(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { n, countsDaysOff }: { n: number; countsDaysOff: boolean },
  calendar: WorkingCalendar
): Step[] {
  const steps: Step[] = []
  for (let day = from.add({ days: 1 }), next = n + 1; !isAfter(day, to); day = day.add({ days: 1 })) {
    const off = whyOff(calendar, day) ?? null
    if (off && !countsDaysOff) steps.push({ kind: 'off', day, off })
    else steps.push({ kind: 'counted', day, n: next++, off, worked: countsDaysOff ? null : workedName(day, calendar) })
  }
  return steps
}

function workedName(day: Temporal.PlainDate, calendar: WorkingCalendar): Words | null {
  const row = whyWorked(calendar, day)
  return row ? { vi: row.nameVi, en: row.nameEn } : null
}

/** The days off strictly between two days. */
function daysOff(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): Step[] {
  const steps: Step[] = []
  for (let day = from.add({ days: 1 }); isAfter(to, day); day = day.add({ days: 1 })) {
    if (!isWorkingDay(calendar, day)) steps.push({ kind: 'off', day, off: whyOff(calendar, day)! })
  }
  return steps
}

/** A year whose holidays nobody has entered makes the date a plan, and the explanation says so. */
function uncoveredYears({ mark, dueAt }: Clock, calendar: WorkingCalendar): Step[] {
  const years = new Set([mark, dayOf(dueAt)].filter((day) => !calendarCovers(calendar, day)).map((day) => day.year))
  return [...years].map((year) => ({ kind: 'uncovered', year }))
}
