// Where is the original? Asked by its code, by its dossier, by who works where; and the lists from hand to hand.
import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type Actor, answersFor } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import { type HandOverLine, type HandOverList, handOverLines, handOverLists, type Original, originalHandovers, originals } from './table.ts'
import type { Holder, Receiver } from './types.ts'

export type { HandOverLine, HandOverList, Original, SavedAct } from './table.ts'

/** The answer: who has it, since when, given by whom; and while one side only has confirmed, to whom it is on its way. */
export type OriginalNow = {
  id: string
  code: string
  name: string
  form: string
  fate: Original['fate']
  holder: Holder
  heldSince: Temporal.Instant
  givenBy: string
  onWay?: { to: Receiver; since: Temporal.Instant; by: string; listId: string | undefined }
}

const nowOf = ({ id, code, name, form, fate, holder, heldSince, givenBy, offer }: Original): OriginalNow => ({
  id,
  code,
  name,
  form,
  fate,
  holder,
  heldSince,
  givenBy,
  ...(offer && { onWay: { to: offer.to, since: Temporal.Instant.from(offer.at), by: offer.by, listId: offer.listId } })
})

/** Always answers, for as long as the original is known. Those written down by mistake are left out. */
export async function whereIs(db: Db, asked: { code: string } | { dossierId: string }): Promise<OriginalNow[]> {
  const which = 'code' in asked ? eq(originals.code, asked.code) : eq(originals.dossierId, asked.dossierId)
  const rows = await db.select().from(originals).where(which).orderBy(asc(originals.registeredAt), asc(originals.id))
  return rows.filter(({ holderKind }) => 'code' in asked || holderKind !== 'removed').map(nowOf)
}

export async function findOriginal(db: Db, id: string): Promise<Original | undefined> {
  const [row] = await db.select().from(originals).where(eq(originals.id, id))
  return row
}

export async function findOriginalByCode(db: Db, code: string): Promise<Original | undefined> {
  const [row] = await db.select().from(originals).where(eq(originals.code, code))
  return row
}

/** Everything that ever happened to it, oldest first. */
export const actsOf = (db: Db, originalId: string) =>
  db.select().from(originalHandovers).where(eq(originalHandovers.originalId, originalId)).orderBy(asc(originalHandovers.seq))

/** What the desk of an agency (any desk without one) can give back now: here, not on its way, not kept by the agency. */
export async function heldOriginalsOf(db: Db, dossierId: string, agencyId?: string): Promise<{ id: string; code: string; name: string }[]> {
  return db
    .select({ id: originals.id, code: originals.code, name: originals.name })
    .from(originals)
    .where(
      and(
        eq(originals.dossierId, dossierId),
        inArray(originals.holderKind, ['desk', 'shelf']),
        agencyId ? eq(originals.holderAgencyId, agencyId) : undefined,
        sql`${originals.offer} is null`,
        sql`${originals.fate} <> 'retained'`
      )
    )
    .orderBy(asc(originals.registeredAt), asc(originals.id))
}

/** The codes of these dossiers' originals that are at the same place: what a bundle would be without a gap. */
export async function countHeld(db: Db, dossierIds: readonly string[], holder: Holder): Promise<number> {
  if (dossierIds.length === 0) return 0
  const [row] = await db
    .select({ n: count() })
    .from(originals)
    .where(and(inArray(originals.dossierId, [...dossierIds]), heldBy(holder), sql`${originals.offer} is null`))
  return row!.n
}

function heldBy(holder: Holder): SQL | undefined {
  if (holder.kind === 'officer') return eq(originals.holderPersonId, holder.personId)
  if (holder.kind === 'desk' || holder.kind === 'shelf')
    return and(eq(originals.holderAgencyId, holder.agencyId), inArray(originals.holderKind, ['desk', 'shelf']))
  return sql`false`
}

/** What is in this person's hands (an officer) or at this person's desk (a clerk), longest first. */
export async function inHandsOf(db: Db, by: Actor, holder: Holder, { limit = 50 } = {}): Promise<Original[]> {
  const rows = await db
    .select()
    .from(originals)
    .where(heldBy(holder))
    .orderBy(asc(originals.heldSince), asc(originals.id))
    .limit(limit * 4)
  return rows.filter((row) => answersFor(by, row)).slice(0, limit)
}

/** Reported lost at an agency and not found since. */
export const lostAt = (db: Db, agencyId: string) =>
  db
    .select()
    .from(originals)
    .where(and(eq(originals.agencyId, agencyId), eq(originals.holderKind, 'lost')))
    .orderBy(desc(originals.heldSince))
    .limit(20)

/** Lists somebody has to confirm: those to the desk for its clerks, those to oneself for an officer. */
export function listsFor(db: Db, to: Holder): Promise<HandOverList[]> {
  const mine =
    to.kind === 'officer'
      ? eq(handOverLists.receiverPersonId, to.personId)
      : and(
          eq(handOverLists.receiverAgencyId, 'agencyId' in to ? to.agencyId : '00000000-0000-0000-0000-000000000000'),
          eq(handOverLists.receiverKind, 'desk')
        )
  return db
    .select()
    .from(handOverLists)
    .where(and(mine, eq(handOverLists.state, 'offered')))
    .orderBy(asc(handOverLists.offeredAt))
    .limit(100)
}

/** An agency's lists that are not finished, then the latest finished ones. */
export const listsOf = (db: Db, agencyId: string, { limit = 30 } = {}) =>
  db
    .select()
    .from(handOverLists)
    .where(
      and(or(eq(handOverLists.agencyId, agencyId), eq(handOverLists.receiverAgencyId, agencyId)), sql`${handOverLists.state} <> 'dropped'`)
    )
    .orderBy(sql`${handOverLists.state} in ('open', 'offered') desc`, desc(handOverLists.createdAt))
    .limit(limit)

export async function findList(db: Db, id: string): Promise<HandOverList | undefined> {
  const [list] = await db.select().from(handOverLists).where(eq(handOverLists.id, id))
  return list
}

export async function findListByNumber(db: Db, number: string): Promise<HandOverList | undefined> {
  const [list] = await db.select().from(handOverLists).where(eq(handOverLists.number, number))
  return list
}

export type ListLine = { line: HandOverLine; original: Original }

/** In the order they were scanned. */
export const linesOf = (db: Db, listId: string): Promise<ListLine[]> =>
  db
    .select({ line: handOverLines, original: originals })
    .from(handOverLines)
    .innerJoin(originals, eq(originals.id, handOverLines.originalId))
    .where(eq(handOverLines.listId, listId))
    .orderBy(asc(handOverLines.givenAt), asc(handOverLines.originalId))

/** Whether somebody may see a whole original: where its dossier, its holder or its next holder is. Others learn only where it belongs. */
export function maySeeOriginal(
  { agencyId, holderAgencyId, holderPersonId, offer, procedureCode, sectorCode }: Original,
  by: Actor
): boolean {
  const next = offer && 'agencyId' in offer.to ? offer.to.agencyId : undefined
  if (holderPersonId === by.id) return true
  if (![agencyId, holderAgencyId, next].includes(by.agencyId)) return false
  return by.agencyId !== agencyId || answersFor(by, { procedureCode, sectorCode })
}

export const maySeeList = ({ agencyId, receiverAgencyId }: HandOverList, by: Actor): boolean =>
  by.agencyId !== undefined && (agencyId === by.agencyId || receiverAgencyId === by.agencyId)
