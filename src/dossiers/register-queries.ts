// What the register book asks of dossiers: those accepted in a span, in their order; and the lines' dossiers by id.
import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { Dossier } from './store.ts'
import { dossiers } from './table.ts'

type Accepted = {
  agencyId: string
  from: Temporal.Instant
  until: Temporal.Instant
  after?: { at: Temporal.Instant; id: string } | undefined
  limit: number
}

/** First accepted first. */
export const acceptedIn = (db: Db, { agencyId, from, until, after, limit }: Accepted): Promise<Dossier[]> =>
  db
    .select()
    .from(dossiers)
    .where(
      and(
        eq(dossiers.agencyId, agencyId),
        gte(dossiers.acceptedAt, from),
        lt(dossiers.acceptedAt, until),
        after && sql`(${dossiers.acceptedAt}, ${dossiers.id}) > (${after.at.toString()}::timestamptz, ${after.id}::uuid)`
      )
    )
    .orderBy(asc(dossiers.acceptedAt), asc(dossiers.id))
    .limit(limit)

export async function dossiersById(db: Db, ids: readonly string[]): Promise<Map<string, Dossier>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(dossiers)
    .where(inArray(dossiers.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
