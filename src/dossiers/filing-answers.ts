// What the answers to a procedure's form decide: which pages are asked, which papers are needed, what is due. Pure.
import { checkForm, feesDue, pageOfField, papersNeeded, shownPages } from '../forms/checking.ts'
import type { Answers, Form, FormFacts, FormPage } from '../forms/definition.ts'
import { generalForm } from '../forms/general.ts'
import { type SaidPage, saidErrors, sayAnswers, subjectOf } from '../forms/saying.ts'
import type { Locale } from '../kernel/locale.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import type { ProcedureView, RequiredDocument } from '../procedures/queries.ts'
import { feeFor } from '../procedures/rules.ts'
import { whomOf } from './filing-form.ts'
import type { Channel, FeeLine, Party } from './types.ts'

/** Only results that come in copies are asked about their number. */
const countsCopies = (fees: readonly { unit: string }[], name: string): boolean =>
  fees.some(({ unit }) => /^(bản|trang|thẻ)$/.test(unit)) || /bản sao|trích lục/i.test(name)

type Asked = Pick<ProcedureView, 'version' | 'fees'>

/** The form of a version: its own, or the general one. */
export const formOf = ({ version, fees }: Asked): Form => version.form ?? generalForm({ countsCopies: countsCopies(fees, version.name) })

/** Answers a filing begins with: the general form asks for a subject that is known already, and for one copy unless told otherwise. */
export const firstAnswers = ({ version, fees }: Asked, subject: string): Answers =>
  version.form ? {} : { subject, ...(countsCopies(fees, version.name) && { copies: 1 }) }

type Parties = { filer: Party; applicant: Party; relation: string | null }

/** What conditions may know besides the answers; of a filed dossier, the day it was filed. */
export const factsOf = (parties: Parties, today: Temporal.PlainDate): FormFacts => ({ whom: whomOf(parties), ...parties, today })

/** A step of a filing: its address below `/ho-so/:id/nop/`. */
export type FilingStep = string
export type AnsweredForm = { view: ProcedureView; answers: Answers; facts: FormFacts }

const generalStep = 'noi-dung'
const stepOfPage = ({ version }: ProcedureView, { id }: FormPage): FilingStep => (version.form ? `mau/${id}` : generalStep)

/** All steps in order, as the answers have it now. */
export function stepsOf({ view, answers, facts }: AnsweredForm): FilingStep[] {
  const pages = shownPages(formOf(view), answers, facts).map((page) => stepOfPage(view, page))
  return ['nguoi-nop', ...pages, 'giay-to', 'nhan-ket-qua', 'xem-lai']
}

/** The page of the form that a step asks; none for the steps every filing has. */
export const pageOfStep = (view: ProcedureView, step: FilingStep): FormPage | undefined =>
  formOf(view).pages.find((page) => stepOfPage(view, page) === step)

/** The step on which an answer is given: `answers.mother.name` is on the page of `mother`. */
export function stepOfAnswer(view: ProcedureView, field: string): FilingStep | undefined {
  const page = pageOfField(formOf(view), field.slice('answers.'.length))
  return page && stepOfPage(view, page)
}

/** The papers that must or may come with these answers; `own` is the one that the filled form itself is. */
export function documentsNeeded({ view, answers, facts }: AnsweredForm): {
  documents: RequiredDocument[]
  own: RequiredDocument | undefined
} {
  const form = formOf(view)
  const documents = papersNeeded(form, view.documents, answers, facts)
  return { documents, own: view.documents.find(({ number }) => number === form.paper) }
}

type Charged = AnsweredForm & { channel: Channel; filedOn: Temporal.PlainDate }
type Fees = { due: FeeLine[]; perhaps: (FeeLine & { condition: string | null })[] }

/** The fees these answers make due, and those whose condition only the officer can judge (request_payment). */
export function feesOf({ view, answers, facts, channel, filedOn }: Charged): Fees {
  const form = formOf(view)
  const lines = feeFor(view.fees, { channel, payerGroup: 'everyone', filedOn })
  // Only a fee the form counts has a quantity; one by page or by copy that it does not count is counted at the desk.
  const counted = new Set(form.fees.filter(({ quantity }) => quantity).map(({ name }) => name))
  const due = feesDue(form, lines, answers, facts).map(({ name, amount, unit, legalBasis, quantity }) => ({
    name,
    amount,
    unit,
    legalBasis,
    ...(counted.has(name) && { quantity })
  }))
  const decided = new Set([...due, ...form.fees].map(({ name }) => name))
  return { due, perhaps: lines.filter(({ name }) => !decided.has(name)) }
}

export type WrongAnswers = { fields: FieldErrors; said: ReturnType<typeof saidErrors> }

/** What is wrong with the answers, each as `answers.<field>`, and how it is said. */
export function wrongAnswers({ view, answers, facts }: AnsweredForm): WrongAnswers {
  const form = formOf(view)
  const errors = checkForm(form, answers, facts)
  return { fields: underAnswers(errors), said: underAnswers(saidErrors(form, errors, answers, facts)) }
}

/** On pages and in calls that hold more than the form, its fields are told from the others. */
const underAnswers = <Value>(byField: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(byField).map(([field, value]) => [`answers.${field}`, value]))

type Filed = Parties & { answers: Answers; filedAt: Temporal.Instant | null }

/** The form of a filed dossier in words; nothing when it was brought on paper. */
export function saidOf(view: ProcedureView, { answers, filedAt, ...parties }: Filed, locale: Locale): SaidPage[] {
  if (!filedAt || Object.keys(answers).length === 0) return []
  return sayAnswers(formOf(view), answers, factsOf(parties, dayOf(filedAt)), locale)
}

/** What the dossier is called in lists and on slips: from the answers, else the procedure's name. */
export const subjectFrom = (view: ProcedureView, answers: Answers): string =>
  subjectOf(formOf(view), answers).slice(0, 2000) || view.version.name
