// The life of one step of the internal process: where it may go next, whose it is, and who may do what in it.
import { type Actor, actsAs } from '../accounts/roles.ts'
import type { Words } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { StepDecision, StepRole } from '../procedures/steps.ts'

/**
 * waiting: others come first; in_pool: anybody of its role at its agency may take it; in_hand: somebody has it; done; returned: sent
 * back to an earlier step and waiting to come again; skipped: the dossier ended, or began anew, before it was reached.
 */
export const stepStates = ['waiting', 'in_pool', 'in_hand', 'done', 'returned', 'skipped'] as const
export type StepState = (typeof stepStates)[number]

export const stepStateWords: Record<StepState, Words> = {
  waiting: { vi: 'Chưa đến lượt', en: 'Not yet' },
  in_pool: { vi: 'Chờ người nhận', en: 'To be taken' },
  in_hand: { vi: 'Đang làm', en: 'In hand' },
  done: { vi: 'Xong', en: 'Done' },
  returned: { vi: 'Đã trả lại bước trước', en: 'Returned to an earlier step' },
  skipped: { vi: 'Không phải làm', en: 'Not needed' }
}

/** What people do with a step, and from which state. */
export const stepMoves = {
  enter: { from: ['waiting', 'returned'], to: 'in_pool' },
  take: { from: ['in_pool'], to: 'in_hand' },
  assign: { from: ['in_pool', 'in_hand'], to: 'in_hand' },
  finish: { from: ['in_hand'], to: 'done' },
  send_back: { from: ['in_hand'], to: 'returned' },
  reopen: { from: ['done'], to: 'in_hand' },
  wait_again: { from: ['in_pool', 'in_hand', 'done', 'returned'], to: 'waiting' },
  skip: { from: ['waiting', 'in_pool', 'in_hand', 'returned'], to: 'skipped' }
} as const satisfies Record<string, { from: readonly StepState[]; to: StepState }>
export type StepMove = keyof typeof stepMoves

/** @throws Refusal STEP_MOVED_ON: somebody was quicker, or the page is old */
export function stepAfter(state: StepState, move: StepMove): StepState {
  const { from, to } = stepMoves[move]
  if (!(from as readonly StepState[]).includes(state)) throw new Refusal('STEP_MOVED_ON')
  return to
}

export const isActive = ({ state }: { state: StepState }): boolean => state === 'in_pool' || state === 'in_hand'
export const isOver = ({ state }: { state: StepState }): boolean => state === 'done' || state === 'skipped'

/** As much of a step as says who may do what in it. */
export type Held = { state: StepState; role: StepRole; agencyId: string; assigneeId: string | null; decides: readonly StepDecision[] }
/** Who asks: `substituted` are the colleagues whose work this person does now. */
export type Asking = { by: Actor; substituted: readonly string[] }

/** The head answers for what officers do; an officer's word is not the head's. */
export const mayWork = ({ role, agencyId }: Pick<Held, 'role' | 'agencyId'>, by: Actor): boolean =>
  by.agencyId === agencyId && actsAs(by.role, role)

/** In hand: the one who has it, whoever stands in for them, or the head of the agency. */
export function holds(step: Held, { by, substituted }: Asking): boolean {
  if (step.state !== 'in_hand' || by.agencyId !== step.agencyId) return false
  if (step.assigneeId === by.id) return true
  if (step.assigneeId !== null && substituted.includes(step.assigneeId)) return true
  return by.role === 'signer'
}

/** The step in which somebody may decide this now, if there is one. */
export const stepToDecide = <Step extends Held>(steps: readonly Step[], decision: StepDecision, asking: Asking): Step | undefined =>
  steps.find((step) => holds(step, asking) && step.decides.includes(decision))

/** The question of a page: is the button there? */
export const mayDecide = (steps: readonly Held[], decision: StepDecision, asking: Asking): boolean =>
  stepToDecide(steps, decision, asking) !== undefined

/** Another office is asked with a deadline of its own (NĐ 61/2018 Đ19.5): still to come, and not after the day the answer is needed for. */
export const answerFits = (
  answerBy: Temporal.Instant | undefined,
  { at, dossierDueAt }: { at: Temporal.Instant; dossierDueAt: Temporal.Instant | null }
): answerBy is Temporal.Instant =>
  answerBy !== undefined &&
  Temporal.Instant.compare(answerBy, at) > 0 &&
  (!dossierDueAt || Temporal.Instant.compare(answerBy, dossierDueAt) <= 0)
