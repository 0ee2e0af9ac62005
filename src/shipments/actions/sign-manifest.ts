// Postman and clerk sign the bordereau: that instant is the legal filing time of every dossier on it (QĐ 45/2016 Đ7.4).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { ends, inHands } from '../lifecycle.ts'
import { checkMaySign, isReceived, sayLine } from '../manifest.ts'
import { findManifest, linesOf } from '../manifest-queries.ts'
import { deskArrivals } from '../queries.ts'
import { insertLines, linesOfHeld, lockManifest, lockShipment, saveLine, saveManifest } from '../store.ts'
import type { Manifest, ManifestLine, NewShipmentEvent } from '../table.ts'
import { recordArrival } from './confirm-arrival.ts'
import { recordEvents } from './follow.ts'

export type Signing = {
  manifestId: string
  by: Actor
  postman: string
  /** Pictures of both signatures on glass; without both, the printed paper is signed. */
  signatures?: { postmanId: string; clerkId: string } | undefined
  /** Ticked: both signed on paper. */
  onPaper: boolean
}

function checkSigned({ postman, signatures, onPaper }: Signing): void {
  const fields: FieldErrors = {}
  if (!postman.trim()) fields['postman'] = 'NAME_REQUIRED'
  if (!signatures && !onPaper) fields['signature'] = 'SIGNATURES_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
}

/**
 * Signed once: a second press gives the signed one. Its lines are received one by one right after, and again by the job if the
 * house stops meanwhile; the time they are received at is the signing's, whenever that happens.
 */
export async function signManifest(context: Context, signing: Signing): Promise<Manifest> {
  const { manifestId, by, signatures } = signing
  const signed = await context.db.transaction(async (tx) => {
    const held = await lockManifest(tx, manifestId, by.agencyId)
    if (held.signedAt) return held
    const lines = await linesOfHeld(tx, manifestId)
    checkMaySign(lines)
    checkSigned(signing)
    const at = context.now()
    const announced = (await deskArrivals(tx, held.agencyId)).filter(
      ({ id, carrier }) => carrier === held.carrier && !lines.some(({ shipmentId }) => shipmentId === id)
    )
    const last = lines.at(-1)!.seq
    await insertLines(
      tx,
      announced.map((parcel, i) => ({
        id: context.newId(),
        manifestId,
        seq: last + 1 + i,
        scanned: parcel.trackingNumber ?? parcel.ourRef,
        state: 'not_scanned' as const,
        shipmentId: parcel.id,
        announced: parcel.contents.length,
        byId: by.id,
        byName: by.name,
        at
      }))
    )
    await enqueue(
      tx,
      (['manifest.receive', 'manifest.print'] as const).map((name) => ({ name, payload: { manifestId }, key: `${name}:${manifestId}` })),
      at
    )
    return saveManifest(tx, manifestId, {
      signedAt: at,
      postman: signing.postman.trim(),
      clerkId: by.id,
      clerk: by.name,
      signing: signatures ? 'glass' : 'paper',
      postmanSignatureId: signatures?.postmanId ?? null,
      clerkSignatureId: signatures?.clerkId ?? null
    })
  })
  await receiveLines(context, { manifestId })
  return signed
}

/** Job `manifest.receive`: every line for itself, so that one that cannot be received never holds up the others. */
export async function receiveLines(context: Context, { manifestId }: { manifestId: string }): Promise<void> {
  const manifest = await findManifest(context.db, manifestId)
  if (!manifest?.signedAt) return
  const signed = { ...manifest, signedAt: manifest.signedAt }
  for (const { line } of await linesOf(context.db, manifestId)) {
    if (isReceived(line.state) && !line.receivedAt) await receiveLine(context, signed, line)
    if (line.state === 'elsewhere') await noteElsewhere(context, signed, line)
  }
}

type Signed = Manifest & { signedAt: Temporal.Instant }

/** Whoever the agency names takes in everything the post brings (QĐ 45/2016 Đ7.1), whatever else they answer for. */
const receiverOf = ({ clerkId, clerk, agencyId }: Manifest): Actor => ({ id: clerkId!, name: clerk!, role: 'clerk', agencyId })

const byDesk = ({ signedAt, number }: Signed, { name, id }: Actor) => ({
  receivedAt: signedAt,
  source: 'desk_scan' as const,
  trust: 'authenticated_user' as const,
  actor: { type: 'user' as const, id, name },
  rawText: number
})

async function receiveLine(context: Context, manifest: Signed, line: ManifestLine): Promise<void> {
  const by = receiverOf(manifest)
  const at = manifest.signedAt
  const says = sayLine(line)
  try {
    await context.db.transaction(async (tx) => {
      let shipment = await lockShipment(tx, line.shipmentId!)
      // The bag is a fact: a carrier that never told us of the collection has the parcel in its hands all the same.
      if (![...inHands, ...ends].includes(shipment.status)) {
        const row: NewShipmentEvent = {
          shipmentId: shipment.id,
          kind: 'status',
          status: 'in_custody',
          leg: shipment.leg,
          occurredAt: at.subtract({ milliseconds: 1 }),
          occurredLocal: at.toString(),
          carrier: shipment.carrier,
          dedupeKey: `desk:${line.id}:custody`,
          ...byDesk(manifest, by)
        }
        const [recorded] = await recordEvents(tx, context, { locked: [shipment], rows: [row] })
        shipment = recorded?.shipment ?? shipment
      }
      const difference = line.state === 'ok' && !line.reason ? undefined : { manifest: manifest.number, line: line.seq, says }
      await recordArrival(tx, context, shipment, {
        eventId: line.id,
        seal: line.seal!,
        papersCounted: line.counted!,
        note: difference && says,
        by,
        at,
        difference,
        // Ticked as missing: their names stand in what both sides sign.
        missing: line.state === 'missing_paper' ? shipment.contents.filter((name) => line.reason.includes(name)) : []
      })
      await saveLine(tx, line.id, { receivedAt: at, failure: null })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await context.db.transaction((tx) => saveLine(tx, line.id, { failure: error.sentence('vi') }))
  }
}

/** The parcel stays with the post; its story says where it was seen. */
async function noteElsewhere(context: Context, manifest: Signed, line: ManifestLine): Promise<void> {
  const by = receiverOf(manifest)
  await context.db.transaction(async (tx) => {
    const shipment = await lockShipment(tx, line.shipmentId!)
    const row: NewShipmentEvent = {
      shipmentId: shipment.id,
      kind: 'note',
      leg: shipment.leg,
      reasonText: sayLine(line),
      occurredAt: manifest.signedAt,
      occurredLocal: manifest.signedAt.toString(),
      carrier: shipment.carrier,
      dedupeKey: `desk:${line.id}`,
      ...byDesk(manifest, by)
    }
    await recordEvents(tx, context, { locked: [shipment], rows: [row] })
  })
}

/** The printed record, signed by hand, as a picture; once, beside what was signed and not instead of it. */
export function addPhoto(
  context: Context,
  { manifestId, photoId, by }: { manifestId: string; photoId: string; by: Actor }
): Promise<Manifest> {
  return context.db.transaction(async (tx) => {
    const manifest = await lockManifest(tx, manifestId, by.agencyId)
    return manifest.signing === 'paper' && !manifest.photoId ? saveManifest(tx, manifestId, { photoId }) : manifest
  })
}
