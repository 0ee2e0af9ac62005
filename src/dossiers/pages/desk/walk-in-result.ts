// Zone 3 of a walk-in: where the result goes, what it costs and how that is paid, and until when it will be there.

import { type Html, html } from '../../../kernel/html.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { dayOf, formatTime } from '../../../kernel/time.ts'
import { choice, dueCard, errorMessage, field, fold, panel, reasons } from '../../../web/components/index.ts'
import { countsIn, isByPage, isCountedAtDesk, payWayOf, sumOf, type TariffLine } from '../../fee-counts.ts'
import { caseWords, fill } from '../../words/desk.ts'
import { walkInWords as words } from '../../words/reception.ts'
import { feeWords } from '../../words/walk-in.ts'
import { placeSelect } from '../applicant/parts.ts'
import type { Zone } from './walk-in.ts'
import { jump } from './walk-in-parts.ts'

export function resultZone(zone: Zone): Html {
  const { locale, view, due, values, at } = zone
  const { postOut = true, onlineLevel = 2 } = view?.offering ?? {}
  const options = [
    { value: 'desk', key: 'Q', label: words.desk[locale] },
    ...(postOut ? [{ value: 'post', key: 'B', label: words.post[locale], inside: address(zone) }] : []),
    ...(onlineLevel >= 4 ? [{ value: 'electronic', key: 'E', label: words.electronic[locale] }] : [])
  ]
  const route = choice({ ...at('delivery.method'), legend: words.route[locale], options, checked: values['delivery.method'] || 'desk' })
  const day = due && dayOf(due.at)
  const card =
    due &&
    day &&
    html`${dueCard(day, locale, html`<b>${fill(words.due[locale], { time: formatTime(due.at) })}</b>${due.sentences.slice(0, 1).map((one) => html`<p class="hint">${one}</p>`)}`, { small: true })}${due.sentences.length > 1 && fold(caseWords.why[locale], reasons(due.sentences))}`
  return panel({
    title: words.result[locale],
    id: 'ket-qua',
    number: 3,
    end: jump('delivery.method', '3'),
    body: html`${route}${view && money(zone)}${card}`
  })
}

/** The tariff of the day; lines by page or copy are counted here, and the sum says what to take. */
function money(zone: Zone): Html {
  const { fees, locale, typed, mayTransfer } = zone
  if (fees.length === 0) return html`<p class="muted">${words.noFee[locale]}</p>`
  const sum = sumOf(fees, countsIn(typed, fees))
  const total = html`<tr class="sum"><th scope="row">${feeWords.sum[locale]}</th><td data-sum>${formatMoney(sum)}</td></tr>`
  const table = html`<table class="money"><caption class="vh">${words.fees[locale]}</caption><tbody>${fees.map((line, i) => feeRow(zone, line, i))}${total}</tbody></table>`
  const uncounted = fees.some(isByPage) && sum === 0 && html`<p class="hint" data-uncounted>${feeWords.uncounted[locale]}</p>`
  const pay = choice({
    name: 'pay',
    legend: feeWords.how[locale],
    locale,
    inline: true,
    checked: payWayOf(typed),
    options: [
      { value: 'later', key: 'S', label: feeWords.later[locale] },
      { value: 'cash', key: 'T', label: feeWords.cash[locale] },
      ...(mayTransfer ? [{ value: 'transfer', key: 'R', label: feeWords.transfer[locale] }] : [])
    ]
  })
  return html`${table}${uncounted}${pay}`
}

function feeRow(zone: Zone, line: TariffLine, i: number): Html {
  const { locale, at } = zone
  const { name, condition, amount, unit } = line
  const label = html`<span lang="vi">${name}${condition && html`<small>${condition}</small>`}</span>`
  if (!isCountedAtDesk(line)) return html`<tr data-amount="${amount}"><th scope="row">${label}</th><td>${formatMoney(amount)}</td></tr>`
  const id = `fee.${i}`
  const { error, value } = at(id)
  if (!isByPage(line)) return metRow(zone, line, i, label)
  const count = html`<label><span class="vh" lang="vi">${fill(feeWords.count[locale], { unit, name })}</span><input class="input count" id="${id}" name="${id}" inputmode="numeric" maxlength="4" autocomplete="off" data-fee="${amount}"${condition ? '' : html` data-must`} value="${value ?? ''}"${error ? html` aria-invalid="true" aria-describedby="${id}-loi"` : ''}></label>`
  return html`<tr${error ? html` class="bad"` : ''}><th scope="row">${label}${error && errorMessage(`${id}-loi`, error, locale)}</th><td>${count} × ${formatMoney(amount)}</td></tr>`
}

/** One amount where a condition is met: the clerk sees whether it is. */
function metRow({ values, locale }: Zone, { name, amount }: TariffLine, i: number, label: Html): Html {
  const id = `fee.${i}`
  const tick = html`<label><span class="vh" lang="vi">${fill(feeWords.met[locale], { name })}</span><input type="checkbox" id="${id}" name="${id}" value="1" data-fee="${amount}"${values[id] ? html` checked` : ''}></label>`
  return html`<tr><th scope="row">${label}</th><td>${tick} ${formatMoney(amount)}</td></tr>`
}

function address({ at, locale, wards }: Zone): Html {
  const ward = placeSelect({ ...at('delivery.wardCode'), label: words.ward[locale], groups: wards, empty: words.chooseWard[locale] })
  return html`<p class="hint">${words.postHint[locale]}</p>${ward}${field({ ...at('delivery.name'), label: words.receiver[locale], autocomplete: 'off', optional: true })}${field({ ...at('delivery.phone'), label: words.phone[locale], type: 'tel', inputmode: 'tel', autocomplete: 'off', optional: true })}${field({ ...at('delivery.address'), label: words.address[locale], autocomplete: 'off', optional: true })}`
}
