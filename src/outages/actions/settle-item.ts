// What could not be taken in waits for somebody: tried again, taken in by a head's word, or given up with the reason; never simply gone.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findItem } from '../queries.ts'
import { lockItem, lockLease, saveItem } from '../store.ts'
import type { Outcome } from '../types.ts'
import { readContent } from './sync-items.ts'
import { revokeReceipt, takeIn } from './take-in-item.ts'

type Asked = { itemId: string; by: Actor; reason?: string }

async function openItem(context: Context, { itemId, by }: Asked) {
  const item = await findItem(context.db, itemId)
  if (!item || item.agencyId !== by.agencyId) throw new Refusal('OUTAGE_ITEM_NOT_FOUND')
  if (item.state !== 'refused') throw new Refusal('OUTAGE_ALREADY_SETTLED')
  return item
}

/** The same words once more, when their cause is gone; with a reason, a head lets the procedure in force on that day count. @throws Refusal */
export async function retryItem(context: Context, asked: Asked): Promise<Outcome> {
  const { by, reason } = asked
  const { content: text, signature, facts } = await openItem(context, asked)
  if (reason && !actsAs(by.role, 'supervisor')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  const content = readContent(text)!
  const { skewSeconds } = facts
  const kept = skewSeconds === undefined ? {} : { skewSeconds }
  return takeIn(context, { by, content, sent: { content: text, signature }, facts: kept, despite: reason })
}

/** @throws Refusal FORM_INCOMPLETE without a reason, NOT_YOURS_TO_DO for anybody but the head of the desk */
export async function voidItem(context: Context, asked: Asked): Promise<void> {
  const { by, reason = '' } = asked
  if (!actsAs(by.role, 'supervisor')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  if (!reason.trim()) throw new Refusal('FORM_INCOMPLETE', { fields: { reason: 'REASON_REQUIRED' } })
  await openItem(context, asked)
  await context.db.transaction(async (tx) => {
    const item = await lockItem(tx, asked.itemId)
    if (item?.state !== 'refused') throw new Refusal('OUTAGE_ALREADY_SETTLED')
    const content = readContent(item.content)!
    const lease = item.leaseId ? await lockLease(tx, item.leaseId) : undefined
    // A wrong signature or a number of somebody else's proves nothing: such a row takes no number with it.
    const isOurs = !['OUTAGE_SIGNATURE_WRONG', 'OUTAGE_NUMBER_OUTSIDE', 'OUTAGE_NUMBER_USED'].includes(item.reason)
    await saveItem(tx, {
      ...item,
      state: 'voided',
      reason: reason.trim(),
      facts: { ...item.facts, refusedFor: item.reason },
      settledBy: by.name,
      ...(!isOurs && { leaseId: null })
    })
    if (isOurs && lease) await revokeReceipt(tx, context, { lease, content, by, reason: reason.trim() })
  })
}
