// A parcel is wanted: papers to be collected at home, or a result to be sent. Nobody outside is told yet.
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import type { Kind, ProofProfile } from '../lifecycle.ts'
import { insertShipment, shipmentCount } from '../store.ts'
import type { Party, Shipment } from '../table.ts'

export type Opening = {
  dossierId: string
  dossierCode: string
  kind: Kind
  /** Code of the carrier: that of `outside.post`. */
  carrier: string
  agencyId: string
  sender: Party
  recipient: Party
  /** Names of the papers inside, as on the slip. */
  contents: string[]
  proofProfile?: ProofProfile
  /** Which parcel of this kind the dossier is at, from 1; the same number is the same parcel, however often it is opened. Absent: one more. */
  number?: number
}

/** Opens it as a draft and puts the order on the queue. @returns the parcel, which may have been there before */
export async function openShipment(tx: Tx, context: Context, opening: Opening): Promise<Shipment> {
  const { dossierCode, kind, proofProfile = 'registered', number, ...rest } = opening
  const n = number ?? (await shipmentCount(tx, opening.dossierId, kind)) + 1
  const shipment = await insertShipment(tx, {
    ...rest,
    kind,
    proofProfile,
    ourRef: `${dossierCode}-${kind === 'pickup' ? 'P' : 'D'}${n}`,
    identity: kind === 'delivery' && proofProfile !== 'plain' ? 'required' : 'not_required',
    createdAt: context.now()
  })
  if (shipment.status === 'draft')
    await enqueue(
      tx,
      [{ name: 'shipment.order', payload: { shipmentId: shipment.id }, key: `shipment.order:${shipment.id}` }],
      context.now()
    )
  return shipment
}
