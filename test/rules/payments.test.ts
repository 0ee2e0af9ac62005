// Money by rule: what is due, what a notice changes, the golden vectors, and a thousand random lives whose ledger is the sum of true payments.
import fc from 'fast-check'
import t from 'tap'
import {
  answersTo,
  type EntryKind,
  entryKey,
  heldOf,
  isBeforeWork,
  isPayable,
  judge,
  type MismatchReason,
  movedBy,
  type OrderState,
  orderStanding,
  paidOf,
  payableLines,
  totalOf,
  unanswered
} from '../../src/payments/rules.ts'
import { crc16, vietQr } from '../../src/payments/vietqr.ts'
import { moneyCommands, type Step, trueMoney } from '../helpers/payments.ts'

t.test('what was fixed at the filing is due; what is counted by page or copy is collected at the desk', async (t) => {
  const fees = [
    { name: 'Lệ phí', amount: 50_000, unit: 'lần' },
    { name: 'Phí bản sao', amount: 8_000, unit: 'bản' },
    { name: 'Miễn', amount: 0, unit: 'việc' },
    { name: 'Phí thẩm định', amount: 75_000 }
  ]
  t.same(
    payableLines(fees).map(({ name }) => name),
    ['Lệ phí', 'Phí thẩm định']
  )
  t.equal(totalOf(fees), 125_000)
})

t.test('fees are paid from the filing to the hand-over, and given back only before work has begun', async (t) => {
  for (const state of ['submitted', 'accepted', 'in_progress', 'awaiting_payment', 'suspended', 'result_ready'] as const)
    t.ok(isPayable(state), state)
  for (const state of ['draft', 'refused', 'withdrawn', 'returned'] as const) t.notOk(isPayable(state), state)
  t.same([isBeforeWork('submitted'), isBeforeWork('accepted'), isBeforeWork('in_progress')], [true, true, false])
})

const order = { amount: 50_000, state: 'open' as OrderState }
const told = { genuine: true, amount: 50_000, paid: true }
const fresh = { notice: told, order, outstanding: 50_000, isClosed: false }

t.test('a notice of the gateway, case by case', async (t) => {
  const cases: [string, Parameters<typeof judge>[0], ReturnType<typeof judge>][] = [
    ['true money for an open order', fresh, { reply: '00', order: 'paid', entry: { kind: 'paid' } }],
    ['a signature that is wrong', { ...fresh, notice: { ...told, genuine: false } }, { reply: '97' }],
    ['an order nobody knows', { ...fresh, order: undefined }, { reply: '01', entry: { kind: 'mismatch', reason: 'unknown_order' } }],
    ['a failed payment of an order nobody knows', { ...fresh, order: undefined, notice: { ...told, paid: false } }, { reply: '01' }],
    [
      'another amount',
      { ...fresh, notice: { ...told, amount: 49_000 } },
      { reply: '04', entry: { kind: 'mismatch', reason: 'wrong_amount' } }
    ],
    [
      'an amount that cannot be read',
      { ...fresh, notice: { ...told, amount: undefined } },
      { reply: '04', entry: { kind: 'mismatch', reason: 'wrong_amount' } }
    ],
    ['cancelled by the person', { ...fresh, notice: { ...told, paid: false } }, { reply: '00', order: 'failed' }],
    ['cancelled, after it was paid', { ...fresh, order: { ...order, state: 'paid' }, notice: { ...told, paid: false } }, { reply: '02' }],
    [
      'told again',
      { ...fresh, order: { ...order, state: 'paid' }, outstanding: 0 },
      { reply: '02', entry: { kind: 'mismatch', reason: 'already_paid' } }
    ],
    [
      'late, nothing paid meanwhile',
      { ...fresh, order: { ...order, state: 'expired' } },
      { reply: '00', order: 'paid', entry: { kind: 'paid' } }
    ],
    [
      'late, paid otherwise meanwhile',
      { ...fresh, order: { ...order, state: 'expired' }, outstanding: 0 },
      { reply: '00', order: 'mismatch', entry: { kind: 'mismatch', reason: 'already_paid' } }
    ],
    [
      'after the dossier was withdrawn',
      { ...fresh, isClosed: true },
      { reply: '00', order: 'mismatch', entry: { kind: 'mismatch', reason: 'closed' } }
    ]
  ]
  for (const [name, standing, verdict] of cases) t.strictSame(judge(standing), verdict, name)
})

t.test('one payment at the gateway has one key, whatever it is booked as; a disputed claim moves nothing', async (t) => {
  const paid = { kind: 'paid' } as const
  const late = { kind: 'mismatch', reason: 'already_paid' } as const
  const wrong = { kind: 'mismatch', reason: 'wrong_amount' } as const
  t.equal(entryKey('vnpay', 'A', '1', paid), entryKey('vnpay', 'A', '1', late))
  t.not(entryKey('vnpay', 'A', '1', paid), entryKey('vnpay', 'A', '1', wrong))
  t.same([movedBy(paid, 50_000), movedBy(late, 50_000), movedBy(wrong, 50_000)], [50_000, 50_000, 0])
})

t.test('an order runs out at its time, also when nobody has closed it', async (t) => {
  const expiresAt = Temporal.Instant.from('2026-03-02T09:00+07:00')
  t.equal(orderStanding({ state: 'open', expiresAt }, expiresAt.subtract({ seconds: 1 })), 'open')
  t.equal(orderStanding({ state: 'open', expiresAt }, expiresAt), 'expired')
  t.equal(orderStanding({ state: 'paid', expiresAt }, expiresAt), 'paid')
})

t.test('what closes a line of the reconciliation list', async (t) => {
  const line = { id: 'm', amount: 50_000, refersTo: null, facts: { claimed: 50_000 } }
  t.same(answersTo({ ...line, reason: 'already_paid' }), [{ kind: 'refunded', refersTo: 'm', amount: 50_000 }])
  t.same(answersTo({ ...line, amount: 0, reason: 'wrong_amount' }), [{ kind: 'settled', refersTo: 'm', amount: 0 }])
  t.same(answersTo({ ...line, amount: 0, reason: 'refund_at_desk', refersTo: 'p' }), [
    { kind: 'refunded', refersTo: 'p', amount: 50_000 },
    { kind: 'settled', refersTo: 'm', amount: 0 }
  ])
})

t.test('the published VietQR string ends with A322, and ours is read field by field', async (t) => {
  const published = '00020101021138540010A00000072701240006970407011003865776720208QRIBFTTA5303704540710000005802VN62160812henry an cut6304'
  t.equal(crc16(published), 'A322')
  t.equal(crc16('123456789'), '29B1', 'the check value of CRC-16/CCITT-FALSE')
  // The published one is static (11); a code for one payment is dynamic (12).
  const ours = vietQr({ bin: '970407', account: '0386577672', amount: 1_000_000, purpose: 'henry an cut' })
  t.equal(ours.slice(0, -4), published.replace('010211', '010212'))
  t.equal(ours.slice(-4), crc16(ours.slice(0, -4)))
})

type Entry = { id: string; kind: EntryKind; amount: number; key: string; refersTo: string | null; reason?: MismatchReason }

/** The house without a database: the same rules, a list for the ledger. */
function openModel(due: number) {
  const orders: { ref: string; amount: number; state: OrderState; expired: boolean }[] = []
  const ledger: Entry[] = []
  let isClosed = false
  const add = (entry: Omit<Entry, 'id'>) => {
    if (!ledger.some(({ key }) => key === entry.key)) ledger.push({ ...entry, id: `e${ledger.length}` })
  }
  const owed = () => due - paidOf(ledger)

  function hear(notice: { genuine: boolean; ref: string; gatewayRef: string; amount: number; paid: boolean; held?: boolean }) {
    const order = orders.find(({ ref }) => ref === notice.ref)
    const verdict = judge({ notice, order, outstanding: owed(), isClosed })
    if (verdict.order && order) order.state = verdict.order
    if (!verdict.entry) return
    const key = entryKey('vnpay', notice.ref, notice.gatewayRef, verdict.entry)
    const reason = verdict.entry.kind === 'mismatch' ? { reason: verdict.entry.reason } : {}
    add({ kind: verdict.entry.kind, amount: movedBy(verdict.entry, notice.amount), key, refersTo: null, ...reason })
  }
  return {
    ledger,
    hear,
    order(ref: string) {
      if (isClosed || owed() <= 0) return undefined
      if (orders.at(-1)?.state === 'held') return undefined
      const open = orders.find(({ state }) => state === 'open')
      if (open && !open.expired) return open.ref
      if (open) open.state = 'expired'
      orders.push({ ref, amount: owed(), state: 'open', expired: false })
      return ref
    },
    expire() {
      for (const one of orders) one.expired = true
    },
    withdraw() {
      if (isClosed) return
      isClosed = true
      for (const { id, kind, amount } of [...ledger])
        if (kind === 'paid') add({ kind: 'refunded', amount, key: `refunded:${id}`, refersTo: id })
    }
  }
}

t.test(
  '1,000 random lives of {order, return, IPN ok, duplicate, late, wrong amount, tampered, held, expire, refund}: ledger = sum of true payments',
  async (t) => {
    const due = 150_000
    fc.assert(
      fc.property(moneyCommands, (steps: Step[]) => {
        const model = openModel(due)
        const gateway = trueMoney(due)
        for (const step of steps) {
          if (step.name === 'order') gateway.ordered(model.order(gateway.nextRef()))
          else if (step.name === 'expire') model.expire()
          else if (step.name === 'refund') {
            model.withdraw()
          } else {
            const notice = gateway.notice(step)
            if (notice) model.hear(notice)
          }
        }
        const refunded = model.ledger.filter(({ kind }) => kind === 'refunded').reduce((sum, { amount }) => sum + amount, 0)
        if (heldOf(model.ledger) !== gateway.taken() - refunded)
          throw new Error(`held ${heldOf(model.ledger)}, taken ${gateway.taken()}, refunded ${refunded}`)
        if (paidOf(model.ledger) > due) throw new Error('the fees were paid more than once')
        if (gateway.disputed() !== unanswered(model.ledger).filter(({ reason }) => reason === 'wrong_amount').length)
          throw new Error('a dispute was lost')
      }),
      { numRuns: 1000, seed: 20261123 }
    )
    t.pass('1,000 sequences')
  }
)
