// "Giao không được": one screen to choose how to receive a parcel, from a link in a message or from the dossier. Three presses, no account.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatDayLong, formatInstant } from '../../kernel/time.ts'
import { choice, code, csrfField, errorSummary, field, fold, note, pairs } from '../../web/components/index.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { type Reason, reasons, sayStatus } from '../lifecycle.ts'
import { sayWish } from '../rules.ts'
import type { ParcelWish, Shipment } from '../table.ts'
import { recipientWords as words } from '../words/recipient.ts'

export type WishTyped = { way: string; phone: string; receiverName: string; relation: string; address: string }

export type ProblemPage = Frame & {
  /** `/bp/…` or `/ho-so/…/buu-gui`: where the form goes. */
  action: string
  choices: {
    parcel: Shipment
    isOpen: boolean
    days: readonly Temporal.PlainDate[]
    until: Temporal.PlainDate
    office?: string | undefined
    failedAt?: Temporal.Instant | undefined
    reason?: string | undefined
    reasonText?: string | undefined
    wish?: ParcelWish | undefined
  }
  /** `choose`: the form; `used`: what was chosen, and a code to change it; `code`: the code is on its way. */
  stage: 'choose' | 'used' | 'code'
  maskedPhone?: string
  dossierId?: string | undefined
  typed?: WishTyped
  refusal?: Refusal | undefined
}

function whatHappened({ choices, locale }: ProblemPage): Html {
  const { parcel, failedAt, reason, reasonText, office, until } = choices
  const said =
    reason && Object.hasOwn(reasons, reason) ? reasons[reason as Reason][locale].toLocaleLowerCase(locale) : words.unknown[locale]
  const why =
    failedAt &&
    words.happened[locale]
      .replace('{n}', String(parcel.attempts))
      .replace('{at}', formatInstant(failedAt, locale))
      .replace('{reason}', [said, reasonText].filter(Boolean).join(', '))
  const where = words.where[locale].replace('{office}', office ?? words.office[locale]).replace('{until}', formatDayLong(until, locale))
  return html`<section class="flow"><p>${why}</p><p><strong>${where}</strong></p></section>`
}

function aboutParcel({ parcel }: ProblemPage['choices'], locale: Locale): Html {
  return pairs([
    { label: words.parcel[locale], value: code(parcel.trackingNumber ?? parcel.ourRef) },
    { label: words.contents[locale], value: html`<span lang="vi">${parcel.contents.join('; ')}</span>` }
  ])
}

function changes({ choices, locale, typed, refusal }: ProblemPage): Html {
  const { parcel } = choices
  const text = (
    name: 'phone' | 'receiverName' | 'relation' | 'address',
    hint?: string,
    more: { type?: 'tel'; autocomplete?: string } = {}
  ) =>
    field({
      name,
      label: words[name][locale],
      hint,
      locale,
      value: typed?.[name],
      optional: true,
      maxlength: 200,
      error: problemAt(refusal, name, locale),
      ...more
    })
  const other =
    parcel.proofProfile === 'in_person'
      ? html`<p class="hint">${words.ownerOnly[locale]}</p>`
      : html`${text('receiverName', words.receiverHint[locale], { autocomplete: 'off' })}${text('relation', words.relationHint[locale], { autocomplete: 'off' })}`
  const address = [parcel.recipient.address, parcel.recipient.wardName].filter(Boolean).join(', ')
  const body = html`<div class="flow">${text('phone', undefined, { type: 'tel', autocomplete: 'tel' })}${other}${text('address', words.addressHint[locale].replace('{address}', address), { autocomplete: 'street-address' })}</div>`
  const open = refusal !== undefined || Boolean(typed?.phone || typed?.receiverName || typed?.address)
  return fold(words.more[locale], body, { open })
}

function form(page: ProblemPage): Html {
  const { action, choices, locale, csrf, typed, refusal } = page
  const { days, until, office } = choices
  const place = office ?? words.office[locale]
  const options = [
    ...days.map((day, index) => ({
      value: `redeliver:${day}`,
      label: words.redeliver[locale].replace('{day}', formatDayLong(day, locale)),
      hint: index === 0 && words.redeliverHint[locale]
    })),
    {
      value: 'collect',
      label: words.collect[locale].replace('{office}', place),
      hint: words.collectHint[locale].replace('{until}', formatDayLong(until, locale))
    },
    { value: 'desk', label: words.desk[locale], hint: words.deskHint[locale] }
  ]
  const ways = choice({
    name: 'way',
    legend: words.choose[locale],
    locale,
    options,
    checked: typed?.way,
    error: problemAt(refusal, 'way', locale),
    hint: days.length === 0 ? words.noDays[locale] : undefined
  })
  return html`<form class="flow" method="post" action="${action}" novalidate>${csrfField(csrf)}${ways}${changes(page)}<button class="btn big block">${words.send[locale]}</button></form>`
}

function chosen({ choices, locale }: ProblemPage): Html {
  const { wish } = choices
  if (!wish) return html``
  const state = wish.refusedAt
    ? words.refused[locale]
    : wish.toldAt
      ? words.told[locale].replace('{at}', formatInstant(wish.toldAt, locale))
      : words.telling[locale]
  const more = [wish.phone, wish.receiverName, wish.address].filter(Boolean).join(' · ')
  const body = html`<b>${sayWish(wish, locale)}</b>${more && html`<br>${more}`}<br>${state}`
  return note(wish.refusedAt ? 'warn' : 'ok', body, `${words.yours[locale]}:`)
}

function byCode({ action, csrf, locale, maskedPhone = '', stage, refusal }: ProblemPage): Html {
  if (stage === 'used')
    return html`<section class="flow"><h2>${words.change[locale]}</h2><p>${words.changeHint[locale].replace('{phone}', maskedPhone)}</p><form method="post" action="${action}/ma">${csrfField(csrf)}<button class="btn plain block">${words.sendCode[locale]}</button></form></section>`
  const sent = html`<p role="status">${words.codeSent[locale].replace('{phone}', maskedPhone)}</p>`
  return html`<section class="flow"><h2>${words.change[locale]}</h2>${sent}<form class="flow" method="post" action="${action}/mo" novalidate>${csrfField(csrf)}${field({ name: 'code', label: words.code[locale], locale, inputmode: 'numeric', autocomplete: 'one-time-code', width: 'otp', maxlength: 8, error: problemAt(refusal, 'code', locale) })}<button class="btn block">${words.openChange[locale]}</button></form><form method="post" action="${action}/ma">${csrfField(csrf)}<button class="linklike">${words.sendCode[locale]}</button></form></section>`
}

export function deliveryProblemPage(page: ProblemPage): Html {
  const { locale, choices, stage, refusal, dossierId } = page
  const { parcel, isOpen } = choices
  const labels = {
    way: words.choose[locale],
    phone: words.phone[locale],
    relation: words.relation[locale],
    receiverName: words.receiverName[locale]
  }
  const title = isOpen ? words.title[locale] : sayStatus(parcel, locale)
  const todo = isOpen
    ? html`${whatHappened(page)}${chosen(page)}${stage === 'choose' ? form(page) : byCode(page)}`
    : html`${chosen(page)}<p>${words.closed[locale]}</p>`
  const follow = dossierId ? `/ho-so/${dossierId}` : '/tra-cuu'
  const main = html`<div class="flow-lg">${errorSummary(problemsOf(refusal, locale, labels), locale)}<header class="flow"><h1>${title}</h1>${isOpen && stage === 'choose' && html`<p>${words.lead[locale]}</p>`}</header>${todo}${aboutParcel(choices, locale)}<p class="hint">${words.help[locale]} <a href="${follow}">${words.follow[locale]}</a></p></div>`
  const back = dossierId ? { back: { href: follow, label: words.back[locale] } } : { breadcrumbs: [] }
  return citizenPage({ ...page, title, main, error: refusal !== undefined, ...back })
}
