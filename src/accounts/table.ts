// Citizens, staff, their sessions and one-time codes.
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { roles } from './roles.ts'

export const persons = pgTable('persons', {
  id: uuidKey(),
  phone: text().notNull().unique(),
  fullName: text(),
  identityNumber: text(),
  bornOn: day(),
  email: text(),
  address: text(),
  locale: text({ enum: ['vi', 'en'] })
    .notNull()
    .default('vi'),
  createdAt: instant().notNull()
})

export const staff = pgTable('staff', {
  id: uuidKey(),
  username: text().notNull().unique(),
  fullName: text().notNull(),
  passwordHash: text().notNull(),
  role: text({ enum: roles }).notNull(),
  agencyId: uuid(),
  title: text(),
  active: boolean().notNull().default(true),
  createdAt: instant().notNull()
})

/** Kept by the hash of the session id: whoever reads the table cannot sign in with it. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    data: jsonb().notNull(),
    expiresAt: instant().notNull()
  },
  (table) => [index('sessions_expired').on(table.expiresAt)]
)

export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: uuidKey(),
    phone: text().notNull(),
    codeHash: text().notNull(),
    expiresAt: instant().notNull(),
    tries: integer().notNull().default(0),
    usedAt: instant(),
    createdAt: instant().notNull()
  },
  (table) => [index('sign_in_codes_by_phone').on(table.phone, table.createdAt)]
)
