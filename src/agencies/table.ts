// Agencies over time: the city, its departments, districts, wards and partners, their desks and opening hours.
import { type AnyPgColumn, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, uuidKey } from '../database/columns.ts'
import { agencyLevels, certainties } from './rules.ts'

export const agencies = pgTable(
  'agencies',
  {
    id: uuidKey(),
    code: text().notNull().unique(),
    identifier: text().notNull().unique(),
    name: text().notNull(),
    level: text({ enum: agencyLevels }).notNull(),
    parentId: uuid().references((): AnyPgColumn => agencies.id),
    searchText: text().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
    certainty: text({ enum: certainties }).notNull()
  },
  (table) => [index().on(table.parentId)]
)

export const desks = pgTable(
  'desks',
  {
    id: uuidKey(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    name: text().notNull()
  },
  (table) => [unique().on(table.agencyId, table.name)]
)

/** Agency and level both null: the hours of everybody. */
export const openingHours = pgTable(
  'opening_hours',
  {
    id: uuidKey(),
    agencyId: uuid().references(() => agencies.id),
    level: text({ enum: agencyLevels }),
    weekday: integer().notNull(),
    opens: text().notNull(),
    closes: text().notNull(),
    validFrom: day().notNull(),
    validTo: day()
  },
  (table) => [unique().on(table.agencyId, table.level, table.weekday, table.opens, table.validFrom).nullsNotDistinct()]
)
