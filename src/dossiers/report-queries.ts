// How many dossiers came and were finished in a span of time, counted by agency and procedure; never a dossier of its own.
import { and, count, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { zone } from '../kernel/time.ts'
import { dossiers } from './table.ts'
import type { Channel } from './types.ts'

export type Span = { from: Temporal.Instant; until: Temporal.Instant }

export type ReceivedCount = { agencyId: string; procedureCode: string; procedureName: string; channel: Channel; count: number }

/** Accepted in the span: received, in the sense of the official reports. The name is the newest one. */
export const receivedCounts = (db: Db, { from, until }: Span): Promise<ReceivedCount[]> =>
  db
    .select({
      agencyId: dossiers.agencyId,
      procedureCode: dossiers.procedureCode,
      procedureName: sql<string>`max(${dossiers.procedureName})`,
      channel: dossiers.channel,
      count: count()
    })
    .from(dossiers)
    .where(and(gte(dossiers.acceptedAt, from), lt(dossiers.acceptedAt, until)))
    .groupBy(dossiers.agencyId, dossiers.procedureCode, dossiers.channel)

export type FinishedCount = {
  agencyId: string
  procedureCode: string
  procedureName: string
  early: number
  onTime: number
  late: number
}

/**
 * Results signed in the span. Days are compared, not hours: before the day promised is early, on the day is on time, after it late
 * (biểu II.06a of TT 01/2020/TT-VPCP counts so). What was refused at the desk or taken back is no result.
 */
export function finishedCounts(db: Db, { from, until }: Span): Promise<FinishedCount[]> {
  const [done, due] = [dossiers.finishedAt, dossiers.dueAt].map((column) => sql`(${column} at time zone ${sql.raw(`'${zone}'`)})::date`)
  const where = (sign: '<' | '=' | '>') => sql<number>`(count(*) filter (where ${done} ${sql.raw(sign)} ${due}))::int`
  return db
    .select({
      agencyId: dossiers.agencyId,
      procedureCode: dossiers.procedureCode,
      procedureName: sql<string>`max(${dossiers.procedureName})`,
      early: where('<'),
      onTime: where('='),
      late: where('>')
    })
    .from(dossiers)
    .where(and(gte(dossiers.finishedAt, from), lt(dossiers.finishedAt, until), inArray(dossiers.state, ['result_ready', 'returned'])))
    .groupBy(dossiers.agencyId, dossiers.procedureCode)
}
