// Random lives of a payment, and the gateway's own book to hold the ledger against.
import fc from 'fast-check'
import type { PaymentNotice, RefundOutcome } from '../../services/payment/payment.ts'
import { vnpay } from '../../services/payment/vnpay.ts'

export type Step = {
  name: 'order' | 'return' | 'ok' | 'duplicate' | 'late' | 'wrong' | 'tampered' | 'expire' | 'refund' | 'cancel' | 'hold'
  pick: number
}

const names = [
  'order',
  'order',
  'return',
  'ok',
  'ok',
  'duplicate',
  'late',
  'wrong',
  'tampered',
  'expire',
  'cancel',
  'hold',
  'refund'
] as const
export const moneyCommands = fc.array(fc.record({ name: fc.constantFrom(...names), pick: fc.nat(1000) }), { minLength: 1, maxLength: 25 })

export type ToldNotice = { genuine: boolean; ref: string; gatewayRef: string; amount: number; paid: boolean; held?: boolean }

/** What the bank really took, and what the shop is told of it. Only notices move money: a browser that returns says nothing. */
export function trueMoney(amount: number) {
  const refs: string[] = []
  const money = new Map<string, number>()
  const disputes = new Set<string>()
  const heard: ToldNotice[] = []
  let made = 0
  let payments = 0

  const any = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

  function take(ref: string, changes: Partial<ToldNotice> = {}): ToldNotice {
    payments++
    const notice = { genuine: true, ref, gatewayRef: `G${payments}`, amount, paid: true, ...changes }
    heard.push(notice)
    return notice
  }
  return {
    nextRef: () => `R${++made}`,
    ordered(ref: string | undefined) {
      if (ref && !refs.includes(ref)) refs.push(ref)
    },
    /** `undefined` when there is nothing to tell. */
    notice({ name, pick }: Step): ToldNotice | undefined {
      if (name === 'return') return undefined
      if (name === 'duplicate') return any(heard, pick)
      const ref = name === 'late' ? refs[0] : any(refs, pick)
      if (!ref) return undefined
      if (name === 'tampered') return { genuine: false, ref, gatewayRef: `T${pick}`, amount, paid: true }
      if (name === 'cancel') return { genuine: true, ref, gatewayRef: '0', amount, paid: false }
      if (name === 'hold') {
        // The bank has it, we don't: nothing of it may be in the books.
        const held = { genuine: true, ref, gatewayRef: `G${++payments}`, amount, paid: false, held: true }
        heard.push(held)
        return held
      }
      const notice = take(ref, name === 'wrong' ? { amount: amount - 1 } : {})
      if (name === 'wrong') disputes.add(notice.gatewayRef)
      else money.set(notice.gatewayRef, amount)
      return notice
    },
    /** Every đồng that left somebody's account for us. */
    taken: () => [...money.values()].reduce((sum, one) => sum + one, 0),
    disputed: () => disputes.size
  }
}

/** What the gateway tells of a payment that went well, with these changes. */
export const notice = (txnRef: string, amount: number, changes: Partial<PaymentNotice> = {}): PaymentNotice => ({
  genuine: true,
  txnRef,
  amount,
  gatewayRef: '14000001',
  paid: true,
  code: '00',
  bank: 'NCB',
  payDate: '20260302083100',
  ...changes
})

/** A gateway that refunds as it is told. */
export const gatewayThat = (outcome: RefundOutcome, asked: unknown[] = []) => ({
  ...vnpay({ url: 'http://gateway.test/pay', apiUrl: 'http://gateway.test/api', tmnCode: 'TEST', secret: 's' }),
  refund: async (request: unknown) => {
    asked.push(request)
    return outcome
  }
})
