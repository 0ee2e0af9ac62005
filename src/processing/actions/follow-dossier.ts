// The steps follow the dossier: planned when it is accepted, shifted when its due time moved, paused with its clock, ended with it.
// Everything is told by the dossier and its steps as they are now, so it may be done any number of times, early or late.
import { systemActor } from '../../accounts/roles.ts'
import { findAgency, getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { movesOf, papersOf } from '../../dossiers/queries.ts'
import { type Dossier, lockDossier, placeDossier } from '../../dossiers/store.ts'
import type { AfterMove } from '../../jobs/names.ts'
import { stepsOf } from '../../procedures/queries.ts'
import { forwardBy } from '../forwarding.ts'
import { isActive, isOver } from '../lifecycle.ts'
import { planSteps, shiftSteps } from '../plan.ts'
import { allStepsOf, consultationsOf } from '../queries.ts'
import {
  addHandOvers,
  dropForwardings,
  insertForwarding,
  insertSteps,
  markForwarded,
  receiveHandOvers,
  type Step,
  updateStep
} from '../store.ts'
import type { ForwardWay } from '../types.ts'

export type Followed = { dossier: Dossier; steps: Step[] }

/** Inside a transaction that holds the dossier. @returns the steps of the cycle that counts now */
export async function followDossier(tx: Tx, context: Context, dossier: Dossier): Promise<Followed> {
  const cycle = cycleOf(dossier)
  if (cycle === 0) return { dossier, steps: [] }
  const all = await allStepsOf(tx, dossier.id)
  for (const step of all) if (step.cycle < cycle && !isOver(step)) await updateStep(tx, step, { state: 'skipped', pausedAt: null })
  let steps = all.filter((step) => step.cycle === cycle)
  if (steps.length === 0 && !dossier.finishedAt) steps = await begin(tx, dossier, cycle)
  if (steps.length === 0) return { dossier, steps }
  if (dossier.finishedAt) {
    await dropForwardings(tx, dossier.id)
    return { dossier, steps: await end(tx, dossier, steps) }
  }
  steps = await keepTime(tx, context, dossier, steps)
  steps = await nameTaker(tx, context, dossier, steps)
  return { dossier: await share(tx, context, dossier, steps), steps }
}

/** Whether the steps say something else than the dossier. */
export function isBehind(dossier: Dossier, steps: readonly Step[]): boolean {
  const cycle = cycleOf(dossier)
  if (cycle === 0) return false
  if (steps.length === 0 || steps[0]!.cycle < cycle) return !dossier.finishedAt
  if (steps.every(isOver)) return false
  if (dossier.finishedAt) return true
  const last = steps.at(-1)!
  const isMoved = dossier.dueAt !== null && !last.dueAt?.equals(dossier.dueAt)
  const isPaused = pausing.includes(dossier.state) !== (last.pausedAt !== null)
  return isMoved || isPaused || (dossier.state !== 'accepted' && dossier.officerId !== null && steps[0]!.state === 'in_pool')
}

/** The job after a move. */
export async function followMove(context: Context, { dossierId }: Pick<AfterMove, 'dossierId'>): Promise<void> {
  await context.db.transaction(async (tx) => followDossier(tx, context, await lockDossier(tx, dossierId)))
}

const begins = ({ kind }: { kind: string }) => kind === 'received' || kind === 'restarted'
const cycleOf = ({ clock }: Dossier) => clock.filter(begins).length

/** Paper travels; a dossier with any of it is a paper dossier. */
async function isOnPaper(tx: Tx, { id, channel }: Dossier): Promise<boolean> {
  return channel !== 'online' || (await papersOf(tx, id)).some(({ given }) => given !== 'file')
}

/** The agency of a step; a ward of today has no district above it, and what stood there is the agency's own. */
async function agencyOf(tx: Tx, dossier: Dossier, code: string): Promise<string> {
  if (code === 'own') return dossier.agencyId
  if (code !== 'parent') return (await findAgency(tx, code))?.id ?? dossier.agencyId
  return (await getAgencyById(tx, dossier.agencyId)).parentId ?? dossier.agencyId
}

async function begin(tx: Tx, dossier: Dossier, cycle: number): Promise<Step[]> {
  const { id, agencyId, procedureCode, sectorCode, dueAt } = dossier
  const calendar = await workingCalendarOf(tx, agencyId)
  const startAt = Temporal.Instant.from(dossier.clock.findLast(begins)!.at)
  const acceptedAt = cycle === 1 ? (dossier.acceptedAt ?? startAt) : startAt
  const onPaper = await isOnPaper(tx, dossier)
  const templates = await stepsOf(tx, dossier.procedureVersionId)
  const rows = []
  for (const { agency, share: part, ...step } of planSteps(templates, { startAt, dueAt, calendar, onPaper })) {
    const first = step.turn === 1
    rows.push({
      ...step,
      share: part,
      dossierId: id,
      cycle,
      agencyId: await agencyOf(tx, dossier, agency),
      procedureCode,
      sectorCode,
      state: first ? ('in_pool' as const) : ('waiting' as const),
      enteredAt: first ? acceptedAt : null
    })
  }
  const steps = await insertSteps(tx, rows)
  await insertForwarding(tx, {
    ...{ dossierId: id, cycle, agencyId, procedureCode, sectorCode, acceptedAt },
    forwardBy: forwardBy(calendar, acceptedAt)
  })
  if (!onPaper) await forward(tx, dossier, { steps, way: 'electronic', at: acceptedAt, by: await acceptorOf(tx, dossier) })
  return steps
}

/** Who took it in; an applicant who completed it set it going without the desk. */
async function acceptorOf(tx: Tx, { id }: Dossier): Promise<string> {
  const move = (await movesOf(tx, id)).findLast(({ name }) => name === 'accept' || name === 'supplement_again')
  return move?.name === 'accept' ? move.actorName : systemActor.name
}

type Forward = { steps: readonly Step[]; way: ForwardWay; at: Temporal.Instant; by: string }

/** It leaves the desk, once in each cycle. @returns false when it had left before */
export async function forward(tx: Tx, dossier: Dossier, { steps, way, at, by }: Forward): Promise<boolean> {
  const first = steps.filter(({ turn }) => turn === 1)
  const cycle = first[0]?.cycle ?? 0
  const dueAt = await markForwarded(tx, { dossierId: dossier.id, cycle, at, by, way })
  if (!dueAt) return false
  await addHandOvers(
    tx,
    dossier.id,
    first.map((step) => ({
      ...{ dossierId: dossier.id, cycle, kind: 'forward' as const, stepId: step.id, task: step.name.vi, givenAt: at, dueAt },
      ...{ fromAgencyId: dossier.agencyId, fromName: by, toAgencyId: step.agencyId },
      ...(step.takenAt && { toName: step.assigneeName ?? '', takenAt: at })
    }))
  )
  return true
}

const pausing: readonly Dossier['state'][] = ['awaiting_supplement', 'awaiting_payment', 'suspended']

/** Stopped and moved with the dossier's clock. */
async function keepTime(tx: Tx, context: Context, dossier: Dossier, steps: Step[]): Promise<Step[]> {
  const isPaused = pausing.includes(dossier.state)
  const { dueAt } = dossier
  const calendar = await workingCalendarOf(tx, dossier.agencyId)
  const open = steps.map((step) => ({ ...step, isOpen: !isOver(step) }))
  // An older dossier whose plan began while its clock stood still gets its times when there is a date again.
  const unplanned = dueAt && steps.every((step) => step.dueAt === null)
  const timed = unplanned
    ? planSteps(open, { startAt: context.now(), dueAt, calendar, onPaper: new Set(steps.map(({ turn }) => turn)).size === steps.length })
    : dueAt
      ? shiftSteps(open, { dueAt, calendar })
      : open
  const kept: Step[] = []
  for (const [i, step] of steps.entries()) {
    const due = timed[i]!.dueAt
    const pausedAt = isPaused && !isOver(step) ? (step.pausedAt ?? context.now()) : null
    const isSame = (due === step.dueAt || (due && step.dueAt?.equals(due))) && (pausedAt === null) === (step.pausedAt === null)
    kept.push(isSame ? step : await updateStep(tx, step, { dueAt: due, pausedAt }))
  }
  return kept
}

/** Taken up by the dossier's own move, without a word to the process: the first step is in that officer's hands. */
async function nameTaker(tx: Tx, context: Context, dossier: Dossier, steps: Step[]): Promise<Step[]> {
  const first = steps.find(({ turn, state }) => turn === 1 && state === 'in_pool')
  if (!first || dossier.state === 'accepted' || !dossier.officerId) return steps
  const took = (await movesOf(tx, dossier.id)).findLast(({ name }) => name === 'take')
  const at = took?.at ?? context.now()
  const taken = await takeInHand(tx, dossier, { step: first, steps, who: { id: dossier.officerId, name: dossier.officerName ?? '' }, at })
  return steps.map((step) => (step.id === taken.id ? taken : step))
}

type Taking = { step: Step; steps: readonly Step[]; who: { id: string; name: string }; at: Temporal.Instant }

/** Somebody has it now, and with it whatever was on its way to them. */
export async function takeInHand(tx: Tx, dossier: Dossier, { step, steps, who, at }: Taking): Promise<Step> {
  const taken = await updateStep(tx, step, { state: 'in_hand', assigneeId: who.id, assigneeName: who.name, takenAt: at })
  if (step.turn === 1) await forward(tx, dossier, { steps, way: 'taken', at, by: await acceptorOf(tx, dossier) })
  await receiveHandOvers(tx, { stepId: step.id, kinds: ['forward', 'send'], toName: who.name, at })
  return taken
}

const decisions = { approve: 'approve', refuse_on_merit: 'refuse' } as const

/** The dossier ended: with a decision in the step at hand, or without one. */
async function end(tx: Tx, dossier: Dossier, steps: Step[]): Promise<Step[]> {
  if (steps.every(isOver)) return steps
  const moves = await movesOf(tx, dossier.id)
  const made = moves.findLast(({ name }) => name in decisions)
  const inHand = steps.filter(({ state }) => state === 'in_hand')
  const deciding = made && (inHand.find(({ decides }) => decides.includes('approve')) ?? inHand[0])
  const ended: Step[] = []
  for (const step of steps) {
    if (isOver(step)) ended.push(step)
    else if (step === deciding) {
      const decision = decisions[made!.name as keyof typeof decisions]
      ended.push(await updateStep(tx, step, { state: 'done', finishedAt: made!.at, decision, outcome: made!.note, pausedAt: null }))
    } else ended.push(await updateStep(tx, step, { state: 'skipped', pausedAt: null }))
  }
  if (made) {
    const step = deciding ?? steps.at(-1)!
    const given = { fromAgencyId: dossier.agencyId, fromName: made.actorName, toAgencyId: dossier.agencyId, givenAt: made.at }
    const about = { dossierId: dossier.id, cycle: step.cycle, kind: 'decide' as const, task: 'Trả kết quả', note: made.note }
    await addHandOvers(tx, dossier.id, [{ ...about, ...given, dueAt: dossier.dueAt }])
  }
  return ended
}

/** Other agencies see the dossier from the moment it reaches them, and go on seeing what they took part in. */
async function share(tx: Tx, context: Context, dossier: Dossier, steps: readonly Step[]): Promise<Dossier> {
  const reached = steps.filter((step) => isActive(step) || step.state === 'done' || step.state === 'returned').map((step) => step.agencyId)
  const asked = (await consultationsOf(tx, dossier.id)).map(({ toAgencyId }) => toAgencyId)
  const taking = [...new Set([...dossier.sharedWith, ...reached, ...asked])].filter((id) => id !== dossier.agencyId)
  return taking.length === dossier.sharedWith.length ? dossier : placeDossier(tx, dossier, { sharedWith: taking, at: context.now() })
}
