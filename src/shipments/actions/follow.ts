// New events about a parcel: kept, folded, and what follows when the state is another one. One commit with its reason.
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue, type NewJob } from '../../jobs/enqueue.ts'
import { type Anomaly, fold } from '../fold.ts'
import type { Status } from '../lifecycle.ts'
import { eventsForFold, saveEvents, saveFold } from '../store.ts'
import type { NewShipmentEvent, Shipment, ShipmentEvent } from '../table.ts'

/** What became of one parcel; `changed` is absent when nothing moved. */
export type Recorded = { shipment: Shipment; changed?: { from: Status; to: Status }; anomalies: Anomaly[] }

/** States a person is told about; each once for every visit. */
const told: readonly Status[] = [
  'ordered',
  'pickup_failed',
  'in_custody',
  'out_for_delivery',
  'attempt_failed',
  'held_for_collection',
  'action_needed',
  'delivered',
  'returned',
  'damaged',
  'lost'
]

/** @param locked the parcels of these events, held by this transaction */
export async function recordEvents(
  tx: Tx,
  context: Context,
  { locked, rows }: { locked: readonly Shipment[]; rows: readonly NewShipmentEvent[] }
): Promise<Recorded[]> {
  const fresh = await saveEvents(tx, rows)
  const touched = locked.filter((shipment) => fresh.some((event) => event.shipmentId === shipment.id))
  const events = Map.groupBy(
    await eventsForFold(
      tx,
      touched.map(({ id }) => id)
    ),
    ({ shipmentId }) => shipmentId
  )
  const results: Recorded[] = []
  for (const before of touched) {
    const ofParcel = events.get(before.id)!
    const folded = fold(ofParcel, before)
    const shipment = await saveFold(tx, before.id, folded)
    const moved = before.status !== shipment.status || before.leg !== shipment.leg || before.attempts !== shipment.attempts
    results.push({ shipment, anomalies: folded.anomalies, ...(moved ? { changed: { from: before.status, to: shipment.status } } : {}) })
    if (moved) await enqueue(tx, [...whatFollows(shipment, ofParcel), ...whereOriginalsAre(before, shipment, ofParcel)], context.now())
  }
  return results
}

function whatFollows(shipment: Shipment, events: readonly ShipmentEvent[]): NewJob[] {
  const { id, status, attempts, leg } = shipment
  const jobs: NewJob[] = []
  // Never the phone of somebody who has died; the desk sees it on the dossier.
  const deceased = events.some((event) => event.reason === 'recipient_deceased')
  if (told.includes(status) && !deceased) {
    jobs.push({
      name: 'notice.parcel',
      payload: { shipmentId: id, status, attempt: attempts },
      key: `notice.parcel:${id}:${leg}:${status}:${attempts}`
    })
  }
  if (status === 'delivered') jobs.push({ name: 'shipment.delivered', payload: { shipmentId: id }, key: `shipment.delivered:${id}` })
  return jobs
}

/** Originals that travel with a result: who has them is asked of whoever has the parcel. */
function whereOriginalsAre(
  before: Shipment,
  { id, kind, status, leg, carrier, custodyAt, ...parcel }: Shipment,
  events: readonly ShipmentEvent[]
): NewJob[] {
  if (kind !== 'delivery') return []
  const ended = { delivered: 'citizen', returned: 'desk', lost: 'lost' } as const
  const where = Object.hasOwn(ended, status) ? ended[status as keyof typeof ended] : custodyAt && !before.custodyAt ? 'post' : undefined
  if (!where) return []
  const signer = events.findLast((event) => event.status === status && event.source === 'desk_scan')?.actor?.name
  const receiver = where === 'citizen' ? parcel.receiver?.name : signer
  const payload = {
    parcelId: id,
    where,
    carrier,
    at: (parcel.lastEventAt ?? parcel.createdAt).toString(),
    ...(receiver && { receiver }),
    ...(parcel.agencyId && { agencyId: parcel.agencyId })
  } as const
  return [{ name: 'originals.parcel', payload, key: `originals.parcel:${id}:${leg}:${where}` }]
}
