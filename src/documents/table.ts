// Papers the house has issued: which form, for which dossier and cycle, as which file; what was sealed for them, and with which key.
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { issuedForms } from './rules.ts'
import { paperForms } from './verification.ts'
import { type WordedForm, type Wording, wordedForms } from './wording.ts'

export const issuedDocuments = pgTable(
  'issued_documents',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    form: text({ enum: issuedForms }).notNull(),
    /** The move (its sequence number in the dossier) that called for the paper: a job that runs twice makes one paper. A receipt for money has the number of its payment. */
    moveSeq: integer().notNull(),
    number: text().notNull(),
    fileId: uuid().notNull(),
    sha256: text().notNull(),
    madeAt: instant().notNull()
  },
  (table) => [unique('issued_documents_once').on(table.dossierId, table.form, table.moveSeq)]
)

/** Versions of the set words of an official form; the newest that has begun is printed. Never changed, never deleted. */
export const formWordings = pgTable(
  'form_wordings',
  {
    id: uuidKey(),
    form: text({ enum: wordedForms as [WordedForm, ...WordedForm[]] }).notNull(),
    version: integer().notNull(),
    /** By slot, all of them. */
    texts: jsonb().$type<Wording>().notNull(),
    validFrom: day().notNull(),
    /** Which circular or decision asks for the change. */
    basis: text().notNull(),
    savedAt: instant().notNull(),
    savedBy: uuid().notNull(),
    savedByName: text().notNull()
  },
  (table) => [unique('form_wordings_version').on(table.form, table.version)]
)

/** Public halves of the city's keys, by their id. The newest has no end; older ones go on proving what was sealed in their time. */
export const verificationKeys = pgTable('verification_keys', {
  id: text().primaryKey(),
  /** 32 bytes, base64url. */
  publicKey: text().notNull().unique(),
  validFrom: instant().notNull(),
  validTo: instant()
})

/** The register: one line for each paper and each result that bears the city's seal. */
export const sealedPapers = pgTable(
  'sealed_papers',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    form: text({ enum: paperForms }).notNull(),
    number: text().notNull(),
    keyId: text()
      .notNull()
      .references(() => verificationKeys.id),
    token: text().notNull().unique(),
    fileId: uuid().notNull(),
    /** Of the file's bytes, whole. */
    sha256: text().notNull(),
    agencyName: text().notNull(),
    /** Who signed a result, who took the papers in; empty when no person did. */
    signedBy: text().notNull(),
    issuedAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: text(),
    revokedReason: text()
  },
  (table) => [unique('paper_sealed_once').on(table.dossierId, table.form, table.fileId), index('sealed_papers_by_hash').on(table.sha256)]
)

/** Receipts printed without a network whose number was given up: there is no dossier for the register to name. */
export const voidedReceipts = pgTable('voided_receipts', {
  token: text().primaryKey(),
  voidedAt: instant().notNull(),
  voidedBy: text().notNull(),
  reason: text().notNull()
})
