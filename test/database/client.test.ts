// What goes into the database comes out the same: instants to the microsecond, days without a zone, bytes, and nothing of a rolled-back commit.
import { eq, sql as text } from 'drizzle-orm'
import { pgTable, serial } from 'drizzle-orm/pg-core'
import t from 'tap'
import { rawSql } from '../../src/database/client.ts'
import { bytes, day, instant, uuidKey } from '../../src/database/columns.ts'
import { openTestDatabase } from '../helpers/database.ts'

const samples = pgTable('samples', { id: uuidKey(), order: serial(), seenAt: instant(), heldOn: day(), seal: bytes() })
const table = 'create table samples (id uuid primary key default uuidv7(), "order" serial, seen_at timestamptz, held_on date, seal bytea)'

t.test('an instant keeps its microseconds, a day stays the day it was, whatever zone the session is in', async (t) => {
  const { db, sql } = await openTestDatabase(t, { empty: true })
  await sql.unsafe(table)
  const seenAt = Temporal.Instant.from('2026-11-23T09:00:00.123456Z')
  const heldOn = Temporal.PlainDate.from('2026-02-17')

  await db.transaction(async (tx) => {
    await tx.execute(text`set local timezone = 'Asia/Kolkata'`)
    await tx.insert(samples).values({ seenAt, heldOn, seal: new Uint8Array([0, 255, 7]) })
    const [inside] = await tx.select().from(samples)
    t.ok(inside?.seenAt?.equals(seenAt), 'printed with +05:30 and read back')
  })

  const [row] = await db.select().from(samples).where(eq(samples.seenAt, seenAt))
  const [raw] = await sql`select * from samples where seen_at = ${seenAt} and held_on = ${heldOn}`
  t.ok(row?.seenAt?.equals(seenAt))
  t.ok(row?.heldOn?.equals(heldOn))
  t.same([...row!.seal!], [0, 255, 7])
  t.ok(seenAt.equals(raw!['seen_at']), 'raw SQL speaks the same language')
  t.ok(heldOn.equals(raw!['held_on']))
})

t.test('nanoseconds are cut, so nothing is stored as later than it was', async (t) => {
  const { db, sql } = await openTestDatabase(t, { empty: true })
  await sql.unsafe(table)

  await db.transaction((tx) => tx.insert(samples).values({ seenAt: Temporal.Instant.from('2026-11-23T16:59:59.999999999Z') }))

  const [row] = await db.select().from(samples)
  t.equal(String(row?.seenAt), '2026-11-23T16:59:59.999999Z')
})

t.test('keys made one after the other sort in that order', async (t) => {
  const { db, sql } = await openTestDatabase(t, { empty: true })
  await sql.unsafe(table)

  for (let made = 0; made < 20; made++) await db.transaction((tx) => tx.insert(samples).values({}))

  const rows = await db.select().from(samples).orderBy(samples.id)
  t.same(
    rows.map((row) => row.order),
    rows.map((_, index) => index + 1)
  )
})

t.test('raw SQL inside a transaction belongs to its commit', async (t) => {
  const { db, sql } = await openTestDatabase(t, { empty: true })
  await sql.unsafe(table)
  const failing = db.transaction(async (tx) => {
    const [row] = await rawSql(tx)`insert into samples (seen_at) values (${Temporal.Instant.from('2026-11-23T09:00Z')}) returning seen_at`
    t.ok(row!['seen_at'] instanceof Temporal.Instant)
    throw new Error('changed our mind')
  })

  await t.rejects(failing, { message: 'changed our mind' })

  t.same(await sql`select * from samples`, [])
})

t.test('a count that a JavaScript number cannot hold is an error, not a wrong number', async (t) => {
  const { sql } = await openTestDatabase(t, { empty: true })

  t.same(await sql`select 9007199254740991::bigint as most`, [{ most: Number.MAX_SAFE_INTEGER }])
  await t.rejects(sql`select 9007199254740993::bigint as more`, { message: /9007199254740993/ })
})
