// The dossier is withdrawn or refused: parcels the post does not hold yet are called off. What it holds comes to the desk or goes back.
import { ServiceError } from '../../../services/service-error.ts'
import type { Context, Outside } from '../../context.ts'
import { mayStep } from '../lifecycle.ts'
import { lockShipment, lockShipmentsOfDossier } from '../store.ts'
import type { Shipment } from '../table.ts'
import { type Recorded, recordEvents } from './follow.ts'

/** Job `shipment.call_off`. @throws ServiceError when the post cannot be reached: run again later */
export async function callOff(
  context: Context,
  { post }: Pick<Outside, 'post'>,
  { dossierId }: { dossierId: string }
): Promise<Recorded[]> {
  const parcels = await context.db.transaction((tx) => lockShipmentsOfDossier(tx, dossierId))
  const results: Recorded[] = []
  // Cancelled with us but ordered in the same moment: the carrier is told all the same.
  const toCancel = parcels.filter((one) => mayStep(one, 'cancel', 'system') || (one.status === 'cancelled' && one.carrierRef))
  for (const parcel of toCancel) {
    if (parcel.carrierRef && !(await cancelled(post, parcel))) continue
    results.push(
      ...(await context.db.transaction(async (tx) =>
        recordEvents(tx, context, { locked: [await lockShipment(tx, parcel.id)], rows: [event(context, parcel)] })
      ))
    )
  }
  return results
}

async function cancelled(post: Outside['post'], parcel: Shipment): Promise<boolean> {
  const outcome = await post.cancel(parcel.ourRef)
  if (outcome.ok) return outcome.value !== 'too_late'
  throw new ServiceError('post', outcome.message, { retry: outcome.kind !== 'auth' && outcome.kind !== 'rejected' })
}

function event(context: Context, parcel: Shipment) {
  const at = context.now()
  return {
    shipmentId: parcel.id,
    kind: 'status' as const,
    status: 'cancelled' as const,
    leg: 'forward' as const,
    occurredAt: at,
    occurredLocal: at.toString(),
    receivedAt: at,
    source: 'system' as const,
    trust: 'signed' as const,
    actor: { type: 'system' as const, id: 'shipment.call_off' },
    carrier: parcel.carrier,
    dedupeKey: `cancel:${parcel.ourRef}`
  }
}
