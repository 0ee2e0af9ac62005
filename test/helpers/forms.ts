// Forms and facts for the tests of forms: one that has every kind of field, and the people who fill it in.
import type { Field, Form, FormFacts, FormPage } from '../../src/forms/definition.ts'

export const today = Temporal.PlainDate.from('2026-11-23')

const lan = { name: 'Nguyễn Thị Lan', identityNumber: '031190000001', bornOn: '1990-05-17', phone: '0912480123', address: 'Số 5, ngõ 12' }
export const facts: FormFacts = { whom: 'self', filer: lan, applicant: lan, today }

export const said = (text: string) => ({ vi: text, en: `${text} (en)` })

export const aField = (id: string, more: Partial<Field> = {}): Field => ({
  id,
  kind: 'text',
  label: said(`Ô ${id}`),
  required: false,
  ...more
})
export const aPage = (id: string, fields: readonly Field[], more: Partial<FormPage> = {}): FormPage => ({
  id,
  title: said(`Trang ${id}`),
  fields,
  ...more
})
export const aForm = (pages: readonly FormPage[], more: Partial<Form> = {}): Form => ({
  ...{ title: said('Tờ khai'), source: 'Thông tư thử', certainty: 'known', subject: 'Việc của {name}' },
  ...{ pages, papers: [], fees: [] },
  ...more
})

export const options = [
  { value: 'male', label: { vi: 'Nam', en: 'Male' } },
  { value: 'female', label: { vi: 'Nữ', en: 'Female' } }
]

/** One page with every kind of field. */
export const everyKind: readonly Field[] = [
  aField('name', { required: true }),
  aField('story', { kind: 'long_text' }),
  aField('copies', { kind: 'number', limits: { min: 1, max: 20 } }),
  aField('area', { kind: 'number', limits: { decimals: 1 } }),
  aField('price', { kind: 'money' }),
  aField('born_on', { kind: 'date', limits: { when: 'past', yearOnly: true } }),
  aField('sex', { kind: 'choice', options }),
  aField('helped_by', { kind: 'several', options }),
  aField('married', { kind: 'yes_no' }),
  aField('home', { kind: 'address' }),
  aField('mother', { kind: 'person' }),
  aField('shop', { kind: 'organisation' }),
  aField('phone', { kind: 'phone' }),
  aField('children', {
    kind: 'group',
    label: said('Con'),
    limits: { max: 3 },
    fields: [
      aField('child', { required: true, label: said('Họ và tên') }),
      aField('child_born_on', { kind: 'date' }),
      aField('school', { shownWhen: { is: 'compared', of: 'years_since', field: 'child_born_on', how: '>=', value: 6 } })
    ]
  })
]

export const noPlaces = { matchWard: () => undefined }
