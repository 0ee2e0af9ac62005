// Until when the desk must have passed an accepted dossier on: the same working day, after 15:00 at the start of the next (NĐ 61/2018 Đ18.2). Pure.
import { addWorkingMinutes, closingInstant, type WorkingCalendar } from '../deadlines/calendar.ts'
import { markOf } from '../deadlines/due.ts'
import { instantAt } from '../kernel/time.ts'

/**
 * "Đầu giờ ngày làm việc tiếp theo": the decree names no minute. The first working hour is taken for it; unsure, and said in
 * docs/decisions/0021. Nobody is told off for a bag that is carried over at half past seven.
 */
const startOfDay = 60

/** The cut-off is the one that marks the day of receipt (deadlines/due.ts): dated there, and the closing hour on a day that ends before it. */
export function forwardBy(calendar: WorkingCalendar, acceptedAt: Temporal.Instant): Temporal.Instant {
  const { day, reason } = markOf(calendar, acceptedAt)
  return reason === 'in_time' ? closingInstant(calendar, day) : addWorkingMinutes(calendar, instantAt(day, '00:00'), startOfDay)
}
