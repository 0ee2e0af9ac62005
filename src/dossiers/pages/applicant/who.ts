// Page 1: who files, and for whom. What is known from before is filled in; nothing is asked twice.

import type { Values } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { choice, dateField, type FieldOptions, type FieldProblem, field } from '../../../web/components/form.ts'
import { problemAt, problemsOf } from '../../../web/request.ts'
import { whoWords as words } from '../../words/applicant.ts'
import { filingPage, type StepPage, stepForm } from './filing-frame.ts'

type Fields = { values: Values; refusal: Refusal | undefined; locale: Locale }
type Ask = Omit<FieldOptions, 'locale' | 'value' | 'error'>

const asker =
  ({ values, refusal, locale }: Fields) =>
  (ask: Ask) =>
    field({ ...ask, locale, value: values[ask.name], error: problemAt(refusal, ask.name, locale) })

function born(name: string, label: string, { values, refusal, locale }: Fields, own: boolean): Html {
  const value = { day: values[`${name}Day`], month: values[`${name}Month`], year: values[`${name}Year`] }
  const error = problemAt(refusal, name, locale)
  return dateField({ name, label, locale, value, hint: words.bornHint[locale], error, optional: true, birthday: own })
}

function otherPerson(fields: Fields): Html {
  const { locale } = fields
  const ask = asker(fields)
  return html`${ask({ name: 'relation', label: words.relation[locale], hint: words.relationHint[locale] })}
${ask({ name: 'applicant.name', label: words.theirName[locale], hint: words.nameHint[locale], autocomplete: 'off' })}
${ask({ name: 'applicant.identityNumber', label: words.theirIdentity[locale], hint: words.theirIdentityHint[locale], inputmode: 'numeric', width: 'middle', optional: true, autocomplete: 'off' })}
${born('applicant.bornOn', words.theirBornOn[locale], fields, false)}
${ask({ name: 'applicant.phone', label: words.theirPhone[locale], hint: words.theirPhoneHint[locale], type: 'tel', inputmode: 'tel', width: 'middle', optional: true, autocomplete: 'off' })}
${ask({ name: 'applicant.address', label: words.theirAddress[locale], hint: words.theirAddressHint[locale], optional: true, autocomplete: 'off' })}`
}

function organisation(fields: Fields): Html {
  const { locale } = fields
  const ask = asker(fields)
  return html`${ask({ name: 'organisation.name', label: words.organisationName[locale], autocomplete: 'organization' })}
${ask({ name: 'organisation.taxCode', label: words.taxCode[locale], hint: words.taxHint[locale], inputmode: 'numeric', width: 'middle', autocomplete: 'off' })}
${ask({ name: 'organisation.address', label: words.organisationAddress[locale], optional: true, autocomplete: 'off' })}
${ask({ name: 'organisation.phone', label: words.organisationPhone[locale], hint: words.theirPhoneHint[locale], type: 'tel', inputmode: 'tel', width: 'middle', optional: true, autocomplete: 'off' })}
${ask({ name: 'position', label: words.position[locale], optional: true, autocomplete: 'organization-title' })}`
}

function filer(fields: Fields): Html {
  const { locale } = fields
  const ask = asker(fields)
  return html`<h2>${words.you[locale]}</h2>
<div data-card="filer"></div>
${ask({ name: 'filer.name', label: words.name[locale], hint: words.nameHint[locale], autocomplete: 'name' })}
${ask({ name: 'filer.phone', label: words.phone[locale], hint: words.phoneHint[locale], type: 'tel', inputmode: 'tel', width: 'middle', autocomplete: 'tel' })}
${ask({ name: 'filer.identityNumber', label: words.identityNumber[locale], hint: words.identityHint[locale], inputmode: 'numeric', width: 'middle', optional: true, autocomplete: 'off' })}
${born('filer.bornOn', words.bornOn[locale], fields, true)}
${ask({ name: 'filer.address', label: words.address[locale], hint: words.addressHint[locale], optional: true, autocomplete: 'street-address' })}
${ask({ name: 'filer.email', label: words.email[locale], type: 'email', inputmode: 'email', optional: true, autocomplete: 'email' })}`
}

function whom(page: StepPage, fields: Fields): Html {
  const { locale } = fields
  const kinds = page.filing.view.version.applicantKinds
  const people = [
    ...(page.helping ? [] : [{ value: 'self', label: words.self[locale] }]),
    { value: 'other', label: words.other[locale], hint: words.otherHint[locale], inside: otherPerson(fields) }
  ]
  const organisations = [{ value: 'organisation', label: words.organisation[locale], inside: organisation(fields) }]
  const options = [...(kinds.includes('citizen') ? people : []), ...(kinds.includes('organisation') ? organisations : [])]
  const asked = fields.values['whom']
  const checked = options.some(({ value }) => value === asked) ? asked : options[0]!.value
  return choice({ name: 'whom', legend: words.whom[locale], locale, options, checked })
}

export function whoPage({ values, ...page }: StepPage & { values: Values }): Html {
  const { locale, refusal } = page
  const fields: Fields = { values, refusal, locale }
  const body = stepForm(page, 'nguoi-nop', html`${whom(page, fields)}${filer(fields)}`, { autosave: true })
  return filingPage({ ...page, step: 'nguoi-nop', problems: inOrder(problemsOf(refusal, locale, labels(locale))), body })
}

const groups = ['relation', 'applicant', 'organisation', 'position', 'filer']
/** An organisation gives its tax code and address before its phone; a filer is called before anything is checked. */
const lines: Record<string, readonly string[]> = {
  applicant: ['name', 'identityNumber', 'bornOn', 'phone', 'address'],
  organisation: ['name', 'taxCode', 'address', 'phone'],
  filer: ['name', 'phone', 'identityNumber', 'bornOn', 'address', 'email']
}

function placeOnPage({ field }: FieldProblem): number {
  const [group, line] = field.split('.') as [string, string?]
  return groups.indexOf(group) * 10 + (line ? (lines[group]?.indexOf(line) ?? 0) : 0)
}

/** As the fields stand on the page. */
const inOrder = (problems: readonly FieldProblem[]): FieldProblem[] => problems.toSorted((a, b) => placeOnPage(a) - placeOnPage(b))

/** Fields whose error sentence needs to say whose it is. */
function labels(locale: Locale): Record<string, string> {
  return {
    'applicant.name': words.theirName[locale],
    'applicant.phone': words.theirPhone[locale],
    'applicant.identityNumber': words.theirIdentity[locale],
    'applicant.bornOn': words.theirBornOn[locale],
    'organisation.phone': words.organisationPhone[locale],
    relation: words.relationShort[locale]
  }
}
