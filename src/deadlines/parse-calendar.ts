// The calendar file a lawyer can proof-read, turned into rows; every bad line is named, and one bad line spoils the file.
import { StartError } from '../kernel/start-error.ts'
import { type CalendarDay, certainties, dayKinds } from './calendar.ts'

const columns = ['day', 'kind', 'name_vi', 'name_en', 'legal_basis', 'certainty', 'active']
// The longest holiday is Tết, nine days; a longer range is a typing slip in a month or a year.
const longestRange = 16

type Line = { number: number; cells: string[] }
type Parsed = CalendarDay[] | string

/** Days of a calendar file. @throws StartError with one line per mistake, `file:line: what is wrong`, when there is any. */
export function parseCalendar(text: string, fileName: string): CalendarDay[] {
  const lines = linesOf(text)
  const mistakes: string[] = []
  const firstAt = new Map<string, number>()
  const rows: CalendarDay[] = []
  const [header, ...body] = lines
  if (header?.cells.join('\t') !== columns.join('\t'))
    mistakes.push(`${fileName}:${header?.number ?? 1}: the columns are ${columns.join(', ')}`)
  for (const { number, cells } of body) {
    const parsed = parseLine(cells)
    const twice = typeof parsed === 'string' ? undefined : parsed.find((row) => firstAt.has(row.day.toString()))
    if (typeof parsed === 'string') mistakes.push(`${fileName}:${number}: ${parsed}`)
    else if (twice) mistakes.push(`${fileName}:${number}: ${twice.day} is already on line ${firstAt.get(twice.day.toString())}`)
    else {
      for (const row of parsed) firstAt.set(row.day.toString(), number)
      rows.push(...parsed)
    }
  }
  if (mistakes.length > 0) {
    const said = mistakes.map((mistake) => `\n${mistake}`).join('')
    throw new StartError({ vi: 'Lịch làm việc có chỗ sai, chưa nạp gì', en: `The working calendar was not loaded.${said}` })
  }
  return rows
}

/** Lines of a table file that say something: not empty, no remark. */
export function linesOf(text: string): Line[] {
  return text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.join('') !== '' && !cells[0]!.startsWith('#'))
}

function parseLine(cells: string[]): Parsed {
  if (cells.length !== columns.length) return `${cells.length} columns instead of ${columns.length}`
  const empty = columns.filter((_, index) => cells[index] === '')
  if (empty.length > 0) return `${empty.join(', ')} is empty`
  const [range, kindText, nameVi, nameEn, legalBasis, certaintyText, activeText] = cells as [
    string,
    string,
    string,
    string,
    string,
    string,
    string
  ]
  const days = daysOf(range)
  if (typeof days === 'string') return days
  const kind = dayKinds.find((name) => name === kindText)
  if (!kind) return `kind “${kindText}” is none of ${dayKinds.join(', ')}`
  const certainty = certainties.find((name) => name === certaintyText)
  if (!certainty) return `certainty “${certaintyText}” is none of ${certainties.join(', ')}`
  if (activeText !== 'on' && activeText !== 'off') return `active “${activeText}” is neither on nor off`
  const weekday = days.find((day) => day.dayOfWeek < 6)
  if (kind === 'work' && weekday) return `${weekday} is a working day without this row`
  return days.map((day) => ({ day, kind, nameVi, nameEn, legalBasis, certainty, active: activeText === 'on' }))
}

/** `2026-02-14..2026-02-22` or one day; or what is wrong with it. */
function daysOf(range: string): Temporal.PlainDate[] | string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/.exec(range)
  if (!match) return `“${range}” is neither a day (2026-02-14) nor a range (2026-02-14..2026-02-22)`
  const [first, last] = [dateOf(match[1]!), dateOf(match[2] ?? match[1]!)]
  if (!first || !last) return `“${range}” names a day that does not exist`
  const length = first.until(last).days + 1
  if (length < 1) return `“${range}” ends before it begins`
  if (length > longestRange) return `“${range}” is ${length} days long; a holiday has at most ${longestRange}`
  return Array.from({ length }, (_, days) => first.add({ days }))
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}
