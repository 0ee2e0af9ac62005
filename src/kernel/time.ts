// Days and hours as Hải Phòng lives them: one named zone, and dates printed with their weekday before the number.
import type { Locale } from './locale.ts'

/** All legal time runs in this zone. */
export const zone = 'Asia/Ho_Chi_Minh'

export const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()
export const timeOf = (at: Temporal.Instant): Temporal.PlainTime => at.toZonedDateTimeISO(zone).toPlainTime()

/** The instant of a wall-clock time (`HH:MM`) on a day of the zone. */
export function instantAt(day: Temporal.PlainDate, time: string | Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

const two = (value: number) => String(value).padStart(2, '0')

/** `23/11/2026` */
export const formatDay = (day: Temporal.PlainDate): string => `${two(day.day)}/${two(day.month)}/${day.year}`

export const weekdays: Record<Locale, readonly string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
}

/** `thứ Hai`: Monday is 1 in ISO weeks. */
export const weekday = (day: Temporal.PlainDate, locale: Locale = 'vi'): string => weekdays[locale][day.dayOfWeek - 1]!

/** `thứ Hai, 23/11/2026` */
export const formatDayLong = (day: Temporal.PlainDate, locale: Locale = 'vi'): string => `${weekday(day, locale)}, ${formatDay(day)}`

/** `14:05` */
export function formatTime(at: Temporal.Instant): string {
  const time = timeOf(at)
  return `${two(time.hour)}:${two(time.minute)}`
}

/** `14:05 thứ Hai, 23/11/2026`: a time that binds somebody. */
export const formatInstantLong = (at: Temporal.Instant, locale: Locale = 'vi'): string =>
  `${formatTime(at)} ${formatDayLong(dayOf(at), locale)}`

/** `14:05 ngày 23/11/2026` */
export function formatInstant(at: Temporal.Instant, locale: Locale = 'vi'): string {
  return locale === 'vi' ? `${formatTime(at)} ngày ${formatDay(dayOf(at))}` : `${formatTime(at)} on ${formatDay(dayOf(at))}`
}
