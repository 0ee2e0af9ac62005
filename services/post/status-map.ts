// Carrier words into ours, as data: a wrong line here is found by reading, not by debugging.
import type { MappedStatus, PostStatus, RawStatus } from './post.ts'

export type StatusMap = Record<string, { status: PostStatus; leg?: 'return' }>

/** The words of our own published interface, which the simulator speaks too. */
export const standardStatuses: StatusMap = {
  ACCEPTED: { status: 'ordered' },
  COURIER_ASSIGNED: { status: 'assigned' },
  NOT_COLLECTED: { status: 'pickup_failed' },
  COLLECTED: { status: 'in_custody' },
  MOVING: { status: 'in_transit' },
  AT_OFFICE: { status: 'at_office' },
  OUT_FOR_DELIVERY: { status: 'out_for_delivery' },
  NOT_DELIVERED: { status: 'attempt_failed' },
  KEPT_FOR_COLLECTION: { status: 'held_for_collection' },
  QUESTION: { status: 'action_needed' },
  HANDED_OVER: { status: 'delivered_reported' },
  GOING_BACK: { status: 'in_transit', leg: 'return' },
  GIVEN_BACK: { status: 'return_reported', leg: 'return' },
  DAMAGED: { status: 'damaged' },
  LOST: { status: 'lost' },
  STOPPED: { status: 'cancelled' }
}

/** A time with its offset or `Z` is taken as it is; one without is Vietnamese time. Never `new Date(text)`, which guesses. */
function readTime(text: string): { occurredAt: Temporal.Instant; zoneAssumed: boolean } {
  const own = /^(\d{2})\/(\d{2})\/(\d{4})[ T](.+)$/.exec(text)
  const iso = own ? `${own[3]}-${own[2]}-${own[1]}T${own[4]}` : text.replace(' ', 'T')
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(iso)
  const occurredAt = Temporal.Instant.from(zoned ? iso : `${iso}+07:00`)
  return { occurredAt, zoneAssumed: !zoned }
}

export function mapBy(map: StatusMap, raw: RawStatus): MappedStatus {
  const row = map[raw.code]
  return { status: row?.status, leg: row?.leg ?? 'forward', reason: raw.reasonCode, ...readTime(raw.occurredLocal) }
}
