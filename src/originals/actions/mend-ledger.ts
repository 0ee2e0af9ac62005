// What a person writes into the ledger by hand, each with a reason: an original nobody listed, one that never was, one that is lost or found, what becomes of one.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { checkOwn } from '../../dossiers/access.ts'
import { requireFields } from '../../dossiers/application.ts'
import { lockDossier } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isSame, mayGive } from '../custody.ts'
import { codeOf } from '../rules.ts'
import { insertOriginal, lockOriginal, saveAct } from '../store.ts'
import type { Original } from '../table.ts'
import type { Fate, Holder } from '../types.ts'
import { sideOf } from './hand-over.ts'

type ByHand = { originalId: string; reason: string; by: Actor }

const requireReason = (reason: string) => requireFields({ reason: reason.trim() ? undefined : 'REASON_REQUIRED' })

/** Whoever may give it away may also write about it. @throws Refusal ORIGINAL_NOT_YOURS */
function requireMine(original: Original, by: Actor): void {
  if (!mayGive(original.holder, by)) throw new Refusal('ORIGINAL_NOT_YOURS', { code: original.code })
}

type Added = { id: string; dossierId: string; name: string; form: 'original' | 'certified_copy'; reason: string; by: Actor }

/** `id` is the form's own: a second press meets the first one's row. */
export function addOriginal(context: Context, { id, dossierId, name, form, reason, by }: Added): Promise<void> {
  return context.db.transaction(async (tx) => {
    const dossier = await lockDossier(tx, dossierId)
    checkOwn(dossier, by)
    requireFields({ name: name.trim() ? undefined : 'REQUIRED', reason: reason.trim() ? undefined : 'REASON_REQUIRED' })
    const at = context.now()
    await insertOriginal(
      tx,
      {
        id,
        code: codeOf(id),
        dossierId,
        dossierCode: dossier.code ?? '',
        agencyId: dossier.agencyId,
        procedureCode: dossier.procedureCode,
        sectorCode: dossier.sectorCode,
        name: name.trim(),
        form,
        registeredAt: at
      },
      // In the hands of whoever writes: nobody signs for anybody else.
      { by, at, way: 'hand', reason, to: await sideOf(tx, by) }
    )
  })
}

const mend = (context: Context, { originalId, reason }: ByHand, work: (tx: Tx, original: Original) => Promise<Original>) =>
  context.db.transaction(async (tx) => {
    const original = await lockOriginal(tx, originalId)
    requireReason(reason)
    return work(tx, original)
  })

/** Written down by mistake: it leaves the ledger, its history stays. A head's word: whoever lost one does not strike it out. */
export const removeOriginal = (context: Context, act: ByHand) =>
  mend(context, act, (tx, original) => {
    requireMine(original, act.by)
    if (!actsAs(act.by.role, 'supervisor', 'signer')) throw new Refusal('NOT_YOURS_TO_DO', { role: act.by.role })
    return saveAct(tx, original, {
      kind: 'removed',
      by: act.by,
      at: context.now(),
      way: 'hand',
      reason: act.reason,
      to: { kind: 'removed' }
    })
  })

/** To be surrendered, or given back at once after copying. */
export const decideFate = (context: Context, { fate, ...act }: ByHand & { fate: Fate }) =>
  mend(context, act, (tx, original) => {
    requireMine(original, act.by)
    return saveAct(tx, original, { kind: 'kept', by: act.by, at: context.now(), way: 'hand', reason: act.reason, fate })
  })

/** `last`: who had it, by name. The report names people, so that somebody looks. */
export const reportLost = (context: Context, { last, ...act }: ByHand & { last: string }) =>
  mend(context, act, (tx, original) => {
    requireFields({ last: last.trim() ? undefined : 'NAME_REQUIRED' })
    requireMine(original, act.by)
    const to: Holder = { kind: 'lost', last: last.trim() }
    return saveAct(tx, original, { kind: 'lost', by: act.by, at: context.now(), way: 'hand', reason: act.reason, to })
  })

/** Whoever finds it has it: the clerk's desk, the officer. */
export const reportFound = (context: Context, act: ByHand) =>
  mend(context, act, async (tx, original) => {
    if (original.agencyId !== act.by.agencyId) throw new Refusal('ORIGINAL_NOT_YOURS', { code: original.code })
    const to = await sideOf(tx, act.by)
    return saveAct(tx, original, { kind: 'found', by: act.by, at: context.now(), way: 'hand', reason: act.reason, to })
  })

/** From the desk to a place in the cupboard, and from there to another: the shelf's label is scanned after the paper's, which are the two sides. */
export function shelve(context: Context, { originalId, place, by }: { originalId: string; place: string; by: Actor }): Promise<Original> {
  return context.db.transaction(async (tx) => {
    const original = await lockOriginal(tx, originalId)
    requireFields({ place: place.trim() ? undefined : 'REQUIRED' })
    requireMine(original, by)
    const { holder } = original
    if (holder.kind !== 'desk' && holder.kind !== 'shelf') throw new Refusal('ORIGINAL_NOT_YOURS', { code: original.code })
    const to = { ...holder, kind: 'shelf' as const, place: place.trim() }
    if (isSame(holder, to)) return original
    const at = context.now()
    const offered = await saveAct(tx, original, { kind: 'offered', by, at, way: 'scan', to })
    return saveAct(tx, offered, { kind: 'confirmed', by, at, way: 'scan' })
  })
}
