// The lists an officer works from: steps in hand, due today, late, waiting for others, and the pool.
import { and, asc, count, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { withinDuties } from '../accounts/queries.ts'
import type { Db } from '../database/client.ts'
import type { StepRole } from '../procedures/steps.ts'
import type { Within } from './queries.ts'
import type { Step } from './store.ts'
import { consultations, dossierSteps } from './table.ts'

export const workLists = ['mine', 'today', 'late', 'waiting', 'pool'] as const
export type WorkList = (typeof workLists)[number]

export type WorkFilter = Within & {
  /** Oneself and whom one stands in for. */
  staffIds: readonly string[]
  roles: readonly StepRole[]
  now: Temporal.Instant
  endOfDay: Temporal.Instant
  procedureCode?: string | undefined
}

const openQuestion = sql`exists (select 1 from ${consultations} where ${consultations.stepId} = ${dossierSteps.id} and ${consultations.answeredAt} is null)`

function inList(list: WorkList, { agencyId, duties, staffIds, roles, now, endOfDay, procedureCode }: WorkFilter): SQL {
  const runs = isNull(dossierSteps.pausedAt)
  const held = and(eq(dossierSteps.state, 'in_hand'), inArray(dossierSteps.assigneeId, [...staffIds]))
  const which: Record<WorkList, SQL | undefined> = {
    mine: held,
    today: and(held, runs, sql`${dossierSteps.dueAt} >= ${now} and ${dossierSteps.dueAt} < ${endOfDay}`),
    late: and(held, runs, sql`${dossierSteps.dueAt} < ${now}`),
    waiting: and(held, sql`(${dossierSteps.pausedAt} is not null or ${openQuestion})`),
    pool: and(
      eq(dossierSteps.state, 'in_pool'),
      eq(dossierSteps.agencyId, agencyId),
      inArray(dossierSteps.role, [...roles]),
      runs,
      withinDuties(dossierSteps, duties)
    )
  }
  return and(which[list], procedureCode ? eq(dossierSteps.procedureCode, procedureCode) : undefined)!
}

/** `waits`: a question to another office is open. */
export type WorkRow = Step & { waits: boolean }
export type WorkCursor = { dueAt: string | null; id: string }

/** Nearest due first, the page after `after`. */
export async function workIn(
  db: Db,
  list: WorkList,
  filter: WorkFilter,
  { limit = 25, after }: { limit?: number; after?: WorkCursor | undefined } = {}
): Promise<{ items: WorkRow[]; next: WorkCursor | undefined }> {
  const due = sql`coalesce(${dossierSteps.dueAt}, 'infinity'::timestamptz)`
  const past = after && sql`(${due}, ${dossierSteps.id}) > (${after.dueAt ?? 'infinity'}::timestamptz, ${after.id}::uuid)`
  const rows = await db
    .select({ step: dossierSteps, waits: sql<boolean>`${openQuestion}` })
    .from(dossierSteps)
    .where(and(inList(list, filter), past))
    .orderBy(asc(due), asc(dossierSteps.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ step, waits }) => ({ ...step, waits }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { dueAt: last.dueAt?.toString() ?? null, id: last.id } : undefined }
}

/** Counted up to a thousand: nobody needs the exact total of a long list. */
export async function workSizes(db: Db, filter: WorkFilter): Promise<Record<WorkList, number>> {
  const sizes = await Promise.all(
    workLists.map(async (list) => {
      const some = db.select({ id: dossierSteps.id }).from(dossierSteps).where(inList(list, filter)).limit(1000).as('some')
      const [row] = await db.select({ size: count() }).from(some)
      return [list, row!.size] as const
    })
  )
  return Object.fromEntries(sizes) as Record<WorkList, number>
}

/** What colleagues have had longest: for somebody who has nothing left. */
export async function oldestOfTeam(db: Db, { agencyId, duties, staffIds }: WorkFilter, limit = 5): Promise<WorkRow[]> {
  const notMine = staffIds.map((id) => ne(dossierSteps.assigneeId, id))
  const rows = await db
    .select()
    .from(dossierSteps)
    .where(
      and(
        eq(dossierSteps.state, 'in_hand'),
        eq(dossierSteps.agencyId, agencyId),
        isNull(dossierSteps.pausedAt),
        ...notMine,
        withinDuties(dossierSteps, duties)
      )
    )
    .orderBy(asc(dossierSteps.dueAt), asc(dossierSteps.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, waits: false }))
}

/** The procedures somebody has work of, for the filter. */
export async function proceduresAtWork(db: Db, filter: WorkFilter): Promise<string[]> {
  const all = { ...filter, procedureCode: undefined }
  const rows = await db
    .selectDistinct({ code: dossierSteps.procedureCode })
    .from(dossierSteps)
    .where(sql`(${inList('mine', all)}) or (${inList('pool', all)})`)
    .orderBy(asc(dossierSteps.procedureCode))
    .limit(200)
  return rows.map(({ code }) => code)
}
