// A step is done: its work goes to the next, which may be at another agency or at several at once; or back to an earlier one, with the reason.
import type { Actor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { requireFields } from '../../dossiers/application.ts'
import { type Dossier, placeDossier } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { offerOriginals } from '../../originals/actions/offer-originals.ts'
import { isActive, isOver, stepAfter } from '../lifecycle.ts'
import { addHandOvers, type NewHandOver, type Step, updateStep } from '../store.ts'
import { type AtHand, workOn } from './in-step.ts'

type Sending = { dossierId: string; stepId: string; by: Actor; note: string }

/** Another agency's step is an opinion: what it found must be said. */
const saysNothing = ({ step, dossier }: AtHand, note: string) => step.agencyId !== dossier.agencyId && note.trim() === ''

export function sendOn(context: Context, { dossierId, stepId, by, note }: Sending): Promise<void> {
  return workOn(context, { dossierId, by, stepId }, async (hand) => {
    const { tx, dossier, steps, step, at } = hand
    const lastTurn = Math.max(...steps.map(({ turn }) => turn))
    if (step.turn === lastTurn) throw new Refusal('STEP_IS_LAST')
    requireFields({ note: saysNothing(hand, note) ? 'REQUIRED' : undefined })
    const done = await updateStep(tx, step, { state: stepAfter(step.state, 'finish'), finishedAt: at, outcome: note })
    const after = steps.map((one) => (one.id === done.id ? done : one))
    const next = nextOf(after, done.turn)
    await addHandOvers(
      tx,
      dossierId,
      next.map((to) => given(done, to, { kind: 'send', by, at, note }))
    )
    // Whoever comes last opens the way: before that the next step waits for the others.
    if (after.every((one) => one.turn !== done.turn || isOver(one))) for (const to of next) await enter(tx, dossier, to, at)
    for (const agencyId of new Set(next.map((to) => to.agencyId)))
      if (agencyId !== done.agencyId)
        await offerOriginals(tx, context, { dossierId, to: await deskAt(tx, agencyId), by, note: done.name.vi })
    return { action: 'step_send', facts: { note }, result: undefined }
  })
}

/** Papers travel from desk to desk, and the hand-over stands in the ledger of originals (NĐ 61/2018 Đ19.6–19.7). */
const deskAt = async (tx: Tx, agencyId: string) => ({
  kind: 'desk' as const,
  agencyId,
  agencyName: (await getAgencyById(tx, agencyId)).name
})

/** The steps of the nearest turn after this one that are still to be done. */
function nextOf(steps: readonly Step[], turn: number): Step[] {
  const later = steps.filter((one) => one.turn > turn && !isOver(one))
  const nearest = Math.min(...later.map((one) => one.turn))
  // Of steps side by side one may have come back while the other goes on: who has it still is not given it again.
  return later.filter((one) => one.turn === nearest && !isActive(one))
}

type Given = { kind: NewHandOver['kind']; by: Actor; at: Temporal.Instant; note: string }
const given = (from: Step, to: Step, { kind, by, at, note }: Given): NewHandOver => ({
  ...{ dossierId: from.dossierId, cycle: from.cycle, kind, stepId: to.id, task: to.name.vi, givenAt: at, dueAt: from.dueAt, note },
  ...{ fromAgencyId: from.agencyId, fromName: by.name, toAgencyId: to.agencyId }
})

/** Into the pool of its agency; who had it before has it again. */
async function enter(tx: Tx, dossier: Dossier, step: Step, at: Temporal.Instant): Promise<void> {
  const isOwn = step.agencyId === dossier.agencyId
  await updateStep(tx, step, { state: stepAfter(step.state, 'enter'), enteredAt: at, takenAt: null })
  if (isOwn) await placeDossier(tx, dossier, { officerId: null, officerName: null, at })
}

/**
 * To a step that was done before, into the hands of whoever did it. What lies between is to be done again; others of the same stage go
 * on with theirs. No due time moves by it (plan.ts).
 */
export function returnStep(
  context: Context,
  { dossierId, stepId, by, toStepId, reason }: Omit<Sending, 'note'> & { toStepId: string; reason: string }
): Promise<void> {
  return workOn(context, { dossierId, by, stepId }, async ({ tx, dossier, steps, step, at }) => {
    const to = steps.find(({ id }) => id === toStepId)
    requireFields({
      toStepId: to && to.turn < step.turn && to.state === 'done' ? undefined : 'STEP_REQUIRED',
      reason: reason.trim() ? undefined : 'REASON_REQUIRED'
    })
    const target = to!
    await updateStep(tx, step, { state: stepAfter(step.state, 'send_back'), outcome: reason })
    for (const between of steps)
      if (between.turn > target.turn && between.turn < step.turn && between.state === 'done')
        await updateStep(tx, between, { state: stepAfter(between.state, 'wait_again'), finishedAt: null })
    await updateStep(tx, target, { state: stepAfter(target.state, 'reopen'), finishedAt: null, enteredAt: at, takenAt: at })
    if (target.agencyId !== step.agencyId)
      await offerOriginals(tx, context, { dossierId, to: await deskAt(tx, target.agencyId), by, note: reason })
    const row = given(step, target, { kind: 'return', by, at, note: reason })
    await addHandOvers(tx, dossierId, [{ ...row, toName: target.assigneeName ?? '', takenAt: at }])
    if (target.agencyId === dossier.agencyId)
      await placeDossier(tx, dossier, { officerId: target.assigneeId, officerName: target.assigneeName, at })
    return { action: 'step_return', facts: { to: target.name.vi, reason }, result: undefined }
  })
}
