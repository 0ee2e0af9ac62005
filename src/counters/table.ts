// Turns of the day and their numbers, shifts with their cash, places on the shelf for results, notes of the desk.
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { type CashCount, priorityIds, ticketStates } from './rules.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

export const queueTickets = pgTable(
  'queue_tickets',
  {
    id: uuidKey(),
    agencyId: uuid().notNull(),
    day: day().notNull(),
    number: integer().notNull(),
    /** As printed: `A012`. */
    code: text().notNull(),
    /** What the person came for, in the words of the kiosk. */
    topic: text().notNull(),
    procedureCode: text(),
    priorityClass: text({ enum: priorityIds }),
    state: text({ enum: ticketStates }).notNull().default('waiting'),
    takenAt: instant().notNull(),
    calledAt: instant(),
    /** The last call or recall, whichever was later: what the display goes by. */
    lastCallAt: instant(),
    calls: integer().notNull().default(0),
    counter: integer(),
    clerkId: uuid(),
    clerkName: text(),
    endedAt: instant()
  },
  (row) => [
    unique('queue_tickets_number').on(row.agencyId, row.day, row.number),
    index('queue_tickets_waiting').on(row.agencyId, row.day, row.number).where(sql`${row.state} = 'waiting'`),
    index('queue_tickets_called').on(row.agencyId, row.day, row.lastCallAt).where(sql`${row.lastCallAt} is not null`),
    // One clerk serves one person at a time.
    uniqueIndex('queue_tickets_one_called').on(row.clerkId).where(sql`${row.state} = 'called'`),
    check('queue_tickets_state_known', sql`${row.state} in (${oneOf(ticketStates)})`),
    check('queue_tickets_priority_known', sql`${row.priorityClass} in (${oneOf(priorityIds)})`),
    check('queue_tickets_called_by_somebody', sql`(${row.state} = 'waiting') = (${row.calledAt} is null)`),
    check('queue_tickets_called_at_counter', sql`(${row.calledAt} is null) = (${row.counter} is null)`),
    check('queue_tickets_ended', sql`(${row.state} in ('done', 'no_show')) = (${row.endedAt} is not null)`)
  ]
)

/** The last number of an agency on a day: one row, taken in the ticket's own commit, so no gap and no duplicate. */
export const queueNumbers = pgTable(
  'queue_numbers',
  { agencyId: uuid().notNull(), day: day().notNull(), last: integer().notNull() },
  (row) => [primaryKey({ columns: [row.agencyId, row.day] })]
)

/** What was still open when a shift was closed, by its kind; said, not hidden. */
export type OpenThing = { kind: 'ticket' | 'result' | 'mismatch' | 'incoming' | 'offline'; what: string }

export const counterShifts = pgTable(
  'counter_shifts',
  {
    id: uuidKey(),
    agencyId: uuid().notNull(),
    counter: integer().notNull(),
    clerkId: uuid().notNull(),
    clerkName: text().notNull(),
    openedAt: instant().notNull(),
    /** Cash in the drawer at the start, đồng. */
    cashFloat: integer().notNull(),
    closedAt: instant(),
    cashCount: jsonb().$type<CashCount>(),
    counted: integer(),
    paid: integer(),
    refunded: integer(),
    difference: integer(),
    reason: text().notNull().default(''),
    openThings: jsonb().$type<OpenThing[]>().notNull().default([]),
    /** Who takes over, as named at the close. */
    handedTo: text().notNull().default(''),
    confirmedAt: instant(),
    confirmedById: uuid(),
    confirmedByName: text()
  },
  (row) => [
    uniqueIndex('counter_shifts_open_of_clerk').on(row.clerkId).where(sql`${row.closedAt} is null`),
    uniqueIndex('counter_shifts_open_at_counter').on(row.agencyId, row.counter).where(sql`${row.closedAt} is null`),
    index('counter_shifts_of_agency').on(row.agencyId, row.openedAt),
    index('counter_shifts_of_clerk').on(row.clerkId, row.openedAt),
    check('counter_shifts_counter', sql`${row.counter} between 1 and 99`),
    check('counter_shifts_float', sql`${row.cashFloat} >= 0`),
    check(
      'counter_shifts_closed_is_counted',
      sql`(${row.closedAt} is null) = (${row.counted} is null) and (${row.closedAt} is null) = (${row.difference} is null)`
    ),
    check(
      'counter_shifts_adds_up',
      sql`${row.closedAt} is null or ${row.difference} = ${row.counted} - (${row.cashFloat} + ${row.paid} - ${row.refunded})`
    ),
    check('counter_shifts_difference_named', sql`coalesce(${row.difference}, 0) = 0 or ${row.reason} <> ''`),
    // Four eyes: nobody confirms the own drawer.
    check('counter_shifts_two_people', sql`${row.confirmedById} <> ${row.clerkId}`),
    check('counter_shifts_confirmed_after', sql`${row.confirmedAt} is null or ${row.closedAt} is not null`)
  ]
)

/** Which shift a movement of cash was counted in: each once, whenever it was committed. */
export const shiftEntries = pgTable(
  'shift_entries',
  {
    entryId: uuid().primaryKey(),
    shiftId: uuid()
      .notNull()
      .references(() => counterShifts.id)
  },
  (row) => [index('shift_entries_of').on(row.shiftId)]
)

/** Where the paper of a result lies until somebody comes for it. */
export const resultShelves = pgTable(
  'result_shelves',
  {
    dossierId: uuid().primaryKey(),
    agencyId: uuid().notNull(),
    shelf: text().notNull(),
    placedAt: instant().notNull(),
    placedBy: text().notNull(),
    takenAt: instant()
  },
  (row) => [index('result_shelves_at').on(row.agencyId, row.shelf).where(sql`${row.takenAt} is null`)]
)

/** For colleagues' eyes: who noted what on a dossier. Never changed; a wrong one is answered by another. */
export const deskNotes = pgTable(
  'desk_notes',
  {
    id: uuidKey(),
    dossierId: uuid().notNull(),
    agencyId: uuid().notNull(),
    text: text().notNull(),
    byId: uuid().notNull(),
    byName: text().notNull(),
    at: instant().notNull()
  },
  (row) => [
    index('desk_notes_of').on(row.dossierId, row.at),
    check('desk_notes_say_something', sql`length(${row.text}) between 1 and 1000`)
  ]
)
