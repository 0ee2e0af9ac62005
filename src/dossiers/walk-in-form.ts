// The one screen of a walk-in, read: who stands there, what for, which papers lie on the desk, where the result goes, how it is paid. Pure.

import { type Body, textOf } from '../forms/typed.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import type { ProcedureView } from '../procedures/queries.ts'
import { type Application, checkApplication } from './application.ts'
import { countsIn, deskTariff, type FeeCounts, isCountedAtDesk, payWayOf, sumOf, type TariffLine } from './fee-counts.ts'
import { namedAsOnPages, readDelivery, readWho, whomOf } from './filing-form.ts'
import { stillMissing } from './guidance.ts'
import { type FilesOfForm, papersGiven } from './staff-forms.ts'
import type { NewPaper } from './store.ts'

type Known = {
  today: Temporal.PlainDate
  view: ProcedureView | undefined
  wardName: (code: string) => string | undefined
  files: FilesOfForm
}

/** Whoever pays now pays a counted amount. */
function uncounted(body: Body, lines: readonly TariffLine[], counts: FeeCounts): FieldErrors {
  if (payWayOf(body) === 'later' || sumOf(lines, counts) > 0) return {}
  const first = lines.findIndex(isCountedAtDesk)
  return first < 0 ? {} : { [`fee.${first}`]: 'COUNT_FEE' }
}

type Read = { application: Application; papers: NewPaper[]; feeCounts: FeeCounts; due: number; errors: FieldErrors }

/** Everything wrong with the screen at once; the application and the papers as far as they can be meant. */
export function readWalkIn(body: Body, { today, view, wardName, files }: Known): Read {
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
  const lines = view ? deskTariff(view, today) : []
  const feeCounts = countsIn(body, lines)
  const errors: FieldErrors = { ...who.errors, ...deliveryErrors, ...files.errors, ...uncounted(body, lines, feeCounts) }
  if (!view) errors['procedure'] = 'CHOICE_REQUIRED'
  if (view) {
    const wrong = checkApplication(application, view.offering)
    Object.assign(errors, namedAsOnPages(wrong, whomOf(who.changes)), missingAtDesk(view, papers))
  }
  return { application, papers, feeCounts, due: sumOf(lines, feeCounts), errors }
}

/** NĐ 61/2018 Đ17: checked before it is taken. Papers only shown are seen now or never, so they are ticked as well. */
const missingAtDesk = ({ documents }: ProcedureView, papers: readonly NewPaper[]): FieldErrors =>
  Object.fromEntries(stillMissing(documents, papers).map(({ number }) => [`paper.${number}`, 'PAPER_REQUIRED' as const]))
