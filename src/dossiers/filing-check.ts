// What keeps a draft from being filed, by the fields of its pages, and the page on which each is mended. Pure.
import type { FieldErrors } from '../kernel/refusal.ts'
import type { ProcedureView } from '../procedures/queries.ts'
import { checkApplication, mayFileBy, missingPapers } from './application.ts'
import { type AnsweredForm, documentsNeeded, type FilingStep, stepOfAnswer, wrongAnswers } from './filing-answers.ts'
import { namedAsOnPages, whomOf } from './filing-form.ts'
import type { Delivery, Party, PickUp } from './types.ts'

const stepOfPrefix: Record<string, FilingStep> = {
  filer: 'nguoi-nop',
  applicant: 'nguoi-nop',
  organisation: 'nguoi-nop',
  relation: 'nguoi-nop',
  paper: 'giay-to',
  delivery: 'nhan-ket-qua',
  pickUp: 'nhan-ket-qua'
}

/** The page on which a field is mended. */
export function stepOfField(view: ProcedureView, field: string): FilingStep {
  const prefix = field.split('.')[0]!
  return (prefix === 'answers' ? stepOfAnswer(view, field) : stepOfPrefix[prefix]) ?? 'xem-lai'
}

type Draft = { filer: Party; applicant: Party; relation: string | null; subject: string; delivery: Delivery; pickUp: PickUp | null }
type Needs = { filled: AnsweredForm; given: readonly { number: number }[] }
export type Wrong = { errors: FieldErrors; said: ReturnType<typeof wrongAnswers>['said'] }

/** Everything that keeps a draft from being filed, by the fields of its pages; answers as `answers.<field>`. */
export function wrongWith(draft: Draft, { filled, given }: Needs): Wrong {
  const { offering } = filled.view
  const application = { ...draft, relation: draft.relation ?? undefined, pickUp: draft.pickUp ?? undefined }
  const wrong = checkApplication(application, offering)
  // What was left empty because it is the same as elsewhere is mended there, in one place.
  if (draft.applicant.phone === draft.filer.phone && wrong['filer.phone']) delete wrong['applicant.phone']
  for (const part of ['name', 'phone', 'address', 'wardCode'] as const) {
    const isSame = draft.delivery.method === 'post' && draft.pickUp?.[part] === draft.delivery[part]
    if (isSame && wrong[`delivery.${part}`]) delete wrong[`pickUp.${part}`]
  }
  const errors = namedAsOnPages(wrong, whomOf(draft))
  if (draft.relation === '') errors['relation'] = 'REQUIRED'
  if (!draft.pickUp && !mayFileBy('online', offering)) errors['pickUp.method'] = 'CHOICE_REQUIRED'
  const answers = wrongAnswers(filled)
  // Papers that travel by post are counted when they are collected (QĐ 45/2016 Đ6).
  const missing = draft.pickUp ? [] : missingPapers(documentsNeeded(filled).documents, given)
  const papers = Object.fromEntries(missing.map(({ number }) => [`paper.${number}`, 'PAPER_REQUIRED' as const]))
  return { errors: { ...errors, ...answers.fields, ...papers }, said: answers.said }
}

/** The errors of one page. */
export const errorsOn = (step: FilingStep, { errors, view }: { errors: FieldErrors; view: ProcedureView }): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => stepOfField(view, field) === step))
