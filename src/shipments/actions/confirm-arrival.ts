// The desk holds the parcel in its hands. For papers collected at home this signing is the legal filing time (QĐ 45/2016 Đ7).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { type Difference, receivePapers } from '../../dossiers/actions/receive-papers.ts'
import type { FieldErrors } from '../../kernel/refusal.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { step } from '../lifecycle.ts'
import { isRecorded, lockShipment } from '../store.ts'
import type { Shipment } from '../table.ts'
import { type Recorded, recordEvents } from './follow.ts'

type Seen = {
  /** Made with the form: pressing twice is one event. */
  eventId: string
  seal: 'ok' | 'broken'
  papersCounted: number
  note?: string | undefined
  by: Actor
}
export type Arrival = Seen & {
  shipmentId: string
  /** Postman and receiver both signed the record of hand-over. */
  bothSigned: boolean
}

/** Papers arrive (pick-up), or a result nobody took comes back (delivery). @throws Refusal SHIPMENT_COMMAND_NOT_ALLOWED, PROOF_NEEDED */
export async function confirmArrival(context: Context, arrival: Arrival): Promise<Recorded> {
  return context.db.transaction(async (tx) => {
    const shipment = await lockShipment(tx, arrival.shipmentId)
    return recordArrival(tx, context, shipment, { ...arrival, at: context.now(), check: () => check(arrival) })
  })
}

type Signed = Seen & {
  at: Temporal.Instant
  difference?: Difference | undefined
  /** Names of announced papers that were not inside. */
  missing?: readonly string[]
  check?: () => void
}

/** Inside a transaction that holds the parcel; `at` is when both sides signed. Twice is once. */
export async function recordArrival(tx: Tx, context: Context, shipment: Shipment, signed: Signed): Promise<Recorded> {
  const { at, by, seal, papersCounted } = signed
  const dedupeKey = `desk:${signed.eventId}`
  if (await isRecorded(tx, shipment.carrier, dedupeKey)) return { shipment, anomalies: [] }
  const allowed = step(shipment, shipment.kind === 'pickup' ? 'confirm_arrival' : 'confirm_return', 'clerk')
  signed.check?.()
  const [recorded] = await recordEvents(tx, context, {
    locked: [shipment],
    rows: [
      {
        shipmentId: shipment.id,
        kind: 'status',
        status: allowed.to,
        leg: allowed.onLeg,
        reasonText: signed.note || null,
        occurredAt: at,
        occurredLocal: at.toString(),
        receivedAt: at,
        detail: { count: papersCounted, signatures: true, ...(seal === 'broken' ? { flags: ['seal_broken'] } : {}) },
        source: 'desk_scan',
        trust: 'authenticated_user',
        actor: { type: 'user', id: by.id, name: by.name },
        carrier: shipment.carrier,
        rawCode: allowed.name,
        dedupeKey
      }
    ]
  })
  if (shipment.kind === 'pickup') {
    const note = `${papersCounted} giấy tờ, niêm phong ${seal === 'ok' ? 'còn nguyên' : 'không còn nguyên'}`
    const arrived = shipment.contents.filter((name) => !signed.missing?.includes(name))
    await receivePapers(tx, context, { dossierId: shipment.dossierId, by, note, at, arrived, difference: signed.difference })
  }
  return recorded!
}

function check({ papersCounted, bothSigned }: Arrival): void {
  const fields: FieldErrors = {}
  if (!Number.isInteger(papersCounted) || papersCounted < 1) fields['papersCounted'] = 'COUNT_INVALID'
  if (!bothSigned) fields['bothSigned'] = 'SIGNATURES_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('PROOF_NEEDED', { fields, missing: 'số giấy tờ đã đếm và chữ ký hai bên' })
}
