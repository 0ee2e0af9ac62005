// The citizen says "I want to pay": one order for what is still owed. Pressed twice, it is the same order.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { lastOrderOf } from '../queries.ts'
import { isPayable, orderMinutes, paidOf, totalOf } from '../rules.ts'
import { closeOrder, insertOrder, ledgerOf, lockOpenOrder } from '../store.ts'
import type { PaymentOrder } from '../table.ts'

/** Day and twelve random signs: the gateway wants it unique within a day, the bank within 25 signs. */
const newRef = (day: Temporal.PlainDate, id: string) => `${day.toString().slice(2).replaceAll('-', '')}${id.slice(-12)}`.toUpperCase()

/** @throws Refusal PAYMENT_NOT_DUE when nothing is owed, PAYMENT_HELD while the bank looks into money it took */
export function placePaymentOrder(context: Context, { dossierId, by }: { dossierId: string; by: Actor }): Promise<PaymentOrder> {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by, 'pay')
    const amount = totalOf(dossier.fees) - paidOf(await ledgerOf(tx, dossierId))
    if (!isPayable(dossier.state) || amount <= 0) throw new Refusal('PAYMENT_NOT_DUE')
    if ((await lastOrderOf(tx, dossierId))?.state === 'held') throw new Refusal('PAYMENT_HELD')
    const now = context.now()
    const open = await lockOpenOrder(tx, dossierId)
    if (open && open.amount === amount && Temporal.Instant.compare(now, open.expiresAt) < 0) return open
    if (open) await closeOrder(tx, open.id, 'expired', now)
    return insertOrder(tx, {
      dossierId,
      txnRef: newRef(dayOf(now), context.newId()),
      amount,
      state: 'open',
      createdAt: now,
      expiresAt: now.add({ minutes: orderMinutes })
    })
  })
}
