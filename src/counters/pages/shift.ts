// A shift from its first coin to the second pair of eyes: opening, the drawer counted against the books, the record.
import { type Body, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, icon, moneyTable, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { cashTaken, denominations, differenceOf } from '../rules.ts'
import type { Shift } from '../store.ts'
import type { OpenThing } from '../table.ts'
import { fill, openThingWords, shiftWords as words } from '../words/desk.ts'

type Frame = Omit<DeskPage, 'title' | 'main'>
type Entry = {
  kind: 'paid' | 'refunded' | 'mismatch' | 'settled'
  amount: number
  receiptNumber: string | null
  at: Temporal.Instant
  code: string
  dossierId: string | null
}
export type Typed = { body: Body; refusal: Refusal | undefined }

const sayState = (shift: Shift, locale: Locale): Html =>
  shift.confirmedAt
    ? chip('ok', 'check', words.stateConfirmed[locale])
    : shift.closedAt
      ? chip('warn', undefined, words.stateClosed[locale])
      : chip('info', undefined, words.stateOpen[locale])

function shiftList(shifts: readonly Shift[], locale: Locale): Html {
  if (shifts.length === 0) return html`<div class="in"><p class="muted">${words.none[locale]}</p></div>`
  return table({
    caption: words.list[locale],
    columns: [words.clerk, words.counter, words.at, words.difference, words.state, words.view].map((title) => ({ title: title[locale] })),
    rows: shifts.map((shift) => ({
      href: `/quay/ca/${shift.id}`,
      cells: [
        shift.clerkName,
        String(shift.counter),
        formatInstant(shift.openedAt, locale),
        shift.difference === null ? '' : formatMoney(shift.difference),
        sayState(shift, locale),
        html`<a href="/quay/ca/${shift.id}">${words.view[locale]}<span class="vh"> ${shift.clerkName}, ${formatInstant(shift.openedAt, locale)}</span></a>`
      ]
    })),
    list: true
  })
}

/** Nobody sits yet: which counter, how much change. And the shifts of this desk. */
export function openShiftPage(page: Frame & { shifts: readonly Shift[]; typed?: Typed }): Html {
  const { locale, csrf, shifts, typed } = page
  const ask = (name: 'counter' | 'cashFloat', label: string, hint?: string) =>
    field({
      name,
      label,
      hint,
      locale,
      inputmode: 'numeric',
      width: name === 'counter' ? 'short' : 'middle',
      autocomplete: 'off',
      value: typed && textOf(typed.body, name),
      error: problemAt(typed?.refusal, name, locale)
    })
  const form = html`<form class="flow" method="post" action="/quay/ca" novalidate>${csrfField(csrf)}${ask('counter', words.counter[locale])}${ask('cashFloat', words.float[locale], words.floatHint[locale])}<p><button class="btn" data-key="Ctrl+Enter">${words.open[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
  const labels = { counter: words.counter[locale], cashFloat: words.float[locale] }
  const main = html`${errorSummary(problemsOf(typed?.refusal, locale, labels), locale)}<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="cols2">${panel({ title: words.list[locale], bare: true, body: shiftList(shifts, locale) })}${panel({ title: words.openTitle[locale], active: true, body: form })}</div>`
  return deskPage({ ...page, title: words.openTitle[locale], main, error: typed?.refusal !== undefined })
}

export function receiptsTable(entries: readonly Entry[], locale: Locale): Html {
  if (entries.length === 0) return html`<div class="in"><p class="muted">${words.noReceipts[locale]}</p></div>`
  return table({
    caption: words.receipts[locale],
    columns: [
      { title: words.number[locale] },
      { title: words.dossier[locale] },
      { title: words.at[locale] },
      { title: words.amount[locale], number: true }
    ],
    rows: entries.map(({ kind, receiptNumber, code, dossierId, at, amount }) => ({
      cells: [
        receiptNumber ?? words.givenBack[locale],
        dossierId ? html`<a class="num" href="/quay/ho-so/${dossierId}" translate="no">${code}</a>` : '',
        formatInstant(at, locale),
        formatMoney(kind === 'refunded' ? -amount : amount)
      ]
    }))
  })
}

function thingsList(things: readonly { kind: OpenThing['kind']; what: readonly string[] }[], locale: Locale): Html {
  if (things.length === 0) return html`<p>${icon('check')} ${words.nothingOpen[locale]}</p>`
  return html`<dl class="kv">${things.map(({ kind, what }) => html`<div><dt>${openThingWords[kind][locale]} (${what.length})</dt><dd>${what.join('; ')}</dd></div>`)}</dl>`
}

type Grouped = { things: readonly { kind: OpenThing['kind']; what: readonly string[] }[] }

function sums(shift: Pick<Shift, 'cashFloat'>, { paid, refunded, net }: ReturnType<typeof cashTaken>, locale: Locale): Html {
  const lines = [
    { label: words.sumFloat[locale], amount: formatMoney(shift.cashFloat) },
    { label: words.sumPaid[locale], amount: formatMoney(paid) },
    { label: words.sumRefunded[locale], amount: formatMoney(refunded === 0 ? 0 : -refunded) }
  ]
  return moneyTable(words.expected[locale], lines, { label: words.expected[locale], amount: formatMoney(shift.cashFloat + net) })
}

/** My open shift: what came in, and the form that closes it. */
export function closeShiftPage(page: Frame & Grouped & { shift: Shift; entries: readonly Entry[]; typed?: Typed }): Html {
  const { locale, csrf, shift, entries, typed, things } = page
  const value = (name: string) => (typed ? textOf(typed.body, name) : '')
  const boxes = denominations.map(
    (one, i) =>
      html`<label for="to-${one}">${formatMoney(one)}</label><input class="input short" id="to-${one}" name="to.${one}" inputmode="numeric" maxlength="5" autocomplete="off" aria-label="${fill(words.notes[locale], { value: formatMoney(one) })}" value="${value(`to.${one}`)}"${i === 0 ? html` data-key="Alt+1"` : ''}>`
  )
  const expected = shift.cashFloat + cashTaken(entries).net
  const counted = denominations.reduce((sum, one) => sum + one * (Number(value(`to.${one}`)) || 0), 0)
  const difference =
    typed &&
    html`<p><b>${words.counted[locale]}: ${formatMoney(counted)}. ${words.difference[locale]}: ${formatMoney(differenceOf({ float: shift.cashFloat, net: expected - shift.cashFloat, counted }))}</b></p>`
  const reason = field({
    name: 'reason',
    label: words.reason[locale],
    hint: words.reasonHint[locale],
    locale,
    value: value('reason'),
    maxlength: 500,
    error: problemAt(typed?.refusal, 'reason', locale)
  })
  const handedTo = field({
    name: 'handedTo',
    label: words.handedTo[locale],
    locale,
    optional: true,
    maxlength: 100,
    value: value('handedTo')
  })
  const form = html`<form class="flow" method="post" action="/quay/ca/${shift.id}/dong" novalidate>${csrfField(csrf)}<fieldset class="field"><legend>${words.count[locale]}</legend><div class="cash">${boxes}</div></fieldset>${difference}${reason}${handedTo}<p><button class="btn" data-key="Ctrl+Enter">${words.close[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
  const left = html`<div class="flow">${panel({ title: `${words.receipts[locale]} (${entries.length})`, bare: true, body: receiptsTable(entries, locale) })}${panel({ title: words.openThings[locale], body: thingsList(things, locale) })}</div>`
  const right = html`<div class="flow">${panel({ title: words.expected[locale], body: sums(shift, cashTaken(entries), locale) })}${panel({ title: words.closeTitle[locale].replace('{n}', String(shift.counter)), active: true, body: form })}</div>`
  const since = fill(words.since[locale], { at: formatInstant(shift.openedAt, locale), float: formatMoney(shift.cashFloat) })
  const main = html`${errorSummary(problemsOf(typed?.refusal, locale, { reason: words.reason[locale] }), locale)}<div class="dhead"><h1>${fill(words.closeTitle[locale], { n: shift.counter })}</h1><span class="muted">${since}</span></div><div class="cols2">${left}${right}</div>`
  return deskPage({
    ...page,
    title: words.closeTitle[locale].replace('{n}', String(shift.counter)),
    main,
    error: typed?.refusal !== undefined
  })
}

/** A closed shift as it was; the second person confirms it here. */
export function shiftPage(page: Frame & Grouped & { shift: Shift; entries: readonly Entry[]; mayConfirm: boolean }): Html {
  const { locale, csrf, shift, entries, mayConfirm, things } = page
  const eyes = shift.confirmedAt
    ? html`<p>${icon('check')} ${fill(words.confirmedBy[locale], { name: shift.confirmedByName ?? '', at: formatInstant(shift.confirmedAt, locale) })}</p>`
    : html`<p>${words.waitsForEyes[locale]}</p>`
  const confirm =
    mayConfirm &&
    html`<form method="post" action="/quay/ca/${shift.id}/xac-nhan">${csrfField(csrf)}<button class="btn" data-key="Ctrl+Enter">${words.confirm[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></form>`
  const result = moneyTable(words.difference[locale], [{ label: words.counted[locale], amount: formatMoney(shift.counted ?? 0) }], {
    label: words.difference[locale],
    amount: formatMoney(shift.difference ?? 0)
  })
  const why = shift.reason && html`<p>${words.reason[locale]}: ${shift.reason}</p>`
  const pdf = html`<p><a class="btn quiet" href="/quay/ca/${shift.id}/bien-ban.pdf">${icon('print')}${words.pdf[locale]}</a></p>`
  const left = html`<div class="flow">${panel({ title: `${words.receipts[locale]} (${entries.length})`, bare: true, body: receiptsTable(entries, locale) })}${panel({ title: words.openThings[locale], body: thingsList(things, locale) })}</div>`
  const right = html`<div class="flow">${panel({ title: words.expected[locale], body: html`${sums(shift, cashTaken(entries), locale)}${result}${why}${pdf}` })}${panel({ title: words.report[locale], active: mayConfirm, body: html`${eyes}${confirm}` })}</div>`
  const main = html`<div class="dhead"><h1>${words.report[locale]}</h1><span class="muted">${shift.clerkName}, ${fill(words.since[locale], { at: formatInstant(shift.openedAt, locale), float: formatMoney(shift.cashFloat) })}</span></div><div class="cols2">${left}${right}</div>`
  return deskPage({ ...page, title: words.report[locale], main })
}
