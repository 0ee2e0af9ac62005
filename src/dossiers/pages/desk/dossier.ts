// One dossier at the desk. A new one is checked: what was declared on the left, the papers on the right. Later: papers left, what to do right.
import { notesPanel } from '../../../counters/pages/notes.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { originalsPanel } from '../../../originals/pages/on-dossier.ts'
import { moneyPanel } from '../../../payments/pages/desk.ts'
import { knownResults } from '../../../results/pages/earlier.ts'
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
} from './case-parts.ts'
import { checkBar, checkKeys, checkViewer, differenceNote, heldNote } from './check.ts'
import { type CasePage, refusedSummary } from './move-form.ts'
import { clerkFormsOf, clerkPanel } from './moves.ts'
import type { Workplace } from './queue.ts'

export function deskDossierPage(page: CasePage & Workplace): Html {
  const { staffCase, locale, chosen, refused, check } = page
  const { dossier } = staffCase
  const forms: readonly string[] = clerkFormsOf(staffCase, check)
  const back = html`<a class="back" href="/quay">${icon('back')}${caseWords.back[locale]}</a>`
  const money = moneyPanel({ dossierId: dossier.id, money: staffCase.money, csrf: page.csrf, locale })
  const originals = originalsPanel({
    originals: staffCase.originals,
    dossierId: dossier.id,
    locale,
    mayAdd: staffCase.papers.some(({ given }) => given !== 'file')
  })
  const notes = notesPanel({ ...staffCase.notes, locale }, { dossierId: dossier.id, noteId: staffCase.notes.noteId, csrf: page.csrf })
  const after = html`${askedPanel(page)}${money}${clockPanel(page)}${issuedPanel(page)}${originals}${notes}${parcelsPanel(page)}${historyPanel(page)}`
  const title = `${dossier.code} · ${dossier.procedureName}`
  const top = html`${caseHead(page, back)}${refusedSummary(page, (action) => forms.includes(action) || action === 'giay')}${differenceNote(page)}`
  const known = html`${twinsNote(page)}${knownResults(staffCase.known, locale)}`
  if (check) {
    const checked = { ...page, check }
    // Beside the papers, not above them: verdict and papers stay in one view.
    const left = html`<div class="flow">${known}${answersPanel(page, { open: true })}${particulars(page)}${clerkPanel(page)}${after}${readersPanel(page)}</div>`
    const bar = !check.heldBy && checkBar(checked, forms.includes('tiep-nhan'))
    const main = html`${top}${heldNote(checked)}<div class="checking">${left}<div class="papers-side">${checkViewer(checked)}</div></div>${bar && html`<div class="checkbar">${bar}</div>`}`
    return deskPage({ ...page, title, main, keys: checkKeys(locale), error: refused !== undefined })
  }
  const left = html`<div class="flow">${viewer(page, chosen)}${particulars(page)}${answersPanel(page)}${readersPanel(page)}</div>`
  const right = html`<div class="flow">${clerkPanel(page)}${after}</div>`
  return deskPage({ ...page, title, main: html`${top}${known}<div class="dossier">${left}${right}</div>`, error: refused !== undefined })
}
