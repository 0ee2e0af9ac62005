// Page 2: what is asked for, in the citizen's own words; the name of the procedure stands there to begin with.
import { type Html, html } from '../../../kernel/html.ts'
import { field } from '../../../web/components/form.ts'
import { problemAt, problemsOf } from '../../../web/request.ts'
import type { Values } from '../../filing-form.ts'
import { matterWords as words } from '../../words/applicant.ts'
import { filingPage, type StepPage, stepForm } from './filing-frame.ts'

const copyCounts = Array.from({ length: 20 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))

/** Only results that come in copies are asked about their number. */
export const countsCopies = (fees: readonly { unit: string }[], name: string): boolean =>
  fees.some(({ unit }) => /^(bản|trang|thẻ)$/.test(unit)) || /bản sao|trích lục/i.test(name)

export function matterPage({ values, ...page }: StepPage & { values: Values }): Html {
  const { locale, refusal, filing } = page
  const { fees, version } = filing.view
  const subject = field({
    name: 'subject',
    label: words.subject[locale],
    locale,
    type: 'textarea',
    rows: 3,
    value: values['subject'],
    hint: words.subjectHint[locale],
    error: problemAt(refusal, 'subject', locale)
  })
  const copies =
    countsCopies(fees, version.name) &&
    field({
      name: 'copies',
      label: words.copies[locale],
      locale,
      type: 'select',
      options: copyCounts,
      value: values['copies'] || '1',
      width: 'short'
    })
  const more = field({
    name: 'note',
    label: words.note[locale],
    locale,
    type: 'textarea',
    rows: 3,
    value: values['note'],
    optional: true,
    error: problemAt(refusal, 'note', locale)
  })
  const body = stepForm(page, 'noi-dung', html`${subject}${copies}${more}`)
  return filingPage({ ...page, step: 'noi-dung', problems: problemsOf(refusal, locale), body })
}
