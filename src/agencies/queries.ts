// Who is there: one agency, the agencies of a level, the wards of a district, and when their desks are open.
import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import { type AgencyLevel, mostSpecificHours, type OpeningTimes } from './rules.ts'
import { agencies, desks, openingHours } from './table.ts'

export type Agency = typeof agencies.$inferSelect
export type Desk = typeof desks.$inferSelect
export type AgencyList = { items: Agency[]; next: string | null }

// Vietnamese order: Đ after D, marks by their rank.
const byName = [sql`${agencies.name} collate "vi-x-icu"`, asc(agencies.code)]

async function list(db: Db, where: SQL | undefined): Promise<AgencyList> {
  const items = await db
    .select()
    .from(agencies)
    .where(where)
    .orderBy(...byName)
  return { items, next: null }
}

/** By its code: `STTTT`, `303`, `11296`. */
export async function findAgency(db: Db, code: string): Promise<Agency | undefined> {
  const [found] = await db.select().from(agencies).where(eq(agencies.code, code))
  return found
}

export async function findAgencyById(db: Db, id: string): Promise<Agency | undefined> {
  const [found] = await db.select().from(agencies).where(eq(agencies.id, id))
  return found
}

/** Several by their ids, A–Z. */
export const agenciesWithIds = async (db: Db, ids: readonly string[]): Promise<Agency[]> =>
  ids.length === 0 ? [] : (await list(db, inArray(agencies.id, [...ids]))).items

/** For an id that another row holds: not finding it is our bug. */
export async function getAgencyById(db: Db, id: string): Promise<Agency> {
  const found = await findAgencyById(db, id)
  if (!found) throw new Error(`no agency ${id}`)
  return found
}

/** All agencies, or those of one level, A–Z. */
export function agenciesOf(db: Db, level?: AgencyLevel): Promise<AgencyList> {
  return list(db, level && eq(agencies.level, level))
}

/** The wards of a district by the district's code, A–Z; none when there is no such district. */
export function wardsOf(db: Db, districtCode: string): Promise<AgencyList> {
  const district = db.select({ id: agencies.id }).from(agencies).where(eq(agencies.code, districtCode))
  return list(db, and(eq(agencies.level, 'ward'), sql`${agencies.parentId} = (${district})`))
}

/** The desks of an agency. */
export function desksOf(db: Db, agencyId: string): Promise<Desk[]> {
  return db.select().from(desks).where(eq(desks.agencyId, agencyId)).orderBy(desks.name)
}

/** The whole week's opening times in force on `day`; a weekday without a line is a day without a desk. */
export async function openingHoursOf(db: Db, agencyId: string, day: Temporal.PlainDate): Promise<OpeningTimes[]> {
  const itsLevel = db.select({ level: agencies.level }).from(agencies).where(eq(agencies.id, agencyId))
  const rows = await db
    .select()
    .from(openingHours)
    .where(
      and(
        or(eq(openingHours.agencyId, agencyId), isNull(openingHours.agencyId)),
        or(isNull(openingHours.level), sql`${openingHours.level} = (${itsLevel})`),
        lte(openingHours.validFrom, day),
        or(isNull(openingHours.validTo), gt(openingHours.validTo, day))
      )
    )
  return mostSpecificHours(rows)
}

/** Its opening times of all dates, for counting ahead: rank 2 is its own, 1 its level's, 0 everybody's; the highest holds on a day. */
export async function openingHoursFor(db: Db, agencyId: string) {
  const itsLevel = db.select({ level: agencies.level }).from(agencies).where(eq(agencies.id, agencyId))
  const rows = await db
    .select()
    .from(openingHours)
    .where(
      and(
        or(eq(openingHours.agencyId, agencyId), isNull(openingHours.agencyId)),
        or(isNull(openingHours.level), sql`${openingHours.level} = (${itsLevel})`)
      )
    )
  return rows.map(({ agencyId: own, level, weekday, opens, closes, validFrom, validTo }) => {
    return { weekday, opens, closes, validFrom, validTo, rank: own ? 2 : level ? 1 : 0 }
  })
}

/** Words in any order, the last one perhaps unfinished, with or without marks; those spelt exactly as asked come first. */
export async function searchAgencies(db: Db, text: string, limit: number): Promise<AgencyList> {
  const words = fold(text).split(' ').filter(Boolean)
  const found = (word: string, index: number) =>
    sql`' ' || ${agencies.searchText} || ' ' like ${`% ${word}${index === words.length - 1 ? '' : ' '}%`}`
  const exact = sql`(strpos(lower(${agencies.name}), ${text.normalize('NFC').trim().toLowerCase()}) = 0)`
  const items = await db
    .select()
    .from(agencies)
    .where(and(...words.map(found)))
    .orderBy(exact, ...byName)
    .limit(limit)
  return { items, next: null }
}
