// One dossier with its officer: the paper on the left, the decision and its clock on the right, particulars and history under them.
import { revokeWords } from '../../../documents/words/verification.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { knownResults } from '../../../results/pages/earlier.ts'
import { draftWords } from '../../../results/words/drafting.ts'
import { icon } from '../../../web/components/index.ts'
import { deskPage } from '../../../web/layout.ts'
import { caseWords } from '../../words/desk.ts'
import {
  answersPanel,
  askedPanel,
  caseHead,
  clockPanel,
  historyPanel,
  issuedPanel,
  parcelsPanel,
  particulars,
  readersPanel,
  twinsNote,
  viewer
} from '../desk/case-parts.ts'
import { type CasePage, refusedSummary } from '../desk/move-form.ts'
import type { Workplace } from '../desk/queue.ts'
import { officerActions, officerFormsOf, officerPanel } from './moves.ts'

export function officerDossierPage(page: CasePage & Workplace): Html {
  const { staffCase, chosen, refused, locale } = page
  const { dossier } = staffCase
  const forms = officerFormsOf(staffCase).map((name): string => officerActions[name])
  const back = html`<a class="back" href="/xu-ly">${icon('back')}${caseWords.back[locale]}</a>`
  const left = html`<div class="flow">${viewer(page, chosen)}${particulars(page)}${answersPanel(page)}${readersPanel(page)}</div>`
  const right = html`<div class="flow">${officerPanel(page)}${clockPanel(page)}${askedPanel(page)}${issuedPanel(page)}<p><a href="/xu-ly/ho-so/${dossier.id}/du-thao">${draftWords.title[locale]}</a></p><p><a href="/xu-ly/ho-so/${dossier.id}/giay-da-cap">${revokeWords.title[locale]}</a></p>${parcelsPanel(page)}${historyPanel(page)}</div>`
  const main = html`${caseHead(page, back)}${refusedSummary(page, (action) => forms.includes(action))}${twinsNote(page)}${knownResults(staffCase.known, locale)}<div class="dossier">${left}${right}</div>`
  return deskPage({ ...page, title: `${dossier.code} · ${dossier.procedureName}`, main, error: refused !== undefined })
}
