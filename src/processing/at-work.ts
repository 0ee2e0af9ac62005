// What the officer's pages show of the internal process, read at once; and dossiers that have no steps yet get them first.
import { colleaguesAt, substitutesFor } from '../accounts/queries.ts'
import { type Actor, actsAs } from '../accounts/roles.ts'
import { agenciesOf } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { openDossierIds, reachOf } from '../dossiers/queries.ts'
import type { Dossier } from '../dossiers/store.ts'
import { followMove, isBehind } from './actions/follow-dossier.ts'
import { type Asking, holds, isActive, mayWork } from './lifecycle.ts'
import { consultationsOf, currentStepsOf, type Meeting, meetingsOf, withSteps } from './queries.ts'
import type { Consultation, Step } from './store.ts'

export type Colleague = Awaited<ReturnType<typeof colleaguesAt>>[number]
export type ProcessAtWork = {
  asking: Asking
  steps: Step[]
  /** In the hands of whoever asks, or of somebody they stand in for. */
  held: Step | undefined
  /** May be taken by whoever asks. */
  free: Step | undefined
  consultations: Consultation[]
  meetings: Meeting[]
  /** Who else could do the step at hand. */
  colleagues: Colleague[]
  /** Names by id, of everybody the page speaks of and could ask. */
  agencies: ReadonlyMap<string, { code: string; name: string; level: string }>
}

export async function readProcess(context: Context, dossier: Dossier, by: Actor): Promise<ProcessAtWork> {
  const { db } = context
  let steps = await currentStepsOf(db, dossier.id)
  // The job that plans comes a moment after the move; whoever opens the page first does not wait for it.
  if (isBehind(dossier, steps)) {
    await followMove(context, { dossierId: dossier.id })
    steps = await currentStepsOf(db, dossier.id)
  }
  const [consultations, meetings, agencies, away] = await Promise.all([
    consultationsOf(db, dossier.id),
    meetingsOf(db, dossier.id),
    agenciesOf(db),
    substitutesFor(db, by.id, context.now())
  ])
  const asking = { by, substituted: away.map(({ id }) => id) }
  const held = steps.find((step) => holds(step, asking))
  const free = steps.find((step) => step.state === 'in_pool' && mayWork(step, by))
  const given = held ?? (by.role === 'signer' ? steps.find((step) => isActive(step) && step.agencyId === by.agencyId) : undefined)
  const others = given ? await colleaguesAt(db, given.agencyId) : []
  return {
    asking,
    steps,
    held,
    free,
    consultations,
    meetings,
    colleagues: given ? others.filter(({ id, role }) => actsAs(role, given.role) && id !== given.assigneeId) : [],
    agencies: new Map(agencies.items.map(({ id, code, name, level }) => [id, { code, name, level }]))
  }
}

/** Dossiers accepted before there were steps, or a moment ago, come into the lists when somebody looks. */
export async function catchUp(context: Context, by: Actor): Promise<void> {
  const ids = await openDossierIds(context.db, reachOf(by))
  const known = await withSteps(context.db, ids)
  // Some at a time: nobody waits for the backlog of a whole department.
  for (const dossierId of ids.filter((id) => !known.has(id)).slice(0, 50)) await followMove(context, { dossierId })
}
