// A draft becomes a filing: everything is checked, the code is given, the fee of the day is fixed.
import type { Actor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { visibleAnswers } from '../../forms/checking.ts'
import { fold } from '../../kernel/fold.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { procedureVersion } from '../../procedures/queries.ts'
import { lockOwn } from '../access.ts'
import type { Application } from '../application.ts'
import { checkApplication, missingPapers } from '../application.ts'
import { countedFees, type FeeCounts } from '../fee-counts.ts'
import { type AnsweredForm, documentsNeeded, factsOf, feesOf, formOf, subjectFrom, wrongAnswers } from '../filing-answers.ts'
import { step } from '../lifecycle.ts'
import { dossierCode } from '../numbering.ts'
import { papersOf } from '../queries.ts'
import { type Dossier, deletePaper, nextNumber, saveMove } from '../store.ts'

type Submission = {
  by: Actor
  note?: string
  /** What the desk counted itself: pages, copies. */
  feeCounts?: FeeCounts | undefined
  /** Given before, out of a block that was leased for this agency and day. */
  number?: number | undefined
}

/** Words by which the desk finds it: names, phones and numbers of both parties. */
const searchTextOf = ({ filer, applicant, subject }: Application) =>
  fold(
    [applicant.name, applicant.phone, applicant.identityNumber, applicant.taxCode, filer.name, filer.phone, filer.identityNumber, subject]
      .filter(Boolean)
      .join(' ')
  )

/** @throws Refusal FORM_INCOMPLETE with every field that is wrong: answers as `answers.<field>`, papers as `paper.<number>` */
async function checkComplete(tx: Tx, dossier: Dossier, day: Temporal.PlainDate) {
  const view = await procedureVersion(tx, dossier.procedureVersionId)
  const filled: AnsweredForm = { view, answers: dossier.answers, facts: factsOf(dossier, day) }
  // Somebody at the desk brought the filled form on paper.
  const onPaper = dossier.channel === 'desk' && Object.keys(dossier.answers).length === 0
  const answers = onPaper ? {} : visibleAnswers(formOf(view), dossier.answers, filled.facts)
  const subject = onPaper ? dossier.subject : subjectFrom(view, answers)
  const application: Application = { ...dossier, subject, relation: dossier.relation ?? undefined, pickUp: dossier.pickUp ?? undefined }
  const wrong = onPaper ? undefined : wrongAnswers(filled)
  const fields = { ...checkApplication(application, view.offering), ...wrong?.fields }
  // Papers that travel with the post are counted when they are collected and when they arrive (QĐ 45/2016 Đ6–7).
  const { documents, own } = documentsNeeded(filled)
  const given = await papersOf(tx, dossier.id)
  const missing = dossier.channel === 'online' ? missingPapers(documents, given) : []
  for (const paper of missing) fields[`paper.${paper.number}`] = 'PAPER_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields, said: wrong?.said })
  // Uploaded before an answer was changed: nobody is to see what nobody asked for.
  const isNeedless = ({ number }: { number: number }) => number !== own?.number && !documents.some((document) => document.number === number)
  const hidden = view.documents.filter(isNeedless).map(({ number }) => number)
  const needless = given.filter(({ number }) => hidden.includes(number))
  return { filled: { ...filled, answers }, application, needless }
}

/** Inside a transaction that holds the draft. @returns the filed dossier */
export async function submit(
  tx: Tx,
  context: Context,
  draft: Dossier,
  { by, note = '', feeCounts = {}, number }: Submission
): Promise<Dossier> {
  const move = step(draft.state, 'submit', by.role)
  const at = context.now()
  const day = dayOf(at)
  const { filled, application, needless } = await checkComplete(tx, draft, day)
  // The fee of the day, fixed (NĐ 61/2018 Đ22). What only the officer can judge is asked for later (request_payment).
  const { due, perhaps } = feesOf({ ...filled, channel: draft.channel, filedOn: day })
  const fees = countedFees(due, perhaps, feeCounts)
  const { identifier } = await getAgencyById(tx, draft.agencyId)
  const code = dossierCode(identifier, day, number ?? (await nextNumber(tx, { agencyId: draft.agencyId, day })))
  const { subject } = application
  if (by.role === 'applicant') for (const { id } of needless) await deletePaper(tx, { dossierId: draft.id, paperId: id })
  const { answers } = filled
  return saveMove(tx, draft, {
    move,
    by,
    at,
    note,
    changes: { code, fees, answers, subject, seen: {}, filedAt: at, searchText: searchTextOf(application) }
  })
}

export function submitDossier(context: Context, { dossierId, ...submission }: Submission & { dossierId: string }): Promise<Dossier> {
  return context.db.transaction(async (tx) => submit(tx, context, await lockOwn(tx, dossierId, submission.by, 'submit'), submission))
}
