// The screens nobody signs in to: the machine that gives a number in two touches, the slip, and the display with numbers and counters only.
import { qrSvg } from '../../documents/barcodes.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDay, formatInstant, formatTime } from '../../kernel/time.ts'
import { csrfField, note } from '../../web/components/index.ts'
import { type Frame, hallPage } from '../../web/layout.ts'
import { priorityClasses } from '../rules.ts'
import type { Ticket } from '../store.ts'
import { fill } from '../words/desk.ts'
import { displayWords, kioskWords, slipWords, topics } from '../words/hall.ts'

type Hall = Frame & { agency: { code: string; name: string } }

const otherLanguage = (path: string, locale: Locale): string => {
  const url = new URL(path, 'http://here')
  url.searchParams.set('lang', locale === 'vi' ? 'en' : 'vi')
  return `${url.pathname}${url.search}`
}

function hallHead({ agency, locale, path }: Hall, title: string): Html {
  const lang = locale === 'vi' ? 'en' : 'vi'
  return html`<header class="cluster kiosk"><div><h1>${title}</h1><p class="muted" lang="vi">${agency.name}</p></div><a class="btn quiet noprint" hreflang="${lang}" lang="${lang}" href="${otherLanguage(path, locale)}">${kioskWords.other[locale]}</a></header>`
}

const target = (href: string, text: string, detail?: string): Html =>
  html`<li><a class="target" href="${href}"><b>${text}</b>${detail && html`<span class="muted">${detail}</span>`}</a></li>`

export type KioskPage = Hall & {
  waiting: number
  /** What was looked for, and the procedures that fit. */
  text: string
  found: readonly { code: string; name: string }[]
}

/** First touch: what for. */
export function kioskPage(page: KioskPage): Html {
  const { agency, locale, text, found, waiting } = page
  const base = `/lay-so/${agency.code}`
  const kept = locale === 'en' ? '&lang=en' : ''
  const tiles = topics.map(({ id, [locale]: said }) => target(`${base}/chon?viec=${id}${kept}`, said))
  const hits = found.map(({ code, name }) => target(`${base}/chon?thu-tuc=${code}${kept}`, name, code))
  const search = html`<form class="search" action="${base}" method="get" role="search"><label class="vh" for="q">${kioskWords.search[locale]}</label><input id="q" name="q" type="search" autocomplete="off" value="${text}" placeholder="${kioskWords.search[locale]}">${locale === 'en' && html`<input type="hidden" name="lang" value="en">`}<button class="btn">${kioskWords.searchButton[locale]}</button></form>`
  const results =
    text &&
    (found.length > 0
      ? html`<h2>${kioskWords.found[locale]}</h2><ul class="targets">${hits}</ul>`
      : note('info', fill(kioskWords.none[locale], { text })))
  const main = html`<div class="dmain flow">${hallHead(page, kioskWords.title[locale])}<div class="kiosk flow-lg"><p>${kioskWords.lead[locale]} <span class="muted">${fill(kioskWords.waiting[locale], { n: waiting })}.</span></p><ul class="targets">${tiles}</ul>${search}${results}</div></div>`
  return hallPage({ ...page, title: `${kioskWords.title[locale]} – ${agency.name}`, main })
}

export type ChoosePage = Hall & {
  topic: { name: string; viec?: string | undefined; procedureCode?: string | undefined }
  /** Becomes the ticket's id: one number a press. */
  pressId: string
}

/** Second touch: goes first or not; this press takes the number. */
export function choosePage(page: ChoosePage): Html {
  const { agency, locale, topic, pressId, csrf } = page
  const button = (value: string, text: string, quietly = false) =>
    html`<li><button class="target${quietly ? ' quietly' : ''}" name="uu-tien" value="${value}"><b>${text}</b></button></li>`
  const tiles = [button('', kioskWords.ordinary[locale]), ...priorityClasses.map((one) => button(one.id, one[locale], true))]
  const form = html`<form method="post" action="/lay-so/${agency.code}">${csrfField(csrf)}<input type="hidden" name="lan" value="${pressId}">${topic.viec && html`<input type="hidden" name="viec" value="${topic.viec}">`}${topic.procedureCode && html`<input type="hidden" name="thu-tuc" value="${topic.procedureCode}">`}<ul class="targets">${tiles}</ul></form>`
  const main = html`<div class="dmain flow">${hallHead(page, kioskWords.whoFirst[locale])}<div class="kiosk flow-lg"><p>${fill(kioskWords.chosen[locale], { topic: topic.name })}. ${kioskWords.notInHall[locale]}</p>${form}<p><a class="btn quiet" href="/lay-so/${agency.code}${locale === 'en' ? '?lang=en' : ''}">${kioskWords.back[locale]}</a></p></div></div>`
  return hallPage({ ...page, title: kioskWords.whoFirst[locale], main })
}

export type SlipPage = Hall & {
  ticket: Ticket
  ahead: number
  minutes: number
  isToday: boolean
  /** Just taken, at the machine: it prints by itself and goes back to the start. */
  isNew: boolean
  address: string
}

function standing({ ticket, ahead, minutes, isToday, locale }: SlipPage): Html {
  const { state, counter, day } = ticket
  if (!isToday) return html`<p>${fill(slipWords.old[locale], { day: formatDay(day) })}</p>`
  if (state === 'called') return html`<p><b>${fill(slipWords.called[locale], { n: counter ?? '' })}</b></p>`
  if (state === 'done') return html`<p>${slipWords.done[locale]}</p>`
  if (state === 'no_show') return html`<p>${slipWords.missed[locale]}</p>`
  const wait = minutes < 5 ? slipWords.soon[locale] : fill(slipWords.about[locale], { n: minutes })
  return html`<p><b>${ahead === 0 ? slipWords.next[locale] : fill(slipWords.ahead[locale], { n: ahead })}</b></p><p>${wait}</p>`
}

/** The printed slip, and the same address on a phone. */
export function slipPage(page: SlipPage): Html {
  const { agency, ticket, isNew, locale, address } = page
  const why = priorityClasses.find(({ id }) => id === ticket.priorityClass)?.[locale]
  const start = `/lay-so/${agency.code}${locale === 'en' ? '?lang=en' : ''}`
  const buttons = isNew
    ? html`<a class="btn" href="${start}">${slipWords.again[locale]}</a><button type="button" class="btn quiet" data-print hidden>${slipWords.print[locale]}</button>`
    : html`<a class="btn quiet" href="${page.path}">${slipWords.reload[locale]}</a>`
  const main = html`<div class="dmain flow"><section class="slip kiosk flow" data-slip="${isNew ? 'new' : 'seen'}"${isNew ? html` data-back="${start}"` : ''}><h1>${slipWords.title[locale]}</h1><b class="number" translate="no">${ticket.code}</b><p lang="vi">${agency.name}</p><p>${ticket.topic}</p>${standing(page)}${why && html`<p>${fill(slipWords.first[locale], { why })}</p>`}${qrSvg(address, slipWords.qr[locale])}<p class="muted">${slipWords.qr[locale]}<br>${fill(slipWords.at[locale], { at: formatInstant(ticket.takenAt, locale) })}</p></section><p class="kiosk cluster noprint">${buttons}</p></div>`
  return hallPage({ ...page, title: `${ticket.code} – ${agency.name}`, main, ...(isNew ? {} : { refresh: 30 }) })
}

type Calls = { calls: readonly Ticket[]; waiting: number; locale: Locale }

/** What a display shows and nothing else: numbers and counters, never a name. */
export function callsPart({ calls, waiting, locale }: Calls): Html {
  const lines = calls.map((ticket, i) => {
    const { code, counter, calls: times } = ticket
    // Said again when called again: the key changes with every call.
    const spoken = i === 0 ? html` data-call="${code}-${times}" data-code="${code}" data-counter="${counter}"` : ''
    return html`<li${i === 0 ? html` class="latest"` : ''}${spoken}><span translate="no">${code}</span><span class="at">${fill(displayWords.counterN[locale], { n: counter ?? '' })}</span></li>`
  })
  const list =
    calls.length > 0
      ? html`<div class="heads" aria-hidden="true"><span>${displayWords.number[locale]}</span><span>${displayWords.counter[locale]}</span></div><ol class="calls">${lines}</ol>`
      : html`<p class="quietly">${displayWords.nobody[locale]}</p>`
  return html`${list}<p class="quietly">${fill(displayWords.waiting[locale], { n: waiting })}</p>`
}

export function displayPage(page: Hall & Calls & { now: Temporal.Instant }): Html {
  const { agency, locale, now } = page
  const live = `/man-hinh/${agency.code}/luong${locale === 'en' ? '?lang=en' : ''}`
  const main = html`<div class="hall"><header><h1>${displayWords.title[locale]} <span class="vh">– ${agency.name}</span></h1><span class="clock" data-clock>${formatTime(now)}</span></header><div aria-live="polite" data-follow="${live}">${callsPart(page)}</div><footer><span lang="vi">${agency.name}</span><span>${displayWords.first[locale]}</span><span data-lost hidden>${displayWords.lost[locale]}</span><button type="button" class="btn quiet" data-voice hidden aria-pressed="false" data-on="${displayWords.sound[locale]}" data-off="${displayWords.soundOff[locale]}">${displayWords.sound[locale]}</button></footer></div>`
  return hallPage({ ...page, title: `${displayWords.title[locale]} – ${agency.name}`, main, refresh: 10 })
}
