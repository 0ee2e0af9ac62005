// Answers and errors in words: for the check before sending, the officer, the printed form and the list of what to mend. Pure.
import { type FieldErrorCode, fieldErrors } from '../kernel/field-errors.ts'
import type { Locale, Words } from '../kernel/locale.ts'
import { formatMoney } from '../kernel/money.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import { formatDay } from '../kernel/time.ts'
import { anchorAt } from './checking.ts'
import { holds } from './condition.ts'
import type { AddressAnswer, Answer, Answers, Field, Form, FormFacts, OrganisationAnswer, PersonAnswer } from './definition.ts'
import { everyLocale, fieldAt, fill, labelOf } from './names.ts'
import { isDay } from './typed.ts'
import { isRecord, shownInRow, shownOf } from './visible.ts'
import { fieldWords as words } from './words.ts'

/** `value` is empty where nothing was answered; `isTyped` when it is in the citizen's own words, so Vietnamese on every page. */
export type SaidLine = { id: string; label: string; value: string; isTyped: boolean }
export type SaidPage = { page: string; id: string; lines: SaidLine[] }

/** `09/11/2026`, or `1950`. */
const sayDate = (kept: string): string => (isDay(kept) && kept.length > 4 ? formatDay(Temporal.PlainDate.from(kept)) : kept)

const sayNumber = (value: number): string => String(value).replace('.', ',')

function sayOption({ options = [] }: Field, value: unknown, locale: Locale): string {
  return options.find((option) => option.value === value)?.label[locale] ?? String(value)
}

function sayPerson({ name, identityNumber, bornOn, nationality }: PersonAnswer, locale: Locale): string {
  const born = bornOn && fill(words[bornOn.length === 4 ? 'bornInOf' : 'bornOnOf'][locale], { value: sayDate(bornOn) })
  const number = identityNumber && fill(words.identityOf[locale], { value: identityNumber })
  const citizen = nationality && fill(words.nationalityOf[locale], { value: nationality })
  return [name, born, number, citizen].filter(Boolean).join(', ')
}

const sayOrganisation = ({ name, taxCode, address }: OrganisationAnswer, locale: Locale): string =>
  [name, taxCode && fill(words.taxCodeOf[locale], { value: taxCode }), address].filter(Boolean).join(', ')

const sayAddress = ({ line, ward, province }: AddressAnswer): string => [line, ward, province].filter(Boolean).join(', ')

/** One answer as text. */
function sayAnswer(field: Field, answer: Answer | undefined, locale: Locale): string {
  if (answer === undefined) return ''
  if (typeof answer === 'boolean') return words[answer ? 'yes' : 'no'][locale]
  if (typeof answer === 'number') return field.kind === 'money' ? formatMoney(answer) : sayNumber(answer)
  if (Array.isArray(answer)) return answer.map((one) => sayOption(field, one, locale)).join('; ')
  if (typeof answer === 'string') {
    if (field.kind === 'choice') return sayOption(field, answer, locale)
    return field.kind === 'date' ? sayDate(answer) : answer
  }
  if (field.kind === 'person') return sayPerson(answer as PersonAnswer, locale)
  return field.kind === 'organisation' ? sayOrganisation(answer as OrganisationAnswer, locale) : sayAddress(answer as AddressAnswer)
}

const inOwnWords = new Set(['text', 'long_text', 'person', 'organisation', 'address', 'group'])

function sayRow(group: Field, row: unknown, answers: Answers, facts: FormFacts, locale: Locale): string {
  if (!isRecord(row)) return String(row)
  const shown = shownInRow(group, row as Answers, answers, facts)
  return shown.fields
    .map((field) => ({ label: field.label[locale], value: sayAnswer(field, shown.row[field.id], locale) }))
    .flatMap(({ label, value }) => (value ? [`${label}: ${value}`] : []))
    .join('; ')
}

/** Every field that was asked, page by page, in the order of the form. */
export function sayAnswers(form: Form, given: Answers, facts: FormFacts, locale: Locale): SaidPage[] {
  const { pages, answers } = shownOf(form, given, facts)
  return pages.map(({ page, fields }) => ({
    page: page.title[locale],
    id: page.id,
    lines: fields.flatMap((field) => {
      const { id, label, kind } = field
      const answer = answers[id]
      const isTyped = inOwnWords.has(kind)
      if (kind !== 'group' || !Array.isArray(answer))
        return [{ id, label: label[locale], value: sayAnswer(field, answer, locale), isTyped }]
      return answer.map((row, i) => ({
        id: `${id}.${i}`,
        label: fill(words.row[locale], { label: label[locale], n: i + 1 }),
        value: sayRow(field, row, answers, facts, locale),
        isTyped
      }))
    })
  }))
}

/** What the dossier is about, always in Vietnamese: `Khai sinh cho Nguyễn An`. The title of the form while nothing of it is answered. */
export function subjectOf(form: Form, answers: Answers): string {
  const fields = form.pages.flatMap((page) => page.fields)
  const said = (id: string): string => {
    const field = fields.find((one) => one.id === id)
    const answer = answers[id]
    if (!field || answer === undefined) return ''
    return isRecord(answer) && 'name' in answer ? String(answer.name) : sayAnswer(field, answer, 'vi')
  }
  const hole = /\{(\w+)\}/g
  const filled = [...form.subject.matchAll(hole)].map(([, id]) => said(id!).trim())
  if (filled.length > 0 && filled.every((text) => text === '')) return form.title.vi
  const whole = form.subject.replace(hole, (_, id: string) => said(id)).replace(/\s+/g, ' ')
  return whole
    .replace(/\s+([,;.)])/g, '$1')
    .replace(/[\s,;:–-]+$/, '')
    .trim()
}

/** The sentence of the first rule at a box that the answers break. */
function ruleAt(form: Form, name: string, answers: Answers, facts: FormFacts): Words | undefined {
  const visible = shownOf(form, answers, facts).answers
  for (const { fields, rules = [] } of form.pages)
    for (const { at, wrongWhen, sentence } of rules) if (anchorAt(fields, at) === name && holds(wrongWhen, visible, facts)) return sentence
  return undefined
}

/** What to do, with the number where a limit was crossed. */
function sentenceOf(code: FieldErrorCode, field: Field): Words {
  const { min, max } = field.limits ?? {}
  const limit =
    code === 'NUMBER_TOO_SMALL' || code === 'ROWS_TOO_FEW' ? min : code === 'NUMBER_TOO_LARGE' || code === 'ROWS_TOO_MANY' ? max : undefined
  if (limit === undefined) return fieldErrors[code]
  const bound = code.endsWith('SMALL') || code.endsWith('FEW') ? words.least : words.most
  const amount = field.kind === 'money' ? formatMoney(limit) : sayNumber(limit)
  return everyLocale((locale) => `${fieldErrors[code][locale]}: ${fill(bound[locale], { n: amount })}`)
}

/** Errors with the words of their fields: which box, what to do. */
export function saidErrors(
  form: Form,
  errors: FieldErrors,
  answers: Answers,
  facts: FormFacts
): Record<string, { label: Words; sentence: Words }> {
  const said = Object.entries(errors).flatMap(([name, code]) => {
    const named = fieldAt(form, name)
    if (!named) return []
    const label = everyLocale((locale) => labelOf(named, locale))
    const rule = code === 'RULE_BROKEN' ? ruleAt(form, name, answers, facts) : undefined
    return [[name, { label, sentence: rule ?? sentenceOf(code, named.field) }] as const]
  })
  return Object.fromEntries(said)
}
