// The result reaches its owner: over the counter against an identity paper, by the post, or as a file.
import type { Actor } from '../../accounts/roles.ts'
import { systemActor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { step } from '../lifecycle.ts'
import { type Dossier, lockDossier, saveMove } from '../store.ts'

/** What the clerk saw before giving the result away; only the end of the number is kept. */
export type IdentityCheck = { paper: string; last4: string; receiver: string; relation: string }

/** `isHere` throws when the result is on its way to somebody. */
type HandOver = { dossierId: string; by: Actor; check: IdentityCheck; isHere?: (tx: Tx, dossier: Dossier) => Promise<void> }

/** NĐ 61/2018 Đ6.2b: the receipt and, for somebody else, the authorisation are shown. @throws Refusal IDENTITY_CHECK_NEEDED */
export function handOverAtDesk(context: Context, { dossierId, by, check, isHere }: HandOver) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'hand_over', by.role)
    // Asked while the dossier is held: nobody sends the result off between the question and the answer.
    await isHere?.(tx, dossier)
    if (!check.paper || !/^\d{4}$/.test(check.last4)) throw new Refusal('IDENTITY_CHECK_NEEDED', { fields: { last4: 'REQUIRED' } })
    requireFields({ receiver: check.receiver.trim() ? undefined : 'NAME_REQUIRED' })
    const at = context.now()
    return saveMove(tx, dossier, { move, by, at, facts: check, changes: { returnedAt: at } })
  })
}

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
