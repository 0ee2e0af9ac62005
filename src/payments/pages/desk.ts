// Money as the desk sees it: paid or not on the dossier's page, and the list of what does not add up.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, note, pairs, panel } from '../../web/components/index.ts'
import { type DeskPage, deskPage } from '../../web/layout.ts'
import type { PaymentEntry } from '../queries.ts'
import { unanswered } from '../rules.ts'
import { deskMoneyWords, entryNames, mismatchAdvice, mismatchNames, reconcileWords, wayNames } from '../words.ts'

export type DossierMoney = { total: number; owed: number; entries: readonly PaymentEntry[]; mayCollect: boolean }

function entryLine({ kind, way, amount, at, receiptNumber, actorName, reason }: PaymentEntry, locale: Locale): Html {
  const what = reason ? mismatchNames[reason][locale] : entryNames[kind][locale]
  const number = receiptNumber ? ` · ${deskMoneyWords.receiptNo[locale].replace('{number}', receiptNumber)}` : ''
  return html`<li><span>${what}${amount > 0 && html` ${formatMoney(amount)}`}</span><span class="hint">${wayNames[way][locale]}${number} · ${actorName}, ${formatInstant(at, locale)}</span></li>`
}

/** Paid or not, every event of money, and the button for cash; nothing where nothing is charged and nothing came. */
export function moneyPanel({
  dossierId,
  money,
  csrf,
  locale
}: {
  dossierId: string
  money: DossierMoney
  csrf: string | undefined
  locale: Locale
}): Html {
  const words = deskMoneyWords
  const { total, owed, entries, mayCollect } = money
  if (total === 0 && entries.length === 0) return html``
  const state =
    owed > 0
      ? chip('warn', undefined, words.owed[locale].replace('{amount}', formatMoney(owed)))
      : chip('ok', undefined, words.paidAll[locale].replace('{amount}', formatMoney(total)))
  const list = entries.length > 0 && html`<ul class="issued">${entries.map((entry) => entryLine(entry, locale))}</ul>`
  const toList = unanswered(entries).length > 0 && html`<p><a href="/quay/doi-soat">${words.toList[locale]}</a></p>`
  const cash =
    mayCollect &&
    html`<form method="post" action="/quay/thu-tien/${dossierId}">${csrfField(csrf)}<button class="btn plain">${words.collect[locale].replace('{amount}', formatMoney(owed))}</button></form>`
  return panel({ title: words.title[locale], id: 'phi', end: total > 0 && state, body: html`${list}${toList}${cash}` })
}

export type MismatchLine = { entry: PaymentEntry; code: string | null; error: string | undefined; typed: string }

function mismatchItem({ entry, code, error, typed }: MismatchLine, { csrf, locale }: Pick<DeskPage, 'csrf' | 'locale'>): Html {
  const words = reconcileWords
  const reason = entry.reason!
  const dossier = entry.dossierId ? html`<a href="/quay/ho-so/${entry.dossierId}" translate="no">${code}</a>` : words.noDossier[locale]
  const facts = pairs([
    { label: words.amount[locale], value: html`<b>${formatMoney(entry.amount || (entry.facts.claimed ?? 0))}</b>` },
    { label: words.dossier[locale], value: dossier },
    { label: words.ref[locale], value: entry.facts.txnRef && html`<span translate="no">${entry.facts.txnRef}</span>` },
    { label: words.at[locale], value: `${formatInstant(entry.at, locale)}, ${wayNames[entry.way][locale]}` }
  ])
  const why = field({
    name: 'note',
    id: `note-${entry.id}`,
    label: words.note[locale],
    hint: words.noteHint[locale],
    value: typed,
    error,
    locale,
    maxlength: 500
  })
  const form = html`<form class="flow" method="post" action="/quay/doi-soat/${entry.id}" novalidate>${csrfField(csrf)}${why}<button class="btn plain">${words.close[locale]}</button></form>`
  const body = html`<p>${mismatchAdvice[reason][locale]}${entry.facts.note && html` <span class="hint" translate="no">${entry.facts.note}</span>`}</p>${facts}${form}`
  return panel({ title: mismatchNames[reason][locale], id: `khoan-${entry.id}`, body })
}

export function reconcilePage({ lines, ...page }: Omit<DeskPage, 'title' | 'main'> & { lines: readonly MismatchLine[] }): Html {
  const { locale } = page
  const words = reconcileWords
  const list = lines.length > 0 ? lines.map((line) => mismatchItem(line, page)) : note('ok', words.empty[locale])
  const problems = lines.flatMap(({ entry, error }) => (error ? [{ field: `note-${entry.id}`, sentence: error }] : []))
  const main = html`<div class="flow">${errorSummary(problems, locale)}<div class="dhead"><h1>${words.title[locale]}</h1></div><p class="muted">${words.lead[locale]}</p>${list}</div>`
  return deskPage({ ...page, title: words.title[locale], main })
}
