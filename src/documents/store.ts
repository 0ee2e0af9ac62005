// Rows of issued papers.
import type { Tx } from '../database/client.ts'
import { issuedDocuments } from './table.ts'

/** @returns false when the paper was issued already: a job may run twice, a paper is made once */
export async function insertIssued(tx: Tx, values: typeof issuedDocuments.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(issuedDocuments).values(values).onConflictDoNothing().returning({ id: issuedDocuments.id })
  return rows.length > 0
}
