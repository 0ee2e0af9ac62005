// A notice is seen by somebody, settled with a word, or settles itself when what it was about is over.
import { type Actor, actsAs, answersFor, systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { requireFields } from '../../dossiers/application.ts'
import { findDossier } from '../../dossiers/queries.ts'
import { isUndecided } from '../../dossiers/time-queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isStepDue, isUnanswered } from '../../processing/time-queries.ts'
import { recipients } from '../rules.ts'
import { claimEscalation, type Escalation, lockEscalation, markSeen, markSettled, updateEscalation } from '../store.ts'

/** Whether the matter is over: the dossier moved on, or its date is another. */
async function isOver(tx: Tx, { subject, subjectId, dossierId, dueAt }: Escalation): Promise<boolean> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) return true
  if (subject === 'suspension') return dossier.state !== 'suspended'
  if (subject === 'supplement') return dossier.state !== 'awaiting_supplement'
  if (subject === 'proposal') return !['submitted', 'in_progress'].includes(dossier.state) || !(await isUndecided(tx, subjectId))
  if (subject === 'step') return !(await isStepDue(tx, subjectId, dueAt))
  if (subject === 'consultation') return !(await isUnanswered(tx, subjectId))
  const runs = dossier.state === 'accepted' || dossier.state === 'in_progress'
  return !runs || !dossier.dueAt?.equals(dueAt)
}

/** Given to somebody else, the dossier's notice goes with it, unseen. @returns false: it isn't settled */
async function followHand(tx: Tx, { id, subject, toRole, toPersonId, dossierId }: Escalation): Promise<false> {
  if (subject !== 'due' || toRole !== 'officer') return false
  const { officerId } = (await findDossier(tx, dossierId))!
  if (officerId !== toPersonId) await updateEscalation(tx, id, { toPersonId: officerId, seenAt: null, seenBy: null })
  return false
}

/** @returns whether it settled itself */
export function settleIfOver(context: Context, id: string): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const notice = await claimEscalation(tx, id)
    if (!notice) return false
    if (!(await isOver(tx, notice))) return followHand(tx, notice)
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

const rolesOf = ({ role }: Actor) => recipients.filter((one) => actsAs(role, one))

/** Whatever was told of the matter to somebody's roles, not this line alone: the levels below say the same. */
export function seeNotice(context: Context, { id, by }: { id: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const notice = await lockOwn(tx, id, by)
    await markSeen(tx, notice, { roles: rolesOf(by), at: context.now(), by: by.name })
  })
}

/** With a word on what was done; a second time changes nothing. While it stays late the next turn is told all the same. */
export function settleNotice(context: Context, { id, by, how }: { id: string; by: Actor; how: string }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const notice = await lockOwn(tx, id, by)
    requireFields({ how: how.trim() ? undefined : 'REASON_REQUIRED' })
    const marked = { roles: rolesOf(by), at: context.now(), by: by.name }
    await markSeen(tx, notice, marked)
    await markSettled(tx, notice, { ...marked, how: how.trim() })
  })
}
