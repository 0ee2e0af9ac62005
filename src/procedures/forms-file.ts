// Reads one procedure's form out of its data file: pages of fields, papers and fees by the answers. Every wrong line is named. Pure.
import { ConditionError, parseCondition } from '../forms/condition.ts'
import {
  type Condition,
  type Field,
  type FieldKind,
  type Form,
  type FormPage,
  type FormRule,
  fieldKinds,
  type Limits,
  type Option
} from '../forms/definition.ts'
import type { Words } from '../kernel/locale.ts'
import { type DataFile, type DataRow, type Problem, readDataFile } from './data-files.ts'
import { checkReferences } from './form-references.ts'
import { certainties } from './rules.ts'

export const formColumns = [
  ...['kind', 'id', 'label', 'label_en', 'hint', 'hint_en', 'choices', 'choices_en'],
  ...['required', 'shown_when', 'prefill', 'limits']
] as const

/** What the form's procedure has: its papers by number, its fees by name. */
type Owner = { documents: readonly { number: number }[]; fees: readonly { name: string }[] }

type Building = Omit<Form, 'pages' | 'papers' | 'fees'> & {
  pages: (Omit<FormPage, 'fields' | 'rules'> & { fields: (Field & { fields?: Field[] })[]; rules: FormRule[] })[]
  papers: Form['papers'][number][]
  fees: Form['fees'][number][]
}
type Reading = { form: Building; fields: Map<string, Known>; owner: Owner }
/** A field that stands above, with the group it is in. */
type Known = { field: Field; group?: string | undefined }

const words = (row: DataRow, column: string): Words => ({ vi: row.text(column), en: row.text(`${column}_en`) })

function optionalWords(row: DataRow, column: string): Words | undefined {
  const [vi, en] = [row.optional(column), row.optional(`${column}_en`)]
  if ((vi === null) !== (en === null)) row.bad(`cột "${column}" và "${column}_en" phải cùng có hoặc cùng trống`)
  return vi === null || en === null ? undefined : { vi, en }
}

/** Only these columns may hold something in a row of this kind. */
function onlyColumns(row: DataRow, columns: readonly string[]) {
  for (const column of formColumns)
    if (column !== 'kind' && !columns.includes(column) && row.optional(column) !== null) row.bad(`dòng loại này không dùng cột "${column}"`)
}

function readCondition(row: DataRow, column: string, text: string): Condition | undefined {
  try {
    return parseCondition(text)
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error
    row.bad(`cột "${column}": ${error.message}`)
    return undefined
  }
}

function conditionAt(row: DataRow, column: string): Condition | undefined {
  const text = row.optional(column)
  return text === null ? undefined : readCondition(row, column, text)
}

function requiredAt(row: DataRow): boolean | Condition {
  const text = row.text('required')
  if (text === 'yes' || text === 'no') return text === 'yes'
  return readCondition(row, 'required', text) ?? false
}

const whole = /^\d+$/
const number = /^-?\d+(\.\d+)?$/

/** `min=0 max=20 length=100 decimals=1 past future year_only`. */
function limitsAt(row: DataRow): Limits | undefined {
  const limits: Limits = {}
  for (const word of (row.optional('limits') ?? '').split(/\s+/).filter(Boolean)) {
    const [name, value = ''] = word.split('=')
    if (word === 'past' || word === 'future') limits.when = word
    else if (word === 'year_only') limits.yearOnly = true
    else if ((name === 'min' || name === 'max') && number.test(value)) limits[name] = Number(value)
    else if ((name === 'length' || name === 'decimals') && whole.test(value)) limits[name] = Number(value)
    else row.bad(`cột "limits": không hiểu "${word}"`)
  }
  return Object.keys(limits).length > 0 ? limits : undefined
}

/** `male=Nam|female=Nữ` with `Male|Female`. */
function optionsAt(row: DataRow): Option[] {
  const pairs = row.text('choices').split('|')
  const english = row.text('choices_en').split('|')
  if (pairs.length !== english.length) row.bad(`có ${pairs.length} lựa chọn nhưng ${english.length} tên tiếng Anh`)
  const options = pairs.map((pair, i) => {
    const [, value = '', vi = ''] = /^\s*([a-z0-9_]+)=(.+)$/.exec(pair) ?? []
    if (!value) row.bad(`lựa chọn "${pair}" phải viết: ma=Tên`)
    return { value, label: { vi: vi.trim(), en: (english[i] ?? '').trim() } }
  })
  if (new Set(options.map(({ value }) => value)).size < options.length) row.bad('một mã lựa chọn ghi hai lần')
  if (options.length < 2) row.bad('phải có ít nhất hai lựa chọn')
  return options
}

const without = <T extends object>(parts: T): T => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T

function readFormRow(row: DataRow): Building {
  onlyColumns(row, ['label', 'label_en', 'hint', 'choices', 'required', 'prefill'])
  const paper = row.optional('required')
  return without<Building>({
    title: words(row, 'label'),
    source: row.text('hint'),
    certainty: row.oneOf('choices', certainties),
    paper: paper === null ? undefined : row.whole('required', { from: 1, to: 99 }),
    subject: row.text('prefill'),
    pages: [],
    papers: [],
    fees: []
  })
}

function addPage({ form }: Reading, row: DataRow) {
  onlyColumns(row, ['id', 'label', 'label_en', 'hint', 'hint_en', 'shown_when'])
  const id = row.text('id')
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id)) row.bad(`mã trang "${id}" chỉ gồm chữ thường không dấu và gạch nối`)
  if (form.pages.some((page) => page.id === id)) row.bad(`trang "${id}" đã có ở một dòng trên`)
  form.pages.push(
    without({
      id,
      title: words(row, 'label'),
      hint: optionalWords(row, 'hint'),
      shownWhen: conditionAt(row, 'shown_when'),
      fields: [],
      rules: []
    })
  )
}

/** Names of the page's own boxes and buttons. */
const reserved = new Set(['after', 've', 'add', 'remove'])

function addField(reading: Reading, row: DataRow, kind: FieldKind) {
  const { form, fields } = reading
  const path = row.text('id').split('.')
  const id = path.at(-1)!
  const page = form.pages.at(-1)
  if (!page) return row.bad('ô phải đứng dưới một dòng page')
  if (path.length > 2 || path.some((part) => !/^[a-z][a-z0-9_]*$/.test(part)) || reserved.has(path.join('.')))
    row.bad(`mã ô "${path.join('.')}" chỉ gồm chữ thường không dấu, số và gạch dưới`)
  if (fields.has(id)) row.bad(`mã ô "${id}" đã có ở một dòng trên`)
  const hasOptions = kind === 'choice' || kind === 'several'
  onlyColumns(row, [
    ...['id', 'label', 'label_en', 'hint', 'hint_en', 'required', 'shown_when', 'limits'],
    ...(hasOptions ? ['choices', 'choices_en'] : []),
    ...(kind === 'group' ? [] : ['prefill'])
  ])
  const field: Field & { fields?: Field[] } = without({
    id,
    kind,
    label: words(row, 'label'),
    hint: optionalWords(row, 'hint'),
    options: hasOptions ? optionsAt(row) : undefined,
    required: requiredAt(row),
    shownWhen: conditionAt(row, 'shown_when'),
    prefill: row.optional('prefill') ?? undefined,
    limits: limitsAt(row),
    fields: kind === 'group' ? [] : undefined
  })
  if (path.length === 1) page.fields.push(field)
  else {
    const group = page.fields.find((one) => one.id === path[0] && one.kind === 'group')
    if (!group) row.bad(`nhóm "${path[0]}" phải đứng ở trên, cùng trang`)
    if (kind === 'group') row.bad('trong nhóm không có nhóm khác')
    if (field.prefill) row.bad('ô trong nhóm không điền sẵn')
    group?.fields?.push(field)
  }
  fields.set(id, { field, group: path.length === 2 ? path[0] : undefined })
}

function addRule({ form }: Reading, row: DataRow) {
  onlyColumns(row, ['id', 'label', 'label_en', 'shown_when'])
  const page = form.pages.at(-1)
  const at = row.text('id')
  const wrongWhen = readCondition(row, 'shown_when', row.text('shown_when'))
  if (!page?.fields.some(({ id }) => id === at.split('.')[0])) return row.bad(`ô "${at}" không có trên trang này`)
  if (wrongWhen) page.rules.push({ at, wrongWhen, sentence: words(row, 'label') })
}

function addPaper({ form, owner }: Reading, row: DataRow) {
  onlyColumns(row, ['id', 'required', 'shown_when'])
  const number = row.whole('id', { from: 1, to: 99 })
  if (!owner.documents.some((document) => document.number === number)) row.bad(`thủ tục không có giấy tờ số ${number}`)
  if (form.papers.some((paper) => paper.number === number)) row.bad(`giấy tờ số ${number} đã có ở một dòng trên`)
  form.papers.push(without({ number, shownWhen: conditionAt(row, 'shown_when'), required: requiredAt(row) }))
}

function addFee({ form, owner, fields }: Reading, row: DataRow) {
  onlyColumns(row, ['label', 'shown_when', 'prefill'])
  const name = row.text('label')
  const quantity = row.optional('prefill') ?? undefined
  if (!owner.fees.some((fee) => fee.name === name)) row.bad(`thủ tục không có khoản phí "${name}" trong fees.tsv`)
  if (form.fees.some((fee) => fee.name === name)) row.bad(`khoản phí "${name}" đã có ở một dòng trên`)
  const counted = quantity === undefined ? undefined : fields.get(quantity)
  if (quantity && (!counted || counted.group || !['number', 'group'].includes(counted.field.kind)))
    row.bad(`"${quantity}" phải là một ô số hoặc một nhóm`)
  form.fees.push(without({ name, shownWhen: conditionAt(row, 'shown_when'), quantity }))
}

/** The form of one file; `undefined` when its first line is no `form`. A procedure's own papers and fees are what it may name. */
function readForm(file: DataFile, owner: Owner, problems: Problem[]): Form | undefined {
  const [first, ...rows] = readDataFile(file, { name: file.name, columns: formColumns, problems })
  if (first?.optional('kind') !== 'form') {
    const bad = first ? first.bad : (sentence: string) => problems.push({ file: file.name, line: 1, sentence })
    bad('dòng đầu phải là form')
    return undefined
  }
  const reading: Reading = { form: readFormRow(first), fields: new Map(), owner }
  for (const row of rows) readRow(reading, row)
  const lines = new Map(rows.map((row) => [keyOf(row), row]))
  checkReferences(reading.form, (id) => lines.get(id)?.bad ?? first.bad)
  const { form } = reading
  if (form.paper && !owner.documents.some(({ number }) => number === form.paper)) first.bad(`thủ tục không có giấy tờ số ${form.paper}`)
  if (form.pages.length === 0) first.bad('tờ khai phải có ít nhất một trang')
  return { ...form, pages: form.pages.map(({ rules, ...page }) => (rules.length > 0 ? { ...page, rules } : page)) }
}

/** Puts each form to the procedure its file is named after. */
export function hangForms(
  files: readonly DataFile[],
  procedures: ReadonlyMap<string, Owner & { form?: Form | undefined }>,
  problems: Problem[]
) {
  for (const file of files) {
    const [, code] = /^forms\/(.+)\.tsv$/.exec(file.name) ?? []
    if (code === undefined) continue
    const procedure = procedures.get(code)
    if (!procedure) problems.push({ file: file.name, line: 0, sentence: `thủ tục "${code}" không có trong procedures.tsv` })
    else procedure.form = readForm(file, procedure, problems)
  }
}

/** What a line is called when something is wrong with what it names. */
function keyOf(row: DataRow): string {
  const kind = row.optional('kind') ?? ''
  if (kind === 'fee') return `fee ${row.optional('label')}`
  return kind === 'rule' || kind === 'paper' ? `${kind} ${row.optional('id')}` : (row.optional('id') ?? '')
}

function readRow(reading: Reading, row: DataRow) {
  const kind = row.oneOf('kind', ['page', ...fieldKinds, 'rule', 'paper', 'fee'])
  if (kind === 'page') return addPage(reading, row)
  if (kind === 'rule') return addRule(reading, row)
  if (kind === 'paper') return addPaper(reading, row)
  return kind === 'fee' ? addFee(reading, row) : addField(reading, row, kind)
}
