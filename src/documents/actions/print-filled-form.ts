// Prints what was answered as the paper it stands for: before filing to look at, after filing as the dossier's own paper.

import { systemActor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { type AnsweredForm, factsOf, formOf } from '../../dossiers/filing-answers.ts'
import { findDossier, papersOf } from '../../dossiers/queries.ts'
import { type Dossier, insertPapers } from '../../dossiers/store.ts'
import { insertFile } from '../../files/store.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { dayOf } from '../../kernel/time.ts'
import { readSample } from '../../procedures/actions/read-sample.ts'
import { findProcedure, procedureVersion, type RequiredDocument } from '../../procedures/queries.ts'
import { headingOf } from '../case.ts'
import { drawFilledForm } from '../forms/filled-form.ts'
import { hasIssued } from '../queries.ts'
import { insertIssued } from '../store.ts'

/** The paper as it would be printed now; nothing for a procedure without a form of its own. */
export async function previewFilledForm(
  { db }: Context,
  { filled, draft }: { filled: AnsweredForm; draft: Dossier }
): Promise<Uint8Array | undefined> {
  const { view, answers, facts } = filled
  if (!view.version.form) return undefined
  const agency = await getAgencyById(db, draft.agencyId)
  return drawFilledForm({ form: formOf(view), answers, facts, agencyName: headingOf(agency).agency })
}

/** How the paper of a procedure looks when filled in, with invented people; nothing for a procedure without a form or an example. */
export async function sampleFilledForm({ db, now }: Context, code: string): Promise<Uint8Array | undefined> {
  const today = dayOf(now())
  const [found, sample] = await Promise.all([findProcedure(db, code, { on: today }), readSample(code)])
  const form = found?.version.form
  return form && sample ? drawFilledForm({ form, answers: sample.answers, facts: { ...sample.facts, today }, sample: true }) : undefined
}

/** After a filing. A walk-in brought the paper, and a procedure without a form of its own has none to print. Safe to run twice. */
export async function printFilledForm(context: Context, after: AfterMove): Promise<void> {
  const { db } = context
  const dossier = await findDossier(db, after.dossierId)
  if (!dossier?.code || !dossier.filedAt || Object.keys(dossier.answers).length === 0) return
  if (await hasIssued(db, { ...after, form: 'filled_form' })) return
  const view = await procedureVersion(db, dossier.procedureVersionId)
  const { form } = view.version
  if (!form) return
  const agency = await getAgencyById(db, dossier.agencyId)
  const bytes = await drawFilledForm({
    form,
    answers: dossier.answers,
    facts: factsOf(dossier, dayOf(dossier.filedAt)),
    code: dossier.code,
    filedAt: dossier.filedAt,
    trackingUrl: `${context.baseUrl}/tra-cuu/${dossier.code}`,
    agencyName: headingOf(agency).agency
  })
  await keepAsPaper(context, { after, dossier, bytes, document: view.documents.find(({ number }) => number === form.paper) })
}

type Kept = { after: AfterMove; dossier: Dossier; bytes: Uint8Array; document: RequiredDocument | undefined }

/** The file, the register's line, and the paper in the place of the one that nobody had to upload: one commit. */
async function keepAsPaper(context: Context, { after, dossier, bytes, document }: Kept): Promise<void> {
  const { sha256, size } = await context.files.put(bytes)
  const at = context.now()
  const fileId = context.newId()
  await context.db.transaction(async (tx) => {
    const issued = { ...after, form: 'filled_form' as const, number: dossier.code!, fileId, sha256, madeAt: at }
    if (!(await insertIssued(tx, issued))) return
    const name = `to-khai-${dossier.code}.pdf`
    await insertFile(tx, { id: fileId, sha256, size, mediaType: 'application/pdf', name, ownerId: systemActor.id, createdAt: at })
    const given = await papersOf(tx, dossier.id)
    if (!document || given.some(({ number }) => number === document.number)) return
    const paper = { number: document.number, name: document.name, form: document.form, copies: 1, given: 'file' as const, fileId }
    await insertPapers(tx, dossier.id, [paper], at)
  })
}
