// Somebody stands at the desk with everything in hand: filed and accepted in one go, or not at all.
import { answersFor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openDossiersOf } from '../desk-queries.ts'
import { linkGuidance } from '../guidance-store.ts'
import type { Dossier } from '../store.ts'
import { accept } from './accept-at-desk.ts'
import { type Filing, file } from './file-dossier.ts'
import { checkOffered } from './start-draft.ts'

export type WalkIn = Omit<Filing, 'channel'> & {
  /** How the fee is paid, for Mẫu 01: said by the move, so that the receipt needs to ask nobody. */
  paid?: 'cash' | 'transfer' | undefined
  /** Open dossiers of the same person and procedure the clerk has seen and decided to go beside. */
  besides?: readonly string[]
  /** The slip somebody came back with. */
  slipId?: string | undefined
  /** What else is to be known of the acceptance, kept with the move. */
  facts?: Record<string, unknown>
}

/** `also` happens in the same commit. @throws Refusal FORM_INCOMPLETE at `again` when there is an open twin nobody has looked at */
export async function acceptWalkIn(
  context: Context,
  { paid, besides = [], slipId, facts = {}, ...walkIn }: WalkIn,
  also?: (tx: Tx, dossier: Dossier) => Promise<void>
): Promise<Dossier> {
  const filing: Filing = { ...walkIn, channel: 'desk' }
  const offered = await checkOffered(context, filing)
  if (!answersFor(filing.by, { sectorCode: offered.sector.code, procedureCode: filing.procedureCode })) throw new Refusal('NOT_YOURS_TO_DO')
  return context.db.transaction(async (tx) => {
    const { applicant } = filing.application
    const open = await openDossiersOf(tx, { agencyId: offered.agency.id, party: applicant })
    const unseen = open.filter(({ id, procedureCode }) => procedureCode === filing.procedureCode && !besides.includes(id))
    if (unseen.length > 0) throw new Refusal('FORM_INCOMPLETE', { fields: { again: 'OPEN_TWIN' } })
    const filed = await file(tx, context, offered, filing)
    const accepted = await accept(tx, context, filed, { by: filing.by, facts: { ...facts, ...(paid && { paid }) } })
    if (slipId) await linkGuidance(tx, { id: slipId, agencyId: offered.agency.id, dossierId: accepted.id })
    await also?.(tx, accepted)
    return accepted
  })
}
