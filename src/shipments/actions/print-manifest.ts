// The bordereau as the paper both sides keep. Who draws it stands further up the hill, so the pen is handed in.

import { systemActor } from '../../accounts/roles.ts'
import { type Agency, getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { findFile } from '../../files/queries.ts'
import { insertFile } from '../../files/store.ts'
import { carrierName, countOf, isReceived, sayLine } from '../manifest.ts'
import { findManifest, type LineWithParcel, linesOf } from '../manifest-queries.ts'
import { lockManifest, saveManifest } from '../store.ts'

export type DrawnLine = { number: string; code: string; sender: string; papers: string; seal: string; condition: string }
export type DrawnManifest = {
  agency: Agency
  number: string
  carrier: string
  signedAt: Temporal.Instant
  /** Where the record is in the house; behind the QR code. */
  address: string
  received: number
  all: number
  lines: DrawnLine[]
  postman: { name: string; signature?: Uint8Array | undefined }
  clerk: { name: string; signature?: Uint8Array | undefined }
  onPaper: boolean
}
export type DrawManifest = (data: DrawnManifest) => Promise<Uint8Array>

/** `000.00.31.H24-261124-0012-P1` → the code of the dossier. */
const codeOf = (ourRef: string) => ourRef.replace(/-[PD]\d+$/, '')

function drawnLine({ line, parcel }: LineWithParcel): DrawnLine {
  // Of a parcel that is not ours nothing is told but its number.
  const ours = line.state === 'elsewhere' ? null : parcel
  const from = ours && (ours.leg === 'return' ? ours.recipient : ours.sender)
  const received = isReceived(line.state)
  return {
    number: ours ? (ours.trackingNumber ?? ours.ourRef) : line.scanned,
    code: ours ? codeOf(ours.ourRef) : '',
    sender: from?.name ?? '',
    papers: received ? `${line.counted}/${line.announced}` : '',
    seal: received ? [ours?.sealNumber, line.seal === 'ok' ? 'nguyên' : 'rách'].filter(Boolean).join(', ') : '',
    condition: sayLine(line)
  }
}

async function pictureOf(context: Context, id: string | null): Promise<Uint8Array | undefined> {
  const file = id ? await findFile(context.db, id) : undefined
  return file && context.files.get(file.sha256)
}

/** Drawn once, after the signing. @returns the manifest's file, or nothing while it is open */
export const printManifest =
  (draw: DrawManifest) =>
  async (context: Context, { manifestId }: { manifestId: string }): Promise<void> => {
    const manifest = await findManifest(context.db, manifestId)
    if (!manifest?.signedAt || manifest.fileId) return
    const [agency, lines] = await Promise.all([getAgencyById(context.db, manifest.agencyId), linesOf(context.db, manifestId)])
    const bytes = await draw({
      agency,
      number: manifest.number,
      carrier: carrierName(manifest.carrier, 'vi'),
      signedAt: manifest.signedAt,
      address: `${context.baseUrl}/quay/bang-ke/${manifest.id}`,
      ...countOf(lines.map(({ line }) => line)),
      lines: lines.map(drawnLine),
      postman: { name: manifest.postman!, signature: await pictureOf(context, manifest.postmanSignatureId) },
      clerk: { name: manifest.clerk!, signature: await pictureOf(context, manifest.clerkSignatureId) },
      onPaper: manifest.signing === 'paper'
    })
    const { sha256, size } = await context.files.put(bytes)
    await context.db.transaction(async (tx) => {
      const held = await lockManifest(tx, manifestId, manifest.agencyId)
      if (held.fileId) return
      const fileId = context.newId()
      const name = `bien-ban-giao-nhan-${manifest.number}.pdf`
      await insertFile(tx, {
        id: fileId,
        sha256,
        size,
        mediaType: 'application/pdf',
        name,
        ownerId: systemActor.id,
        createdAt: context.now()
      })
      await saveManifest(tx, manifestId, { fileId, sha256 })
    })
  }
