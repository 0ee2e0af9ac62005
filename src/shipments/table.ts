// Parcels, what happened to them, what carriers sent us byte for byte, the keys that keep an order from being placed twice,
// and what recipients ask for after a visit that failed, with the links they ask by.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant, uuidKey } from '../database/columns.ts'
import { type Flag, identityStates, kinds, legs, moneyStates, proofProfiles, proofStates, type Reason, statuses } from './lifecycle.ts'
import { lineStates, seals, shifts } from './manifest.ts'
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

export const manifestDirections = ['inbound'] as const
export const signings = ['glass', 'paper'] as const

/**
 * Biên bản giao nhận hồ sơ (QĐ 45/2016 Đ7): one desk, one carrier, one direction, one visit of the postman. It is open until both have
 * signed; the instant of signing is the legal filing time of every dossier on it, and nothing on it is changed afterwards.
 */
export const manifests = pgTable(
  'manifests',
  {
    id: uuidKey(),
    /** `BB-STTTT-20260302-01` */
    number: text().notNull().unique(),
    direction: text({ enum: manifestDirections }).notNull(),
    agencyId: uuid().notNull(),
    carrier: text().notNull(),
    shift: text({ enum: shifts }).notNull(),
    openedById: uuid().notNull(),
    openedBy: text().notNull(),
    openedAt: instant().notNull(),
    signedAt: instant(),
    postman: text(),
    clerkId: uuid(),
    clerk: text(),
    signing: text({ enum: signings }),
    postmanSignatureId: uuid(),
    clerkSignatureId: uuid(),
    /** A photo of the signed paper, when it was signed on paper. */
    photoId: uuid(),
    fileId: uuid(),
    sha256: text()
  },
  (row) => [
    uniqueIndex('manifest_open_is_one').on(row.agencyId, row.carrier, row.direction).where(sql`signed_at is null`),
    index('manifests_at_agency').on(row.agencyId, row.openedAt),
    check('manifest_direction_known', sql`${row.direction} in (${oneOf(manifestDirections)})`),
    check('manifest_shift_known', sql`${row.shift} in (${oneOf(shifts)})`),
    check('manifest_signing_known', sql`${row.signing} in (${oneOf(signings)})`),
    check(
      'manifest_signed_by_both',
      sql`(${row.signedAt} is null) = (${row.postman} is null) and (${row.signedAt} is null) = (${row.clerk} is null) and (${row.signedAt} is null) = (${row.signing} is null)`
    )
  ]
)
export type Manifest = typeof manifests.$inferSelect

/** One envelope of a bordereau, kept as soon as it is scanned. */
export const manifestLines = pgTable(
  'manifest_lines',
  {
    /** Made with the form: pressing twice is one line. */
    id: uuidKey(),
    manifestId: uuid()
      .notNull()
      .references(() => manifests.id),
    seq: integer().notNull(),
    /** What the scanner read or the clerk typed. */
    scanned: text().notNull(),
    state: text({ enum: lineStates }).notNull(),
    shipmentId: uuid().references(() => shipments.id),
    announced: integer().notNull().default(0),
    seal: text({ enum: seals }),
    counted: integer(),
    /** What the difference is, in words for both sides. */
    reason: text().notNull().default(''),
    photoId: uuid(),
    /** Whose it is, when it is not ours. */
    otherAgencyId: uuid(),
    otherAgency: text(),
    /** The line of an earlier bordereau that this one corrects. */
    corrects: uuid(),
    byId: uuid().notNull(),
    byName: text().notNull(),
    at: instant().notNull(),
    /** After signing: the parcel is received; or why it could not be. */
    receivedAt: instant(),
    failure: text()
  },
  (row) => [
    unique('manifest_lines_seq').on(row.manifestId, row.seq),
    uniqueIndex('manifest_line_of_parcel').on(row.manifestId, row.shipmentId),
    index('manifest_lines_of_shipment').on(row.shipmentId),
    check('manifest_line_state_known', sql`${row.state} in (${oneOf(lineStates)})`),
    check('manifest_line_seal_known', sql`${row.seal} in (${oneOf(seals)})`),
    check(
      'manifest_line_checked_whole',
      sql`${row.state} not in ('ok', 'broken_seal', 'missing_paper') or (${row.seal} is not null and ${row.counted} is not null)`
    )
  ]
)
export type ManifestLine = typeof manifestLines.$inferSelect
