// Reads of letters of apology: of one dossier, and those that wait for a signature.
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { type Reach, withinReach } from './queries.ts'
import { apologies, dossiers } from './table.ts'

/** Every letter of a dossier, signed, open or withdrawn, oldest first. */
export const apologiesOf = (db: Db, dossierId: string) =>
  db.select().from(apologies).where(eq(apologies.dossierId, dossierId)).orderBy(asc(apologies.draftedAt))

const isOpen = and(isNull(apologies.signedAt), isNull(apologies.withdrawnAt))

const list = (db: Db, where: SQL | undefined, limit: number) =>
  db
    .select({ apology: apologies, dossier: dossiers })
    .from(apologies)
    .innerJoin(dossiers, eq(dossiers.id, apologies.dossierId))
    .where(and(isOpen, where))
    .orderBy(asc(apologies.dueAt), asc(apologies.id))
    .limit(limit)

/** Letters an officer has completed, nearest due date first: what a head signs. */
export const apologiesToSign = (db: Db, reach: Reach, { limit = 50 } = {}) =>
  list(db, and(withinReach(reach), isNotNull(apologies.proposedAt)), limit)

/** Drafts that still want cause and date: the officer's, and those of dossiers nobody has taken. */
export const apologiesToWrite = (db: Db, reach: Reach, { officerId, limit = 20 }: { officerId?: string; limit?: number }) => {
  const mine = officerId ? sql`(${dossiers.officerId} = ${officerId} or ${dossiers.officerId} is null)` : undefined
  return list(db, and(withinReach(reach), isNull(apologies.proposedAt), mine), limit)
}

/** Dossiers whose due date comes before `until`, received before `today`, without a letter that is open or signed. */
export async function dossiersWantingApology(
  db: Db,
  { until, today, after, limit }: { until: Temporal.Instant; today: Temporal.Instant; after: string; limit: number }
): Promise<string[]> {
  const rows = await db
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(
      and(
        sql`${dossiers.state} in ('accepted', 'in_progress')`,
        sql`${dossiers.dueAt} < ${until}`,
        // What came in today and is due today or tomorrow is simply done; nobody apologises for it yet.
        sql`${dossiers.receivedAt} < ${today}`,
        sql`${dossiers.id} > ${after}::uuid`,
        sql`not exists (select from ${apologies} where ${apologies.dossierId} = ${dossiers.id} and ${apologies.withdrawnAt} is null)`
      )
    )
    .orderBy(asc(dossiers.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
