// One envelope out of the bag: whose it is, and its line on the bordereau, kept at once so that nothing is lost with the page.
import type { Actor } from '../../accounts/roles.ts'
import { findAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Db, Tx } from '../../database/client.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { ends } from '../lifecycle.ts'
import { type Look, seenAs } from '../manifest.ts'
import { signedLineOf } from '../manifest-queries.ts'
import { findShipments } from '../queries.ts'
import { deleteLine, insertLines, linesOfHeld, lockManifest, saveLine } from '../store.ts'
import type { Manifest, ManifestLine, Shipment } from '../table.ts'

type OnManifest = { manifestId: string; by: Actor }

/** @throws Refusal MANIFEST_NOT_FOUND, MANIFEST_SIGNED */
export async function holdOpenManifest(tx: Tx, { manifestId, by }: OnManifest): Promise<Manifest> {
  const manifest = await lockManifest(tx, manifestId, by.agencyId)
  if (manifest.signedAt) throw new Refusal('MANIFEST_SIGNED', { number: manifest.number, at: formatInstant(manifest.signedAt, 'vi') })
  return manifest
}

/** Papers of citizens, and results nobody took. */
const comesToADesk = ({ kind, leg, status }: Shipment) => status !== 'draft' && (kind === 'pickup' || leg === 'return')

type Found = Pick<ManifestLine, 'state'> &
  Partial<Pick<ManifestLine, 'shipmentId' | 'announced' | 'otherAgencyId' | 'otherAgency' | 'corrects' | 'reason'>>

async function whatIsIt(db: Db, { manifest, code }: { manifest: Manifest; code: string }): Promise<Found> {
  const coming = (await findShipments(db, code)).filter(comesToADesk)
  const ours = coming.filter(({ agencyId }) => agencyId === manifest.agencyId)
  const parcel = ours.find(({ status }) => !ends.includes(status) || status === 'lost') ?? ours[0]
  if (parcel && (!ends.includes(parcel.status) || parcel.status === 'lost'))
    return { state: 'scanned', shipmentId: parcel.id, announced: parcel.contents.length }
  if (parcel) {
    // Both sides have signed for it before: what is wrong with that line is written on this bordereau, the old one stays as it is.
    const before = await signedLineOf(db, { shipmentId: parcel.id, besides: manifest.id })
    const reason = before ? `Dòng ${before.seq}, biên bản ${before.number}` : 'Đã nhận trước ngoài bảng kê'
    return { state: 'correction', shipmentId: parcel.id, announced: parcel.contents.length, corrects: before?.id ?? null, reason }
  }
  const [other] = coming
  const agency = other?.agencyId ? await findAgencyById(db, other.agencyId) : undefined
  return other && agency
    ? { state: 'elsewhere', shipmentId: other.id, otherAgencyId: agency.id, otherAgency: agency.name }
    : { state: 'unknown' }
}

const plain = (code: string) => code.replaceAll(/\s/g, '').toUpperCase()

/** The same envelope twice is one line. @returns the line, and whether it was there before */
export function scanEnvelope(
  context: Context,
  { manifestId, lineId, code, by }: OnManifest & { lineId: string; code: string }
): Promise<{ line: ManifestLine; isNew: boolean }> {
  return context.db.transaction(async (tx) => {
    const manifest = await holdOpenManifest(tx, { manifestId, by })
    const scanned = code.trim().slice(0, 100)
    if (!scanned) throw new Refusal('FORM_INCOMPLETE', { fields: { code: 'REQUIRED' } satisfies FieldErrors })
    const lines = await linesOfHeld(tx, manifestId)
    const found = await whatIsIt(tx, { manifest, code: scanned })
    const before = lines.find(
      ({ id, shipmentId, scanned: other }) =>
        id === lineId || (found.shipmentId ? shipmentId === found.shipmentId : plain(other) === plain(scanned))
    )
    if (before) return { line: before, isNew: false }
    const seq = (lines.at(-1)?.seq ?? 0) + 1
    const [line] = await insertLines(tx, [
      { id: lineId, manifestId, seq, scanned, byId: by.id, byName: by.name, at: context.now(), ...found }
    ])
    return { line: line!, isNew: true }
  })
}

async function lineOf(tx: Tx, { manifestId, lineId }: { manifestId: string; lineId: string }): Promise<ManifestLine> {
  const line = (await linesOfHeld(tx, manifestId)).find(({ id }) => id === lineId)
  if (!line) throw new Refusal('SHIPMENT_NOT_FOUND', { id: lineId })
  return line
}

type Looked = OnManifest & { lineId: string; look: Look; photoId?: string | undefined }

/** The seal was looked at and the papers were counted against the list; may be looked at again until both sign. */
export function checkEnvelope(context: Context, { manifestId, lineId, by, look, photoId }: Looked): Promise<ManifestLine> {
  return context.db.transaction(async (tx) => {
    await holdOpenManifest(tx, { manifestId, by })
    const line = await lineOf(tx, { manifestId, lineId })
    if (line.state === 'elsewhere' || line.state === 'unknown') return line
    const signed = { byId: by.id, byName: by.name, at: context.now(), ...(photoId ? { photoId } : {}) }
    if (line.state !== 'correction') return saveLine(tx, lineId, { ...seenAs(look, line.announced), ...signed })
    const reason = look.reason?.trim()
    if (!reason) throw new Refusal('FORM_INCOMPLETE', { fields: { reason: 'REASON_REQUIRED' } satisfies FieldErrors })
    return saveLine(tx, lineId, { reason, ...signed })
  })
}

/** Scanned by mistake: the line goes, as long as nobody has signed. */
export function dropLine(context: Context, { manifestId, lineId, by }: OnManifest & { lineId: string }): Promise<ManifestLine> {
  return context.db.transaction(async (tx) => {
    await holdOpenManifest(tx, { manifestId, by })
    const line = await lineOf(tx, { manifestId, lineId })
    await deleteLine(tx, line.id)
    return line
  })
}
