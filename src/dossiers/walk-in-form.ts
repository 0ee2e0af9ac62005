// The one screen of a walk-in, read: who stands there, what for, which papers lie on the desk, where the result goes. Pure.

import { type Body, textOf } from '../forms/typed.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import type { ProcedureView } from '../procedures/queries.ts'
import { type Application, checkApplication } from './application.ts'
import { namedAsOnPages, readDelivery, readWho, whomOf } from './filing-form.ts'
import { type FilesOfForm, papersGiven } from './staff-forms.ts'
import type { NewPaper } from './store.ts'

type Known = {
  today: Temporal.PlainDate
  view: ProcedureView | undefined
  wardName: (code: string) => string | undefined
  files: FilesOfForm
}

/** Everything wrong with the screen at once; the application and the papers as far as they can be meant. */
export function readWalkIn(
  body: Body,
  { today, view, wardName, files }: Known
): { application: Application; papers: NewPaper[]; errors: FieldErrors } {
  const who = readWho(body, today)
  const { filer } = who.changes
  // The person at the desk is the usual receiver: what was left empty is theirs.
  const usual = {
    'delivery.method': 'desk',
    'delivery.name': filer.name,
    'delivery.phone': filer.phone,
    'delivery.address': filer.address ?? ''
  }
  const completed = { ...body, ...Object.fromEntries(Object.entries(usual).map(([name, own]) => [name, textOf(body, name) || own])) }
  const { changes, errors: deliveryErrors } = readDelivery(completed, { wardName, filer, mayUpload: true })
  const application: Application = {
    filer,
    applicant: who.changes.applicant,
    relation: who.changes.relation ?? undefined,
    subject: textOf(body, 'subject') || (view?.version.name ?? ''),
    delivery: changes.delivery
  }
  const papers = view ? papersGiven(body, view.documents, files.files) : []
  const whom = whomOf(who.changes)
  const errors: FieldErrors = { ...who.errors, ...deliveryErrors, ...files.errors }
  if (!view) errors['procedure'] = 'CHOICE_REQUIRED'
  if (view) Object.assign(errors, namedAsOnPages(checkApplication(application, view.offering), whom), missingAtDesk(view, papers))
  return { application, papers, errors }
}

/** NĐ 61/2018 Đ17: checked before it is taken. Papers only shown are seen now or never, so they are ticked as well. */
function missingAtDesk({ documents }: ProcedureView, papers: readonly NewPaper[]): FieldErrors {
  const missing = documents.filter(({ required, number }) => required && !papers.some((paper) => paper.number === number))
  return Object.fromEntries(missing.map(({ number }) => [`paper.${number}`, 'PAPER_REQUIRED' as const]))
}
