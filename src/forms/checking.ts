// Holds answers against their form: what is missing or wrong on a page or in all of it, which papers are needed and which fees are due. Pure.
import type { FieldErrors } from '../kernel/refusal.ts'
import { anchorOf, checkAnswer, missingOf, mostRows } from './check-answer.ts'
import { holds, isFilled } from './condition.ts'
import type { Answer, Answers, Condition, Field, Form, FormFacts, FormPage } from './definition.ts'
import { isRecord, shownInRow, shownOf } from './visible.ts'

export { shownPages, visibleAnswers } from './visible.ts'

/** Whether an answer is asked of everybody, or by what else was answered. */
export const isDue = (required: boolean | Condition, answers: Answers, facts: FormFacts, row?: Answers): boolean =>
  typeof required === 'boolean' ? required : holds(required, answers, facts, row)

type Among = { answers: Answers; facts: FormFacts; row?: Answers }

function checkField(name: string, field: Field, answer: Answer | undefined, among: Among): FieldErrors {
  const { answers, facts, row } = among
  if (field.kind === 'group') return checkGroup(name, field, answer, among)
  if (isFilled(answer)) return checkAnswer(name, answer, field, facts.today)
  return isDue(field.required, answers, facts, row) ? missingOf(name, field) : {}
}

function checkGroup(name: string, field: Field, answer: Answer | undefined, { answers, facts }: Among): FieldErrors {
  const rows: readonly unknown[] = Array.isArray(answer) ? answer : []
  if (answer !== undefined && !Array.isArray(answer)) return { [name]: 'ANSWER_MALFORMED' }
  const least = Math.max(field.limits?.min ?? 0, isDue(field.required, answers, facts) ? 1 : 0)
  const count: FieldErrors =
    rows.length < least && (rows.length > 0 || isDue(field.required, answers, facts))
      ? { [name]: 'ROWS_TOO_FEW' }
      : rows.length > (field.limits?.max ?? mostRows)
        ? { [name]: 'ROWS_TOO_MANY' }
        : {}
  return Object.assign(count, ...rows.map((row, i) => checkRow(`${name}.${i}`, field, row, { answers, facts })))
}

function checkRow(name: string, group: Field, held: unknown, { answers, facts }: Among): FieldErrors {
  if (!isRecord(held)) return { [name]: 'ANSWER_MALFORMED' }
  const known = new Set((group.fields ?? []).map(({ id }) => id))
  const strangers = Object.keys(held).filter((id) => !known.has(id))
  const { fields, row } = shownInRow(group, held as Answers, answers, facts)
  const errors = fields.map((field) => checkField(`${name}.${field.id}`, field, row[field.id], { answers, facts, row }))
  return Object.assign({}, ...strangers.map((id) => ({ [`${name}.${id}`]: 'UNKNOWN_FIELD' })), ...errors)
}

/** The rules of a page that are broken, at fields that are shown and have no other error. */
function brokenRules(page: FormPage, fields: readonly Field[], errors: FieldErrors, { answers, facts }: Among): FieldErrors {
  const isShown = (at: string) => fields.some(({ id }) => at === id || at.startsWith(`${id}.`))
  const broken: FieldErrors = {}
  for (const { at, wrongWhen } of page.rules ?? []) {
    const name = anchorAt(fields, at)
    if (isShown(at) && !errors[name] && holds(wrongWhen, answers, facts)) broken[name] = 'RULE_BROKEN'
  }
  return broken
}

/** A rule may name a whole person; its error stands at the first box. */
export function anchorAt(fields: readonly Field[], at: string): string {
  const field = fields.find(({ id }) => id === at)
  return field ? anchorOf(at, field) : at
}

type Asked = { page: FormPage; fields: readonly Field[] }

function checkAsked({ page, fields }: Asked, given: Answers, among: Among): FieldErrors {
  // A group is checked as it was given: its rows say themselves what they hide, and what they do not know.
  const answerOf = (field: Field) => (field.kind === 'group' ? given[field.id] : among.answers[field.id])
  const errors: FieldErrors = Object.assign({}, ...fields.map((field) => checkField(field.id, field, answerOf(field), among)))
  const all = { ...errors, ...brokenRules(page, fields, errors, among) }
  // In the order of the page, so that the list of what to mend reads from top to bottom.
  const place = (name: string) => fields.findIndex(({ id }) => name.split('.')[0] === id)
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => place(a) - place(b)))
}

/** What is wrong with the shown fields of one page. */
export function checkPage(form: Form, page: FormPage, given: Answers, facts: FormFacts): FieldErrors {
  const { pages, answers } = shownOf(form, given, facts)
  const asked = pages.find((shown) => shown.page.id === page.id)
  return asked ? checkAsked(asked, given, { answers, facts }) : {}
}

/** Everything that is wrong with the answers, by HTML name. Answers to what is not asked are no error; names the form does not know are. */
export function checkForm(form: Form, given: Answers, facts: FormFacts): FieldErrors {
  const { pages, answers } = shownOf(form, given, facts)
  const known = new Set(form.pages.flatMap(({ fields }) => fields.map(({ id }) => id)))
  const strangers = Object.keys(given).filter((id) => !known.has(id))
  const errors = pages.map((asked) => checkAsked(asked, given, { answers, facts }))
  return Object.assign({}, ...strangers.map((id) => ({ [id]: 'UNKNOWN_FIELD' })), ...errors)
}

/** The page on which a field is mended. */
export const pageOfField = (form: Form, name: string): FormPage | undefined =>
  form.pages.find(({ fields }) => fields.some(({ id }) => name === id || name.startsWith(`${id}.`)))

type Paper = { number: number; required: boolean }

/** The papers to be given with these answers. What the form does not speak of stays as the catalogue says; the filled form itself is none. */
export function papersNeeded<P extends Paper>(form: Form, documents: readonly P[], given: Answers, facts: FormFacts): P[] {
  const { answers } = shownOf(form, given, facts)
  return documents.flatMap((paper) => {
    if (paper.number === form.paper) return []
    const use = form.papers.find(({ number }) => number === paper.number)
    if (!use) return [paper]
    if (use.shownWhen && !holds(use.shownWhen, answers, facts)) return []
    return [{ ...paper, required: isDue(use.required, answers, facts) }]
  })
}

type Line = { name: string; amount: number; condition: string | null }

function timesOf(quantity: string | undefined, answers: Answers): number {
  const held = quantity === undefined ? 1 : answers[quantity]
  if (Array.isArray(held)) return held.length
  return typeof held === 'number' && Number.isInteger(held) && held > 0 ? held : 1
}

/** The lines of the tariff that are due with these answers; `amount` is for all of them. A line with a condition waits for the form to say so. */
export function feesDue<L extends Line>(form: Form, lines: readonly L[], given: Answers, facts: FormFacts): (L & { quantity: number })[] {
  const { answers } = shownOf(form, given, facts)
  return lines.flatMap((line) => {
    const use = form.fees.find(({ name }) => name === line.name)
    const isCharged = use ? !use.shownWhen || holds(use.shownWhen, answers, facts) : line.condition === null
    const quantity = timesOf(use?.quantity, answers)
    return isCharged ? [{ ...line, quantity, amount: line.amount * quantity }] : []
  })
}
