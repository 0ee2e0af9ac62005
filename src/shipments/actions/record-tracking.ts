// What a carrier sent is read, folded into its parcels and saved in one commit. Told twice or late, it changes nothing it shouldn't.
import { createHash } from 'node:crypto'
import type { MappedStatus, RawStatus } from '../../../services/post/post.ts'
import type { Context, Outside } from '../../context.ts'
import { type Reason, reasons } from '../lifecycle.ts'
import { lockRaw, lockShipmentsByRef, markRaw } from '../store.ts'
import type { NewShipmentEvent, RawInbound, Shipment } from '../table.ts'
import { type Recorded, recordEvents } from './follow.ts'

/** Job `shipment.inbound`. A body we cannot read is our problem: kept with its error, not tried again. */
export async function recordTracking(context: Context, { post }: Pick<Outside, 'post'>, { rawId }: { rawId: string }): Promise<Recorded[]> {
  return context.db.transaction(async (tx) => {
    const raw = await lockRaw(tx, rawId)
    if (!raw || raw.processedAt || raw.verdict === 'bad') return []
    const at = context.now()
    const read = readScans(post, raw)
    const refs = read.scans.flatMap(({ scan }) => [scan.ourRef, scan.carrierRef, scan.trackingNumber]).filter((ref) => ref !== undefined)
    const locked = await lockShipmentsByRef(tx, raw.carrier, refs)
    const rows: NewShipmentEvent[] = []
    let error = read.error
    for (const { scan, mapped } of read.scans) {
      const shipment = locked.find((one) =>
        names(one).some((name) => name === scan.ourRef || name === scan.carrierRef || name === scan.trackingNumber)
      )
      if (shipment) rows.push(toEvent(scan, mapped, { shipment, raw }))
      else error = 'tracking_not_found'
    }
    const recorded = await recordEvents(tx, context, { locked, rows })
    await markRaw(tx, rawId, { at, error })
    return recorded
  })
}

const names = (shipment: Shipment) => [shipment.ourRef, shipment.carrierRef, shipment.trackingNumber]

/** A page we fetched ourselves (poll-tracking.ts), not a call. */
const isPoll = (raw: RawInbound) => raw.transportId.startsWith('poll:') && raw.verdict === 'shared_secret'

type Read = { scans: { scan: RawStatus; mapped: MappedStatus }[]; error: string | null }

function readScans(post: Outside['post'], raw: RawInbound): Read {
  try {
    const scans = isPoll(raw) ? (JSON.parse(Buffer.from(raw.body).toString()) as RawStatus[]) : post.parseWebhook(raw.body)
    return { scans: scans.map((scan) => ({ scan, mapped: post.mapStatus(scan) })), error: null }
  } catch (error) {
    return { scans: [], error: `unreadable: ${(error as Error).message}` }
  }
}

function toEvent(scan: RawStatus, mapped: MappedStatus, { shipment, raw }: { shipment: Shipment; raw: RawInbound }): NewShipmentEvent {
  const known = mapped.status !== undefined && isPlausible(mapped.occurredAt, { shipment, raw })
  const reason = mapped.reason !== undefined && Object.hasOwn(reasons, mapped.reason) ? (mapped.reason as Reason) : undefined
  const { receiver, slipNumber, sealNumber, count } = scan
  return {
    shipmentId: shipment.id,
    // A word we do not know, or a time that cannot be, keeps the state; the event itself is never lost.
    kind: known ? 'status' : 'note',
    status: mapped.status ?? null,
    leg: mapped.leg,
    attempt: scan.attempt ?? null,
    reason: reason ?? (mapped.reason ? 'other' : null),
    reasonText: mapped.reason && !reason ? mapped.reason : null,
    occurredAt: mapped.occurredAt,
    occurredLocal: scan.occurredLocal,
    zoneAssumed: mapped.zoneAssumed,
    receivedAt: raw.receivedAt,
    place: scan.office ? { officeCode: scan.office.code, name: scan.office.name } : null,
    detail: {
      ...(receiver && { receiver }),
      ...(slipNumber && { slipNumber }),
      ...(sealNumber && { sealNumber }),
      ...(count !== undefined && { count })
    },
    source: isPoll(raw) ? 'poll' : 'webhook',
    trust: isPoll(raw) ? 'confirmed_by_poll' : raw.verdict === 'bad' ? 'unsigned' : raw.verdict,
    actor: { type: 'carrier', id: raw.carrier },
    carrier: raw.carrier,
    rawCode: scan.code,
    rawText: scan.text ?? null,
    dedupeKey: dedupeKeyOf(scan, mapped.occurredAt),
    rawId: raw.id
  }
}

/** Not more than ten minutes ahead of us, not more than a day before the parcel was opened. */
function isPlausible(at: Temporal.Instant, { shipment, raw }: { shipment: Shipment; raw: RawInbound }): boolean {
  const latest = raw.receivedAt.add({ minutes: 10 })
  const earliest = shipment.createdAt.subtract({ hours: 24 })
  return Temporal.Instant.compare(at, latest) <= 0 && Temporal.Instant.compare(at, earliest) >= 0
}

/** The carrier's own number of the scan, or what the scan is, to the second: a poll and a webhook of one scan fall together. */
function dedupeKeyOf(scan: RawStatus, at: Temporal.Instant): string {
  if (scan.eventId) return `event:${scan.eventId}`
  const second = at.toString({ smallestUnit: 'second' })
  const parts = [scan.ourRef ?? scan.carrierRef ?? scan.trackingNumber, scan.code, scan.reasonCode, second, scan.office?.code]
  return createHash('sha256').update(parts.join('\u001f')).digest('hex')
}
