// The desk has signed for papers the post brought: this instant is the legal filing time (QĐ 45/2016 Đ7.4).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { lockOwn } from '../access.ts'
import { step } from '../lifecycle.ts'
import { type Dossier, saveMove } from '../store.ts'

/** Inside the transaction that records the arrival of the parcel. A second arrival changes nothing. */
export async function receivePapers(
  tx: Tx,
  context: Context,
  { dossierId, by, note }: { dossierId: string; by: Actor; note: string }
): Promise<Dossier> {
  const dossier = await lockOwn(tx, dossierId, by)
  // Withdrawn while the post held the papers: the desk signs for them all the same, and gives them back.
  if (dossier.receivedAt || dossier.state !== 'submitted') return dossier
  const move = step(dossier.state, 'receive_papers', by.role)
  const at = context.now()
  return saveMove(tx, dossier, { move, by, at, note, changes: { receivedAt: at } })
}
