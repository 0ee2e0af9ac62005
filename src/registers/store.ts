// Changes to the books. Whoever gives a line or closes a book holds the book's row.
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { bookNumber } from './rules.ts'
import { type RegisterBook, type RegisterExport, registerBooks, registerExports, registerLines } from './table.ts'

/** The book of a year, opened by its first line and held until the transaction ends. */
export async function lockBookOf(tx: Tx, { agencyId, year }: { agencyId: string; year: number }): Promise<RegisterBook> {
  await tx
    .insert(registerBooks)
    .values({ agencyId, year, number: bookNumber(year) })
    .onConflictDoNothing({ target: [registerBooks.agencyId, registerBooks.year] })
  const [book] = await tx
    .select()
    .from(registerBooks)
    .where(and(eq(registerBooks.agencyId, agencyId), eq(registerBooks.year, year)))
    .for('update')
  return book!
}

/** @throws Refusal REGISTER_NOT_FOUND */
export async function lockBook(tx: Tx, id: string): Promise<RegisterBook> {
  const [book] = await tx.select().from(registerBooks).where(eq(registerBooks.id, id)).for('update')
  if (!book) throw new Refusal('REGISTER_NOT_FOUND', { id })
  return book
}

/** The next lines of a held book, in their order. */
export async function addLines(
  tx: Tx,
  book: RegisterBook,
  entered: readonly Omit<typeof registerLines.$inferInsert, 'bookId' | 'line'>[]
): Promise<number> {
  if (entered.length === 0) return book.lastLine
  const rows = entered.map((one, index) => ({ ...one, bookId: book.id, line: book.lastLine + index + 1 }))
  await tx.insert(registerLines).values(rows)
  const lastLine = book.lastLine + rows.length
  await tx.update(registerBooks).set({ lastLine }).where(eq(registerBooks.id, book.id))
  return lastLine
}

export async function updateBook(
  tx: Tx,
  id: string,
  changes: Partial<Omit<RegisterBook, 'id' | 'agencyId' | 'year'>>
): Promise<RegisterBook> {
  const [saved] = await tx.update(registerBooks).set(changes).where(eq(registerBooks.id, id)).returning()
  return saved!
}

/** Which of these dossiers stand in a book already. */
export async function enteredAmong(tx: Tx, dossierIds: readonly string[]): Promise<Set<string>> {
  if (dossierIds.length === 0) return new Set()
  const rows = await tx
    .select({ id: registerLines.dossierId })
    .from(registerLines)
    .where(inArray(registerLines.dossierId, [...dossierIds]))
  return new Set(rows.map(({ id }) => id))
}

/** @returns false when the form was sent before */
export async function insertExport(tx: Tx, values: typeof registerExports.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(registerExports).values(values).onConflictDoNothing().returning({ id: registerExports.id })
  return rows.length > 0
}

export async function updateExport(tx: Tx, id: string, changes: Partial<Pick<RegisterExport, 'done' | 'doneAt' | 'files'>>): Promise<void> {
  await tx.update(registerExports).set(changes).where(eq(registerExports.id, id))
}

/** Files made for a screen are not kept for ever: the rows older than this go, the book stays. */
export async function forgetExports(tx: Tx, bookId: string, before: Temporal.Instant): Promise<void> {
  await tx
    .delete(registerExports)
    .where(and(eq(registerExports.bookId, bookId), lt(registerExports.askedAt, before), sql`done_at is not null`))
}
