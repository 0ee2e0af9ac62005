// An officer takes an accepted dossier from the tray: from now on it has a name on it.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { step } from '../lifecycle.ts'
import { saveMove } from '../store.ts'

export function takeDossier(context: Context, { dossierId, by }: { dossierId: string; by: Actor }) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'take', by.role)
    return saveMove(tx, dossier, { move, by, at: context.now(), changes: { officerId: by.id, officerName: by.name } })
  })
}
