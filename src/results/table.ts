// Templates of an agency, drafts and their trail, orders to sign, the running numbers, the register of results and their revocation.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import type { DraftMove } from './lifecycle.ts'
import { draftStates } from './lifecycle.ts'
import { resultKinds, resultSources, signingStates } from './rules.ts'
import type { Certificate, SigningProblem, Template, Values } from './types.ts'

/** Versions an agency wrote; those of the house are files (catalogue/). Added to, never changed. */
export const resultTemplates = pgTable(
  'result_templates',
  {
    id: uuidKey(),
    agencyId: uuid().notNull(),
    /** Of a procedure; empty: of every procedure without one of its own. */
    procedureCode: text().notNull(),
    kind: text({ enum: resultKinds }).notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    validFrom: day().notNull(),
    /** What was changed and why. */
    note: text().notNull(),
    madeById: uuid().notNull(),
    madeBy: text().notNull(),
    madeAt: instant().notNull()
  },
  (table) => [
    unique('result_templates_version').on(table.agencyId, table.procedureCode, table.kind, table.version),
    check('result_templates_kind_known', sql`${table.kind} in ('approved', 'refused')`)
  ]
)

export const resultDrafts = pgTable(
  'result_drafts',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    dossierCode: text().notNull(),
    agencyId: uuid().notNull(),
    procedureCode: text().notNull(),
    /** People answer for sectors: lists are limited by it. */
    sectorCode: text().notNull(),
    procedureName: text().notNull(),
    holderName: text().notNull(),
    kind: text({ enum: resultKinds }).notNull(),
    state: text({ enum: draftStates }).notNull(),
    /** As it was when the draft began: a new version changes no draft and no result. */
    template: jsonb().$type<Template>().notNull(),
    values: jsonb().$type<Values>().notNull(),
    title: text().notNull(),
    /** Counts the saves, so that a page opened before a save elsewhere is noticed. */
    revision: integer().notNull().default(0),
    drafterId: uuid().notNull(),
    drafterName: text().notNull(),
    /** The last word about it: a reviewer's remark, why it could not be signed. */
    remark: text().notNull().default(''),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull()
  },
  (table) => [
    uniqueIndex('result_drafts_one_open').on(table.dossierId).where(sql`${table.state} <> 'dropped'`),
    index('result_drafts_at_agency').on(table.agencyId, table.state, table.updatedAt),
    check(
      'result_drafts_state_known',
      sql`${table.state} in ('drafting', 'in_review', 'returned', 'to_sign', 'signing', 'signed', 'dropped')`
    ),
    check('result_drafts_kind_known', sql`${table.kind} in ('approved', 'refused')`)
  ]
)

/** Who did what to a draft: only added to. */
export const resultDraftSteps = pgTable(
  'result_draft_steps',
  {
    id: uuidKey(),
    draftId: uuid()
      .notNull()
      .references(() => resultDrafts.id),
    name: text().$type<DraftMove | 'begin'>().notNull(),
    note: text().notNull().default(''),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull()
  },
  (table) => [index('result_draft_steps_of').on(table.draftId, table.id)]
)

/** One order of a signer: the form's own id, so that it is given once however often it is sent. */
export const signingBatches = pgTable(
  'signing_batches',
  {
    id: uuid().primaryKey(),
    agencyId: uuid().notNull(),
    signerId: uuid().notNull(),
    signerName: text().notNull(),
    /** As it stands above the name: `Phó Chủ tịch`. */
    signerTitle: text().notNull(),
    signerRole: text().notNull(),
    orderedAt: instant().notNull()
  },
  (table) => [index('signing_batches_of_signer').on(table.signerId, table.orderedAt)]
)

export const signingItems = pgTable(
  'signing_items',
  {
    id: uuidKey(),
    batchId: uuid()
      .notNull()
      .references(() => signingBatches.id),
    draftId: uuid()
      .notNull()
      .references(() => resultDrafts.id),
    position: smallint().notNull(),
    state: text({ enum: signingStates }).notNull(),
    /** Why not, or what it waits for. */
    problem: jsonb().$type<SigningProblem>(),
    doneAt: instant()
  },
  (table) => [
    // In one order at a time; a failed one may be ordered again.
    uniqueIndex('signing_items_once').on(table.draftId).where(sql`${table.state} <> 'failed'`),
    index('signing_items_of').on(table.batchId, table.position),
    check('signing_items_state_known', sql`${table.state} in ('waiting', 'signed', 'failed')`)
  ]
)

/** The last number given: by agency, year and kind of document. Raised in the commit that registers the result, and only by one. */
export const resultBooks = pgTable(
  'result_books',
  { agencyId: uuid().notNull(), year: smallint().notNull(), symbol: text().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.agencyId, table.year, table.symbol] }), check('result_books_counts', sql`${table.last} > 0`)]
)

export const results = pgTable(
  'results',
  {
    id: uuidKey(),
    dossierId: uuid().notNull().unique('results_one_of_dossier'),
    dossierCode: text().notNull(),
    agencyId: uuid().notNull(),
    agencyName: text().notNull(),
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    procedureName: text().notNull(),
    kind: text({ enum: resultKinds }).notNull(),
    source: text({ enum: resultSources }).notNull(),
    /** The book it is numbered in; null for a paper numbered by hand. */
    year: smallint(),
    symbol: text(),
    sequence: integer(),
    number: text().notNull(),
    title: text().notNull(),
    holderName: text().notNull(),
    holderIdentity: text(),
    /** Whose account the dossier was filed with. */
    personId: uuid(),
    searchText: text().notNull(),
    signedBy: text().notNull(),
    signedAt: instant().notNull(),
    fileId: uuid().notNull(),
    sha256: text().notNull(),
    certificate: jsonb().$type<Certificate>(),
    revokedAt: instant(),
    revokedBy: text(),
    revokedReason: text(),
    revokedBasis: text()
  },
  (table) => [
    unique('results_numbered_once').on(table.agencyId, table.year, table.symbol, table.sequence),
    index('results_at_agency').on(table.agencyId, table.signedAt, table.id),
    index('results_of_person').on(table.personId),
    index('results_of_identity').on(table.holderIdentity),
    index('results_by_hash').on(table.sha256),
    index('results_found_by_words').using('gin', sql`to_tsvector('simple', ${table.searchText})`),
    check('results_kind_known', sql`${table.kind} in ('approved', 'refused')`),
    check('results_source_known', sql`${table.source} in ('signed', 'scanned')`),
    check(
      'results_signed_have_a_number_and_a_certificate',
      sql`(${table.source} = 'signed') = (${table.sequence} is not null and ${table.certificate} is not null)`
    ),
    check('results_revoked_with_a_reason', sql`(${table.revokedAt} is null) = (${table.revokedReason} is null)`)
  ]
)

/** Taking a result back needs two people: who proposes it and a signer who is somebody else. */
export const resultRevocations = pgTable(
  'result_revocations',
  {
    /** The form's own id. */
    id: uuid().primaryKey(),
    resultId: uuid()
      .notNull()
      .references(() => results.id),
    reason: text().notNull(),
    legalBasis: text().notNull(),
    proposedById: uuid().notNull(),
    proposedBy: text().notNull(),
    proposedAt: instant().notNull(),
    isConfirmed: boolean(),
    decidedById: uuid(),
    decidedBy: text(),
    decidedAt: instant(),
    note: text().notNull().default('')
  },
  (table) => [
    uniqueIndex('result_revocations_one_open').on(table.resultId).where(sql`${table.decidedAt} is null`),
    check('result_revocations_by_two', sql`${table.decidedById} is null or ${table.decidedById} <> ${table.proposedById}`)
  ]
)
