// Reads of kept files.
import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { FileRow } from './store.ts'
import { files } from './table.ts'

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
