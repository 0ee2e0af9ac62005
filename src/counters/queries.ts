// Reads of the counters: who waits and who was called, how long people waited, shifts and their money, shelves, notes.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { cashEntriesOf, type PaymentEntry } from '../payments/queries.ts'
import { waitingLimits } from './rules.ts'
import type { DeskNote, Shelf, Shift, Ticket } from './store.ts'
import { counterShifts, deskNotes, queueTickets, resultShelves, shiftEntries } from './table.ts'

type Hall = { agencyId: string; day: Temporal.PlainDate }
const inHall = ({ agencyId, day }: Hall) => and(eq(queueTickets.agencyId, agencyId), eq(queueTickets.day, day))

export async function findTicket(db: Db, id: string): Promise<Ticket | undefined> {
  const [ticket] = await db.select().from(queueTickets).where(eq(queueTickets.id, id))
  return ticket
}

/** In the order they will be called. */
export const waitingTickets = (db: Db, hall: Hall, { limit = 100 } = {}): Promise<Ticket[]> =>
  db
    .select()
    .from(queueTickets)
    .where(and(inHall(hall), eq(queueTickets.state, 'waiting')))
    .orderBy(sql`${queueTickets.priorityClass} is null`, asc(queueTickets.number))
    .limit(limit)

export async function waitingCount(db: Db, hall: Hall): Promise<number> {
  const [row] = await db
    .select({ size: count() })
    .from(queueTickets)
    .where(and(inHall(hall), eq(queueTickets.state, 'waiting')))
  return row!.size
}

/** How many are called before this one. */
export async function aheadOf(db: Db, ticket: Ticket): Promise<number> {
  const before = ticket.priorityClass
    ? sql`${queueTickets.priorityClass} is not null and ${queueTickets.number} < ${ticket.number}`
    : sql`(${queueTickets.priorityClass} is not null or ${queueTickets.number} < ${ticket.number})`
  const [row] = await db
    .select({ size: count() })
    .from(queueTickets)
    .where(and(inHall(ticket), eq(queueTickets.state, 'waiting'), before))
  return row!.size
}

/** Who was called last, for the display: the newest call or recall first, those still at a counter. */
export const latestCalls = (db: Db, hall: Hall, { limit = 6 } = {}): Promise<Ticket[]> =>
  db
    .select()
    .from(queueTickets)
    .where(and(inHall(hall), inArray(queueTickets.state, ['called', 'done']), isNotNull(queueTickets.lastCallAt)))
    .orderBy(desc(queueTickets.lastCallAt), desc(queueTickets.number))
    .limit(limit)

/** Called and not there; the number is still good today. */
export const missedTickets = (db: Db, hall: Hall, { limit = 20 } = {}): Promise<Ticket[]> =>
  db
    .select()
    .from(queueTickets)
    .where(and(inHall(hall), eq(queueTickets.state, 'no_show')))
    .orderBy(desc(queueTickets.lastCallAt))
    .limit(limit)

export async function calledBy(db: Db, clerkId: string): Promise<Ticket | undefined> {
  const [ticket] = await db
    .select()
    .from(queueTickets)
    .where(and(eq(queueTickets.clerkId, clerkId), eq(queueTickets.state, 'called')))
  return ticket
}

/** Minutes the last turns of the day took at the counter, and at how many counters people are being called. */
export async function paceOf(db: Db, hall: Hall): Promise<{ minutesOfTurns: number[]; counters: number }> {
  const turns = await db
    .select({ minutes: sql<number>`extract(epoch from ${queueTickets.endedAt} - ${queueTickets.calledAt})::float8 / 60` })
    .from(queueTickets)
    .where(and(inHall(hall), eq(queueTickets.state, 'done')))
    .orderBy(desc(queueTickets.endedAt))
    .limit(20)
  const [open] = await db
    .select({ counters: count() })
    .from(counterShifts)
    .where(and(eq(counterShifts.agencyId, hall.agencyId), isNull(counterShifts.closedAt)))
  return { minutesOfTurns: turns.map(({ minutes }) => minutes), counters: open!.counters }
}

export type WaitingTimes = {
  agencyId: string
  day: Temporal.PlainDate
  served: number
  missed: number
  averageMinutes: number
  longestMinutes: number
  /** Waited longer than the limit of that day. */
  tooLong: number
}

/** How long people waited for their turn, by agency and day; for reports. All agencies when none is named. */
export async function waitingTimes(
  db: Db,
  { agencyId, from, to }: { agencyId?: string | undefined; from: Temporal.PlainDate; to: Temporal.PlainDate }
): Promise<WaitingTimes[]> {
  const minutes = sql`extract(epoch from ${queueTickets.calledAt} - ${queueTickets.takenAt}) / 60`
  const limits = waitingLimits
    .toReversed()
    .map(({ from: since, minutes: most }) => sql`when ${queueTickets.day} >= ${since}::date then ${most}::int`)
  const limit: SQL = sql`case ${sql.join(limits, sql` `)} end`
  return db
    .select({
      agencyId: queueTickets.agencyId,
      day: queueTickets.day,
      served: sql<number>`count(*) filter (where ${queueTickets.state} in ('called', 'done'))::int`,
      missed: sql<number>`count(*) filter (where ${queueTickets.state} = 'no_show')::int`,
      averageMinutes: sql<number>`round(avg(${minutes}), 1)::float8`,
      longestMinutes: sql<number>`floor(max(${minutes}))::int`,
      tooLong: sql<number>`count(*) filter (where floor(${minutes}) > ${limit})::int`
    })
    .from(queueTickets)
    .where(
      and(
        agencyId ? eq(queueTickets.agencyId, agencyId) : undefined,
        sql`${queueTickets.day} between ${from} and ${to}`,
        isNotNull(queueTickets.calledAt)
      )
    )
    .groupBy(queueTickets.agencyId, queueTickets.day)
    .orderBy(asc(queueTickets.day), asc(queueTickets.agencyId))
}

export async function openShiftOf(db: Db, clerkId: string): Promise<Shift | undefined> {
  const [shift] = await db
    .select()
    .from(counterShifts)
    .where(and(eq(counterShifts.clerkId, clerkId), isNull(counterShifts.closedAt)))
  return shift
}

export async function findShift(db: Db, id: string): Promise<Shift | undefined> {
  const [shift] = await db.select().from(counterShifts).where(eq(counterShifts.id, id))
  return shift
}

/** The shift this clerk had before, whatever became of it. */
export async function shiftBefore(db: Db, { clerkId, openedAt }: Pick<Shift, 'clerkId' | 'openedAt'>): Promise<Shift | undefined> {
  const [shift] = await db
    .select()
    .from(counterShifts)
    .where(and(eq(counterShifts.clerkId, clerkId), lt(counterShifts.openedAt, openedAt)))
    .orderBy(desc(counterShifts.openedAt))
    .limit(1)
  return shift
}

/** The shifts of an agency, newest first; open ones, and closed ones that wait for a second pair of eyes, among them. */
export const shiftsOf = (db: Db, agencyId: string, { limit = 30 } = {}): Promise<Shift[]> =>
  db.select().from(counterShifts).where(eq(counterShifts.agencyId, agencyId)).orderBy(desc(counterShifts.openedAt)).limit(limit)

/** Which of these movements were counted in some shift already. */
async function countedAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: shiftEntries.entryId })
    .from(shiftEntries)
    .where(inArray(shiftEntries.entryId, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

/** A clerk's cash since an instant that no shift has counted: also what was committed just after an earlier shift was closed. */
export async function uncountedCash(db: Db, shift: Pick<Shift, 'clerkId' | 'agencyId'>, since: Temporal.Instant): Promise<PaymentEntry[]> {
  const entries = await cashEntriesOf(db, { actorId: shift.clerkId, agencyId: shift.agencyId, since })
  const counted = await countedAmong(
    db,
    entries.map(({ id }) => id)
  )
  return entries.filter(({ id }) => !counted.has(id))
}

export async function entriesOfShift(db: Db, shiftId: string): Promise<string[]> {
  const rows = await db.select({ id: shiftEntries.entryId }).from(shiftEntries).where(eq(shiftEntries.shiftId, shiftId))
  return rows.map(({ id }) => id)
}

export async function shelfOf(db: Db, dossierId: string): Promise<Shelf | undefined> {
  const [shelf] = await db
    .select()
    .from(resultShelves)
    .where(and(eq(resultShelves.dossierId, dossierId), isNull(resultShelves.takenAt)))
  return shelf
}

/** Places of several results, by dossier. */
export async function shelvesOf(db: Db, dossierIds: readonly string[]): Promise<ReadonlyMap<string, Shelf>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(resultShelves)
    .where(and(inArray(resultShelves.dossierId, [...dossierIds]), isNull(resultShelves.takenAt)))
  return new Map(rows.map((row) => [row.dossierId, row]))
}

/** Newest first. */
export const notesOf = (db: Db, dossierId: string): Promise<DeskNote[]> =>
  db.select().from(deskNotes).where(eq(deskNotes.dossierId, dossierId)).orderBy(desc(deskNotes.at), desc(deskNotes.id)).limit(100)

/** Another text whenever a turn of the day was taken, called or ended. */
export async function turnsStamp(db: Db, hall: Hall): Promise<string> {
  const [row] = await db
    .select({
      stamp: sql<string>`concat_ws(' ', count(*), max(${queueTickets.takenAt}), max(${queueTickets.lastCallAt}), max(${queueTickets.endedAt}))`
    })
    .from(queueTickets)
    .where(inHall(hall))
  return row!.stamp
}
