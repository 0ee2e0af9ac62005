// A clerk (or an officer, where no agency is known) has looked into what did not add up, gave money back where it was ours to give, and says how.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { requireFields } from '../../dossiers/application.ts'
import { lockDossier } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findEntry } from '../queries.ts'
import { answersTo, maySettle } from '../rules.ts'
import { addEntry, closeOrder, isAnswered, lockEntry, lockOrder } from '../store.ts'

/** @throws Refusal PAYMENT_ENTRY_NOT_FOUND, PAYMENT_ENTRY_ANSWERED, FORM_INCOMPLETE without a word of how */
export function settleMismatch(context: Context, { entryId, by, note }: { entryId: string; by: Actor; note: string }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const seen = await findEntry(tx, entryId)
    if (seen?.kind !== 'mismatch' || !maySettle(seen, by)) throw new Refusal('PAYMENT_ENTRY_NOT_FOUND')
    if (seen.dossierId) await lockDossier(tx, seen.dossierId)
    const entry = (await lockEntry(tx, entryId))!
    if (await isAnswered(tx, entryId)) throw new Refusal('PAYMENT_ENTRY_ANSWERED')
    requireFields({ note: note.trim() ? undefined : 'REASON_REQUIRED' })
    const base = {
      dossierId: entry.dossierId,
      agencyId: entry.agencyId,
      orderId: entry.orderId,
      way: entry.way,
      facts: { note: note.trim().slice(0, 500) },
      at: context.now(),
      actorId: by.id,
      actorName: by.name
    }
    for (const { kind, refersTo, amount } of answersTo(entry)) {
      if (await isAnswered(tx, refersTo)) continue
      await addEntry(tx, { ...base, kind, refersTo, amount, key: `${kind}:${refersTo}` })
    }
    // The clerk knows what the bank decided; the citizen may pay again.
    const isHeld = entry.reason === 'held' && entry.orderId && (await lockOrder(tx, entry.orderId)).state === 'held'
    if (isHeld) await closeOrder(tx, entry.orderId!, 'failed', context.now())
  })
}
