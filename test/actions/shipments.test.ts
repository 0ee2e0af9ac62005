// Parcels between the shop and the post: ordered once, followed whatever the order of news.
import t from 'tap'
import { standardPost } from '../../services/post/standard.ts'
import { callOff } from '../../src/shipments/actions/call-off.ts'
import { openShipment } from '../../src/shipments/actions/open-shipment.ts'
import { placeOrder } from '../../src/shipments/actions/place-order.ts'
import { pollTracking } from '../../src/shipments/actions/poll-tracking.ts'
import { recordTracking } from '../../src/shipments/actions/record-tracking.ts'
import { eventsOf } from '../../src/shipments/queries.ts'
import { aParcelShop, lan, watched } from '../helpers/parcels.ts'

t.test('two workers place the same order at the same moment: the carrier is called once', async (t) => {
  const { context, open, post, orders } = await aParcelShop(t)
  const { id } = await open()
  const reached = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const slow = watched(post, {
    before: async () => {
      reached.resolve()
      await goOn.promise
    }
  })

  const first = placeOrder(context, slow, { shipmentId: id })
  await reached.promise
  const second = watched(post)
  await t.rejects(placeOrder(context, second, { shipmentId: id }), { name: 'ServiceError', retry: true })
  goOn.resolve()

  t.match(await first, {
    changed: { from: 'draft', to: 'ordered' },
    shipment: { trackingNumber: /^EH\d{9}VN$/, carrierRef: /^BD-/, fee: 30000 }
  })
  t.equal(await placeOrder(context, second, { shipmentId: id }), undefined, 'later runs find it done')
  t.same([slow.calls.length, second.calls.length, (await orders()).length], [1, 0, 1])
})

t.test('the worker dies between the call and the save: the order is found, not made again', async (t) => {
  const { context, clock, open, post, orders } = await aParcelShop(t)
  const { id } = await open()
  const dying = watched(post, { after: () => Promise.reject(new Error('killed')) })
  await t.rejects(placeOrder(context, dying, { shipmentId: id }), { message: 'killed' })

  const again = watched(post)
  await t.rejects(
    placeOrder(context, again, { shipmentId: id }),
    { name: 'ServiceError', retry: true, after: 30 },
    'it may still be at work'
  )
  clock.at = clock.at.add({ seconds: 31 })
  const recorded = await placeOrder(context, again, { shipmentId: id })

  t.match(recorded, { shipment: { status: 'ordered' } })
  t.same([again.calls.length, (await orders()).length], [0, 1])
})

t.test('no answer, no room, no: looked up, tried later, shown to the desk', async (t) => {
  const { context, open, post, orders, tell, look, sql } = await aParcelShop(t)
  const [silent, busy, wrong] = [
    await open({ number: 1 }),
    await open({ number: 2 }),
    await open({ number: 3, recipient: { ...lan, phone: 'none' } })
  ]

  await tell('/faults', { timeout: 1 })
  await t.rejects(placeOrder(context, { post }, { shipmentId: silent.id }), { message: /unknown/, retry: true })
  const again = watched(post)
  await placeOrder(context, again, { shipmentId: silent.id })
  t.same([(await look(silent.id)).status, again.calls.length], ['ordered', 0])

  await tell('/faults', { unavailable: 1 })
  await t.rejects(placeOrder(context, { post }, { shipmentId: busy.id }), { name: 'ServiceError', retry: true, after: 2 })
  t.equal(
    (await sql`select count(*)::int as n from postal_order_keys where key = ${busy.ourRef}`)[0]!['n'],
    0,
    'nothing was sent, so nothing is claimed'
  )
  await placeOrder(context, { post }, { shipmentId: busy.id })

  t.match(await placeOrder(context, { post }, { shipmentId: wrong.id }), { shipment: { status: 'order_failed' } })
  t.equal((await orders()).length, 2)
})

t.test('a parcel is opened once under its number, and its order is on the queue in the same commit', async (t) => {
  const { open, jobs, context } = await aParcelShop(t)

  const first = await open({ number: 1 })
  const again = await open({ number: 1 })
  const next = await open()
  const pickup = await open({ kind: 'pickup' })
  await t.rejects(
    context.db.transaction(async (tx) => {
      await openShipment(tx, context, { ...next, dossierCode: 'X', contents: [], carrier: 'simulator', agencyId: next.agencyId! })
      throw new Error('changed our mind')
    })
  )

  t.equal(again.id, first.id)
  t.same(
    [first, next, pickup].map(({ ourRef }) => ourRef.slice(-2)),
    ['D1', 'D2', 'P1']
  )
  t.same(
    (await jobs()).map(({ key }) => key),
    [first, next, pickup].map(({ id }) => `shipment.order:${id}`)
  )
})

t.test('news that comes twice, late and in the wrong order gives the same end, and each notice once', async (t) => {
  const { context, open, post, tell, readMessages, look, db, simulator, jobs, clock } = await aParcelShop(t)
  const { id, ourRef } = await open()
  await placeOrder(context, { post }, { shipmentId: id })
  await tell(`/orders/${ourRef}/script`, { script: 'fails_once' })

  await tell('/faults', { duplicate: true, late: true, outOfOrder: true })
  await tell('/advance', { all: true, steps: 7 })
  await tell('/faults', { late: false })
  await simulator.settled()
  t.equal(await readMessages(), 14, 'each scan under two names; the same name twice is kept once')
  t.match(await look(id), { status: 'out_for_delivery', attempts: 1, slipNumber: /^PG-/, sealNumber: /^NP-/ })
  clock.at = clock.at.add({ minutes: 5 })
  await tell('/advance', { all: true, steps: 1 })
  await readMessages()

  t.match(await look(id), { status: 'delivered', attempts: 1, proof: 'complete', identity: 'passed', receiver: { name: lan.name } })
  t.equal((await eventsOf(db, id)).length, 9, 'the order and eight scans')
  const keys = (await jobs()).map(({ key }) => key)
  t.equal(keys.filter((key) => key === `shipment.delivered:${id}`).length, 1)
  t.equal(new Set(keys).size, keys.length)
})

t.test('webhooks that were never heard are made up for by asking', async (t) => {
  const { context, open, post, tell, readMessages, look, db } = await aParcelShop(t)
  const { id } = await open()
  await placeOrder(context, { post }, { shipmentId: id })
  await tell('/advance', { all: true, steps: 2 })
  await readMessages()
  await tell('/faults', { late: true })
  await tell('/advance', { all: true, steps: 4 })
  await readMessages()
  t.equal((await look(id)).status, 'in_custody', 'nothing was told')

  t.equal(await pollTracking(context, { post }), 6)
  await readMessages()

  t.match(await look(id), { status: 'delivered', proof: 'complete' })
  const sources = (await eventsOf(db, id)).map(({ source }) => source)
  t.same(sources, ['system', 'webhook', 'webhook', 'poll', 'poll', 'poll', 'poll'], 'what was told before is not told again')
  t.equal(await pollTracking(context, { post }), 0, 'and goes on from where it stopped')
  await t.rejects(
    pollTracking(context, { post: standardPost({ code: 'gone', url: 'http://127.0.0.1:9', key: 'k', webhookSecrets: [] }) }),
    { name: 'ServiceError', retry: true }
  )
})

t.test('a stranger is turned away and kept apart; the true message of the same name still counts', async (t) => {
  const { app, context, open, post, tell, readMessages, look, sql, path } = await aParcelShop(t)
  const { id } = await open()
  await placeOrder(context, { post }, { shipmentId: id })

  await tell('/faults', { badSignature: 1 })
  await tell('/advance', { all: true, steps: 1 })

  t.same(
    (await sql`select verdict from raw_inbound order by id`).map(({ verdict }) => verdict),
    ['bad', 'signed']
  )
  await readMessages()
  t.equal((await look(id)).status, 'assigned')
  const guess = await app.inject({ method: 'POST', url: `${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`, payload: '{}' })
  const unsigned = await app.inject({ method: 'POST', url: path, payload: '{}' })
  const big = await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json' },
    payload: 'x'.repeat(256 * 1024 + 1)
  })
  t.same([guess.statusCode, unsigned.statusCode, big.statusCode], [404, 401, 413])
})

t.test('what we cannot read is kept with its reason, and moves nothing', async (t) => {
  const { context, open, post, sql, look } = await aParcelShop(t)
  const { id, ourRef } = await open()
  const raw = async (body: string, name: string) => {
    const [row] =
      await sql`insert into raw_inbound (carrier, transport_id, body_hash, body, headers, verdict, received_at) values ('simulator', ${name}, '', ${Buffer.from(body)}, '{}', 'signed', now()) returning id`
    await recordTracking(context, { post }, { rawId: row!['id'] })
    const [kept] = await sql`select error, processed_at is not null as done from raw_inbound where id = ${row!['id']}`
    return { ...kept }
  }
  const scan = (part: object) => JSON.stringify({ data: { ourRef, occurredLocal: context.now().toString(), ...part } })

  t.match(await raw('not json', '1'), { error: /^unreadable/, done: true })
  t.match(await raw(scan({ code: 'COLLECTED', ourRef: 'nobody' }), '2'), { error: 'tracking_not_found', done: true })
  t.same(await raw(scan({ code: 'NEW WORD' }), '3'), { error: null, done: true })
  t.same(await raw(scan({ code: 'COLLECTED', occurredLocal: '2031-01-01T00:00:00Z' }), '4'), { error: null, done: true })
  t.equal((await look(id)).status, 'draft')
})

t.test('a withdrawn dossier calls its parcels off, also the one being ordered at that moment', async (t) => {
  const { context, open, post, look, tell, readMessages, jobs } = await aParcelShop(t)
  const [waiting, ordered, gone] = [await open(), await open(), await open()]
  await placeOrder(context, { post }, { shipmentId: ordered.id })
  await placeOrder(context, { post }, { shipmentId: gone.id })
  await tell('/advance', { ref: gone.ourRef, steps: 2 })
  await readMessages()
  const dossier = { dossierId: waiting.dossierId }
  const racing = watched(post, { before: async () => void (await callOff(context, { post }, dossier)) })

  await placeOrder(context, racing, { shipmentId: waiting.id })
  t.ok(
    (await jobs()).some(({ name }) => name === 'shipment.call_off'),
    'the carrier is to be told in the same commit'
  )
  await callOff(context, { post }, dossier)

  t.same(
    [(await look(waiting.id)).status, (await look(ordered.id)).status, (await look(gone.id)).status],
    ['cancelled', 'cancelled', 'in_custody']
  )
  t.match(await post.cancel(waiting.ourRef), { value: 'already' }, 'the carrier knows')
})
