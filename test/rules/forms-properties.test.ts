// Forms under random answers: conditions against a slow reading of the law, pruning, reading what was drawn, and the JSON Schema against the checks.
import { isDeepStrictEqual } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import t from 'tap'
import { checkForm, papersNeeded, shownPages, visibleAnswers } from '../../src/forms/checking.ts'
import { holds } from '../../src/forms/condition.ts'
import type { Answer, Answers, Condition, Field, Form } from '../../src/forms/definition.ts'
import { schemaOf } from '../../src/forms/json-schema.ts'
import { bodyOf, readPage } from '../../src/forms/reading.ts'
import { aField, aForm, aPage, everyKind, facts, noPlaces, options, today } from '../helpers/forms.ts'

const runs = { numRuns: 300 }

const names = ['sex', 'married', 'copies', 'born_on', 'reasons', 'mother', 'children'] as const
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const dayOrYear = fc.oneof(
  day,
  day.map((text) => text.slice(0, 4))
)
const someAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    sex: fc.constantFrom('male', 'female'),
    married: fc.boolean(),
    copies: fc.integer({ min: -2, max: 5 }),
    born_on: dayOrYear,
    reasons: fc.subarray(['work', 'study', 'yes']),
    mother: fc.record({ name: fc.constantFrom('', 'Mai'), bornOn: dayOrYear }, { requiredKeys: ['name'] }),
    children: fc.array(fc.record({ sex: fc.constantFrom('male', 'female') }), { maxLength: 3 })
  },
  { requiredKeys: [] }
)

const how = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const)
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    is: fc.constant('equal' as const),
    field: fc.constantFrom(...names),
    value: fc.constantFrom('male', 'work', 3, true, false)
  }),
  fc.record({ is: fc.constant('not_equal' as const), field: fc.constantFrom(...names), value: fc.constantFrom('male', 0, true) }),
  fc.record({
    is: fc.constant('one_of' as const),
    field: fc.constantFrom(...names),
    values: fc.subarray(['male', 'study', '2'], { minLength: 1 })
  }),
  fc.record({ is: fc.constant('filled' as const), field: fc.constantFrom(...names, 'mother.bornOn') }),
  fc.record({
    is: fc.constant('compared' as const),
    of: fc.constantFrom('value' as const, 'days_since' as const, 'years_since' as const, 'count' as const),
    field: fc.constantFrom(...names, 'mother.bornOn'),
    how,
    value: fc.integer({ min: -3, max: 80 })
  })
)
const joined = (leaf: fc.Arbitrary<Condition>) =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ is: fc.constant('all' as const), of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ is: fc.constant('any' as const), of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ is: fc.constant('not' as const), of: tie('condition') })
    )
  })).condition
const condition = joined(simple)
/** Without days and ages, which no schema can tell. */
const timeless = joined(simple.filter((one) => one.is !== 'compared' || one.of === 'value' || one.of === 'count'))

/** Years by turning the calendar birthday by birthday, days by day. */
function slowSince(held: unknown, unit: 'days' | 'years'): number | undefined {
  if (typeof held !== 'string') return undefined
  const from = Temporal.PlainDate.from(held.length === 4 ? `${held}-12-31` : held)
  const isAhead = Temporal.PlainDate.compare(from, today) > 0
  if (unit === 'days') return Math.round((Date.parse(today.toString()) - Date.parse(from.toString())) / 86_400_000)
  const step = isAhead ? -1 : 1
  const isPast = (years: number) => step * Temporal.PlainDate.compare(from.add({ years }), today) > 0
  let years = 0
  while (!isPast(years + step)) years += step
  return years
}

/** The oracle knows the fields one by one and asks no helper of the house. */
function slow(one: Condition, answers: Answers): boolean {
  switch (one.is) {
    case 'all':
      return !one.of.some((inner) => !slow(inner, answers))
    case 'any':
      return !one.of.every((inner) => !slow(inner, answers))
    case 'not':
      return !slow(one.of, answers)
    case 'not_equal':
      return !slow({ ...one, is: 'equal' }, answers)
    case 'one_of':
      return one.values.map((value): Condition => ({ is: 'equal', field: one.field, value })).some((inner) => slow(inner, answers))
  }
  const [id, part] = one.field.split('.') as [string, string?]
  const answer = answers[id]
  const held = part ? (answer as { [name: string]: unknown } | undefined)?.[part] : answer
  if (one.is === 'filled') {
    if (held === undefined || held === '') return false
    if (id === 'reasons' || id === 'children') return (held as unknown[]).length > 0
    return id !== 'mother' || part !== undefined || (held as { name: string; bornOn?: string }).name !== '' || 'bornOn' in (held as object)
  }
  if (one.is === 'equal') {
    if (id === 'reasons') return ((held ?? []) as string[]).indexOf(one.value === true ? 'yes' : String(one.value)) >= 0
    return (
      typeof held !== 'object' && held !== undefined && (held === one.value || (typeof one.value === 'number' && held === `${one.value}`))
    )
  }
  const left =
    one.of === 'count'
      ? Array.isArray(held)
        ? held.length
        : 0
      : one.of === 'value'
        ? typeof held === 'number'
          ? held
          : undefined
        : slowSince(/born/i.test(one.field) ? held : undefined, one.of === 'days_since' ? 'days' : 'years')
  if (left === undefined) return false
  return { '<': left < one.value, '<=': left <= one.value, '>': left > one.value, '>=': left >= one.value }[one.how]
}

t.test('a condition is what a slow reader makes of it', async () => {
  const isAlike = (one: Condition, answers: Answers) => holds(one, answers, facts) === slow(one, answers)
  fc.assert(fc.property(condition, someAnswers, isAlike), { numRuns: 1500 })
})

const field = (id: string, kind: Field['kind'], more: Partial<Field> = {}) => aField(id, { kind, ...more })
const reasons = ['work', 'study', 'yes'].map((value) => ({ value, label: { vi: value, en: value } }))
const pool: readonly Field[] = [
  field('sex', 'choice', { options }),
  field('married', 'yes_no'),
  field('copies', 'number', { limits: { min: 0, max: 4 } }),
  field('born_on', 'date', { limits: { yearOnly: true } }),
  field('reasons', 'several', { options: reasons }),
  field('mother', 'person'),
  field('children', 'group', { limits: { max: 2 }, fields: [field('child_sex', 'choice', { options, required: true })] })
]

const knows = (one: Condition, ids: ReadonlySet<string>): boolean => {
  if (one.is === 'all' || one.is === 'any') return one.of.every((inner) => knows(inner, ids))
  return one.is === 'not' ? knows(one.of, ids) : ids.has(one.field.split('.')[0]!)
}

/** All fields in some order, each hanging on those before it, in one page or two. */
const someForm = (from: fc.Arbitrary<Condition>): fc.Arbitrary<Form> =>
  fc
    .record({
      fields: fc.shuffledSubarray([...pool], { minLength: pool.length }),
      shown: fc.array(fc.option(from), { minLength: 8, maxLength: 8 }),
      required: fc.array(fc.oneof(fc.boolean(), from), { minLength: 8, maxLength: 8 }),
      cut: fc.nat(6)
    })
    .map(({ fields, shown, required, cut }) => {
      // The keeper of the data is refused a condition on what stands below (forms-file).
      const shownWhen = (i: number, at = i) => {
        const above = new Set(fields.slice(0, at).map(({ id }) => id))
        return shown[i] && knows(shown[i], above) ? { shownWhen: shown[i] } : {}
      }
      const hung = fields.map((one, i) => ({ ...one, required: required[i]!, ...shownWhen(i) }))
      const pages = [aPage('mot', hung.slice(0, cut)), aPage('hai', hung.slice(cut), shownWhen(7, cut))]
      return aForm(pages, { papers: [{ number: 2, required: required[7]!, ...(shown[6] && { shownWhen: shown[6] }) }] })
    })

const alike = (one: unknown, other: unknown) => isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))

/** What programs may send: right answers, and wrong ones. */
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    sex: fc.constantFrom<Answer>('male', 'female', 'other', 7),
    married: fc.constantFrom<Answer>(true, false, 'yes'),
    copies: fc.constantFrom<Answer>(-1, 0, 3, 5, 1.5, '3'),
    born_on: fc.oneof(dayOrYear, fc.constantFrom<Answer>('hôm qua', '')),
    reasons: fc.constantFrom<Answer>(['work'], ['work', 'yes'], ['work', 'work'], ['leave'], []),
    mother: fc.constantFrom<Answer>(
      { name: 'Mai' },
      { name: '' },
      { name: 'Mai', identityNumber: '031190000001' },
      { name: 'Mai', identityNumber: '12' }
    ),
    children: fc.constantFrom<Answer>(
      [{ child_sex: 'male' }],
      [{}],
      [{ child_sex: 'male' }, { child_sex: 'none' }],
      [{ child_sex: 'male', age: 3 }]
    )
  },
  { requiredKeys: [] }
)

/** Every field answered rightly, whether it is asked or not. */
const rightAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    sex: fc.constantFrom('male', 'female'),
    married: fc.boolean(),
    copies: fc.integer({ min: 0, max: 4 }),
    born_on: dayOrYear,
    reasons: fc.subarray(['work', 'study', 'yes'], { minLength: 1 }),
    mother: fc.constant({ name: 'Mai' }),
    children: fc.constant([{ child_sex: 'male' }])
  },
  { noNullPrototype: true }
)

t.test('pruning twice changes nothing, and what is pruned changes nothing else', async () => {
  const papers = [
    { number: 1, required: true },
    { number: 2, required: false }
  ]
  const check = (form: Form, answers: Answers) => {
    const once = visibleAnswers(form, answers, facts)
    return (
      alike(visibleAnswers(form, once, facts), once) &&
      alike(shownPages(form, once, facts), shownPages(form, answers, facts)) &&
      alike(papersNeeded(form, papers, once, facts), papersNeeded(form, papers, answers, facts))
    )
  }
  fc.assert(fc.property(someForm(condition), anyAnswers, check), runs)
})

const ajv = new Ajv2020({ strict: false })
const isValid = (form: Form, answers: Answers) => ajv.compile({ ...schemaOf(form, today) })(answers)
const isRight = (form: Form, answers: Answers) => Object.keys(checkForm(form, answers, facts)).length === 0

t.test('the JSON Schema refuses nothing that is accepted', async () => {
  const check = (form: Form, given: Answers) => {
    const answers = visibleAnswers(form, given, facts)
    return !isRight(form, answers) || isValid(form, answers)
  }
  fc.assert(fc.property(someForm(condition), anyAnswers, check), { numRuns: 100 })
})

t.test('where no day and no age is asked, schema and checks agree on everything', async (t) => {
  let right = 0
  const check = (form: Form, given: Answers) => {
    const answers = visibleAnswers(form, given, facts)
    if (isRight(form, answers)) right++
    return isRight(form, answers) === isValid(form, answers)
  }
  fc.assert(fc.property(someForm(timeless), fc.oneof(anyAnswers, rightAnswers), check), { numRuns: 150 })
  t.ok(right > 0 && right < 150, `right and wrong ones were among them: ${right} of 150 right`)
})

const text = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((typed) => typed.normalize('NFC').replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim() || 'a')
const kept: fc.Arbitrary<Answers> = fc.record(
  {
    name: text,
    story: text,
    copies: fc.integer({ min: 1, max: 20 }),
    area: fc.integer({ min: 1, max: 99_999 }).map((tenths) => tenths / 10),
    price: fc.integer({ min: 0, max: 2_000_000_000 }),
    born_on: dayOrYear,
    sex: fc.constantFrom('male', 'female'),
    helped_by: fc.subarray(['male', 'female'], { minLength: 1 }),
    married: fc.boolean(),
    home: fc.record({ line: text, ward: text, province: text }),
    mother: fc.record({ name: text, identityNumber: fc.constant('031190000001'), bornOn: dayOrYear }, { requiredKeys: ['name'] }),
    shop: fc.record({ name: text, taxCode: fc.constant('0200000007') }),
    phone: fc.constant('0912480123'),
    children: fc.array(fc.record({ child: text, child_born_on: day }, { requiredKeys: ['child'] }), { minLength: 1, maxLength: 3 })
  },
  { requiredKeys: [] }
)

t.test('what is drawn into the boxes of a page reads back as the same answers', async () => {
  const page = aPage('moi-thu', everyKind)
  const form = aForm([page])
  const check = (answers: Answers) => {
    const read = readPage(form, page, bodyOf(page, answers), { answers: {}, facts, places: noPlaces })
    return alike(read.answers, answers)
  }
  fc.assert(fc.property(kept, check), runs)
})

t.test('whatever a program sends, checking names what is wrong and never breaks', async () => {
  const form = aForm([aPage('moi-thu', everyKind)])
  const ids = everyKind.map(({ id }) => id)
  const anything = fc.dictionary(fc.constantFrom(...ids, 'stranger'), fc.jsonValue() as fc.Arbitrary<Answer>)
  const check = (answers: Answers) => {
    const errors = checkForm(form, answers, facts)
    return !('stranger' in answers) || errors['stranger'] === 'UNKNOWN_FIELD'
  }
  fc.assert(fc.property(anything, check), runs)
})
