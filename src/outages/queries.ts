// Reads of lent blocks and of what machines brought.
import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { numberLeases, outageItems } from './table.ts'

export type LeaseRow = typeof numberLeases.$inferSelect
export type ItemRow = typeof outageItems.$inferSelect

export async function findLease(db: Db, id: string): Promise<LeaseRow | undefined> {
  const [lease] = await db.select().from(numberLeases).where(eq(numberLeases.id, id))
  return lease
}

export async function findItem(db: Db, id: string): Promise<ItemRow | undefined> {
  const [item] = await db.select().from(outageItems).where(eq(outageItems.id, id))
  return item
}

/** The blocks of a machine that still count, soonest day first. */
export const leasesOfMachine = (db: Db, { deviceKey, staffId, now }: { deviceKey: string; staffId: string; now: Temporal.Instant }) =>
  db
    .select()
    .from(numberLeases)
    .where(
      and(
        eq(numberLeases.deviceKey, deviceKey),
        eq(numberLeases.staffId, staffId),
        isNull(numberLeases.closedAt),
        gt(numberLeases.expiresAt, now)
      )
    )
    .orderBy(asc(numberLeases.day), asc(numberLeases.first))

/** How many blocks somebody, at whatever machine, has had of a day. */
export const blocksOf = (db: Db, { staffId, day }: { staffId: string; day: Temporal.PlainDate }): Promise<number> =>
  db.$count(numberLeases, and(eq(numberLeases.staffId, staffId), eq(numberLeases.day, day)))

/** Settled items of a block: each number of theirs is accounted for. */
export const settledNumbers = async (db: Db, leaseId: string): Promise<number[]> => {
  const rows = await db
    .select({ number: outageItems.number })
    .from(outageItems)
    .where(and(eq(outageItems.leaseId, leaseId), inArray(outageItems.state, ['accepted', 'voided'])))
  return rows.map(({ number }) => number)
}

/** What could not be taken in, oldest first. */
export const refusedAt = (db: Db, agencyId: string): Promise<ItemRow[]> =>
  db
    .select()
    .from(outageItems)
    .where(and(eq(outageItems.agencyId, agencyId), eq(outageItems.state, 'refused')))
    .orderBy(asc(outageItems.acceptedAt))

/** What came in lately, newest first. */
export const settledAt = (db: Db, agencyId: string, limit = 50): Promise<ItemRow[]> =>
  db
    .select()
    .from(outageItems)
    .where(and(eq(outageItems.agencyId, agencyId), inArray(outageItems.state, ['accepted', 'voided'])))
    .orderBy(desc(outageItems.syncedAt))
    .limit(limit)

/** Open blocks of an agency with how many of their numbers came in: what a supervisor may write off. */
export const openLeasesAt = (db: Db, agencyId: string) =>
  db
    .select({
      lease: numberLeases,
      used: sql<number>`(select count(*)::int from outage_items i where i.lease_id = number_leases.id and i.state <> 'refused')`
    })
    .from(numberLeases)
    .where(and(eq(numberLeases.agencyId, agencyId), isNull(numberLeases.closedAt)))
    .orderBy(desc(numberLeases.day), asc(numberLeases.first))
