// After a visit that failed: what the recipient may still ask for, until when, and on which days the post comes again.
import { isWorkingDay, type WorkingCalendar } from '../deadlines/calendar.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { type FieldErrors, Refusal } from '../kernel/refusal.ts'
import { dayOf, formatDayLong, timeOf } from '../kernel/time.ts'
import type { Kind, Leg, ProofProfile, Status } from './lifecycle.ts'

/** Bring it again, keep it at the post office, or bring it back to the desk. */
export const wishWays = ['redeliver', 'collect', 'desk'] as const
export type WishWay = (typeof wishWays)[number]

export const wayNames: Record<WishWay, Words> = {
  redeliver: { vi: 'Giao lại tận nhà', en: 'Bring it again' },
  collect: { vi: 'Đến bưu cục nhận', en: 'Collect at the post office' },
  desk: { vi: 'Đưa về quầy một cửa', en: 'Back to the desk' }
}

/** `Giao lại tận nhà thứ Tư, 25/11/2026` */
export function sayWish({ way, onDay }: { way: WishWay; onDay?: Temporal.PlainDate | string | null | undefined }, locale: Locale): string {
  const words = wayNames[way][locale]
  if (!onDay) return words
  return `${words}${locale === 'vi' ? ' ' : ' on '}${formatDayLong(Temporal.PlainDate.from(onDay), locale)}`
}

/** How long the post keeps it: five working days (postal practice, no article names it), then it goes back. */
const keptDays = 5
/** Asked before this hour, the post comes the next day; later, the day after. */
const lastHour = 17
/** As many days as a phone shows at once. */
const daysShown = 4

type Parcel = { kind: Kind; status: Status; leg: Leg; attempts: number; proofProfile: ProofProfile }

const waiting: readonly Status[] = ['attempt_failed', 'held_for_collection', 'action_needed', 'at_office']

/** Only a result that could not be handed over and has not turned back: not before a failed visit, not while the postman is out with it. */
export const mayWish = ({ kind, status, leg, attempts }: Parcel): boolean =>
  kind === 'delivery' && leg === 'forward' && attempts > 0 && waiting.includes(status)

/** The post works on Saturdays too; on Sundays and on public holidays nobody comes. */
const isPostDay = (calendar: WorkingCalendar, day: Temporal.PlainDate): boolean =>
  isWorkingDay(calendar, day) || (day.dayOfWeek === 6 && isWorkingDay(calendar, day.subtract({ days: 1 })))

/** The last day it waits at the post office, counted from the day it came there or the visit failed. */
export function keptUntil(calendar: WorkingCalendar, since: Temporal.Instant): Temporal.PlainDate {
  let day = dayOf(since)
  for (let left = keptDays; left > 0; ) {
    day = day.add({ days: 1 })
    if (isWorkingDay(calendar, day)) left--
  }
  return day
}

/** The next days the post can come again, none after the parcel goes back. */
export function daysToChoose(
  calendar: WorkingCalendar,
  { now, until }: { now: Temporal.Instant; until: Temporal.PlainDate }
): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  let day = dayOf(now).add({ days: timeOf(now).hour < lastHour ? 1 : 2 })
  for (; days.length < daysShown && Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 }))
    if (isPostDay(calendar, day)) days.push(day)
  return days
}

export type Wish = {
  way: WishWay
  onDay?: Temporal.PlainDate | undefined
  phone?: string | undefined
  receiverName?: string | undefined
  relation?: string | undefined
  address?: string | undefined
}

/** @throws Refusal PARCEL_WISH_NOT_OPEN, FORM_INCOMPLETE */
export function checkWish(parcel: Parcel, wish: Wish, days: readonly Temporal.PlainDate[]): void {
  if (!mayWish(parcel)) throw new Refusal('PARCEL_WISH_NOT_OPEN')
  const fields: FieldErrors = {}
  if (wish.way === 'redeliver' && !days.some((day) => wish.onDay?.equals(day))) fields['way'] = 'CHOOSE_ONE'
  // QĐ 45/2016 Đ10: what may be handed to its owner only is handed to nobody else, whoever asks.
  if (wish.receiverName && parcel.proofProfile === 'in_person') fields['receiverName'] = 'OWNER_ONLY'
  if (wish.receiverName && !wish.relation) fields['relation'] = 'REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}

/** A step is recorded after what is known, even when the carrier's clock runs ahead of ours. */
export function after(now: Temporal.Instant, last: Temporal.Instant | null): Temporal.Instant {
  return last && Temporal.Instant.compare(last, now) >= 0 ? last.add({ milliseconds: 1 }) : now
}
