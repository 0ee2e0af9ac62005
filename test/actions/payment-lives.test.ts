// Random lives of a payment with a real store: whatever comes in whatever order, the ledger holds what the bank really took.
import fc from 'fast-check'
import t from 'tap'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { placePaymentOrder } from '../../src/payments/actions/place-payment-order.ts'
import { bookNotice } from '../../src/payments/actions/record-notice.ts'
import { refundPayments } from '../../src/payments/actions/refund-payments.ts'
import { entriesOf } from '../../src/payments/queries.ts'
import { heldOf, paidOf, totalOf } from '../../src/payments/rules.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { gatewayThat, moneyCommands, notice, type Step, trueMoney } from '../helpers/payments.ts'

const gateway = 'vnpay'

t.test('300 random lives through the real store: ledger = sum of true payments less what was given back', async (t) => {
  const shop = await openTestContext(t, { payment: gatewayThat({ ok: true, gatewayRef: 'back' }) })
  const { context } = shop
  let clock = context.now()
  const tick = (minutes: number) => {
    clock = clock.add({ minutes })
    shop.setNow(clock.toString())
  }
  let life = 0
  await fc.assert(
    fc.asyncProperty(moneyCommands, async (steps: Step[]) => {
      const { id, citizen, dossier } = await aDossier(context)
      const due = totalOf(dossier.fees)
      const bank = trueMoney(due)
      life++
      for (const step of steps) {
        tick(0)
        if (step.name === 'expire') tick(20)
        else if (step.name === 'order') {
          const order = await placePaymentOrder(context, { dossierId: id, by: citizen }).catch(() => undefined)
          bank.ordered(order?.txnRef)
        } else if (step.name === 'refund') {
          const withdrawn = await withdrawDossier(context, { dossierId: id, by: citizen, reason: 'Đổi ý' }).catch(() => undefined)
          // The job runs twice, as the queue may do.
          if (withdrawn)
            for (let times = 0; times < 2; times++)
              await refundPayments(context, shop.outside, { dossierId: id, moveSeq: withdrawn.moveCount })
        } else {
          const told = bank.notice(step)
          if (!told) continue
          const { ref, gatewayRef, ...said } = told
          await bookNotice(context, { gateway, notice: notice(ref, said.amount, { ...said, gatewayRef: `${life}-${gatewayRef}` }) })
        }
      }
      const entries = await entriesOf(context.db, id)
      const refunded = entries.filter(({ kind }) => kind === 'refunded').reduce((sum, { amount }) => sum + amount, 0)
      if (heldOf(entries) !== bank.taken() - refunded)
        throw new Error(`held ${heldOf(entries)}, taken ${bank.taken()}, refunded ${refunded}`)
      if (paidOf(entries) > due) throw new Error('the fees were paid more than once')
    }),
    { numRuns: 300, seed: 20261123, endOnFailure: true }
  )
  t.pass('300 sequences')
})
