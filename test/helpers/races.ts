// Races are arranged, not hoped for: hold the lock, start the second, wait until PostgreSQL reports somebody waiting, then commit.
import type { Sql, Tx } from '../../src/database/client.ts'
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

/** A context whose transactions do their work and then wait with the commit: `reached` when all is written, until `proceed`. */
export function holdCommits(context: TestShop['context']) {
  const { promise: gate, resolve: proceed } = Promise.withResolvers<void>()
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const slow = {
    ...context,
    db: Object.assign(Object.create(context.db), {
      transaction: <T>(work: (tx: Tx) => Promise<T>) =>
        context.db.transaction(async (tx) => {
          const result = await work(tx)
          reach()
          await gate
          return result
        })
    })
  }
  return { slow, reached, proceed }
}

/** Starts `second` while `first` holds what it changed and has not committed. @returns both outcomes, settled */
export async function raceFor<A, B>(shop: TestShop, first: (context: TestShop['context']) => Promise<A>, second: () => Promise<B>) {
  const { slow, reached, proceed } = holdCommits(shop.context)
  const one = first(slow)
  await Promise.race([reached, one])
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
