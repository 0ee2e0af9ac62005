// Citizens, staff, their sessions and one-time codes.
import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
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
  /** When an identity provider vouched for name, number and birth date; from then on they are not typed over. */
  verifiedAt: instant(),
  /** The name of the provider, as it was shown. */
  verifiedBy: text(),
  createdAt: instant().notNull()
})

/** A way in beside the phone: who a person is to an identity provider (VNeID, the national portal). */
export const personIdentities = pgTable(
  'person_identities',
  {
    id: uuidKey(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** The provider's name on the day of the link, as the person knows it. */
    provider: text().notNull(),
    /** How sure the provider was (`acr`), in its own words. */
    level: text(),
    linkedAt: instant().notNull(),
    lastUsedAt: instant().notNull()
  },
  (table) => [
    unique('identity_is_one_persons').on(table.issuer, table.subject),
    unique('person_is_one_to_a_provider').on(table.personId, table.issuer)
  ]
)

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
    expiresAt: instant().notNull(),
    /** Whose it is; both empty before somebody signs in. */
    personId: uuid().references(() => persons.id),
    staffId: uuid().references(() => staff.id),
    /** What the browser said of itself at the sign-in, cleaned and cut. */
    device: text().notNull().default(''),
    createdAt: instant().notNull(),
    /** Written at most every ten minutes. */
    lastSeenAt: instant().notNull(),
    /** Ended, and kept until it expires, so that a request still under way cannot bring it back. */
    endedAt: instant()
  },
  (table) => [
    index('sessions_expired').on(table.expiresAt),
    index('sessions_of_person').on(table.personId),
    index('sessions_of_staff').on(table.staffId)
  ]
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
