// Which days the administration works, until what hour, and why not: the working calendar, from dated rows, without a clock.
import { type Certainty, certainties } from '../agencies/rules.ts'
import type { Words } from '../kernel/locale.ts'
import { dayOf, instantAt, timeOf } from '../kernel/time.ts'

export { type Certainty, certainties }

/** `off` is a holiday or a day exchanged away, `work` a weekend day worked instead, `half` a day that ends at noon. */
export const dayKinds = ['off', 'work', 'half'] as const
export type DayKind = (typeof dayKinds)[number]

/** One row of the calendar. `active` is the administrator's switch: a row switched off is as if it had not been announced. */
export type CalendarDay = {
  day: Temporal.PlainDate
  kind: DayKind
  nameVi: string
  nameEn: string
  legalBasis: string
  certainty: Certainty
  active: boolean
}

/** `weekday` 1 is Monday; times are `HH:MM`; `validTo` is the first day the row no longer counts, null for never; a higher rank is more specific. */
export type OpeningHours = {
  weekday: number
  opens: string
  closes: string
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
  rank: number
}

export type WorkingCalendar = {
  /** Active rows by ISO day. */
  days: ReadonlyMap<string, CalendarDay>
  /** Years somebody has entered rows for, switched off or not. */
  years: ReadonlySet<number>
  hours: readonly OpeningHours[]
}

/** Why a day does not count: a holiday with its article, or the weekly rest. */
export type DayOff = { name: Words; legalBasis: string; certainty: Certainty; isWeekend: boolean }

type Interval = { opens: Temporal.PlainTime; closes: Temporal.PlainTime }

const time = (text: string) => Temporal.PlainTime.from(text)
const interval = (opens: string, closes: string): Interval => ({ opens: time(opens), closes: time(closes) })

/** The office day when an agency has published none: 7:00–11:30 and 13:30–17:00, eight hours. */
const usualHours = [interval('07:00', '11:30'), interval('13:30', '17:00')]
const midnight = time('00:00')
const noon = time('12:00')
const friday = 5

// BLLĐ 2019 Đ111 (weekly rest); QĐ 188/1999/QĐ-TTg gives the administration its 40 hours from Monday to Friday.
const weeklyRest: DayOff = {
  name: { vi: 'nghỉ hằng tuần', en: 'weekend' },
  legalBasis: 'QĐ 188/1999/QĐ-TTg; BLLĐ 2019 Đ111',
  certainty: 'known',
  isWeekend: true
}

export function workingCalendar({ days, hours = [] }: { days: readonly CalendarDay[]; hours?: readonly OpeningHours[] }): WorkingCalendar {
  return {
    days: new Map(days.filter((row) => row.active).map((row) => [row.day.toString(), row])),
    years: new Set(days.map((row) => row.day.year)),
    hours
  }
}

/** False when nobody has entered that year's holidays yet: a date counted there is only a plan. */
export const calendarCovers = (calendar: WorkingCalendar, day: Temporal.PlainDate): boolean => calendar.years.has(day.year)

const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek > friday

/** A desk that opens on Saturday (QĐ 14/2010/QĐ-TTg) does not make Saturday a day that counts: only a row `work` does. */
export function isWorkingDay(calendar: WorkingCalendar, day: Temporal.PlainDate): boolean {
  const row = calendar.days.get(day.toString())
  return row ? row.kind !== 'off' : !isWeekend(day)
}

/** The holiday or weekly rest of a day off; undefined on a working day. A holiday's name beats the weekend it falls on. */
export function whyOff(calendar: WorkingCalendar, day: Temporal.PlainDate): DayOff | undefined {
  if (isWorkingDay(calendar, day)) return undefined
  const row = calendar.days.get(day.toString())
  if (!row) return weeklyRest
  return { name: { vi: row.nameVi, en: row.nameEn }, legalBasis: row.legalBasis, certainty: row.certainty, isWeekend: false }
}

/** The row that makes a weekend day count (a day worked in exchange for a longer holiday); undefined on every other day. */
export function whyWorked(calendar: WorkingCalendar, day: Temporal.PlainDate): CalendarDay | undefined {
  const row = calendar.days.get(day.toString())
  return row && row.kind !== 'off' && isWeekend(day) ? row : undefined
}

/** The first working day after this one. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  let next = day.add({ days: 1 })
  while (!isWorkingDay(calendar, next)) next = next.add({ days: 1 })
  return next
}

/** This day when it is worked, else the next one that is (BLDS 2015 Đ148.5). */
export const workingDayFrom = (calendar: WorkingCalendar, day: Temporal.PlainDate): Temporal.PlainDate =>
  isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day)

/** The day itself never counts (BLDS 2015 Đ147.2): +1 is the next working day, +0 the day as it is. */
export function addWorkingDays(calendar: WorkingCalendar, day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let end = day
  for (let left = count; left > 0; left--) end = nextWorkingDay(calendar, end)
  return end
}

/** Working days after `from` up to and with `to`; none when `to` isn't later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let count = 0
  for (let day = nextWorkingDay(calendar, from); Temporal.PlainDate.compare(day, to) <= 0; day = nextWorkingDay(calendar, day)) count++
  return count
}

/** Office hours of a working day, in order. A weekend day worked in exchange is an ordinary Friday. */
function hoursOf(calendar: WorkingCalendar, day: Temporal.PlainDate): Interval[] {
  const published = publishedHours(calendar, day)
  const whole = published.length > 0 ? published : usualHours
  if (calendar.days.get(day.toString())?.kind !== 'half') return whole
  const [morning] = whole as [Interval]
  const runsPastNoon = before(morning.opens, noon) && before(noon, morning.closes)
  return [runsPastNoon ? { opens: morning.opens, closes: noon } : morning]
}

/** Of several rows that hold on a day the most specific wins, then the latest: a summer timetable stands over the year's without ending it. */
function publishedHours(calendar: WorkingCalendar, day: Temporal.PlainDate): Interval[] {
  const { compare } = Temporal.PlainDate
  const weekday = Math.min(day.dayOfWeek, friday)
  const valid = calendar.hours
    .filter((row) => row.weekday === weekday && row.opens < row.closes)
    .filter(({ validFrom, validTo }) => compare(validFrom, day) <= 0 && (!validTo || compare(day, validTo) < 0))
    .sort((a, b) => b.rank - a.rank || compare(b.validFrom, a.validFrom) || a.opens.localeCompare(b.opens))
  return valid
    .filter(({ rank, validFrom }) => rank === valid[0]!.rank && validFrom.equals(valid[0]!.validFrom))
    .map(({ opens, closes }) => interval(opens, closes))
}

const before = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) < 0

/** The wall-clock time at which a working day ends at this agency. */
export const closingTime = (calendar: WorkingCalendar, day: Temporal.PlainDate): Temporal.PlainTime => hoursOf(calendar, day).at(-1)!.closes

/** The instant at which a working day ends at this agency. */
export const closingInstant = (calendar: WorkingCalendar, day: Temporal.PlainDate): Temporal.Instant =>
  instantAt(day, closingTime(calendar, day))

const minutesIn = (from: Temporal.PlainTime, to: Temporal.PlainTime): number => from.until(to).total('minutes')

/** A stretch of office hours on one day. */
export type Stretch = { day: Temporal.PlainDate; opens: Temporal.PlainTime; closes: Temporal.PlainTime; minutes: number }

/** The office hours of a working day that are left from an instant on. */
function stretchesOn(calendar: WorkingCalendar, day: Temporal.PlainDate, from: Temporal.Instant): Stretch[] {
  const earliest = day.equals(dayOf(from)) ? timeOf(from) : midnight
  return hoursOf(calendar, day)
    .map(({ opens, closes }) => ({ day, opens: before(opens, earliest) ? earliest : opens, closes }))
    .filter(({ opens, closes }) => before(opens, closes))
    .map((stretch) => ({ ...stretch, minutes: minutesIn(stretch.opens, stretch.closes) }))
}

/** The stretches that make up so many working minutes from an instant on, the last one cut to fit; an empty one where office time goes on for 0. */
export function workingStretches(calendar: WorkingCalendar, from: Temporal.Instant, minutes: number): Stretch[] {
  const stretches: Stretch[] = []
  let left = minutes
  for (let day = workingDayFrom(calendar, dayOf(from)); left > 0 || stretches.length === 0; day = nextWorkingDay(calendar, day)) {
    for (const stretch of stretchesOn(calendar, day, from)) {
      if (left <= 0 && stretches.length > 0) break
      const used = Math.min(left, stretch.minutes)
      stretches.push({ ...stretch, closes: stretch.opens.add({ seconds: Math.round(used * 60) }), minutes: used })
      left -= used
    }
  }
  return stretches
}

/** The earliest instant at which so many working minutes have passed (a time in minutes runs from its moment: BLDS 2015 Đ147.1). */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Temporal.Instant, minutes: number): Temporal.Instant {
  const last = workingStretches(calendar, from, minutes).at(-1)!
  return instantAt(last.day, last.closes)
}

export const addWorkingHours = (calendar: WorkingCalendar, from: Temporal.Instant, hours: number): Temporal.Instant =>
  addWorkingMinutes(calendar, from, hours * 60)

/** Working minutes from one instant to another; none when it isn't later. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Temporal.Instant, to: Temporal.Instant): number {
  let total = 0
  const lastDay = dayOf(to)
  for (
    let day = workingDayFrom(calendar, dayOf(from));
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = nextWorkingDay(calendar, day)
  ) {
    for (const { opens, minutes } of stretchesOn(calendar, day, from)) {
      const untilTo = instantAt(day, opens).until(to).total('minutes')
      total += Math.max(0, Math.min(minutes, untilTo))
    }
  }
  return total
}
