// Originals and who has each; everything that ever happened to them, only added to; the lists by which they go from hand to hand.
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import type { Offer } from './custody.ts'
import { listStates, outcomes } from './lifecycle.ts'
import { actKinds, fates, type Holder, holderKinds, type Receiver, type Signature, ways } from './types.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export const originals = pgTable(
  'originals',
  {
    id: uuidKey(),
    code: text().notNull().unique(),
    dossierId: uuid().notNull(),
    dossierCode: text().notNull(),
    /** The agency the dossier was filed at, which answers for it. */
    agencyId: uuid().notNull(),
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    /** The line of the dossier's papers it came with; null for one added by hand. */
    paperId: uuid(),
    /** Two certified copies of one paper are two originals. */
    copyNumber: integer().notNull().default(1),
    name: text().notNull(),
    form: text().notNull(),
    fate: text({ enum: fates }).notNull().default('with_result'),
    fateReason: text().notNull().default(''),
    holder: jsonb().$type<Holder>().notNull(),
    holderKind: text({ enum: holderKinds }).notNull(),
    holderAgencyId: uuid(),
    holderPersonId: uuid(),
    parcelId: uuid(),
    heldSince: instant().notNull(),
    givenBy: text().notNull(),
    offer: jsonb().$type<Offer>(),
    registeredAt: instant().notNull(),
    actCount: integer().notNull().default(0),
    auditHash: text().notNull().default(''),
    auditCount: integer().notNull().default(0)
  },
  (row) => [
    // A job that runs twice writes each paper down once.
    unique('originals_of_paper_once').on(row.paperId, row.copyNumber),
    index('originals_of_dossier').on(row.dossierId),
    index('originals_held_at').on(row.holderAgencyId, row.holderKind, row.heldSince),
    index('originals_of_person').on(row.holderPersonId),
    index('originals_in_parcel').on(row.parcelId),
    check('originals_holder_known', sql`${row.holderKind} in (${oneOf(holderKinds)})`),
    check('originals_fate_known', sql`${row.fate} in (${oneOf(fates)})`),
    check('originals_desk_has_agency', sql`${row.holderKind} not in ('desk', 'shelf', 'officer') or ${row.holderAgencyId} is not null`),
    check('originals_officer_has_name', sql`(${row.holderKind} = 'officer') = (${row.holderPersonId} is not null)`)
  ]
)
export type Original = typeof originals.$inferSelect

export const originalHandovers = pgTable(
  'original_handovers',
  {
    id: uuidKey(),
    originalId: uuid()
      .notNull()
      .references(() => originals.id),
    seq: integer().notNull(),
    kind: text({ enum: actKinds }).notNull(),
    at: instant().notNull(),
    byId: uuid().notNull(),
    byName: text().notNull(),
    byRole: text().notNull(),
    from: jsonb().$type<Holder>(),
    to: jsonb().$type<Holder>(),
    listId: uuid(),
    way: text({ enum: ways }).notNull(),
    reason: text().notNull().default(''),
    fate: text({ enum: fates }),
    /** The hand of somebody from outside: the citizen, the postman. */
    signature: jsonb().$type<Signature>()
  },
  (row) => [
    unique('original_handovers_seq').on(row.originalId, row.seq),
    index('original_handovers_of_list').on(row.listId),
    check('original_handovers_kind_known', sql`${row.kind} in (${oneOf(actKinds)})`),
    check('original_handovers_reason_said', sql`${row.kind} not in ('lost', 'found', 'removed', 'not_received') or ${row.reason} <> ''`)
  ]
)
export type SavedAct = typeof originalHandovers.$inferSelect

export const handOverLists = pgTable(
  'hand_over_lists',
  {
    id: uuidKey(),
    number: text().notNull().unique(),
    /** The giver's agency. */
    agencyId: uuid().notNull(),
    giver: jsonb().$type<Holder>().notNull(),
    receiver: jsonb().$type<Receiver>().notNull(),
    receiverKind: text({ enum: holderKinds }).notNull(),
    receiverAgencyId: uuid(),
    receiverPersonId: uuid(),
    state: text({ enum: listStates }).notNull(),
    note: text().notNull().default(''),
    createdAt: instant().notNull(),
    createdById: uuid().notNull(),
    createdBy: text().notNull(),
    offeredAt: instant(),
    offeredBy: jsonb().$type<Signature>(),
    receivedAt: instant(),
    receivedBy: jsonb().$type<Signature>()
  },
  (row) => [
    index('hand_over_lists_of_giver').on(row.agencyId, row.state, row.createdAt),
    index('hand_over_lists_for_agency').on(row.receiverAgencyId, row.state),
    index('hand_over_lists_for_person').on(row.receiverPersonId, row.state),
    check('hand_over_lists_state_known', sql`${row.state} in (${oneOf(listStates)})`),
    check('hand_over_lists_giver_signed', sql`${row.state} in ('open', 'dropped') or ${row.offeredBy} is not null`),
    // The promise of the state: nothing is received that only one side has signed for.
    check(
      'hand_over_lists_both_signed',
      sql`${row.state} not in ('received', 'received_with_differences') or (${row.offeredBy} is not null and ${row.receivedBy} is not null)`
    )
  ]
)
export type HandOverList = typeof handOverLists.$inferSelect

export const handOverLines = pgTable(
  'hand_over_lines',
  {
    listId: uuid()
      .notNull()
      .references(() => handOverLists.id),
    originalId: uuid()
      .notNull()
      .references(() => originals.id),
    /** The giver's scan; null for what the receiver found beyond the list. */
    givenAt: instant(),
    /** The receiver's scan. */
    takenAt: instant(),
    parcel: jsonb().$type<{ id: string; number: string }>(),
    outcome: text({ enum: outcomes }).notNull(),
    reason: text().notNull().default('')
  },
  (row) => [
    primaryKey({ columns: [row.listId, row.originalId] }),
    // One bundle at a time.
    uniqueIndex('hand_over_lines_one_bundle').on(row.originalId).where(sql`outcome = 'pending'`),
    check('hand_over_lines_outcome_known', sql`${row.outcome} in (${oneOf(outcomes)})`),
    check(
      'hand_over_lines_both_scanned',
      sql`${row.outcome} <> 'confirmed' or (${row.givenAt} is not null and ${row.takenAt} is not null)`
    ),
    check('hand_over_lines_reason_said', sql`${row.outcome} not in ('missing', 'refused') or ${row.reason} <> ''`)
  ]
)
export type HandOverLine = typeof handOverLines.$inferSelect

/** The last list of an agency on a day. */
export const handOverNumbers = pgTable(
  'hand_over_numbers',
  { agencyId: uuid().notNull(), day: day().notNull(), last: integer().notNull() },
  (row) => [primaryKey({ columns: [row.agencyId, row.day] })]
)
