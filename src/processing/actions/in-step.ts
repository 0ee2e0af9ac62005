// Everything done in a step: the dossier is locked, its steps are brought in line, and whoever acts must hold the step.
import { substitutesFor } from '../../accounts/queries.ts'
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { lockSeen } from '../../dossiers/access.ts'
import { type Dossier, saveAct } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { StepDecision } from '../../procedures/steps.ts'
import { type Asking, holds, stepToDecide } from '../lifecycle.ts'
import type { Step } from '../store.ts'
import { followDossier } from './follow-dossier.ts'

export type InHand = { dossierId: string; by: Actor }
/** A step at hand, in a transaction that holds its dossier. */
export type AtHand = { tx: Tx; dossier: Dossier; steps: Step[]; step: Step; at: Temporal.Instant }

/** The dossier and its steps as they are now, held until the commit. */
export async function openSteps(tx: Tx, context: Context, { dossierId, by }: InHand) {
  const followed = await followDossier(tx, context, await lockSeen(tx, dossierId, by))
  const substituted = (await substitutesFor(tx, by.id, context.now())).map(({ id }) => id)
  return { ...followed, asking: { by, substituted } satisfies Asking }
}

/** @throws Refusal STEP_NOT_YOURS when nobody stands where they may, STEP_MOVED_ON when it is not at hand any more */
export function stepHeld(steps: readonly Step[], asking: Asking, stepId?: string): Step {
  const step = steps.find((one) => (stepId === undefined ? holds(one, asking) : one.id === stepId))
  if (!step) throw new Refusal(stepId === undefined ? 'STEP_NOT_YOURS' : 'STEP_MOVED_ON')
  if (step.state !== 'in_hand') throw new Refusal('STEP_MOVED_ON')
  if (!holds(step, asking)) throw new Refusal('STEP_NOT_YOURS')
  return step
}

/** What waits for the applicant waits. @throws Refusal STEP_PAUSED */
export function requireRunning({ state }: Dossier): void {
  if (state !== 'in_progress') throw new Refusal('STEP_PAUSED')
}

/** Work on the step at hand that is no move of the dossier; it is written into the dossier's chain. */
export function workOn<T>(
  context: Context,
  { dossierId, by, stepId }: InHand & { stepId?: string | undefined },
  work: (at: AtHand) => Promise<{ action: string; facts?: Record<string, unknown>; result: T }>
): Promise<T> {
  return context.db.transaction(async (tx) => {
    const { dossier, steps, asking } = await openSteps(tx, context, { dossierId, by })
    const step = stepHeld(steps, asking, stepId)
    requireRunning(dossier)
    const at = context.now()
    const { action, facts = {}, result } = await work({ tx, dossier, steps, step, at })
    // Told anew: the work may have placed or shared the dossier.
    const now = await lockSeen(tx, dossierId, by)
    const saved = await saveAct(tx, now, { by, at, action, facts: { step: step.name.vi, ...facts } })
    await followDossier(tx, context, saved)
    return result
  })
}

/**
 * A move of the dossier that only a step may make: asking for papers, for money, pausing, drafting, deciding. `work` runs in the same
 * transaction (`inside.db`), whatever room it belongs to. @throws Refusal STEP_DECIDES_NOT, STEP_NOT_YOURS
 */
export function inStep<T>(
  context: Context,
  { dossierId, by, decision }: InHand & { decision: StepDecision },
  work: (inside: Context) => Promise<T>
): Promise<T> {
  return context.db.transaction(async (tx) => {
    const { steps, asking } = await openSteps(tx, context, { dossierId, by })
    // A dossier that stands still, or is decided, has its own refusal: the move says it better than the step.
    const step = stepToDecide(steps, decision, asking)
    if (!step && steps.some(({ state }) => state === 'in_hand' || state === 'in_pool')) {
      const held = steps.find((one) => holds(one, asking))
      throw held ? new Refusal('STEP_DECIDES_NOT', { step: held.name.vi }) : new Refusal('STEP_NOT_YOURS')
    }
    const result = await work({ ...context, db: tx })
    await followDossier(tx, context, await lockSeen(tx, dossierId, by))
    return result
  })
}
