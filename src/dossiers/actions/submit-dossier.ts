// A draft becomes a filing: everything is checked, the code is given, the fee of the day is fixed.
import type { Actor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { fold } from '../../kernel/fold.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { procedureVersion } from '../../procedures/queries.ts'
import { feeFor } from '../../procedures/rules.ts'
import { lockOwn } from '../access.ts'
import type { Application } from '../application.ts'
import { checkApplication, missingPapers } from '../application.ts'
import { step } from '../lifecycle.ts'
import { dossierCode } from '../numbering.ts'
import { papersOf } from '../queries.ts'
import { type Dossier, nextNumber, saveMove } from '../store.ts'

type Submission = { by: Actor; note?: string }

/** Words by which the desk finds it: names, phones and numbers of both parties. */
const searchTextOf = ({ filer, applicant, subject }: Application) =>
  fold(
    [applicant.name, applicant.phone, applicant.identityNumber, applicant.taxCode, filer.name, filer.phone, filer.identityNumber, subject]
      .filter(Boolean)
      .join(' ')
  )

/** @throws Refusal FORM_INCOMPLETE with every field that is wrong, papers as `paper.<number>` */
async function checkComplete(tx: Tx, dossier: Dossier) {
  const found = await procedureVersion(tx, dossier.procedureVersionId)
  const application: Application = { ...dossier, relation: dossier.relation ?? undefined, pickUp: dossier.pickUp ?? undefined }
  const fields = checkApplication(application, found.offering)
  // Papers that travel with the post are counted when they are collected and when they arrive (QĐ 45/2016 Đ6–7).
  const missing = dossier.channel === 'online' ? missingPapers(found.documents, await papersOf(tx, dossier.id)) : []
  for (const paper of missing) fields[`paper.${paper.number}`] = 'PAPER_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  return { found, application }
}

/** Inside a transaction that holds the draft. @returns the filed dossier */
export async function submit(tx: Tx, context: Context, draft: Dossier, { by, note = '' }: Submission): Promise<Dossier> {
  const move = step(draft.state, 'submit', by.role)
  const { found, application } = await checkComplete(tx, draft)
  const at = context.now()
  const day = dayOf(at)
  // What a condition or a count of pages adds is settled by the officer (request_payment), not guessed here.
  const fees = feeFor(found.fees, { channel: draft.channel, payerGroup: 'everyone', filedOn: day }).filter(
    ({ condition }) => condition === null
  )
  const { identifier } = await getAgencyById(tx, draft.agencyId)
  const code = dossierCode(identifier, day, await nextNumber(tx, { agencyId: draft.agencyId, day }))
  return saveMove(tx, draft, { move, by, at, note, changes: { code, fees, filedAt: at, searchText: searchTextOf(application) } })
}

export function submitDossier(context: Context, { dossierId, ...submission }: Submission & { dossierId: string }): Promise<Dossier> {
  return context.db.transaction(async (tx) => submit(tx, context, await lockOwn(tx, dossierId, submission.by), submission))
}
