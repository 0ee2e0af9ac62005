// The queue as the people behind the counters see it: who waits and how long already, who was called and not there.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatTime } from '../../kernel/time.ts'
import { chip, csrfField, live, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage } from '../../web/layout.ts'
import type { CounterNow } from '../desk-queries.ts'
import { minutesBetween, waitedTooLong, waitingLimitOn } from '../rules.ts'
import type { Ticket } from '../store.ts'
import { fill, turnWords as words } from '../words/desk.ts'
import { counterBar, sayPriority } from './bar.ts'

/** Where the news of the day's turns come from. */
export const deskNews = '/quay/tin'

type TurnsPage = Omit<DeskPage, 'title' | 'main'> & {
  hall: CounterNow
  missed: readonly Ticket[]
  agencyCode: string
  today: Temporal.PlainDate
  now: Temporal.Instant
}

const cells = (ticket: Ticket, locale: Locale) => [
  html`<b class="num" translate="no">${ticket.code}</b>${ticket.priorityClass && html`<small>${sayPriority(ticket, locale)}</small>`}`,
  html`<span class="two-lines">${ticket.topic}</span>`,
  formatTime(ticket.takenAt)
]

function waitingTable({ hall, locale, now }: TurnsPage): Html {
  const { waiting, limitMinutes } = hall
  if (waiting.length === 0) return html`<div class="in"><p class="muted">${words.none[locale]}</p></div>`
  return table({
    caption: words.waiting[locale],
    columns: [words.code, words.topic, words.taken, words.waited].map((title) => ({ title: title[locale] })),
    rows: waiting.map((ticket) => {
      const said = fill(words.minutes[locale], { n: minutesBetween(ticket.takenAt, now) })
      const isLong = waitedTooLong(ticket.takenAt, now, limitMinutes)
      const mark = isLong && chip('err', 'warning', fill(words.tooLong[locale], { n: limitMinutes ?? '' }))
      return { cells: [...cells(ticket, locale), html`${said} ${mark}`] }
    })
  })
}

function missedTable({ missed, locale, csrf }: TurnsPage): Html {
  if (missed.length === 0) return html`<div class="in"><p class="muted">${words.noneMissed[locale]}</p></div>`
  const form = (ticket: Ticket) =>
    html`<form method="post" action="/quay/luot/goi-vang">${csrfField(csrf)}<input type="hidden" name="luot" value="${ticket.id}"><button class="btn quiet">${words.callMissed[locale]}<span class="vh"> ${ticket.code}</span></button></form>`
  return table({
    caption: words.missed[locale],
    columns: [words.code, words.topic, words.taken, words.callMissed].map((title) => ({ title: title[locale] })),
    rows: missed.map((ticket) => ({ cells: [...cells(ticket, locale), form(ticket)] }))
  })
}

export function turnsPage(page: TurnsPage): Html {
  const { locale, hall, agencyCode, csrf, today } = page
  const limit = waitingLimitOn(today)
  const bar = counterBar({ locale, csrf, now: hall, returnTo: '/quay/luot' })
  const lists = html`<div class="cols2">${panel({ title: `${words.waiting[locale]} (${hall.waiting.length})`, bare: true, body: waitingTable(page) })}${panel({ title: words.missed[locale], bare: true, body: missedTable(page) })}</div>`
  const screens = html`<a class="btn quiet" href="/lay-so/${agencyCode}" target="_blank" rel="noopener">${words.kiosk[locale]}</a><a class="btn quiet" href="/man-hinh/${agencyCode}" target="_blank" rel="noopener">${words.display[locale]}</a>`
  const rule =
    limit &&
    html`<p class="hint">${fill(words.limit[locale], { n: limit.minutes })} (<span lang="vi">${limit.basis}</span>, ${words.limitUnsure[locale]}). ${words.offline[locale]}</p>`
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="end">${screens}</span></div>${live({ id: 'luot', from: deskNews, body: html`${bar}${lists}` })}${rule}`
  return deskPage({ ...page, title: words.title[locale], main })
}
