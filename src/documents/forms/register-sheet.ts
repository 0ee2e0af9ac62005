// Mẫu số 06 as a workbook: numbers as numbers, days as days, the head frozen; written row by row, however long the book is.
import exceljs from 'exceljs'
import { dayOf, timeOf } from '../../kernel/time.ts'
import { columnNames, type RegisterRow } from '../../registers/rules.ts'

type Sheet = { path: string; agency: string; number: string; year: number; at: Temporal.Instant; rows: AsyncIterable<RegisterRow> }

const widths: Record<keyof RegisterRow, number> = {
  line: 7,
  code: 28,
  procedure: 44,
  sets: 10,
  name: 28,
  address: 44,
  agency: 28,
  receivedAt: 17,
  dueAt: 17,
  returnedAt: 17,
  method: 20,
  signed: 12,
  note: 24
}
const days: readonly (keyof RegisterRow)[] = ['receivedAt', 'dueAt', 'returnedAt']

/** A workbook knows no zone: the hour on our wall is written as if it were UTC, which is how it will be shown. */
function onTheWall(at: Temporal.Instant | null): Date | null {
  return at && new Date(dayOf(at).toPlainDateTime(timeOf(at)).toZonedDateTime('UTC').epochMilliseconds)
}

/** XML knows no such signs: one in one name, and nobody could open the book of a whole year. */
const written = (text: string): string => text.toWellFormed().replace(/[\ufffe\uffff]/g, '')

/** @returns how many lines were written */
export async function writeRegisterSheet({ path, agency, number, year, at, rows }: Sheet): Promise<number> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false })
  book.creator = 'Một Cửa'
  book.created = new Date(at.epochMilliseconds)
  book.title = `Sổ theo dõi hồ sơ ${number}, ${agency}`
  const sheet = book.addWorksheet(`Sổ ${year}`, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' }
  })
  const keys = Object.keys(columnNames) as (keyof RegisterRow)[]
  sheet.columns = keys.map((key) => ({
    header: columnNames[key],
    key,
    width: widths[key],
    style: days.includes(key) ? { numFmt: 'dd/mm/yyyy hh:mm' } : {}
  }))
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  head.commit()
  let count = 0
  for await (const row of rows) {
    // What people typed arrives as text cells: a workbook reckons only with formulas, and there is none.
    const texts = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? written(value) : value]))
    const cells = { ...texts, receivedAt: onTheWall(row.receivedAt), dueAt: onTheWall(row.dueAt), returnedAt: onTheWall(row.returnedAt) }
    sheet.addRow(cells).commit()
    count++
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: keys.length } }
  sheet.commit()
  await book.commit()
  return count
}
