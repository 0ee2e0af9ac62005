// Every post keeps the same promises: the simulated carrier over HTTP, the same with a second operator's code, and the post without any interface.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import t, { type Test } from 'tap'
import { manualPost } from '../../services/post/manual.ts'
import type { PostalAdapter, PostOrder, RawStatus } from '../../services/post/post.ts'
import { s10 } from '../../services/post/simulator/carrier.ts'
import { type SimulatorOptions, startSimulator } from '../../services/post/simulator/server.ts'
import { standardPost } from '../../services/post/standard.ts'
import { verifyStandardWebhook, webhookPath } from '../../services/post/standard-webhook.ts'

const secret = `whsec_${Buffer.from('a secret of twenty-four bytes!').toString('base64')}`
const now = () => Temporal.Instant.from('2026-03-02T01:30:00Z')

const order: PostOrder = {
  ourRef: '000.00.18.H24-260302-0001-D1',
  kind: 'delivery',
  sender: { name: 'Bộ phận một cửa Sở Xây dựng', phone: '02253747537', address: '32 Lý Tự Trọng' },
  recipient: { name: 'Nguyễn Thị Lan', phone: '0912345678', address: 'Số 5, ngõ 12 Lạch Tray', wardName: 'phường Ngô Quyền' },
  contents: ['Giấy phép'],
  proofProfile: 'registered'
}

/** Our side of the telephone: keeps what was posted to it, and answers as told. */
async function aListener(t: Test, answer: () => number = () => 200) {
  const calls: { headers: Record<string, string>; raw: Buffer }[] = []
  const server: Server = createServer(async (request, reply) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    calls.push({ headers: request.headers as Record<string, string>, raw: Buffer.concat(parts) })
    reply.writeHead(answer()).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, calls }
}

async function aSimulator(t: Test, url = 'http://127.0.0.1:1/', options: Partial<SimulatorOptions> = {}) {
  const simulator = await startSimulator({ key: 'k', webhook: { url, secret }, now, retryMs: [0, 1, 1], ...options })
  t.teardown(() => simulator.close())
  const post = standardPost({ code: 'simulator', url: simulator.url, key: 'k', webhookSecrets: [secret], timeoutMs: 2000 })
  async function tell(path: string, body: unknown): Promise<{ scans: RawStatus[] }> {
    const answer = await fetch(simulator.url + path, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    return (await answer.json()) as { scans: RawStatus[] }
  }
  return { simulator, post, tell }
}

async function keepsTheContract(t: Test, post: PostalAdapter) {
  const first = await post.createOrder(order, order.ourRef)
  const second = await post.createOrder(order, order.ourRef)
  t.match(first, { ok: true, value: { ourRef: order.ourRef, carrierRef: /./, trackingNumber: /./ } })
  t.equal(JSON.stringify(second), JSON.stringify(first), 'the same order again is the same order')

  const found = await post.findByOurRef(order.ourRef)
  if (post.can.findByOurRef) t.equal(JSON.stringify(found), JSON.stringify(first), 'found by our own reference')
  t.same(await post.findByOurRef('unknown'), { ok: true, value: null })

  t.match(await post.cancel(order.ourRef), { ok: true, value: 'cancelled' })
  t.match(await post.track(null), { ok: true, value: { items: [] } })
  t.equal(post.verifyWebhook({}, new Uint8Array(), now()).verdict, 'bad', 'an unsigned call is not believed')
  const mapped = post.mapStatus({ code: 'NOT_DELIVERED', reasonCode: 'recipient_absent', occurredLocal: '02/03/2026 08:30:00' })
  t.match(mapped, { status: 'attempt_failed', leg: 'forward', reason: 'recipient_absent', zoneAssumed: true })
  t.equal(String(mapped.occurredAt), '2026-03-02T01:30:00Z', 'no zone means Vietnamese time')
  t.match(post.mapStatus({ code: 'NEW WORD', occurredLocal: '2026-03-02T08:30:00+07:00' }), { status: undefined, zoneAssumed: false })
  t.throws(() => post.mapStatus({ code: 'COLLECTED', occurredLocal: 'yesterday' }), RangeError)
}

t.test('the simulated carrier keeps the contract', async (t) => keepsTheContract(t, (await aSimulator(t)).post))
t.test('the post without an interface keeps the contract', async (t) => keepsTheContract(t, manualPost({ fee: 30000, now })))
t.test('another operator with our published interface keeps the contract', async (t) => {
  const { simulator } = await aSimulator(t)
  await keepsTheContract(t, standardPost({ code: 'operator', url: simulator.url, key: 'k', webhookSecrets: [secret] }))
})

t.test('tracking numbers carry the right S10 check digit', async (t) => {
  t.equal(s10('RA', 47312482), 'RA473124829VN')
  t.equal(s10('EE', 12345678), 'EE123456785VN')
  t.equal(s10('EH', 0), 'EH000000005VN', '11 is written 5')
})

t.test('every failure of the other side has its kind', async (t) => {
  const { post, tell, simulator } = await aSimulator(t)
  const answering = async (status: number) => (await aListener(t, () => status)).url.slice(0, -1)
  const at = (url: string) => standardPost({ code: 'x', url, key: 'k', webhookSecrets: [secret], timeoutMs: 300 })

  const gone = createServer().listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const { port } = gone.address() as AddressInfo
  gone.close()
  await once(gone, 'close')

  t.match(await at(`http://127.0.0.1:${port}`).createOrder(order, 'k'), { kind: 'retryable' }, 'nobody there: surely not sent')
  t.match(await at(await answering(429)).createOrder(order, 'k'), { kind: 'retryable' })
  t.match(await at(await answering(500)).createOrder(order, 'k'), { kind: 'unknown' }, 'it may exist')
  t.match(await at(await answering(500)).findByOurRef('x'), { kind: 'retryable' }, 'asking may be repeated')
  t.match(await at(await answering(200)).createOrder(order, 'k'), { kind: 'unknown' }, 'an answer that cannot be read')
  t.match(await at(await answering(403)).cancel('x'), { kind: 'auth' })
  t.match(await standardPost({ code: 'x', url: simulator.url, key: 'wrong', webhookSecrets: [] }).createOrder(order, 'k'), { kind: 'auth' })
  t.match(await post.createOrder({ ...order, recipient: { ...order.recipient, phone: 'none' } }, 'k'), {
    kind: 'rejected',
    code: 'FIELD_WRONG',
    field: 'recipient.phone'
  })

  await tell('/faults', { unavailable: 1 })
  t.match(await post.createOrder(order, 'k'), { kind: 'retryable', after: 2 })
  await tell('/faults', { timeout: 1 })
  t.match(await post.createOrder(order, 'k'), { kind: 'unknown' })
  t.match(await post.findByOurRef(order.ourRef), { ok: true, value: { ourRef: order.ourRef } }, 'it did exist')
  t.match(await post.createOrder({ ...order, contents: [] }, 'k'), { kind: 'rejected', code: 'ORDER_EXISTS' })
})

t.test('three lives of a parcel, told by signed webhooks that our side believes', async (t) => {
  const { url, calls } = await aListener(t)
  const { post, tell } = await aSimulator(t, url)

  for (const [script, codes] of Object.entries({
    happy: 'COURIER_ASSIGNED COLLECTED MOVING AT_OFFICE OUT_FOR_DELIVERY HANDED_OVER',
    fails_once: 'COURIER_ASSIGNED COLLECTED MOVING AT_OFFICE OUT_FOR_DELIVERY NOT_DELIVERED OUT_FOR_DELIVERY HANDED_OVER',
    returned:
      'COURIER_ASSIGNED COLLECTED MOVING AT_OFFICE OUT_FOR_DELIVERY NOT_DELIVERED OUT_FOR_DELIVERY NOT_DELIVERED KEPT_FOR_COLLECTION GOING_BACK GIVEN_BACK'
  })) {
    calls.length = 0
    const ourRef = `ref-${script}`
    await tell(`/orders/${ourRef}/script`, { script })
    await post.createOrder({ ...order, ourRef }, ourRef)
    await tell('/advance', { ref: ourRef, steps: 20 })
    const verdicts = calls.map(({ headers, raw }) => post.verifyWebhook(headers, raw, now()).verdict)
    t.same([...new Set(verdicts)], ['signed'])
    t.equal(calls.flatMap(({ raw }) => post.parseWebhook(raw).map((scan) => scan.code)).join(' '), codes)
  }
  t.match(await post.cancel('ref-happy'), { ok: true, value: 'too_late' })
  const told = await post.track('0')
  t.equal(told.ok && told.value.items.length, 25, 'and all of it again for whoever asks')
})

t.test('papers collected at home: nobody there once, then counted, sealed and brought to the desk', async (t) => {
  const { post, tell } = await aSimulator(t, undefined, { script: 'fails_once' })
  await post.createOrder({ ...order, kind: 'pickup' }, 'k')

  const { scans } = await tell('/advance', { all: true, steps: 20 })

  t.same(
    scans.map((scan) => scan.code),
    ['COURIER_ASSIGNED', 'NOT_COLLECTED', 'COURIER_ASSIGNED', 'COLLECTED', 'MOVING', 'AT_OFFICE', 'OUT_FOR_DELIVERY', 'HANDED_OVER']
  )
  t.match(scans[3], { slipNumber: /^PG-/, sealNumber: /^NP-/, count: 1 })
})

t.test('rehearsals: twice, badly signed, refused once, late and in the wrong order', async (t) => {
  let status = 200
  const { url, calls } = await aListener(t, () => status)
  const { simulator, post, tell } = await aSimulator(t, url)
  await post.createOrder(order, 'k')
  const verdicts = () => calls.splice(0).map(({ headers, raw }) => [headers['webhook-id'], post.verifyWebhook(headers, raw, now()).verdict])
  const id = /^msg_BD-\d+-\d+(_again)?$/

  await tell('/faults', { duplicate: true })
  await tell('/advance', { all: true, steps: 1 })
  const twice = verdicts()
  t.equal(twice.length, 3)
  t.equal(new Set(twice.map(([id]) => id)).size, 2)
  t.match(twice[0]![0], id)

  status = 401
  await tell('/faults', { duplicate: false, badSignature: 1 })
  await tell('/advance', { all: true, steps: 1 })
  t.same(
    verdicts().map(([, verdict]) => verdict),
    ['bad', 'signed', 'signed'],
    'refused, and tried again'
  )

  status = 200
  await tell('/faults', { late: true, outOfOrder: true })
  await tell('/advance', { all: true, steps: 3 })
  t.equal(calls.length, 0)
  await tell('/faults', { late: false })
  await simulator.settled()
  t.same(
    calls.flatMap(({ raw }) => post.parseWebhook(raw).map((scan) => scan.code)),
    ['OUT_FOR_DELIVERY', 'AT_OFFICE', 'MOVING']
  )
})

t.test('the carrier remembers its orders after a restart', async (t) => {
  const file = join(t.testdir(), 'post.json')
  const first = await aSimulator(t, undefined, { file })
  const placed = await first.post.createOrder(order, 'k')
  await first.tell('/advance', { all: true, steps: 2 })
  await first.simulator.close()

  const second = await aSimulator(t, undefined, { file })

  t.equal(JSON.stringify(await second.post.findByOurRef(order.ourRef)), JSON.stringify(placed))
  const { scans } = await second.tell('/advance', { all: true, steps: 1 })
  t.equal(scans[0]!.code, 'MOVING', 'and goes on where it was')
})

t.test('a signature holds for the raw bytes, five minutes, and the agreed secrets only', async (t) => {
  const raw = Buffer.from('{"data": {"code":"COLLECTED", "n": 1.0}}')
  const at = new Date(now().epochMilliseconds)
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': `v1a,zzz ${new Webhook(secret).sign('msg_1', at, raw)}`
  }
  const other = `whsec_${Buffer.from('another secret of this house').toString('base64')}`
  const verdict = (changed: Record<string, string>, body: Uint8Array = raw, later = 0, secrets = [other, secret]) =>
    verifyStandardWebhook(secrets)({ ...headers, ...changed }, body, now().add({ seconds: later })).verdict

  t.equal(verdict({}), 'signed', 'one of two secrets, as during a change')
  t.equal(verdict({}, Buffer.from(JSON.stringify(JSON.parse(raw.toString())))), 'bad', 'the same JSON written again is not what was signed')
  t.equal(verdict({}, raw, 300), 'signed')
  t.equal(verdict({}, raw, 301), 'bad')
  t.equal(verdict({}, raw, 0, [other]), 'bad')
  t.equal(verdict({ 'webhook-id': 'msg_2' }), 'bad')
  t.equal(verdict({ 'webhook-timestamp': '1e9' }), 'bad')
  t.match(webhookPath('simulator', secret), /^\/hooks\/postal\/simulator\/[0-9a-f]{32}$/)
  t.not(webhookPath('simulator', secret), webhookPath('simulator', other))
})

t.test('told to come again, the carrier comes a second time; told twice it comes once', async (t) => {
  const { post, tell } = await aSimulator(t)
  const codes = async (steps: number) => (await tell('/advance', { ref: order.ourRef, steps })).scans.map(({ code }) => code)
  const wish = { id: 'w-1', way: 'redeliver' as const, day: '2026-03-04', phone: '0912345678' }
  await post.createOrder(order, order.ourRef)
  await tell(`/orders/${order.ourRef}/script`, { script: 'returned' })

  t.match(await post.instruct(order.ourRef, wish), { ok: true, value: 'too_late' }, 'nobody has tried yet')
  t.same((await codes(6)).at(-1), 'NOT_DELIVERED')
  t.match(await post.instruct(order.ourRef, wish), { ok: true, value: 'taken' })
  t.same(await codes(1), ['OUT_FOR_DELIVERY'])
  t.match(await post.instruct(order.ourRef, wish), { ok: true, value: 'taken' }, 'the same wish again, while the postman is out with it')
  t.same(await codes(9), ['HANDED_OVER'], 'the second visit finds the person')
  t.match(await post.instruct(order.ourRef, { ...wish, id: 'w-2' }), { ok: true, value: 'too_late' })
  t.match(await post.instruct('unknown', wish), { ok: false, kind: 'rejected', code: 'ORDER_UNKNOWN' })
})

t.test('a later wish takes the place of the one before: to the office, or back to the desk', async (t) => {
  const { post, tell } = await aSimulator(t)
  const codes = async (steps: number) => (await tell('/advance', { ref: order.ourRef, steps })).scans.map(({ code }) => code)
  await post.createOrder(order, order.ourRef)
  await tell(`/orders/${order.ourRef}/script`, { script: 'fails_once' })
  await codes(6)
  await post.instruct(order.ourRef, { id: 'w-1', way: 'redeliver', day: '2026-03-04' })
  await post.instruct(order.ourRef, { id: 'w-2', way: 'collect' })
  t.same(await codes(1), ['KEPT_FOR_COLLECTION'])
  await post.instruct(order.ourRef, { id: 'w-3', way: 'return' })
  t.same(await codes(9), ['GOING_BACK', 'GIVEN_BACK'])
})

t.test('a post without an interface says so, and is never told', async (t) => {
  const post = manualPost({ fee: 30000, now })
  t.equal(post.can.instruct, false)
  t.match(await post.instruct(order.ourRef, { id: 'w', way: 'collect' }), { ok: false, kind: 'rejected', code: 'NOT_OFFERED' })
})
