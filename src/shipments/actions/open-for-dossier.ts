// The jobs that open parcels: a pick-up when papers are to be collected at home, a delivery when a result is to go by post.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context, Outside } from '../../context.ts'
import { releaseElectronically, returnByPost } from '../../dossiers/actions/return-result.ts'
import { getDossier, papersOf, resultOf } from '../../dossiers/queries.ts'
import { type Dossier, lockDossier } from '../../dossiers/store.ts'
import type { PostalAddress } from '../../dossiers/types.ts'
import type { AfterMove, JobPayloads } from '../../jobs/names.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { procedureVersion } from '../../procedures/queries.ts'
import { findShipmentById } from '../queries.ts'
import type { Party } from '../table.ts'
import { openShipment } from './open-shipment.ts'

type Post = Pick<Outside, 'post'>

const partyOf = ({ name, phone, address, wardCode, wardName }: PostalAddress): Party => ({ name, phone, address, wardCode, wardName })

/** The city's help line in international form; agencies' own numbers are not in the catalogue yet. */
const cityLine = '+84 225 1022'

/** The desk as sender or recipient of a parcel. */
async function deskOf(context: Context, { agencyId }: Dossier): Promise<Party> {
  const agency = await getAgencyById(context.db, agencyId)
  return {
    name: `Bộ phận Tiếp nhận và Trả kết quả, ${agency.name}`,
    phone: cityLine,
    address: agency.name,
    wardName: 'thành phố Hải Phòng'
  }
}

/** Papers collected at home (QĐ 45/2016 Đ6). Nothing to do when the papers came another way. */
export async function openPickUp(context: Context, { post }: Post, { dossierId }: AfterMove): Promise<void> {
  const dossier = await getDossier(context.db, dossierId)
  const { code, pickUp, agencyId, state } = dossier
  if (!pickUp || !code || state === 'withdrawn' || state === 'refused') return
  const recipient = await deskOf(context, dossier)
  const found = await procedureVersion(context.db, dossier.procedureVersionId)
  const given = (await papersOf(context.db, dossierId)).map(({ name }) => name)
  // Counted against the published list: what was uploaded travels as well, its original is needed.
  const listed = found.documents.filter(({ required, form }) => required && form !== 'present').map(({ name }) => name)
  const contents = [...new Set([...listed, ...given])]
  await context.db.transaction((tx) =>
    openShipment(tx, context, {
      dossierId,
      dossierCode: code,
      kind: 'pickup',
      carrier: post.code,
      agencyId,
      sender: partyOf(pickUp),
      recipient,
      contents,
      proofProfile: 'plain',
      number: 1
    })
  )
}

/** A signed result goes the way the citizen chose: by post, as a file, or it waits at the desk. */
export async function dispatchResult(context: Context, { post }: Post, { dossierId }: AfterMove): Promise<void> {
  const dossier = await getDossier(context.db, dossierId)
  const { code, delivery, agencyId, state } = dossier
  // The desk was quicker: handed over already, there is nothing left to send.
  if (state !== 'result_ready') return
  if (delivery.method === 'electronic') {
    await releaseElectronically(context, { dossierId })
    return
  }
  if (delivery.method !== 'post' || !code) return
  const sender = await deskOf(context, dossier)
  const result = await resultOf(context.db, dossierId)
  const { version } = await procedureVersion(context.db, dossier.procedureVersionId)
  const contents = [result?.title ?? version.resultName]
  await context.db.transaction(async (tx) => {
    // Held, so that the desk cannot hand it over while the post is being ordered.
    if ((await lockDossier(tx, dossierId)).state !== 'result_ready') return
    await openShipment(tx, context, {
      dossierId,
      dossierCode: code,
      kind: 'delivery',
      carrier: post.code,
      agencyId,
      sender,
      recipient: partyOf(delivery),
      contents,
      proofProfile: version.proofProfile,
      number: 1
    })
  })
}

/** A parcel reached its end. A result in its owner's hands closes the dossier; papers at the desk were signed for there already. */
export async function closeDelivered(context: Context, { shipmentId }: JobPayloads['shipment.delivered']): Promise<void> {
  const shipment = await findShipmentById(context.db, shipmentId)
  if (!shipment) throw new Refusal('SHIPMENT_NOT_FOUND', { shipmentId })
  if (shipment.kind !== 'delivery' || shipment.status !== 'delivered') return
  const note = `Bưu gửi ${shipment.trackingNumber ?? shipment.ourRef}`
  await context.db.transaction((tx) => returnByPost(tx, context, { dossierId: shipment.dossierId, note }))
}
