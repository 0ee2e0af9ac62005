// A signer orders up to fifty drafts to be signed, with one deliberate act. The web process holds no key: the order is kept, the worker signs.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { saveAct } from '../../dossiers/store.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { stepDraft } from '../lifecycle.ts'
import { itemsOfBatch } from '../queries.ts'
import { mostInBatch } from '../rules.ts'
import { insertBatch, insertItems, lockItem, saveStep, settleItem } from '../store.ts'
import { holdDraft } from './draft-result.ts'
import { requireDeciding } from './in-process.ts'

export type Left = { draftId: string; refusal: Refusal }
type Order = {
  batchId: string
  draftIds: readonly string[]
  by: Actor
  title: string
  /** The revision of each draft that was on the page: what was put under it afterwards nobody has read. */
  seen?: ReadonlyMap<string, number>
}

/**
 * What may be signed is ordered; what may not (drafted by the signer, already ordered, taken back) is left with its reason and stops
 * no other. The same form sent twice is one order.
 */
export async function orderSigning(
  context: Context,
  { batchId, draftIds, by, title, seen }: Order
): Promise<{ ordered: number; left: Left[] }> {
  if (!actsAs(by.role, 'signer')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  // Always in one order: two signers who order the same drafts wait for one another and never in a circle.
  const wanted = [...new Set(draftIds)].sort()
  if (wanted.length === 0) throw new Refusal('NOTHING_TO_SIGN')
  if (wanted.length > mostInBatch) throw new Refusal('TOO_MANY_TO_SIGN', { most: mostInBatch })
  return context.db.transaction(async (tx) => {
    const at = context.now()
    const batch = {
      id: batchId,
      agencyId: by.agencyId!,
      signerId: by.id,
      signerName: by.name,
      signerTitle: title,
      signerRole: by.role,
      orderedAt: at
    }
    if (!(await insertBatch(tx, batch))) return { ordered: 0, left: [] }
    const left: Left[] = []
    const ordered: string[] = []
    for (const draftId of wanted) {
      try {
        await tx.transaction((part) => orderOne(part, context, { draftId, by, at, revision: seen?.get(draftId) }))
        ordered.push(draftId)
      } catch (error) {
        // Of this draft nothing is written; the others go on.
        if (!(error instanceof Refusal)) throw error
        left.push({ draftId, refusal: error })
      }
    }
    const inGivenOrder = [...new Set(draftIds)].filter((id) => ordered.includes(id))
    if (inGivenOrder.length > 0) {
      await insertItems(
        tx,
        inGivenOrder.map((draftId, index) => ({ batchId, draftId, position: index + 1, state: 'waiting' as const }))
      )
      await enqueue(tx, [{ name: 'result.sign', payload: { batchId }, key: `result.sign:${batchId}` }], at)
    }
    return { ordered: inGivenOrder.length, left }
  })
}

/** @throws Refusal NEEDS_OTHER_EYES, RESULT_DRAFT_ELSEWHERE, RESULT_DRAFT_CHANGED, STEP_DECIDES_NOT */
async function orderOne(
  tx: Tx,
  context: Context,
  { draftId, by, at, revision }: { draftId: string; by: Actor; at: Temporal.Instant; revision: number | undefined }
): Promise<void> {
  const { draft } = await holdDraft(tx, draftId, by)
  const state = stepDraft(draft, 'order', by)
  if (revision !== undefined && revision !== draft.revision) throw new Refusal('RESULT_DRAFT_CHANGED', { code: draft.dossierCode })
  await requireDeciding(tx, context, { dossierId: draft.dossierId, kind: draft.kind, by })
  await saveStep(tx, draft, { name: 'order', state, by, at, changes: { remark: '' } })
  await saveAct(tx, await lockOwn(tx, draft.dossierId, by), { by, at, action: 'order_result_signing' })
}

/** The signer stops what still waits; what is signed stays signed. */
export async function callOffSigning(context: Context, { batchId, by }: { batchId: string; by: Actor }): Promise<number> {
  const waiting = (await itemsOfBatch(context.db, batchId)).filter(({ item }) => item.state === 'waiting')
  let stopped = 0
  for (const { item } of waiting) {
    stopped += await context.db.transaction(async (tx) => {
      const held = await lockItem(tx, item.id)
      if (held.state !== 'waiting') return 0
      const { draft } = await holdDraft(tx, item.draftId, by)
      const at = context.now()
      const { code, facts } = new Refusal('SIGNING_CALLED_OFF')
      await settleItem(tx, item.id, { state: 'failed', problem: { code, facts }, doneAt: at })
      await saveStep(tx, draft, { name: 'fail', state: 'to_sign', by, at })
      return 1
    })
  }
  return stopped
}
