// A helper sets to work: begins the one dossier they were asked for, or takes up the one that was named.
import { findPerson } from '../../accounts/queries.ts'
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../database/client.ts'
import { findConsent } from '../../helping/queries.ts'
import { holds, relationWords, standingOf } from '../../helping/rules.ts'
import { type Consent, lockConsent, updateConsent } from '../../helping/store.ts'
import type { Locale } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Dossier, lockDossier, updateDraft } from '../store.ts'
import type { Channel, Party } from '../types.ts'
import { startDraft } from './start-draft.ts'

/** Asked for by account, or by the phone that the account signs in with. @throws Refusal HELP_NOT_FOUND, the same for a guess */
async function requireMine(db: Db, consent: Consent | undefined, by: Actor): Promise<Consent> {
  const person = consent && (await findPerson(db, by.id))
  const isMine = consent && (consent.helperId ? consent.helperId === by.id : consent.helperPhone === person?.phone)
  if (!isMine) throw new Refusal('HELP_NOT_FOUND')
  return consent
}

/** @throws Refusal HELP_NOT_FOUND */
export const consentOfHelper = async ({ db }: Context, id: string, by: Actor): Promise<Consent> =>
  requireMine(db, await findConsent(db, id), by)

function requireHolding(consent: Consent, now: Temporal.Instant): void {
  if (!holds(standingOf(consent, now))) throw new Refusal('HELP_ENDED', { name: consent.personName })
}

type Begin = { consentId: string; by: Actor; filer: Party; agencyCode: string; channel: Channel; locale: Locale }

/** The citizen, as far as they let the helper know. */
async function applicantOf({ db }: Context, { personId, personName, personPhone, sharesParticulars }: Consent): Promise<Party> {
  const stated: Party = { kind: 'person', name: personName, phone: personPhone }
  const known = sharesParticulars ? await findPerson(db, personId) : undefined
  if (!known) return stated
  const { identityNumber, bornOn, address, email } = known
  return {
    ...stated,
    identityNumber: identityNumber ?? undefined,
    bornOn: bornOn?.toString(),
    address: address ?? undefined,
    email: email ?? undefined
  }
}

/**
 * The dossier is the citizen's; the helper is who files it. @returns the draft
 * @throws Refusal HELP_NOT_FOUND, HELP_ENDED, HELP_USED when it was begun already
 */
export async function beginHelp(context: Context, { consentId, by, filer, agencyCode, channel, locale }: Begin): Promise<Dossier> {
  const asked = await consentOfHelper(context, consentId, by)
  const start = {
    procedureCode: asked.procedureCode,
    agencyCode,
    channel,
    by,
    locale,
    filer: { ...filer, name: filer.name || asked.helperName },
    applicant: await applicantOf(context, asked),
    relation: relationWords[asked.relation].vi,
    personId: asked.personId
  }
  return startDraft(context, start, async (tx, draft) => {
    // Two presses at once: the second waits here, and its draft is never made.
    const consent = await requireMine(tx, await lockConsent(tx, consentId), by)
    const now = context.now()
    requireHolding(consent, now)
    if (consent.dossierId) throw new Refusal('HELP_USED', { dossierId: consent.dossierId })
    await updateConsent(tx, consentId, { helperId: by.id, dossierId: draft.id, usedAt: now })
  })
}

/** The dossier was named when help was asked for. A draft for the citizen themselves is now filed by the helper. */
export async function takeUpHelp(context: Context, { consentId, by, filer }: Pick<Begin, 'consentId' | 'by' | 'filer'>): Promise<void> {
  const { dossierId } = await consentOfHelper(context, consentId, by)
  if (!dossierId) throw new Refusal('HELP_NOT_FOUND')
  await context.db.transaction(async (tx) => {
    const draft = await lockDossier(tx, dossierId)
    const consent = await requireMine(tx, await lockConsent(tx, consentId), by)
    const at = context.now()
    requireHolding(consent, at)
    if (consent.helperId) return
    await updateConsent(tx, consentId, { helperId: by.id })
    const isForCitizen = draft.relation === null && draft.applicant.kind === 'person'
    if (draft.state !== 'draft' || !isForCitizen) return
    const changes = { filer: { ...filer, name: filer.name || consent.helperName }, relation: relationWords[consent.relation].vi }
    const applicant = { ...draft.applicant, name: draft.applicant.name || consent.personName }
    await updateDraft(tx, draft.id, { ...changes, applicant, applicantName: applicant.name, updatedAt: at })
  })
}
