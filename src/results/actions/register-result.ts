// Every result gets its line in the register: what was signed here in the same commit, what was signed on paper and scanned by this job.
import { systemActor } from '../../accounts/roles.ts'
import { type Agency, getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { getDossier, resultOf } from '../../dossiers/queries.ts'
import type { Dossier } from '../../dossiers/store.ts'
import { findFile } from '../../files/queries.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { mayMove } from '../lifecycle.ts'
import { draftOf, searchTextOf } from '../queries.ts'
import type { ResultKind } from '../rules.ts'
import { insertRegistered, lockDraft, saveStep } from '../store.ts'

type Made = {
  kind: ResultKind
  number: string
  title: string
  signedBy: string
  signedAt: Temporal.Instant
  fileId: string
  sha256: string
}

/** A line of the register without the book it is numbered in. */
export const registeredOf = (dossier: Dossier, agency: Pick<Agency, 'name'>, made: Made) => ({
  ...made,
  dossierId: dossier.id,
  dossierCode: dossier.code!,
  agencyId: dossier.agencyId,
  agencyName: agency.name,
  procedureCode: dossier.procedureCode,
  sectorCode: dossier.sectorCode,
  procedureName: dossier.procedureName,
  holderName: dossier.applicantName,
  holderIdentity: dossier.applicant.identityNumber ?? dossier.applicant.taxCode ?? null,
  personId: dossier.personId,
  searchText: searchTextOf([
    made.number,
    made.title,
    dossier.applicantName,
    dossier.applicant.identityNumber,
    dossier.applicant.taxCode,
    dossier.code,
    dossier.procedureCode,
    dossier.procedureName
  ])
})

/** Job `result.register`: the register and the drafts are brought in line with a dossier that was decided or withdrawn. */
export async function registerResult(context: Context, { dossierId }: AfterMove): Promise<void> {
  await dropNeedless(context, dossierId)
  const [dossier, result] = [await getDossier(context.db, dossierId), await resultOf(context.db, dossierId)]
  const file = result && (await findFile(context.db, result.fileId))
  if (!file || !dossier.code) return
  const agency = await getAgencyById(context.db, dossier.agencyId)
  const { kind, number, title, signedBy, signedAt, fileId } = result
  const line = registeredOf(dossier, agency, { kind, number, title, signedBy, signedAt, fileId, sha256: file.sha256 })
  await context.db.transaction((tx) => insertRegistered(tx, { ...line, source: 'scanned' }))
}

async function dropNeedless(context: Context, dossierId: string): Promise<void> {
  const draft = await draftOf(context.db, dossierId)
  if (!draft) return
  await context.db.transaction(async (tx) => {
    const held = await lockDraft(tx, draft.id)
    if (mayMove(held, 'lapse', systemActor))
      await saveStep(tx, held, { name: 'lapse', state: 'dropped', by: systemActor, at: context.now() })
  })
}
