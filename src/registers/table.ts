// Register books by agency and year, the line of each accepted dossier, and what was asked for as a file.
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { bookStates, exportFormats, type RegisterFilter } from './rules.ts'

type Hand = { id: string; name: string }

export const registerBooks = pgTable(
  'register_books',
  {
    id: uuidKey(),
    agencyId: uuid().notNull(),
    year: integer().notNull(),
    number: text().notNull(),
    state: text({ enum: bookStates }).notNull().default('open'),
    /** The last line given; the row is held while one is, so there is no gap and no duplicate. */
    lastLine: integer().notNull().default(0),
    proposedAt: instant(),
    proposedBy: jsonb().$type<Hand>(),
    closedAt: instant(),
    closedBy: jsonb().$type<Hand>(),
    /** Of all lines, as rules.ts lineText writes them. */
    hash: text()
  },
  (row) => [
    unique('register_books_of_year').on(row.agencyId, row.year),
    check('register_books_state_known', sql`${row.state} in (${sql.raw(bookStates.map((state) => `'${state}'`).join(', '))})`),
    // Two people, and the hash of what they closed.
    check(
      'register_books_closed_by_two',
      sql`${row.state} <> 'closed' or (${row.hash} is not null and ${row.proposedBy} ->> 'id' <> ${row.closedBy} ->> 'id')`
    )
  ]
)
export type RegisterBook = typeof registerBooks.$inferSelect

export const registerLines = pgTable(
  'register_lines',
  {
    bookId: uuid()
      .notNull()
      .references(() => registerBooks.id),
    line: integer().notNull(),
    dossierId: uuid().notNull().unique(),
    code: text().notNull(),
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    acceptedAt: instant().notNull(),
    acceptedOn: day().notNull()
  },
  (row) => [primaryKey({ columns: [row.bookId, row.line] }), index('register_lines_by_day').on(row.bookId, row.acceptedOn, row.line)]
)
export type RegisterLine = typeof registerLines.$inferSelect

export const registerExports = pgTable(
  'register_exports',
  {
    id: uuidKey(),
    bookId: uuid()
      .notNull()
      .references(() => registerBooks.id),
    format: text({ enum: exportFormats }).notNull(),
    filter: jsonb().$type<RegisterFilter>().notNull(),
    askedBy: jsonb().$type<Hand & { duties?: readonly { kind: 'sector' | 'procedure'; code: string }[] | undefined }>().notNull(),
    askedAt: instant().notNull(),
    total: integer().notNull(),
    done: integer().notNull().default(0),
    doneAt: instant(),
    files: jsonb().$type<{ fileId: string; name: string; from: number; to: number }[]>().notNull().default([])
  },
  (row) => [index('register_exports_of_book').on(row.bookId, row.askedAt)]
)
export type RegisterExport = typeof registerExports.$inferSelect
