// Reads our data files (tab-separated, with a header and # comments) and remembers every wrong line in words. Pure.
import type { Period } from '../agencies/rules.ts'

export type DataFile = { name: string; text: string }

/** One wrong line: which file, which line (1 = first), and what is wrong, for the person who keeps the data. */
export type Problem = { file: string; line: number; sentence: string }

/** One line of a file. A bad cell is reported and read as a harmless stand-in: one problem anywhere and nothing is loaded. */
export type DataRow = {
  line: number
  bad(sentence: string): void
  optional(column: string): string | null
  text(column: string): string
  oneOf<T extends string>(column: string, values: readonly T[]): T
  someOf<T extends string>(column: string, values: readonly T[]): T[]
  whole(column: string, range: { from: number; to: number }): number
  yesOrNo(column: string): boolean
  time(column: string): string
  period(): Period
}

/** The lines of one file; missing columns and torn lines are problems, comments and empty lines are not. */
export function readDataFile(file: DataFile | undefined, { name, columns, problems }: Wanted): DataRow[] {
  const bad = (line: number, sentence: string) => problems.push({ file: name, line, sentence })
  if (!file) {
    bad(0, 'không có tệp này')
    return []
  }
  const lines = file.text.split(/\r?\n/).map((text, index) => ({ text: text.normalize('NFC'), line: index + 1 }))
  const [header, ...rest] = lines.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'))
  const names = header?.text.split('\t').map((cell) => cell.trim()) ?? []
  const missing = columns.filter((column) => !names.includes(column))
  const unknown = names.filter((column) => !columns.includes(column))
  for (const column of missing) bad(header?.line ?? 1, `thiếu cột "${column}"`)
  for (const column of unknown) bad(header?.line ?? 1, `cột "${column}" không có trong quy ước của tệp`)
  if (missing.length + unknown.length > 0) return []
  return rest.flatMap(({ text, line }) => {
    const cells = text.split('\t').map((cell) => cell.trim())
    if (cells.length !== names.length) {
      bad(line, `có ${cells.length} ô, nhưng tệp có ${names.length} cột`)
      return []
    }
    return [dataRow(new Map(names.map((column, index) => [column, cells[index] ?? ''])), line, (sentence) => bad(line, sentence))]
  })
}

type Wanted = { name: string; columns: readonly string[]; problems: Problem[] }

function dataRow(cells: ReadonlyMap<string, string>, line: number, bad: (sentence: string) => void): DataRow {
  const cell = (column: string) => cells.get(column) ?? ''
  const text = (column: string) => {
    if (cell(column) === '') bad(`cột "${column}" không được để trống`)
    return cell(column)
  }
  const list = (column: string) =>
    text(column)
      .split(',')
      .map((part) => part.trim())
  const known = <T extends string>(column: string, value: string, values: readonly T[]): T => {
    const found = values.find((one) => one === value)
    if (found === undefined) bad(`cột "${column}" ghi "${value}", chỉ được ghi: ${values.join(', ')}`)
    return found ?? values[0]!
  }
  const day = (column: string) => readDay(cell(column)) ?? void bad(`cột "${column}" ghi "${cell(column)}", phải là ngày dạng 2026-08-08`)
  return {
    line,
    bad,
    text,
    optional: (column) => cell(column) || null,
    oneOf: (column, values) => known(column, cell(column), values),
    someOf: (column, values) => list(column).map((value) => known(column, value, values)),
    whole(column, { from, to }) {
      const value = /^\d+$/.test(cell(column)) ? Number(cell(column)) : Number.NaN
      if (value >= from && value <= to) return value
      bad(`cột "${column}" ghi "${cell(column)}", phải là số nguyên từ ${from} đến ${to}`)
      return from
    },
    yesOrNo: (column) => known(column, cell(column), ['yes', 'no']) === 'yes',
    time(column) {
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(cell(column))) bad(`cột "${column}" ghi "${cell(column)}", phải là giờ dạng 07:30`)
      return cell(column)
    },
    period() {
      const validFrom = day('valid_from') ?? Temporal.PlainDate.from('2017-01-01')
      const validTo = cell('valid_to') === '' ? null : (day('valid_to') ?? null)
      if (validTo && Temporal.PlainDate.compare(validTo, validFrom) <= 0) bad('valid_to phải sau valid_from')
      return { validFrom, validTo }
    }
  }
}

function readDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
