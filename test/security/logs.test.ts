// What stands in the log is for whoever mends the machine: no phone, no name, no answer of a citizen.
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import t from 'tap'
import { quietError } from '../../src/kernel/quiet-error.ts'
import { openTestContext } from '../helpers/context.ts'

t.test('a query that failed is named in the log, the values it carried are not', async (t) => {
  const { context } = await openTestContext(t)
  const lines: string[] = []
  const log = pino({ serializers: { err: quietError } }, { write: (line: string) => void lines.push(line) })
  const phone = '0912480123'
  const failed = await context.db.execute(sql`select ${phone}::text, nonsense from persons`).then(
    () => undefined,
    (error: unknown) => error
  )

  log.error({ err: failed }, 'request failed')
  const twice = sql`insert into persons (phone, created_at) values (${phone}, now())`
  await context.db.execute(twice)
  await context.db.execute(twice).catch((error: unknown) => log.error({ err: error }, 'request failed'))

  t.equal(lines.length, 2)
  t.notMatch(lines.join(''), phone)
  t.match(lines[0], 'nonsense', 'the query is there')
  t.match(lines[0], 'logs.test.ts', 'and where it was asked')
  t.match(lines[1], 'persons_phone', 'the promise that was broken, too')
})
