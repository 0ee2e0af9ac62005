// The head of the desk, or the head who signs, answers a proposal to ask for papers again: sent with their reason, or not sent with theirs.
import { type Actor, actsAs, type Role } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { findSecondRequest } from '../check-queries.ts'
import { decideSecondRequest, lockSecondRequest, type SecondRequest } from '../check-store.ts'
import type { Dossier } from '../store.ts'
import { sendRequest } from './request-supplement.ts'

type Answer = { requestId: string; by: Actor; reason: string }

/** Four eyes: persons are compared, not roles. The dossier is locked first, as everywhere. */
async function hold(tx: Tx, { requestId, by }: Answer): Promise<{ request: SecondRequest; dossier: Dossier }> {
  const found = await findSecondRequest(tx, requestId)
  if (!found) throw new Refusal('SECOND_REQUEST_NOT_FOUND', { id: requestId })
  const dossier = await lockOwn(tx, found.dossierId, by)
  const head: Role = found.atDesk ? 'supervisor' : 'signer'
  if (!actsAs(by.role, head)) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  const request = await lockSecondRequest(tx, requestId)
  if (request.proposedById === by.id) throw new Refusal('FOUR_EYES_NEEDED')
  return { request, dossier }
}

const decided = (context: Context, { by, reason }: Answer, decision: 'approved' | 'declined') => ({
  decision,
  decidedById: by.id,
  decidedBy: by.name,
  decidedAt: context.now(),
  decisionReason: reason.trim()
})

/** @throws Refusal SECOND_REQUEST_NOT_FOUND, FOUR_EYES_NEEDED, NOT_YOURS_TO_DO, MOVE_NOT_ALLOWED, SUPPLEMENT_TOO_LATE */
export function approveSecondRequest(context: Context, answer: Answer): Promise<Dossier> {
  return context.db.transaction(async (tx) => {
    const { request, dossier } = await hold(tx, answer)
    requireFields({ reason: answer.reason.trim() ? undefined : 'REASON_REQUIRED' })
    await decideSecondRequest(tx, request.id, decided(context, answer, 'approved'))
    return sendRequest(tx, context, dossier, {
      by: answer.by,
      atDesk: request.atDesk,
      reasons: request.reasons,
      askedBy: request.proposedBy,
      facts: { proposedBy: request.proposedBy, approvalReason: answer.reason.trim() }
    })
  })
}

export function declineSecondRequest(context: Context, answer: Answer): Promise<SecondRequest> {
  return context.db.transaction(async (tx) => {
    const { request } = await hold(tx, answer)
    requireFields({ reason: answer.reason.trim() ? undefined : 'REASON_REQUIRED' })
    return decideSecondRequest(tx, request.id, decided(context, answer, 'declined'))
  })
}
