// The result reaches its owner by the post or as a file; over the counter it is counters/actions/hand-out.ts.
import { systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { step } from '../lifecycle.ts'
import { lockDossier, saveMove } from '../store.ts'

/** Inside the transaction that closes the parcel. A second confirmation changes nothing. */
export async function returnByPost(tx: Tx, context: Context, { dossierId, note }: { dossierId: string; note: string }) {
  const dossier = await lockDossier(tx, dossierId)
  if (dossier.state === 'returned') return dossier
  const move = step(dossier.state, 'deliver', systemActor.role)
  const at = context.now()
  return saveMove(tx, dossier, { move, by: systemActor, at, note, changes: { returnedAt: at } })
}

/** The citizen can download it from now on. A second release changes nothing. */
export function releaseElectronically(context: Context, { dossierId }: { dossierId: string }) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockDossier(tx, dossierId)
    if (dossier.state === 'returned') return dossier
    const move = step(dossier.state, 'release', systemActor.role)
    const at = context.now()
    return saveMove(tx, dossier, { move, by: systemActor, at, changes: { returnedAt: at } })
  })
}
