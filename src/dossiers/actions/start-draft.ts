// A citizen begins: the procedure is pinned to the version in force today, at the agency that will decide.
import type { Actor } from '../../accounts/roles.ts'
import { findAgency } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { findProcedure } from '../../procedures/queries.ts'
import { mayFileBy } from '../application.ts'
import { lookAgainAt } from '../drafts.ts'
import { firstAnswers } from '../filing-answers.ts'
import { type Dossier, insertDossier } from '../store.ts'
import type { Channel, Party } from '../types.ts'

type Start = {
  procedureCode: string
  agencyCode: string
  channel: Channel
  filer: Party
  by: Actor
  locale: Locale
  personId?: string
  clientId?: string
  /** Whom it is about, and what the filer is to them, when they are not the same. */
  applicant?: Party
  relation?: string
}

/** @throws Refusal PROCEDURE_NOT_FOUND, AGENCY_NOT_FOUND, PROCEDURE_NOT_OFFERED */
export async function checkOffered(
  context: Context,
  { procedureCode, agencyCode, channel }: Pick<Start, 'procedureCode' | 'agencyCode' | 'channel'>
) {
  const on = dayOf(context.now())
  const found = await findProcedure(context.db, procedureCode, { on })
  if (!found) throw new Refusal('PROCEDURE_NOT_FOUND', { code: procedureCode })
  const agency = await findAgency(context.db, agencyCode)
  if (!agency) throw new Refusal('AGENCY_NOT_FOUND', { code: agencyCode })
  const { offering } = found
  const here = offering.level === agency.level && (!offering.agencyId || offering.agencyId === agency.id)
  if (!here || !mayFileBy(channel, offering)) throw new Refusal('PROCEDURE_NOT_OFFERED', { code: procedureCode, agency: agencyCode })
  return { ...found, agency }
}

type Also = (tx: Tx, draft: Dossier) => Promise<void>

/** `also` happens in the same commit. @returns the draft */
export async function startDraft(
  context: Context,
  { filer, applicant = filer, relation, locale, personId, clientId, ...start }: Start,
  also?: Also
): Promise<Dossier> {
  const { version, procedure, sector, agency, fees } = await checkOffered(context, start)
  const now = context.now()
  return context.db.transaction(async (tx) => {
    const draft = await insertDossier(tx, {
      id: context.newId(),
      state: 'draft',
      channel: start.channel,
      procedureVersionId: version.id,
      procedureCode: procedure.code,
      procedureName: version.name,
      sectorCode: sector.code,
      agencyId: agency.id,
      personId: personId ?? null,
      clientId: clientId ?? null,
      filer,
      applicant,
      applicantName: applicant.name,
      relation: relation ?? null,
      searchText: '',
      subject: version.name,
      // The general form asks for a subject; the name of the procedure is what most people would write.
      answers: firstAnswers({ version, fees }, version.name),
      delivery: { method: 'desk' },
      fees: [],
      locale,
      clock: [],
      createdAt: now,
      updatedAt: now
    })
    await enqueue(tx, [lookAgainAt(draft.id, now)], now)
    await also?.(tx, draft)
    return draft
  })
}
