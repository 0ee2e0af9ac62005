// Somebody takes work from the pool: a step is theirs from now on, and with the first step the dossier has a name on it.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn, lockSeen } from '../../dossiers/access.ts'
import { takeDossier } from '../../dossiers/actions/take-dossier.ts'
import { placeDossier, saveAct } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mayWork } from '../lifecycle.ts'
import { followDossier, takeInHand } from './follow-dossier.ts'
import { openSteps } from './in-step.ts'

export function takeStep(context: Context, { dossierId, by }: { dossierId: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const { dossier, steps } = await openSteps(tx, context, { dossierId, by })
    const free = steps.filter(({ state, agencyId }) => state === 'in_pool' && agencyId === by.agencyId)
    const step = free.find((one) => mayWork(one, by))
    if (!step) throw new Refusal(free.length > 0 ? 'STEP_NOT_YOURS' : 'STEP_MOVED_ON')
    const at = context.now()
    if (dossier.state === 'accepted') {
      await lockOwn(tx, dossierId, by)
      // The dossier's own move; the steps learn of it and put the first into these hands.
      await takeDossier({ ...context, db: tx }, { dossierId, by })
      await followDossier(tx, context, await lockSeen(tx, dossierId, by))
      return
    }
    await takeInHand(tx, dossier, { step, steps, who: by, at })
    const acted = await saveAct(tx, dossier, { by, at, action: 'step_take', facts: { step: step.name.vi } })
    const name = step.agencyId === dossier.agencyId ? { officerId: by.id, officerName: by.name } : {}
    await followDossier(tx, context, await placeDossier(tx, acted, { ...name, at }))
  })
}

/** Many at once; somebody else may have been quicker with some of them. @returns how many were taken, how many were gone */
export async function takeSteps(context: Context, { dossierIds, by }: { dossierIds: readonly string[]; by: Actor }) {
  let taken = 0
  for (const dossierId of new Set(dossierIds)) {
    try {
      await takeStep(context, { dossierId, by })
      taken++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return { taken, gone: new Set(dossierIds).size - taken }
}
