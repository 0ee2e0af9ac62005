// Lines that must not compile: when one of them does, `npm run check` fails because its @ts-expect-error has nothing to expect.
import type { Database, Db, Tx } from '../../src/database/client.ts'

declare const database: Database
declare const reads: Db
declare function change(tx: Tx): Promise<void>

export async function whatTheCompilerRefuses() {
  // @ts-expect-error the pool is not a transaction: what one action changes would not be one commit
  await change(database)
  // @ts-expect-error the reading part is not a transaction either
  await change(reads)
  // @ts-expect-error the pool does not insert
  database.insert
  // @ts-expect-error nor update
  database.update
  // @ts-expect-error nor does it delete behind a common table expression
  database.with().delete
}

export async function whatTheCompilerAllows() {
  await database.transaction(async (tx) => {
    const inside: Db = tx
    await inside.execute('select 1')
    await change(tx)
  })
}
