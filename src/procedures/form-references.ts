// Whether everything a form's conditions, prefills and subject name is there, of the right kind and above. Pure.
import type { Condition, Field, FieldKind, Form } from '../forms/definition.ts'

/** Hands a sentence to the line that is wrong; `id` is that of a page or a field, `''` the form itself. */
type Bad = (sentence: string) => void

const partsOf: Partial<Record<FieldKind, readonly string[]>> = {
  person: ['name', 'identityNumber', 'bornOn', 'nationality'],
  organisation: ['name', 'taxCode', 'address'],
  address: ['line', 'ward', 'province', 'wardCode']
}
const partyParts = ['name', 'identityNumber', 'taxCode', 'bornOn', 'phone', 'email', 'address']

/** What a name stands for: the kind of a field, `text` for a plain part, `date` for a day, `whom` for the fact. */
type Meaning = { kind: FieldKind | 'whom'; options?: readonly string[] | undefined }

function meaningOfFact(name: string): Meaning | undefined {
  if (name === 'whom') return { kind: 'whom', options: ['self', 'other', 'organisation'] }
  if (name === 'today') return { kind: 'date' }
  const [party, part, ...rest] = name.split('.')
  if (rest.length > 0 || !['filer', 'applicant'].includes(party!) || !partyParts.includes(part ?? '')) return undefined
  return { kind: part === 'bornOn' ? 'date' : 'text' }
}

function meaningOf(name: string, fields: ReadonlyMap<string, Field>): Meaning | undefined {
  if (name.startsWith('@')) return meaningOfFact(name.slice(1))
  const [id, part, ...rest] = name.split('.')
  const field = fields.get(id!)
  if (!field || rest.length > 0) return undefined
  if (part === undefined) return { kind: field.kind, options: field.options?.map(({ value }) => value) }
  return partsOf[field.kind]?.includes(part) ? { kind: part === 'bornOn' ? 'date' : 'text' } : undefined
}

const plainKinds = ['text', 'choice', 'several', 'yes_no', 'number', 'money', 'whom', 'phone']

function checkValue(field: string, { kind, options }: Meaning, value: string | number | boolean, bad: Bad) {
  const spelt = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  if (!plainKinds.includes(kind)) bad(`không so sánh "${field}" với một giá trị được`)
  else if (kind === 'yes_no' && typeof value !== 'boolean') bad(`"${field}" chỉ so với yes hoặc no`)
  else if ((kind === 'number' || kind === 'money') && typeof value !== 'number') bad(`"${field}" chỉ so với một số`)
  else if (options && !options.includes(spelt)) bad(`"${field}" không có lựa chọn "${spelt}"`)
}

const measurable: Record<string, readonly string[]> = {
  value: ['number', 'money'],
  count: ['group', 'several'],
  days_since: ['date'],
  years_since: ['date']
}

function checkCondition(condition: Condition, known: ReadonlyMap<string, Field>, bad: Bad): void {
  if (condition.is === 'all' || condition.is === 'any') for (const one of condition.of) checkCondition(one, known, bad)
  else if (condition.is === 'not') checkCondition(condition.of, known, bad)
  else {
    const meaning = meaningOf(condition.field, known)
    if (!meaning) bad(`điều kiện nhắc "${condition.field}", ở trên không có ô ấy`)
    else if (condition.is === 'equal' || condition.is === 'not_equal') checkValue(condition.field, meaning, condition.value, bad)
    else if (condition.is === 'one_of') for (const value of condition.values) checkValue(condition.field, meaning, value, bad)
    else if (condition.is === 'compared' && !measurable[condition.of]!.includes(meaning.kind))
      bad(`không so sánh lớn nhỏ "${condition.field}" như thế được`)
  }
}

const fits: Partial<Record<FieldKind, readonly FieldKind[]>> = {
  text: ['text', 'choice', 'phone', 'long_text'],
  long_text: ['text', 'long_text'],
  address: ['address', 'text'],
  phone: ['phone', 'text']
}

function checkPrefill({ kind, prefill = '' }: Field, known: ReadonlyMap<string, Field>, bad: Bad): void {
  if (prefill === '') return
  if (prefill === 'applicant' || prefill === 'filer') {
    if (kind !== 'person' && kind !== 'organisation') bad(`"${prefill}" chỉ điền sẵn ô person hoặc organisation`)
    return
  }
  const meaning = prefill.startsWith('=') ? meaningOf(prefill.slice(1), known) : meaningOfFact(prefill)
  if (!meaning) bad(`cột "prefill" nhắc "${prefill}", ở trên không có`)
  else if (!(fits[kind] ?? [kind]).includes(meaning.kind as FieldKind)) bad(`"${prefill}" không điền được vào ô ${kind}`)
}

/** A condition to show may name what stands above; a condition to require, a rule, a paper or a fee may name anything. */
export function checkReferences(form: Form, badAt: (id: string) => Bad): void {
  const above = new Map<string, Field>()
  const all = new Map(form.pages.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const)))
  for (const page of form.pages) {
    if (page.shownWhen) checkCondition(page.shownWhen, above, badAt(page.id))
    for (const field of page.fields) {
      checkField(field, { above, all, bad: badAt(field.id) })
      above.set(field.id, field)
      const sisters = new Map(above)
      const inRow = new Map([...all, ...(field.fields ?? []).map((one) => [one.id, one] as const)])
      for (const sister of field.fields ?? []) {
        checkField(sister, { above: sisters, all: inRow, bad: badAt(`${field.id}.${sister.id}`) })
        sisters.set(sister.id, sister)
      }
    }
    for (const rule of page.rules ?? []) {
      if (!meaningOf(rule.at, all)) badAt(`rule ${rule.at}`)(`không có ô "${rule.at}"`)
      checkCondition(rule.wrongWhen, all, badAt(`rule ${rule.at}`))
    }
  }
  for (const { number, shownWhen, required } of form.papers) {
    if (shownWhen) checkCondition(shownWhen, all, badAt(`paper ${number}`))
    if (typeof required !== 'boolean') checkCondition(required, all, badAt(`paper ${number}`))
  }
  for (const { name, shownWhen } of form.fees) if (shownWhen) checkCondition(shownWhen, all, badAt(`fee ${name}`))
  for (const [, id] of form.subject.matchAll(/\{(\w+)\}/g)) if (!all.has(id!)) badAt('')(`trích yếu nhắc "{${id}}", tờ khai không có ô ấy`)
}

type Where = { above: ReadonlyMap<string, Field>; all: ReadonlyMap<string, Field>; bad: Bad }

function checkField(field: Field, { above, all, bad }: Where): void {
  if (field.shownWhen) checkCondition(field.shownWhen, above, bad)
  if (typeof field.required !== 'boolean') checkCondition(field.required, all, bad)
  checkPrefill(field, above, bad)
}
