// The data file of a form: what it may say becomes a form, what it may not is named with its line, and its schema fits its own example.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { schemaOf } from '../../src/forms/json-schema.ts'
import { parseCatalogue } from '../../src/procedures/catalogue.ts'
import type { CatalogueError } from '../../src/procedures/catalogue-error.ts'
import { formColumns } from '../../src/procedures/forms-file.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const src = join(import.meta.dirname, '../../src')
const files = ['agencies/catalogue', 'procedures/catalogue'].flatMap((folder) =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => ({ name, text: readFileSync(join(src, folder, name), 'utf8') }))
)
const name = 'forms/1.001193.tsv'

/** A form of birth registration made of these lines; a line is its cells by column. */
type Line = Partial<Record<(typeof formColumns)[number], string>>

function load(...lines: Line[]) {
  const first: Line = { kind: 'form', label: 'Tờ khai', label_en: 'Form', hint: 'Mẫu thử', choices: 'known', prefill: 'Khai sinh' }
  const text = [first, ...lines].map((line) => formColumns.map((column) => line[column] ?? '').join('\t'))
  const file = { name, text: [formColumns.join('\t'), ...text].join('\n') }
  try {
    const { procedures } = parseCatalogue([...files.filter((one) => one.name !== name), file])
    return { form: procedures.find(({ code }) => code === '1.001193')?.form, problems: [] }
  } catch (error) {
    return { form: undefined, problems: (error as CatalogueError).problems.filter((problem) => problem.file === name) }
  }
}

const page = { kind: 'page', id: 'mot', label: 'Trang', label_en: 'Page' }
const field = (kind: string, id: string, more: object = {}) => ({ kind, id, label: 'Ô', label_en: 'Box', required: 'no', ...more })
const sex = field('choice', 'sex', { choices: 'male=Nam|female=Nữ', choices_en: 'Male|Female' })

t.test('lines become pages, fields, rows, rules, papers and fees', async (t) => {
  const { form, problems } = load(
    page,
    sex,
    field('date', 'born_on', { required: 'sex = male', limits: 'min=1900 past year_only' }),
    field('group', 'children', { limits: 'max=3' }),
    field('text', 'children.child', { required: 'yes', shown_when: 'sex = female', limits: 'length=50' }),
    { kind: 'rule', id: 'born_on', label: 'Chưa đủ tuổi', label_en: 'Too young', shown_when: 'years_since(born_on) < 18' },
    { kind: 'paper', id: '2', required: 'filled(born_on)', shown_when: '@whom = other' }
  )
  t.same(problems, [])
  t.match(form, {
    subject: 'Khai sinh',
    pages: [
      {
        fields: [
          { id: 'sex', options: [{ value: 'male', label: { vi: 'Nam', en: 'Male' } }, { value: 'female' }] },
          { id: 'born_on', required: { is: 'equal', value: 'male' }, limits: { min: 1900, when: 'past', yearOnly: true } },
          { id: 'children', fields: [{ id: 'child', limits: { length: 50 }, shownWhen: { is: 'equal' } }] }
        ],
        rules: [{ at: 'born_on', wrongWhen: { is: 'compared', of: 'years_since' } }]
      }
    ],
    papers: [{ number: 2, required: { is: 'filled' } }]
  })
})

t.test('every wrong line is named with what is wrong', async (t) => {
  const table: [Parameters<typeof load>, RegExp][] = [
    [[page, field('text', 'name', { shown_when: 'sex = male' }), sex], /dòng 4|"sex", ở trên không có ô ấy/],
    [[page, sex, field('text', 'name', { shown_when: 'sex = other' })], /không có lựa chọn "other"/],
    [[page, sex, field('text', 'name', { shown_when: 'sex > 3' })], /không so sánh lớn nhỏ "sex"/],
    [[page, sex, field('text', 'name', { shown_when: 'sex =' })], /chờ một giá trị/],
    [[page, sex, sex], /mã ô "sex" đã có/],
    [[page, { ...sex, choices_en: 'Male' }], /2 lựa chọn nhưng 1 tên tiếng Anh/],
    [[page, field('text', 'name', { label_en: '' })], /"label_en" không được để trống/],
    [[page, field('text', 'name', { hint: 'Gợi ý' })], /"hint" và "hint_en" phải cùng có/],
    [[page, field('text', 'name', { limits: 'longest=3' })], /không hiểu "longest=3"/],
    [[page, field('text', 'name', { prefill: 'neighbour.name' })], /"neighbour.name", ở trên không có/],
    [[page, field('number', 'age', { prefill: 'applicant.name' })], /không điền được vào ô number/],
    [[page, field('text', 'Name')], /chỉ gồm chữ thường/],
    [[page, field('text', 'rows.name')], /nhóm "rows" phải đứng ở trên/],
    [[page, field('text', 'after')], /mã ô "after"/],
    [[field('text', 'name')], /phải đứng dưới một dòng page/],
    [[page, page, field('text', 'name')], /trang "mot" đã có/],
    [[page, sex, { kind: 'paper', id: '98', required: 'yes' }], /không có giấy tờ số 98/],
    [[page, sex, { kind: 'fee', label: 'Phí chợ' }], /không có khoản phí "Phí chợ"/],
    [
      [page, sex, { kind: 'rule', id: 'age', label: 'Sai', label_en: 'Wrong', shown_when: 'sex = male' }],
      /ô "age" không có trên trang này/
    ],
    [[page, sex, { kind: 'table', id: 'x' }], /cột "kind" ghi "table"/]
  ]
  for (const [lines, sentence] of table) {
    const { problems } = load(...lines)
    t.ok(
      problems.some((problem) => sentence.test(problem.sentence)),
      `${sentence}: ${JSON.stringify(problems)}`
    )
    t.ok(
      problems.every(({ line }) => line > 1),
      'with its line'
    )
  }
})

t.test('a form without a procedure, or without its first line, is not loaded', async (t) => {
  const stray = (text: string, as: string) => t.throws(() => parseCatalogue([...files, { name: as, text }]), { message: /forms\// }, as)
  stray(files.find((file) => file.name === name)!.text, 'forms/9.999999.tsv')
  t.throws(() => parseCatalogue([...files.filter((file) => file.name !== name), { name, text: formColumns.join('\t') }]), {
    message: /dòng đầu phải là form/
  })
})

t.test('the schema of every form of the city takes its own example and its filled sample', async (t) => {
  const ajv = new Ajv2020({ strict: false })
  for (const { code, form } of parseCatalogue(files).procedures) {
    if (!form) continue
    const schema = schemaOf(form, today)
    const sample = JSON.parse(readFileSync(join(src, 'procedures/samples', `${code}.json`), 'utf8'))
    const validate = ajv.compile({ ...schema })
    t.ok(validate((schema['examples'] as unknown[])[0]), `${code}: ${JSON.stringify(validate.errors)}`)
    t.notOk(validate({ ...sample.answers, stranger: 1 }), `${code} has no such field`)
    t.ok(validate(sample.answers), `${code}: ${JSON.stringify(validate.errors)}`)
  }
})
