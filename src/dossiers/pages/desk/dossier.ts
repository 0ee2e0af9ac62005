// One dossier at the desk: papers and particulars on the left, what to do and why on the right, the history under it.
import { type Html, html } from '../../../kernel/html.ts'
import { moneyPanel } from '../../../payments/pages/desk.ts'
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
import { type CasePage, refusedSummary } from './move-form.ts'
import { clerkFormsOf, clerkPanel } from './moves.ts'
import type { Workplace } from './queue.ts'

export function deskDossierPage(page: CasePage & Workplace): Html {
  const { staffCase, locale, chosen, refused } = page
  const { dossier } = staffCase
  const forms: readonly string[] = clerkFormsOf(staffCase)
  const back = html`<a class="back" href="/quay">${icon('back')}${caseWords.back[locale]}</a>`
  const left = html`<div class="flow">${viewer(page, chosen)}${particulars(page)}${answersPanel(page)}${readersPanel(page)}</div>`
  const right = html`<div class="flow">${clerkPanel(page)}${askedPanel(page)}${moneyPanel({ dossierId: dossier.id, money: staffCase.money, csrf: page.csrf, locale })}${clockPanel(page)}${issuedPanel(page)}${parcelsPanel(page)}${historyPanel(page)}</div>`
  const main = html`${caseHead(page, back)}${refusedSummary(page, (action) => forms.includes(action))}${twinsNote(page)}<div class="dossier">${left}${right}</div>`
  return deskPage({ ...page, title: `${dossier.code} · ${dossier.procedureName}`, main, error: refused !== undefined })
}
