// What a desk asks about the person who stands there: known from before, open dossiers, slips of guidance; and the wasted trips counted.
import { and, asc, desc, eq, gt, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import { dossiers, guidanceSlips } from './table.ts'
import type { Party } from './types.ts'

const says = (words: string) =>
  sql`to_tsvector('simple', ${dossiers.searchText}) @@ to_tsquery('simple', ${fold(words).split(' ').filter(Boolean).join(' & ')})`

type Known = { agencyId: string; identityNumber?: string | undefined; phone?: string | undefined }

/** How somebody gave their own particulars at this agency the last time: by identity number, else by phone. Other agencies' dossiers are not asked. */
export async function lastFiledBy(db: Db, { agencyId, identityNumber, phone }: Known) {
  const wanted = identityNumber
    ? and(says(identityNumber), sql`${dossiers.filer} ->> 'identityNumber' = ${identityNumber}`)
    : phone
      ? and(says(phone), sql`${dossiers.filer} ->> 'phone' = ${phone}`)
      : undefined
  if (!wanted) return undefined
  const [last] = await db
    .select({ filer: dossiers.filer, filedAt: dossiers.filedAt, procedureName: dossiers.procedureName })
    .from(dossiers)
    .where(and(eq(dossiers.agencyId, agencyId), ne(dossiers.state, 'draft'), wanted))
    .orderBy(desc(dossiers.filedAt))
    .limit(1)
  return last
}

/** Whose open dossiers: the number names a person or a business; without one, phone and name together do. */
function isOf({ identityNumber, taxCode, phone, name }: Party) {
  const is = (field: string, value: string) => sql`${dossiers.applicant} ->> ${field} = ${value}`
  if (identityNumber) return and(says(identityNumber), is('identityNumber', identityNumber))
  if (taxCode) return and(says(taxCode), is('taxCode', taxCode))
  return phone && name.trim() ? and(says(`${phone} ${name}`), is('phone', phone)) : undefined
}

/** Dossiers of a person or a business this agency has not finished, newest first. */
export async function openDossiersOf(db: Db, { agencyId, party }: { agencyId: string; party: Party }) {
  const whose = isOf(party)
  if (!whose) return []
  const { id, code, state, procedureCode, procedureName, subject, filedAt, dueAt } = dossiers
  return db
    .select({ id, code, state, procedureCode, procedureName, subject, filedAt, dueAt })
    .from(dossiers)
    .where(and(eq(dossiers.agencyId, agencyId), isNull(dossiers.finishedAt), ne(dossiers.state, 'draft'), whose))
    .orderBy(desc(dossiers.filedAt))
    .limit(10)
}
export type OpenDossier = Awaited<ReturnType<typeof openDossiersOf>>[number]

export async function findGuidance(db: Db, id: string) {
  const [slip] = await db.select().from(guidanceSlips).where(eq(guidanceSlips.id, id))
  return slip
}
export type GuidanceSlip = typeof guidanceSlips.$inferSelect

type Wanted = {
  agencyId: string
  now: Temporal.Instant
  number?: { day: Temporal.PlainDate; number: number } | undefined
  phone?: string | undefined
}

/** Slips whose visitor has not come back yet, newest first; those of a number or a phone, when one is named. */
export const openGuidanceAt = (db: Db, { agencyId, now, number, phone }: Wanted) =>
  db
    .select()
    .from(guidanceSlips)
    .where(
      and(
        eq(guidanceSlips.agencyId, agencyId),
        isNull(guidanceSlips.dossierId),
        gt(guidanceSlips.keptUntil, now),
        number ? and(eq(guidanceSlips.day, number.day), eq(guidanceSlips.number, number.number)) : undefined,
        phone ? eq(guidanceSlips.phone, phone) : undefined
      )
    )
    .orderBy(desc(guidanceSlips.day), desc(guidanceSlips.number))
    .limit(50)

type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate; agencyId?: string | undefined }

/** Trips made for nothing, by desk, procedure and day, both days included. */
export function wastedTripsAt(db: Db, { from, to, agencyId }: Period) {
  const { day, procedureCode, procedureName } = guidanceSlips
  return db
    .select({
      agencyId: guidanceSlips.agencyId,
      day,
      procedureCode,
      procedureName: sql<string>`max(${procedureName})`,
      trips: sql<number>`count(*)::int`,
      /** Of those, who has come back and filed. */
      cameBack: sql<number>`count(${guidanceSlips.dossierId})::int`
    })
    .from(guidanceSlips)
    .where(and(gte(day, from), lte(day, to), agencyId ? eq(guidanceSlips.agencyId, agencyId) : undefined))
    .groupBy(guidanceSlips.agencyId, day, procedureCode)
    .orderBy(asc(day), desc(sql`count(*)`), asc(procedureCode))
}
export type WastedTrips = Awaited<ReturnType<typeof wastedTripsAt>>[number]
