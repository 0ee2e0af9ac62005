// First answers from what is known already: who files, for whom, today, another answer. Only where nothing was answered yet. Pure.
import { isFilled, valueAt } from './condition.ts'
import type { Answer, Answers, Field, Form, FormFacts, FormPage, PartyFacts } from './definition.ts'
import { shownOf } from './visible.ts'

function partyAnswer(field: Field, party: PartyFacts): Answer | undefined {
  const { name, identityNumber, bornOn, taxCode, address } = party
  if (field.kind === 'person' && !taxCode) return { name, identityNumber, bornOn }
  return field.kind === 'organisation' && taxCode ? { name, taxCode, address } : undefined
}

/** `applicant`, `filer.phone`, `today`, `=mother_address`; `undefined` when it is not known or of another shape. */
function firstAnswer(field: Field, prefill: string, answers: Answers, facts: FormFacts): Answer | undefined {
  if (prefill === 'applicant' || prefill === 'filer') return partyAnswer(field, facts[prefill])
  const held = prefill.startsWith('=') ? valueAt(prefill.slice(1), answers, facts) : valueAt(`@${prefill}`, answers, facts)
  if (!isFilled(held)) return undefined
  if (field.kind === 'address' && typeof held === 'string') return { line: held, ward: '', province: '' }
  const isObject = typeof held === 'object' && !Array.isArray(held)
  const wantsObject = field.kind === 'address' || field.kind === 'person' || field.kind === 'organisation'
  return isObject === wantsObject ? (held as Answer) : undefined
}

const withoutUnknown = (answer: Answer): Answer =>
  typeof answer === 'object' && !Array.isArray(answer)
    ? (Object.fromEntries(Object.entries(answer as object).filter(([, part]) => part !== undefined)) as Answers as Answer)
    : answer

/** The answers and what could be filled in beforehand, in all shown fields or in those of one page. */
export function prefilled(form: Form, before: Answers, facts: FormFacts, page?: FormPage): Answers {
  const answers: Record<string, Answer | undefined> = { ...before }
  for (const { id, fields } of form.pages) {
    if (page && page.id !== id) continue
    // Decided anew for each field: what was just filled in may ask for more.
    for (const field of fields) {
      if (!field.prefill || isFilled(answers[field.id])) continue
      const shown = shownOf(form, answers, facts)
      if (!shown.pages.some((one) => one.fields.includes(field))) continue
      // Another answer is copied as it was given, while it is asked for at all.
      const given = Object.fromEntries(Object.keys(shown.answers).map((known) => [known, answers[known]]))
      const first = firstAnswer(field, field.prefill, given, facts)
      if (first !== undefined) answers[field.id] = withoutUnknown(first)
    }
  }
  return answers
}
