// Every POST is done once, however often and however simultaneously it is sent, and whatever dies in between.
import t from 'tap'
import { findAgency } from '../../src/agencies/queries.ts'
import { dossiersOfClient } from '../../src/dossiers/queries.ts'
import { lockDossier, nextNumber } from '../../src/dossiers/store.ts'
import { dayOf } from '../../src/kernel/time.ts'
import { aFiledDossier, aFiling, type Caller, openApiShop } from './api-shop.ts'

type Shop = Awaited<ReturnType<typeof openApiShop>>

const filedBy = async ({ context }: Shop, { clientId }: Caller) => (await dossiersOfClient(context.db, { clientId, limit: 50 })).items

/** Holds the agency's running number of today, so that a filing waits in the middle of its transaction. */
async function holdNumbers(shop: Shop) {
  const { db, now } = shop.context
  const agency = await findAgency(db, 'STTTT')
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let hold = () => {}
  const isHeld = new Promise<void>((resolve) => {
    hold = resolve
  })
  const holding = db
    .transaction(async (tx) => {
      await nextNumber(tx, { agencyId: agency!.id, day: dayOf(now()) })
      hold()
      await gate
      throw new Error('given back')
    })
    .catch(() => {})
  await isHeld
  return {
    letGo: async () => {
      letGo()
      await holding
    }
  }
}

async function untilWaiting(shop: Shop, count: number) {
  for (let tries = 0; tries < 500; tries++) {
    const [row] = await shop.sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    if (row!.waiting >= count) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nobody waits')
}

t.test('sent again, a filing gets the same answer byte for byte and is filed once', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const filing = await aFiling(client)

  const first = await client.post('/api/v1/dossiers', filing, 'K')
  shop.setNow('2026-03-02T09:45+07:00')
  const again = await client.post('/api/v1/dossiers', filing, 'K')

  t.equal(first.statusCode, 201)
  t.equal(first.headers['idempotent-replayed'], undefined)
  t.equal(again.headers['idempotent-replayed'], 'true')
  t.same(
    [again.statusCode, again.body, again.headers.location, again.headers['content-type']],
    [201, first.body, first.headers.location, first.headers['content-type']]
  )
  t.equal((await filedBy(shop, client)).length, 1)
})

t.test('another body under the same key is refused; another client may use the key', async (t) => {
  const shop = await openApiShop(t)
  const [client, other] = [await shop.aClient(), await shop.aClient()]
  const filing = await aFiling(client)
  await client.post('/api/v1/dossiers', filing, 'K')

  const reused = await client.post('/api/v1/dossiers', { ...filing, subject: 'Khác' }, 'K')
  const elsewhere = await client.upload(undefined, undefined, 'K')
  const theirs = await other.post('/api/v1/dossiers', await aFiling(other), 'K')

  t.match(reused.json(), { status: 409, code: 'IDEMPOTENCY_KEY_REUSED' })
  t.match(elsewhere.json(), { status: 409, code: 'IDEMPOTENCY_KEY_REUSED' })
  t.equal(theirs.statusCode, 201)
})

t.test('a refusal is an answer too and is repeated; without a key nothing is done', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const filing = await aFiling(client, { answers: {} })

  const first = await client.post('/api/v1/dossiers', filing, 'K')
  const again = await client.post('/api/v1/dossiers', filing, 'K')
  const without = await client.post('/api/v1/dossiers', filing, '')

  t.match(first.json(), { status: 422, code: 'FORM_INCOMPLETE' })
  t.equal(again.body, first.body)
  t.match(again.headers, { 'idempotent-replayed': 'true', 'content-type': /^application\/problem\+json/ })
  t.match(without.json(), { status: 400, code: 'IDEMPOTENCY_KEY_NEEDED' })
})

t.test('a file sent twice under one key is one file', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()

  const [first, again] = [await client.upload(undefined, 'a.pdf', 'K'), await client.upload(undefined, 'a.pdf', 'K')]
  const other = await client.upload(undefined, 'b.pdf', 'K')

  t.equal(again.json().id, first.json().id)
  t.equal(other.json().code, 'IDEMPOTENCY_KEY_REUSED')
})

t.test('while the first is still being filed, the second is told so; afterwards it gets the same answer', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const filing = await aFiling(client)
  const numbers = await holdNumbers(shop)

  const first = client.post('/api/v1/dossiers', filing, 'K')
  await untilWaiting(shop, 1)
  const second = await client.post('/api/v1/dossiers', filing, 'K')
  await numbers.letGo()
  const filed = await first
  const third = await client.post('/api/v1/dossiers', filing, 'K')

  t.match(second.json(), { status: 409, code: 'REQUEST_IN_PROGRESS' })
  t.equal(filed.statusCode, 201)
  t.equal(third.body, filed.body)
  t.same(
    (await filedBy(shop, client)).map(({ code }) => code),
    ['000.00.18.H24-260302-0001'],
    'no number is lost'
  )
})

t.test('a claim nobody has answered for a minute is taken over; if its holder comes back after all, only one of them files', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const filing = await aFiling(client)
  const numbers = await holdNumbers(shop)

  const first = client.post('/api/v1/dossiers', filing, 'K')
  await untilWaiting(shop, 1)
  shop.setNow('2026-03-02T08:31:30+07:00')
  const second = client.post('/api/v1/dossiers', filing, 'K')
  await untilWaiting(shop, 2)
  await numbers.letGo()
  const answers = [await first, await second]

  t.same(
    answers.map(({ statusCode }) => statusCode),
    [409, 201]
  )
  t.equal((await filedBy(shop, client)).length, 1)
  t.equal((await client.post('/api/v1/dossiers', filing, 'K')).body, answers[1]!.body)
})

t.test('a crash between claim and filing leaves nothing but the claim, and the next try files', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const filing = await aFiling(client)
  const lost = await client.post('/api/v1/dossiers', filing, 'K')
  // What a killed process leaves: the claim is there, its transaction never committed.
  await shop.sql`update idempotency_keys set status = null, body = null where key = 'K'`
  await client.post(`/api/v1/dossiers/${lost.json().id}/withdraw`, { reason: 'x' })

  const soon = await client.post('/api/v1/dossiers', filing, 'K')
  shop.setNow('2026-03-02T08:32+07:00')
  const later = await client.post('/api/v1/dossiers', filing, 'K')

  t.equal(soon.json().code, 'REQUEST_IN_PROGRESS')
  t.equal(later.statusCode, 201)
})

t.test('our own failure frees the key at once', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const filing = await aFiling(client)
  await shop.sql`alter table dossier_counts rename to hidden`

  const failed = await client.post('/api/v1/dossiers', filing, 'K')
  await shop.sql`alter table hidden rename to dossier_counts`
  const again = await client.post('/api/v1/dossiers', filing, 'K')

  t.match(failed.json(), { status: 500, code: 'OUR_FAULT' })
  t.equal(again.statusCode, 201)
  t.equal((await filedBy(shop, client)).length, 1)
})

t.test('two withdrawals under two keys: the lifecycle, not the key, tells the second', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  const id = await aFiledDossier(client)
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const holding = shop.context.db.transaction(async (tx) => {
    await lockDossier(tx, id)
    await gate
  })

  const both = [
    client.post(`/api/v1/dossiers/${id}/withdraw`, { reason: 'x' }),
    client.post(`/api/v1/dossiers/${id}/withdraw`, { reason: 'x' })
  ]
  await untilWaiting(shop, 2)
  letGo()
  await holding

  t.same((await Promise.all(both)).map(({ statusCode }) => statusCode).sort(), [200, 409])
})

t.test('answers are forgotten after a day, a few at each new key', async (t) => {
  const shop = await openApiShop(t)
  const client = await shop.aClient()
  for (const key of ['A', 'B', 'C']) await client.upload(undefined, undefined, key)

  shop.setNow('2026-03-03T08:31+07:00')
  await client.upload(undefined, undefined, 'D')

  t.same(await shop.sql`select key from idempotency_keys`, [{ key: 'D' }])
})
