// Where a parcel is: one pure function over everything ever heard of it, so that the order of arrival cannot matter.
// Nothing is refused here. What contradicts the story is kept and named among the anomalies.
import {
  ends,
  type Flag,
  type Identity,
  inHands,
  type Kind,
  type Leg,
  type Money,
  type ProofProfile,
  type ProofState,
  type Status,
  statuses
} from './lifecycle.ts'
import type { Receiver, ShipmentEvent } from './table.ts'

type Optional = 'attempt' | 'detail' | 'voids'
/** The part of an event that decides where the parcel is; when it was heard (receivedAt) is known and must not matter. */
export type FoldEvent = Pick<
  ShipmentEvent,
  'id' | 'kind' | 'status' | 'leg' | 'occurredAt' | 'receivedAt' | 'source' | 'carrier' | 'dedupeKey'
> &
  Partial<Pick<ShipmentEvent, Optional>>

export type Anomaly = { eventId: string; what: `after_${Status}` | 'late_scan' | 'forward_after_return' | 'cancelled_in_custody' }

export type Folded = {
  status: Status
  leg: Leg
  attempts: number
  flags: Flag[]
  proof: ProofState
  money: Money
  identity: Identity
  receiver: Receiver | null
  slipNumber: string | null
  sealNumber: string | null
  orderedAt: Temporal.Instant | null
  custodyAt: Temporal.Instant | null
  deliveredAt: Temporal.Instant | null
  lastEventAt: Temporal.Instant | null
  anomalies: Anomaly[]
}

/** What the proof set of a profile still lacks; empty when complete (QĐ 45/2016 Đ10). */
export function missingProof(profile: ProofProfile, receiver: Receiver | null): ('name' | 'idLast4' | 'confirmation')[] {
  const confirmed = profile === 'in_person' ? receiver?.signature : receiver?.signature || receiver?.code
  const missing: ('name' | 'idLast4' | 'confirmation')[] = []
  if (!receiver?.name) missing.push('name')
  if (profile !== 'plain' && !receiver?.idLast4) missing.push('idLast4')
  if (!confirmed) missing.push('confirmation')
  return missing
}

/**
 * Sorted by when things happened, then by rank (of one second, the later state of a journey comes last), then by what was told:
 * never by arrival, or two scans of one second would tell two stories.
 * A pick-up is `delivered` only by our own desk's scan: its signing time is the legal filing time (QĐ 45/2016 Đ7).
 * A delivery is `delivered` only when it is reported and its proof set is complete.
 */
export function fold(events: readonly FoldEvent[], { kind, proofProfile }: { kind: Kind; proofProfile: ProofProfile }): Folded {
  const state: Folded = {
    status: 'draft',
    leg: 'forward',
    attempts: 0,
    flags: [],
    proof: 'none',
    money: 'none',
    identity: kind === 'delivery' && proofProfile !== 'plain' ? 'required' : 'not_required',
    receiver: null,
    slipNumber: null,
    sealNumber: null,
    orderedAt: null,
    custodyAt: null,
    deliveredAt: null,
    lastEventAt: null,
    anomalies: []
  }
  let reportedAt: Temporal.Instant | null = null

  for (const event of inOrder(events, kind)) {
    state.lastEventAt = event.occurredAt
    state.money = event.detail?.money ?? state.money
    for (const flag of event.detail?.flags ?? []) if (!state.flags.includes(flag)) state.flags.push(flag)

    const status = statusSaid(event, kind)
    const what = status && anomalyOf(state, event, status)
    if (what) {
      state.anomalies.push({ eventId: event.id, what })
      continue
    }
    if (event.detail?.receiver && !ends.includes(state.status)) state.receiver = { ...state.receiver, ...event.detail.receiver }
    state.slipNumber = event.detail?.slipNumber ?? state.slipNumber
    state.sealNumber = event.detail?.sealNumber ?? state.sealNumber
    if (status) {
      state.status = status
      state.leg = event.leg
      if (status === 'ordered') state.orderedAt ??= event.occurredAt
      if (inHands.includes(status)) state.custodyAt ??= event.occurredAt
      if (status === 'delivered_reported') reportedAt = event.occurredAt
      if (status === 'delivered') state.deliveredAt = event.occurredAt
      if (status === 'attempt_failed') {
        state.attempts = event.attempt ? Math.max(state.attempts, event.attempt) : state.attempts + 1
        // A visit that failed takes back what an earlier scan claimed about a receiver.
        state.receiver = null
      }
    }
    if (kind === 'delivery' && state.status === 'delivered_reported' && missingProof(proofProfile, state.receiver).length === 0) {
      state.status = 'delivered'
      state.deliveredAt = reportedAt
    }
  }
  state.flags.sort()
  state.proof = proofState(proofProfile, state.receiver)
  if (kind === 'delivery' && state.receiver?.idLast4) state.identity = state.receiver.relation ? 'passed_proxy' : 'passed'
  return state
}

function proofState(profile: ProofProfile, receiver: Receiver | null): ProofState {
  if (!receiver) return 'none'
  return missingProof(profile, receiver).length === 0 ? 'complete' : 'partial'
}

/** Not voided, each once, in the order of the journey. */
function inOrder(events: readonly FoldEvent[], kind: Kind): FoldEvent[] {
  const voided = new Set(events.map((event) => event.voids).filter(Boolean))
  const seen = new Set<string>()
  return events
    .filter((event) => event.kind !== 'void' && !voided.has(event.id))
    .sort(
      (a, b) => Temporal.Instant.compare(a.occurredAt, b.occurredAt) || rankOf(a, kind) - rankOf(b, kind) || compareText(keyOf(a), keyOf(b))
    )
    .filter((event) => {
      if (seen.has(keyOf(event))) return false
      return seen.add(keyOf(event))
    })
}

const keyOf = ({ carrier, dedupeKey }: FoldEvent) => `${carrier}\u001f${dedupeKey}`
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The way back comes after the way there; what is not a status settles last. */
function rankOf(event: FoldEvent, kind: Kind): number {
  const status = statusSaid(event, kind)
  return (status ? statuses.indexOf(status) : statuses.length) + (event.leg === 'return' ? statuses.length : 0)
}

/** Only our own desk ends a pick-up or a return to us; a carrier's "delivered" is a report. */
function statusSaid(event: FoldEvent, kind: Kind): Status | undefined {
  if (event.kind !== 'status' || !event.status) return undefined
  if (event.status === 'delivered' && !(kind === 'pickup' && event.source === 'desk_scan')) return 'delivered_reported'
  if (event.status === 'returned') {
    const signed = kind === 'delivery' ? event.source === 'desk_scan' : missingProof('plain', event.detail?.receiver ?? null).length === 0
    return signed ? 'returned' : 'return_reported'
  }
  return event.status
}

function anomalyOf(state: Folded, event: FoldEvent, status: Status): Anomaly['what'] | undefined {
  const found = state.status === 'lost' && event.source === 'desk_scan'
  if (ends.includes(state.status) && !found) return `after_${state.status}`
  if (state.leg === 'return' && event.leg === 'forward' && !found) return 'forward_after_return'
  const held = inHands.includes(state.status)
  if (status === 'cancelled') return held ? 'cancelled_in_custody' : undefined
  const beforeCustody: readonly Status[] = ['draft', 'ordered', 'order_failed', 'assigned', 'pickup_failed', 'manifested']
  if (held && beforeCustody.includes(status)) return 'late_scan'
  // Placing an order never comes after the order is already being carried out, whatever two clocks say.
  if ((status === 'ordered' || status === 'order_failed') && !['draft', 'ordered', 'order_failed'].includes(state.status))
    return 'late_scan'
  const reported = state.status === 'delivered_reported' || state.status === 'return_reported'
  const sameLeg = state.leg === event.leg
  if (reported && sameLeg && statuses.indexOf(status) < statuses.indexOf(state.status) && !reopens(event, status)) return 'late_scan'
  return undefined
}

/** A failed visit takes "handed over" back, and so does a person who says that nothing came. */
function reopens(event: FoldEvent, status: Status): boolean {
  return status === 'attempt_failed' || (status === 'action_needed' && event.source === 'citizen')
}
