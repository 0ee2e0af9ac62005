// Changes to consents and to the codes that ask for them. Whoever also changes the dossier locks it first: dossier, then consent.
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { codeTries, type Ending } from './rules.ts'
import { helperAsks, helperConsents } from './table.ts'

export type Consent = typeof helperConsents.$inferSelect
type NewConsent = typeof helperConsents.$inferInsert

/** One asker at a time for a phone or a person, so that the limits count. Held until the transaction ends. */
export async function lockAsking(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`helping ${key}`}, 0))`)
}

export async function insertConsent(tx: Tx, values: NewConsent): Promise<Consent> {
  const [consent] = await tx.insert(helperConsents).values(values).returning()
  return consent!
}

export async function lockConsent(tx: Tx, id: string): Promise<Consent | undefined> {
  const [consent] = await tx.select().from(helperConsents).where(eq(helperConsents.id, id)).for('update')
  return consent
}

/** A consent that nobody can end before the transaction does; several acts may hold it at once. */
export async function holdConsent(tx: Tx, id: string): Promise<Consent | undefined> {
  const [consent] = await tx.select().from(helperConsents).where(eq(helperConsents.id, id)).for('share')
  return consent
}

export async function updateConsent(
  tx: Tx,
  id: string,
  changes: Partial<Pick<Consent, 'helperId' | 'dossierId' | 'usedAt'>>
): Promise<void> {
  await tx.update(helperConsents).set(changes).where(eq(helperConsents.id, id))
}

export async function endConsent(tx: Tx, id: string, { why, at }: { why: Ending; at: Temporal.Instant }): Promise<void> {
  await tx
    .update(helperConsents)
    .set({ endedAt: at, endedWhy: why })
    .where(and(eq(helperConsents.id, id), isNull(helperConsents.endedAt)))
}

export async function insertAsk(tx: Tx, values: typeof helperAsks.$inferInsert): Promise<string> {
  // A new code takes the place of the one before it: five tries are five tries.
  await tx
    .update(helperAsks)
    .set({ usedAt: values.createdAt })
    .where(and(eq(helperAsks.helperId, values.helperId), eq(helperAsks.personPhone, values.personPhone), isNull(helperAsks.usedAt)))
  const [ask] = await tx.insert(helperAsks).values(values).returning({ id: helperAsks.id })
  return ask!.id
}

/** A code that can still be used by the helper who asked for it, locked; its try is counted. */
export async function tryAsk(tx: Tx, { id, helperId, at }: { id: string; helperId: string; at: Temporal.Instant }) {
  const [ask] = await tx
    .update(helperAsks)
    .set({ tries: sql`${helperAsks.tries} + 1` })
    .where(
      and(
        eq(helperAsks.id, id),
        eq(helperAsks.helperId, helperId),
        isNull(helperAsks.usedAt),
        sql`${helperAsks.expiresAt} > ${at}`,
        lt(helperAsks.tries, codeTries)
      )
    )
    .returning()
  return ask
}

export async function useAsk(tx: Tx, id: string, usedAt: Temporal.Instant): Promise<void> {
  await tx.update(helperAsks).set({ usedAt }).where(eq(helperAsks.id, id))
}
