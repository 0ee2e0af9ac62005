// The day of a desk in figures: who waits in the hall, what came in, what is ready, what is late; and what a shift leaves open.
import { type Actor, actsAs } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import { shortCode } from '../dossiers/numbering.ts'
import { oldestIncoming, queueAt, queueSizes, reachOf } from '../dossiers/queries.ts'
import { formatMoney } from '../kernel/money.ts'
import { dayOf, instantAt } from '../kernel/time.ts'
import { openMismatches } from '../payments/queries.ts'
import { deskArrivals } from '../shipments/queries.ts'
import { calledBy, openShiftOf, waitingTickets } from './queries.ts'
import { minutesBetween, waitedTooLong, waitingLimitOn } from './rules.ts'
import type { Shift, Ticket } from './store.ts'
import type { OpenThing } from './table.ts'

export type CounterNow = {
  shift: Shift | undefined
  /** Who is at the counter. */
  current: Ticket | undefined
  waiting: Ticket[]
  /** Of those who wait: longer than the rule of today allows. */
  tooLong: number
  longestMinutes: number
  limitMinutes: number | undefined
}

/** The hall and the clerk's own counter. */
export async function counterNow(db: Db, { by, now }: { by: Pick<Actor, 'id' | 'agencyId'>; now: Temporal.Instant }): Promise<CounterNow> {
  const day = dayOf(now)
  const [shift, current, waiting] = await Promise.all([
    openShiftOf(db, by.id),
    calledBy(db, by.id),
    waitingTickets(db, { agencyId: by.agencyId!, day })
  ])
  const limitMinutes = waitingLimitOn(day)?.minutes
  return {
    shift,
    current,
    waiting,
    tooLong: waiting.filter(({ takenAt }) => waitedTooLong(takenAt, now, limitMinutes)).length,
    longestMinutes: Math.max(0, ...waiting.map(({ takenAt }) => minutesBetween(takenAt, now))),
    limitMinutes
  }
}

export type DeskToday = CounterNow & {
  sizes: Awaited<ReturnType<typeof queueSizes>>
  /** Since when the oldest filing waits to be looked at. */
  oldestIncomingAt: Temporal.Instant | undefined
  arrivals: number
  mismatches: number
}

/** Everything on the top row of the desk's page. */
export async function deskToday(db: Db, { by, now }: { by: Actor; now: Temporal.Instant }): Promise<DeskToday> {
  const reach = reachOf(by)
  const [hall, sizes, oldestIncomingAt, arrivals, mismatches] = await Promise.all([
    counterNow(db, { by, now }),
    queueSizes(db, { ...reach, now, endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00') }),
    oldestIncoming(db, reach),
    deskArrivals(db, reach.agencyId),
    openMismatches(db, reach.agencyId)
  ])
  return { ...hall, sizes, oldestIncomingAt, arrivals: arrivals.length, mismatches: mismatches.length }
}

const mostNamed = 50

/** What a shift leaves to the next: the person still at the counter, results not handed out, filings not looked at, money that does not add up. */
export async function openThingsOf(db: Db, { by, now }: { by: Actor; now: Temporal.Instant }): Promise<OpenThing[]> {
  if (!actsAs(by.role, 'clerk')) return []
  const filter = { ...reachOf(by), now, endOfDay: instantAt(dayOf(now).add({ days: 1 }), '00:00') }
  const [current, ready, incoming, mismatches] = await Promise.all([
    calledBy(db, by.id),
    queueAt(db, { ...filter, queue: 'ready' }, { limit: mostNamed }),
    queueAt(db, { ...filter, queue: 'incoming' }, { limit: mostNamed }),
    openMismatches(db, by.agencyId!)
  ])
  return [
    ...(current ? [{ kind: 'ticket' as const, what: current.code }] : []),
    ...ready.items.map(({ code, applicantName }) => ({ kind: 'result' as const, what: `${shortCode(code!)} ${applicantName}` })),
    ...incoming.items.map(({ code, applicantName }) => ({ kind: 'incoming' as const, what: `${shortCode(code!)} ${applicantName}` })),
    ...mismatches.map(({ amount, facts }) => ({ kind: 'mismatch' as const, what: formatMoney(amount || (facts.claimed ?? 0)) }))
  ]
}
