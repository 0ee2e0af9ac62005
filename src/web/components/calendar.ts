// The leaf of the tear-off calendar, and the count of days that leads to it.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDayLong, weekday, weekdays } from '../../kernel/time.ts'
import { dayWords } from '../words/shared.ts'

type DayKind = 'received' | 'mark' | 'counted' | 'off' | 'due' | 'blank'
/** One square of the count: `n` is its number in the count, `why` the reason a day is off; a blank with a reason is a day the clock stood still. */
export type DayCell = { day?: Temporal.PlainDate | null; kind: DayKind; n?: number; why?: string }

const two = (value: number) => String(value).padStart(2, '0')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A date that binds: weekday, day, month and year. `small` at desks. */
export function leaf(day: Temporal.PlainDate, locale: Locale, options: { small?: boolean } = {}): Html {
  return html`<time class="leaf${options.small ? ' sm' : ''}" datetime="${day.toString()}"><span class="wd">${capital(weekday(day, locale))}</span><span class="d">${day.day}</span><span class="my">${two(day.month)}/${day.year}</span></time>`
}

/** The leaf with the words that say what happens on that day. */
export function dueCard(day: Temporal.PlainDate, locale: Locale, body: HtmlValue, options: { small?: boolean } = {}): Html {
  return html`<div class="duecard">${leaf(day, locale, options)}<div>${body}</div></div>`
}

const shortWeekdays: Record<Locale, readonly string[]> = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
}

function cellNote(cell: DayCell, locale: Locale): string {
  if (cell.kind === 'received') return dayWords.received[locale]
  if (cell.kind === 'mark') return dayWords.mark[locale]
  if (cell.kind === 'off') return dayWords.off[locale]
  if (cell.kind === 'blank') return cell.why ?? ''
  if (cell.n !== undefined) return `+${cell.n}`
  return cell.kind === 'due' ? dayWords.due[locale] : ''
}

/** Every first of a month carries its month, so a count over two months stays readable. */
function dayNumber({ day, month }: Temporal.PlainDate): Html {
  return day === 1 ? html`1<span class="m">/${month}</span>` : html`${day}`
}

function square(cell: DayCell | undefined, locale: Locale): Html {
  if (!cell?.day || (cell.kind === 'blank' && !cell.why)) return html`<td class="blank"></td>`
  const spoken =
    cell.kind === 'due' && cell.n !== undefined ? `, ${dayWords.due[locale]}` : cell.kind === 'off' && cell.why && `: ${cell.why}`
  return html`<td class="${cell.kind === 'blank' ? 'paused' : cell.kind}"><time datetime="${cell.day.toString()}">${dayNumber(cell.day)}</time><small>${cellNote(cell, locale)}${spoken && html`<span class="vh">${spoken}</span>`}</small></td>`
}

/** Whole weeks, Monday first. Squares before the first day are left blank whether the caller sends them or not. */
function weeksOf(cells: readonly DayCell[]): (DayCell | undefined)[][] {
  const firstDay = cells.findIndex((cell) => cell.day && cell.kind !== 'blank')
  if (firstDay < 0) return []
  const lead = cells[firstDay]!.day!.dayOfWeek - 1
  const squares: (DayCell | undefined)[] = [...Array<undefined>(lead), ...cells.slice(firstDay)]
  const weeks: (DayCell | undefined)[][] = []
  for (let at = 0; at < squares.length; at += 7) weeks.push(Array.from({ length: 7 }, (_, i) => squares[at + i]))
  return weeks
}

/** Why this day: the days counted on a calendar of seven columns. Follow it with `reasons`. */
export function dayCount(cells: readonly DayCell[], locale: Locale): Html {
  const weeks = weeksOf(cells)
  if (weeks.length === 0) return html``
  const last = cells.findLast((cell) => cell.day && cell.kind !== 'blank')!
  const rows = weeks.map((week) => html`<tr>${week.map((cell) => square(cell, locale))}</tr>`)
  const heads = shortWeekdays[locale].map(
    (short, i) => html`<th scope="col"><span aria-hidden="true">${short}</span><span class="vh">${weekdays[locale][i]}</span></th>`
  )
  return html`<table class="days"><caption class="vh">${dayWords.caption[locale]} ${formatDayLong(last.day!, locale)}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

/** Numbered sentences that explain a date. */
export function reasons(list: readonly HtmlValue[]): Html {
  return html`<ol class="reason">${list.map((sentence) => html`<li><span>${sentence}</span></li>`)}</ol>`
}
