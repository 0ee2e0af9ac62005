// The rule book of parcels: who may record what, from where to where, and in which words people hear of it.
import t from 'tap'
import type { PostStatus } from '../../services/post/post.ts'
import { standardStatuses } from '../../services/post/status-map.ts'
import {
  commandNames,
  commands,
  ends,
  inHands,
  mayStep,
  type Reason,
  reasonCodes,
  reasons,
  type Status,
  sayStatus,
  statuses,
  statusNames,
  step,
  stepsFor
} from '../../src/shipments/lifecycle.ts'
import { reasonsFor } from '../../src/shipments/pages/words.ts'

const parcel = (status: Status, more = {}) => ({ kind: 'delivery' as const, status, leg: 'forward' as const, attempts: 0, ...more })

t.test('every state, step and reason has its words in both languages', async (t) => {
  for (const words of [
    ...statuses.map((status) => statusNames[status]),
    ...reasonCodes.map((code) => reasons[code]),
    ...commandNames.map((name) => commands[name].words)
  ]) {
    t.match(words, { vi: /\p{L}/u, en: /\p{L}/u })
  }
})

t.test('the words say the count of failed visits and the way back', async (t) => {
  t.equal(sayStatus(parcel('attempt_failed', { attempts: 2 })), 'Phát chưa thành công lần 2')
  t.equal(sayStatus(parcel('attempt_failed', { attempts: 2 }), 'en'), 'Delivery attempt 2 did not succeed')
  t.equal(sayStatus(parcel('in_transit', { leg: 'return' })), 'Đang hoàn: đang vận chuyển')
  t.equal(sayStatus(parcel('in_transit', { leg: 'return' }), 'en'), 'Going back: on the way')
  t.equal(sayStatus(parcel('returned', { leg: 'return' })), 'Đã hoàn về nơi gửi')
})

t.test('every carrier word means a state of ours, and none of them ends a delivery', async (t) => {
  const meant: Status[] = Object.values(standardStatuses).map(({ status }: { status: PostStatus }) => status)

  t.ok(meant.every((status) => statuses.includes(status)))
  t.notOk(meant.includes('delivered'))
  t.notOk(meant.includes('returned'))
})

t.test('what the post holds cannot be cancelled', async (t) => {
  for (const status of inHands) t.notOk(mayStep(parcel(status), 'cancel', 'clerk'), status)
  for (const status of ['draft', 'ordered', 'assigned', 'pickup_failed'] as const)
    t.ok(mayStep(parcel(status), 'cancel', 'applicant'), status)
})

t.test('at the end there is nothing to record', async (t) => {
  for (const status of ends)
    for (const by of ['postman', 'clerk', 'applicant', 'system'] as const) t.same(stepsFor(parcel(status), by), [], `${status} ${by}`)
})

t.test('a postman does not sign for the desk, and the desk signs only for what comes to it', async (t) => {
  t.throws(() => step(parcel('delivered_reported', { kind: 'pickup' }), 'confirm_arrival', 'postman'), {
    code: 'NOT_YOURS_TO_DO',
    status: 403
  })
  t.match(step(parcel('delivered_reported', { kind: 'pickup' }), 'confirm_arrival', 'clerk'), { to: 'delivered', onLeg: 'forward' })
  t.throws(() => step(parcel('delivered_reported'), 'confirm_arrival', 'clerk'), { code: 'SHIPMENT_COMMAND_NOT_ALLOWED', status: 409 })
  t.match(step(parcel('return_reported', { leg: 'return' }), 'confirm_return', 'clerk'), { to: 'returned', onLeg: 'return' })
  t.throws(() => step(parcel('in_transit'), 'confirm_return', 'clerk'), { code: 'SHIPMENT_COMMAND_NOT_ALLOWED' })
})

t.test('a failure without its reason does not count', async (t) => {
  for (const name of commandNames.filter((name) => (commands[name] as { needs?: string }).needs === 'reason')) {
    const { from, by } = commands[name]
    const leg = (commands[name] as { leg?: 'forward' }).leg ?? 'forward'
    t.throws(
      () => step(parcel(from[0]!, { leg, attempts: 2 }), name, by[0]!),
      { code: 'REASON_NEEDED', fields: { reason: 'REASON_REQUIRED' } },
      name
    )
  }
})

t.test('before it goes back the recipient is visited twice (TT 17/2017), unless a visit makes no sense', async (t) => {
  const once = parcel('attempt_failed', { attempts: 1 })

  t.throws(() => step(once, 'turn_back', 'postman', 'recipient_absent'), { code: 'SHIPMENT_COMMAND_NOT_ALLOWED', message: /hai lần phát/ })
  t.match(step({ ...once, attempts: 2 }, 'turn_back', 'postman', 'recipient_absent'), { to: 'in_transit', onLeg: 'return' })
  for (const reason of ['recipient_refused', 'recipient_deceased', 'recipient_moved', 'damaged', 'regulatory_hold'] as Reason[])
    t.ok(step(once, 'turn_back', 'postman', reason), reason)
})

t.test('on the way back nothing is delivered and nothing goes out', async (t) => {
  const back = parcel('at_office', { leg: 'return' })

  t.same(stepsFor(back, 'postman'), ['depart', 'report_returned', 'report_damaged'])
})

t.test('each step that needs a reason offers some, "other" last', async (t) => {
  for (const kind of ['pickup', 'delivery'] as const) {
    for (const name of ['fail_pickup', 'fail_attempt', 'ask', 'turn_back', 'report_damaged'] as const) {
      t.equal(reasonsFor(name, kind).at(-1), 'other', `${kind} ${name}`)
    }
  }
})
