// How much time a dossier has, in a chip; where it is, and what comes next. The same words in every list and on the dossier.
import type { WorkingCalendar } from '../../../deadlines/calendar.ts'
import { workingDaysBetween } from '../../../deadlines/calendar.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDay, formatTime } from '../../../kernel/time.ts'
import { chip } from '../../../web/components/status.ts'
import type { State } from '../../lifecycle.ts'
import type { Dossier } from '../../store.ts'
import { dueWords, fill } from '../../words/desk.ts'

/** What time is told by: the agency's calendar and the moment the page is drawn. */
export type Today = { now: Temporal.Instant; calendar: WorkingCalendar; locale: Locale }

/** Papers on their way to the desk: nothing can be accepted before they arrive (QĐ 45/2016 Đ7.4). */
export const awaitsPost = ({ state, pickUp, receivedAt }: Dossier): boolean => state === 'submitted' && pickUp !== null && !receivedAt

const stopped: readonly State[] = ['awaiting_supplement', 'awaiting_payment', 'suspended']

/** Working days are what the law counts, so a weekend between today and the due day is not said as time left. */
export function dueChip(dossier: Dossier, today: Today): Html {
  const { state, dueAt, finishedAt } = dossier
  const { locale } = today
  if (state === 'submitted') return filedChip(dossier, today)
  if (stopped.includes(state) || (!dueAt && !finishedAt)) return chip('plain', 'pause', dueWords.paused[locale])
  if (state === 'refused' || state === 'withdrawn' || state === 'returned') return chip('plain', 'check', dueWords.closed[locale])
  if (finishedAt) {
    const late = dueAt !== null && Temporal.Instant.compare(finishedAt, dueAt) > 0
    return late ? chip('err', undefined, dueWords.doneLate[locale]) : chip('ok', undefined, dueWords.done[locale])
  }
  return timeLeft(dueAt!, today)
}

/** Of a dossier or of one of its steps. */
export function timeLeft(dueAt: Temporal.Instant, { now, calendar, locale }: Today): Html {
  const [day, dueDay] = [dayOf(now), dayOf(dueAt)]
  const time = formatTime(dueAt)
  if (Temporal.Instant.compare(now, dueAt) > 0) {
    const n = workingDaysBetween(calendar, dueDay, day)
    const text = n > 0 ? fill(dueWords.late[locale], { n }) : fill(dueWords.lateToday[locale], { time, day: formatDay(dueDay).slice(0, 5) })
    return chip('err', undefined, text)
  }
  if (dueDay.equals(day)) return chip('warn', undefined, fill(dueWords.today[locale], { time }))
  const n = workingDaysBetween(calendar, day, dueDay)
  return chip(n > 2 ? 'ok' : 'info', n > 2 ? 'check' : 'clock', fill(dueWords.left[locale], { n }))
}

function filedChip(dossier: Dossier, { now, calendar, locale }: Today): Html {
  if (awaitsPost(dossier)) return chip('plain', 'van', dueWords.brought[locale])
  const since = dossier.receivedAt ?? dossier.filedAt!
  const n = workingDaysBetween(calendar, dayOf(since), dayOf(now))
  // NĐ 45/2020: an online filing is answered within eight working hours, so yesterday's is already a warning.
  return n > 0
    ? chip(n > 1 ? 'err' : 'warn', 'clock', fill(dueWords.newSince[locale], { n }))
    : chip('info', undefined, fill(dueWords.newToday[locale], { time: formatTime(since) }))
}

/** Whose hands it is in. */
export function placeOf(dossier: Dossier, locale: Locale): string {
  const { state, officerName, delivery } = dossier
  if (awaitsPost(dossier)) return dueWords.post[locale]
  if (state === 'awaiting_supplement' || state === 'awaiting_payment') return dueWords.citizen[locale]
  if (state === 'accepted') return officerName ?? dueWords.tray[locale]
  if (state === 'in_progress' || state === 'suspended') return officerName ?? ''
  if (state === 'result_ready' && delivery.method === 'post') return dueWords.post[locale]
  return dueWords.desk[locale]
}
