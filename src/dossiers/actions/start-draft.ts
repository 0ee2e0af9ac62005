// A citizen begins: the procedure is pinned to the version in force today, at the agency that will decide.
import type { Actor } from '../../accounts/roles.ts'
import { findAgency } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { findProcedure } from '../../procedures/queries.ts'
import { mayFileBy } from '../application.ts'
import { insertDossier } from '../store.ts'
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

/** @returns the draft */
export async function startDraft(context: Context, { filer, locale, personId, clientId, ...start }: Start) {
  const { version, procedure, agency } = await checkOffered(context, start)
  const now = context.now()
  return context.db.transaction((tx) =>
    insertDossier(tx, {
      id: context.newId(),
      state: 'draft',
      channel: start.channel,
      procedureVersionId: version.id,
      procedureCode: procedure.code,
      procedureName: version.name,
      agencyId: agency.id,
      personId: personId ?? null,
      clientId: clientId ?? null,
      filer,
      applicant: filer,
      applicantName: filer.name,
      searchText: '',
      subject: version.name,
      answers: {},
      delivery: { method: 'desk' },
      fees: [],
      locale,
      clock: [],
      createdAt: now,
      updatedAt: now
    })
  )
}
