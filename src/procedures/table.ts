// The catalogue as rows: sectors, procedures, immutable versions and what hangs on each version.
// Rows of a version are never changed: new law makes a new version, and dossiers keep the one they were filed under.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { agencies } from '../agencies/table.ts'
import { day, instant, uuidKey } from '../database/columns.ts'
import {
  applicantKinds,
  certainties,
  channels,
  documentForms,
  type ProcessingTime,
  payerGroups,
  procedureLevels,
  proofProfiles,
  synonymKinds
} from './rules.ts'

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
    contentHash: text().notNull()
  },
  (table) => [
    unique().on(table.procedureId, table.validFrom),
    index('procedure_versions_search_text_trigrams').using('gin', sql`${table.searchText} gin_trgm_ops`),
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
    procedureId: uuid()
      .notNull()
      .references(() => procedures.id),
    kind: text({ enum: synonymKinds }).notNull(),
    position: integer().notNull()
  },
  (table) => [primaryKey({ columns: [table.kind, table.phrase, table.procedureId] })]
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
