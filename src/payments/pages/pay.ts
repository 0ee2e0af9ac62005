// The page where a citizen pays: what for, how much, by which way, and whether the money has arrived.
import type { Dossier } from '../../dossiers/store.ts'
import type { FeeLine } from '../../dossiers/types.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import { formatInstant, formatTime } from '../../kernel/time.ts'
import { csrfField, icon, moneyTable, note, pairs } from '../../web/components/index.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import type { PaymentEntry } from '../queries.ts'
import { wayNames, payWords as words } from '../words.ts'

/** An order that may be paid now, and how. */
export type OpenOrder = {
  txnRef: string
  amount: number
  expiresAt: Temporal.Instant
  gateUrl: string | undefined
  transfer: { qr: Html; account: string; tryUrl: string | undefined } | undefined
}

export type PayFacts = {
  dossier: Dossier
  agencyName: string
  lines: readonly FeeLine[]
  total: number
  owed: number
  entries: readonly PaymentEntry[]
  /** Receipt number → file, for those already printed. */
  receipts: ReadonlyMap<string, string>
  hasMismatch: boolean
  mayPay: boolean
  isOnline: boolean
  order: OpenOrder | undefined
  lastTry: 'failed' | 'expired' | undefined
  /** The bank took the money and looks into it: not to be paid again. */
  isHeld: boolean
}

function feesPart({ lines, total, owed }: PayFacts, locale: Locale): Html {
  const paid = total - owed
  const rows = [
    ...lines.map(({ name, amount }) => ({ label: html`<span lang="vi">${name}</span>`, amount: formatMoney(amount) })),
    ...(paid > 0 ? [{ label: words.paidAlready[locale], amount: `−${formatMoney(paid)}` }] : [])
  ]
  const sum = paid > 0 ? { label: words.owed[locale], amount: formatMoney(owed) } : { label: words.sum[locale], amount: formatMoney(total) }
  return html`<section class="flow"><h2>${words.fees[locale]}</h2>${moneyTable(words.fees[locale], rows, sum)}</section>`
}

/** What became of money: every payment with its receipt, every refund. */
function ledgerPart({ entries, receipts }: PayFacts, locale: Locale): Html {
  const lines = entries.flatMap(({ kind, way, amount, at, receiptNumber }) => {
    const when = html`<span>${wayNames[way][locale]} · ${formatInstant(at, locale)}</span>`
    if (kind === 'refunded') return html`<li>${words.refunded[locale].replace('{amount}', formatMoney(amount))}${when}</li>`
    if (kind !== 'paid') return []
    const file = receipts.get(receiptNumber!)
    const said = (file ? words.receipt : words.receiptSoon)[locale].replace('{number}', receiptNumber!)
    return html`<li>${words.paidAlready[locale]} ${formatMoney(amount)}${when}${file ? html`<a href="/tep/${file}">${said}</a>` : html`<span>${said}</span>`}</li>`
  })
  return html`${lines.length > 0 && html`<ul class="listing">${lines}</ul>`}`
}

function orderPart(order: OpenOrder, { hasReturned, locale, path }: Frame & { hasReturned: boolean }): Html {
  const { transfer, gateUrl } = order
  const until = words.until[locale].replace('{time}', formatTime(order.expiresAt)).replace('{ref}', order.txnRef)
  const [title, text] = hasReturned ? [words.returned, words.returnedText] : [words.waiting, words.waitingText]
  const again = html`<a href="${path}">${words.again[locale]}</a>`
  const status = html`<div role="status">${note('info', html`${text[locale]} ${again}`, `${title[locale]}.`)}</div>`
  // Who has just paid is not offered to pay.
  if (hasReturned) return status
  const card =
    gateUrl &&
    html`<section class="flow"><h2>${words.card[locale]}</h2><p>${words.cardText[locale]}</p><p><a class="btn" href="${gateUrl}">${words.cardButton[locale]}</a></p></section>`
  const facts =
    transfer &&
    pairs([
      { label: words.account[locale], value: html`<span class="num" translate="no">${transfer.account}</span>` },
      { label: words.amount[locale], value: formatMoney(order.amount) },
      { label: words.purpose[locale], value: html`<span class="code" translate="no">${order.txnRef}</span>` }
    ])
  const bank =
    transfer &&
    html`<section class="flow"><h2>${words.qr[locale]}</h2><p>${words.qrText[locale]}</p>${transfer.qr}${facts}<p><a href="${path.split('?')[0]}/phieu">${words.slip[locale]}</a></p>${transfer.tryUrl && html`<p><a href="${transfer.tryUrl}">${words.tryBank[locale]}</a></p>`}</section>`
  return html`${status}<p class="hint">${until}</p>${card}${bank}`
}

function startPart({ dossier, owed, isOnline, lastTry }: PayFacts, { csrf, locale }: Frame): Html {
  const told =
    lastTry &&
    note(
      'warn',
      (lastTry === 'failed' ? words.failedText : words.expiredText)[locale],
      `${(lastTry === 'failed' ? words.failed : words.expired)[locale]}.`
    )
  const why = html`<p>${(dossier.state === 'awaiting_payment' ? words.needed : words.advance)[locale]}</p>`
  const button =
    isOnline &&
    html`<form method="post" action="/ho-so/${dossier.id}/nop-phi">${csrfField(csrf)}<button class="btn">${words.begin[locale].replace('{amount}', formatMoney(owed))}</button></form>`
  return html`${told}${why}${button}`
}

export function payPage({ facts, hasReturned, ...frame }: Frame & { facts: PayFacts; hasReturned: boolean }): Html {
  const { locale } = frame
  const { dossier, mayPay, order, owed, total } = facts
  const head = html`<header class="flow"><p class="muted"><span lang="vi">${dossier.procedureName}</span> · <span class="code" translate="no">${dossier.code}</span></p><h1>${words.title[locale]}</h1></header>`
  const held = facts.isHeld && html`<div role="status">${note('warn', words.heldText[locale], `${words.held[locale]}.`)}</div>`
  const mismatch = facts.hasMismatch && !facts.isHeld && note('warn', words.mismatchText[locale], `${words.mismatch[locale]}.`)
  const done = total > 0 && owed <= 0 && html`<div role="status">${note('ok', words.done[locale])}</div>`
  const nothing = total === 0 && html`<p>${words.nothing[locale]}</p>`
  const action = mayPay && (order ? orderPart(order, { ...frame, hasReturned }) : startPart(facts, frame))
  const desk = mayPay && !hasReturned && html`<p>${icon('pin')} ${words.desk[locale].replace('{agency}', facts.agencyName)}</p>`
  const main = html`<div class="flow-lg">${head}${done}${held}${mismatch}${total > 0 && feesPart(facts, locale)}${nothing}${action}${ledgerPart(facts, locale)}${desk}</div>`
  return citizenPage({
    ...frame,
    title: `${words.title[locale]} – ${dossier.code}`,
    main,
    back: { href: `/ho-so/${dossier.id}`, label: words.backTo[locale] }
  })
}
