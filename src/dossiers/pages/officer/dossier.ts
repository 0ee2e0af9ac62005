// One dossier with its officer: the paper on the left, the decision and its clock on the right, particulars and history under them.
import { notesPanel } from '../../../counters/pages/notes.ts'
import { revokeWords } from '../../../documents/words/verification.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { originalsPanel } from '../../../originals/pages/on-dossier.ts'
import { type StepPage, stepActions, stepPanel } from '../../../processing/pages/panel.ts'
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
import { refusedSummary } from '../desk/move-form.ts'
import type { Workplace } from '../desk/queue.ts'
import { officerActions, officerFormsOf, officerPanel } from './moves.ts'

export function officerDossierPage(page: StepPage & Workplace): Html {
  const { staffCase, chosen, refused, locale } = page
  const { dossier } = staffCase
  const forms: string[] = [...officerFormsOf(page).map((name) => officerActions[name]), ...Object.values(stepActions)]
  // Another agency gives its part; the decision and its papers are for those whose dossier it is.
  const isOwn = dossier.agencyId === page.process.asking.by.agencyId
  const papers = html`<p><a href="/xu-ly/ho-so/${dossier.id}/du-thao">${draftWords.title[locale]}</a></p><p><a href="/xu-ly/ho-so/${dossier.id}/giay-da-cap">${revokeWords.title[locale]}</a></p>`
  const originals = originalsPanel({ originals: staffCase.originals, dossierId: dossier.id, locale })
  const notes = isOwn && notesPanel({ ...staffCase.notes, locale })
  const back = html`<a class="back" href="/xu-ly">${icon('back')}${caseWords.back[locale]}</a>`
  const left = html`<div class="flow">${viewer(page, chosen)}${particulars(page)}${answersPanel(page)}${readersPanel(page)}</div>`
  const right = html`<div class="flow">${stepPanel(page)}${isOwn && officerPanel(page)}${clockPanel(page)}${askedPanel(page)}${issuedPanel(page)}${isOwn && papers}${originals}${notes}${parcelsPanel(page)}${historyPanel(page)}</div>`
  const main = html`${caseHead(page, back)}${refusedSummary(page, (action) => forms.includes(action))}${twinsNote(page)}${knownResults(staffCase.known, locale)}<div class="dossier">${left}${right}</div>`
  return deskPage({ ...page, title: `${dossier.code} · ${dossier.procedureName}`, main, error: refused !== undefined })
}
