// The clock of one dossier: which events its moves leave behind, and the due time that follows from them.

import type { Db } from '../database/client.ts'
import { addWorkingDays } from '../deadlines/calendar.ts'
import { type ClockEvent, type Due, dueAt } from '../deadlines/due.ts'
import { timeRulesOf } from '../deadlines/queries.ts'
import { ruleFor } from '../deadlines/rules.ts'
import { workingCalendarOf } from '../deadlines/working-calendar.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, formatDay } from '../kernel/time.ts'
import { processingTimeOf } from '../procedures/queries.ts'
import type { ClockEffect } from './lifecycle.ts'
import type { StoredClockEvent } from './types.ts'

const eventOf: Partial<Record<ClockEffect, StoredClockEvent['kind']>> = {
  start: 'received',
  restart: 'restarted',
  // While a supplement is awaited nothing counts; what follows is a restart (NĐ 61/2018 Đ19.4).
  stop: 'paused',
  pause: 'paused',
  resume: 'resumed',
  apologise: 'apologised'
}

/** The events after a move; `at` is the legal instant of receipt for start and restart, `newDueAt` the date an apology names. */
export function clockAfter(
  clock: readonly StoredClockEvent[],
  effect: ClockEffect | undefined,
  at: Temporal.Instant,
  newDueAt?: Temporal.Instant
): StoredClockEvent[] {
  const kind = effect && eventOf[effect]
  if (!kind) return [...clock]
  return [...clock, { kind, at: at.toString(), ...(newDueAt && { newDueAt: newDueAt.toString() }) }]
}

export const revive = (clock: readonly StoredClockEvent[]): ClockEvent[] =>
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

type Asked = { procedureCode: string; sectorCode: string; agencyId: string; receivedAt: Temporal.Instant | null }

/**
 * Until when an officer may ask for papers: three working days from the receipt of this cycle (NĐ 61/2018 Đ19.4), unless the law of the
 * procedure or its sector says otherwise. After a supplement the complete dossier is received anew, and so are the days.
 */
export async function supplementLimitOf(db: Db, { procedureCode, sectorCode, agencyId, receivedAt }: Asked) {
  if (!receivedAt) return undefined
  const on = dayOf(receivedAt)
  const rule = ruleFor(await timeRulesOf(db), 'supplement_limit', { procedureCode, sectorCode, on })
  if (!rule) return undefined
  return { rule, lastDay: addWorkingDays(await workingCalendarOf(db, agencyId), on, rule.amount!) }
}

/** Holds for the second request as for the first: a superior's word does not lengthen the law's time. @throws Refusal SUPPLEMENT_TOO_LATE */
export async function checkAskInTime(db: Db, dossier: Asked, now: Temporal.Instant): Promise<void> {
  const limit = await supplementLimitOf(db, dossier)
  if (!limit || Temporal.PlainDate.compare(dayOf(now), limit.lastDay) <= 0) return
  throw new Refusal('SUPPLEMENT_TOO_LATE', { days: limit.rule.amount, article: limit.rule.article, lastDay: formatDay(limit.lastDay) })
}
