// Help ends: the citizen takes the consent back, the helper steps back, or seven days are over. What was saved stays with the citizen.
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { findConsent } from '../../helping/queries.ts'
import type { Ending } from '../../helping/rules.ts'
import { type Consent, endConsent, lockConsent } from '../../helping/store.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Dossier, lockDossier, updateDraft } from '../store.ts'

/** A draft the helper would have filed goes back to the citizen as filer. */
async function giveBack(tx: Tx, draft: Dossier, { helperPhone, personPhone }: Consent, at: Temporal.Instant): Promise<void> {
  if (draft.state !== 'draft' || draft.filer.phone !== helperPhone) return
  const { applicant } = draft
  const isCitizen = applicant.kind === 'person' && applicant.phone === personPhone
  const filer = isCitizen ? applicant : { kind: 'person' as const, name: '', phone: personPhone }
  await updateDraft(tx, draft.id, { filer, relation: isCitizen ? null : draft.relation, updatedAt: at })
}

/** The caller knows that it is theirs to end. Ended twice is ended once. @throws Refusal HELP_NOT_FOUND */
export async function endHelp(context: Context, { consentId, why }: { consentId: string; why: Ending }): Promise<void> {
  const known = await findConsent(context.db, consentId)
  if (!known) throw new Refusal('HELP_NOT_FOUND')
  await context.db.transaction(async (tx) => {
    // Dossier, then consent, as everybody who changes both. A dossier begun this very moment keeps its filer; its helper is out all the same.
    const dossier = known.dossierId ? await lockDossier(tx, known.dossierId) : undefined
    const consent = await lockConsent(tx, consentId)
    if (!consent || consent.endedAt) return
    const at = context.now()
    await endConsent(tx, consentId, { why, at })
    if (dossier) await giveBack(tx, dossier, consent, at)
    await enqueue(tx, [{ name: 'notice.help', payload: { consentId, occasion: 'ended' } }], at)
  })
}

/** The job of the seventh day. */
export async function expireHelp(context: Context, { consentId }: { consentId: string }): Promise<void> {
  const consent = await findConsent(context.db, consentId)
  if (!consent || Temporal.Instant.compare(context.now(), consent.expiresAt) < 0) return
  await endHelp(context, { consentId, why: 'expired' })
}
