// Dossiers in the words of the API, read within one transaction when an answer is kept with the work.
import type { Static } from 'typebox'
import { getAgencyById } from '../agencies/queries.ts'
import type { Db } from '../database/client.ts'
import { explain } from '../deadlines/explain.ts'
import { issuedOf } from '../documents/queries.ts'
import type { Locale } from '../kernel/locale.ts'
import { processingTimeOf } from '../procedures/queries.ts'
import type { DocumentOf, DossierOf, Summary } from './api.schemas.ts'
import { countDue } from './clock.ts'
import { isOpen, nationalStatus, wordsOf } from './lifecycle.ts'
import { papersOf, resultOf, supplementRequestsOf } from './queries.ts'
import type { Dossier } from './store.ts'

type Result = NonNullable<Awaited<ReturnType<typeof resultOf>>>
type Moment = Temporal.Instant | null
const text = (at: Moment): string | null => at?.toString() ?? null

export function summaryOf(dossier: Dossier, agencyCode: string, locale: Locale): Static<typeof Summary> {
  const { id, code, state, procedureCode, procedureName, applicantName, filedAt, dueAt } = dossier
  return {
    id,
    code,
    state,
    stateWords: wordsOf(state, locale),
    nationalStatus: state === 'draft' ? null : nationalStatus[state],
    procedure: { code: procedureCode, name: procedureName },
    agencyCode,
    applicantName,
    filedAt: text(filedAt),
    dueAt: text(dueAt)
  }
}

export async function dossierOf(
  db: Db,
  dossier: Dossier,
  { locale, now }: { locale: Locale; now: Temporal.Instant }
): Promise<Static<typeof DossierOf>> {
  const { code: agencyCode } = await getAgencyById(db, dossier.agencyId)
  // A dossier that was refused or withdrawn is due no more.
  const due = dossier.dueAt || isOpen(dossier.state) ? await countDue(db, dossier) : undefined
  const result = await resultOf(db, dossier.id)
  const { channel, subject, filer, applicant, relation, delivery, pickUp, fees } = dossier
  const end = dossier.finishedAt ?? now
  return {
    ...summaryOf(dossier, agencyCode, locale),
    channel,
    subject,
    filer,
    applicant,
    relation,
    delivery,
    pickUp,
    fees: fees.map(({ name, amount }) => ({ name, amount })),
    receivedAt: text(dossier.receivedAt),
    acceptedAt: text(dossier.acceptedAt),
    finishedAt: text(dossier.finishedAt),
    returnedAt: text(dossier.returnedAt),
    isLate: dossier.dueAt !== null && Temporal.Instant.compare(end, dossier.dueAt) > 0,
    explanation: due ? explain(due, await processingTimeOf(db, dossier.procedureVersionId), locale) : [],
    papers: (await papersOf(db, dossier.id)).map(({ number, name, form, given, fileId, addedAt }) => ({
      number,
      name,
      form,
      given,
      fileId,
      addedAt: addedAt.toString()
    })),
    supplementRequests: (await supplementRequestsOf(db, dossier.id)).map(({ number, askedAt, answeredAt, note, reasons }) => ({
      number,
      askedAt: askedAt.toString(),
      answeredAt: text(answeredAt),
      note,
      reasons: reasons.map(({ paper, paperNumber, reason }) => ({ paper, paperNumber: paperNumber ?? null, reason }))
    })),
    documents: await documentsOf(db, dossier, result),
    result: result ? presentResult(result) : null
  }
}

function presentResult({ kind, number, title, reason, signedAt }: Result) {
  return { kind, number, title, reason, signedAt: signedAt.toString() }
}

/** What may be fetched: everything issued, and the result once it was returned: nobody gets it before the person does. */
export async function documentsOf(db: Db, dossier: Dossier, result: Result | undefined): Promise<Static<typeof DocumentOf>[]> {
  const issued = (await issuedOf(db, dossier.id)).map(({ fileId, form, number, madeAt }) => ({
    id: fileId,
    form,
    number,
    madeAt: madeAt.toString()
  }))
  if (!result || dossier.state !== 'returned') return issued
  return [...issued, { id: result.fileId, form: 'result', number: result.number, madeAt: result.signedAt.toString() }]
}
