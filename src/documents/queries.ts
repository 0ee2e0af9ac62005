// Reads of issued papers.
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { type IssuedForm, issuedDocuments } from './table.ts'

export const issuedOf = (db: Db, dossierId: string) =>
  db.select().from(issuedDocuments).where(eq(issuedDocuments.dossierId, dossierId)).orderBy(asc(issuedDocuments.madeAt))

export async function hasIssued(
  db: Db,
  { dossierId, form, moveSeq }: { dossierId: string; form: IssuedForm; moveSeq: number }
): Promise<boolean> {
  const [row] = await db
    .select({ id: issuedDocuments.id })
    .from(issuedDocuments)
    .where(and(eq(issuedDocuments.dossierId, dossierId), eq(issuedDocuments.form, form), eq(issuedDocuments.moveSeq, moveSeq)))
  return row !== undefined
}

export async function dossierOfIssuedFile(db: Db, fileId: string): Promise<string | undefined> {
  const [row] = await db.select({ dossierId: issuedDocuments.dossierId }).from(issuedDocuments).where(eq(issuedDocuments.fileId, fileId))
  return row?.dossierId
}
