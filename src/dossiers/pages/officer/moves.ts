// What an officer may decide now: yes, no, ask once, pause; one form for each move that the lifecycle and the step at hand allow.
import { type Html, html } from '../../../kernel/html.ts'
import { dayOf, formatDayLong } from '../../../kernel/time.ts'
import type { StepDecision } from '../../../procedures/steps.ts'
import { mayDecide } from '../../../processing/lifecycle.ts'
import type { StepPage } from '../../../processing/pages/panel.ts'
import { stepWords } from '../../../processing/words/process.ts'
import { note, panel } from '../../../web/components/index.ts'
import { type MoveName, movesFor, stateWords } from '../../lifecycle.ts'
import type { StaffCase } from '../../staff-case.ts'
import { checkWords } from '../../words/checking.ts'
import { fill, moveWords as words } from '../../words/desk.ts'
import { supplementFields } from '../desk/ask-form.ts'
import { ask, askFile, type CasePage, moveForm } from '../desk/move-form.ts'
import { proposalNotes } from '../desk/round-form.ts'
import { apologyLine } from './apology-parts.ts'

/** Where each move of an officer is posted to, after `/xu-ly/ho-so/:id/`. */
export const officerActions = {
  approve: 'dong-y',
  refuse_on_merit: 'tu-choi',
  ask_supplement: 'yeu-cau-bo-sung',
  request_payment: 'yeu-cau-nop-phi',
  suspend: 'tam-dung',
  resume: 'tiep-tuc'
} as const satisfies Partial<Record<MoveName, string>>
export type OfficerMove = keyof typeof officerActions

const isOfficerMove = (name: MoveName): name is OfficerMove => name in officerActions

/** NĐ 61/2018 Đ19.4: within three working days of receipt. Once (Đ11.2c): a second time is proposed, and one proposal waits at a time. */
function mayAsk({ seconds, lastDayToAsk, now }: StaffCase): boolean {
  if (seconds.some(({ decision }) => decision === null)) return false
  return lastDayToAsk !== undefined && Temporal.PlainDate.compare(dayOf(now), lastDayToAsk) <= 0
}

/** What the step at hand must allow for a move; what was paused there goes on there. */
export const decisionOf: Record<OfficerMove, StepDecision> = {
  approve: 'approve',
  refuse_on_merit: 'refuse',
  ask_supplement: 'ask_supplement',
  request_payment: 'request_payment',
  suspend: 'suspend',
  resume: 'suspend'
}

/** In the order of a decision: yes, no, not yet. */
export function officerFormsOf({ staffCase, process }: Pick<StepPage, 'staffCase' | 'process'>): OfficerMove[] {
  const allowed = movesFor(staffCase.dossier.state, 'officer').filter(isOfficerMove)
  return (Object.keys(officerActions) as OfficerMove[]).filter(
    (name) =>
      allowed.includes(name) &&
      mayDecide(process.steps, decisionOf[name], process.asking) &&
      (name !== 'ask_supplement' || mayAsk(staffCase)) &&
      (name !== 'suspend' || staffCase.suspension !== undefined)
  )
}

export function officerPanel(page: StepPage): Html {
  const { staffCase, locale } = page
  const { dossier } = staffCase
  const names = officerFormsOf(page)
  const state = locale === 'vi' ? stateWords[dossier.state].desk : stateWords[dossier.state].en
  const closed =
    dossier.state === 'in_progress' &&
    !mayAsk(staffCase) &&
    staffCase.seconds.every(({ decision }) => decision !== null) &&
    html`<p class="hint">${words.askTooLate[locale]}</p>`
  const noLaw = dossier.state === 'in_progress' && !staffCase.suspension && html`<p class="hint">${words.noSuspension[locale]}</p>`
  const held = dossier.state === 'in_progress' && page.process.held
  const said = held ? stepWords.decidesElsewhere[locale] : fill(words.nothingOfficer[locale], { state })
  const nothing = names.length === 0 && note('info', said)
  return panel({
    title: words.decision[locale],
    id: 'viec',
    active: names.length > 0,
    body: html`${proposalNotes(page)}${names.map((name) => forms[name](page))}${closed}${noLaw}${nothing}${apologyLine(staffCase, locale)}`
  })
}

/** The article that allows it and the longest time, as far as the law names one. */
function sayLaw({ staffCase, locale }: CasePage): string {
  const { article, amount, certainty } = staffCase.suspension!
  const longest = amount === null ? words.suspendNoEnd[locale] : fill(words.suspendLongest[locale], { n: amount })
  return [words.suspendHint[locale], `${article}.`, longest, certainty === 'unsure' ? words.suspendUnsure[locale] : '']
    .filter(Boolean)
    .join(' ')
}

const forms: Record<OfficerMove, (page: CasePage) => Html> = {
  approve: approveForm,
  refuse_on_merit: refuseForm,
  ask_supplement: askForm,
  request_payment: (page) =>
    noteForm(page, officerActions.request_payment, words.requestPayment[page.locale], words.requestPaymentHint[page.locale]),
  suspend: (page) => noteForm(page, officerActions.suspend, words.suspend[page.locale], sayLaw(page)),
  resume: (page) =>
    moveForm(page, {
      action: officerActions.resume,
      title: words.resume[page.locale],
      button: words.resume[page.locale],
      body: ask(page, officerActions.resume, { name: 'note', label: words.note[page.locale], optional: true, maxlength: 500 }),
      first: true
    })
}

function approveForm(page: CasePage): Html {
  const { locale, staffCase } = page
  const action = officerActions.approve
  const number = ask(page, action, { name: 'number', label: words.number[locale], maxlength: 60 })
  const title = ask(page, action, { name: 'title', label: words.titleOf[locale], value: staffCase.view.version.resultName, maxlength: 300 })
  const file = askFile(page, action, { name: 'resultFile', label: words.resultFile[locale], accept: '.pdf' })
  const body = html`<div class="number-title">${number}${title}</div>${file}`
  return moveForm(page, { action, title: words.approve[locale], button: words.approve[locale], body, first: true, files: true })
}

function refuseForm(page: CasePage): Html {
  const { locale } = page
  const action = officerActions.refuse_on_merit
  const reason = ask(page, action, { name: 'reason', label: words.reason[locale], type: 'textarea', rows: 3, maxlength: 3000 })
  const number = ask(page, action, { name: 'number', label: words.number[locale], maxlength: 60 })
  const title = ask(page, action, { name: 'title', label: words.titleOf[locale], value: words.refusalTitle.vi, maxlength: 300 })
  const file = askFile(page, action, { name: 'letterFile', label: words.letterFile[locale], accept: '.pdf' })
  const body = html`${reason}<div class="number-title">${number}${title}</div>${file}`
  return moveForm(page, {
    action,
    title: words.refuseOnMerit[locale],
    button: words.refuseOnMerit[locale],
    hint: words.refuseOnMeritHint[locale],
    body,
    look: 'danger',
    files: true
  })
}

function askForm(page: CasePage): Html {
  const { locale, staffCase } = page
  const action = officerActions.ask_supplement
  const isSecond = staffCase.dossier.supplementsAsked > 0
  const until = staffCase.lastDayToAsk ? fill(words.askUntil[locale], { day: formatDayLong(staffCase.lastDayToAsk, locale) }) : ''
  const why =
    isSecond &&
    ask(page, action, {
      name: 'why',
      label: checkWords.why[locale],
      hint: checkWords.whyHint[locale],
      type: 'textarea',
      rows: 2,
      maxlength: 1000
    })
  return moveForm(page, {
    action,
    title: (isSecond ? checkWords.propose : words.ask)[locale],
    button: (isSecond ? checkWords.sendProposal : words.sendAsk)[locale],
    hint: [!isSecond && words.askOnce[locale], until].filter(Boolean).join(' '),
    body: html`${supplementFields(page, action)}${why}`,
    look: 'plain'
  })
}

function noteForm(page: CasePage, action: string, title: string, label: string): Html {
  const body = ask(page, action, { name: 'note', label, type: 'textarea', rows: 2, maxlength: 1000 })
  return moveForm(page, { action, title, button: title, body, look: 'plain' })
}
