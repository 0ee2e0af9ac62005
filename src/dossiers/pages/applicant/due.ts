// The due date as a leaf, where it stands today, and why it is this day. For one's own dossier and the public look-up alike.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDayLong, formatTime } from '../../../kernel/time.ts'
import { type DayCell, dayCount, dueCard, reasons } from '../../../web/components/calendar.ts'
import { chip } from '../../../web/components/status.ts'
import { isOpen } from '../../lifecycle.ts'
import type { Dossier } from '../../store.ts'
import { dossierWords as words } from '../../words/following.ts'

/** The count behind the date; `dueAt` null while the clock stands still. */
export type DueFacts = { dueAt: Temporal.Instant | null; cells: readonly DayCell[]; sentences: readonly string[] }

function standing(dossier: Dossier, dueAt: Temporal.Instant, now: Temporal.Instant, locale: Locale): Html {
  const end = dossier.finishedAt ?? now
  const late = Temporal.Instant.compare(end, dueAt) > 0
  if (late) return html`<p>${chip('err', undefined, words.late[locale])}</p><p class="small">${words.lateText[locale]}</p>`
  if (dossier.finishedAt) {
    const day = words.earlyBy[locale].replace('{day}', formatDayLong(dayOf(dossier.finishedAt), locale))
    return html`<p>${chip('ok', undefined, words.early[locale])}</p><p class="small">${day}</p>`
  }
  const isToday = dayOf(now).equals(dayOf(dueAt))
  const state = isToday ? chip('warn', undefined, words.today[locale]) : chip('ok', undefined, words.onTime[locale])
  return html`<p>${state}</p><p class="small">${words.dueBy[locale].replace('{time}', formatTime(dueAt))}</p>`
}

/** Nothing for a dossier that ended without a result. */
export function dueSection({
  dossier,
  due,
  now,
  locale
}: {
  dossier: Dossier
  due: DueFacts | undefined
  now: Temporal.Instant
  locale: Locale
}): Html {
  if (dossier.state === 'refused' || dossier.state === 'withdrawn') return html``
  const why = due && html`<h3>${words.why[locale]}</h3>${dayCount(due.cells, locale)}${reasons(due.sentences)}`
  const date = due?.dueAt
    ? dueCard(dayOf(due.dueAt), locale, standing(dossier, due.dueAt, now, locale))
    : due
      ? html`<p>${chip('plain', undefined, words.paused[locale])}</p>`
      : isOpen(dossier.state) && html`<p>${words.noDue[locale]}</p>`
  return html`<section class="flow" aria-labelledby="ngay-hen"><h2 id="ngay-hen">${words.due[locale]}</h2>${date}${why}</section>`
}
