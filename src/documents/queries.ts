// Reads of issued papers, of the register of seals and of the published keys.
import { and, asc, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { IssuedForm } from './rules.ts'
import { formWordings, issuedDocuments, sealedPapers, verificationKeys, voidedReceipts } from './table.ts'
import { fromBase64Url, type VerificationKey } from './verification.ts'
import { type WordedForm, type Wording, wordedForms } from './wording.ts'

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

export type SealedPaper = typeof sealedPapers.$inferSelect

export async function findSealedById(db: Db, id: string): Promise<SealedPaper | undefined> {
  const [row] = await db.select().from(sealedPapers).where(eq(sealedPapers.id, id))
  return row
}

export async function findSealedByToken(db: Db, token: string): Promise<SealedPaper | undefined> {
  const [row] = await db.select().from(sealedPapers).where(eq(sealedPapers.token, token))
  return row
}

export async function findVoided(db: Db, token: string): Promise<typeof voidedReceipts.$inferSelect | undefined> {
  const [row] = await db.select().from(voidedReceipts).where(eq(voidedReceipts.token, token))
  return row
}

/** By the hash of its bytes; the newest when the same bytes were issued twice. */
export async function findSealedByHash(db: Db, sha256: string): Promise<SealedPaper | undefined> {
  const [row] = await db.select().from(sealedPapers).where(eq(sealedPapers.sha256, sha256)).orderBy(desc(sealedPapers.issuedAt)).limit(1)
  return row
}

export const sealedOf = (db: Db, dossierId: string): Promise<SealedPaper[]> =>
  db.select().from(sealedPapers).where(eq(sealedPapers.dossierId, dossierId)).orderBy(asc(sealedPapers.issuedAt))

/** Every key that ever sealed, the one in use first. */
export async function publishedKeys(db: Db): Promise<VerificationKey[]> {
  const rows = await db.select().from(verificationKeys).orderBy(desc(verificationKeys.validFrom))
  return rows.map(({ id, publicKey, validFrom, validTo }) => ({
    id,
    publicKey: fromBase64Url(publicKey)!,
    // Whole seconds, as papers are sealed: the second in which a key began is its own.
    validFrom: Math.floor(validFrom.epochMilliseconds / 1000),
    validTo: validTo && Math.ceil(validTo.epochMilliseconds / 1000)
  }))
}

/** The words of a form on a day; empty as long as nobody changed the first ones. Of two that begin alike the later one counts. */
export async function wordingOn(db: Db, form: IssuedForm | WordedForm, on: Temporal.PlainDate): Promise<Wording> {
  const worded = wordedForms.find((one) => one === form)
  if (!worded) return {}
  const [row] = await db
    .select({ texts: formWordings.texts })
    .from(formWordings)
    .where(and(eq(formWordings.form, worded), lte(formWordings.validFrom, on)))
    .orderBy(desc(formWordings.validFrom), desc(formWordings.version))
    .limit(1)
  return row?.texts ?? {}
}

export const wordingVersions = (db: Db, form: WordedForm) =>
  db.select().from(formWordings).where(eq(formWordings.form, form)).orderBy(desc(formWordings.version))
