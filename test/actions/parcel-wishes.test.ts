// A wish all the way to the carrier and back: told once, a second visit, or too late.
import t, { type Test } from 'tap'
import { askForParcel } from '../../src/shipments/actions/ask-for-parcel.ts'
import { instructPost } from '../../src/shipments/actions/instruct-post.ts'
import { placeOrder } from '../../src/shipments/actions/place-order.ts'
import { currentWish, findWish } from '../../src/shipments/queries.ts'
import { aParcelShop } from '../helpers/parcels.ts'

async function aFailedVisit(t: Test) {
  const shop = await aParcelShop(t)
  const { context, post, open, tell, simulator, readMessages } = shop
  const parcel = await open()
  await placeOrder(context, { post }, { shipmentId: parcel.id })
  await tell(`/orders/${parcel.ourRef}/script`, { script: 'returned' })
  const advance = async (steps: number) => {
    await tell('/advance', { ref: parcel.ourRef, steps })
    await simulator.settled()
    await readMessages()
    return shop.look(parcel.id)
  }
  return { ...shop, parcel, advance, failed: await advance(6) }
}

const tomorrow = Temporal.PlainDate.from('2026-03-03')

t.test('the carrier is told and comes a second time; the proof closes the parcel', async (t) => {
  const { context, post, parcel, advance, failed, db, look } = await aFailedVisit(t)
  t.match(failed, { status: 'attempt_failed', attempts: 1 })

  const wish = await askForParcel(context, { shipmentId: parcel.id, wish: { way: 'redeliver', onDay: tomorrow }, via: 'account' })
  t.equal((await look(parcel.id)).status, 'attempt_failed', 'a wish moves nothing by itself')
  await instructPost(context, { post }, { wishId: wish.id })
  await instructPost(context, { post }, { wishId: wish.id })

  t.match(await findWish(db, wish.id), { refusedAt: null, refusedText: null })
  t.ok((await findWish(db, wish.id))?.toldAt)
  t.equal((await advance(1)).status, 'out_for_delivery')
  t.match(await advance(1), { status: 'delivered', leg: 'forward' })
})

t.test('another wish takes the place of the first, which is then never told', async (t) => {
  const { context, post, parcel, db, advance } = await aFailedVisit(t)
  const first = await askForParcel(context, { shipmentId: parcel.id, wish: { way: 'redeliver', onDay: tomorrow }, via: 'account' })
  const second = await askForParcel(context, { shipmentId: parcel.id, wish: { way: 'desk' }, via: 'account' })
  await instructPost(context, { post }, { wishId: first.id })
  await instructPost(context, { post }, { wishId: second.id })

  t.equal((await findWish(db, first.id))?.toldAt, null)
  t.match(await currentWish(db, { id: parcel.id, attempts: 1 }), { id: second.id, way: 'desk' })
  t.match(await advance(1), { leg: 'return' })
})

t.test('the postman had left already: the recipient reads that it was not taken', async (t) => {
  const { context, post, parcel, db, tell } = await aFailedVisit(t)
  const wish = await askForParcel(context, { shipmentId: parcel.id, wish: { way: 'collect' }, via: 'account' })
  await tell('/advance', { ref: parcel.ourRef, steps: 1 })
  await instructPost(context, { post }, { wishId: wish.id })

  t.match(await findWish(db, wish.id), { toldAt: null, refusedText: 'too_late' })
  t.ok((await findWish(db, wish.id))?.refusedAt)
})

t.test('the carrier cannot be reached: the job is tried again, nothing is claimed', async (t) => {
  const { context, post, parcel, db } = await aFailedVisit(t)
  const wish = await askForParcel(context, { shipmentId: parcel.id, wish: { way: 'collect' }, via: 'account' })
  const silent = { ...post, instruct: async () => ({ ok: false as const, kind: 'retryable' as const, message: 'busy' }) }
  await t.rejects(instructPost(context, { post: silent }, { wishId: wish.id }), { name: 'ServiceError' })
  t.match(await findWish(db, wish.id), { toldAt: null, refusedAt: null })
})
