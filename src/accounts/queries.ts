// Reads of people, staff and sessions.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../database/client.ts'
import type { Actor, Duty } from './roles.ts'
import { personIdentities, persons, sessions, signInCodes, staff, staffDuties, substitutions } from './table.ts'

export async function findPerson(db: Db, id: string) {
  const [person] = await db.select().from(persons).where(eq(persons.id, id))
  return person
}

export async function findPersonByPhone(db: Db, phone: string) {
  const [person] = await db.select().from(persons).where(eq(persons.phone, phone))
  return person
}

/** The account of somebody an identity provider vouched for, by the number it vouched for. What people typed themselves is not asked. */
export async function findVerifiedPerson(db: Db, identityNumber: string) {
  const [person] = await db
    .select()
    .from(persons)
    .where(and(eq(persons.identityNumber, identityNumber), isNotNull(persons.verifiedAt)))
    .limit(1)
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

export async function findStaffById(db: Db, id: string) {
  const [member] = await db.select().from(staff).where(eq(staff.id, id))
  return member
}

export async function findStaff(db: Db, username: string) {
  const [member] = await db.select().from(staff).where(eq(staff.username, username))
  return member
}

/**
 * What somebody who works here answers for now: their own duties and those of colleagues they stand in for; `duties` is undefined
 * when that is everything at the agency. `undefined` when they do not work here any more.
 */
export async function findWorking(db: Db, id: string, now: Temporal.Instant): Promise<{ duties: Duty[] | undefined } | undefined> {
  const [member, away] = await Promise.all([
    db.select({ active: staff.active }).from(staff).where(eq(staff.id, id)),
    substitutesFor(db, id, now)
  ])
  if (!member[0]?.active) return undefined
  const duties = await dutiesOf(db, [id, ...away.map((one) => one.id)])
  // One among them without a row answers for everything.
  const isLimited = [id, ...away.map((one) => one.id)].every((one) => duties.some(({ staffId }) => staffId === one))
  return { duties: isLimited ? duties.map(({ kind, code }) => ({ kind, code })) : undefined }
}

export const dutiesOf = (db: Db, staffIds: readonly string[]) =>
  db
    .select({ staffId: staffDuties.staffId, kind: staffDuties.kind, code: staffDuties.code })
    .from(staffDuties)
    .where(inArray(staffDuties.staffId, [...staffIds]))
    .orderBy(asc(staffDuties.kind), asc(staffDuties.code))

/** The colleagues whose work somebody does now. */
export const substitutesFor = (db: Db, staffId: string, now: Temporal.Instant) =>
  db
    .select({ id: staff.id, name: staff.fullName, role: staff.role })
    .from(substitutions)
    .innerJoin(staff, eq(staff.id, substitutions.absentId))
    .where(
      and(
        eq(substitutions.substituteId, staffId),
        lte(substitutions.startsAt, now),
        gt(substitutions.endsAt, now),
        isNull(substitutions.endedAt)
      )
    )
    .orderBy(asc(substitutions.startsAt), asc(staff.id))

/** Everybody who works at an agency, by given name as names are sorted here. */
export const colleaguesAt = (db: Db, agencyId: string) =>
  db
    .select({ id: staff.id, username: staff.username, name: staff.fullName, role: staff.role, title: staff.title })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.active, true)))
    .orderBy(sql`regexp_replace(${staff.fullName}, '^.* ', '') collate "vi-x-icu"`, asc(staff.fullName))

export async function findSubstitution(db: Db, id: string) {
  const [found] = await db.select().from(substitutions).where(eq(substitutions.id, id))
  return found
}

/** Substitutions among the people of an agency that are not over yet, the next first. */
export async function substitutionsAt(db: Db, agencyId: string, now: Temporal.Instant) {
  const here = db.select({ id: staff.id }).from(staff).where(eq(staff.agencyId, agencyId))
  return db
    .select()
    .from(substitutions)
    .where(and(inArray(substitutions.absentId, here), gt(substitutions.endsAt, now), isNull(substitutions.endedAt)))
    .orderBy(asc(substitutions.startsAt), asc(substitutions.id))
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

type Coded = { sectorCode: PgColumn; procedureCode: PgColumn }

/** roles.ts answersFor as SQL, for any table that carries both codes; undefined for whoever answers for everything. */
export function withinDuties({ sectorCode, procedureCode }: Coded, duties: readonly Duty[] | undefined): SQL | undefined {
  const codes = (wanted: Duty['kind']) => (duties ?? []).filter(({ kind }) => kind === wanted).map(({ code }) => code)
  return duties && or(inArray(sectorCode, codes('sector')), inArray(procedureCode, codes('procedure')))
}
