// What the citizen brings to the desk after a request: the papers asked for first, each ticked or scanned.
import type { Body } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { errorMessage } from '../../../web/components/index.ts'
import type { StaffCase } from '../../staff-case.ts'
import type { SupplementRequest } from '../../store.ts'
import { checkWords } from '../../words/checking.ts'
import { fill, moveWords as words } from '../../words/desk.ts'
import { ask, type CasePage, typedBody } from './move-form.ts'
import { sayProblem, tickedPapers } from './typed.ts'

/** The papers of the open request; all of the procedure when the request named none. */
export function papersAwaited({ requests, view }: Pick<StaffCase, 'requests' | 'view'>) {
  const asked = requests.findLast(({ answeredAt }) => !answeredAt)?.reasons ?? []
  const named = view.documents.filter(({ number }) => asked.some(({ paperNumber }) => paperNumber === number))
  return (named.length > 0 ? named : view.documents).map((document) => ({
    ...document,
    why: asked.find(({ paperNumber }) => paperNumber === document.number)?.reason
  }))
}

/** What the open request asked for without naming a paper of the list; a form numbers them from 0. */
export const freeReasonsOf = (requests: readonly SupplementRequest[]) =>
  (requests.findLast(({ answeredAt }) => !answeredAt)?.reasons ?? []).filter(({ paperNumber }) => !paperNumber)

function freeLines({ staffCase, locale }: CasePage, typed: Body): Html {
  const lines = freeReasonsOf(staffCase.requests)
  if (lines.length === 0) return html``
  const ticked = [typed['line']].flat().map(String)
  const rows = lines.map(
    ({ paper, reason }, i) =>
      html`<li><label class="what"><input type="checkbox" name="line" value="${i}"${ticked.includes(String(i)) ? html` checked` : ''}><span lang="vi">${reason}<small>${paper}</small></span></label></li>`
  )
  return html`<fieldset class="field"><legend>${checkWords.freeLines[locale]}</legend><ul class="asks">${rows}</ul></fieldset>`
}

/** `paper` (numbers), `line` (free lines that are done), `scan.N` (files), `note`. */
export function givenFields(page: CasePage): Html {
  const { staffCase, locale, refused } = page
  const action = 'bo-sung'
  const ticked = new Set(tickedPapers(typedBody(page, action)))
  const mine = refused?.action === action ? refused : undefined
  const rows = papersAwaited(staffCase).map(({ number, name, why }) => {
    const id = `${action}-scan.${number}`
    const wrong = sayProblem(mine?.refusal, `scan.${number}`, locale)
    const kept = mine?.files?.get(`scan.${number}`)
    const file = html`<input type="file" id="${id}" name="scan.${number}" accept=".pdf,.jpg,.jpeg,.png" aria-label="${fill(words.scan[locale], { name })}" data-upload>${kept && html`<input type="hidden" name="scan.${number}Id" value="${kept.id}"><span class="hint">${fill(words.keptFile[locale], { name: kept.name })}</span>`}`
    return html`<li class="${wrong ? 'bad' : ''}"><label class="what"><input type="checkbox" name="paper" value="${number}"${ticked.has(number) ? html` checked` : ''}><span lang="vi">${name}${why && html`<small>${why}</small>`}</span></label>${wrong && errorMessage(`${id}-loi`, wrong, locale)}<div class="why">${file}</div></li>`
  })
  const nothing = sayProblem(mine?.refusal, 'papers', locale, words.supplementHint)
  return html`<fieldset class="field${nothing ? ' bad' : ''}" id="${action}-papers" tabindex="-1"><legend>${words.received[locale]}</legend>${nothing && errorMessage(`${action}-papers-loi`, nothing, locale)}<ul class="asks">${rows}</ul></fieldset>${freeLines(page, typedBody(page, action))}${ask(page, action, { name: 'note', label: words.note[locale], optional: true, maxlength: 1000 })}`
}
