// Reads of dossiers: one whole, the lists people work from, the public look-up, the recounts.
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { withinDuties } from '../accounts/queries.ts'
import type { Actor } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { State } from './lifecycle.ts'
import type { Dossier } from './store.ts'
import { dossierMoves, dossierPapers, dossierResults, dossiers, supplementRequests } from './table.ts'

export async function findDossier(db: Db, id: string): Promise<Dossier | undefined> {
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, id))
  return dossier
}

/** @throws Refusal DOSSIER_NOT_FOUND */
export async function getDossier(db: Db, id: string): Promise<Dossier> {
  const dossier = await findDossier(db, id)
  if (!dossier) throw new Refusal('DOSSIER_NOT_FOUND', { id })
  return dossier
}

export async function findDossierByCode(db: Db, code: string): Promise<Dossier | undefined> {
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.code, code))
  return dossier
}

export const movesOf = (db: Db, dossierId: string) =>
  db.select().from(dossierMoves).where(eq(dossierMoves.dossierId, dossierId)).orderBy(asc(dossierMoves.seq))
export type SavedMove = Awaited<ReturnType<typeof movesOf>>[number]

/** The papers in force; `all` also those a supplement replaced. */
export const papersOf = (db: Db, dossierId: string, { all = false } = {}) =>
  db
    .select()
    .from(dossierPapers)
    .where(and(eq(dossierPapers.dossierId, dossierId), all ? undefined : isNull(dossierPapers.replacedAt)))
    .orderBy(asc(dossierPapers.number), asc(dossierPapers.id))

export const supplementRequestsOf = (db: Db, dossierId: string) =>
  db.select().from(supplementRequests).where(eq(supplementRequests.dossierId, dossierId)).orderBy(asc(supplementRequests.number))

export async function resultOf(db: Db, dossierId: string) {
  const [result] = await db.select().from(dossierResults).where(eq(dossierResults.dossierId, dossierId))
  return result
}

/** Which dossier a file belongs to, as a paper or as the result; `undefined` when none. */
export async function dossierOfFile(db: Db, fileId: string): Promise<Dossier | undefined> {
  const asPaper = db.select({ id: dossierPapers.dossierId }).from(dossierPapers).where(eq(dossierPapers.fileId, fileId))
  const asResult = db.select({ id: dossierResults.dossierId }).from(dossierResults).where(eq(dossierResults.fileId, fileId))
  const [dossier] = await db
    .select()
    .from(dossiers)
    .where(or(inArray(dossiers.id, asPaper), inArray(dossiers.id, asResult)))
    .limit(1)
  return dossier
}

/** Papers a person has put into dossiers as files, drafts included, newest first. */
export const papersGivenBy = (db: Db, personId: string) =>
  db
    .select({
      fileId: sql<string>`${dossierPapers.fileId}`,
      name: dossierPapers.name,
      dossierId: dossiers.id,
      code: dossiers.code,
      procedureName: dossiers.procedureName,
      state: dossiers.state,
      finishedAt: dossiers.finishedAt
    })
    .from(dossierPapers)
    .innerJoin(dossiers, eq(dossiers.id, dossierPapers.dossierId))
    .where(and(eq(dossiers.personId, personId), isNull(dossierPapers.replacedAt), isNotNull(dossierPapers.fileId)))
    .orderBy(desc(dossierPapers.addedAt), desc(dossierPapers.id))
    .limit(500)

/** A person's own dossiers: those that wait for them first, then drafts, then the latest. */
export const dossiersOfPerson = (db: Db, personId: string, { limit = 50 } = {}) =>
  db
    .select()
    .from(dossiers)
    .where(eq(dossiers.personId, personId))
    .orderBy(
      sql`case when ${dossiers.state} in ('awaiting_supplement', 'awaiting_payment') then 0 when ${dossiers.state} = 'draft' then 1 else 2 end`,
      desc(dossiers.updatedAt)
    )
    .limit(limit)

export const queueNames = ['incoming', 'open', 'late', 'today', 'waiting', 'ready'] as const
/** incoming: to be checked at the desk; open: everything unfinished; late; today: due today; waiting: for the citizen; ready: results to hand out. */
export type QueueName = (typeof queueNames)[number]
/** Whose eyes look: every list, search and export of the people at work is held to their agency and what they answer for there. */
export type Reach = { agencyId: string; duties: Actor['duties'] }
export const reachOf = ({ agencyId, duties }: Actor): Reach => ({ agencyId: agencyId!, duties })

export const withinReach = ({ agencyId, duties }: Reach): SQL => and(eq(dossiers.agencyId, agencyId), withinDuties(dossiers, duties))!

export type QueueFilter = Reach & {
  queue: QueueName
  now: Temporal.Instant
  endOfDay: Temporal.Instant
  states?: readonly State[]
  officerId?: string
}

const waitingStates = ['awaiting_supplement', 'awaiting_payment', 'suspended'] as const satisfies readonly State[]

function inQueue({ queue, now, endOfDay, states, officerId, ...reach }: QueueFilter): SQL {
  const counted = sql`${dossiers.state} in ('accepted', 'in_progress')`
  const which: Record<QueueName, SQL | undefined> = {
    incoming: eq(dossiers.state, 'submitted'),
    open: undefined,
    late: and(lt(dossiers.dueAt, now), counted),
    today: and(sql`${dossiers.dueAt} between ${now} and ${endOfDay}`, counted),
    waiting: inArray(dossiers.state, [...waitingStates]),
    ready: eq(dossiers.state, 'result_ready')
  }
  const unfinished = queue === 'ready' ? undefined : isNull(dossiers.finishedAt)
  const among = states && inArray(dossiers.state, [...states])
  const mine = officerId ? or(eq(dossiers.officerId, officerId), isNull(dossiers.officerId)) : undefined
  return and(withinReach(reach), sql`${dossiers.state} <> 'draft'`, unfinished, which[queue], among, mine)!
}

/** Where a page of a list ended: due time (or none) and id. */
export type QueueCursor = { dueAt: string | null; id: string }

/** Nearest due first, those without a due time last; the page after `after`. */
export async function queueAt(
  db: Db,
  filter: QueueFilter,
  { limit = 25, after }: { limit?: number; after?: QueueCursor | undefined } = {}
) {
  const due = sql`coalesce(${dossiers.dueAt}, 'infinity'::timestamptz)`
  const past = after && sql`(${due}, ${dossiers.id}) > (${after.dueAt ?? 'infinity'}::timestamptz, ${after.id}::uuid)`
  const rows = await db
    .select()
    .from(dossiers)
    .where(and(inQueue(filter), past))
    .orderBy(asc(due), asc(dossiers.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next: QueueCursor | undefined = rows.length > limit && last ? { dueAt: last.dueAt?.toString() ?? null, id: last.id } : undefined
  return { items, next }
}

/** How many wait in each queue, counted up to 1,000: nobody needs the exact total of a long list. */
export async function queueSizes(db: Db, filter: Omit<QueueFilter, 'queue'>): Promise<Record<QueueName, number>> {
  const sizes = await Promise.all(
    queueNames.map(async (queue) => {
      const some = db
        .select({ id: dossiers.id })
        .from(dossiers)
        .where(inQueue({ ...filter, queue }))
        .limit(1000)
        .as('some')
      const [row] = await db.select({ size: count() }).from(some)
      return [queue, row!.size] as const
    })
  )
  return Object.fromEntries(sizes) as Record<QueueName, number>
}

/** Codes of several dossiers, by id. */
export async function codesOfDossiers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: dossiers.id, code: dossiers.code })
    .from(dossiers)
    .where(inArray(dossiers.id, [...ids]))
  return new Map(rows.map(({ id, code }) => [id, code ?? '']))
}

/** Since when the oldest filing waits for the desk's first look. */
export async function oldestIncoming(db: Db, reach: Reach): Promise<Temporal.Instant | undefined> {
  const [row] = await db
    .select({ filedAt: dossiers.filedAt })
    .from(dossiers)
    .where(and(withinReach(reach), eq(dossiers.state, 'submitted')))
    .orderBy(asc(dossiers.filedAt))
    .limit(1)
  return row?.filedAt ?? undefined
}

/** Dossiers an integrator filed, newest first; the page after `after`. */
export async function dossiersOfClient(
  db: Db,
  { clientId, limit, after }: { clientId: string; limit: number; after?: string | undefined }
) {
  const rows = await db
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.clientId, clientId), after ? lt(dossiers.id, after) : undefined))
    .orderBy(desc(dossiers.id))
    .limit(limit + 1)
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined }
}

/** The same person's open dossiers of the same procedure: a clerk should see them before taking another. */
export const openTwins = (db: Db, { identityNumber, procedureCode }: { identityNumber: string; procedureCode: string }) =>
  db
    .select({ id: dossiers.id, code: dossiers.code, state: dossiers.state, filedAt: dossiers.filedAt })
    .from(dossiers)
    .where(
      and(
        eq(dossiers.procedureCode, procedureCode),
        sql`${dossiers.applicant} ->> 'identityNumber' = ${identityNumber}`,
        isNull(dossiers.finishedAt),
        sql`${dossiers.state} <> 'draft'`
      )
    )
    .limit(5)

/** This month's finished dossiers and how many were on time; parcels' share of filings comes from channel. */
export async function figuresSince(db: Db, since: Temporal.Instant) {
  const [row] = await db
    .select({
      filed: sql<number>`count(*) filter (where ${dossiers.filedAt} >= ${since})::int`,
      byPost: sql<number>`count(*) filter (where ${dossiers.filedAt} >= ${since} and (${dossiers.channel} = 'post' or ${dossiers.delivery} ->> 'method' = 'post'))::int`,
      finished: sql<number>`count(*) filter (where ${dossiers.finishedAt} >= ${since} and ${dossiers.dueAt} is not null)::int`,
      onTime: sql<number>`count(*) filter (where ${dossiers.finishedAt} >= ${since} and ${dossiers.finishedAt} <= ${dossiers.dueAt})::int`
    })
    .from(dossiers)
    .where(or(gt(dossiers.filedAt, since), gt(dossiers.finishedAt, since)))
  return row!
}

/** Accepted and not finished, the nearest due first. */
export async function openDossierIds(db: Db, reach: Reach, limit = 1000): Promise<string[]> {
  const rows = await db
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(and(withinReach(reach), isNull(dossiers.finishedAt), isNotNull(dossiers.acceptedAt), sql`${dossiers.state} <> 'draft'`))
    .orderBy(asc(dossiers.dueAt), asc(dossiers.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Changes whenever anything happens to a dossier of the agency; what happened is not in it. */
export async function latestChangeAt(db: Db, agencyId: string): Promise<string> {
  const [row] = await db
    .select({ at: dossiers.updatedAt, id: dossiers.id, moves: dossiers.moveCount })
    .from(dossiers)
    .where(eq(dossiers.agencyId, agencyId))
    // Two in one instant: the id of the later one is higher.
    .orderBy(desc(dossiers.updatedAt), desc(dossiers.id))
    .limit(1)
  return row ? `${row.at} ${row.id} ${row.moves}` : ''
}
