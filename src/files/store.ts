// Rows of kept files and of people's own papers.
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { files, lockerPapers } from './table.ts'

export type FileRow = typeof files.$inferSelect
export type LockerPaper = typeof lockerPapers.$inferSelect

/** The same id twice is the same file: who asks again gets what is there. */
export async function insertFile(tx: Tx, values: typeof files.$inferInsert): Promise<FileRow> {
  const [row] = await tx.insert(files).values(values).onConflictDoNothing().returning()
  if (row) return row
  const [before] = await tx.select().from(files).where(eq(files.id, values.id!))
  return before!
}

export async function changeOwner(tx: Tx, { ids, from, to }: { ids: readonly string[]; from: string; to: string }): Promise<void> {
  await tx
    .update(files)
    .set({ ownerId: to })
    .where(and(inArray(files.id, [...ids]), eq(files.ownerId, from)))
}

export async function insertLockerPaper(tx: Tx, values: typeof lockerPapers.$inferInsert): Promise<void> {
  await tx.insert(lockerPapers).values(values)
}

type Facts = Pick<LockerPaper, 'name' | 'issuer' | 'number' | 'issuedOn' | 'expiresOn' | 'updatedAt'>

export async function updateLockerPaper(tx: Tx, { id, personId, facts }: { id: string; personId: string; facts: Facts }): Promise<void> {
  await tx
    .update(lockerPapers)
    .set(facts)
    .where(and(eq(lockerPapers.id, id), eq(lockerPapers.personId, personId)))
}

export async function deleteLockerPaper(tx: Tx, { id, personId }: { id: string; personId: string }): Promise<void> {
  await tx.delete(lockerPapers).where(and(eq(lockerPapers.id, id), eq(lockerPapers.personId, personId)))
}
