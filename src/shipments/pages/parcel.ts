// One parcel in the hands of a postman: whose it is, what may be recorded now, and its story.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, code, csrfField, errorSummary, icon, note, pairs, type ThreadItem, thread } from '../../web/components/index.ts'
import { type Frame, postPage } from '../../web/layout.ts'
import { problemsOf } from '../../web/request.ts'
import { type CommandName, commands, ends, reasons, type Status, sayStatus, statusNames, stepsFor } from '../lifecycle.ts'
import { sayWish } from '../rules.ts'
import type { ParcelWish, Shipment, ShipmentEvent } from '../table.ts'
import { recipientWords } from '../words/recipient.ts'
import { nextStop, spaced } from './find-parcel.ts'
import { postWords } from './words.ts'

export type ParcelPage = Frame & {
  parcel: Shipment
  events: readonly ShipmentEvent[]
  eventId: string
  wish?: ParcelWish | undefined
  refusal?: Refusal | undefined
}

export function parcelPage(page: ParcelPage): Html {
  const { locale, parcel, events, refusal } = page
  const number = spaced(parcel.trackingNumber ?? parcel.ourRef)
  const main = html`${stop(parcel, locale)}
<div class="wrap flow section">${errorSummary(problemsOf(refusal, locale), locale)}
<p class="muted">${postWords.parcel[locale]} ${code(number)}</p>
${wishCard(page)}<section class="flow" aria-labelledby="buoc"><h2 id="buoc">${postWords.whatNow[locale]}</h2>${nextSteps(page)}</section>
<section class="card flow" aria-labelledby="thong-tin"><h2 id="thong-tin">${postWords.details[locale]}</h2>${facts(parcel, locale)}</section>
<section class="card flow" aria-labelledby="dien-bien"><h2 id="dien-bien">${postWords.story[locale]}</h2>${thread(story(events, locale))}</section></div>`
  return postPage({
    ...page,
    title: `${postWords.parcel[locale]} ${number}`,
    error: refusal !== undefined,
    back: { href: '/buu-dien', label: postWords.home[locale] },
    main
  })
}

/** What the recipient wants comes before every step: a visit against it is a visit for nothing. */
function wishCard({ parcel, wish, locale }: ParcelPage): Html | false {
  if (!wish || ends.includes(parcel.status) || parcel.leg === 'return') return false
  const words = recipientWords
  const phone = wish.phone && html`<a href="tel:${wish.phone}">${wish.phone}</a>`
  const receiver = wish.receiverName && [wish.receiverName, wish.relation].filter(Boolean).join(', ')
  const lines = pairs([
    { label: words.wishPhone[locale], value: phone },
    { label: words.wishReceiver[locale], value: receiver },
    { label: words.wishAddress[locale], value: wish.address }
  ])
  const when = html`<p class="muted">${formatInstant(wish.createdAt, locale)}</p>`
  return html`<section class="card flow" aria-labelledby="yeu-cau"><h2 id="yeu-cau">${icon('person')} ${words.wish[locale]}</h2><p><strong>${sayWish(wish, locale)}</strong></p>${lines}${when}</section>`
}

export function stop(parcel: Shipment, locale: Locale): Html {
  const there = nextStop(parcel)
  const kind =
    parcel.leg === 'return'
      ? chip('warn', 'refresh', postWords.goingBack[locale])
      : chip('info', parcel.kind === 'pickup' ? 'paper' : 'mail', postWords[parcel.kind][locale])
  const state = chip(
    parcel.status === 'delivered' ? 'ok' : isProblem(parcel.status) ? 'err' : 'plain',
    parcel.status === 'delivered' ? 'check' : 'clock',
    sayStatus(parcel, locale)
  )
  const phone = there.phone.replaceAll(/\s/g, '')
  return html`<section class="stop"><div class="wrap flow"><p class="cluster">${kind}${state}</p><h1>${there.name}</h1><p>${there.address}${there.wardName && `, ${there.wardName}`}</p><p><a class="btn plain block" href="tel:${phone}">${icon('phone')}${postWords.call[locale]} ${there.phone}</a></p></div></section>`
}

/** What ends a visit well comes last and largest; what went wrong below it, in white. */
function nextSteps(page: ParcelPage): Html {
  const { parcel, locale } = page
  const names = stepsFor(parcel, 'postman')
  const wellDone = names.filter((name) => ['collect', 'deliver', 'report_returned'].includes(name))
  const wrong = names.filter((name) => commands[name].needs === 'reason')
  const moving = names.filter((name) => !wellDone.includes(name) && !wrong.includes(name))
  if (ends.includes(parcel.status)) return note(parcel.status === 'delivered' ? 'ok' : 'info', postWords.over[locale])
  return html`${waitingFor(parcel, locale)}${moving.map((name) => stepForm(page, name))}${wellDone.map((name) => stepLink(parcel, name, 'go', locale))}${wrong.map((name) => stepLink(parcel, name, 'danger block', locale))}`
}

function waitingFor({ kind, status }: Shipment, locale: Locale): Html | false {
  if (status === 'return_reported' || (status === 'delivered_reported' && kind === 'pickup'))
    return note('info', postWords.deskSigns[locale])
  return status === 'delivered_reported' && note('warn', postWords.awaitingProof[locale])
}

/** Steps that need nothing more are recorded at once; the event's number in the form makes a second press the same event. */
function stepForm({ parcel, locale, csrf, eventId }: ParcelPage, name: CommandName): Html {
  return html`<form method="post" action="/buu-dien/${parcel.id}/buoc/${name}">${csrfField(csrf)}<input type="hidden" name="eventId" value="${eventId}"><button class="btn plain big block">${commands[name].words[locale]}</button></form>`
}

function stepLink(parcel: Shipment, name: CommandName, look: string, locale: Locale): Html {
  return html`<a class="btn ${look}" href="/buu-dien/${parcel.id}/buoc/${name}">${look === 'go' && icon('check')}${commands[name].words[locale]}</a>`
}

function facts(parcel: Shipment, locale: Locale): Html {
  const { sender, recipient, contents, sealNumber, slipNumber, fee, attempts } = parcel
  const line = (party: typeof sender) => [party.name, party.address, party.wardName].filter(Boolean).join(', ')
  return pairs(
    [
      { label: postWords.from[locale], value: line(sender) },
      { label: postWords.to[locale], value: line(recipient) },
      { label: postWords.contents[locale], value: contents.join('; ') },
      { label: postWords.slip[locale], value: slipNumber },
      { label: postWords.seal[locale], value: sealNumber },
      fee > 0 && { label: postWords.fee[locale], value: formatMoney(fee) },
      attempts > 0 && { label: postWords.attempts[locale], value: attempts }
    ],
    'rows'
  )
}

const isProblem = (status: Status) =>
  ['pickup_failed', 'attempt_failed', 'action_needed', 'order_failed', 'damaged', 'lost'].includes(status)

/** Newest first; what was voided is left out of the story, not out of the log. */
function story(events: readonly ShipmentEvent[], locale: Locale): ThreadItem[] {
  const voided = new Set(events.map((event) => event.voids).filter(Boolean))
  const told = events.filter((event) => (event.status || event.detail?.wish) && !voided.has(event.id)).toReversed()
  return told.map((event, i) => ({
    kind: event.source === 'desk_scan' || event.source === 'system' ? 'office' : 'mail',
    look: event.status && isProblem(event.status) ? 'problem' : i === 0 ? 'now' : undefined,
    road: event.status === 'in_transit' || event.status === 'out_for_delivery',
    at: formatInstant(event.occurredAt, locale),
    title: event.detail?.wish
      ? `${recipientWords.wish[locale]}: ${sayWish(event.detail.wish, locale)}`
      : statusNames[event.status!][locale],
    text: wordsOf(event, locale)
  }))
}

function wordsOf({ reason, reasonText, place, actor, detail }: ShipmentEvent, locale: Locale): string | undefined {
  const receiver = detail?.receiver && postWords.receiver[locale].replace('{name}', detail.receiver.name)
  const seal = detail?.sealNumber && postWords.sealed[locale].replace('{seal}', detail.sealNumber).replace('{n}', String(detail.count ?? 0))
  const parts = [reason && reasons[reason][locale], reasonText, seal, receiver, place?.name, actor?.name]
  return parts.filter(Boolean).join(' · ') || undefined
}
