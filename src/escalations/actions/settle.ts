// A notice is seen by somebody, settled with a word, or settles itself when what it was about is over.
import { type Actor, actsAs, answersFor, systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { requireFields } from '../../dossiers/application.ts'
import { findDossier } from '../../dossiers/queries.ts'
import { isUndecided } from '../../dossiers/time-queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isStepDue, isUnanswered } from '../../processing/time-queries.ts'
import { claimEscalation, type Escalation, lockEscalation, updateEscalation } from '../store.ts'

/** Whether the matter is over: the dossier moved on, or its date is another. */
async function isOver(tx: Tx, { subject, subjectId, dossierId, dueAt }: Escalation): Promise<boolean> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) return true
  if (subject === 'suspension') return dossier.state !== 'suspended'
  if (subject === 'supplement') return dossier.state !== 'awaiting_supplement'
  if (subject === 'proposal') return !(await isUndecided(tx, subjectId))
  if (subject === 'step') return !(await isStepDue(tx, subjectId, dueAt))
  if (subject === 'consultation') return !(await isUnanswered(tx, subjectId))
  const runs = dossier.state === 'accepted' || dossier.state === 'in_progress'
  return !runs || !dossier.dueAt?.equals(dueAt)
}

/** @returns whether it settled itself */
export function settleIfOver(context: Context, id: string): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const notice = await claimEscalation(tx, id)
    if (!notice || !(await isOver(tx, notice))) return false
    await updateEscalation(tx, id, { settledAt: context.now(), settledBy: systemActor.name, settledHow: '' })
    return true
  })
}

/** A notice of one's own agency, within what one answers for. @throws Refusal ESCALATION_NOT_FOUND */
async function lockOwn(tx: Tx, id: string, by: Actor): Promise<Escalation> {
  const notice = await lockEscalation(tx, id)
  const isOwn = notice && notice.agencyId === by.agencyId && answersFor(by, notice) && actsAs(by.role, notice.toRole)
  if (!isOwn) throw new Refusal('ESCALATION_NOT_FOUND', { id })
  return notice
}

export function seeNotice(context: Context, { id, by }: { id: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const notice = await lockOwn(tx, id, by)
    if (!notice.seenAt) await updateEscalation(tx, id, { seenAt: context.now(), seenBy: by.name })
  })
}

/** With a word on what was done; a second time changes nothing. */
export function settleNotice(context: Context, { id, by, how }: { id: string; by: Actor; how: string }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const notice = await lockOwn(tx, id, by)
    requireFields({ how: how.trim() ? undefined : 'REASON_REQUIRED' })
    if (notice.settledAt) return
    const at = context.now()
    const seen = notice.seenAt ? {} : { seenAt: at, seenBy: by.name }
    await updateEscalation(tx, id, { ...seen, settledAt: at, settledBy: by.name, settledHow: how.trim() })
  })
}
