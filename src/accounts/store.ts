// Changes to people, staff, sessions and one-time codes.
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { persons, sessions, signInCodes, staff } from './table.ts'

export type Person = typeof persons.$inferSelect
export type NewStaff = typeof staff.$inferInsert

/** The person of a phone; made at the first sign-in. */
export async function ensurePerson(
  tx: Tx,
  { phone, locale, at }: { phone: string; locale: 'vi' | 'en'; at: Temporal.Instant }
): Promise<Person> {
  const [person] = await tx
    .insert(persons)
    .values({ phone, locale, createdAt: at })
    .onConflictDoUpdate({ target: persons.phone, set: { phone } })
    .returning()
  return person!
}

/** What a person told us while filing is remembered for the next time. */
export async function rememberPerson(
  tx: Tx,
  id: string,
  known: Partial<Pick<Person, 'fullName' | 'identityNumber' | 'email' | 'address'>>
): Promise<void> {
  if (Object.keys(known).length > 0) await tx.update(persons).set(known).where(eq(persons.id, id))
}

/** One request for a code at a time for a phone, so that the limit counts. Held until the transaction ends. */
export async function lockPhone(tx: Tx, phone: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${phone}`}, 0))`)
}

/** A new code takes the place of those before it: five tries are five tries, however many codes were sent. */
export async function insertCode(tx: Tx, values: typeof signInCodes.$inferInsert): Promise<void> {
  await tx
    .update(signInCodes)
    .set({ usedAt: values.createdAt })
    .where(and(eq(signInCodes.phone, values.phone), isNull(signInCodes.usedAt)))
  await tx.insert(signInCodes).values(values)
}

/** The newest code of a phone that can still be used, locked. */
export async function lockUsableCode(tx: Tx, { phone, at }: { phone: string; at: Temporal.Instant }) {
  const usable = and(
    eq(signInCodes.phone, phone),
    isNull(signInCodes.usedAt),
    sql`${signInCodes.expiresAt} > ${at}`,
    lt(signInCodes.tries, 5)
  )
  const [code] = await tx.select().from(signInCodes).where(usable).orderBy(desc(signInCodes.createdAt)).limit(1).for('update')
  return code
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(eq(signInCodes.id, id))
}

export async function useCode(tx: Tx, id: string, usedAt: Temporal.Instant): Promise<void> {
  await tx.update(signInCodes).set({ usedAt }).where(eq(signInCodes.id, id))
}

/** Adds the staff that are not there yet, by user name. */
export async function ensureStaff(tx: Tx, rows: readonly NewStaff[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(staff)
      .values([...rows])
      .onConflictDoNothing({ target: staff.username })
}

export async function saveSession(tx: Tx, row: typeof sessions.$inferInsert): Promise<void> {
  await tx
    .insert(sessions)
    .values(row)
    .onConflictDoUpdate({ target: sessions.id, set: { data: row.data, expiresAt: row.expiresAt } })
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id))
}

export async function deleteExpiredSessions(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, now))
}
