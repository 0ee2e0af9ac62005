// Parcels, what happened to them, what carriers sent us byte for byte, the keys that keep an order from being placed twice,
// and what recipients ask for after a visit that failed, with the links they ask by.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant, uuidKey } from '../database/columns.ts'
import { type Flag, identityStates, kinds, legs, moneyStates, proofProfiles, proofStates, type Reason, statuses } from './lifecycle.ts'
import { type WishWay, wishWays } from './rules.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export type Party = { name: string; phone: string; address: string; wardCode?: string; wardName?: string }
/** Who took it over, as QĐ 45/2016 Đ10 wants it written down; of the identity paper only the last four digits. */
export type Receiver = {
  name: string
  relation?: string
  idType?: string
  idLast4?: string
  method?: 'seen' | 'qr' | 'nfc'
  code?: boolean
  signature?: boolean
}
export type Place = { officeCode?: string; name?: string; wardCode?: string }
/** What an event carries besides its status: proof, the seal and slip of a collection, money, flags. */
export type Detail = {
  receiver?: Receiver
  slipNumber?: string
  sealNumber?: string
  papers?: { name: string; present: boolean }[]
  count?: number
  signatures?: boolean
  money?: (typeof moneyStates)[number]
  flags?: Flag[]
  /** What the recipient asked for after a visit that failed; the day as `2026-11-25`. */
  wish?: { way: WishWay; onDay?: string }
}

export const shipments = pgTable(
  'shipments',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    kind: text({ enum: kinds }).notNull(),
    leg: text({ enum: legs }).notNull().default('forward'),
    status: text({ enum: statuses }).notNull().default('draft'),
    money: text({ enum: moneyStates }).notNull().default('none'),
    proof: text({ enum: proofStates }).notNull().default('none'),
    identity: text({ enum: identityStates }).notNull().default('not_required'),
    attempts: integer().notNull().default(0),
    flags: text().array().$type<Flag[]>().notNull().default(sql`'{}'::text[]`),
    carrier: text().notNull(),
    ourRef: text().notNull().unique(),
    carrierRef: text(),
    /** Without spaces, upper case: `EH204518773VN`. */
    trackingNumber: text(),
    proofProfile: text({ enum: proofProfiles }).notNull().default('registered'),
    /** The agency whose desk sends or receives. */
    agencyId: uuid(),
    sender: jsonb().$type<Party>().notNull(),
    recipient: jsonb().$type<Party>().notNull(),
    contents: jsonb().$type<string[]>().notNull(),
    slipNumber: text(),
    sealNumber: text(),
    receiver: jsonb().$type<Receiver>(),
    fee: integer().notNull().default(0),
    orderedAt: instant(),
    custodyAt: instant(),
    deliveredAt: instant(),
    lastEventAt: instant(),
    createdAt: instant().notNull()
  },
  (row) => [
    index().on(row.dossierId),
    index().on(row.trackingNumber),
    index().on(row.carrier, row.carrierRef),
    index().on(row.agencyId, row.kind, row.status),
    check('shipments_kind_known', sql`${row.kind} in (${oneOf(kinds)})`),
    check('shipments_leg_known', sql`${row.leg} in (${oneOf(legs)})`),
    check('shipments_status_known', sql`${row.status} in (${oneOf(statuses)})`),
    check('shipments_money_known', sql`${row.money} in (${oneOf(moneyStates)})`),
    check('shipments_proof_known', sql`${row.proof} in (${oneOf(proofStates)})`),
    check('shipments_identity_known', sql`${row.identity} in (${oneOf(identityStates)})`),
    // The promise of the state: a result is delivered only with its proof, whoever says so.
    check('shipments_delivered_with_proof', sql`${row.kind} <> 'delivery' or ${row.status} <> 'delivered' or ${row.proof} = 'complete'`),
    check('shipments_delivered_has_time', sql`${row.status} <> 'delivered' or ${row.deliveredAt} is not null`)
  ]
)
export type Shipment = typeof shipments.$inferSelect

export const eventKinds = ['status', 'money', 'proof', 'identity', 'note', 'estimate', 'void'] as const
export const sources = ['webhook', 'poll', 'file', 'operator_web', 'desk_scan', 'citizen', 'system'] as const
export const trusts = ['signed', 'shared_secret', 'authenticated_user', 'unsigned', 'confirmed_by_poll'] as const

export const shipmentEvents = pgTable(
  'shipment_events',
  {
    id: uuidKey(),
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    kind: text({ enum: eventKinds }).notNull(),
    status: text({ enum: statuses }),
    leg: text({ enum: legs }).notNull(),
    attempt: integer(),
    reason: text().$type<Reason>(),
    reasonText: text(),
    // Three clocks, always kept apart: when it happened, as the carrier wrote it, and when we heard.
    occurredAt: instant().notNull(),
    occurredLocal: text().notNull(),
    zoneAssumed: boolean().notNull().default(false),
    reportedAt: instant(),
    receivedAt: instant().notNull(),
    place: jsonb().$type<Place>(),
    detail: jsonb().$type<Detail>(),
    source: text({ enum: sources }).notNull(),
    trust: text({ enum: trusts }).notNull(),
    actor: jsonb().$type<{ type: 'carrier' | 'user' | 'device' | 'system'; id: string; name?: string }>(),
    carrier: text().notNull(),
    rawCode: text(),
    rawText: text(),
    dedupeKey: text().notNull(),
    voids: uuid(),
    voidReason: text({ enum: ['did_not_occur', 'incorrect_data'] }),
    rawId: uuid()
  },
  (row) => [
    unique('shipment_events_once').on(row.carrier, row.dedupeKey),
    index().on(row.shipmentId, row.occurredAt),
    check('shipment_events_status_known', sql`${row.status} in (${oneOf(statuses)})`),
    check('shipment_events_status_present', sql`${row.kind} <> 'status' or ${row.status} is not null`),
    check('shipment_events_void_target', sql`(${row.kind} = 'void') = (${row.voids} is not null)`)
  ]
)
export type ShipmentEvent = typeof shipmentEvents.$inferSelect
export type NewShipmentEvent = typeof shipmentEvents.$inferInsert

export const verdicts = ['signed', 'shared_secret', 'unsigned', 'bad'] as const

export const rawInbound = pgTable(
  'raw_inbound',
  {
    id: uuidKey(),
    carrier: text().notNull(),
    transportId: text().notNull(),
    bodyHash: text().notNull(),
    body: bytes().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull(),
    ip: text(),
    verdict: text({ enum: verdicts }).notNull(),
    receivedAt: instant().notNull(),
    processedAt: instant(),
    error: text()
  },
  (row) => [unique('raw_inbound_once').on(row.carrier, row.transportId), index().on(row.verdict, row.receivedAt)]
)
export type RawInbound = typeof rawInbound.$inferSelect

export const orderKeyStates = ['claimed', 'sent', 'done', 'unknown', 'rejected'] as const

export const postalOrderKeys = pgTable(
  'postal_order_keys',
  {
    key: text().primaryKey(),
    requestHash: text().notNull(),
    state: text({ enum: orderKeyStates }).notNull(),
    orderRef: text(),
    updatedAt: instant().notNull()
  },
  (row) => [check('postal_order_keys_state_known', sql`${row.state} in (${oneOf(orderKeyStates)})`)]
)

/** The way in from a message, without signing in. Only the hash of what stands in the message is kept. */
export const parcelLinks = pgTable(
  'parcel_links',
  {
    tokenHash: text().primaryKey(),
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    /** Where the message went: a second change wants a code sent there. */
    phone: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (row) => [index('parcel_links_of_shipment').on(row.shipmentId)]
)

export const parcelWishes = pgTable(
  'parcel_wishes',
  {
    id: uuidKey(),
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    /** After which failed visit: a new failure asks anew. */
    attempt: integer().notNull(),
    way: text({ enum: wishWays }).notNull(),
    onDay: day(),
    phone: text(),
    receiverName: text(),
    relation: text(),
    address: text(),
    via: text({ enum: ['link', 'code', 'account'] }).notNull(),
    createdAt: instant().notNull(),
    replacedAt: instant(),
    /** The post knows: its machine took it, or it stands on the postman's page. */
    toldAt: instant(),
    refusedAt: instant(),
    refusedText: text()
  },
  (row) => [
    uniqueIndex('parcel_wish_is_one').on(row.shipmentId).where(sql`replaced_at is null`),
    check('parcel_wish_way_known', sql`${row.way} in (${oneOf(wishWays)})`),
    check('parcel_wish_has_day', sql`(${row.way} = 'redeliver') = (${row.onDay} is not null)`)
  ]
)
export type ParcelWish = typeof parcelWishes.$inferSelect
