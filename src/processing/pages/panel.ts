// The process of a dossier on its page: where it stands, in whose hands, and what whoever holds the step may do with it.
import { ask, type CasePage, moveForm } from '../../dossiers/pages/desk/move-form.ts'
import { fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { dayOf, formatDayLong, formatInstant, formatInstantLong, formatTime } from '../../kernel/time.ts'
import { csrfField, icon, note, panel } from '../../web/components/index.ts'
import type { ProcessAtWork } from '../at-work.ts'
import { isActive } from '../lifecycle.ts'
import type { Step } from '../store.ts'
import { consultWords, stepWords as words } from '../words/process.ts'
import { stepChip } from './step-chip.ts'

/** `formId`: the number the forms of this page carry, so that sending twice is sending once. */
export type StepPage = CasePage & { process: ProcessAtWork; formId: string }

/** Where each act is posted to, after `/xu-ly/ho-so/:id/`. */
export const stepActions = {
  take: 'nhan',
  send: 'chuyen-tiep',
  back: 'tra-lai',
  hand: 'giao-nguoi',
  consult: 'hoi-y-kien',
  meeting: 'xac-minh'
} as const
export type StepAction = (typeof stepActions)[keyof typeof stepActions]

const agencyName = ({ agencies }: ProcessAtWork, id: string) => agencies.get(id)?.name ?? ''

export function stepPanel(page: StepPage): Html {
  const { process, locale, staffCase } = page
  const { steps, held, free } = process
  if (steps.length === 0) return html``
  const forms = held && staffCase.dossier.state === 'in_progress' ? heldForms(page, held) : []
  const taking = free && !held && takeForm(page, free)
  const elsewhere = !held && !free && steps.filter(isActive).map((step) => whereItIs(process, step, locale))
  const assigning =
    !held &&
    process.colleagues.length > 0 &&
    handForm(page, steps.find((step) => isActive(step) && step.agencyId === process.asking.by.agencyId)!)
  return panel({
    title: words.process[locale],
    id: 'quy-trinh',
    end: html`<a href="/can-bo/ho-so/${staffCase.dossier.id}/qua-trinh">${words.trace[locale]}</a>`,
    active: Boolean(taking || forms.length > 0),
    body: html`${stepList(page)}${taking}${elsewhere}${forms}${assigning}${questions(page)}${meetings(page)}`
  })
}

function stepList({ process, staffCase, locale }: StepPage): Html {
  const { steps } = process
  const { now, calendar, dossier } = staffCase
  const rows = steps.map((step) => {
    const where = [step.agencyId === dossier.agencyId ? '' : agencyName(process, step.agencyId), step.section].filter(Boolean).join(', ')
    const beside = steps.some((other) => other !== step && other.turn === step.turn) ? words.beside[locale] : ''
    const who = step.assigneeName ? fill(words.at[locale], { name: step.assigneeName }) : ''
    const due = step.dueAt ? fill(words.due[locale], { at: formatInstantLong(step.dueAt, locale) }) : words.noDue[locale]
    const detail = [where, who, due, beside].filter(Boolean).join(' · ')
    return html`<li${isActive(step) ? html` aria-current="step"` : ''}><span><b>${step.position}. ${step.name[locale]}</b></span>${stepChip(step, { now, calendar, locale })}<span class="hint">${detail}</span>${step.outcome && html`<span class="hint" lang="vi">“${step.outcome}”</span>`}</li>`
  })
  return html`<ol class="stepline">${rows}</ol>`
}

const whereItIs = (process: ProcessAtWork, step: Step, locale: Locale): Html => {
  const facts = { step: step.name[locale], agency: agencyName(process, step.agencyId), name: step.assigneeName ?? '' }
  return note('info', fill((step.state === 'in_pool' ? words.pooled : words.notYours)[locale], facts))
}

const stepField = ({ id }: Step) => html`<input type="hidden" name="stepId" value="${id}">`

function takeForm({ base, csrf, locale }: StepPage, step: Step): Html {
  const hint = fill(words.takeHint[locale], { step: step.name[locale] })
  return html`<div class="move first"><form class="flow" method="post" action="${base}/${stepActions.take}">${csrfField(csrf)}<p class="hint">${hint}</p><p><button class="btn" data-key="Ctrl+Enter">${words.take[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form></div>`
}

function heldForms(page: StepPage, held: Step): Html[] {
  const { process } = page
  const isLast = process.steps.every(({ turn }) => turn <= held.turn)
  const earlier = process.steps.filter(({ turn, state }) => turn < held.turn && state === 'done')
  return [
    ...(isLast ? [] : [sendForm(page, held)]),
    ...(earlier.length > 0 ? [backForm(page, held, earlier)] : []),
    ...(held.decides.includes('consult') ? [consultForm(page)] : []),
    meetingForm(page),
    ...(process.colleagues.length > 0 ? [handForm(page, held)] : [])
  ]
}

function sendForm(page: StepPage, held: Step): Html {
  const { locale, process, staffCase } = page
  const isOpinion = held.agencyId !== staffCase.dossier.agencyId
  const later = process.steps.filter(({ turn, state }) => turn > held.turn && state !== 'done' && state !== 'skipped')
  const nearest = later.filter(({ turn }) => turn === later[0]?.turn)
  const said = nearest.map((step) => `${step.name[locale]} (${agencyName(process, step.agencyId)})`).join('; ')
  const travels = process.steps.length > 1 && new Set(process.steps.map(({ turn }) => turn)).size === process.steps.length
  const isAway =
    travels && nearest.some((step) => step.agencyId !== held.agencyId) && staffCase.papers.some(({ given }) => given !== 'file')
  const action = stepActions.send
  const name = {
    name: 'note',
    label: (isOpinion ? words.opinion : words.sendNote)[locale],
    type: 'textarea' as const,
    rows: 2,
    maxlength: 2000
  }
  return moveForm(page, {
    action,
    title: words.send[locale],
    button: words.send[locale],
    hint: [fill(words.sendTo[locale], { steps: said }), isAway ? words.sendPapers[locale] : ''].filter(Boolean).join('. '),
    body: html`${stepField(held)}${ask(page, action, { ...name, optional: !isOpinion })}`,
    // A step that decides has the decision as its first act.
    first: !held.decides.includes('approve')
  })
}

function backForm(page: StepPage, held: Step, earlier: readonly Step[]): Html {
  const { locale } = page
  const action = stepActions.back
  const options = earlier
    .toReversed()
    .map((step) => ({ value: step.id, label: `${step.position}. ${step.name[locale]} – ${step.assigneeName ?? ''}` }))
  const body = html`${stepField(held)}${ask(page, action, { name: 'toStepId', label: words.backTo[locale], type: 'select', options })}${ask(page, action, { name: 'reason', label: words.reason[locale], type: 'textarea', rows: 2, maxlength: 1000 })}`
  return moveForm(page, {
    action,
    title: words.back[locale],
    button: words.back[locale],
    hint: words.backHint[locale],
    body,
    look: 'plain'
  })
}

function handForm(page: StepPage, step: Step): Html {
  const { locale, process } = page
  const action = stepActions.hand
  const options = process.colleagues.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))
  const body = html`${stepField(step)}${ask(page, action, { name: 'toId', label: words.handTo[locale], type: 'select', options, empty: words.choosePerson[locale] })}${ask(page, action, { name: 'note', label: words.noteOptional[locale], optional: true, maxlength: 500 })}`
  return moveForm(page, { action, title: words.hand[locale], button: words.hand[locale], body, look: 'plain' })
}

function consultForm(page: StepPage): Html {
  const { locale, process } = page
  const action = stepActions.consult
  const own = process.held?.agencyId
  const options = [...process.agencies]
    .filter(([id, { level }]) => id !== own && level !== 'partner')
    .map(([, { code, name }]) => ({ value: code, label: name }))
  const body = html`<input type="hidden" name="formId" value="${page.formId}">${ask(page, action, { name: 'agencyCode', label: words.office[locale], type: 'select', options, empty: words.chooseOffice[locale] })}${ask(page, action, { name: 'question', label: words.question[locale], type: 'textarea', rows: 3, maxlength: 3000 })}${ask(page, action, { name: 'dueAt', label: words.answerBy[locale], type: 'date', width: 'middle' })}`
  return moveForm(page, {
    action,
    title: words.consult[locale],
    button: words.consult[locale],
    hint: words.consultHint[locale],
    body,
    look: 'plain'
  })
}

function meetingForm(page: StepPage): Html {
  const { locale, staffCase } = page
  const action = stepActions.meeting
  const day = ask(page, action, {
    name: 'heldAt',
    label: words.meetingDay[locale],
    type: 'date',
    width: 'middle',
    value: String(dayOf(staffCase.now))
  })
  const time = ask(page, action, {
    name: 'time',
    label: words.meetingTime[locale],
    type: 'time',
    width: 'middle',
    value: formatTime(staffCase.now)
  })
  const text = (name: string, label: string, rows: number) =>
    ask(page, action, { name, label, type: rows > 1 ? 'textarea' : 'text', ...(rows > 1 && { rows }), maxlength: 3000 })
  const body = html`<input type="hidden" name="formId" value="${page.formId}"><div class="number-title">${day}${time}</div>${text('place', words.place[locale], 1)}${text('participants', words.participants[locale], 2)}${text('content', words.content[locale], 3)}`
  return moveForm(page, { action, title: words.meeting[locale], button: words.meeting[locale], body, look: 'plain' })
}

function questions({ process, locale }: StepPage): Html {
  if (process.consultations.length === 0) return html``
  const rows = process.consultations.map((one) => {
    const answer = one.answer
      ? html`<span lang="vi">“${one.answer}”</span> <span class="hint">${one.answeredBy}, ${formatInstant(one.answeredAt!, locale)}</span>`
      : html`<span>${(one.escalatedAt ? consultWords.late : consultWords.noAnswer)[locale]}</span> <span class="hint">${fill(consultWords.until[locale], { at: formatInstantLong(one.dueAt, locale) })}</span>`
    return html`<li><span>${icon('info')}<a href="/xu-ly/xin-y-kien/${one.id}" lang="vi">${one.question}</a></span><span class="hint">${agencyName(process, one.toAgencyId)}</span>${answer}</li>`
  })
  return html`<h3>${words.questions[locale]}</h3><ul class="issued">${rows}</ul>`
}

function meetings({ process, locale }: StepPage): Html {
  if (process.meetings.length === 0) return html``
  const rows = process.meetings.map(
    ({ heldAt, place, participants, content }) =>
      html`<li lang="vi"><span><b>${formatTime(heldAt)}, ${formatDayLong(dayOf(heldAt), locale)}</b></span><span class="hint">${place} · ${participants}</span><span>${content}</span></li>`
  )
  return html`<h3>${words.meetings[locale]}</h3><ul class="issued">${rows}</ul>`
}
