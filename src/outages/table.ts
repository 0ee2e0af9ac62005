// Blocks of dossier numbers lent to machines at desks, and what those machines accepted while the network was gone.
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { agencies } from '../agencies/table.ts'
import { day, instant, uuidKey } from '../database/columns.ts'
import { itemStates } from './rules.ts'

export const numberLeases = pgTable(
  'number_leases',
  {
    id: uuidKey(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    /** The day in the codes: numbers are given on this day only. */
    day: day().notNull(),
    first: integer().notNull(),
    last: integer().notNull(),
    /** The machine's public key, 32 bytes as base64url; its private half never leaves the browser. */
    deviceKey: text().notNull(),
    staffId: uuid().notNull(),
    staffName: text().notNull(),
    staffRole: text({ enum: ['clerk', 'supervisor'] }).notNull(),
    leasedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** How far the machine's clock was ahead when it asked; negative: behind. */
    skewSeconds: integer().notNull(),
    /** The city's word for machine and block; the worker writes it, until then no number of it may be given. */
    certificate: text(),
    closedAt: instant(),
    closedBy: text(),
    /** Why somebody else closed it: the machine is lost or broken. */
    closedWhy: text(),
    /** Numbers nobody will ever get: given back by the machine, or written off. */
    returned: integer().array().notNull().default([])
  },
  (table) => [
    uniqueIndex('number_leases_block').on(table.agencyId, table.day, table.first),
    index('number_leases_of_machine').on(table.deviceKey, table.day),
    check('lease_has_numbers', sql`${table.first} > 0 and ${table.last} >= ${table.first}`),
    check('lease_ends_after_it_begins', sql`${table.expiresAt} > ${table.leasedAt}`),
    check('closed_lease_says_by_whom', sql`(${table.closedAt} is null) = (${table.closedBy} is null)`)
  ]
)

/** One row for each dossier a machine brought, whatever became of it: nothing that came in is ever forgotten. */
export const outageItems = pgTable(
  'outage_items',
  {
    /** Made by the machine; the dossier's own id. */
    id: uuid().primaryKey(),
    agencyId: uuid().notNull(),
    leaseId: uuid().references(() => numberLeases.id),
    number: integer().notNull(),
    state: text({ enum: itemStates }).notNull(),
    /** As it was signed, letter by letter. */
    content: text().notNull(),
    signature: text().notNull(),
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    acceptedAt: instant().notNull(),
    syncedAt: instant().notNull(),
    syncedBy: text().notNull(),
    /** Why it was not taken in (a code of kernel/refusals.ts), or in words why it was given up. */
    reason: text().notNull().default(''),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    settledBy: text(),
    tries: integer().notNull().default(1)
  },
  (table) => [
    uniqueIndex('outage_number_given_once').on(table.leaseId, table.number).where(sql`${table.state} <> 'refused'`),
    index('outage_items_of_agency').on(table.agencyId, table.state, table.acceptedAt),
    check('voided_item_says_why', sql`${table.state} <> 'voided' or ${table.reason} <> ''`)
  ]
)
