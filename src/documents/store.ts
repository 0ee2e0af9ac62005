// Rows of issued papers, of the register of seals, and of the keys that prove them.
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { issuedDocuments, sealedPapers, verificationKeys } from './table.ts'

/** @returns false when the paper was issued already: a job may run twice, a paper is made once */
export async function insertIssued(tx: Tx, values: typeof issuedDocuments.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(issuedDocuments).values(values).onConflictDoNothing().returning({ id: issuedDocuments.id })
  return rows.length > 0
}

/** The same facts under the same key make the same text: a second time changes nothing. */
export async function insertSealed(tx: Tx, values: typeof sealedPapers.$inferInsert): Promise<void> {
  await tx.insert(sealedPapers).values(values).onConflictDoNothing()
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
