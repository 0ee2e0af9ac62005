// Citizens, staff, what they answer for and who stands in for whom; sessions and one-time codes.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { dutyKinds, roles } from './roles.ts'

export const persons = pgTable(
  'persons',
  {
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
  },
  // A desk asks by the number of the card whether somebody is vouched for.
  (table) => [index('persons_verified_by_number').on(table.identityNumber).where(sql`${table.verifiedAt} is not null`)]
)

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

/** What a member of staff answers for at their agency; nobody's rows: everything there. */
export const staffDuties = pgTable(
  'staff_duties',
  {
    id: uuidKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    kind: text({ enum: dutyKinds }).notNull(),
    /** Of a sector or of a procedure. */
    code: text().notNull()
  },
  (table) => [
    unique('staff_duties_once').on(table.staffId, table.kind, table.code),
    check('staff_duties_kind_known', sql`${table.kind} in ('sector', 'procedure')`)
  ]
)

/** Who does the work of somebody who is away, from when until when. Ended early, never deleted. */
export const substitutions = pgTable(
  'substitutions',
  {
    id: uuidKey(),
    absentId: uuid()
      .notNull()
      .references(() => staff.id),
    substituteId: uuid()
      .notNull()
      .references(() => staff.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    reason: text().notNull(),
    /** The head who arranged it. */
    arrangedBy: uuid()
      .notNull()
      .references(() => staff.id),
    arrangedByName: text().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant()
  },
  (table) => [
    index('substitutions_by_substitute').on(table.substituteId, table.endsAt),
    index('substitutions_of_absent').on(table.absentId, table.endsAt),
    check('substitutions_end_after_start', sql`${table.endsAt} > ${table.startsAt}`),
    check('nobody_substitutes_themselves', sql`${table.absentId} <> ${table.substituteId}`)
  ]
)

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
