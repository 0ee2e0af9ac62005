// Money: orders to pay, the ledger that is only ever added to, every word of the gateway as it came, and the receipts' numbers.
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'
import { entryKinds, mismatchReasons, orderStates, ways } from './rules.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export const paymentOrders = pgTable(
  'payment_orders',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    /** What the gateway and the bank call it; never used twice. */
    txnRef: text().notNull().unique(),
    amount: integer().notNull(),
    state: text({ enum: orderStates }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    closedAt: instant(),
    /** When the gateway was asked what became of it, because it never said. */
    askedAt: instant()
  },
  (row) => [
    index('payment_orders_of_dossier').on(row.dossierId, row.createdAt),
    index('payment_orders_ran_out').on(row.expiresAt).where(sql`${row.state} in ('open', 'expired')`),
    // Two buttons pressed at once still make one order.
    uniqueIndex('payment_orders_one_open').on(row.dossierId).where(sql`${row.state} = 'open'`),
    check('payment_orders_state_known', sql`${row.state} in (${oneOf(orderStates)})`),
    check('payment_orders_amount_positive', sql`${row.amount} > 0`),
    check('payment_orders_closed_has_time', sql`(${row.state} = 'open') = (${row.closedAt} is null)`)
  ]
)
export type PaymentOrder = typeof paymentOrders.$inferSelect

/** Never changed and never deleted (a trigger sees to it); `key` makes one event of money one row. */
export const paymentEntries = pgTable(
  'payment_entries',
  {
    id: uuidKey(),
    /** Null when the gateway names an order we do not know. */
    dossierId: uuid(),
    agencyId: uuid(),
    orderId: uuid().references(() => paymentOrders.id),
    /** Its number within the dossier. */
    seq: integer().notNull(),
    kind: text({ enum: entryKinds }).notNull(),
    way: text({ enum: ways }).notNull(),
    /** What moved, in đồng. */
    amount: integer().notNull(),
    key: text().notNull().unique(),
    reason: text({ enum: mismatchReasons }),
    /** The entry this one gives back, disputes or settles. */
    refersTo: uuid(),
    receiptNumber: text(),
    facts: jsonb().$type<EntryFacts>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull()
  },
  (row) => [
    index('payment_entries_of_dossier').on(row.dossierId, row.seq),
    // The drawer of a clerk, when a shift is closed.
    index('payment_entries_cash_of').on(row.actorId, row.at).where(sql`${row.way} = 'cash'`),
    index('payment_entries_mismatches').on(row.agencyId, row.at).where(sql`${row.kind} = 'mismatch'`),
    // Given back once, settled once.
    uniqueIndex('payment_entries_answered_once').on(row.refersTo).where(sql`${row.kind} in ('refunded', 'settled')`),
    check('payment_entries_kind_known', sql`${row.kind} in (${oneOf(entryKinds)})`),
    check('payment_entries_way_known', sql`${row.way} in (${oneOf(ways)})`),
    check('payment_entries_reason_known', sql`${row.reason} in (${oneOf(mismatchReasons)})`),
    check('payment_entries_mismatch_has_reason', sql`(${row.kind} = 'mismatch') = (${row.reason} is not null)`),
    check('payment_entries_money_positive', sql`${row.amount} > 0 or (${row.kind} in ('mismatch', 'settled') and ${row.amount} = 0)`),
    check('payment_entries_answer_refers', sql`${row.kind} not in ('refunded', 'settled') or ${row.refersTo} is not null`),
    check('payment_entries_paid_has_receipt', sql`(${row.kind} = 'paid') = (${row.receiptNumber} is not null)`)
  ]
)
/** `claimed`: the amount the gateway named, when it is in dispute. */
export type EntryFacts = { txnRef?: string; gatewayRef?: string; payDate?: string; bank?: string; claimed?: number; note?: string }
export type PaymentEntry = typeof paymentEntries.$inferSelect
export type NewPaymentEntry = Omit<typeof paymentEntries.$inferInsert, 'id' | 'seq'>

export const inboundVerdicts = ['signed', 'bad'] as const

/** What the gateway said, word by word; the same words again are the same row, counted. */
export const paymentInbound = pgTable(
  'payment_inbound',
  {
    id: uuidKey(),
    gateway: text().notNull(),
    bodyHash: text().notNull().unique(),
    body: text().notNull(),
    ip: text().notNull(),
    verdict: text({ enum: inboundVerdicts }).notNull(),
    times: integer().notNull().default(1),
    receivedAt: instant().notNull(),
    lastAt: instant().notNull(),
    reply: text()
  },
  (row) => [check('payment_inbound_verdict_known', sql`${row.verdict} in (${oneOf(inboundVerdicts)})`)]
)

/** The last receipt number of an agency in a year: taken in the payment's own commit, so no gap and no duplicate. */
export const paymentNumbers = pgTable(
  'payment_numbers',
  { agencyId: uuid().notNull(), year: integer().notNull(), last: integer().notNull() },
  (row) => [primaryKey({ columns: [row.agencyId, row.year] })]
)
