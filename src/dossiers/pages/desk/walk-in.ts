// A walk-in on one screen: the person, the procedure with its papers, the result with its fee; one button accepts it all.

import { type Body, textOf, type Values, valuesOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { dayOf, formatDayLong, formatTime } from '../../../kernel/time.ts'
import type { ProcedureView, RequiredDocument } from '../../../procedures/queries.ts'
import { formNames, sayProcessingTime } from '../../../procedures/words.ts'
import {
  actbar,
  choice,
  csrfField,
  dateField,
  dueCard,
  errorMessage,
  errorSummary,
  field,
  fold,
  icon,
  key,
  note,
  pairs,
  panel,
  reasons,
  ticks
} from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { problemAt } from '../../../web/request.ts'
import type { FilesOfForm } from '../../staff-forms.ts'
import type { FeeLine } from '../../types.ts'
import { caseWords, fill } from '../../words/desk.ts'
import { walkInWords as words } from '../../words/reception.ts'
import { type PlaceGroup, placeSelect } from '../applicant/parts.ts'
import { deskFees } from './fees.ts'
import type { Workplace } from './queue.ts'
import { sayProblem, tickedPapers } from './typed.ts'

type Tick = Parameters<typeof ticks>[0][number]
export type Offer = { code: string; name: string }

export type WalkInPage = Frame &
  Workplace & {
    /** Becomes the dossier's own id: the same form sent twice is one dossier. */
    formId: string
    typed: Body
    files: FilesOfForm['files']
    offers: readonly Offer[]
    /** What was looked for and not found. */
    notFound?: string | undefined
    view?: ProcedureView | undefined
    fees: readonly FeeLine[]
    due?: { at: Temporal.Instant; sentences: readonly string[] } | undefined
    wards: readonly PlaceGroup[]
    now: Temporal.Instant
    refusal?: Refusal | undefined
  }

type Ask = { name: string; locale: Locale; value: string | undefined; error: string | undefined }
type Zone = WalkInPage & { values: Values; at: (name: string) => Ask }

export function walkInPage(page: WalkInPage): Html {
  const { locale, refusal, now } = page
  const values = valuesOf(page.typed)
  const at = (name: string): Ask => ({ name, locale, value: values[name], error: problemAt(refusal, name, locale) })
  const zone: Zone = { ...page, values, at }
  const bar = actbar(
    html`<span class="muted cluster">${icon('print')}${words.prints[locale]}</span>`,
    html`<a class="btn quiet" href="/quay/tiep-nhan">${words.clear[locale]}</a><button class="btn" name="step" value="accept" data-key="Ctrl+Enter">${words.accept[locale]} ${key('Ctrl')} ${key('Enter')}</button>`
  )
  const form = html`<form class="walkin" method="post" action="/quay/tiep-nhan" enctype="multipart/form-data" novalidate>${csrfField(page.csrf)}<input type="hidden" name="formId" value="${page.formId}"><div class="zones">${personZone(zone)}${procedureZone(zone)}${resultZone(zone)}</div>${bar}</form>`
  const head = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${fill(words.at[locale], { time: formatTime(now) })}, ${formatDayLong(dayOf(now), locale)}</span></div>`
  return deskPage({
    ...page,
    title: words.title[locale],
    main: html`${summary(zone)}${head}${form}`,
    error: refusal !== undefined,
    fill: true
  })
}

function summary({ refusal, locale, view }: Zone): Html {
  if (!refusal) return html``
  const fields = Object.keys(refusal.fields)
  if (fields.length === 0) return errorSummary([{ field: 'procedure', sentence: refusal.sentence(locale) }], locale)
  const nameOf = (name: string) => view?.documents.find(({ number }) => name === `paper.${number}`)?.name
  return errorSummary(
    fields.map((name) => ({
      field: name,
      sentence: nameOf(name)
        ? fill(words.missingOf[locale], { name: nameOf(name)! })
        : name === 'procedure'
          ? words.chooseProcedure[locale]
          : problemAt(refusal, name, locale)!
    })),
    locale
  )
}

const jump = (id: string, name: string) => html`<a class="jump" href="#${id}" data-key="Alt+${name}"><kbd>Alt</kbd> <kbd>${name}</kbd></a>`

function personZone(zone: Zone): Html {
  const { at, locale, values } = zone
  const boxes = { day: values['filer.bornOnDay'], month: values['filer.bornOnMonth'], year: values['filer.bornOnYear'] }
  const whom = choice({
    name: 'whom',
    legend: words.whom[locale],
    locale,
    checked: values['whom'] || 'self',
    options: [
      { value: 'self', label: words.self[locale] },
      { value: 'other', label: words.otherPerson[locale], inside: otherPerson(zone) },
      { value: 'organisation', label: words.organisation[locale], inside: organisation(zone) }
    ]
  })
  const { error } = at('filer.bornOn')
  const body = html`${field({ ...at('filer.name'), label: words.name[locale], autocomplete: 'off', autofocus: !zone.refusal && !values['filer.name'] })}
<div class="pair">${field({ ...at('filer.identityNumber'), label: words.identity[locale], inputmode: 'numeric', maxlength: 12, autocomplete: 'off' })}${field({ ...at('filer.phone'), label: words.phone[locale], type: 'tel', inputmode: 'tel', autocomplete: 'off' })}</div>
${dateField({ name: 'filer.bornOn', label: words.born[locale], locale, value: boxes, error, optional: true })}
${field({ ...at('filer.address'), label: words.address[locale], autocomplete: 'off', optional: true })}
${field({ ...at('filer.email'), label: words.email[locale], type: 'email', autocomplete: 'off', optional: true })}
${whom}`
  return panel({ title: words.person[locale], id: 'nguoi', number: 1, end: jump('filer.name', '1'), body })
}

function otherPerson({ at, locale }: Zone): Html {
  return html`${field({ ...at('applicant.name'), label: words.name[locale], autocomplete: 'off' })}${field({ ...at('applicant.identityNumber'), label: words.identity[locale], inputmode: 'numeric', maxlength: 12, autocomplete: 'off', optional: true })}${field({ ...at('relation'), label: words.relation[locale], autocomplete: 'off' })}`
}

function organisation({ at, locale }: Zone): Html {
  return html`${field({ ...at('organisation.name'), label: words.organisationName[locale], autocomplete: 'off' })}${field({ ...at('organisation.taxCode'), label: words.tax[locale], inputmode: 'numeric', autocomplete: 'off' })}${field({ ...at('position'), label: words.position[locale], autocomplete: 'off', optional: true })}`
}

function procedureZone(zone: Zone): Html {
  const { locale, typed, offers, view, notFound, refusal } = zone
  const q = html`<div class="field"><label for="q">${words.find[locale]} <span class="hint">${words.findHint[locale]}</span></label><div class="beside"><input class="input" id="q" name="q" type="search" autocomplete="off" value="${textOf(typed, 'q')}"><input type="hidden" name="asked" value="${textOf(typed, 'q')}"><button class="btn plain" name="step" value="choose">${words.choose[locale]}</button></div></div>`
  const missing = notFound && note('warn', fill(words.noneFound[locale], { text: notFound }))
  const error = refusal?.fields['procedure'] ? words.chooseProcedure[locale] : undefined
  const select = field({
    name: 'procedure',
    label: words.procedureOf[locale],
    locale,
    type: 'select',
    value: view?.procedure.code,
    empty: fill(words.chooseOne[locale], { n: offers.length }),
    options: offers.map(({ code, name }) => ({ value: code, label: name })),
    error
  })
  const chosen = view ? chosenProcedure(zone, view) : html`<div class="in"><p class="muted">${words.chooseFirst[locale]}</p></div>`
  return panel({
    title: words.procedure[locale],
    id: 'thu-tuc',
    number: 2,
    active: true,
    bare: true,
    end: jump('q', '2'),
    body: html`<div class="in flow">${q}${missing}${select}</div>${chosen}`
  })
}

function chosenProcedure(zone: Zone, view: ProcedureView): Html {
  const { at, locale } = zone
  const facts = pairs([
    {
      label: words.time[locale],
      value: html`${sayProcessingTime(view.version.processingTime, locale)} · <span lang="vi">${view.version.resultName}</span>`
    }
  ])
  const subject = field({ ...at('subject'), label: words.subject[locale], autocomplete: 'off', optional: true, maxlength: 2000 })
  const list =
    view.documents.length > 0
      ? ticks(view.documents.map((document, i) => paperTick(zone, document, i)))
      : html`<div class="in"><p class="muted">${words.noPapers[locale]}</p></div>`
  const all =
    view.documents.some(({ required }) => required) &&
    html`<button class="btn quiet" name="step" value="all" data-key="F4">${words.all[locale]} ${key('F4')}</button>`
  return html`<div class="in tight">${facts}</div>${list}<div class="in">${subject}</div><div class="in foot-in cluster">${all}<span class="hint">${words.noMore[locale]}</span></div>`
}

function paperTick(zone: Zone, { number, name, form, copies, required, condition }: RequiredDocument, i: number): Tick {
  const { locale, typed, refusal, files, values } = zone
  const id = `paper.${number}`
  const ticked = tickedPapers(typed).includes(number)
  const wrong = sayProblem(refusal, id, locale, words.missing)
  const scanWrong = sayProblem(refusal, `scan.${number}`, locale)
  const shortcut = i < 9 ? String(i + 1) : undefined
  const kept = files.get(`scan.${number}`)
  const keptNote =
    kept &&
    html`<input type="hidden" name="scan.${number}Id" value="${kept.id}"><span>${icon('check')}${fill(words.scanned[locale], { name: kept.name })}</span>`
  const count =
    form === 'present'
      ? html``
      : html`<label><span class="vh">${fill(words.copies[locale], { name })}</span><input class="input count" name="copies.${number}" inputmode="numeric" maxlength="3" value="${values[`copies.${number}`] || String(copies)}"> ${words.copiesUnit[locale]}</label>`
  const scan = html`<label class="scan"><span class="vh">${fill(words.scan[locale], { name })}</span><input type="file" id="scan.${number}" name="scan.${number}" accept=".pdf,.jpg,.jpeg,.png" data-upload></label>`
  const condensed = [formNames[form][locale], condition].filter(Boolean).join(', ')
  return {
    key: shortcut,
    state: wrong ? 'miss' : 'open',
    stateText: wrong ?? (required ? words.needed : words.ifNeeded)[locale],
    input: html`<input type="checkbox" id="${id}" name="paper" value="${number}"${ticked ? html` checked` : ''}${wrong ? html` aria-invalid="true"` : ''}${shortcut ? html` data-key="${shortcut}"` : ''}>`,
    label: html`<label for="${id}" lang="vi">${name}</label>`,
    detail: html`<span class="detail"><span lang="vi">${condensed}</span>${count}${scan}${keptNote}</span>${scanWrong && errorMessage(`scan.${number}-loi`, scanWrong, locale)}`
  }
}

function resultZone(zone: Zone): Html {
  const { locale, view, fees, due, values, at } = zone
  const { postOut = true, onlineLevel = 2 } = view?.offering ?? {}
  const options = [
    { value: 'desk', label: words.desk[locale] },
    ...(postOut ? [{ value: 'post', label: words.post[locale], inside: address(zone) }] : []),
    ...(onlineLevel >= 4 ? [{ value: 'electronic', label: words.electronic[locale] }] : [])
  ]
  const route = choice({ ...at('delivery.method'), legend: words.route[locale], options, checked: values['delivery.method'] || 'desk' })
  const day = due && dayOf(due.at)
  const card =
    due &&
    day &&
    html`${dueCard(day, locale, html`<b>${fill(words.due[locale], { time: formatTime(due.at) })}</b>${due.sentences.slice(0, 1).map((one) => html`<p class="hint">${one}</p>`)}`, { small: true })}${due.sentences.length > 1 && fold(caseWords.why[locale], reasons(due.sentences))}`
  const money = view && deskFees(fees, locale)
  return panel({
    title: words.result[locale],
    id: 'ket-qua',
    number: 3,
    end: jump('delivery.method', '3'),
    body: html`${route}${money}${card}`
  })
}

function address({ at, locale, wards }: Zone): Html {
  const ward = placeSelect({ ...at('delivery.wardCode'), label: words.ward[locale], groups: wards, empty: words.chooseWard[locale] })
  return html`<p class="hint">${words.postHint[locale]}</p>${field({ ...at('delivery.name'), label: words.receiver[locale], autocomplete: 'off', optional: true })}${field({ ...at('delivery.phone'), label: words.phone[locale], type: 'tel', inputmode: 'tel', autocomplete: 'off', optional: true })}${field({ ...at('delivery.address'), label: words.address[locale], autocomplete: 'off', optional: true })}${ward}`
}
