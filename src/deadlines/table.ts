// The working calendar as dated rows: what is off, what is worked instead, on whose word, and how sure we are. And the limits beside it.
import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, instant } from '../database/columns.ts'
import { certainties, dayKinds } from './calendar.ts'
import { timeRuleKinds } from './rules.ts'

export const calendarDays = pgTable('calendar_days', {
  day: day().primaryKey(),
  kind: text({ enum: dayKinds }).notNull(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  legalBasis: text().notNull(),
  certainty: text({ enum: certainties }).notNull(),
  // Switched by an administrator (24/11/2026 waits for the amended labour law); loading the file never switches it back.
  active: boolean().notNull()
})

/** Limits that are neither a procedure's time nor the calendar (rules.ts says which). */
export const timeRules = pgTable(
  'time_rules',
  {
    kind: text({ enum: timeRuleKinds }).notNull(),
    scope: text().notNull(),
    amount: integer(),
    validFrom: day().notNull(),
    validTo: day(),
    article: text().notNull(),
    certainty: text({ enum: certainties }).notNull(),
    /** When an administrator set the amount; loading the file never sets it back. */
    changedAt: instant()
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.scope, table.validFrom] }),
    check('time_rules_amount_not_negative', sql`${table.amount} >= 0`),
    check('time_rules_suspension_by_special_law', sql`${table.kind} <> 'suspension' or ${table.scope} <> ''`)
  ]
)

/** Why a dossier is late, to choose from; one no longer in the file is kept for the letters that named it, inactive. */
export const lateCauses = pgTable('late_causes', {
  code: text().primaryKey(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  position: integer().notNull(),
  active: boolean().notNull().default(true)
})
