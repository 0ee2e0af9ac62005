// Reading money: what a dossier owes and has paid, the order that is open, and the list of what does not add up.
import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { type PaymentEntry, type PaymentOrder, paymentEntries, paymentInbound, paymentOrders } from './table.ts'

export type { PaymentEntry, PaymentOrder } from './table.ts'

export const entriesOf = (db: Db, dossierId: string): Promise<PaymentEntry[]> =>
  db.select().from(paymentEntries).where(eq(paymentEntries.dossierId, dossierId)).orderBy(asc(paymentEntries.seq))

/** Cash that went through the hands of one clerk at one agency since an instant, oldest first. */
export const cashEntriesOf = (
  db: Db,
  { actorId, agencyId, since }: { actorId: string; agencyId: string; since: Temporal.Instant }
): Promise<PaymentEntry[]> =>
  db
    .select()
    .from(paymentEntries)
    .where(
      and(
        eq(paymentEntries.actorId, actorId),
        eq(paymentEntries.way, 'cash'),
        eq(paymentEntries.agencyId, agencyId),
        gte(paymentEntries.at, since),
        inArray(paymentEntries.kind, ['paid', 'refunded'])
      )
    )
    .orderBy(asc(paymentEntries.at), asc(paymentEntries.id))

/** Entries by their ids, oldest first. */
export const entriesByIds = (db: Db, ids: readonly string[]): Promise<PaymentEntry[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(paymentEntries)
        .where(inArray(paymentEntries.id, [...ids]))
        .orderBy(asc(paymentEntries.at), asc(paymentEntries.id))

/** The last order of a dossier, whatever became of it. */
export async function lastOrderOf(db: Db, dossierId: string): Promise<PaymentOrder | undefined> {
  const [order] = await db
    .select()
    .from(paymentOrders)
    .where(eq(paymentOrders.dossierId, dossierId))
    .orderBy(desc(paymentOrders.createdAt), desc(paymentOrders.id))
    .limit(1)
  return order
}

export async function findOrder(db: Db, txnRef: string): Promise<PaymentOrder | undefined> {
  const [order] = await db.select().from(paymentOrders).where(eq(paymentOrders.txnRef, txnRef))
  return order
}

export async function findEntry(db: Db, id: string): Promise<PaymentEntry | undefined> {
  const [entry] = await db.select().from(paymentEntries).where(eq(paymentEntries.id, id))
  return entry
}

/**
 * Mismatches nobody has answered, oldest first: an agency's own for its clerks; without an agency, for officers, money for orders
 * nobody knows.
 */
export async function openMismatches(db: Db, agencyId: string | null, { limit = 100 } = {}): Promise<PaymentEntry[]> {
  const answered = sql`exists (select from ${paymentEntries} as answer where answer.refers_to = ${paymentEntries.id} and answer.kind in ('refunded', 'settled'))`
  return db
    .select()
    .from(paymentEntries)
    .where(
      and(
        eq(paymentEntries.kind, 'mismatch'),
        agencyId ? eq(paymentEntries.agencyId, agencyId) : isNull(paymentEntries.agencyId),
        sql`not ${answered}`
      )
    )
    .orderBy(asc(paymentEntries.at), asc(paymentEntries.id))
    .limit(limit)
}

/** Orders that ran out and of which the gateway said nothing: to be asked for. Only of the last days; it forgets as well. */
export const unheardOrders = (
  db: Db,
  { ranOutBy, againIfBy, since }: { ranOutBy: Temporal.Instant; againIfBy: Temporal.Instant; since: Temporal.Instant },
  limit = 50
): Promise<PaymentOrder[]> =>
  db
    .select()
    .from(paymentOrders)
    .where(
      and(
        inArray(paymentOrders.state, ['open', 'expired']),
        gte(paymentOrders.expiresAt, since),
        lte(paymentOrders.expiresAt, ranOutBy),
        or(
          isNull(paymentOrders.askedAt),
          and(lte(paymentOrders.expiresAt, againIfBy), sql`${paymentOrders.askedAt} < ${paymentOrders.expiresAt} + interval '24 hours'`)
        )
      )
    )
    .orderBy(asc(paymentOrders.expiresAt))
    .limit(limit)

/** Everything the gateway ever said, for whoever has to find out. */
export const inboundOf = (db: Db, txnRef: string) =>
  db
    .select()
    .from(paymentInbound)
    .where(sql`${paymentInbound.body} like ${`%vnp_TxnRef=${txnRef.replaceAll(/[^\w]/g, '')}%`}`)
    .orderBy(asc(paymentInbound.receivedAt))
