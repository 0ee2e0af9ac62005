// Reads of the chains: to verify them, and to show people who saw their data.
import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { AuditFacts, ChainHead } from './chain.ts'
import { auditEntries } from './table.ts'

export async function chainOf(db: Db, chain: string) {
  const rows = await db.select().from(auditEntries).where(eq(auditEntries.chain, chain)).orderBy(asc(auditEntries.seq))
  return rows.map(({ id: _, facts, ...row }) => ({ ...row, facts: facts as AuditFacts }))
}

/** Who read a dossier, newest first (at most 200). */
export const readersOf = (db: Db, chain: string) =>
  db
    .select({ at: auditEntries.at, name: auditEntries.actorName, role: auditEntries.actorRole })
    .from(auditEntries)
    .where(and(eq(auditEntries.chain, chain), eq(auditEntries.action, 'read')))
    .orderBy(desc(auditEntries.seq))
    .limit(200)

/** What somebody did with a dossier, newest first (at most 100): a helper's acts, for the citizen who asked for them. */
export const actsOf = (db: Db, { chain, actorId }: { chain: string; actorId: string }) =>
  db
    .select({ at: auditEntries.at, name: auditEntries.actorName, action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.chain, chain), eq(auditEntries.actorId, actorId)))
    .orderBy(desc(auditEntries.seq))
    .limit(100)

type Since = { chain: string; actorId: string; since: Temporal.Instant; action?: string }

export async function hasActedSince(db: Db, { chain, actorId, since, action = 'read' }: Since) {
  const [row] = await db
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(
      and(eq(auditEntries.chain, chain), eq(auditEntries.actorId, actorId), eq(auditEntries.action, action), gt(auditEntries.at, since))
    )
    .limit(1)
  return row !== undefined
}

/** Where a chain ends whose owner keeps no head of its own; the caller holds the owner's lock. */
export async function headOf(db: Db, chain: string): Promise<ChainHead> {
  const [last] = await db
    .select({ count: auditEntries.seq, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.chain, chain))
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return last ?? { count: 0, hash: '' }
}
