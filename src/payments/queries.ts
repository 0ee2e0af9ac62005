// Reading money: what a dossier owes and has paid, the order that is open, and the list of what does not add up.
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { type PaymentEntry, type PaymentOrder, paymentEntries, paymentInbound, paymentOrders } from './table.ts'

export type { PaymentEntry, PaymentOrder } from './table.ts'

export const entriesOf = (db: Db, dossierId: string): Promise<PaymentEntry[]> =>
  db.select().from(paymentEntries).where(eq(paymentEntries.dossierId, dossierId)).orderBy(asc(paymentEntries.seq))

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

/** Mismatches nobody has answered: an agency's own, and money for orders nobody knows. Oldest first. */
export async function openMismatches(db: Db, agencyId: string, { limit = 100 } = {}): Promise<PaymentEntry[]> {
  const answered = sql`exists (select from ${paymentEntries} as answer where answer.refers_to = ${paymentEntries.id} and answer.kind in ('refunded', 'settled'))`
  return db
    .select()
    .from(paymentEntries)
    .where(
      and(
        eq(paymentEntries.kind, 'mismatch'),
        or(eq(paymentEntries.agencyId, agencyId), isNull(paymentEntries.agencyId)),
        sql`not ${answered}`
      )
    )
    .orderBy(asc(paymentEntries.at), asc(paymentEntries.id))
    .limit(limit)
}

/** Everything the gateway ever said, for whoever has to find out. */
export const inboundOf = (db: Db, txnRef: string) =>
  db
    .select()
    .from(paymentInbound)
    .where(sql`${paymentInbound.body} like ${`%vnp_TxnRef=${txnRef.replaceAll(/[^\w]/g, '')}%`}`)
    .orderBy(asc(paymentInbound.receivedAt))
