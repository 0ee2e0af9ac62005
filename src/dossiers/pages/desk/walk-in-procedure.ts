// Zone 2 of a walk-in: the procedure by a few letters, its papers ticked with keys, in which form and how many they are.

import { textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { ProcedureView, RequiredDocument } from '../../../procedures/queries.ts'
import { formNames, sayProcessingTime } from '../../../procedures/words.ts'
import { errorMessage, field, icon, key, note, pairs, panel, ticks } from '../../../web/components/index.ts'
import { broughtForms } from '../../types.ts'
import { fill } from '../../words/desk.ts'
import { walkInWords as words } from '../../words/reception.ts'
import { paperWords } from '../../words/walk-in.ts'
import { sayProblem, tickedPapers } from './typed.ts'
import type { Zone } from './walk-in.ts'
import { jump } from './walk-in-parts.ts'

type Tick = Parameters<typeof ticks>[0][number]

export function procedureZone(zone: Zone): Html {
  const { locale, typed, offers, view, notFound, refusal, focus } = zone
  const asked = textOf(typed, 'q')
  const q = html`<div class="field"><label for="q">${words.find[locale]} <span class="hint">${words.findHint[locale]}</span></label><div class="beside"><input class="input" id="q" name="q" type="search" autocomplete="off" spellcheck="false" data-offers="procedure" value="${asked}"${focus === 'q' ? html` autofocus` : ''}><input type="hidden" name="asked" value="${asked}"><button class="btn plain" name="step" value="choose">${words.choose[locale]}</button></div></div>`
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
  return html`<div class="in tight">${facts}</div>${list}<div class="in flow">${subject}${asksPapers(view) && slipNote(zone)}<p class="hint">${words.noMore[locale]}</p></div>${asksPapers(view) && html`<div class="in foot-in">${paperKeys(zone, view)}</div>`}`
}

const asksPapers = ({ documents }: ProcedureView) => documents.some(({ required }) => required)

function paperKeys(zone: Zone, { documents }: ProcedureView): Html {
  const { locale, files } = zone
  const unscanned = documents.find(({ number }) => !files.has(`scan.${number}`)) ?? documents[0]!
  const slip = (step: string, name: string, text: string) =>
    html`<button class="btn quiet" name="step" value="${step}" data-key="${name}">${text} ${name.split('+').map((one) => key(one))}</button>`
  return html`<div class="cluster"><button class="btn quiet" name="step" value="all" data-key="F4">${words.all[locale]} ${key('F4')}</button><a class="btn quiet" href="#scan.${unscanned.number}" data-key="F7">${paperWords.toScan[locale]} ${key('F7')}</a>${slip('slip', 'F8', paperWords.slip[locale])}${slip('slipSms', 'Shift+F8', paperWords.slipSms[locale])}</div>`
}

function paperTick(zone: Zone, document: RequiredDocument, i: number): Tick {
  const { locale, typed, refusal, files, focus } = zone
  const { number, name, form, required, condition } = document
  const id = `paper.${number}`
  const ticked = tickedPapers(typed).includes(number)
  const wrong = sayProblem(refusal, id, locale, words.missing)
  const scanWrong = sayProblem(refusal, `scan.${number}`, locale)
  const shortcut = i < 9 ? String(i + 1) : undefined
  const kept = files.get(`scan.${number}`)
  const keptNote =
    kept &&
    html`<input type="hidden" name="scan.${number}Id" value="${kept.id}"><span>${icon('check')}${fill(words.scanned[locale], { name: kept.name })}</span>`
  const scan = html`<label class="scan"><span class="vh">${fill(words.scan[locale], { name })}</span><input type="file" id="scan.${number}" name="scan.${number}" accept=".pdf,.jpg,.jpeg,.png" data-upload></label>`
  // The choice of forms says it already.
  const condensed = [(form === 'form' || form === 'present') && formNames[form][locale], condition].filter(Boolean).join(', ')
  const said = condensed && html`<span lang="vi">${condensed.charAt(0).toUpperCase()}${condensed.slice(1)}</span>`
  return {
    key: shortcut,
    state: wrong ? 'miss' : 'open',
    stateText: wrong ?? (required ? words.needed : words.ifNeeded)[locale],
    input: html`<input type="checkbox" id="${id}" name="paper" value="${number}"${ticked ? html` checked` : ''}${required ? html` data-required` : ''}${wrong ? html` aria-invalid="true"` : ''}${shortcut ? html` data-key="${shortcut}"` : ''}${focus === id ? html` autofocus` : ''}>`,
    label: html`<label for="${id}" lang="vi">${name}</label>`,
    detail: html`<span class="detail">${said}${brought(zone, document)}${scan}${keptNote}</span>${scanWrong && errorMessage(`scan.${number}-loi`, scanWrong, locale)}`
  }
}

/** In which form, and how many. A paper only shown goes home again; a filled form is what it is. */
function brought({ locale, values }: Zone, { number, name, form, copies }: RequiredDocument): Html {
  if (form === 'present') return html``
  const count = html`<label><span class="vh">${fill(words.copies[locale], { name })}</span><input class="input count" id="copies.${number}" name="copies.${number}" inputmode="numeric" maxlength="3" value="${values[`copies.${number}`] || String(copies)}"> ${words.copiesUnit[locale]}</label>`
  if (form === 'form') return count
  const chosen = values[`form.${number}`] || form
  const options = broughtForms.map(
    (one) => html`<option value="${one}"${one === chosen ? html` selected` : ''}>${formNames[one][locale]}</option>`
  )
  return html`<label><span class="vh">${fill(paperWords.form[locale], { name })}</span><select class="input brought" id="form.${number}" name="form.${number}">${options}</select></label>${count}`
}

/** What a slip says besides the list. */
const slipNote = ({ typed, locale }: Zone): Html =>
  html`<label class="slipnote"><span class="hint">${paperWords.slipNote[locale]}</span><input class="input" id="guidanceNote" name="guidanceNote" maxlength="500" autocomplete="off" value="${textOf(typed, 'guidanceNote')}"></label>`
