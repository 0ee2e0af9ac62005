// Dossiers, their papers, moves, supplement requests and results; the running numbers and the day's counts.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import type { Answers } from '../forms/definition.ts'
import { moves, states } from './lifecycle.ts'
import { verdicts } from './rules.ts'
import type { Delivery, FeeLine, MissingPaper, Party, PickUp, SeenPages, StoredClockEvent, SupplementReason } from './types.ts'
import { channels } from './types.ts'

export const dossierState = pgEnum('dossier_state', states)
export const dossierMove = pgEnum('dossier_move', Object.keys(moves) as [keyof typeof moves, ...(keyof typeof moves)[]])

/** What a search looks through: the words of the dossier, and its agency as one more word. The same text in index and query. */
export const searchVector = (row: { agencyId: unknown; searchText: unknown }) =>
  sql`to_tsvector('simple', 'a' || replace(${row.agencyId}::text, '-', '') || ' ' || ${row.searchText})`

export const dossiers = pgTable(
  'dossiers',
  {
    id: uuidKey(),
    /** Given when filed; a draft has none. */
    code: text().unique(),
    state: dossierState().notNull(),
    channel: text({ enum: channels }).notNull(),
    procedureVersionId: uuid().notNull(),
    procedureCode: text().notNull(),
    procedureName: text().notNull(),
    /** Of the procedure on the day of filing: people answer for sectors. */
    sectorCode: text().notNull(),
    agencyId: uuid().notNull(),
    /** The account that filed it; null for a walk-in without one. */
    personId: uuid(),
    /** The integrator that filed it, when one did. */
    clientId: uuid(),
    filer: jsonb().$type<Party>().notNull(),
    applicant: jsonb().$type<Party>().notNull(),
    applicantName: text().notNull(),
    relation: text(),
    searchText: text().notNull(),
    subject: text().notNull().default(''),
    /** To the fields of the procedure's form, nothing else. */
    answers: jsonb().$type<Answers>().notNull(),
    /** The pages of a draft that were answered, and by which save; empty once it is filed. */
    seen: jsonb().$type<SeenPages>().notNull().default({}),
    /** Counts the saves of a draft, so that a page opened before a save elsewhere is noticed. */
    revision: integer().notNull().default(0),
    delivery: jsonb().$type<Delivery>().notNull(),
    pickUp: jsonb().$type<PickUp>(),
    fees: jsonb().$type<FeeLine[]>().notNull(),
    locale: text({ enum: ['vi', 'en'] }).notNull(),
    filedAt: instant(),
    /** The legal time of receipt of this cycle. */
    receivedAt: instant(),
    acceptedAt: instant(),
    dueAt: instant(),
    finishedAt: instant(),
    returnedAt: instant(),
    clock: jsonb().$type<StoredClockEvent[]>().notNull(),
    supplementsAsked: integer().notNull().default(0),
    officerId: uuid(),
    officerName: text(),
    /** Other agencies that take part in settling it: they see it and do their step. */
    sharedWith: uuid().array().notNull().default(sql`'{}'`),
    moveCount: integer().notNull().default(0),
    auditHash: text().notNull().default(''),
    auditCount: integer().notNull().default(0),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull()
  },
  (table) => [
    index('dossiers_waiting_at_agency')
      .on(table.agencyId, table.dueAt, table.id)
      .where(sql`${table.finishedAt} is null and ${table.state} <> 'draft'`),
    index('dossiers_shared_with').using('gin', table.sharedWith),
    index('dossiers_of_person').on(table.personId, table.updatedAt),
    // The agency is a word of its own: "nguyen thi" is a third of the city, but a short list at one desk.
    index('dossiers_found_by_words').using('gin', sql`${searchVector(table)}`),
    // Whoever types `0187` means the end of a code.
    index('dossiers_found_by_code_end').on(table.agencyId, sql`reverse(${table.code}) text_pattern_ops`),
    index('dossiers_open_of_identity')
      .on(sql`(${table.applicant} ->> 'identityNumber')`)
      .where(sql`${table.finishedAt} is null and ${table.state} <> 'draft'`),
    index('dossiers_changed_at_agency').on(table.agencyId, table.updatedAt.desc()),
    index('dossiers_at_agency_by_state').on(table.agencyId, table.state, table.filedAt),
    index('dossiers_running_by_due').on(table.dueAt).where(sql`${table.state} in ('accepted', 'in_progress')`)
  ]
)

export const dossierPapers = pgTable(
  'dossier_papers',
  {
    id: uuidKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    /** The number of the required document in the procedure version; 0 for anything else. */
    number: integer().notNull(),
    name: text().notNull(),
    form: text().notNull(),
    copies: integer().notNull().default(1),
    /** 'file': uploaded; 'paper': on the desk; 'post': travels with the pick-up. */
    given: text({ enum: ['file', 'paper', 'post'] }).notNull(),
    fileId: uuid(),
    addedAt: instant().notNull(),
    /** Set when a supplement brought a better one; the old one stays in the history. */
    replacedAt: instant()
  },
  (table) => [index('dossier_papers_of').on(table.dossierId)]
)

export const dossierMoves = pgTable(
  'dossier_moves',
  {
    id: uuidKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    seq: integer().notNull(),
    name: dossierMove().notNull(),
    fromState: dossierState().notNull(),
    toState: dossierState().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    actorRole: text().notNull(),
    /** Where the move was made; the dossier's own agency for people from outside. */
    agencyId: uuid().notNull(),
    note: text().notNull().default(''),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    dueAt: instant()
  },
  (table) => [unique('dossier_moves_seq').on(table.dossierId, table.seq), index('dossier_moves_by_day').on(table.at)]
)

export const supplementRequests = pgTable(
  'supplement_requests',
  {
    id: uuidKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    number: integer().notNull(),
    reasons: jsonb().$type<SupplementReason[]>().notNull(),
    note: text().notNull().default(''),
    askedAt: instant().notNull(),
    askedBy: text().notNull(),
    atDesk: boolean().notNull(),
    answeredAt: instant()
  },
  (table) => [unique('supplement_requests_number').on(table.dossierId, table.number)]
)

export const dossierResults = pgTable('dossier_results', {
  dossierId: uuid()
    .primaryKey()
    .references(() => dossiers.id),
  kind: text({ enum: ['approved', 'refused'] }).notNull(),
  number: text().notNull(),
  title: text().notNull(),
  reason: text().notNull().default(''),
  fileId: uuid().notNull(),
  signedBy: text().notNull(),
  signedAt: instant().notNull()
})

/** The last running number of an agency on a day: one row, incremented in the filing's own commit, so no gap and no duplicate. */
export const dossierNumbers = pgTable(
  'dossier_numbers',
  { agencyId: uuid().notNull(), day: day().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.agencyId, table.day] })]
)

/** How many moves of each name an agency saw on a day, by channel; kept in the same commit, recounted by the story. */
export const dossierCounts = pgTable(
  'dossier_counts',
  {
    agencyId: uuid().notNull(),
    day: day().notNull(),
    move: dossierMove().notNull(),
    channel: text({ enum: channels }).notNull(),
    count: integer().notNull()
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.day, table.move, table.channel] })]
)

/** What a clerk says of one paper before the dossier is taken in; one verdict for each, the newest. It outlives the page and is seen by colleagues. */
export const paperChecks = pgTable(
  'paper_checks',
  {
    paperId: uuid()
      .primaryKey()
      .references(() => dossierPapers.id, { onDelete: 'cascade' }),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    verdict: text({ enum: verdicts }).notNull(),
    /** Of `paperReasons`; empty when it is right, or said in own words only. */
    reasonCode: text().notNull().default(''),
    words: text().notNull().default(''),
    byId: uuid().notNull(),
    byName: text().notNull(),
    at: instant().notNull()
  },
  (table) => [
    index('paper_checks_of_dossier').on(table.dossierId),
    check('paper_check_verdict_known', sql`${table.verdict} in ('right', 'wrong')`),
    // A citizen is never told "wrong" without why.
    check('paper_check_wrong_has_reason', sql`${table.verdict} = 'right' or ${table.reasonCode} <> '' or ${table.words} <> ''`)
  ]
)

/** Who looks at a new dossier now, so that two do not check the same one. Only a courtesy: the lock of the row is what guards. */
export const dossierLeases = pgTable('dossier_leases', {
  dossierId: uuid()
    .primaryKey()
    .references(() => dossiers.id, { onDelete: 'cascade' }),
  staffId: uuid().notNull(),
  staffName: text().notNull(),
  since: instant().notNull(),
  until: instant().notNull()
})

/** NĐ 61/2018 Đ5, Đ11.2c: papers are asked for once. Whoever needs a second time says why, and the head above them says why they agree. */
export const secondRequests = pgTable(
  'second_requests',
  {
    id: uuidKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** The desk asks its supervisor, an officer the head who signs. */
    atDesk: boolean().notNull(),
    reasons: jsonb().$type<SupplementReason[]>().notNull(),
    /** Why once was not enough. */
    why: text().notNull(),
    proposedById: uuid().notNull(),
    proposedBy: text().notNull(),
    proposedAt: instant().notNull(),
    decision: text({ enum: ['approved', 'declined'] }),
    decidedById: uuid(),
    decidedBy: text(),
    decidedAt: instant(),
    decisionReason: text()
  },
  (table) => [
    uniqueIndex('second_request_open_is_one').on(table.dossierId).where(sql`${table.decision} is null`),
    index('second_requests_of_dossier').on(table.dossierId, table.proposedAt),
    check('second_request_decision_known', sql`${table.decision} in ('approved', 'declined')`),
    check(
      'second_request_decided_whole',
      sql`(${table.decision} is null) = (${table.decidedById} is null) and (${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.decisionReason} is null)`
    ),
    check('second_request_four_eyes', sql`${table.decidedById} <> ${table.proposedById}`)
  ]
)

/**
 * Somebody came and a required paper was missing: what they were told on one slip, without a dossier (NĐ 61/2018 Đ17), and what was typed
 * so far. Each row is one wasted trip; it is counted for good, while name, phone and draft are forgotten when their time is over.
 */
export const guidanceSlips = pgTable(
  'guidance_slips',
  {
    id: uuidKey(),
    agencyId: uuid().notNull(),
    day: day().notNull(),
    /** Runs by agency and day: `HD-261124-07`. */
    number: integer().notNull(),
    procedureVersionId: uuid().notNull(),
    procedureCode: text().notNull(),
    procedureName: text().notNull(),
    sectorCode: text().notNull(),
    missing: jsonb().$type<MissingPaper[]>().notNull(),
    note: text().notNull().default(''),
    staffId: uuid().notNull(),
    staffName: text().notNull(),
    name: text().notNull().default(''),
    phone: text().notNull().default(''),
    /** What stood on the screen, by field; null once forgotten. */
    draft: jsonb().$type<Record<string, string | string[]>>(),
    createdAt: instant().notNull(),
    keptUntil: instant().notNull(),
    /** The dossier that came of it in the end. */
    dossierId: uuid()
  },
  (table) => [
    unique('guidance_slips_number').on(table.agencyId, table.day, table.number),
    check('slips_say_what_is_missing', sql`jsonb_array_length(${table.missing}) > 0`)
  ]
)

/**
 * Letters of apology (Mẫu số 04, NĐ 61/2018 Đ19.9): drafted before the due date, completed by the officer, signed by the head.
 * One draft at a time, one signed letter in a dossier's life.
 */
export const apologies = pgTable(
  'apologies',
  {
    id: uuidKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** The date that cannot be kept. */
    dueAt: instant().notNull(),
    /** The last day on which it is signed in time. */
    lastDay: day().notNull(),
    draftedAt: instant().notNull(),
    draftedBy: text().notNull(),
    /** Of late_causes; and in the officer's own words. */
    causes: jsonb().$type<string[]>().notNull(),
    words: text().notNull().default(''),
    newDueAt: instant(),
    proposedAt: instant(),
    proposedById: uuid(),
    proposedBy: text(),
    /** What the head wants mended; gone with the next proposal. */
    sentBackBy: text(),
    sentBackWhy: text(),
    signedAt: instant(),
    signedById: uuid(),
    signedBy: text(),
    withdrawnAt: instant(),
    /** The move that made it needless. */
    withdrawnWhy: text()
  },
  (table) => [
    uniqueIndex('apology_open_is_one').on(table.dossierId).where(sql`${table.signedAt} is null and ${table.withdrawnAt} is null`),
    uniqueIndex('apology_signed_is_one').on(table.dossierId).where(sql`${table.signedAt} is not null`),
    check('apology_later', sql`${table.newDueAt} > ${table.dueAt}`),
    check('apology_four_eyes', sql`${table.signedById} <> ${table.proposedById}`),
    check('apology_signed_whole', sql`${table.signedAt} is null or (${table.newDueAt} is not null and ${table.proposedById} is not null)`),
    check('apology_ends_once', sql`${table.signedAt} is null or ${table.withdrawnAt} is null`)
  ]
)
