// A database for each test file: PostgreSQL itself, with our tables, the catalogue and the calendar, cloned in 30 ms.
import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { type Connection, connectionTo, type OpenDatabase, openDatabase } from '../../src/database/client.ts'

/** What test/run.ts makes once: every test database is a copy of it. */
export const template = 'template_mot_cua'

export type TestDatabase = OpenDatabase & { connection: Connection }

/** A database nobody else sees; it is gone when the test has ended. `empty` is one without a single table. */
export async function openTestDatabase(t: Test, { empty = false, max = 5 }: { empty?: boolean; max?: number } = {}): Promise<TestDatabase> {
  const server = testServer()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (sql) => sql.unsafe(`create database ${name} template ${empty ? 'template0' : template} strategy file_copy`))
  const connection = connectionTo(server, name)
  const open = openDatabase(connection, { max })
  t.teardown(async () => {
    await open.close()
    await onServer(server, (sql) => sql.unsafe(`drop database ${name} with (force)`))
  })
  return { ...open, connection }
}

/** Where test/run.ts keeps its PostgreSQL for the tests it runs. */
export function testServer(): Connection {
  const text = process.env['TEST_SERVER']
  if (text) return JSON.parse(text) as Connection
  throw new Error('This test needs a database: run it as `npm test -- <file>`.')
}

export async function onServer<T>(server: Connection, work: (sql: OpenDatabase['sql']) => Promise<T>): Promise<T> {
  const { sql, close } = openDatabase(server, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await close()
  }
}
