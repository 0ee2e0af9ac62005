// Results on their way to a signature: a dossier in progress, a draft that is whole, a signer who is somebody else.
import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../../src/accounts/roles.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import type { Context } from '../../src/context.ts'
import { beginDraft, moveDraft, saveDraftText } from '../../src/results/actions/draft-result.ts'
import { proposeRevocation, settleRevocation } from '../../src/results/actions/revoke-result.ts'
import { draftOf, resultOfDossier } from '../../src/results/queries.ts'
import type { Draft } from '../../src/results/store.ts'
import { aDossier } from './dossiers.ts'

export async function signerOf(context: Context, agencyCode = 'STTTT', name = 'Lương Hải Âu'): Promise<Actor> {
  const agency = await findAgency(context.db, agencyCode)
  return { id: randomUUIDv7(), name, role: 'signer', agencyId: agency!.id }
}

/** Taken back as in life: one proposes, another who signs confirms. The result must be sealed already. */
export async function revokeResult(
  context: Context,
  { dossierId, by, reason }: { dossierId: string; by: Actor; reason: string }
): Promise<Actor> {
  const result = await resultOfDossier(context.db, dossierId)
  const resultId = result!.id
  await proposeRevocation(context, { formId: context.newId(), resultId, by, reason, legalBasis: 'Điều 9 Luật Hộ tịch' })
  const signer: Actor = { id: randomUUIDv7(), name: 'Lương Hải Âu', role: 'signer', agencyId: by.agencyId }
  await settleRevocation(context, { resultId, by: signer, confirm: true })
  return signer
}

type Wanted = { state?: 'drafting' | 'in_review' | 'to_sign'; kind?: 'approved' | 'refused' } & Omit<
  NonNullable<Parameters<typeof aDossier>[1]>,
  'state'
>

/** A draft with every gap filled in, drafted by the dossier's officer. */
export async function aResultDraft(context: Context, { state = 'to_sign', kind = 'approved', ...wanted }: Wanted = {}) {
  const made = await aDossier(context, { ...wanted, state: 'in_progress' })
  const begun = await beginDraft(context, { dossierId: made.id, kind, by: made.officer })
  const values = Object.fromEntries(begun.template.asked.map(({ id, label }) => [id, begun.values[id] || `Nội dung của ${label}`]))
  await saveDraftText(context, { draftId: begun.id, by: made.officer, values, title: begun.title, revision: begun.revision })
  if (state !== 'drafting')
    await moveDraft(context, { draftId: begun.id, name: state === 'to_sign' ? 'send' : 'ask_review', by: made.officer })
  const draft = (await draftOf(context.db, made.id)) as Draft
  return { ...made, draft }
}
