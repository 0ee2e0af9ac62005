// One page of the procedure's own form, in the frame of the filing.
import type { Answers, Form, FormFacts, FormPage } from '../../../forms/definition.ts'
import { formFields } from '../../../forms/pages/fields.ts'
import type { Places } from '../../../forms/reading.ts'
import type { Html } from '../../../kernel/html.ts'
import { problemsOf } from '../../../web/request.ts'
import type { FilingStep } from '../../filing-answers.ts'
import { filingPage, type StepPage, stepForm } from './filing-frame.ts'

type Drawn = StepPage & {
  step: FilingStep
  form: Form
  page: FormPage
  answers: Answers
  facts: FormFacts
  places: Places
}

export function formPage({ form, page, answers, facts, places, ...frame }: Drawn): Html {
  const { locale, refusal, step } = frame
  const fields = formFields(form, page, { answers, errors: refusal?.fields ?? {}, facts, locale, places })
  return filingPage({
    ...frame,
    hint: page.hint?.[locale],
    problems: problemsOf(refusal, locale),
    body: stepForm(frame, step, fields, { autosave: true })
  })
}
