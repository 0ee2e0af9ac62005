// Reading the books: which there are, their lines by day and sector, what was asked for as a file.
import { and, asc, count, desc, eq, gt, gte, lte, type SQL } from 'drizzle-orm'
import { withinDuties } from '../accounts/queries.ts'
import type { Duty } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import type { RegisterFilter } from './rules.ts'
import { type RegisterBook, type RegisterExport, type RegisterLine, registerBooks, registerExports, registerLines } from './table.ts'

export type { RegisterBook, RegisterExport, RegisterLine } from './table.ts'

export const booksOf = (db: Db, agencyId: string): Promise<RegisterBook[]> =>
  db.select().from(registerBooks).where(eq(registerBooks.agencyId, agencyId)).orderBy(desc(registerBooks.year))

export async function findBook(db: Db, { agencyId, year }: { agencyId: string; year: number }): Promise<RegisterBook | undefined> {
  const [book] = await db
    .select()
    .from(registerBooks)
    .where(and(eq(registerBooks.agencyId, agencyId), eq(registerBooks.year, year)))
  return book
}

export async function findBookById(db: Db, id: string): Promise<RegisterBook | undefined> {
  const [book] = await db.select().from(registerBooks).where(eq(registerBooks.id, id))
  return book
}

/** Where a dossier stands: the book's number and its line. */
export async function lineOf(db: Db, dossierId: string): Promise<{ number: string; line: number } | undefined> {
  const [row] = await db
    .select({ number: registerBooks.number, line: registerLines.line })
    .from(registerLines)
    .innerJoin(registerBooks, eq(registerBooks.id, registerLines.bookId))
    .where(eq(registerLines.dossierId, dossierId))
  return row
}

export type LinesAsked = RegisterFilter & { bookId: string; duties?: readonly Duty[] | undefined }

function among({ bookId, from, to, sector, duties }: LinesAsked): SQL {
  return and(
    eq(registerLines.bookId, bookId),
    from ? gte(registerLines.acceptedOn, Temporal.PlainDate.from(from)) : undefined,
    to ? lte(registerLines.acceptedOn, Temporal.PlainDate.from(to)) : undefined,
    sector ? eq(registerLines.sectorCode, sector) : undefined,
    withinDuties(registerLines, duties)
  )!
}

/** In the order of the book; those after a line. */
export const linesAfter = (db: Db, asked: LinesAsked, { after = 0, limit }: { after?: number; limit: number }): Promise<RegisterLine[]> =>
  db
    .select()
    .from(registerLines)
    .where(and(among(asked), gt(registerLines.line, after)))
    .orderBy(asc(registerLines.line))
    .limit(limit)

export async function countLines(db: Db, asked: LinesAsked): Promise<number> {
  const [row] = await db.select({ n: count() }).from(registerLines).where(among(asked))
  return row!.n
}

export const exportsOf = (db: Db, bookId: string): Promise<RegisterExport[]> =>
  db.select().from(registerExports).where(eq(registerExports.bookId, bookId)).orderBy(desc(registerExports.askedAt)).limit(10)

export async function findExport(db: Db, id: string): Promise<RegisterExport | undefined> {
  const [row] = await db.select().from(registerExports).where(eq(registerExports.id, id))
  return row
}
