// A round of the worker: orders that ran out without a word of the gateway are asked for. What it answers is booked like any notice.
import type { Context, Outside } from '../../context.ts'
import { lockDossier } from '../../dossiers/store.ts'
import { unheardOrders } from '../queries.ts'
import { askTimes } from '../rules.ts'
import { closeOrder, lockOrder, markAsked } from '../store.ts'
import type { PaymentOrder } from '../table.ts'
import { recordNotice } from './record-notice.ts'

/** @returns how many were asked for */
export async function askLostPayments(context: Context, { payment }: Pick<Outside, 'payment'>): Promise<number> {
  if (!payment) return 0
  const orders = await unheardOrders(context.db, askTimes(context.now()))
  let asked = 0
  for (const order of orders) {
    const { txnRef, createdAt } = order
    const answer = await payment.query({ requestId: context.newId(), txnRef, createdAt, at: context.now() })
    // Not heard: the gateway is probably away, and the others can wait for the next round too.
    if (!answer.ok && answer.kind === 'retryable') break
    if (answer.ok) await recordNotice(context, { gateway: payment.code, notice: answer.notice, raw: answer.raw, ip: 'query' })
    await rememberAsked(context, order)
    asked++
  }
  return asked
}

/** Nobody can pay it any more; what a late notice says of it is heard all the same. */
async function rememberAsked(context: Context, { id, dossierId }: PaymentOrder): Promise<void> {
  const now = context.now()
  await context.db.transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const { state } = await lockOrder(tx, id)
    if (state === 'open') await closeOrder(tx, id, 'expired', now)
    await markAsked(tx, id, now)
  })
}
