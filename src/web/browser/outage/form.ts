// The form of the screen without a network, drawn from what the machine knows: the same zones, names and keys as the ordinary one.

import { isCountedAtDesk } from '../../../dossiers/fee-counts.ts'
import { walkInWords } from '../../../dossiers/words/reception.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatMoney } from '../../../kernel/money.ts'
import { dayOf, formatTime } from '../../../kernel/time.ts'
import { countsOf, feesOf, linesOf, sumOf } from '../../../outages/rules.ts'
import type { Knowledge, OfflineProcedure } from '../../../outages/types.ts'
import { screenWords as words } from '../../../outages/words.ts'
import { formNames } from '../../../procedures/words.ts'
import { dueCard } from '../../components/calendar.ts'
import { actbar, moneyTable, panel, ticks } from '../../components/desk.ts'
import { choice, dateField, field } from '../../components/form.ts'
import { key } from '../../components/status.ts'
import { icon } from '../../icons.ts'

const fill = (text: string, facts: Record<string, string | number>) => text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))
const jump = (id: string, name: string) => html`<a class="jump" href="#${id}" data-key="Alt+${name}"><kbd>Alt</kbd> <kbd>${name}</kbd></a>`

function personZone(locale: Locale): Html {
  const w = walkInWords
  const scan = html`<div class="field"><label for="scan">${words.scan[locale]}</label><div class="beside"><input class="input" id="scan" name="scan" autocomplete="off" data-scan autofocus><button class="btn plain" name="step" value="scan" data-scan-go>${words.read[locale]}</button></div></div>`
  const other = html`${field({ name: 'applicant.name', label: w.name[locale], locale, autocomplete: 'off' })}${field({ name: 'applicant.identityNumber', label: w.identity[locale], locale, inputmode: 'numeric', maxlength: 12, autocomplete: 'off', optional: true })}${field({ name: 'relation', label: w.relation[locale], locale, autocomplete: 'off' })}`
  const organisation = html`${field({ name: 'organisation.name', label: w.organisationName[locale], locale, autocomplete: 'off' })}${field({ name: 'organisation.taxCode', label: w.tax[locale], locale, inputmode: 'numeric', autocomplete: 'off' })}${field({ name: 'position', label: w.position[locale], locale, autocomplete: 'off', optional: true })}`
  const whom = choice({
    name: 'whom',
    legend: w.whom[locale],
    locale,
    checked: 'self',
    options: [
      { value: 'self', label: w.self[locale] },
      { value: 'other', label: w.otherPerson[locale], inside: other },
      { value: 'organisation', label: w.organisation[locale], inside: organisation }
    ]
  })
  const body = html`${scan}${field({ name: 'filer.name', label: w.name[locale], locale, autocomplete: 'off' })}<div class="pair">${field({ name: 'filer.identityNumber', label: w.identity[locale], locale, inputmode: 'numeric', maxlength: 12, autocomplete: 'off' })}${field({ name: 'filer.phone', label: w.phone[locale], locale, type: 'tel', inputmode: 'tel', autocomplete: 'off' })}</div>${dateField({ name: 'filer.bornOn', label: w.born[locale], locale, optional: true })}${field({ name: 'filer.address', label: w.address[locale], locale, autocomplete: 'off', optional: true })}${whom}`
  return panel({ title: w.person[locale], id: 'nguoi', number: 1, end: jump('scan', '1'), body })
}

function procedureZone({ procedures }: Knowledge, locale: Locale): Html {
  const w = walkInWords
  const find = html`<div class="field"><label for="q">${w.find[locale]} <span class="hint">${w.findHint[locale]}</span></label><div class="beside"><input class="input" id="q" name="q" type="search" autocomplete="off"><button class="btn plain" name="step" value="choose">${w.choose[locale]}</button></div></div>`
  const select = field({
    name: 'procedure',
    label: w.procedureOf[locale],
    locale,
    type: 'select',
    empty: fill(w.chooseOne[locale], { n: procedures.length }),
    options: procedures.map(({ code, name }) => ({ value: code, label: name }))
  })
  const body = html`<div class="in flow">${find}${select}</div><div data-papers>${papersOf(undefined, locale)}</div>`
  return panel({ title: w.procedure[locale], id: 'thu-tuc', number: 2, active: true, bare: true, end: jump('q', '2'), body })
}

/** The papers of a procedure to tick, with their keys. */
export function papersOf(procedure: OfflineProcedure | undefined, locale: Locale): Html {
  const w = walkInWords
  if (!procedure) return html`<div class="in"><p class="muted">${words.noPapers[locale]}</p></div>`
  if (procedure.documents.length === 0) return html`<div class="in"><p class="muted">${w.noPapers[locale]}</p></div>`
  const list = procedure.documents.map(({ number, name, form, copies, required, condition }, i) => {
    const shortcut = i < 9 ? String(i + 1) : undefined
    const id = `paper.${number}`
    const count =
      form !== 'present' &&
      html`<label><span class="vh">${fill(w.copies[locale], { name })}</span><input class="input count" name="copies.${number}" inputmode="numeric" maxlength="3" value="${copies}"> ${w.copiesUnit[locale]}</label>`
    const kind = [formNames[form as keyof typeof formNames][locale], condition].filter(Boolean).join(', ')
    return {
      key: shortcut,
      state: 'open' as const,
      stateText: (required ? w.needed : w.ifNeeded)[locale],
      input: html`<input type="checkbox" id="${id}" name="paper" value="${number}"${required ? html` data-required` : ''}${shortcut ? html` data-key="${shortcut}"` : ''}>`,
      label: html`<label for="${id}" lang="vi">${name}</label>`,
      detail: html`<span class="detail"><span lang="vi">${kind}</span>${count}</span>`
    }
  })
  const all =
    procedure.documents.some(({ required }) => required) &&
    html`<button type="button" class="btn quiet" data-all data-key="F4">${w.all[locale]} ${key('F4')}</button>`
  return html`${ticks(list)}<div class="in foot-in cluster">${all}<span class="hint">${w.noMore[locale]}</span></div>`
}

function resultZone({ wards }: Knowledge, locale: Locale): Html {
  const w = walkInWords
  const ward = html`<div class="field"><label for="delivery.wardCode">${w.ward[locale]}</label><select class="input" id="delivery.wardCode" name="delivery.wardCode"><option value="">${w.chooseWard[locale]}</option>${wards.map(({ name, places }) => html`<optgroup label="${name}">${places.map((place) => html`<option value="${place.code}">${place.name}</option>`)}</optgroup>`)}</select></div>`
  const address = html`<p class="hint">${w.postHint[locale]}</p>${field({ name: 'delivery.name', label: w.receiver[locale], locale, autocomplete: 'off', optional: true })}${field({ name: 'delivery.phone', label: w.phone[locale], locale, type: 'tel', autocomplete: 'off', optional: true })}${field({ name: 'delivery.address', label: w.address[locale], locale, autocomplete: 'off', optional: true })}${ward}`
  const route = choice({
    name: 'delivery.method',
    legend: w.route[locale],
    locale,
    checked: 'desk',
    options: [
      { value: 'desk', label: w.desk[locale], key: 'Q' },
      { value: 'post', label: w.post[locale], key: 'B', inside: address },
      { value: 'electronic', label: w.electronic[locale], key: 'E' }
    ]
  })
  const pay = choice({
    name: 'pay',
    legend: words.pay[locale],
    locale,
    checked: 'later',
    inline: true,
    options: [
      { value: 'cash', label: words.cash[locale], key: 'T' },
      { value: 'later', label: words.later[locale], key: 'S' }
    ]
  })
  const body = html`${route}<div class="flow" data-fees></div>${pay}<div data-due></div>`
  return panel({ title: w.result[locale], id: 'ket-qua', number: 3, end: jump('delivery.method', '3'), body })
}

/** Boxes for what the desk counts; the amounts stand in `sumTable`, which follows the typing. */
export function feeBoxes(procedure: OfflineProcedure | undefined, locale: Locale): Html {
  if (!procedure) return html``
  const boxes = linesOf(procedure).map(
    (line, i) =>
      isCountedAtDesk(line) &&
      html`<div class="field"><label for="fee.${i}">${fill(words.times[locale], { name: line.condition ?? line.name })} <span class="hint">${formatMoney(line.amount)}${line.unit && ` / ${line.unit}`}</span></label><input class="input short" id="fee.${i}" name="fee.${i}" inputmode="numeric" maxlength="4" autocomplete="off"></div>`
  )
  return html`${boxes}<div data-sum></div>`
}

export function sumTable(procedure: OfflineProcedure, boxes: Readonly<Record<string, unknown>>, locale: Locale): Html {
  const fees = feesOf(procedure, countsOf(procedure, boxes)).filter(({ amount }) => amount > 0)
  if (fees.length === 0) return html`<p class="muted">${walkInWords.noFee[locale]}</p>`
  const rows = fees.map(({ name, amount }) => ({ label: html`<span lang="vi">${name}</span>`, amount: formatMoney(amount) }))
  return moneyTable(walkInWords.fees[locale], rows, { label: words.sum[locale], amount: formatMoney(sumOf(fees)) })
}

export function dueLeaf(at: Temporal.Instant, sentence: string, locale: Locale): Html {
  const body = html`<b>${fill(walkInWords.due[locale], { time: formatTime(at) })}</b><p class="hint">${sentence}</p>`
  return dueCard(dayOf(at), locale, body, { small: true })
}

export function screenForm(knowledge: Knowledge, locale: Locale): Html {
  const bar = actbar(
    html`<span class="muted cluster">${icon('print')}${words.prints[locale]}</span>`,
    html`<button type="reset" class="btn quiet">${walkInWords.clear[locale]}</button><button class="btn" name="step" value="accept" data-key="Ctrl+Enter">${walkInWords.accept[locale]} ${key('Ctrl')} ${key('Enter')}</button>`
  )
  return html`<form class="walkin" method="post" action="/quay/ngoai-tuyen/khung" novalidate data-outage-form><div class="zones">${personZone(locale)}${procedureZone(knowledge, locale)}${resultZone(knowledge, locale)}</div>${bar}</form>`
}
