// Reads of kept files and of people's own papers.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { FileRow, LockerPaper } from './store.ts'
import { files, lockerPapers } from './table.ts'

export async function findFile(db: Db, id: string): Promise<FileRow | undefined> {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row
}

export const filesOf = (db: Db, ids: readonly string[]): Promise<FileRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(files)
        .where(inArray(files.id, [...ids]))

/** Everything a person keeps here, by name. */
export const lockerOf = (db: Db, personId: string): Promise<LockerPaper[]> =>
  db.select().from(lockerPapers).where(eq(lockerPapers.personId, personId)).orderBy(asc(lockerPapers.name), asc(lockerPapers.id))

export async function findLockerPaper(db: Db, { id, personId }: { id: string; personId: string }): Promise<LockerPaper | undefined> {
  const [row] = await db
    .select()
    .from(lockerPapers)
    .where(and(eq(lockerPapers.id, id), eq(lockerPapers.personId, personId)))
  return row
}
