// Rows of issued papers, of the register of seals, and of the keys that prove them.
import { and, eq, isNull, max, ne, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { formWordings, issuedDocuments, sealedPapers, verificationKeys, voidedReceipts } from './table.ts'

/** @returns false when the paper was issued already: a job may run twice, a paper is made once */
export async function insertIssued(tx: Tx, values: typeof issuedDocuments.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(issuedDocuments).values(values).onConflictDoNothing().returning({ id: issuedDocuments.id })
  return rows.length > 0
}

/** The same facts under the same key make the same text: a second time changes nothing. */
export async function insertSealed(tx: Tx, values: typeof sealedPapers.$inferInsert): Promise<void> {
  await tx.insert(sealedPapers).values(values).onConflictDoNothing()
}

/** From now on whoever checks the receipt reads that it was taken back. Twice is once. */
export async function insertVoided(tx: Tx, values: typeof voidedReceipts.$inferInsert): Promise<void> {
  await tx.insert(voidedReceipts).values(values).onConflictDoNothing()
}

/** Published once. A paper about an earlier minute than the key draws the key's beginning back to it. */
export async function ensureKey(tx: Tx, values: Omit<typeof verificationKeys.$inferInsert, 'validTo'>): Promise<void> {
  await tx
    .insert(verificationKeys)
    .values(values)
    .onConflictDoUpdate({
      target: verificationKeys.id,
      set: { validFrom: sql`least(${verificationKeys.validFrom}, excluded.valid_from)` }
    })
}

/** The key in use has no end, also when it was put away before. */
export async function openKey(tx: Tx, id: string): Promise<void> {
  await tx.update(verificationKeys).set({ validTo: null }).where(eq(verificationKeys.id, id))
}

export async function endOtherKeys(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .update(verificationKeys)
    .set({ validTo: at })
    .where(and(ne(verificationKeys.id, id), isNull(verificationKeys.validTo)))
}

/** @returns false when it was taken back before, or there is no such paper */
export async function markRevoked(
  tx: Tx,
  { id, at, by, reason }: { id: string; at: Temporal.Instant; by: string; reason: string }
): Promise<boolean> {
  const rows = await tx
    .update(sealedPapers)
    .set({ revokedAt: at, revokedBy: by, revokedReason: reason })
    .where(and(eq(sealedPapers.id, id), isNull(sealedPapers.revokedAt)))
    .returning({ id: sealedPapers.id })
  return rows.length > 0
}

/** The next version of a form's words. The same id twice is the same version. */
export async function insertWording(tx: Tx, row: Omit<typeof formWordings.$inferInsert, 'version'>): Promise<void> {
  // Two administrators at once: the second waits, and gets the number after.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`form_wordings ${row.form}`}))`)
  const [known] = await tx.select({ id: formWordings.id }).from(formWordings).where(eq(formWordings.id, row.id!))
  if (known) return
  const [last] = await tx
    .select({ version: max(formWordings.version) })
    .from(formWordings)
    .where(eq(formWordings.form, row.form))
  // The words as first printed are version 1 and no row.
  await tx.insert(formWordings).values({ ...row, version: (last?.version ?? 1) + 1 })
}
