// Changes to turns, shifts, shelves and notes. A turn is taken by whoever gets its row first; nobody waits for a row somebody else holds.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { counterShifts, deskNotes, queueNumbers, queueTickets, resultShelves, shiftEntries } from './table.ts'

export type Ticket = typeof queueTickets.$inferSelect
export type Shift = typeof counterShifts.$inferSelect
export type Shelf = typeof resultShelves.$inferSelect
export type DeskNote = typeof deskNotes.$inferSelect

/** The row stays locked until the commit: no gap, no duplicate. Each day begins with 1. */
export async function nextTicketNumber(tx: Tx, { agencyId, day }: { agencyId: string; day: Temporal.PlainDate }): Promise<number> {
  const [row] = await tx
    .insert(queueNumbers)
    .values({ agencyId, day, last: 1 })
    .onConflictDoUpdate({ target: [queueNumbers.agencyId, queueNumbers.day], set: { last: sql`${queueNumbers.last} + 1` } })
    .returning({ last: queueNumbers.last })
  return row!.last
}

export async function ticketOfPress(tx: Tx, id: string): Promise<Ticket | undefined> {
  const [ticket] = await tx.select().from(queueTickets).where(eq(queueTickets.id, id))
  return ticket
}

/** @returns undefined when the same press came twice at once */
export async function insertTicket(tx: Tx, values: typeof queueTickets.$inferInsert): Promise<Ticket | undefined> {
  const [ticket] = await tx.insert(queueTickets).values(values).onConflictDoNothing({ target: queueTickets.id }).returning()
  return ticket
}

/** Who is next: those who go first, then by number. A row another clerk is just taking is passed over, so two never get the same. */
export async function takeNextWaiting(
  tx: Tx,
  { agencyId, day }: { agencyId: string; day: Temporal.PlainDate }
): Promise<Ticket | undefined> {
  const [ticket] = await tx
    .select()
    .from(queueTickets)
    .where(and(eq(queueTickets.agencyId, agencyId), eq(queueTickets.day, day), eq(queueTickets.state, 'waiting')))
    .orderBy(sql`${queueTickets.priorityClass} is null`, asc(queueTickets.number))
    .limit(1)
    .for('update', { skipLocked: true })
  return ticket
}

/** The person at this clerk's counter, held. */
export async function lockCalledBy(tx: Tx, clerkId: string): Promise<Ticket | undefined> {
  const [ticket] = await tx
    .select()
    .from(queueTickets)
    .where(and(eq(queueTickets.clerkId, clerkId), eq(queueTickets.state, 'called')))
    .for('update')
  return ticket
}

export async function lockTicket(tx: Tx, id: string): Promise<Ticket | undefined> {
  const [ticket] = await tx.select().from(queueTickets).where(eq(queueTickets.id, id)).for('update')
  return ticket
}

export async function updateTicket(tx: Tx, id: string, changes: Partial<Ticket>): Promise<Ticket> {
  const [ticket] = await tx.update(queueTickets).set(changes).where(eq(queueTickets.id, id)).returning()
  return ticket!
}

/** @returns undefined when this clerk, or somebody at this counter, has a shift already */
export async function insertShift(tx: Tx, values: typeof counterShifts.$inferInsert): Promise<Shift | undefined> {
  const [shift] = await tx.insert(counterShifts).values(values).onConflictDoNothing().returning()
  return shift
}

export async function lockOpenShift(tx: Tx, clerkId: string): Promise<Shift | undefined> {
  const [shift] = await tx
    .select()
    .from(counterShifts)
    .where(and(eq(counterShifts.clerkId, clerkId), isNull(counterShifts.closedAt)))
    .for('update')
  return shift
}

export async function lockShift(tx: Tx, id: string): Promise<Shift | undefined> {
  const [shift] = await tx.select().from(counterShifts).where(eq(counterShifts.id, id)).for('update')
  return shift
}

export async function updateShift(tx: Tx, id: string, changes: Partial<Shift>): Promise<Shift> {
  const [shift] = await tx.update(counterShifts).set(changes).where(eq(counterShifts.id, id)).returning()
  return shift!
}

/** Counted now and never again. */
export async function insertShiftEntries(tx: Tx, shiftId: string, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length > 0) await tx.insert(shiftEntries).values(entryIds.map((entryId) => ({ entryId, shiftId })))
}

/** Put somewhere else, it lies there. */
export async function putOnShelf(tx: Tx, values: typeof resultShelves.$inferInsert): Promise<void> {
  const { shelf, placedAt, placedBy, agencyId } = values
  await tx
    .insert(resultShelves)
    .values(values)
    .onConflictDoUpdate({ target: resultShelves.dossierId, set: { shelf, placedAt, placedBy, agencyId, takenAt: null } })
}

export async function takeFromShelf(tx: Tx, { dossierId, at }: { dossierId: string; at: Temporal.Instant }): Promise<void> {
  await tx.update(resultShelves).set({ takenAt: at }).where(eq(resultShelves.dossierId, dossierId))
}

/** @returns false when the same form was sent before */
export async function insertNote(tx: Tx, values: typeof deskNotes.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(deskNotes).values(values).onConflictDoNothing({ target: deskNotes.id }).returning({ id: deskNotes.id })
  return rows.length > 0
}
