// Rows of kept files.
import type { Tx } from '../database/client.ts'
import { files } from './table.ts'

export type FileRow = typeof files.$inferSelect

export async function insertFile(tx: Tx, values: typeof files.$inferInsert): Promise<FileRow> {
  const [row] = await tx.insert(files).values(values).returning()
  return row!
}
