// Slips of people who came with too little: numbered within desk and day, forgotten in time, counted for good.
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { guidanceSlips } from './table.ts'

export type NewGuidance = Omit<typeof guidanceSlips.$inferInsert, 'number'>

/** The next slip of a desk and day; one desk at a time, so that no number is given twice. @returns nothing when it was given before */
export async function insertGuidance(tx: Tx, slip: NewGuidance): Promise<typeof guidanceSlips.$inferSelect | undefined> {
  const { agencyId, day } = slip
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`guidance ${agencyId} ${day}`}, 0))`)
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${guidanceSlips.number}), 0)::int` })
    .from(guidanceSlips)
    .where(and(eq(guidanceSlips.agencyId, agencyId), eq(guidanceSlips.day, day)))
  const [made] = await tx
    .insert(guidanceSlips)
    .values({ ...slip, number: last!.number + 1 })
    .onConflictDoNothing({ target: guidanceSlips.id })
    .returning()
  return made
}

/** Its visitor came back with everything: the slip leads to the dossier, and what it kept of the visit is not needed any more. */
export async function linkGuidance(
  tx: Tx,
  { id, agencyId, dossierId }: { id: string; agencyId: string; dossierId: string }
): Promise<void> {
  await tx
    .update(guidanceSlips)
    .set({ dossierId, draft: null })
    .where(and(eq(guidanceSlips.id, id), eq(guidanceSlips.agencyId, agencyId), isNull(guidanceSlips.dossierId)))
}

/** Nobody came back: who it was and what was typed is forgotten, the trip stays counted. */
export async function forgetGuidance(tx: Tx, { id, before }: { id: string; before: Temporal.Instant }): Promise<void> {
  await tx
    .update(guidanceSlips)
    .set({ name: '', phone: '', draft: null })
    .where(and(eq(guidanceSlips.id, id), lte(guidanceSlips.keptUntil, before)))
}
