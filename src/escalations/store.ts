// Rows of notices: told once, seen, settled.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import type { Recipient } from './rules.ts'
import { escalations } from './table.ts'

export type Escalation = typeof escalations.$inferSelect
export type NewEscalation = typeof escalations.$inferInsert

/** Whoever was told already, by this process or another, is not told again. */
export async function tell(tx: Tx, rows: readonly NewEscalation[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(escalations)
      .values([...rows])
      .onConflictDoNothing()
}

/** The notice itself, while it is open and nobody else has it in hand. */
export async function claimEscalation(tx: Tx, id: string): Promise<Escalation | undefined> {
  const [row] = await tx
    .select()
    .from(escalations)
    .where(and(eq(escalations.id, id), isNull(escalations.settledAt)))
    .for('update', { skipLocked: true })
  return row
}

export async function lockEscalation(tx: Tx, id: string): Promise<Escalation | undefined> {
  const [row] = await tx.select().from(escalations).where(eq(escalations.id, id)).for('update')
  return row
}

export async function updateEscalation(tx: Tx, id: string, changes: Partial<Escalation>): Promise<void> {
  await tx.update(escalations).set(changes).where(eq(escalations.id, id))
}

type Matter = Pick<Escalation, 'subject' | 'subjectId' | 'dueAt'>

const ofMatter = ({ subject, subjectId, dueAt }: Matter, roles: readonly Recipient[]) =>
  and(
    eq(escalations.subjectId, subjectId),
    eq(escalations.subject, subject),
    eq(escalations.dueAt, dueAt),
    inArray(escalations.toRole, [...roles]),
    isNull(escalations.settledAt)
  )

/** Everything told of one matter to these roles is seen. */
export async function markSeen(
  tx: Tx,
  matter: Matter,
  { roles, at, by }: { roles: readonly Recipient[]; at: Temporal.Instant; by: string }
) {
  await tx
    .update(escalations)
    .set({ seenAt: at, seenBy: by })
    .where(and(ofMatter(matter, roles), isNull(escalations.seenAt)))
}

export async function markSettled(
  tx: Tx,
  matter: Matter,
  { roles, at, by, how }: { roles: readonly Recipient[]; at: Temporal.Instant; by: string; how: string }
) {
  await tx.update(escalations).set({ settledAt: at, settledBy: by, settledHow: how }).where(ofMatter(matter, roles))
}
