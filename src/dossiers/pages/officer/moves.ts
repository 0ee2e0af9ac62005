// What an officer may do now: take it up, decide, ask once, pause; one form for each move the lifecycle allows.
import { type Html, html } from '../../../kernel/html.ts'
import { dayOf, formatDayLong } from '../../../kernel/time.ts'
import { note, panel } from '../../../web/components/index.ts'
import { type MoveName, movesFor, stateWords } from '../../lifecycle.ts'
import type { StaffCase } from '../../staff-case.ts'
import { fill, moveWords as words } from '../../words/desk.ts'
import { supplementFields } from '../desk/ask-form.ts'
import { ask, askFile, type CasePage, moveForm } from '../desk/move-form.ts'

/** Where each move of an officer is posted to, after `/xu-ly/ho-so/:id/`. */
export const officerActions = {
  take: 'nhan',
  approve: 'dong-y',
  refuse_on_merit: 'tu-choi',
  ask_supplement: 'yeu-cau-bo-sung',
  request_payment: 'yeu-cau-nop-phi',
  suspend: 'tam-dung',
  resume: 'tiep-tuc'
} as const satisfies Partial<Record<MoveName, string>>
export type OfficerMove = keyof typeof officerActions

const isOfficerMove = (name: MoveName): name is OfficerMove => name in officerActions

/** NĐ 61/2018 Đ11.2c, Đ19.4: once, and within three working days of receipt. */
function mayAsk({ dossier, lastDayToAsk, now }: StaffCase): boolean {
  return dossier.supplementsAsked === 0 && lastDayToAsk !== undefined && Temporal.PlainDate.compare(dayOf(now), lastDayToAsk) <= 0
}

/** In the order of a decision: yes, no, not yet. */
export function officerFormsOf(staffCase: StaffCase): OfficerMove[] {
  const allowed = movesFor(staffCase.dossier.state, 'officer').filter(isOfficerMove)
  return (Object.keys(officerActions) as OfficerMove[]).filter(
    (name) => allowed.includes(name) && (name !== 'ask_supplement' || mayAsk(staffCase))
  )
}

export function officerPanel(page: CasePage): Html {
  const { staffCase, locale } = page
  const { dossier } = staffCase
  const names = officerFormsOf(staffCase)
  const state = locale === 'vi' ? stateWords[dossier.state].desk : stateWords[dossier.state].en
  const closed =
    dossier.state === 'in_progress' &&
    !mayAsk(staffCase) &&
    html`<p class="hint">${(dossier.supplementsAsked > 0 ? words.askedAlready : words.askTooLate)[locale]}</p>`
  const nothing = names.length === 0 && note('info', fill(words.nothingOfficer[locale], { state }))
  return panel({
    title: words.decision[locale],
    id: 'viec',
    active: names.length > 0,
    body: html`${names.map((name) => forms[name](page))}${closed}${nothing}`
  })
}

const forms: Record<OfficerMove, (page: CasePage) => Html> = {
  take: (page) =>
    moveForm(page, { action: officerActions.take, title: words.take[page.locale], button: words.take[page.locale], first: true }),
  approve: approveForm,
  refuse_on_merit: refuseForm,
  ask_supplement: askForm,
  request_payment: (page) =>
    noteForm(page, officerActions.request_payment, words.requestPayment[page.locale], words.requestPaymentHint[page.locale]),
  suspend: (page) => noteForm(page, officerActions.suspend, words.suspend[page.locale], words.suspendHint[page.locale]),
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
  const until = staffCase.lastDayToAsk ? ` ${fill(words.askUntil[locale], { day: formatDayLong(staffCase.lastDayToAsk, locale) })}` : ''
  return moveForm(page, {
    action,
    title: words.ask[locale],
    button: words.sendAsk[locale],
    hint: `${words.askOnce[locale]}${until}`,
    body: supplementFields(page, action),
    look: 'plain'
  })
}

function noteForm(page: CasePage, action: string, title: string, label: string): Html {
  const body = ask(page, action, { name: 'note', label, type: 'textarea', rows: 2, maxlength: 1000 })
  return moveForm(page, { action, title, button: title, body, look: 'plain' })
}
