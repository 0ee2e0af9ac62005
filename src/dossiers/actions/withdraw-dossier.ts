// The citizen takes the dossier back, at any time before the result is signed.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { step } from '../lifecycle.ts'
import { saveMove } from '../store.ts'

export function withdrawDossier(context: Context, { dossierId, by, reason }: { dossierId: string; by: Actor; reason: string }) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'withdraw', by.role)
    const at = context.now()
    return saveMove(tx, dossier, { move, by, at, note: reason, changes: { finishedAt: at, dueAt: null } })
  })
}
