// Originals go home with the result: the clerk gives, the citizen signs, in the transaction that hands the result out (NĐ 61/2018 Đ20).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { getDossier } from '../../dossiers/queries.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mayGive } from '../custody.ts'
import { lockOriginalsOfDossier, saveAct } from '../store.ts'
import type { Original } from '../table.ts'
import type { Recipient, Signature } from '../types.ts'
import { registerOriginals } from './register.ts'

export type GivenTo = { name: string; relation?: string; idLast4?: string; signatureFileId?: string }
type Back = { dossierId: string; ids: readonly string[]; by: Actor; receiver: GivenTo }

export const signatureOfReceiver = ({ name, relation, idLast4, signatureFileId }: GivenTo): Signature => ({
  name,
  ...(relation && { relation }),
  ...(idLast4 && { idLast4 }),
  ...(signatureFileId ? { fileId: signatureFileId } : { onPaper: true })
})

/** Both sides in one act. An id given twice, or given back before, changes nothing. @throws Refusal ORIGINAL_NOT_YOURS, ORIGINAL_ON_ITS_WAY */
export async function giveBackOriginals(tx: Tx, context: Context, { dossierId, ids, by, receiver }: Back) {
  await registerOriginals(tx, context, await getDossier(tx, dossierId))
  const at = context.now()
  const to: Recipient = { kind: 'citizen', name: receiver.name }
  const given: Pick<Original, 'id' | 'code' | 'name'>[] = []
  for (const original of await lockOriginalsOfDossier(tx, dossierId)) {
    // What the agency keeps is decided in the ledger, not by a tick.
    if (!ids.includes(original.id) || original.holderKind === 'citizen' || original.fate === 'retained') continue
    if (!mayGive(original.holder, by)) throw new Refusal('ORIGINAL_NOT_YOURS', { code: original.code })
    const offered = await saveAct(tx, original, { kind: 'offered', by, at, way: 'scan', to })
    await saveAct(tx, offered, { kind: 'confirmed', by, at, way: 'signature', signature: signatureOfReceiver(receiver) })
    given.push({ id: original.id, code: original.code, name: original.name })
  }
  return given
}
