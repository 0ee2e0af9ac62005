// The working calendar as dated rows: what is off, what is worked instead, on whose word, and how sure we are.
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { day } from '../database/columns.ts'
import { certainties, dayKinds } from './calendar.ts'

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
