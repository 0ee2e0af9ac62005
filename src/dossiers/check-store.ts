// Checking what came from afar: who is looking at a dossier, the verdict on each paper, and a second question only by leave.
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dossierLeases, paperChecks, secondRequests } from './table.ts'

export type PaperCheck = typeof paperChecks.$inferSelect
export type SecondRequest = typeof secondRequests.$inferSelect

/** The newest verdict takes the place of the one before. `keep`: only papers nobody has said anything about. */
export async function saveChecks(tx: Tx, rows: readonly (typeof paperChecks.$inferInsert)[], { keep = false } = {}): Promise<void> {
  if (rows.length === 0) return
  const insert = tx.insert(paperChecks).values([...rows])
  const { verdict, reasonCode, words, byId, byName, at } = rows[0]!
  await (keep
    ? insert.onConflictDoNothing()
    : insert.onConflictDoUpdate({ target: paperChecks.paperId, set: { verdict, reasonCode, words, byId, byName, at } }))
}

type Look = { dossierId: string; staffId: string; staffName: string; at: Temporal.Instant; until: Temporal.Instant }

/** The look is theirs when nobody else's holds, or when they take it over. @returns whose it is now */
export async function takeLease(tx: Tx, { dossierId, staffId, staffName, at, until }: Look, { takeOver = false } = {}) {
  const mine = and(eq(dossierLeases.staffId, staffId), gt(dossierLeases.until, at))
  await tx
    .insert(dossierLeases)
    .values({ dossierId, staffId, staffName, since: at, until })
    .onConflictDoUpdate({
      target: dossierLeases.dossierId,
      set: { staffId, staffName, until, since: sql`case when ${mine} then ${dossierLeases.since} else excluded.since end` },
      setWhere: takeOver ? undefined : or(eq(dossierLeases.staffId, staffId), lte(dossierLeases.until, at))
    })
  const [lease] = await tx.select().from(dossierLeases).where(eq(dossierLeases.dossierId, dossierId))
  return lease!
}

/** One is open for a dossier; the same form sent twice is one. @returns undefined when another one is open */
export async function insertSecondRequest(tx: Tx, values: typeof secondRequests.$inferInsert): Promise<SecondRequest | undefined> {
  const [made] = await tx.insert(secondRequests).values(values).onConflictDoNothing().returning()
  return made
}

/** Held, and still unanswered; its dossier is locked before it. @throws Refusal SECOND_REQUEST_NOT_FOUND */
export async function lockSecondRequest(tx: Tx, id: string): Promise<SecondRequest> {
  const [found] = await tx
    .select()
    .from(secondRequests)
    .where(and(eq(secondRequests.id, id), isNull(secondRequests.decision)))
    .for('update')
  if (!found) throw new Refusal('SECOND_REQUEST_NOT_FOUND', { id })
  return found
}

export async function decideSecondRequest(
  tx: Tx,
  id: string,
  decided: Required<Pick<SecondRequest, 'decision' | 'decidedById' | 'decidedBy' | 'decidedAt' | 'decisionReason'>>
): Promise<SecondRequest> {
  const [saved] = await tx.update(secondRequests).set(decided).where(eq(secondRequests.id, id)).returning()
  return saved!
}
