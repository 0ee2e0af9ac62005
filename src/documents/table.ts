// Papers the house has issued: which form, for which dossier and cycle, as which file.
import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'

export const issuedForms = [
  'receipt',
  'supplement_request',
  'rejection',
  'filing_confirmation',
  'postal_slip',
  'hand_over_slip',
  'payment_receipt'
] as const
export type IssuedForm = (typeof issuedForms)[number]

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
