// The papers of the ledger of originals, printed from what it says now: a hand-over list with both signatures, a sheet of labels.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { getDossier } from '../../dossiers/queries.ts'
import { findFile } from '../../files/queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { registerOriginals } from '../../originals/actions/register.ts'
import { outcomeWords } from '../../originals/lifecycle.ts'
import { findList, linesOf, whereIs } from '../../originals/queries.ts'
import type { Holder, Signature } from '../../originals/types.ts'
import { formWords, sayHolder } from '../../originals/words.ts'
import { headingOf } from '../case.ts'
import { printHandOverList } from '../forms/hand-over-list.ts'
import { printOriginalLabels } from '../forms/original-labels.ts'

/** The same list makes the same bytes until somebody signs. @throws Refusal HAND_OVER_NOT_FOUND */
export async function printListOf(context: Context, listId: string): Promise<{ number: string; bytes: Uint8Array }> {
  const list = await findList(context.db, listId)
  if (!list || list.state === 'open' || list.state === 'dropped') throw new Refusal('HAND_OVER_NOT_FOUND', { id: listId })
  const [agency, lines] = [await getAgencyById(context.db, list.agencyId), await linesOf(context.db, listId)]
  const imageOf = async (signature: Signature | null) => {
    const file = signature?.fileId ? await findFile(context.db, signature.fileId) : undefined
    return file && new Uint8Array(await context.files.get(file.sha256))
  }
  const side = async (holder: Holder, signature: Signature | null, signedAt: Temporal.Instant | null) => ({
    who: sayHolder(holder, 'vi'),
    name: signature?.name ?? '',
    signedAt: signedAt ?? undefined,
    image: await imageOf(signature)
  })
  const bytes = await printHandOverList({
    heading: headingOf(agency),
    number: list.number,
    at: list.receivedAt ?? list.offeredAt ?? list.createdAt,
    giver: await side(list.giver, list.offeredBy, list.offeredAt),
    receiver: await side(list.receiver, list.receivedBy, list.receivedAt),
    items: lines.map(({ line, original }) => ({
      code: original.code,
      name: original.name,
      dossierCode: original.dossierCode,
      form: (original.form === 'original' ? formWords.original : formWords.certified_copy).vi,
      taken: line.outcome === 'confirmed',
      outcome: [outcomeWords[line.outcome].vi, line.reason].filter(Boolean).join(': '),
      parcel: line.parcel?.number
    })),
    note: list.note || undefined,
    waiting: list.state === 'offered'
  })
  return { number: list.number, bytes }
}

/** Codes are there when they are asked for, also before the job that gives them has run. */
export async function printLabelsOf(context: Context, dossierId: string): Promise<Uint8Array> {
  const dossier = await getDossier(context.db, dossierId)
  await context.db.transaction((tx) => registerOriginals(tx, context, dossier))
  const { name } = await getAgencyById(context.db, dossier.agencyId)
  const labels = (await whereIs(context.db, { dossierId })).map((one) => ({ code: one.code, name: one.name, dossierCode: dossier.code! }))
  if (labels.length === 0) throw new Refusal('ORIGINAL_NOT_FOUND', { code: dossier.code })
  return printOriginalLabels({ agency: name, dossierCode: dossier.code!, at: dossier.updatedAt, labels })
}
