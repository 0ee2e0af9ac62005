// The clock of one dossier: which events its moves leave behind, and the due time that follows from them.

import type { Db } from '../database/client.ts'
import { type ClockEvent, type Due, dueAt } from '../deadlines/due.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { processingTimeOf } from '../procedures/queries.ts'
import type { ClockEffect } from './lifecycle.ts'
import type { StoredClockEvent } from './types.ts'

const eventOf: Partial<Record<ClockEffect, StoredClockEvent['kind']>> = {
  start: 'received',
  restart: 'restarted',
  // While a supplement is awaited nothing counts; what follows is a restart (NĐ 61/2018 Đ19.4).
  stop: 'paused',
  pause: 'paused',
  resume: 'resumed'
}

/** The events after a move; `at` is the legal instant of receipt for start and restart. */
export function clockAfter(clock: readonly StoredClockEvent[], effect: ClockEffect | undefined, at: Temporal.Instant): StoredClockEvent[] {
  const kind = effect && eventOf[effect]
  return kind ? [...clock, { kind, at: at.toString() }] : [...clock]
}

const revive = (clock: readonly StoredClockEvent[]): ClockEvent[] =>
  clock.map(({ kind, at, newDueAt }) => ({
    kind,
    at: Temporal.Instant.from(at),
    ...(newDueAt ? { newDueAt: Temporal.Instant.from(newDueAt) } : {})
  }))

type Clocked = { procedureVersionId: string; agencyId: string; clock: readonly StoredClockEvent[] }

/** Counts the due time of a dossier from its clock; `undefined` when the clock has not started. */
export async function countDue(db: Db, { procedureVersionId, agencyId, clock }: Clocked): Promise<Due | undefined> {
  if (clock.length === 0) return undefined
  const rule = await processingTimeOf(db, procedureVersionId)
  return dueAt(revive(clock), rule, await workingCalendarOf(db, agencyId))
}
