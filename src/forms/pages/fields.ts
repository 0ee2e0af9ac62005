// Draws a page of a form: every kind of field with its label, hint and error. Without a script the server decides what is shown.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { FieldErrors } from '../../kernel/refusal.ts'
import { choice, dateField, field as textField } from '../../web/components/form.ts'
import { longest, mostRows } from '../check-answer.ts'
import { holds, restOf } from '../condition.ts'
import type { Answers, Field, Form, FormFacts, FormPage } from '../definition.ts'
import { fill } from '../names.ts'
import { bodyOf, drawnMark, type Places, rowsDrawn, unseenMark } from '../reading.ts'
import { saidErrors } from '../saying.ts'
import { listOf, textOf } from '../typed.ts'
import { isRecord, shownInRow, shownOf } from '../visible.ts'
import { fieldWords as words } from '../words.ts'
import { addressParts, grouped, isOwn, legendOf, organisationParts, type PartsOptions, personParts } from './parts.ts'

export type FieldsOptions = {
  /** All answers of the draft; what was typed wrong is among them as it was typed. */
  answers: Answers
  errors: FieldErrors
  facts: FormFacts
  locale: Locale
  places?: Places | undefined
}

/** Where a field is drawn: the names of its boxes begin with `prefix`; `row` holds its sisters in a group. */
type Scope = { prefix: string; sisters: readonly Field[]; row?: Answers }

type Drawing = PartsOptions & {
  answers: Answers
  visible: Answers
  /** The box on the page that a name in a condition stands for. */
  box(path: string): string | undefined
}

function autocompleteOf(field: Field, facts: FormFacts): string | undefined {
  const [, part] = /\.(\w+)$/.exec(field.prefill ?? '') ?? []
  if (isOwn(field, facts)) return { name: 'name', phone: 'tel', email: 'email', address: 'street-address' }[part ?? '']
  return field.kind === 'phone' || part ? 'off' : undefined
}

function oneBox(field: Field, name: string, { body, facts, locale, sentence }: Drawing): Html {
  const { kind, limits = {} } = field
  const isNumber = kind === 'number' || kind === 'money'
  const width = isNumber && (limits.max ?? Infinity) < 1000 ? 'short' : isNumber || kind === 'phone' ? 'middle' : undefined
  const most = kind === 'long_text' ? longest.long_text : longest.text
  return textField({
    name,
    label: field.label[locale],
    locale,
    type: kind === 'long_text' ? 'textarea' : kind === 'phone' ? 'tel' : 'text',
    value: textOf(body, name),
    hint: field.hint?.[locale] ?? (kind === 'money' ? words.moneyHint[locale] : undefined),
    error: sentence(name),
    optional: field.required === false,
    required: field.required === true,
    autocomplete: autocompleteOf(field, facts),
    inputmode: isNumber ? (limits.decimals ? 'decimal' : 'numeric') : undefined,
    maxlength: kind === 'text' || kind === 'long_text' ? (limits.length ?? most) : undefined,
    width
  })
}

function dateBox(field: Field, name: string, { body, facts, locale, sentence }: Drawing): Html {
  const hint = field.hint?.[locale] ?? words[field.limits?.yearOnly ? 'dateOrYearHint' : 'dateHint'][locale]
  return dateField({
    name,
    label: field.label[locale],
    locale,
    value: { day: textOf(body, `${name}Day`), month: textOf(body, `${name}Month`), year: textOf(body, `${name}Year`) },
    hint,
    error: sentence(name),
    optional: field.required === false,
    birthday: isOwn(field, facts) && (field.prefill ?? '').endsWith('.bornOn'),
    whole: true
  })
}

/** More than these are a list to open, not rows to press. */
const mostRadios = 8

function choiceBox(field: Field, name: string, { body, locale, sentence }: Drawing): Html {
  const options = (field.options ?? []).map(({ value, label }) => ({ value, label: label[locale] }))
  const shared = { name, locale, options, hint: field.hint?.[locale], error: sentence(name) }
  if (field.kind === 'several')
    return choice({
      ...shared,
      legend: legendOf(field, locale),
      several: true,
      checked: listOf(body, name),
      hint: shared.hint ?? words.severalHint[locale]
    })
  if (options.length <= mostRadios) return choice({ ...shared, legend: legendOf(field, locale), checked: textOf(body, name) })
  const optional = field.required === false
  return textField({
    ...shared,
    label: field.label[locale],
    type: 'select',
    empty: words.none[locale],
    value: textOf(body, name),
    optional
  })
}

function yesNoBox(field: Field, name: string, { body, locale, sentence }: Drawing): Html {
  const options = (['yes', 'no'] as const).map((value) => ({ value, label: words[value][locale] }))
  return choice({
    name,
    legend: legendOf(field, locale),
    locale,
    options,
    checked: textOf(body, name),
    hint: field.hint?.[locale],
    error: sentence(name),
    inline: true
  })
}

function fieldBox(field: Field, name: string, drawing: Drawing): Html {
  switch (field.kind) {
    case 'date':
      return dateBox(field, name, drawing)
    case 'choice':
    case 'several':
      return choiceBox(field, name, drawing)
    case 'yes_no':
      return yesNoBox(field, name, drawing)
    case 'person':
      return personParts(field, name, drawing)
    case 'organisation':
      return organisationParts(field, name, drawing)
    case 'address':
      return addressParts(field, name, drawing)
    case 'group':
      return groupBox(field, name, drawing)
    default:
      return oneBox(field, name, drawing)
  }
}

function rowBox(group: Field, i: number, row: Answers, drawing: Drawing): Html {
  const { locale } = drawing
  const sisters = group.fields ?? []
  const visible = shownInRow(group, row, drawing.visible, drawing.facts).row
  const inside = sisters.map((field) => conditional(field, drawing, { prefix: `${group.id}.${i}.`, sisters, row: visible }))
  const said = { label: group.label[locale], n: i + 1 }
  const remove = html`<button class="btn quiet" name="remove.${group.id}" value="${i}">${fill(words.removeRow[locale], said)}</button>`
  return grouped({
    id: `${group.id}.${i}`,
    legend: fill(words.row[locale], said),
    locale,
    inside: html`${inside}<div>${remove}</div>`
  })
}

function groupBox(field: Field, name: string, drawing: Drawing): Html {
  const { locale, answers, sentence } = drawing
  const held = answers[field.id]
  const rows = rowsDrawn(field, Array.isArray(held) ? (held.filter(isRecord) as Answers[]) : [])
  const add =
    rows.length < (field.limits?.max ?? mostRows) &&
    html`<div><button class="btn plain" name="add.${field.id}" value="1">${fill(words.addRow[locale], { label: field.label[locale] })}</button></div>`
  return grouped({
    id: name,
    legend: legendOf(field, locale),
    hint: field.hint?.[locale],
    error: sentence(name),
    locale,
    inside: html`${rows.map((row, i) => rowBox(field, i, row, drawing))}${add}`
  })
}

/** A field with the condition it is shown under; what can still change on this page is in the page, hidden. */
function conditional(field: Field, drawing: Drawing, scope: Scope): Html {
  const { visible, facts, box } = drawing
  const name = `${scope.prefix}${field.id}`
  if (!field.shownWhen) return fieldBox(field, name, drawing)
  const isSister = (id: string) => scope.sisters.some((sister) => sister.id === id)
  const htmlName = (path: string) => (scope.prefix && isSister(path.split('.')[0]!) ? `${scope.prefix}${path}` : box(path))
  const rest = restOf(field.shownWhen, htmlName, (condition) => holds(condition, visible, facts, scope.row))
  if (rest === false) return html``
  if (rest === true) return fieldBox(field, name, drawing)
  const isShown = holds(field.shownWhen, visible, facts, scope.row)
  const mark = !isShown && html`<input type="hidden" name="${unseenMark}" value="${name}">`
  return html`<div data-shown-when="${JSON.stringify(rest)}"${isShown ? '' : html` hidden`}>${mark}${fieldBox(field, name, drawing)}</div>`
}

/** The fields of a page that can be on it at all, whatever is answered on it. */
function drawnOn({ fields }: FormPage, visible: Answers, facts: FormFacts): Set<string> {
  const drawn = new Set<string>()
  for (const { id, shownWhen } of fields)
    if (!shownWhen || restOf(shownWhen, asBox(fields, drawn), (condition) => holds(condition, visible, facts)) !== false) drawn.add(id)
  return drawn
}

/** The boxes on the page that a condition speaks of. Rows come and go with the server, so what depends on their number is decided there. */
function asBox(fields: readonly Field[], drawn: ReadonlySet<string>) {
  const isBox = (id: string) => drawn.has(id) && fields.some((field) => field.id === id && field.kind !== 'group')
  return (path: string): string | undefined => (isBox(path.split('.')[0]!) ? path : undefined)
}

/** Whether a rule of the page says that a part of a field may not be left empty. */
const isDemanded = ({ rules = [] }: FormPage, name: string): boolean =>
  rules.some(({ at, wrongWhen }) => at === name && wrongWhen.is === 'not' && wrongWhen.of.is === 'filled' && wrongWhen.of.field === name)

/** Enter in a box presses the first button of a form; without this one that would be the button that removes a row. */
const firstButton = html`<button class="vh" name="after" value="next" tabindex="-1" aria-hidden="true"></button>`

/** All fields of one page, for the inside of its form. */
export function formFields(form: Form, page: FormPage, options: FieldsOptions): Html {
  const { answers, facts, locale } = options
  const said = saidErrors(form, options.errors, answers, facts)
  const visible = shownOf(form, answers, facts).answers
  const drawn = drawnOn(page, visible, facts)
  const body = bodyOf(page, answers)
  const drawing: Drawing = {
    ...options,
    box: asBox(page.fields, drawn),
    body,
    visible,
    sentence: (name) => said[name]?.sentence[locale],
    isDemanded: (name) => isDemanded(page, name)
  }
  const fields = page.fields.map((field) => conditional(field, drawing, { prefix: '', sisters: [] }))
  const hasRows = page.fields.some(({ kind }) => kind === 'group')
  return html`${hasRows && firstButton}<input type="hidden" name="${drawnMark}" value="${[...drawn].join(' ')}">${fields}`
}
