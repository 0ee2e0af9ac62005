// The catalogue as rows: sectors, procedures, immutable versions and what hangs on each version.
// Rows of a version are never changed: new law makes a new version, and dossiers keep the one they were filed under.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { agencies } from '../agencies/table.ts'
import { day, instant, uuidKey } from '../database/columns.ts'
import type { Form } from '../forms/definition.ts'
import type { Words } from '../kernel/locale.ts'
import {
  applicantKinds,
  caseLeads,
  certainties,
  channels,
  documentForms,
  type ProcessingTime,
  payerGroups,
  procedureLevels,
  proofProfiles,
  synonymKinds
} from './rules.ts'
import { type StepDecision, stepRoles } from './steps.ts'

export const sectors = pgTable('sectors', {
  id: uuidKey(),
  code: text().notNull().unique(),
  name: text().notNull()
})

export const procedures = pgTable(
  'procedures',
  {
    id: uuidKey(),
    code: text().notNull().unique(),
    sectorId: uuid()
      .notNull()
      .references(() => sectors.id)
  },
  (table) => [index().on(table.sectorId)]
)

export const procedureVersions = pgTable(
  'procedure_versions',
  {
    id: uuidKey(),
    procedureId: uuid()
      .notNull()
      .references(() => procedures.id),
    validFrom: day().notNull(),
    validTo: day(),
    name: text().notNull(),
    level: text({ enum: procedureLevels }).notNull(),
    agencyId: uuid().references(() => agencies.id),
    processingTime: jsonb().$type<ProcessingTime>().notNull(),
    legalBasis: text().notNull(),
    resultName: text().notNull(),
    applicantKinds: text({ enum: applicantKinds }).array().notNull(),
    proofProfile: text({ enum: proofProfiles }).notNull(),
    searchText: text().notNull(),
    certainty: text({ enum: certainties }).notNull(),
    /** What is asked of those who file; null: the general form. */
    form: jsonb().$type<Form>(),
    /** Beside the hash of the law, because a new form needs no new law. */
    formHash: text(),
    /** The same for the internal process; null: one officer settles it. */
    stepsHash: text(),
    contentHash: text().notNull()
  },
  (table) => [
    unique().on(table.procedureId, table.validFrom),
    check('version_ends_after_it_begins', sql`${table.validTo} is null or ${table.validTo} > ${table.validFrom}`)
  ]
)

export const offerings = pgTable(
  'offerings',
  {
    id: uuidKey(),
    versionId: uuid()
      .notNull()
      .references(() => procedureVersions.id),
    level: text({ enum: procedureLevels }).notNull(),
    agencyId: uuid().references(() => agencies.id),
    onlineLevel: integer().notNull(),
    postIn: boolean().notNull(),
    postOut: boolean().notNull()
  },
  (table) => [
    unique().on(table.versionId, table.level, table.agencyId).nullsNotDistinct(),
    check('online_level_is_2_3_or_4', sql`${table.onlineLevel} between 2 and 4`)
  ]
)

export const requiredDocuments = pgTable(
  'required_documents',
  {
    id: uuidKey(),
    versionId: uuid()
      .notNull()
      .references(() => procedureVersions.id),
    number: integer().notNull(),
    name: text().notNull(),
    form: text({ enum: documentForms }).notNull(),
    copies: integer().notNull(),
    required: boolean().notNull(),
    condition: text()
  },
  (table) => [unique().on(table.versionId, table.number)]
)

/** The internal process: part of the version, so that a dossier goes the way it was filed under. */
export const procedureSteps = pgTable(
  'procedure_steps',
  {
    id: uuidKey(),
    versionId: uuid()
      .notNull()
      .references(() => procedureVersions.id),
    position: integer().notNull(),
    /** Steps of one stage belong together: side by side when the dossier is electronic. */
    stage: integer().notNull(),
    name: jsonb().$type<Words>().notNull(),
    role: text({ enum: stepRoles }).notNull(),
    section: text(),
    /** `own`, `parent`, or the code of an agency. */
    agency: text().notNull(),
    /** In a hundred of the dossier's time. */
    share: integer().notNull(),
    decides: text().array().$type<StepDecision[]>().notNull(),
    certainty: text({ enum: certainties }).notNull()
  },
  (table) => [
    unique('procedure_steps_position').on(table.versionId, table.position),
    check('step_has_a_share', sql`${table.share} between 1 and 100`)
  ]
)

export const feeRules = pgTable(
  'fee_rules',
  {
    id: uuidKey(),
    versionId: uuid()
      .notNull()
      .references(() => procedureVersions.id),
    name: text().notNull(),
    channel: text({ enum: channels }),
    payerGroup: text({ enum: payerGroups }).notNull(),
    amount: integer().notNull(),
    unit: text().notNull(),
    condition: text(),
    validFrom: day().notNull(),
    validTo: day(),
    legalBasis: text().notNull(),
    certainty: text({ enum: certainties }).notNull()
  },
  (table) => [
    unique().on(table.versionId, table.name, table.channel, table.payerGroup, table.validFrom).nullsNotDistinct(),
    check('fee_is_not_negative', sql`${table.amount} >= 0`)
  ]
)

export const synonyms = pgTable(
  'synonyms',
  {
    phrase: text().notNull(),
    /** With its marks, so that "bán" is not taken for "bản". */
    spelt: text().notNull(),
    procedureId: uuid()
      .notNull()
      .references(() => procedures.id),
    kind: text({ enum: synonymKinds }).notNull(),
    position: integer().notNull()
  },
  (table) => [primaryKey({ columns: [table.kind, table.phrase, table.procedureId] })]
)

/** What is said at home, and what the catalogue calls it. */
export const everydayWords = pgTable('everyday_words', {
  said: text().primaryKey(),
  meant: text().notNull()
})

/** "Am I in the right place": the answers to the few questions before a procedure is begun; a row is one answer. */
export const procedureCases = pgTable(
  'procedure_cases',
  {
    procedureId: uuid()
      .notNull()
      .references(() => procedures.id),
    question: integer().notNull(),
    answer: integer().notNull(),
    asks: jsonb().$type<Words>().notNull(),
    says: jsonb().$type<Words>().notNull(),
    leads: text({ enum: caseLeads }).notNull(),
    otherId: uuid().references(() => procedures.id),
    advice: jsonb().$type<Words>()
  },
  (table) => [
    primaryKey({ columns: [table.procedureId, table.question, table.answer] }),
    check('case_is_numbered', sql`${table.question} between 1 and 4 and ${table.answer} between 1 and 20`),
    check('case_names_the_other', sql`(${table.leads} = 'other') = (${table.otherId} is not null)`),
    check('case_that_ends_says_what_to_do', sql`${table.leads} <> 'not_eligible' or ${table.advice} is not null`)
  ]
)

/** Words that found nothing, for those who keep the catalogue. Folded, without numbers that could point at somebody; who searched is not with them. */
export const searchMisses = pgTable(
  'search_misses',
  {
    words: text().primaryKey(),
    times: integer().notNull(),
    lastAt: instant().notNull(),
    /** How often somebody pressed "tell us about these words". */
    reports: integer().notNull()
  },
  (table) => [
    index('search_misses_most_first').on(table.times.desc(), table.words),
    check('search_misses_counted', sql`${table.times} >= 0 and ${table.reports} >= 0`),
    check('search_misses_short', sql`length(${table.words}) between 1 and 80`)
  ]
)

/** One row: which data files were loaded last, so that the next start has nothing to compare. */
export const catalogueLoads = pgTable(
  'catalogue_loads',
  {
    one: boolean().primaryKey().default(true),
    hash: text().notNull(),
    loadedAt: instant().notNull()
  },
  (table) => [check('only_one_row', sql`${table.one}`)]
)
