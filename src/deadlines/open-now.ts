// Is the desk open at this moment, until when; if not, when it opens again. Pure.
import type { Locale } from '../kernel/locale.ts'
import { dayOf, formatDay, instantAt, weekday } from '../kernel/time.ts'
import { type WorkingCalendar, workingStretches } from './calendar.ts'

export type OpenNow = { isOpen: true; until: string } | { isOpen: false; opensAt: string }

const clock = (time: Temporal.PlainTime) => time.toString().slice(0, 5).replace(/^0/, '')

/** `until` as `11:30`; `opensAt` as `13:30`, `thứ Hai 7:00`, or with the date when it is more than six days away. */
export function openNow(calendar: WorkingCalendar, now: Temporal.Instant, locale: Locale): OpenNow {
  // A day's length of office minutes, so that the first stretch is never cut short.
  const { day, opens, closes } = workingStretches(calendar, now, 24 * 60)[0]!
  const today = dayOf(now)
  const isToday = day.equals(today)
  if (isToday && Temporal.Instant.compare(instantAt(day, opens), now) <= 0) return { isOpen: true, until: clock(closes) }
  if (isToday) return { isOpen: false, opensAt: clock(opens) }
  const isNear = today.until(day).days <= 6
  return { isOpen: false, opensAt: `${weekday(day, locale)}${isNear ? '' : ` ${formatDay(day)}`} ${clock(opens)}` }
}
