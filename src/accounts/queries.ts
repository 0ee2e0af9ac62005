// Reads of people, staff and sessions.
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { persons, sessions, signInCodes, staff } from './table.ts'

export async function findPerson(db: Db, id: string) {
  const [person] = await db.select().from(persons).where(eq(persons.id, id))
  return person
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

export async function findSession(db: Db, id: string, now: Temporal.Instant) {
  const [session] = await db
    .select({ data: sessions.data })
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
  return session?.data
}

/** How many codes a phone was sent since then: a stranger must not make it ring all night. */
export async function codesSentSince(db: Db, phone: string, since: Temporal.Instant): Promise<number> {
  const [row] = await db
    .select({ sent: sql<number>`count(*)::int` })
    .from(signInCodes)
    .where(and(eq(signInCodes.phone, phone), gt(signInCodes.createdAt, since)))
  return row!.sent
}
