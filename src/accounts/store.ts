// Changes to people, staff, sessions and one-time codes.
import { and, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Actor, Duty } from './roles.ts'
import { personIdentities, persons, sessions, signInCodes, staff, staffDuties, substitutions } from './table.ts'

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

/** What a person told us while filing is remembered for the next time. Name and number that a provider vouched for are not typed over. */
export async function rememberPerson(
  tx: Tx,
  id: string,
  known: Partial<Pick<Person, 'fullName' | 'identityNumber' | 'email' | 'address'>>
): Promise<void> {
  const { fullName, identityNumber, ...always } = known
  const unlessVerified = { fullName, identityNumber }
  if (Object.values(always).some(Boolean)) await tx.update(persons).set(always).where(eq(persons.id, id))
  if (Object.values(unlessVerified).some(Boolean))
    await tx
      .update(persons)
      .set(unlessVerified)
      .where(and(eq(persons.id, id), isNull(persons.verifiedAt)))
}

/** The person of a phone nobody has yet; `undefined` when somebody has it. */
export async function insertPerson(tx: Tx, values: typeof persons.$inferInsert): Promise<Person | undefined> {
  const [person] = await tx.insert(persons).values(values).onConflictDoNothing({ target: persons.phone }).returning()
  return person
}

export async function lockPerson(tx: Tx, id: string): Promise<Person> {
  const [person] = await tx.select().from(persons).where(eq(persons.id, id)).for('update')
  return person!
}

export async function setPhone(tx: Tx, id: string, phone: string): Promise<void> {
  await tx.update(persons).set({ phone }).where(eq(persons.id, id))
}

type Verified = Partial<Pick<Person, 'fullName' | 'identityNumber' | 'bornOn'>> & Pick<Person, 'verifiedAt' | 'verifiedBy'>

/** Facts the provider gives take the place of what was typed; those it does not give stay. */
export async function verifyPerson(tx: Tx, id: string, verified: Verified): Promise<Person> {
  const [person] = await tx.update(persons).set(verified).where(eq(persons.id, id)).returning()
  return person!
}

type Identity = { issuer: string; subject: string }

/** One sign-in of an identity at a time, so that two first ones make one person. Held until the transaction ends. */
export async function lockIdentity(tx: Tx, { issuer, subject }: Identity): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`identity ${issuer} ${subject}`}, 0))`)
}

export async function insertIdentity(tx: Tx, values: typeof personIdentities.$inferInsert): Promise<void> {
  await tx.insert(personIdentities).values(values)
}

export async function markIdentityUsed(tx: Tx, id: string, used: { lastUsedAt: Temporal.Instant; level: string | null }): Promise<void> {
  await tx.update(personIdentities).set(used).where(eq(personIdentities.id, id))
}

/** @returns whether there was such a link of this person's */
export async function deleteIdentity(tx: Tx, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  const gone = await tx
    .delete(personIdentities)
    .where(and(eq(personIdentities.id, id), eq(personIdentities.personId, personId)))
    .returning({ id: personIdentities.id })
  return gone.length > 0
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

/** The row itself, held until the transaction ends. @throws Refusal PAGE_NOT_FOUND */
export async function lockStaff(tx: Tx, id: string) {
  const [member] = await tx
    .select({ id: staff.id, fullName: staff.fullName, role: staff.role, agencyId: staff.agencyId })
    .from(staff)
    .where(and(eq(staff.id, id), eq(staff.active, true)))
    .for('update')
  if (!member) throw new Refusal('PAGE_NOT_FOUND')
  return member
}

/** What a member of staff answers for from now on; an empty list: everything at the agency. */
export async function replaceDuties(tx: Tx, staffId: string, duties: readonly Duty[]): Promise<void> {
  await tx.delete(staffDuties).where(eq(staffDuties.staffId, staffId))
  if (duties.length > 0) await tx.insert(staffDuties).values(duties.map((duty) => ({ ...duty, staffId })))
}

/** The same id twice is the same substitution. */
export async function insertSubstitution(tx: Tx, row: typeof substitutions.$inferInsert): Promise<void> {
  await tx.insert(substitutions).values(row).onConflictDoNothing({ target: substitutions.id })
}

export async function endSubstitution(tx: Tx, { id, at }: { id: string; at: Temporal.Instant }): Promise<void> {
  await tx
    .update(substitutions)
    .set({ endedAt: at })
    .where(and(eq(substitutions.id, id), isNull(substitutions.endedAt)))
}

/** What has ended stays ended, whatever a request still under way writes. Whose it is may change, where it began may not. */
export async function saveSession(tx: Tx, row: typeof sessions.$inferInsert): Promise<void> {
  const { data, expiresAt, personId, staffId, device } = row
  await tx
    .insert(sessions)
    .values(row)
    .onConflictDoUpdate({ target: sessions.id, set: { data, expiresAt, personId, staffId, device }, setWhere: isNull(sessions.endedAt) })
}

/** `seenBefore` keeps it to one write in a while, however many pages are opened at once. */
export async function markSessionSeen(tx: Tx, { id, at, seenBefore }: { id: string; at: Temporal.Instant; seenBefore: Temporal.Instant }) {
  await tx
    .update(sessions)
    .set({ lastSeenAt: at })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, seenBefore)))
}

const ended = (at: Temporal.Instant) => ({ endedAt: at, data: {} })

export async function endSession(tx: Tx, { id, at }: { id: string; at: Temporal.Instant }): Promise<void> {
  await tx
    .update(sessions)
    .set(ended(at))
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}

type Ending = { of: Actor; at: Temporal.Instant; only?: string; except?: string | undefined }

/** Ends the sessions of a person or a member of staff: one, all, or all but one. @returns how many */
export async function endSessionsOf(tx: Tx, { of, at, only, except }: Ending): Promise<number> {
  const gone = await tx
    .update(sessions)
    .set(ended(at))
    .where(
      and(
        eq(of.role === 'applicant' ? sessions.personId : sessions.staffId, of.id),
        isNull(sessions.endedAt),
        only ? eq(sessions.id, only) : undefined,
        except ? ne(sessions.id, except) : undefined
      )
    )
    .returning({ id: sessions.id })
  return gone.length
}

export async function deleteExpiredSessions(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, now))
}
