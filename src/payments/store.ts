// Changes to money. Whoever changes anything holds the dossier's lock; the ledger is only added to.
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import {
  type NewPaymentEntry,
  type PaymentEntry,
  type PaymentOrder,
  paymentEntries,
  paymentInbound,
  paymentNumbers,
  paymentOrders
} from './table.ts'

export async function insertOrder(tx: Tx, values: typeof paymentOrders.$inferInsert): Promise<PaymentOrder> {
  const [order] = await tx.insert(paymentOrders).values(values).returning()
  return order!
}

export async function findOrderByRef(tx: Tx, txnRef: string): Promise<PaymentOrder | undefined> {
  const [order] = await tx.select().from(paymentOrders).where(eq(paymentOrders.txnRef, txnRef))
  return order
}

/** The order as it is now, held; its dossier must be held already. */
export async function lockOrder(tx: Tx, id: string): Promise<PaymentOrder> {
  const [order] = await tx.select().from(paymentOrders).where(eq(paymentOrders.id, id)).for('update')
  return order!
}

export async function lockOpenOrder(tx: Tx, dossierId: string): Promise<PaymentOrder | undefined> {
  const [order] = await tx
    .select()
    .from(paymentOrders)
    .where(and(eq(paymentOrders.dossierId, dossierId), eq(paymentOrders.state, 'open')))
    .for('update')
  return order
}

export async function closeOrder(tx: Tx, id: string, state: Exclude<PaymentOrder['state'], 'open'>, at: Temporal.Instant): Promise<void> {
  await tx.update(paymentOrders).set({ state, closedAt: at }).where(eq(paymentOrders.id, id))
}

/** Asked for once more tomorrow, or never again. */
export async function markAsked(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.update(paymentOrders).set({ askedAt: at }).where(eq(paymentOrders.id, id))
}

/** Of a dossier that is held, so the next number is certain. */
export const ledgerOf = (tx: Tx, dossierId: string): Promise<PaymentEntry[]> =>
  tx.select().from(paymentEntries).where(eq(paymentEntries.dossierId, dossierId)).orderBy(paymentEntries.seq)

/** @returns undefined when this money is in the ledger already */
export async function addEntry(tx: Tx, values: NewPaymentEntry): Promise<PaymentEntry | undefined> {
  const seq = values.dossierId ? (await tx.$count(paymentEntries, eq(paymentEntries.dossierId, values.dossierId))) + 1 : 0
  const [entry] = await tx
    .insert(paymentEntries)
    .values({ ...values, seq })
    .onConflictDoNothing({ target: paymentEntries.key })
    .returning()
  return entry
}

export async function hasEntry(tx: Tx, key: string): Promise<boolean> {
  return (await tx.$count(paymentEntries, eq(paymentEntries.key, key))) > 0
}

/** An entry to be answered, held so that two clerks cannot both give the money back. */
export async function lockEntry(tx: Tx, id: string): Promise<PaymentEntry | undefined> {
  const [entry] = await tx.select().from(paymentEntries).where(eq(paymentEntries.id, id)).for('update')
  return entry
}

export async function isAnswered(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$count(paymentEntries, and(eq(paymentEntries.refersTo, id), sql`${paymentEntries.kind} in ('refunded', 'settled')`))) > 0
}

/** The row stays locked until the commit: no gap, no duplicate. */
export async function nextReceiptNumber(tx: Tx, { agencyId, year }: { agencyId: string; year: number }): Promise<number> {
  const [row] = await tx
    .insert(paymentNumbers)
    .values({ agencyId, year, last: 1 })
    .onConflictDoUpdate({ target: [paymentNumbers.agencyId, paymentNumbers.year], set: { last: sql`${paymentNumbers.last} + 1` } })
    .returning({ last: paymentNumbers.last })
  return row!.last
}

/** Stored before anything is read from it. */
export async function saveInbound(
  tx: Tx,
  { at, ...row }: Omit<typeof paymentInbound.$inferInsert, 'receivedAt' | 'lastAt'> & { at: Temporal.Instant }
): Promise<void> {
  await tx
    .insert(paymentInbound)
    .values({ ...row, receivedAt: at, lastAt: at })
    .onConflictDoUpdate({ target: paymentInbound.bodyHash, set: { times: sql`${paymentInbound.times} + 1`, lastAt: at } })
}

export async function markInbound(tx: Tx, bodyHash: string, reply: string): Promise<void> {
  await tx.update(paymentInbound).set({ reply }).where(eq(paymentInbound.bodyHash, bodyHash))
}
