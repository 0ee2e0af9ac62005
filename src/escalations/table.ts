// Who was told of what is late or about to be, when they saw it, and how it ended.
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'
import { causes, recipients, subjects } from './rules.ts'

export const escalations = pgTable(
  'escalations',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    agencyId: uuid().notNull(),
    /** Of the dossier: people answer for procedures and sectors. */
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    subject: text({ enum: subjects }).notNull(),
    /** The dossier, or the step, consultation or proposal it is about. */
    subjectId: uuid().notNull(),
    /** The date in question: a new date is a new matter. */
    dueAt: instant().notNull(),
    level: integer().notNull(),
    turn: integer().notNull(),
    toRole: text({ enum: recipients }).notNull(),
    /** Somebody by name, or everybody of the role. */
    toPersonId: uuid(),
    cause: text({ enum: causes }).notNull(),
    raisedAt: instant().notNull(),
    seenAt: instant(),
    seenBy: text(),
    settledAt: instant(),
    settledBy: text(),
    /** What was done about it; empty when it settled itself. */
    settledHow: text()
  },
  (table) => [
    unique('escalation_told_once').on(table.subjectId, table.subject, table.dueAt, table.level, table.turn),
    index('escalations_open_at_agency').on(table.agencyId, table.raisedAt).where(sql`${table.settledAt} is null`),
    index('escalations_open_of_dossier').on(table.dossierId).where(sql`${table.settledAt} is null`),
    check('escalations_subject_known', sql`${table.subject} in ('due', 'step', 'consultation', 'suspension', 'supplement', 'proposal')`),
    check('escalations_role_known', sql`${table.toRole} in ('clerk', 'officer', 'signer', 'supervisor')`),
    check('escalations_settled_by_somebody', sql`(${table.settledAt} is null) = (${table.settledBy} is null)`)
  ]
)
