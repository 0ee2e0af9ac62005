// Job `register.export`: the book as paper or workbook, read and written in pieces, so that a long year needs no more memory than a short one.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { dossiersById } from '../../dossiers/register-queries.ts'
import { insertFile } from '../../files/store.ts'
import type { JobPayloads } from '../../jobs/names.ts'
import { dayOf, formatDay } from '../../kernel/time.ts'
import { sectorsList } from '../../procedures/queries.ts'
import { findBookById, findExport, linesAfter, type RegisterBook, type RegisterExport } from '../../registers/queries.ts'
import { linesInFile, type RegisterRow, rowOf } from '../../registers/rules.ts'
import { updateExport } from '../../registers/store.ts'
import { headingOf } from '../case.ts'
import { printRegisterBook } from '../forms/register-book.ts'
import { writeRegisterSheet } from '../forms/register-sheet.ts'
import { wordingOn } from '../queries.ts'

const batch = 250
type Piece = RegisterExport['files'][number]
type Made = { sha256: string; size: number; mediaType: string; name: string }
type Work = { context: Context; wanted: RegisterExport; book: RegisterBook; agencyName: string }

/** Lines of the export, some hundred at a time; how far it has come is written down as it goes. */
async function* rowsOf({ context, wanted, agencyName }: Work): AsyncGenerator<RegisterRow> {
  let [after, done] = [0, 0]
  for (;;) {
    const lines = await linesAfter(
      context.db,
      { ...wanted.filter, bookId: wanted.bookId, duties: wanted.askedBy.duties },
      { after, limit: batch }
    )
    const dossiers = await dossiersById(
      context.db,
      lines.map(({ dossierId }) => dossierId)
    )
    for (const { line, dossierId } of lines) yield rowOf(dossiers.get(dossierId)!, { line, agency: agencyName })
    done += lines.length
    await context.db.transaction((tx) => updateExport(tx, wanted.id, { done }))
    if (lines.length < batch) return
    after = lines.at(-1)!.line
  }
}

async function keep({ context, wanted }: Work, { sha256, size, mediaType, name }: Made): Promise<string> {
  const id = context.newId()
  const createdAt = context.now()
  await context.db.transaction((tx) => insertFile(tx, { id, sha256, size, mediaType, name, ownerId: wanted.askedBy.id, createdAt }))
  return id
}

async function asWorkbook(work: Work): Promise<Piece[]> {
  const { context, wanted, book, agencyName } = work
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-so-'))
  try {
    const path = join(folder, 'so.xlsx')
    const rows = rowsOf(work)
    const written = await writeRegisterSheet({ path, agency: agencyName, number: book.number, year: book.year, at: wanted.askedAt, rows })
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const name = `so-theo-doi-${book.year}.xlsx`
    const fileId = await keep(work, { ...(await context.files.take(path)), mediaType, name })
    return [{ fileId, name, from: 1, to: written }]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function asPaper(work: Work): Promise<Piece[]> {
  const { context, wanted, book } = work
  const agency = await getAgencyById(context.db, book.agencyId)
  const { from, to, sector } = wanted.filter
  const sectorName = sector && (await sectorsList(context.db)).items.find(({ code }) => code === sector)?.name
  const span = [from && `Từ ngày ${formatDay(Temporal.PlainDate.from(from))}`, to && `đến ngày ${formatDay(Temporal.PlainDate.from(to))}`]
  const of = Math.max(1, Math.ceil(wanted.total / linesInFile))
  const isWhole = !from && !to && !sector && !wanted.askedBy.duties
  const closed =
    book.state === 'closed' && isWhole
      ? { at: book.closedAt!, lines: book.lastLine, hash: book.hash!, proposedBy: book.proposedBy!.name, closedBy: book.closedBy!.name }
      : undefined
  const wording = await wordingOn(context.db, 'register_book', dayOf(wanted.askedAt))
  const pieces: Piece[] = []
  const print = async (rows: readonly RegisterRow[]) => {
    const nth = pieces.length + 1
    const bytes = await printRegisterBook({
      heading: headingOf(agency),
      number: book.number,
      year: book.year,
      sector: sectorName || undefined,
      span: span.filter(Boolean).join(' ') || undefined,
      piece: { nth, of },
      rows,
      at: wanted.askedAt,
      closed,
      wording
    })
    const name = `so-theo-doi-${book.year}${of > 1 ? `-tap-${nth}` : ''}.pdf`
    const fileId = await keep(work, { ...(await context.files.put(bytes)), mediaType: 'application/pdf', name })
    pieces.push({ fileId, name, from: rows[0]?.line ?? 0, to: rows.at(-1)?.line ?? 0 })
  }
  let held: RegisterRow[] = []
  for await (const row of rowsOf(work)) {
    // Lines that came in since it was asked for are in the last piece.
    if (held.length === linesInFile && pieces.length < of - 1) {
      await print(held)
      held = []
    }
    held.push(row)
  }
  await print(held)
  return pieces
}

export async function exportRegister(context: Context, { exportId }: JobPayloads['register.export']): Promise<void> {
  const wanted = await findExport(context.db, exportId)
  const book = wanted && (await findBookById(context.db, wanted.bookId))
  if (!wanted || !book || wanted.doneAt) return
  const { name: agencyName } = await getAgencyById(context.db, book.agencyId)
  const work = { context, wanted, book, agencyName }
  const files = wanted.format === 'xlsx' ? await asWorkbook(work) : await asPaper(work)
  await context.db.transaction((tx) => updateExport(tx, exportId, { files, doneAt: context.now() }))
}
