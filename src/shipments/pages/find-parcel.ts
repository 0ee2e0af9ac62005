// The postman's first page: one big field for a number, and the parcels that wait for somebody's hands.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { chip, code, errorMessage, errorSummary, icon } from '../../web/components/index.ts'
import { type Frame, postPage } from '../../web/layout.ts'
import { inHands, sayStatus } from '../lifecycle.ts'
import type { Shipment } from '../table.ts'
import { postWords } from './words.ts'

export type FindPage = Frame & {
  /** What was looked for; absent on the first visit. */
  asked?: string | undefined
  found?: readonly Shipment[]
  waiting: readonly Shipment[]
}

export function findParcelPage(page: FindPage): Html {
  const { locale, asked, found = [], waiting } = page
  const missing = asked !== undefined && found.length === 0 ? postWords.notFound[locale].replace('{number}', asked) : undefined
  const list = found.length > 0 ? found : waiting
  const title = found.length > 0 ? postWords.several[locale].replace('{n}', String(found.length)) : postWords.waiting[locale]
  const main = html`<div class="wrap flow section">${errorSummary(missing ? [{ field: 'so', sentence: missing }] : [], locale)}
<h1>${postWords.home[locale]}</h1>
${findForm(locale, asked, missing)}
<section class="flow" aria-labelledby="danh-sach"><h2 id="danh-sach">${title}</h2>${list.length === 0 && html`<p class="muted">${postWords.nothing[locale]}</p>`}${list.map((parcel) => parcelCard(parcel, locale))}</section></div>`
  return postPage({ ...page, title: postWords.home[locale], error: missing !== undefined, main })
}

/** Written out here: a scanner needs its mark on the field itself. */
function findForm(locale: Locale, asked: string | undefined, missing: string | undefined): Html {
  const described = ['so-goi-y', missing && 'so-loi'].filter(Boolean).join(' ')
  return html`<form action="/buu-dien" method="get" role="search" class="flow"><div class="field${missing ? ' bad' : ''}"><label for="so">${postWords.find[locale]}</label><p class="hint" id="so-goi-y">${postWords.findHint[locale]}</p>${missing && errorMessage('so-loi', missing, locale)}<input class="input scan" id="so" name="so" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search" data-scan="8" aria-describedby="${described}" value="${asked ?? ''}"></div><button class="btn big block">${icon('scan')}${postWords.findButton[locale]}</button></form>`
}

/** The door the postman stands before: the sender's until it is collected and again on the way back, else the recipient's. */
export function nextStop({ status, leg, sender, recipient }: Shipment): Shipment['sender'] {
  const collected = inHands.includes(status) || status === 'delivered'
  return collected && leg === 'forward' ? recipient : sender
}

function parcelCard(parcel: Shipment, locale: Locale): Html {
  const { trackingNumber, ourRef, kind, status, leg } = parcel
  const there = nextStop(parcel)
  const kindChip =
    leg === 'return'
      ? chip('warn', 'refresh', postWords.goingBack[locale])
      : chip('info', kind === 'pickup' ? 'paper' : 'mail', postWords[kind][locale])
  return html`<article class="card"><h3><a href="/buu-dien/${parcel.id}">${code(trackingNumber && trackingNumber !== ourRef ? spaced(trackingNumber) : short(ourRef))}</a></h3><p class="cluster">${kindChip}${chip(status === 'attempt_failed' || status === 'pickup_failed' ? 'err' : 'plain', 'clock', sayStatus(parcel, locale))}</p><p>${there.name}, ${there.address}${there.wardName && `, ${there.wardName}`}</p></article>`
}

/** In lists a reference begins at the city: `H24-260302-0001-D1`. */
const short = (ourRef: string) => ourRef.replace(/^[\d.]+(?=H\d)/, '')

/** `EH204518773VN` → `EH 204 518 773 VN`, as it is printed; other numbers stay as they are. */
export function spaced(number: string): string {
  return number.replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5')
}
