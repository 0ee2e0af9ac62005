// A step changes hands within an agency: whoever has it gives it to a colleague, or the head says who does it.
import { colleaguesAt } from '../../accounts/queries.ts'
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockSeen } from '../../dossiers/access.ts'
import { requireFields } from '../../dossiers/application.ts'
import { placeDossier, saveAct } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { holds, isActive } from '../lifecycle.ts'
import { addHandOvers } from '../store.ts'
import { followDossier, takeInHand } from './follow-dossier.ts'
import { openSteps } from './in-step.ts'
import { takeStep } from './take-step.ts'

type Assigning = { dossierId: string; stepId: string; by: Actor; toId: string; note: string }

/** @returns the name of whoever has it now */
export function assignStep(context: Context, { dossierId, stepId, by, toId, note }: Assigning): Promise<string> {
  return context.db.transaction(async (tx) => {
    const { dossier, steps, asking } = await openSteps(tx, context, { dossierId, by })
    const step = steps.find(({ id }) => id === stepId)
    if (!step || !isActive(step)) throw new Refusal('STEP_MOVED_ON')
    const isHead = by.role === 'signer' && step.agencyId === by.agencyId
    if (!isHead && !holds(step, asking)) throw new Refusal('STEP_NOT_YOURS')
    const to = (await colleaguesAt(tx, step.agencyId)).find(({ id }) => id === toId)
    requireFields({ toId: to && actsAs(to.role, step.role) && to.id !== step.assigneeId ? undefined : 'PERSON_REQUIRED' })
    const who = { id: to!.id, name: to!.name }
    const at = context.now()
    // Nobody has taken it up yet: the head does, and gives it on.
    if (dossier.state === 'accepted') await takeStep({ ...context, db: tx }, { dossierId, by })
    await takeInHand(tx, dossier, { step, steps, who, at })
    const kind = step.assigneeId === by.id ? ('hand' as const) : ('assign' as const)
    const places = { fromAgencyId: step.agencyId, fromName: by.name, toAgencyId: step.agencyId, toName: who.name }
    const told = { task: step.name.vi, givenAt: at, takenAt: at, note }
    await addHandOvers(tx, dossierId, [{ dossierId, cycle: step.cycle, kind, stepId, ...places, ...told }])
    const now = await lockSeen(tx, dossierId, by)
    const acted = await saveAct(tx, now, { by, at, action: `step_${kind}`, facts: { step: step.name.vi, to: who.name, note } })
    const name = step.agencyId === dossier.agencyId ? { officerId: who.id, officerName: who.name } : {}
    await followDossier(tx, context, await placeDossier(tx, acted, { ...name, at }))
    return who.name
  })
}
