// Mẫu số 06, Sổ theo dõi hồ sơ (TT 01/2018/TT-VPCP Đ10): a cover, then the lines; A4 lying. A long book comes in several files.
import { dayOf, formatDay } from '../../kernel/time.ts'
import { columnNames, type RegisterRow } from '../../registers/rules.ts'
import { type Column, paragraph, signed, table } from '../layout.ts'
import type { Heading } from '../official.ts'
import { longDay } from '../official.ts'
import { printLyingA4, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { type Wording, wordsOn } from '../wording.ts'

export type RegisterBookData = {
  heading: Heading
  number: string
  year: number
  /** The field of the book; all fields without one. */
  sector?: string | undefined
  /** `Từ ngày … đến ngày …`, when it is not the whole book. */
  span?: string | undefined
  /** Which piece of how many. */
  piece: { nth: number; of: number }
  rows: readonly RegisterRow[]
  at: Temporal.Instant
  /** Closed by whom, with what hash: said after the last line. */
  closed?: { at: Temporal.Instant; lines: number; hash: string; proposedBy: string; closedBy: string } | undefined
  wording?: Wording | undefined
}

const columns: readonly Column[] = [
  { head: columnNames.line, share: 4, align: 'center' },
  { head: columnNames.code, share: 10 },
  { head: columnNames.procedure, share: 14 },
  { head: columnNames.sets, share: 5, align: 'center' },
  { head: columnNames.name, share: 11 },
  { head: columnNames.address, share: 13 },
  { head: columnNames.agency, share: 9 },
  { head: columnNames.receivedAt, share: 7, align: 'center' },
  { head: columnNames.dueAt, share: 7, align: 'center' },
  { head: columnNames.returnedAt, share: 7, align: 'center' },
  { head: columnNames.method, share: 8 },
  { head: columnNames.signed, share: 5 },
  { head: columnNames.note, share: 6 }
]

const dayText = (at: Temporal.Instant | null) => (at ? formatDay(dayOf(at)) : '')
const cells = (row: RegisterRow) => [
  String(row.line),
  row.code,
  row.procedure,
  String(row.sets).padStart(2, '0'),
  row.name,
  row.address,
  row.agency,
  dayText(row.receivedAt),
  dayText(row.dueAt),
  dayText(row.returnedAt),
  row.method,
  row.signed,
  row.note
]

function cover(sheet: Sheet, data: RegisterBookData): Strip[] {
  const { heading, piece } = data
  const { say, lines } = wordsOn('register_book', data.wording)
  const centred = (text: Parameters<typeof paragraph>[1], size: number, before: number) =>
    paragraph(sheet, text, { size, before, align: 'center' })
  return [
    ...paragraph(sheet, italic(say('reference')), { size: 8, align: 'right' }),
    ...centred(heading.agency.toLocaleUpperCase('vi'), 13, 24),
    ...centred(bold(heading.desk.toLocaleUpperCase('vi')), 13, 2),
    ...paragraph(sheet, bold(lines('title').join(' ')), { size: 26, before: 110, align: 'center', tag: 'H1' }),
    ...centred(['Lĩnh vực: ', bold(data.sector ?? 'tất cả lĩnh vực')], 13, 18),
    ...centred(['Quyển số: ', bold(data.number)], 13, 6),
    ...centred(['Năm: ', bold(String(data.year))], 13, 6),
    ...(data.span ? centred(data.span, 11, 6) : []),
    ...(piece.of > 1 ? centred(`Tập ${piece.nth}/${piece.of}`, 11, 6) : [])
  ]
}

function lines(sheet: Sheet, data: RegisterBookData): Strip[] {
  const { rows, closed, piece } = data
  if (rows.length === 0) return paragraph(sheet, 'Sổ không có dòng nào trong khoảng này.', { before: 6 })
  const body = table(sheet, columns, rows.map(cells), { size: 7.5 })
  if (!closed || piece.nth < piece.of) return body
  const { say } = wordsOn('register_book', data.wording)
  const end = paragraph(
    sheet,
    [
      `Sổ này có ${closed.lines} dòng, đánh số từ 1 đến ${closed.lines}, khóa ${longDay(dayOf(closed.at))}. Mã kiểm tra SHA-256: `,
      bold(closed.hash.replaceAll(/(.{8})(?=.)/g, '$1 '))
    ],
    { before: 10, size: 9 }
  )
  return signed(
    sheet,
    [...body, ...end],
    [
      { title: say('proposer'), name: closed.proposedBy },
      { title: say('closer'), note: say('seal'), name: closed.closedBy }
    ]
  )
}

export function printRegisterBook(data: RegisterBookData): Promise<Uint8Array> {
  const foot = `Sổ theo dõi hồ sơ quyển số ${data.number} – ${data.heading.agency}`
  return printLyingA4({ title: `Sổ theo dõi hồ sơ ${data.number}`, author: data.heading.agency, at: data.at }, [
    { foot, strips: (sheet) => cover(sheet, data) },
    { foot, strips: (sheet) => lines(sheet, data) }
  ])
}
