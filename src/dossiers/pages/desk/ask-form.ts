// Everything that is missing, in one form: each paper with a usual reason and own words, and free lines for the rest.

import { textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { errorMessage } from '../../../web/components/index.ts'
import { commonReasons, fill, moveWords as words } from '../../words/desk.ts'
import { ask, type CasePage, typedBody } from './move-form.ts'
import { sayProblem, tickedPapers } from './typed.ts'

/** `paper` (numbers), `common.N` (1 and up, in the order of the list), `reason.N`, `extra`. */
export function supplementFields(page: CasePage, action: string): Html {
  const { staffCase, locale, refused } = page
  const typed = typedBody(page, action)
  const ticked = new Set(tickedPapers(typed))
  const error = (name: string) => (refused?.action === action ? sayProblem(refused.refusal, name, locale) : undefined)
  const rows = staffCase.view.documents.map(({ number, name }) => {
    const wrong = error(`common.${number}`)
    const chosen = textOf(typed, `common.${number}`)
    const options = commonReasons.map(
      (reason, i) => html`<option value="${i + 1}"${chosen === String(i + 1) ? html` selected` : ''}>${reason[locale]}</option>`
    )
    const id = `${action}-common.${number}`
    return html`<li class="${wrong ? 'bad' : ''}"><label class="what"><input type="checkbox" name="paper" value="${number}"${ticked.has(number) ? html` checked` : ''}><span lang="vi">${number}. ${name}</span></label>${wrong && errorMessage(`${id}-loi`, wrong, locale)}<div class="why"><select class="input" id="${id}" name="common.${number}" aria-label="${fill(words.reasonFor[locale], { name })}"${wrong ? html` aria-invalid="true" aria-describedby="${id}-loi"` : ''}><option value="">${words.chooseReason[locale]}</option>${options}</select><input class="input" name="reason.${number}" value="${textOf(typed, `reason.${number}`)}" maxlength="500" autocomplete="off" placeholder="${words.ownWordsShort[locale]}" aria-label="${fill(words.ownWords[locale], { name })}"></div></li>`
  })
  const nothing = error('reasons')
  const list = rows.length > 0 && html`<ul class="asks">${rows}</ul>`
  return html`<fieldset class="field${nothing ? ' bad' : ''}" id="${action}-reasons" tabindex="-1"><legend>${words.askPapers[locale]}</legend>${nothing && errorMessage(`${action}-reasons-loi`, nothing, locale)}${list}</fieldset>${ask(page, action, { name: 'extra', label: words.extra[locale], type: 'textarea', rows: 2, maxlength: 2000, optional: true })}`
}
