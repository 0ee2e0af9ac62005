// A name is text wherever it goes: no formula in the workbook of the register, no broken file, whatever somebody had themselves called.
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import t from 'tap'
import { writeRegisterSheet } from '../../src/documents/forms/register-sheet.ts'
import type { RegisterRow } from '../../src/registers/rules.ts'

const names = ['=cmd|\'/c calc\'!A0', '+1+1', '-1', '@SUM(A1)', '\t=1', '<script>alert(1)</script>', 'a\u0001\u0008\u001fb', '\ud800', '\ufffe', ']]>', '=HYPERLINK("http://x","y")', '_x0008_'] // biome-ignore format: a list of tricks
const at = Temporal.Instant.from('2026-03-02T08:30:00+07:00')

async function* rows(): AsyncGenerator<RegisterRow> {
  for (const [i, name] of names.entries())
    yield {
      ...{ line: i + 1, code: name, procedure: name, sets: 1, name, address: name, agency: name },
      ...{ receivedAt: at, dueAt: null, returnedAt: null, method: name, signed: name, note: name }
    }
}

t.test('names that would like to be formulas or markup stay words', async (t) => {
  const path = join(await mkdtemp(join(tmpdir(), 'mot-cua-ten-')), 'so.xlsx')
  t.equal(await writeRegisterSheet({ path, agency: '=1', number: '01/2026', year: 2026, at, rows: rows() }), names.length)

  const book = new exceljs.Workbook()
  await book.xlsx.load((await readFile(path)) as never)
  const sheet = book.worksheets[0]!

  for (const [i, name] of names.entries()) {
    const cell = sheet.getRow(i + 2).getCell(5)
    t.equal(cell.formula, undefined, JSON.stringify(name))
    t.not(cell.type, exceljs.ValueType.Formula)
  }
})
