// Where a parcel is, whatever order the news came in.
import fc from 'fast-check'
import t from 'tap'
import { type FoldEvent, fold, missingProof } from '../../src/shipments/fold.ts'
import type { Status } from '../../src/shipments/lifecycle.ts'

const start = Temporal.Instant.from('2026-03-02T01:00:00Z')
type Part = Partial<FoldEvent> & { at?: number; heard?: number }
let count = 0

function event(status: Status | null, { at = 0, heard = at, ...rest }: Part = {}): FoldEvent {
  const id = `e${String(++count).padStart(4, '0')}`
  return {
    id,
    kind: status ? 'status' : 'note',
    status,
    leg: 'forward',
    occurredAt: start.add({ minutes: at }),
    receivedAt: start.add({ minutes: heard }),
    source: 'webhook',
    carrier: 'simulator',
    dedupeKey: id,
    ...rest
  }
}
const story = (...statuses: Status[]) => statuses.map((status, at) => event(status, { at }))
const delivery = { kind: 'delivery', proofProfile: 'registered' } as const
const pickup = { kind: 'pickup', proofProfile: 'plain' } as const
const proof = { name: 'Nguyễn Thị Lan', idLast4: '4512', code: true }

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]))
}

t.test('all 120 arrival orders of one journey, each event heard twice, give the same state', async (t) => {
  const journey = [
    event('in_custody', { at: 1 }),
    event('out_for_delivery', { at: 2 }),
    event('attempt_failed', { at: 3 }),
    event('out_for_delivery', { at: 4 }),
    event('delivered_reported', { at: 4, detail: { receiver: proof } })
  ]

  const orders = permutations(journey)
  const states = orders.map((order) => {
    const heard = order.map((one, i) => ({ ...one, id: `h${i}`, receivedAt: start.add({ hours: i }) }))
    const again = heard.map((one, i) => ({ ...one, id: `i${i}`, receivedAt: start.add({ hours: 9 + i }) }))
    return fold([...heard, ...again], delivery)
  })

  t.equal(orders.length, 120)
  for (const { status, attempts, proof, anomalies } of states)
    t.same([status, attempts, proof, anomalies], ['delivered', 1, 'complete', []])
})

t.test('any events in any order of arrival: the same state, and no end without what it needs', async (t) => {
  const carrierEvent = fc.record({
    status: fc.constantFrom<Status>(
      'ordered',
      'assigned',
      'pickup_failed',
      'in_custody',
      'in_transit',
      'at_office',
      'out_for_delivery',
      'attempt_failed',
      'delivered_reported',
      'delivered',
      'returned',
      'lost',
      'cancelled',
      'damaged'
    ),
    at: fc.nat(6),
    leg: fc.constantFrom('forward' as const, 'return' as const),
    receiver: fc.constantFrom(undefined, proof, { name: 'Lan' })
  })

  fc.assert(
    fc.property(
      fc.array(carrierEvent, { maxLength: 9 }),
      fc.infiniteStream(fc.nat()),
      fc.constantFrom(delivery, pickup),
      (plan, luck, what) => {
        // The same scan heard twice is one scan: its key says when and what it was.
        const events = plan.map(({ status, at, leg, receiver }, i) =>
          event(status, {
            at,
            leg,
            id: `p${i}`,
            dedupeKey: `${status}${at}${leg}${receiver?.name}`,
            detail: receiver ? { receiver } : null
          })
        )
        const shuffled = [...events, ...events].map((one) => ({ one, at: luck.next().value! })).sort((a, b) => a.at - b.at)
        const heard = shuffled.map(({ one }, i) => ({ ...one, id: `h${String(i).padStart(3, '0')}`, receivedAt: start.add({ hours: i }) }))
        const told = fold(events, what)
        // Anomalies name the row that was heard; everything else is beyond arrival.
        const same = { anomalies: null }
        t.equal(JSON.stringify({ ...fold(heard, what), ...same }), JSON.stringify({ ...told, ...same }))
        if (what === pickup) return told.status !== 'delivered'
        return told.status !== 'returned' && (told.status !== 'delivered' || (told.proof === 'complete' && told.deliveredAt !== null))
      }
    ),
    { numRuns: 300 }
  )
})

t.test('of two scans in the same second the later state of a journey comes last, however they arrive', async (t) => {
  const [moving, there] = [event('in_transit', { heard: 2 }), event('at_office', { heard: 1 })]

  t.equal(fold([moving, there], delivery).status, 'at_office')
})

t.test('papers collected by the post are delivered only when our desk scans them in', async (t) => {
  const carried = story('ordered', 'in_custody', 'in_transit', 'delivered')

  t.equal(fold(carried, pickup).status, 'delivered_reported')
  const signed = fold([...carried, event('delivered', { at: 90, source: 'desk_scan' })], pickup)

  t.equal(signed.status, 'delivered')
  t.equal(String(signed.deliveredAt), '2026-03-02T02:30:00Z', 'the signing time, not the time the postman reported')
})

t.test('a result is delivered only with its proof, before or after the report', async (t) => {
  const reported = story('ordered', 'in_custody', 'out_for_delivery', 'delivered')
  const shown = (at: number) => event(null, { at, kind: 'proof', detail: { receiver: proof } })

  t.match(fold(reported, delivery), { status: 'delivered_reported', proof: 'none', deliveredAt: null })
  t.match(fold([...reported, event(null, { at: 5, kind: 'proof', detail: { receiver: { name: 'Lan' } } })], delivery), {
    status: 'delivered_reported',
    proof: 'partial'
  })
  for (const at of [2, 9]) {
    const told = fold([...reported, shown(at)], delivery)
    t.match(told, { status: 'delivered', proof: 'complete', identity: 'passed' })
    t.equal(String(told.deliveredAt), '2026-03-02T01:03:00Z', 'the time it was handed over')
  }
})

t.test('each kind of result has its own proof', async (t) => {
  t.same(missingProof('plain', null), ['name', 'confirmation'])
  t.same(missingProof('plain', { name: 'Lan', code: true }), [])
  t.same(missingProof('registered', { name: 'Lan', signature: true }), ['idLast4'])
  t.same(missingProof('registered', { name: 'Lan', idLast4: '4512', signature: true }), [])
  t.same(missingProof('in_person', { name: 'Lan', idLast4: '4512', code: true }), ['confirmation'], 'a code does not replace the signature')
})

t.test('a scan that arrives after "handed over" is late; a failed visit reopens and takes the receiver back', async (t) => {
  const reported = [
    ...story('ordered', 'in_custody', 'out_for_delivery'),
    event('delivered', { at: 5, detail: { receiver: { name: 'Lan' } } })
  ]

  const late = fold([...reported, event('in_transit', { at: 6 })], delivery)
  const failed = fold([...reported, event('attempt_failed', { at: 6 })], delivery)

  t.match(late, { status: 'delivered_reported', anomalies: [{ what: 'late_scan' }] })
  t.match(failed, { status: 'attempt_failed', attempts: 1, receiver: null, proof: 'none' })
})

t.test('after the end nothing moves the parcel; what came is kept as an anomaly', async (t) => {
  const done = [...story('ordered', 'in_custody'), event('delivered', { at: 3, detail: { receiver: proof } })]

  const after = fold([...done, event('attempt_failed', { at: 4 }), event('lost', { at: 5 })], delivery)

  t.match(after, { status: 'delivered', attempts: 0, anomalies: [{ what: 'after_delivered' }, { what: 'after_delivered' }] })
  t.equal(fold(story('ordered', 'cancelled', 'assigned'), delivery).status, 'cancelled')
})

t.test('once on the way back a forward scan is an anomaly, and only our desk ends the return of a result', async (t) => {
  const back = [...story('ordered', 'in_custody', 'attempt_failed', 'attempt_failed'), event('in_transit', { at: 10, leg: 'return' })]

  const odd = fold([...back, event('out_for_delivery', { at: 11 })], delivery)
  const said = fold([...back, event('returned', { at: 12, leg: 'return' })], delivery)
  const signed = fold([...back, event('returned', { at: 12, leg: 'return', source: 'desk_scan' })], delivery)

  t.match(odd, { status: 'in_transit', leg: 'return', anomalies: [{ what: 'forward_after_return' }] })
  t.equal(said.status, 'return_reported')
  t.equal(signed.status, 'returned')
})

t.test('papers given back to the citizen are returned when the citizen signed', async (t) => {
  const back = [...story('ordered', 'in_custody'), event('in_transit', { at: 10, leg: 'return' })]

  t.equal(fold([...back, event('returned', { at: 12, leg: 'return' })], pickup).status, 'return_reported')
  t.equal(
    fold([...back, event('returned', { at: 12, leg: 'return', detail: { receiver: { name: 'Lan', signature: true } } })], pickup).status,
    'returned'
  )
})

t.test('a voided event is out of the story and stays in the log', async (t) => {
  const wrong = event('lost', { at: 5 })
  const events = [...story('ordered', 'in_custody'), wrong, event(null, { at: 6, kind: 'void', voids: wrong.id })]

  t.match(fold(events, delivery), { status: 'in_custody', anomalies: [] })
  t.equal(fold(events.slice(0, 3), delivery).status, 'lost')
})

t.test('a lost parcel that our desk holds in its hands is found', async (t) => {
  const lost = [...story('ordered', 'in_custody'), event('lost', { at: 5 })]

  t.equal(fold([...lost, event('delivered', { at: 6, source: 'desk_scan' })], pickup).status, 'delivered')
  t.equal(fold([...lost, event('returned', { at: 6, leg: 'return', source: 'desk_scan' })], delivery).status, 'returned')
  t.equal(fold([...lost, event('in_transit', { at: 6 })], delivery).status, 'lost')
})

t.test('nothing in custody is cancelled, and an order is never placed after it was collected', async (t) => {
  t.match(fold(story('ordered', 'in_custody', 'cancelled'), delivery), {
    status: 'in_custody',
    anomalies: [{ what: 'cancelled_in_custody' }]
  })
  t.match(fold(story('assigned', 'ordered'), delivery), { status: 'assigned', anomalies: [{ what: 'late_scan' }] })
  t.match(fold(story('in_custody', 'assigned'), delivery), { status: 'in_custody', anomalies: [{ what: 'late_scan' }] })
  t.equal(fold(story('order_failed', 'ordered', 'cancelled'), delivery).status, 'cancelled')
})

t.test('a visit counted by the carrier and by us is one visit', async (t) => {
  const twice = [
    ...story('ordered', 'in_custody'),
    event('attempt_failed', { at: 3, attempt: 1 }),
    event('attempt_failed', { at: 3, attempt: 1, source: 'operator_web' }),
    event('attempt_failed', { at: 8 })
  ]

  t.equal(fold(twice, delivery).attempts, 2)
})

t.test('the first scans give the dates, and slip, seal, money and flags are remembered', async (t) => {
  const collected = event('in_custody', {
    at: 3,
    detail: { slipNumber: 'PG-1', sealNumber: 'NP-9', money: 'collected', flags: ['wet', 'late'] }
  })
  const told = fold([...story('ordered', 'assigned'), collected, event('in_transit', { at: 4, detail: { flags: ['wet'] } })], pickup)

  t.match(told, { slipNumber: 'PG-1', sealNumber: 'NP-9', money: 'collected', flags: ['late', 'wet'], identity: 'not_required' })
  t.same([told.orderedAt, told.custodyAt, told.lastEventAt].map(String), [
    '2026-03-02T01:00:00Z',
    '2026-03-02T01:03:00Z',
    '2026-03-02T01:04:00Z'
  ])
})

t.test('somebody who says that nothing came reopens the hand-over; somebody else received it as a proxy', async (t) => {
  const reported = story('ordered', 'in_custody', 'delivered')
  const proxy = event(null, { at: 9, kind: 'proof', detail: { receiver: { ...proof, relation: 'con' } } })

  t.equal(fold([...reported, event('action_needed', { at: 5, source: 'citizen' })], delivery).status, 'action_needed')
  t.equal(fold([...reported, event('action_needed', { at: 5 })], delivery).status, 'delivered_reported')
  t.equal(fold([...reported, proxy], delivery).identity, 'passed_proxy')
})
