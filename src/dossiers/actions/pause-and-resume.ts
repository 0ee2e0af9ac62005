// The clock stands still while a fee is awaited or a sector law lets the agency suspend; what was left of the time is kept.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { timeRulesOf } from '../../deadlines/queries.ts'
import { ruleFor } from '../../deadlines/rules.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { clockAfter, countDue } from '../clock.ts'
import { type MoveName, step } from '../lifecycle.ts'
import { type Dossier, saveMove } from '../store.ts'

type Paused = { dossierId: string; by: Actor; note: string }
type ClockMove = MoveName & ('request_payment' | 'confirm_payment' | 'suspend' | 'resume')

/** The law that lets the clock stand still, and until when; without one nothing is suspended. @throws Refusal SUSPENSION_NOT_ALLOWED */
async function suspensionLaw(tx: Tx, { procedureCode, sectorCode }: Dossier, at: Temporal.Instant) {
  const on = dayOf(at)
  const rule = ruleFor(await timeRulesOf(tx), 'suspension', { procedureCode, sectorCode, on })
  if (!rule) throw new Refusal('SUSPENSION_NOT_ALLOWED', { procedureCode, sectorCode })
  const until = rule.amount === null ? null : on.add({ days: rule.amount }).toString()
  return { article: rule.article, certainty: rule.certainty, until }
}

/** Inside a transaction that holds the dossier. */
async function moveClock(tx: Tx, context: Context, dossier: Dossier, name: ClockMove, { by, note }: Omit<Paused, 'dossierId'>) {
  const move = step(dossier.state, name, by.role)
  const facts = name === 'suspend' ? await suspensionLaw(tx, dossier, context.now()) : {}
  requireFields({ note: note.trim() || move.clock === 'resume' ? undefined : 'REASON_REQUIRED' })
  const at = context.now()
  const clock = clockAfter(dossier.clock, move.clock, at)
  const due = await countDue(tx, { ...dossier, clock })
  return saveMove(tx, dossier, { move, by, at, note, facts, changes: { clock, dueAt: due?.dueAt ?? null } })
}

function changeClock(name: ClockMove) {
  return (context: Context, { dossierId, by, note }: Paused) =>
    context.db.transaction(async (tx) => moveClock(tx, context, await lockOwn(tx, dossierId, by), name, { by, note }))
}

export const requestPayment = changeClock('request_payment')
export const suspendDossier = changeClock('suspend')
export const resumeDossier = changeClock('resume')

/** In the commit that books the money: the dossier goes on if, and only if, it was paid. */
export const confirmPaid = (tx: Tx, context: Context, dossier: Dossier, paid: Omit<Paused, 'dossierId'>) =>
  moveClock(tx, context, dossier, 'confirm_payment', paid)
