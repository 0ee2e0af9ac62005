// Races are arranged, not hoped for: hold the lock, start the second, wait until PostgreSQL reports somebody waiting, then commit.
import type { Sql } from '../../src/database/client.ts'
import type { TestShop } from './context.ts'

/** Until PostgreSQL reports somebody waiting for a lock. */
export async function someoneWaits(sql: Sql): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    if (row!.waiting > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('Nobody waited for the lock: is it still taken?')
}

/** Starts `second` while `first` holds what it changed and has not committed. @returns both outcomes, settled */
export async function raceFor<A, B>(shop: TestShop, first: (context: TestShop['context']) => Promise<A>, second: () => Promise<B>) {
  let proceed = () => {}
  const gate = new Promise<void>((resolve) => {
    proceed = resolve
  })
  let reached = () => {}
  const held = new Promise<void>((resolve) => {
    reached = resolve
  })
  const slow = {
    ...shop.context,
    db: Object.assign(Object.create(shop.context.db), {
      transaction: <T>(work: (tx: never) => Promise<T>) =>
        shop.context.db.transaction(async (tx) => {
          const result = await work(tx as never)
          reached()
          await gate
          return result
        })
    })
  }
  const one = first(slow)
  await Promise.race([held, one])
  const two = second()
  const settledTwo = Promise.allSettled([two])
  await someoneWaits(shop.sql).catch(async (error) => {
    proceed()
    await Promise.allSettled([one, two])
    throw error
  })
  proceed()
  const [a] = await Promise.allSettled([one])
  const [b] = await settledTwo
  return { first: a!, second: b! }
}
