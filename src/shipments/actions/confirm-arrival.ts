// The desk holds the parcel in its hands. For papers collected at home this signing is the legal filing time (QĐ 45/2016 Đ7).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { receivePapers } from '../../dossiers/actions/receive-papers.ts'
import type { FieldErrors } from '../../kernel/refusal.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { step } from '../lifecycle.ts'
import { isRecorded, lockShipment } from '../store.ts'
import { type Recorded, recordEvents } from './follow.ts'

export type Arrival = {
  shipmentId: string
  /** Made with the form: pressing twice is one event. */
  eventId: string
  seal: 'ok' | 'broken'
  papersCounted: number
  /** Postman and receiver both signed the record of hand-over. */
  bothSigned: boolean
  note?: string | undefined
  by: Actor
}

/** Papers arrive (pick-up), or a result nobody took comes back (delivery). @throws Refusal SHIPMENT_COMMAND_NOT_ALLOWED, PROOF_NEEDED */
export async function confirmArrival(context: Context, arrival: Arrival): Promise<Recorded> {
  return context.db.transaction(async (tx) => {
    const shipment = await lockShipment(tx, arrival.shipmentId)
    const dedupeKey = `desk:${arrival.eventId}`
    if (await isRecorded(tx, shipment.carrier, dedupeKey)) return { shipment, anomalies: [] }
    const allowed = step(shipment, shipment.kind === 'pickup' ? 'confirm_arrival' : 'confirm_return', 'clerk')
    check(arrival)
    const at = context.now()
    const [recorded] = await recordEvents(tx, context, {
      locked: [shipment],
      rows: [
        {
          shipmentId: shipment.id,
          kind: 'status',
          status: allowed.to,
          leg: allowed.onLeg,
          reasonText: arrival.note || null,
          occurredAt: at,
          occurredLocal: at.toString(),
          receivedAt: at,
          detail: { count: arrival.papersCounted, signatures: true, ...(arrival.seal === 'broken' ? { flags: ['seal_broken'] } : {}) },
          source: 'desk_scan',
          trust: 'authenticated_user',
          actor: { type: 'user', id: arrival.by.id, name: arrival.by.name },
          carrier: shipment.carrier,
          rawCode: allowed.name,
          dedupeKey
        }
      ]
    })
    if (shipment.kind === 'pickup') {
      const note = `${arrival.papersCounted} giấy tờ, niêm phong ${arrival.seal === 'ok' ? 'còn nguyên' : 'không còn nguyên'}`
      await receivePapers(tx, context, { dossierId: shipment.dossierId, by: arrival.by, note })
    }
    return recorded!
  })
}

function check({ papersCounted, bothSigned }: Arrival): void {
  const fields: FieldErrors = {}
  if (!Number.isInteger(papersCounted) || papersCounted < 1) fields['papersCounted'] = 'COUNT_INVALID'
  if (!bothSigned) fields['bothSigned'] = 'SIGNATURES_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('PROOF_NEEDED', { fields, missing: 'số giấy tờ đã đếm và chữ ký hai bên' })
}
