// A form as JSON Schema 2020-12, for programs that fill it in: the same fields, limits and simple conditions. What it cannot say is checked on arrival. Pure.
import { longest, mostMoney, mostRows } from './check-answer.ts'
import { isDue } from './checking.ts'
import type { Answer, Answers, Condition, Field, FieldKind, Form } from './definition.ts'
import { shownOf } from './visible.ts'
import { partWords } from './words.ts'

export type JsonSchema = { readonly [name: string]: unknown }

const day = '^(19|20)\\d{2}-\\d{2}-\\d{2}$'
const dayOrYear = '^(19|20)\\d{2}(-\\d{2}-\\d{2})?$'
/** Something besides spaces. */
const written = '\\S'

const text = (maxLength: number): JsonSchema => ({ type: 'string', pattern: written, maxLength })

const partSchemas: Record<string, JsonSchema> = {
  identityNumber: { type: 'string', pattern: '^0\\d{11}$' },
  bornOn: { type: 'string', pattern: dayOrYear },
  taxCode: { type: 'string', pattern: '^(\\d{10}(-\\d{3})?|0\\d{11})$' }
}

function object(kind: 'person' | 'organisation' | 'address', required: readonly string[]): JsonSchema {
  const parts = Object.entries(partWords[kind]).map(([part, { vi }]) => [part, { title: vi, ...(partSchemas[part] ?? text(longest.part)) }])
  const wardCode = kind === 'address' ? { wardCode: { title: 'Mã phường, xã', ...text(longest.part) } } : {}
  return { type: 'object', properties: { ...Object.fromEntries(parts), ...wardCode }, required, additionalProperties: false }
}

function range({ limits = {} }: Field, least?: number, most?: number): JsonSchema {
  const [minimum, maximum] = [limits.min ?? least, limits.max ?? most]
  return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) }
}

const oneOf = ({ options = [] }: Field): JsonSchema => ({ oneOf: options.map(({ value, label }) => ({ const: value, title: label.vi })) })

function rows(field: Field): JsonSchema {
  return {
    type: 'array',
    maxItems: field.limits?.max ?? mostRows,
    minItems: Math.max(field.limits?.min ?? 0, 1),
    items: fieldsSchema(field.fields ?? [])
  }
}

/** The shape of an answer. */
const shapes: Record<FieldKind, (field: Field) => JsonSchema> = {
  text: ({ limits }) => text(limits?.length ?? longest.text),
  long_text: ({ limits }) => text(limits?.length ?? longest.long_text),
  number: (field) => ({ type: field.limits?.decimals ? 'number' : 'integer', ...range(field) }),
  money: (field) => ({ type: 'integer', ...range(field, 0, mostMoney) }),
  date: ({ limits }) => ({ type: 'string', pattern: limits?.yearOnly ? dayOrYear : day }),
  choice: (field) => ({ type: 'string', ...oneOf(field) }),
  several: (field) => ({ type: 'array', items: { type: 'string', ...oneOf(field) }, uniqueItems: true, minItems: 1 }),
  yes_no: () => ({ type: 'boolean' }),
  address: () => object('address', ['line', 'ward', 'province']),
  person: () => object('person', ['name']),
  organisation: () => object('organisation', ['name', 'taxCode']),
  phone: () => ({ type: 'string', maxLength: 20, pattern: '^[0-9+][0-9 .()-]+$' }),
  group: rows
}

const samples: Record<Exclude<FieldKind, 'choice' | 'several' | 'group' | 'number'>, unknown> = {
  text: 'Nguyễn Văn An',
  long_text: 'Nguyễn Văn An',
  money: 1_250_000,
  date: '2026-11-09',
  yes_no: true,
  address: { line: 'Số 5, ngõ 12', ward: 'Phường Máy Tơ', province: 'Thành phố Hải Phòng' },
  person: { name: 'Nguyễn Thị Lan', identityNumber: '031190000001', bornOn: '1990-11-09' },
  organisation: { name: 'Công ty TNHH Sông Cấm', taxCode: '0200000007' },
  phone: '0912480123'
}

function sampleOf(field: Field): unknown {
  const { kind, options = [], limits = {} } = field
  if (kind === 'choice') return options[0]?.value
  if (kind === 'several') return options.slice(0, 1).map(({ value }) => value)
  if (kind === 'number') return Math.min(Math.max(limits.min ?? 1, 1), limits.max ?? 1)
  if (kind === 'group') return Array.from({ length: Math.max(limits.min ?? 1, 1) }, () => rowSample(field))
  if (kind === 'money') return Math.min(Math.max(limits.min ?? 0, samples.money as number), limits.max ?? mostMoney)
  if (kind === 'date' && limits.when === 'future') return '2030-01-15'
  const sample = samples[kind]
  return typeof sample === 'string' && limits.length ? sample.slice(0, limits.length) : sample
}

const rowSample = ({ fields = [] }: Field): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ required, shownWhen }) => required === true && !shownWhen).map((field) => [field.id, sampleOf(field)])
  )

const fieldSchema = (field: Field): JsonSchema => ({
  title: field.label.vi,
  ...(field.hint && { description: field.hint.vi }),
  ...shapes[field.kind](field),
  examples: [sampleOf(field)]
})

type Kinds = ReadonlyMap<string, Field>

/** The claim that an answer, or a part of one, is there and fits. */
function at(path: string, inner: JsonSchema): JsonSchema {
  const [id, ...rest] = path.split('.')
  return { type: 'object', properties: { [id!]: rest.length > 0 ? at(rest.join('.'), inner) : inner }, required: [id] }
}

function valueSchema(field: string, value: string | number | boolean, kinds: Kinds): JsonSchema {
  const kind = kinds.get(field)?.kind
  const spelt = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  if (kind === 'several') return { type: 'array', contains: { const: spelt } }
  return { const: kind === 'yes_no' || kind === 'number' || kind === 'money' ? value : spelt }
}

const bounds = { '<': 'exclusiveMaximum', '<=': 'maximum', '>': 'exclusiveMinimum', '>=': 'minimum' } as const

function comparison(condition: Condition & { is: 'compared' }): JsonSchema | undefined {
  const { field, how, value } = condition
  if (condition.of === 'value') return at(field, { type: 'number', [bounds[how]]: value })
  if (condition.of !== 'count') return undefined
  const least = (count: number): JsonSchema => (count <= 0 ? {} : at(field, { type: 'array', minItems: count }))
  if (how === '>' || how === '>=') return least(how === '>' ? Math.floor(value) + 1 : Math.ceil(value))
  return { not: least(how === '<' ? Math.ceil(value) : Math.floor(value) + 1) }
}

/** A condition on the answers as a schema; `undefined` for what the answers alone do not tell (days, facts, fields outside the row). */
function conditionSchema(condition: Condition, kinds: Kinds): JsonSchema | undefined {
  if (condition.is === 'not') {
    const inner = conditionSchema(condition.of, kinds)
    return inner && { not: inner }
  }
  if (condition.is === 'all' || condition.is === 'any') {
    const inner = condition.of.map((one) => conditionSchema(one, kinds))
    return inner.includes(undefined) ? undefined : { [condition.is === 'all' ? 'allOf' : 'anyOf']: inner }
  }
  if (!kinds.has(condition.field.split('.')[0]!)) return undefined
  if (condition.is === 'filled') return at(condition.field, {})
  if (condition.is === 'compared') return comparison(condition)
  if (condition.is === 'equal') return at(condition.field, valueSchema(condition.field, condition.value, kinds))
  if (condition.is === 'not_equal') return { not: at(condition.field, valueSchema(condition.field, condition.value, kinds)) }
  return { anyOf: condition.values.map((value) => at(condition.field, valueSchema(condition.field, value, kinds))) }
}

/** When a field must be answered: always, never, or on these conditions. */
function dueWhen({ required, shownWhen }: Field, pageShownWhen: Condition | undefined): boolean | Condition {
  if (required === false) return false
  const of = [pageShownWhen, shownWhen, required === true ? undefined : required].filter((one) => one !== undefined)
  return of.length === 0 ? true : { is: 'all', of }
}

type Placed = { field: Field; shownWhen?: Condition | undefined }

function objectSchema(placed: readonly Placed[]): JsonSchema {
  const kinds = new Map(placed.map(({ field }) => [field.id, field]))
  const due = placed.map(({ field, shownWhen }) => ({ id: field.id, when: dueWhen(field, shownWhen) }))
  const required = due.filter(({ when }) => when === true).map(({ id }) => id)
  const rules = due.flatMap(({ id, when }) => {
    const condition = typeof when === 'boolean' ? undefined : conditionSchema(when, kinds)
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never awaited
    return condition ? [{ if: condition, then: { required: [id] } }] : []
  })
  return {
    type: 'object',
    properties: Object.fromEntries(placed.map(({ field }) => [field.id, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
    ...(rules.length > 0 && { allOf: rules }),
    additionalProperties: false
  }
}

const fieldsSchema = (fields: readonly Field[]): JsonSchema => objectSchema(fields.map((field) => ({ field })))

const somebody = { name: 'Nguyễn Thị Lan', phone: '0912480123' }

/** The shortest filing that answers everything that is asked. */
function exampleOf(form: Form, today: Temporal.PlainDate): Answers {
  const facts = { whom: 'self', filer: somebody, applicant: somebody, today } as const
  const answers: Record<string, Answer | undefined> = {}
  for (const field of form.pages.flatMap(({ fields }) => fields)) {
    const shown = shownOf(form, { ...answers, [field.id]: sampleOf(field) as Answer }, facts)
    const isAsked = shown.pages.some(({ fields }) => fields.includes(field))
    if (isAsked && isDue(field.required, shown.answers, facts)) answers[field.id] = sampleOf(field) as Answer
  }
  return answers
}

/**
 * What `answers` of a filing must look like. It refuses nothing the house accepts; days that must lie behind, check digits and
 * rules between answers are checked on arrival.
 */
export function schemaOf(form: Form, today: Temporal.PlainDate): JsonSchema {
  const placed = form.pages.flatMap(({ fields, shownWhen }) => fields.map((field) => ({ field, shownWhen })))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.title.vi,
    description: form.source,
    ...objectSchema(placed),
    examples: [exampleOf(form, today)]
  }
}
