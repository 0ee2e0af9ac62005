// The job that seals a result: whatever PDF the officer signed, the seal belongs to exactly its bytes and its number.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context, Outside } from '../../context.ts'
import { getDossier, resultOf } from '../../dossiers/queries.ts'
import { findFile } from '../../files/queries.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { registerPaper, sealFacts } from './seal-paper.ts'

/** Job `document.result`. Safe to run twice. */
export async function sealResult(context: Context, outside: Pick<Outside, 'seal'>, { dossierId }: AfterMove): Promise<void> {
  const [dossier, result] = [await getDossier(context.db, dossierId), await resultOf(context.db, dossierId)]
  const file = result && (await findFile(context.db, result.fileId))
  if (!file || !dossier.code) return
  const { name: agencyName } = await getAgencyById(context.db, dossier.agencyId)
  const sealed = await sealFacts(context, outside, {
    form: 'result',
    number: result.number,
    code: dossier.code,
    issuedAt: result.signedAt,
    holder: dossier.applicantName,
    agencyName,
    signedBy: result.signedBy,
    digest: Uint8Array.fromHex(file.sha256.slice(0, 32))
  })
  const { id: fileId, sha256 } = file
  await context.db.transaction((tx) => registerPaper(tx, outside, { sealed, dossierId, fileId, sha256 }))
}
