// Who asked whom for help: one consent for one procedure and one dossier, for seven days; and the codes by which it is asked for on the spot.
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { persons } from '../accounts/table.ts'
import { instant, uuidKey } from '../database/columns.ts'
import { endings, relations } from './rules.ts'

const listed = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

export const helperConsents = pgTable(
  'helper_consents',
  {
    id: uuidKey(),
    /** The citizen whose dossier it is. */
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    personName: text().notNull(),
    personPhone: text().notNull(),
    /** Named by phone; the account behind it is known once that person has signed in and taken it up. */
    helperPhone: text().notNull(),
    helperName: text().notNull(),
    helperId: uuid().references(() => persons.id),
    /** What the helper is to the citizen. */
    relation: text({ enum: relations }).notNull(),
    /** named: the citizen signed in and asked; code: the citizen read out a code that was sent to their phone. */
    way: text({ enum: ['named', 'code'] }).notNull(),
    procedureCode: text().notNull(),
    procedureName: text().notNull(),
    /** The one dossier it is used for; null before the first step, and again when the citizen threw the draft away. */
    dossierId: uuid(),
    usedAt: instant(),
    /** The citizen lets the helper see the number, birthday and address known from earlier filings. */
    sharesParticulars: boolean().notNull().default(false),
    locale: text({ enum: ['vi', 'en'] }).notNull(),
    givenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    endedWhy: text({ enum: endings })
  },
  (table) => [
    check('helper_consents_relation_known', sql`${table.relation} in (${listed(relations)})`),
    check('helper_consents_ending_known', sql`${table.endedWhy} in (${listed(endings)})`),
    check('helper_consents_ended_has_reason', sql`(${table.endedAt} is null) = (${table.endedWhy} is null)`),
    check('helper_consents_nobody_helps_himself', sql`${table.helperPhone} <> ${table.personPhone}`),
    check(
      'helper_consents_seven_days',
      sql`${table.expiresAt} > ${table.givenAt} and ${table.expiresAt} <= ${table.givenAt} + interval '7 days'`
    ),
    check('helper_consents_used_has_time', sql`${table.dossierId} is null or ${table.usedAt} is not null`),
    uniqueIndex('helper_consents_one_helper').on(table.dossierId).where(sql`${table.endedAt} is null`),
    index('helper_consents_of_dossier').on(table.dossierId, table.helperId),
    index('helper_consents_of_person').on(table.personId, table.givenAt),
    index('helper_consents_of_helper').on(table.helperPhone, table.givenAt)
  ]
)

/** A code on its way to a citizen; reading it to the helper is the consent. */
export const helperAsks = pgTable(
  'helper_asks',
  {
    id: uuidKey(),
    helperId: uuid()
      .notNull()
      .references(() => persons.id),
    helperPhone: text().notNull(),
    helperName: text().notNull(),
    personPhone: text().notNull(),
    personName: text().notNull(),
    relation: text({ enum: relations }).notNull(),
    procedureCode: text().notNull(),
    procedureName: text().notNull(),
    codeHash: text().notNull(),
    tries: integer().notNull().default(0),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (table) => [
    check('helper_asks_relation_known', sql`${table.relation} in (${listed(relations)})`),
    index('helper_asks_of_helper').on(table.helperId, table.createdAt),
    index('helper_asks_to_phone').on(table.personPhone, table.createdAt)
  ]
)
