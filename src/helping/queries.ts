// Reads of consents: by whom, for whom, for which dossier; and how many codes went where today.
import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { Consent } from './store.ts'
import { helperAsks, helperConsents } from './table.ts'

export async function findConsent(db: Db, id: string): Promise<Consent | undefined> {
  const [consent] = await db.select().from(helperConsents).where(eq(helperConsents.id, id))
  return consent
}

/** The latest consent by which somebody helps, or helped, with a dossier. */
export async function consentFor(db: Db, { dossierId, helperId }: { dossierId: string; helperId: string }): Promise<Consent | undefined> {
  const [consent] = await db
    .select()
    .from(helperConsents)
    .where(and(eq(helperConsents.dossierId, dossierId), eq(helperConsents.helperId, helperId)))
    .orderBy(desc(helperConsents.givenAt))
    .limit(1)
  return consent
}

/** Everybody who was asked to help with a dossier, the latest first. */
export const consentsOfDossier = (db: Db, dossierId: string): Promise<Consent[]> =>
  db.select().from(helperConsents).where(eq(helperConsents.dossierId, dossierId)).orderBy(desc(helperConsents.givenAt))

export const consentsOfPerson = (db: Db, personId: string): Promise<Consent[]> =>
  db.select().from(helperConsents).where(eq(helperConsents.personId, personId)).orderBy(desc(helperConsents.givenAt)).limit(50)

/** For the person themselves, or for their phone as long as nobody has taken it up. */
export const consentsForHelper = (db: Db, { id, phone }: { id: string; phone: string }): Promise<Consent[]> =>
  db
    .select()
    .from(helperConsents)
    .where(or(eq(helperConsents.helperId, id), and(isNull(helperConsents.helperId), eq(helperConsents.helperPhone, phone))))
    .orderBy(desc(helperConsents.givenAt))
    .limit(50)

export async function findAsk(db: Db, { id, helperId }: { id: string; helperId: string }) {
  const [ask] = await db
    .select()
    .from(helperAsks)
    .where(and(eq(helperAsks.id, id), eq(helperAsks.helperId, helperId)))
  return ask
}

const counted = sql<number>`count(*)::int`

/** Codes asked for since then: by a helper, and to a phone. */
export async function asksSince(db: Db, { helperId, phone, since }: { helperId: string; phone: string; since: Temporal.Instant }) {
  const [by] = await db
    .select({ n: counted })
    .from(helperAsks)
    .where(and(eq(helperAsks.helperId, helperId), gt(helperAsks.createdAt, since)))
  const [to] = await db
    .select({ n: counted })
    .from(helperAsks)
    .where(and(eq(helperAsks.personPhone, phone), gt(helperAsks.createdAt, since)))
  return { byHelper: by!.n, toPhone: to!.n }
}

/** Helpers named since then: by a citizen, and at a phone. */
export async function namedSince(db: Db, { personId, phone, since }: { personId: string; phone: string; since: Temporal.Instant }) {
  const [by] = await db
    .select({ n: counted })
    .from(helperConsents)
    .where(and(eq(helperConsents.personId, personId), eq(helperConsents.way, 'named'), gt(helperConsents.givenAt, since)))
  const [to] = await db
    .select({ n: counted })
    .from(helperConsents)
    .where(and(eq(helperConsents.helperPhone, phone), eq(helperConsents.way, 'named'), gt(helperConsents.givenAt, since)))
  return { byPerson: by!.n, toPhone: to!.n }
}
