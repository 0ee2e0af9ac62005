// What a clerk reads out after accepting: number, day and why that day; the receipt prints by itself; one key brings the next person.

import { maskPhone } from '../../../accounts/rules.ts'
import type { CounterNow } from '../../../counters/desk-queries.ts'
import { counterBar } from '../../../counters/pages/bar.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { dayOf, formatTime } from '../../../kernel/time.ts'
import { chip, code, dueCard, icon, key, note, panel, reasons } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import type { Dossier } from '../../store.ts'
import { fill } from '../../words/desk.ts'
import { doneWords as words } from '../../words/walk-in.ts'
import type { Workplace } from './queue.ts'

export type DoneMoney = { total: number; owed: number; order: { amount: number; txnRef: string } | undefined }

type DonePage = Frame &
  Workplace & {
    dossier: Dossier & { code: string }
    /** Whose turn it still is, and who waits. */
    counter: CounterNow
    sentences: readonly string[]
    /** The file of Mẫu 01, once it is made. */
    receiptId: string | undefined
    payments: readonly { number: string; fileId: string }[]
    isMaking: boolean
    money: DoneMoney
    qr: Html | undefined
  }

export function walkInDonePage(page: DonePage): Html {
  const { locale, dossier, csrf, counter } = page
  const { id, dueAt } = dossier
  const next = html`<a class="btn big" href="/quay/tiep-nhan" data-key="F2" autofocus>${words.next[locale]} ${key('Enter')} ${key('F2')}</a>`
  const due = dueAt
    ? dueCard(dayOf(dueAt), locale, html`<b>${fill(words.due[locale], { time: formatTime(dueAt) })}</b>${reasons(page.sentences)}`)
    : html`<p>${words.noDue[locale]}</p>`
  const left = html`<p class="bigcode">${code(dossier.code)}</p><p><span lang="vi">${dossier.procedureName}</span><br>${dossier.applicantName}</p>${due}`
  const right = html`${papers(page)}<p class="muted">${fill(words.message[locale], { phone: maskPhone(dossier.filer.phone) })}</p>`
  // Who was just served is done with F8, or with F9 together with the call of the next.
  const turn = counter.shift && counterBar({ locale, csrf, now: counter, returnTo: `/quay/tiep-nhan/${id}/xong` })
  const main = html`${turn}<div class="dhead"><h1>${words.title[locale]}</h1><span class="end"><a href="/quay/ho-so/${id}">${words.look[locale]}</a>${next}</span></div><div class="cols2">${panel({ title: dossier.applicantName, id: 'so', body: left })}<div class="flow">${panel({ title: words.papers[locale], id: 'in', body: right })}${panel({ title: words.money[locale], id: 'tien', body: moneyOf(page, locale) })}</div></div>`
  return deskPage({ ...page, title: `${words.title[locale]} ${dossier.code}`, main, keyMap: 'walkInDone' })
}

function papers({ dossier, receiptId, payments, isMaking, locale }: DonePage): Html {
  const receipts = payments.map(
    ({ number, fileId }) =>
      html`<p><a class="btn quiet" href="/tep/${fileId}" target="_blank">${fill(words.printMoney[locale], { number })}</a></p>`
  )
  if (!receiptId)
    return html`<div role="status">${note(isMaking ? 'info' : 'warn', words[isMaking ? 'making' : 'slow'][locale])}</div>${receipts}`
  return html`<p role="status">${words.ready[locale]}</p><p><a class="btn plain" href="/tep/${receiptId}" target="_blank" data-key="P" data-print="${dossier.id}">${icon('print')}${words.print[locale]} ${key('P')}</a></p>${receipts}`
}

function moneyOf({ money: { total, owed }, qr }: DonePage, locale: Locale): Html {
  if (total === 0) return html`<p class="muted">${words.free[locale]}</p>`
  if (owed <= 0) return html`<p>${chip('ok', 'check', fill(words.paid[locale], { amount: formatMoney(total) }))}</p>`
  const state = html`<p>${chip('warn', 'money', fill(words.owed[locale], { amount: formatMoney(owed) }))}</p>`
  return html`${state}${qr && html`<p>${words.show[locale]}</p><div class="qr">${qr}</div>`}`
}
