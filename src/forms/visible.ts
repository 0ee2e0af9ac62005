// Which pages and fields are asked, given the answers so far; what is not asked counts as not answered. Pure.
import { holds, isFilled } from './condition.ts'
import type { Answer, Answers, Condition, Field, Form, FormFacts, FormPage } from './definition.ts'

/** The shown fields of one page, and of each row of its groups. */
type ShownPage = { page: FormPage; fields: readonly Field[] }
type Shown = { pages: readonly ShownPage[]; answers: Answers }

const isShown = (shownWhen: Condition | undefined, answers: Answers, facts: FormFacts, row?: Answers): boolean =>
  shownWhen === undefined || holds(shownWhen, answers, facts, row)

/** An answer without its empty parts; `undefined` when nothing was said. */
function withoutEmpty(answer: Answer | undefined): Answer | undefined {
  if (!isFilled(answer)) return undefined
  if (typeof answer !== 'object' || Array.isArray(answer)) return answer
  return Object.fromEntries(
    Object.entries(answer as object).filter(([, inside]) => isFilled(inside) || typeof inside === 'object')
  ) as Answers as Answer
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The sisters of a row that are asked, in order: each is decided by those before it. */
export function shownInRow(group: Field, row: Answers, answers: Answers, facts: FormFacts): { fields: readonly Field[]; row: Answers } {
  const fields: Field[] = []
  const known: Record<string, Answer | undefined> = {}
  for (const field of group.fields ?? []) {
    if (!isShown(field.shownWhen, answers, facts, known)) continue
    fields.push(field)
    const answer = withoutEmpty(row[field.id])
    if (answer !== undefined) known[field.id] = answer
  }
  return { fields, row: known }
}

function prunedGroup(field: Field, answer: Answer | undefined, answers: Answers, facts: FormFacts): Answer | undefined {
  if (!Array.isArray(answer)) return withoutEmpty(answer)
  const rows = answer.map((row: unknown) => (isRecord(row) ? shownInRow(field, row as Answers, answers, facts).row : (row as Answers)))
  return rows.length > 0 ? rows : undefined
}

/**
 * Goes through the form once, from first to last: a field is decided by the answers before it that are asked themselves.
 * So a hidden answer never shows another field, and pruning twice changes nothing.
 */
export function shownOf(form: Form, answers: Answers, facts: FormFacts): Shown {
  const known: Record<string, Answer | undefined> = {}
  const pages: ShownPage[] = []
  for (const page of form.pages) {
    if (!isShown(page.shownWhen, known, facts)) continue
    const fields: Field[] = []
    for (const field of page.fields) {
      if (!isShown(field.shownWhen, known, facts)) continue
      fields.push(field)
      const held = answers[field.id]
      const answer = field.kind === 'group' ? prunedGroup(field, held, known, facts) : withoutEmpty(held)
      if (answer !== undefined) known[field.id] = answer
    }
    if (fields.length > 0) pages.push({ page, fields })
  }
  return { pages, answers: known }
}

/** The pages that are asked, in order. A page of which nothing is asked is none. */
export const shownPages = (form: Form, answers: Answers, facts: FormFacts): FormPage[] =>
  shownOf(form, answers, facts).pages.map(({ page }) => page)

/** The fields of a page that are asked. */
export const shownFields = (form: Form, page: FormPage, answers: Answers, facts: FormFacts): readonly Field[] =>
  shownOf(form, answers, facts).pages.find((shown) => shown.page.id === page.id)?.fields ?? []

/** What a filed dossier keeps: answers to what was asked, without empty ones. */
export const visibleAnswers = (form: Form, answers: Answers, facts: FormFacts): Answers => shownOf(form, answers, facts).answers
