// A template as text: a head of `key: value` lines, `---`, and the body; what it asks for, and its placeholders filled in. Pure.
import { formatDay } from '../kernel/time.ts'
import { type ResultKind, resultKinds } from './rules.ts'
import { type Asked, type Block, type Template, templateCertainties, type Values } from './types.ts'

/** Where a text of a template is wrong: the line (1 is the first), and which of the known faults. */
export type TemplateFault = { line: number; fault: TemplateFaultName; what: string }
export const templateFaults = ['no_rule', 'unknown_key', 'missing_key', 'bad_value', 'unknown_placeholder', 'bad_asked', 'no_body'] as const
export type TemplateFaultName = (typeof templateFaults)[number]

/** What every dossier can fill in, beside what the template asks for and `{answers.<field>}` of the procedure's own form. */
export const placeholders = [
  'code', 'procedure', 'subject', 'agency', 'filedOn', 'receivedOn', 'dueOn', 'signedOn', 'number',
  'holder', 'holder.identity', 'holder.born', 'holder.address', 'holder.phone',
  'filer', 'filer.identity', 'filer.address'
] as const // biome-ignore format: by what they are about

const keys = ['name', 'procedure', 'kind', 'symbol', 'title', 'under', 'validFrom', 'certainty', 'source'] as const
const needed = ['name', 'kind', 'symbol', 'title', 'validFrom', 'certainty'] as const
const hole = /\{([\w.]+)\}/g

/** The templates of the house say their version by their day. */
const houseVersion = (validFrom: string) => `Một Cửa ${isDay(validFrom) ? formatDay(Temporal.PlainDate.from(validFrom)) : ''}`

type Read = { template: Template; faults: TemplateFault[] }

/** Reads a template; with faults the template is not to be used. */
export function parseTemplate(text: string): Read {
  const lines = text.replaceAll('\r', '').split('\n')
  const rule = lines.indexOf('---')
  const faults: TemplateFault[] = []
  const fault = (line: number, name: TemplateFaultName, what = '') => faults.push({ line: line + 1, fault: name, what })
  if (rule < 0) fault(0, 'no_rule')
  const head = new Map<string, string>()
  const asked: Asked[] = []
  for (const [index, line] of lines.slice(0, Math.max(rule, 0)).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, key = '', value = ''] = /^([\w *]+?)\s*:\s*(.*)$/.exec(line) ?? []
    if (key.startsWith('ask ')) {
      const one = readAsked(key.slice(4).trim(), value)
      if (one) asked.push(one)
      else fault(index, 'bad_asked', line)
    } else if ((keys as readonly string[]).includes(key)) head.set(key, value.trim())
    else fault(index, 'unknown_key', key || line)
  }
  for (const key of needed) if (!head.get(key)) fault(0, 'missing_key', key)
  const kind = resultKinds.find((one) => one === head.get('kind'))
  const certainty = templateCertainties.find((one) => one === head.get('certainty'))
  const validFrom = head.get('validFrom') ?? ''
  if (head.get('kind') && !kind) fault(0, 'bad_value', `kind: ${head.get('kind')}`)
  if (head.get('certainty') && !certainty) fault(0, 'bad_value', `certainty: ${head.get('certainty')}`)
  if (validFrom && !isDay(validFrom)) fault(0, 'bad_value', `validFrom: ${validFrom}`)
  if (!/^[A-ZĐ]{1,6}$/.test(head.get('symbol') ?? 'GP')) fault(0, 'bad_value', `symbol: ${head.get('symbol')}`)
  // A refusal on merit is a result with its reason (NĐ 61/2018 Đ19.8): the dossier keeps it.
  if (kind === 'refused' && !asked.some(({ id, required }) => id === 'reason' && required)) fault(0, 'missing_key', 'ask reason')
  const body = rule < 0 ? [] : lines.slice(rule + 1)
  const blocks = readBlocks(body)
  if (rule >= 0 && blocks.length === 0) fault(rule, 'no_body')
  const known = new Set<string>([...placeholders, ...asked.map(({ id }) => id)])
  for (const [index, line] of lines.entries())
    for (const [, name] of line.matchAll(hole))
      if (!known.has(name!) && !name!.startsWith('answers.')) fault(index, 'unknown_placeholder', `{${name}}`)
  const template: Template = {
    name: head.get('name') ?? '',
    procedureCode: head.get('procedure') ?? '',
    kind: kind ?? 'approved',
    symbol: head.get('symbol') ?? '',
    title: head.get('title') ?? '',
    under: head.get('under') ?? '',
    validFrom,
    certainty: certainty ?? 'unsure',
    source: head.get('source') ?? '',
    asked,
    blocks,
    version: houseVersion(validFrom)
  }
  return { template, faults }
}

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** `ask content*: Nội dung | {subject} | 4`: id, `*` when it must be given, label, what it begins with, lines of its box. */
function readAsked(name: string, text: string): Asked | undefined {
  const [, id, star] = /^([a-z]\w{0,30})(\*?)$/.exec(name) ?? []
  const [label = '', value = '', lines = '1'] = text.split('|').map((part) => part.trim())
  if (!id || !label) return undefined
  return { id, label, value, required: star === '*', lines: lines === '4' ? 4 : 1 }
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, line.trimEnd().endsWith('|') ? line.trimEnd().length - 1 : undefined)
    .split('|')
    .map((cell) => cell.trim())

/** `## heading`, `- item`, `> middle`, `label :: value`, `| a | b |`; anything else runs on as a paragraph until an empty line. */
function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let open = false
  for (const raw of lines) {
    const line = raw.trim()
    const last = blocks.at(-1)
    const pair = /^(.{1,80}?)\s*::\s*(.*)$/.exec(line)
    if (line === '') open = false
    else if (line.startsWith('|')) {
      if (last?.kind === 'table' && open) last.rows.push(cellsOf(line))
      else blocks.push({ kind: 'table', head: cellsOf(line), rows: [] })
      open = true
    } else if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: line.slice(3) })
    else if (line.startsWith('- ')) blocks.push({ kind: 'item', text: line.slice(2) })
    else if (line.startsWith('> ')) blocks.push({ kind: 'middle', text: line.slice(2) })
    else if (pair) blocks.push({ kind: 'line', label: pair[1]!, text: pair[2]! })
    else if (last?.kind === 'paragraph' && open) last.text += ` ${line}`
    else {
      blocks.push({ kind: 'paragraph', text: line })
      open = true
      continue
    }
    if (blocks.at(-1)?.kind !== 'table' && blocks.at(-1)?.kind !== 'paragraph') open = false
  }
  return blocks
}

/** Placeholders filled in; what is not known becomes empty. */
export const fillText = (text: string, values: Values): string => text.replace(hole, (_, name: string) => values[name]?.trim() ?? '')

/** What a paper is called in a sentence: `Giấy phép nhập khẩu xuất bản phẩm không kinh doanh`. */
export function nameOfPaper({ title, template, values }: { title: string; template: Pick<Template, 'under'>; values: Values }): string {
  const under = fillText(template.under, values).trim()
  const said = title.trim().toLocaleLowerCase('vi')
  const name = under ? `${said} ${under.charAt(0).toLocaleLowerCase('vi')}${under.slice(1)}` : said
  return `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)}`
}

/** What the officer's boxes begin with. */
export const firstValues = ({ asked }: Pick<Template, 'asked'>, facts: Values): Values =>
  Object.fromEntries(asked.map(({ id, value }) => [id, fillText(value, facts)]))

/** Which must be given and are not. */
export const missingIn = ({ asked }: Pick<Template, 'asked'>, values: Values): string[] =>
  asked.filter(({ id, required }) => required && !values[id]?.trim()).map(({ id }) => id)

/** The body as it is printed. A line without a value, or a row of a table without one, is left out; a value of several lines becomes rows or paragraphs. */
export function fillBlocks({ blocks }: Pick<Template, 'blocks'>, values: Values): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'table') {
      const rows = block.rows.flatMap((row) => rowsOf(row, values)).filter((row) => row.some((cell) => cell !== ''))
      return rows.length > 0 ? [{ ...block, head: block.head.map((cell) => fillText(cell, values)), rows }] : []
    }
    const text = fillText(block.text, values)
    if (block.kind === 'line') return text ? [{ ...block, text: text.replaceAll('\n', '; ') }] : []
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...block, text: line.trim() }))
  })
}

/** `| {list} |` with three lines in `list` makes three rows; `#` in the first cell counts them. */
function rowsOf(row: readonly string[], values: Values): string[][] {
  const filled = row.map((cell) =>
    fillText(cell, values)
      .split('\n')
      .filter((line) => line.trim() !== '')
  )
  const count = Math.max(1, ...filled.map((lines) => lines.length))
  return Array.from({ length: count }, (_, index) =>
    row.map((cell, column) =>
      cell === '#' ? String(index + 1) : (filled[column]![index] ?? (filled[column]!.length === 1 ? filled[column]![0]! : ''))
    )
  )
}

type Kept = { template: Template; agencyId?: string | undefined }

/** The template in force on a day: the agency's own before the house's, the procedure's before the general one, the newest first. */
export function templateFor(
  all: readonly Kept[],
  { procedureCode, kind, on }: { procedureCode: string; kind: ResultKind; on: Temporal.PlainDate }
): Template | undefined {
  const inForce = all.filter(
    ({ template }) =>
      template.kind === kind &&
      (template.procedureCode === procedureCode || template.procedureCode === '') &&
      Temporal.PlainDate.compare(Temporal.PlainDate.from(template.validFrom), on) <= 0
  )
  const weight = ({ template, agencyId }: Kept) => Number(template.procedureCode !== '') * 2 + Number(agencyId !== undefined)
  return inForce.toSorted((a, b) => weight(b) - weight(a) || b.template.validFrom.localeCompare(a.template.validFrom))[0]?.template
}
