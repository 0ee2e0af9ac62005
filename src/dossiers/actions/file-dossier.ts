// Files a whole dossier at once: an integrator's filing, or the first half of a walk-in.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import type { Answers } from '../../forms/definition.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Application } from '../application.ts'
import type { FeeCounts } from '../fee-counts.ts'
import { firstAnswers } from '../filing-answers.ts'
import { type Dossier, insertDossier, insertPapers, type NewPaper } from '../store.ts'
import type { Channel } from '../types.ts'
import { checkOffered } from './start-draft.ts'
import { submit } from './submit-dossier.ts'

export type Filing = {
  procedureCode: string
  agencyCode: string
  channel: Channel
  application: Application
  /** As they came: checked when it is submitted. */
  answers?: Answers
  papers: readonly NewPaper[]
  by: Actor
  locale: Locale
  personId?: string
  clientId?: string
  feeCounts?: FeeCounts
  /** Out of a block that was leased for an outage. */
  number?: number | undefined
}

/** Inside a transaction; `offered` comes from checkOffered. */
export async function file(tx: Tx, context: Context, offered: Awaited<ReturnType<typeof checkOffered>>, filing: Filing): Promise<Dossier> {
  const { application, by } = filing
  const now = context.now()
  const draft = await insertDossier(tx, {
    id: context.newId(),
    state: 'draft',
    channel: filing.channel,
    procedureVersionId: offered.version.id,
    procedureCode: offered.procedure.code,
    procedureName: offered.version.name,
    sectorCode: offered.sector.code,
    agencyId: offered.agency.id,
    personId: filing.personId ?? null,
    clientId: filing.clientId ?? null,
    filer: application.filer,
    applicant: application.applicant,
    applicantName: application.applicant.name,
    relation: application.relation ?? null,
    searchText: '',
    subject: application.subject,
    // At a desk the paper in the clerk's hand is the form.
    answers: { ...(filing.channel !== 'desk' && application.subject && firstAnswers(offered, application.subject)), ...filing.answers },
    delivery: application.delivery,
    pickUp: application.pickUp ?? null,
    fees: [],
    locale: filing.locale,
    clock: [],
    createdAt: now,
    updatedAt: now
  })
  await insertPapers(tx, draft.id, filing.papers, now)
  return submit(tx, context, draft, { by, feeCounts: filing.feeCounts, number: filing.number })
}

/** @throws Refusal PROCEDURE_NOT_OFFERED, FORM_INCOMPLETE … */
export async function fileDossier(context: Context, filing: Filing): Promise<Dossier> {
  const offered = await checkOffered(context, filing)
  return context.db.transaction((tx) => file(tx, context, offered, filing))
}
