// One request with everything: what was marked wrong, what is not there, what else is to be mended. A second one needs a reason and a head's word.
import { textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { errorMessage, note } from '../../../web/components/index.ts'
import { type CheckState, proposalsIn } from '../../check-state.ts'
import { sayFault } from '../../rules.ts'
import { checkWords as words } from '../../words/checking.ts'
import { fill, moveWords } from '../../words/desk.ts'
import { ask, type CasePage, moveForm, typedBody } from './move-form.ts'
import { sayProblem } from './typed.ts'

const action = 'yeu-cau-bo-sung'

/** `missing` (numbers), `extra` (lines), and `why` of a second one. What was marked wrong the server knows. */
function roundFields(page: CasePage, check: CheckState, isSecond: boolean): Html {
  const { locale, refused } = page
  const isBack = refused?.action === action
  const typed = typedBody(page, action)
  const ticked = [typed['missing']].flat().map(String)
  const nothing = isBack ? sayProblem(refused.refusal, 'reasons', locale) : undefined
  const faults =
    check.wrong.length > 0
      ? html`<ul class="bullets" lang="vi">${check.wrong.map(({ paper, check: said }) => html`<li><b>${paper.name}</b>: ${sayFault(said)}</li>`)}</ul>`
      : html`<p class="muted">${words.noFaults[locale]}</p>`
  const unseen = check.unseen > 0 && note('info', fill(words.unseenFirst[locale], { n: check.unseen }))
  const missing =
    check.missing.length > 0 &&
    html`<fieldset class="field"><legend>${words.missing[locale]}</legend><p class="hint">${words.missingHint[locale]}</p><ul class="asks">${check.missing.map(
      ({ number, name }) =>
        html`<li><label class="what"><input type="checkbox" name="missing" value="${number}"${isBack && !ticked.includes(String(number)) ? '' : html` checked`}><span lang="vi">${number}. ${name}</span></label></li>`
    )}</ul></fieldset>`
  const why =
    isSecond &&
    ask(page, action, { name: 'why', label: words.why[locale], hint: words.whyHint[locale], type: 'textarea', rows: 2, maxlength: 1000 })
  return html`${unseen}<fieldset class="field${nothing ? ' bad' : ''}" id="${action}-reasons" tabindex="-1"><legend>${words.faults[locale]}</legend>${nothing && errorMessage(`${action}-reasons-loi`, nothing, locale)}${faults}</fieldset>${missing}${ask(page, action, { name: 'extra', label: moveWords.extra[locale], type: 'textarea', rows: 2, maxlength: 2000, optional: true })}${why}<input type="hidden" name="formId" value="${textOf(typed, 'formId') || check.formId}">`
}

/** `isNext`: nothing else is to be done first, so it lies open. */
export function roundForm(page: CasePage, check: CheckState, isNext: boolean): Html {
  const { locale, staffCase } = page
  const isSecond = staffCase.dossier.supplementsAsked > 0
  return moveForm(page, {
    action,
    title: (isSecond ? words.propose : moveWords.ask)[locale],
    button: (isSecond ? words.sendProposal : moveWords.sendAsk)[locale],
    hint: isSecond ? undefined : moveWords.askOnce[locale],
    body: roundFields(page, check, isSecond),
    look: 'plain',
    open: isNext && check.unseen === 0
  })
}

/** What waits for a head, or was not agreed to. */
export function proposalNotes({ locale, staffCase }: CasePage): Html {
  const { open: proposal, declined } = proposalsIn(staffCase.seconds)
  const waiting =
    proposal &&
    note(
      'info',
      fill(words.waiting[locale], { name: proposal.proposedBy, at: formatInstant(proposal.proposedAt, locale), why: proposal.why }),
      words.waitingTitle[locale]
    )
  const refused =
    declined &&
    note(
      'warn',
      fill(words.declined[locale], {
        name: declined.decidedBy!,
        at: formatInstant(declined.decidedAt!, locale),
        reason: declined.decisionReason!
      }),
      words.declinedTitle[locale]
    )
  return html`${waiting}${refused}`
}
