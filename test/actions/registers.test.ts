// The book of the year: a line for every accepted dossier, the same on Mẫu số 01, in the book and in its files; closed by two.
import exceljs from 'exceljs'
import t from 'tap'
import type { Actor } from '../../src/accounts/roles.ts'
import type { Context } from '../../src/context.ts'
import { issuedOf } from '../../src/documents/queries.ts'
import { getDossier } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { askExport } from '../../src/registers/actions/ask-export.ts'
import { closeBook, hashOfBook, proposeClosing } from '../../src/registers/actions/close-book.ts'
import { enterAccepted, enterRegister } from '../../src/registers/actions/enter.ts'
import { findBook, findExport, lineOf, linesAfter } from '../../src/registers/queries.ts'
import { rowOf } from '../../src/registers/rules.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, staffOf } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'

async function heads(context: Context): Promise<{ supervisor: Actor; signer: Actor; agencyId: string }> {
  const clerk = await staffOf(context, 'STTTT', 'clerk')
  const supervisor: Actor = { ...clerk, id: context.newId(), name: 'Trưởng quầy', role: 'supervisor' }
  return { supervisor, signer: { ...supervisor, id: context.newId(), name: 'Giám đốc', role: 'signer' }, agencyId: clerk.agencyId! }
}

async function exportOf(
  shop: Awaited<ReturnType<typeof openTestContext>>,
  { bookId, format, by }: { bookId: string; format: 'pdf' | 'xlsx'; by: Actor }
) {
  const { context } = shop
  const id = context.newId()
  await askExport(context, { id, bookId, format, filter: {}, by })
  await askExport(context, { id, bookId, format, filter: {}, by })
  await shop.runJobs()
  const made = (await findExport(context.db, id))!
  const file = (await findFile(context.db, made.files[0]!.fileId))!
  return { made, bytes: await context.files.get(file.sha256) }
}

t.test('lines are given in the order of acceptance, once each, and Mẫu số 01 prints the line of the book', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const first = await aDossier(context, { state: 'accepted' })
  shop.setNow('2026-03-03T08:30+07:00')
  const waits = await aDossier(context, { state: 'submitted' })
  const second = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()

  await enterAccepted(context, { dossierId: first.id, moveSeq: 2 })
  await enterAccepted(context, { dossierId: waits.id, moveSeq: 1 })

  t.same(await lineOf(context.db, first.id), { number: '01/2026', line: 1 })
  t.same(await lineOf(context.db, second.id), { number: '01/2026', line: 2 })
  t.equal(await lineOf(context.db, waits.id), undefined, 'not accepted: no line')
  const receipt = (await issuedOf(context.db, second.id)).find(({ form }) => form === 'receipt')!
  const text = (await readPdf(new Uint8Array(await context.files.get(receipt.sha256)))).text.replaceAll(/\s+/g, ' ')
  t.match(text, /Quyển số: 01\/2026/)
  t.match(text, /Số thứ tự: 2(?!\d)/)
})

t.test('the job and the receipt give a line at the same time: it is one line', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id, dossier } = await aDossier(context, { state: 'accepted' })
  const other = await aDossier(context, { state: 'accepted' })

  const { first, second } = await raceFor(
    shop,
    (slow) => slow.db.transaction(async (tx) => enterRegister(tx, await getDossier(tx, id))),
    () => enterAccepted(context, { dossierId: id, moveSeq: 2 })
  )
  await enterAccepted(context, { dossierId: other.id, moveSeq: 2 })

  t.same([first.status, second.status], ['fulfilled', 'fulfilled'])
  const book = await findBook(context.db, { agencyId: dossier.agencyId, year: 2026 })
  t.same(
    (await linesAfter(context.db, { bookId: book!.id }, { limit: 10 })).map(({ line }) => line),
    [1, 2]
  )
})

t.test('a year is closed when it is over, by two people; nothing is added after that, and its hash is that of its lines', async (t) => {
  const shop = await openTestContext(t, { now: '2026-12-31T10:00+07:00' })
  const { context } = shop
  const { supervisor, signer, agencyId } = await heads(context)
  const done = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  // Accepted on the last day; its job has not run yet.
  const late = await aDossier(context, { state: 'accepted' })
  const book = (await findBook(context.db, { agencyId, year: 2026 }))!
  const closing = { bookId: book.id, by: supervisor }

  await t.rejects(proposeClosing(context, closing), { code: 'REGISTER_YEAR_OPEN' })
  shop.setNow('2027-01-04T08:00+07:00')
  await t.rejects(closeBook(context, { ...closing, by: signer }), { code: 'REGISTER_NOT_PROPOSED' })
  await t.rejects(proposeClosing(context, { ...closing, by: signer }), { code: 'NOT_YOURS_TO_DO' })
  await proposeClosing(context, closing)
  await t.rejects(closeBook(context, closing), { code: 'REGISTER_FOUR_EYES' })
  const closed = await closeBook(context, { ...closing, by: signer })

  t.match(closed, { state: 'closed', lastLine: 2, closedBy: { name: 'Giám đốc' } })
  t.equal(await hashOfBook(context.db, book.id), closed.hash)
  t.match(await lineOf(context.db, late.id), { line: 2 }, 'who waited is in the book of its year')
  await shop.runJobs()
  t.equal((await linesAfter(context.db, { bookId: book.id }, { limit: 10 })).length, 2, 'the late job adds nothing')
  const forged = { ...(await getDossier(context.db, done.id)), id: context.newId() }
  await t.rejects(
    context.db.transaction((tx) => enterRegister(tx, forged)),
    { code: 'REGISTER_CLOSED' }
  )
  const next = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  t.same(await lineOf(context.db, next.id), { number: '01/2027', line: 1 }, 'the new year begins with line 1')
})

t.test('the book as workbook: days are days, numbers are numbers, the head is frozen, every line is there', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const made = await aDossier(context, { state: 'accepted' })
  await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  const book = (await findBook(context.db, { agencyId: made.dossier.agencyId, year: 2026 }))!

  const { made: file, bytes } = await exportOf(shop, { bookId: book.id, format: 'xlsx', by: made.clerk })

  t.match(file, { total: 2, done: 2, files: [{ from: 1, to: 2 }] })
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  const sheet = workbook.worksheets[0]!
  t.equal(sheet.rowCount, 3)
  t.match(sheet.views[0], { state: 'frozen', ySplit: 1 })
  const row = sheet.getRow(2)
  t.equal(row.getCell(1).value, 1)
  t.equal(row.getCell(2).value, made.code)
  t.ok(row.getCell(8).value instanceof Date)
  t.equal((row.getCell(8).value as Date).toISOString(), '2026-03-02T08:30:00.000Z', 'the hour of the wall')
  t.equal(row.getCell(8).numFmt, 'dd/mm/yyyy hh:mm')
})

t.test('the book as paper: cover and lines; a stranger gets none', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const made = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  const book = (await findBook(context.db, { agencyId: made.dossier.agencyId, year: 2026 }))!

  const { bytes } = await exportOf(shop, { bookId: book.id, format: 'pdf', by: made.clerk })

  const text = (await readPdf(new Uint8Array(bytes))).text.replaceAll(/\s+/g, ' ')
  t.match(text, 'SỔ THEO DÕI HỒ SƠ')
  t.match(text, 'Quyển số: 01/2026')
  t.match(text, 'Nguyễn Thị Lan')
  const stranger = await staffOf(context, '303', 'clerk')
  await t.rejects(askExport(context, { id: context.newId(), bookId: book.id, format: 'pdf', filter: {}, by: stranger }), {
    code: 'REGISTER_NOT_FOUND'
  })
})

t.test('what the book says of a dossier that was returned late by post', async (t) => {
  const { context } = await openTestContext(t)
  const { dossier } = await aDossier(context, { state: 'accepted' })
  const [due, done] = ['2026-03-09T17:00+07:00', '2026-03-10T09:00+07:00'].map((text) => Temporal.Instant.from(text))
  const row = rowOf(
    { ...dossier, state: 'returned', dueAt: due!, finishedAt: done!, returnedAt: done!, delivery: { method: 'post' } },
    { line: 7, agency: 'Sở' }
  )
  t.match(row, { line: 7, method: 'Bưu chính công ích', signed: 'Đã ký nhận', note: 'Quá hạn' })
})
