// What time is doing to dossiers, for the rounds of the house and for heads: running out, standing still, waiting for an answer.
import { and, asc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { type Reach, withinReach } from './queries.ts'
import { apologies, dossierMoves, dossiers, secondRequests, supplementRequests } from './table.ts'

/** A page of a round: by id, from the one after `after`. */
export type Page = { after: string; limit: number }

/** What every notice needs to know of its dossier. */
const about = {
  dossierId: dossiers.id,
  agencyId: dossiers.agencyId,
  procedureCode: dossiers.procedureCode,
  sectorCode: dossiers.sectorCode,
  officerId: dossiers.officerId
}

const isRunning = sql`${dossiers.state} in ('accepted', 'in_progress')`

/** Dossiers whose clock runs, due before an instant; those late for long among them. */
export const dueBefore = (db: Db, until: Temporal.Instant, { after, limit }: Page) =>
  db
    .select({
      ...about,
      id: dossiers.id,
      receivedAt: dossiers.receivedAt,
      dueAt: sql<Temporal.Instant>`${dossiers.dueAt}`.mapWith(dossiers.dueAt)
    })
    .from(dossiers)
    .where(and(isRunning, lt(dossiers.dueAt, until), sql`${dossiers.id} > ${after}::uuid`))
    .orderBy(asc(dossiers.id))
    .limit(limit)

/** Suspended dossiers, with what the move that suspended them kept of the law's longest time. */
export const suspended = (db: Db, { after, limit }: Page) =>
  db
    .select({
      ...about,
      id: dossiers.id,
      facts: sql<Record<string, unknown>>`(
        select facts from ${dossierMoves} as m where m.dossier_id = dossiers.id and m.name = 'suspend' order by m.seq desc limit 1)`
    })
    .from(dossiers)
    .where(and(eq(dossiers.state, 'suspended'), sql`${dossiers.id} > ${after}::uuid`))
    .orderBy(asc(dossiers.id))
    .limit(limit)

/** Requests for papers nobody has answered. */
export const unanswered = (db: Db, askedBefore: Temporal.Instant, { after, limit }: Page) =>
  db
    .select({ ...about, id: supplementRequests.id, askedAt: supplementRequests.askedAt, atDesk: supplementRequests.atDesk })
    .from(supplementRequests)
    .innerJoin(dossiers, eq(dossiers.id, supplementRequests.dossierId))
    .where(
      and(
        eq(dossiers.state, 'awaiting_supplement'),
        isNull(supplementRequests.answeredAt),
        lt(supplementRequests.askedAt, askedBefore),
        sql`${supplementRequests.id} > ${after}::uuid`
      )
    )
    .orderBy(asc(supplementRequests.id))
    .limit(limit)

/** Second requests proposed and decided by nobody. */
export const undecided = (db: Db, proposedBefore: Temporal.Instant, { after, limit }: Page) =>
  db
    .select({ ...about, id: secondRequests.id, proposedAt: secondRequests.proposedAt, atDesk: secondRequests.atDesk })
    .from(secondRequests)
    .innerJoin(dossiers, eq(dossiers.id, secondRequests.dossierId))
    .where(
      and(
        isNull(secondRequests.decision),
        // A dossier that moved on wants no answer any more.
        sql`${dossiers.state} in ('submitted', 'in_progress')`,
        lt(secondRequests.proposedAt, proposedBefore),
        sql`${secondRequests.id} > ${after}::uuid`
      )
    )
    .orderBy(asc(secondRequests.id))
    .limit(limit)

export const dossiersById = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(dossiers)
        .where(inArray(dossiers.id, [...ids]))

export async function isUndecided(db: Db, requestId: string): Promise<boolean> {
  const rows = await db
    .select({ id: secondRequests.id })
    .from(secondRequests)
    .where(and(eq(secondRequests.id, requestId), isNull(secondRequests.decision)))
  return rows.length > 0
}

/** Late and due before an instant, the longest late first: what a head looks at; of one person only when named. */
export const pressing = (
  db: Db,
  reach: Reach,
  { until, officerId, limit }: { until: Temporal.Instant; officerId?: string | undefined; limit: number }
) =>
  db
    .select({
      dossier: dossiers,
      apology: sql<'drafted' | 'proposed' | 'signed' | null>`(
        select case when a.signed_at is not null then 'signed' when a.proposed_at is not null then 'proposed' else 'drafted' end
        from ${apologies} as a where a.dossier_id = dossiers.id and a.withdrawn_at is null limit 1)`
    })
    .from(dossiers)
    .where(and(withinReach(reach), isRunning, lt(dossiers.dueAt, until), officerId ? eq(dossiers.officerId, officerId) : undefined))
    .orderBy(asc(dossiers.dueAt), asc(dossiers.id))
    .limit(limit)

export type Load = { officerId: string | null; officerName: string | null; late: number; longLate: number; soon: number }

/** Late, late for long and due soon by the person who has it in hand; those nobody has taken stand under no name. */
export const loadByPerson = (
  db: Db,
  reach: Reach,
  { now, longAgo, soon }: { now: Temporal.Instant; longAgo: Temporal.Instant; soon: Temporal.Instant }
): Promise<Load[]> => {
  const among = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`
  return db
    .select({
      officerId: dossiers.officerId,
      officerName: sql<string | null>`max(${dossiers.officerName})`,
      late: among(sql`${dossiers.dueAt} < ${now}`),
      longLate: among(sql`${dossiers.dueAt} < ${longAgo}`),
      soon: among(sql`${dossiers.dueAt} between ${now} and ${soon}`)
    })
    .from(dossiers)
    .where(and(withinReach(reach), isRunning))
    .groupBy(dossiers.officerId)
    .orderBy(sql`4 desc, 3 desc, 5 desc`)
}

/** Why dossiers are late or were given a new date: how many open ones name each cause; `null` for late ones that name none yet. */
export async function openByCause(db: Db, reach: Reach, now: Temporal.Instant): Promise<{ cause: string | null; size: number }[]> {
  const named = db
    .select({
      cause: sql<string | null>`jsonb_array_elements_text(
        case when jsonb_array_length(coalesce(${apologies.causes}, '[]')) = 0 then '[null]'::jsonb else ${apologies.causes} end)`.as(
        'cause'
      )
    })
    .from(dossiers)
    .leftJoin(apologies, and(eq(apologies.dossierId, dossiers.id), isNull(apologies.withdrawnAt)))
    .where(and(withinReach(reach), isRunning, sql`(${dossiers.dueAt} < ${now} or ${apologies.signedAt} is not null)`))
    .as('named')
  return db.select({ cause: named.cause, size: sql<number>`count(*)::int` }).from(named).groupBy(named.cause).orderBy(sql`2 desc`)
}
