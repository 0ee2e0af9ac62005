// The tables: brought up to date by whoever starts first, equal to what the code says, and in no schema by name.
import { spawnSync } from 'node:child_process'
import { cp, glob, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import t from 'tap'
import { migrate } from '../../src/database/migrate.ts'
import { openTestDatabase } from '../helpers/database.ts'

const root = join(import.meta.dirname, '../..')
const migrations = join(root, 'src/database/migrations')

t.test('three starters at once: all of them open, and each migration is there once', async (t) => {
  const { connection, sql } = await openTestDatabase(t, { empty: true })

  await Promise.all([migrate(connection), migrate(connection), migrate(connection)])

  const files = await Array.fromAsync(glob(`${migrations}/*.sql`))
  const [ours] = await sql`select count(*) from migrations`
  const [jobs] = await sql`select count(*) > 0 as there from graphile_worker.migrations`
  t.equal(ours!['count'], files.length)
  t.equal(jobs!['there'], true)
})

t.test('started again: nothing changes', async (t) => {
  const { connection, sql } = await openTestDatabase(t)
  const before = await sql`select * from migrations`

  await migrate(connection)

  t.same(await sql`select * from migrations`, before)
})

t.test('no database at that address: one sentence, no stack of our own', async (t) => {
  await t.rejects(migrate('postgres://nobody:none@127.0.0.1:1/none'), {
    name: 'StartError',
    message: /cannot be reached.*check DATABASE_URL/
  })
})

t.test('the tables in the code are the tables of the migrations', async (t) => {
  // drizzle-kit's exit code says nothing, so it generates into a copy, and there must be nothing new.
  const copy = await mkdtemp(join(tmpdir(), 'mot-cua-migrations-'))
  t.teardown(() => rm(copy, { recursive: true }))
  await cp(migrations, copy, { recursive: true })
  const before = await readdir(copy)

  const options = ['--dialect=postgresql', '--schema=./src/*/table.ts', `--out=${relative(root, copy)}`, '--casing=snake_case']
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/drizzle-kit'), ['generate', ...options], {
    cwd: root,
    encoding: 'utf8'
  })

  t.match(stdout, /No schema changes/, stderr)
  t.same(await readdir(copy), before)
})

t.test('no migration names a schema: one city is one schema, chosen by search_path', async (t) => {
  for await (const file of glob(`${migrations}/*.sql`)) t.notMatch(await readFile(file, 'utf8'), /"public"|\bpublic\./, file)
})
