// Where a draft meets the agency's internal process: drafting and deciding belong to steps, and passing the draft on passes the step on.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openSteps } from '../../processing/actions/in-step.ts'
import { returnStep, sendOn } from '../../processing/actions/send-on.ts'
import { takeStep } from '../../processing/actions/take-step.ts'
import { holds, isActive, mayWork, stepToDecide } from '../../processing/lifecycle.ts'
import type { ResultKind } from '../rules.ts'

type Where = { dossierId: string; by: Actor }
const decisionOf = { approved: 'approve', refused: 'refuse' } as const

const within = (tx: Tx, context: Context): Context => ({ ...context, db: tx })

/** The steps, after somebody took what lies in the pool for them. */
async function stepsInHand(tx: Tx, context: Context, where: Where) {
  const opened = await openSteps(tx, context, where)
  const { steps, asking } = opened
  if (steps.some((step) => step.state === 'in_hand' && holds(step, asking))) return opened
  const isForThem = steps.some((step) => step.state === 'in_pool' && mayWork(step, where.by))
  if (!isForThem) return opened
  await takeStep(within(tx, context), where)
  return openSteps(tx, context, where)
}

/**
 * The head orders: the dossier stands at the step that decides it, taken into their hands if it lay in the pool. A dossier without steps
 * is settled by one person from beginning to end. @throws Refusal STEP_DECIDES_NOT, STEP_NOT_YOURS
 */
export async function requireDeciding(tx: Tx, context: Context, { kind, ...where }: Where & { kind: ResultKind }): Promise<void> {
  const { steps, asking } = await stepsInHand(tx, context, where)
  if (!steps.some(isActive) || stepToDecide(steps, decisionOf[kind], asking)) return
  const held = steps.find((step) => holds(step, asking))
  throw held ? new Refusal('STEP_DECIDES_NOT', { step: held.name.vi }) : new Refusal('STEP_NOT_YOURS')
}

/**
 * Whoever sends the draft on has done their step, unless it is this step that decides.
 * @returns whether the dossier stands where it may be signed now; the next reads it first when not
 */
export async function passOn(
  tx: Tx,
  context: Context,
  { kind, note, ...where }: Where & { kind: ResultKind; note: string }
): Promise<boolean> {
  const decision = decisionOf[kind]
  const { steps, asking } = await stepsInHand(tx, context, where)
  if (!steps.some(isActive)) return true
  const held = steps.find((step) => step.state === 'in_hand' && holds(step, asking))
  if (!held) throw new Refusal('STEP_NOT_YOURS')
  if (held.decides.includes(decision)) return true
  await sendOn(within(tx, context), { dossierId: where.dossierId, stepId: held.id, by: where.by, note })
  const after = await openSteps(tx, context, where)
  return after.steps.some((step) => isActive(step) && step.decides.includes(decision))
}

/** A draft that goes back takes the step back with it, to where drafting began. */
export async function passBack(tx: Tx, context: Context, { reason, ...where }: Where & { reason: string }): Promise<void> {
  const { steps, asking } = await stepsInHand(tx, context, where)
  const held = steps.find((step) => step.state === 'in_hand' && holds(step, asking))
  const drafting = steps.find((step) => step.state === 'done' && step.decides.includes('draft') && step.turn < (held?.turn ?? 0))
  if (!held || !drafting) return
  await returnStep(within(tx, context), { dossierId: where.dossierId, stepId: held.id, by: where.by, toStepId: drafting.id, reason })
}
