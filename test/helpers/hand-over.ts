// A result handed over as far as the dossier's own life goes: without the counter's signature, cash and originals, which src/counters asks for.
import type { Actor } from '../../src/accounts/roles.ts'
import type { Context } from '../../src/context.ts'
import { lockOwn } from '../../src/dossiers/access.ts'
import { step } from '../../src/dossiers/lifecycle.ts'
import { saveMove } from '../../src/dossiers/store.ts'

type HandOver = { dossierId: string; by: Actor; check: { paper: string; last4: string; receiver: string; relation: string } }

export function handOverAtDesk(context: Context, { dossierId, by, check }: HandOver) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'hand_over', by.role)
    const at = context.now()
    return saveMove(tx, dossier, { move, by, at, facts: check, changes: { returnedAt: at } })
  })
}
