// A result is taken back by two: one proposes it with the reason and the article, another who signs confirms. The paper's seal ends in the same commit.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { sealedOf } from '../../documents/queries.ts'
import { markRevoked } from '../../documents/store.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { type Dossier, saveAct } from '../../dossiers/store.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { type FieldErrors, Refusal } from '../../kernel/refusal.ts'
import { findResult } from '../queries.ts'
import { decideRevocation, insertRevocation, lockOpenRevocation, lockResult, markResultRevoked, type Result } from '../store.ts'

/** Dossier first, then the result: the order in which everybody holds them. */
async function hold(tx: Tx, resultId: string, by: Actor): Promise<{ dossier: Dossier; result: Result }> {
  const found = await findResult(tx, resultId)
  if (!found) throw new Refusal('RESULT_NOT_FOUND', { id: resultId })
  const dossier = await lockOwn(tx, found.dossierId, by)
  const result = await lockResult(tx, resultId)
  if (result.revokedAt) throw new Refusal('RESULT_REVOKED_ALREADY')
  return { dossier, result }
}

type Proposal = { formId: string; resultId: string; by: Actor; reason: string; legalBasis: string }

/** The same form sent twice is one proposal. @throws Refusal FORM_INCOMPLETE, REVOCATION_WAITS, RESULT_REVOKED_ALREADY */
export async function proposeRevocation(context: Context, { formId, resultId, by, reason, legalBasis }: Proposal): Promise<void> {
  if (!actsAs(by.role, 'officer')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  const fields: FieldErrors = {}
  if (!reason.trim()) fields['reason'] = 'REASON_REQUIRED'
  if (!legalBasis.trim()) fields['legalBasis'] = 'REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
  await context.db.transaction(async (tx) => {
    const { dossier } = await hold(tx, resultId, by)
    const at = context.now()
    const open = await lockOpenRevocation(tx, resultId)
    if (open?.id === formId) return
    if (open) throw new Refusal('REVOCATION_WAITS')
    const proposal = { reason: reason.trim(), legalBasis: legalBasis.trim(), proposedById: by.id, proposedBy: by.name, proposedAt: at }
    if (await insertRevocation(tx, { id: formId, resultId, ...proposal }))
      await saveAct(tx, dossier, { by, at, action: 'propose_result_revocation' })
  })
}

type Decision = { resultId: string; by: Actor; confirm: boolean; note?: string }

/** @throws Refusal NEEDS_OTHER_EYES, REVOCATION_NOT_FOUND, RESULT_NOT_SEALED_YET; FORM_INCOMPLETE when it is declined without a word */
export async function settleRevocation(context: Context, { resultId, by, confirm, note = '' }: Decision): Promise<void> {
  if (!actsAs(by.role, 'signer')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  if (!confirm && !note.trim()) throw new Refusal('FORM_INCOMPLETE', { fields: { note: 'REASON_REQUIRED' } })
  await context.db.transaction(async (tx) => {
    const { dossier, result } = await hold(tx, resultId, by)
    const open = await lockOpenRevocation(tx, resultId)
    if (!open) throw new Refusal('REVOCATION_NOT_FOUND')
    if (open.proposedById === by.id) throw new Refusal('NEEDS_OTHER_EYES')
    const at = context.now()
    await decideRevocation(tx, open.id, { isConfirmed: confirm, decidedById: by.id, decidedBy: by.name, decidedAt: at, note: note.trim() })
    if (!confirm) {
      await saveAct(tx, dossier, { by, at, action: 'decline_result_revocation' })
      return
    }
    const sealed = (await sealedOf(tx, result.dossierId)).find(({ form, fileId }) => form === 'result' && fileId === result.fileId)
    // A seal that came afterwards would say that the paper holds.
    if (!sealed) throw new Refusal('RESULT_NOT_SEALED_YET')
    const reason = `${open.reason} (${open.legalBasis})`
    await markRevoked(tx, { id: sealed.id, at, by: by.name, reason })
    await markResultRevoked(tx, { id: result.id, at, by: by.name, reason: open.reason, basis: open.legalBasis })
    await saveAct(tx, dossier, { by, at, action: 'revoke_result' })
    await enqueue(tx, [{ name: 'notice.result_revoked', payload: { resultId }, key: `notice.result_revoked:${resultId}` }], at)
  })
}
