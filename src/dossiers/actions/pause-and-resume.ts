// The clock stands still while a fee is awaited or a sector law lets the agency suspend; what was left of the time is kept.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { clockAfter, countDue } from '../clock.ts'
import { type MoveName, step } from '../lifecycle.ts'
import { saveMove } from '../store.ts'

type Paused = { dossierId: string; by: Actor; note: string }

function changeClock(name: MoveName & ('request_payment' | 'confirm_payment' | 'suspend' | 'resume')) {
  return (context: Context, { dossierId, by, note }: Paused) =>
    context.db.transaction(async (tx) => {
      const dossier = await lockOwn(tx, dossierId, by)
      const move = step(dossier.state, name, by.role)
      requireFields({ note: note.trim() || move.clock === 'resume' ? undefined : 'REASON_REQUIRED' })
      const at = context.now()
      const clock = clockAfter(dossier.clock, move.clock, at)
      const due = await countDue(tx, { ...dossier, clock })
      return saveMove(tx, dossier, { move, by, at, note, changes: { clock, dueAt: due?.dueAt ?? null } })
    })
}

export const requestPayment = changeClock('request_payment')
export const confirmPayment = changeClock('confirm_payment')
export const suspendDossier = changeClock('suspend')
export const resumeDossier = changeClock('resume')
