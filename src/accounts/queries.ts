// Reads of people, staff and sessions.
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { Actor } from './roles.ts'
import { personIdentities, persons, sessions, signInCodes, staff } from './table.ts'

export async function findPerson(db: Db, id: string) {
  const [person] = await db.select().from(persons).where(eq(persons.id, id))
  return person
}

export async function findPersonByPhone(db: Db, phone: string) {
  const [person] = await db.select().from(persons).where(eq(persons.phone, phone))
  return person
}

/** Whose identity this is, if anybody's. */
export async function findIdentity(db: Db, { issuer, subject }: { issuer: string; subject: string }) {
  const [identity] = await db
    .select()
    .from(personIdentities)
    .where(and(eq(personIdentities.issuer, issuer), eq(personIdentities.subject, subject)))
  return identity
}

export async function identitiesOf(db: Db, personId: string) {
  return db.select().from(personIdentities).where(eq(personIdentities.personId, personId)).orderBy(asc(personIdentities.linkedAt))
}

export async function findStaff(db: Db, username: string) {
  const [member] = await db.select().from(staff).where(eq(staff.username, username))
  return member
}

/** Whether a staff account is still somebody's who works here. */
export async function isWorking(db: Db, id: string): Promise<boolean> {
  const [member] = await db.select({ active: staff.active }).from(staff).where(eq(staff.id, id))
  return member?.active ?? false
}

/** What a session holds, unless it has ended or run out. */
export async function findSession(db: Db, id: string, now: Temporal.Instant) {
  const [session] = await db
    .select({ data: sessions.data, lastSeenAt: sessions.lastSeenAt, personId: sessions.personId, staffId: sessions.staffId })
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now), isNull(sessions.endedAt)))
  return session
}

/** Where somebody is signed in, the newest first. */
export async function sessionsOf(db: Db, of: Actor, now: Temporal.Instant) {
  const { id, device, createdAt, lastSeenAt } = sessions
  return db
    .select({ id, device, createdAt, lastSeenAt })
    .from(sessions)
    .where(
      and(eq(of.role === 'applicant' ? sessions.personId : sessions.staffId, of.id), gt(sessions.expiresAt, now), isNull(sessions.endedAt))
    )
    .orderBy(desc(lastSeenAt), desc(createdAt))
}

/** How many codes a phone was sent since then: a stranger must not make it ring all night. */
export async function codesSentSince(db: Db, phone: string, since: Temporal.Instant): Promise<number> {
  const [row] = await db
    .select({ sent: sql<number>`count(*)::int` })
    .from(signInCodes)
    .where(and(eq(signInCodes.phone, phone), gt(signInCodes.createdAt, since)))
  return row!.sent
}
