// The migrations and the tables in the code are one thing said twice: held together by drizzle-kit and by PostgreSQL itself.
import { execFile } from 'node:child_process'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { is } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import t from 'tap'
import drizzleConfig from '../../drizzle.config.ts'
import { openTestDatabase } from '../helpers/database.ts'
import { root, sourcesIn } from './sources.ts'

const migrations = join(root, 'src/database/migrations')

type Journal = { entries: { idx: number; tag: string; when: number }[] }
const journal = JSON.parse(await readFile(join(migrations, 'meta/_journal.json'), 'utf8')) as Journal
const tables = (
  await Promise.all(
    sourcesIn('src')
      .filter(({ path }) => path.endsWith('/table.ts'))
      .map(({ path }) => import(join(root, path)))
  )
)
  .flatMap((module) => Object.values(module as Record<string, unknown>))
  .filter((value): value is PgTable => is(value, PgTable))

t.test('drizzle-kit finds nothing to migrate: no table was changed without a migration', async (t) => {
  const copy = t.testdir()
  await cp(migrations, copy, { recursive: true })
  const { dialect, schema, casing } = drizzleConfig
  const flags = ['--dialect', dialect, '--schema', String(schema), '--casing', String(casing), '--out', relative(root, copy)]

  // Its exit code says nothing: a question it cannot ask without a terminal ends with 0 as well.
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/drizzle-kit'), ['generate', ...flags], { cwd: root })

  t.match(stdout, 'No schema changes', 'run npm run db:generate -- --name what-changed')
  t.strictSame((await readdir(copy)).sort(), (await readdir(migrations)).sort())
})

t.test('every migration is in the journal, in order, and speaks of no schema', async (t) => {
  const files = (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort()
  t.strictSame(
    journal.entries.map(({ tag }) => `${tag}.sql`),
    files
  )
  // An older one than the last applied is skipped without a word.
  const made = journal.entries.map(({ when }) => when)
  t.strictSame(
    made,
    made.toSorted((a, b) => a - b)
  )
  for (const name of files) {
    const text = await readFile(join(migrations, name), 'utf8')
    t.notMatch(text, /"public"\.|\bpublic\./, `${name}: one city is one schema, found by search_path`)
    t.notMatch(text, /create index concurrently/i, `${name}: all pending migrations are one transaction`)
  }
})

t.test('a migrated database has exactly the columns, keys and promises of the tables', async (t) => {
  const { sql } = await openTestDatabase(t)
  for (const table of tables) {
    const { name, columns, indexes, checks, uniqueConstraints } = getTableConfig(table)

    const found = await sql<{ column: string; type: string; isNotNull: boolean }[]>`
      select attname as "column", format_type(atttypid, atttypmod) as type, attnotnull as "isNotNull"
        from pg_attribute
       where attrelid = ${name}::regclass and attnum > 0 and not attisdropped
       order by attname`
    const said = await Promise.all(
      columns.map(async (column) => {
        const [row] = await sql<{ type: string }[]>`select ${column.getSQLType()}::regtype::text as type`
        return {
          column: column.keyAsName ? toSnakeCase(column.name) : column.name,
          type: row!.type,
          isNotNull: column.notNull || column.primary
        }
      })
    )
    t.strictSame(
      found.map((row) => ({ ...row })),
      said.sort((a, b) => (a.column < b.column ? -1 : 1)),
      `${name}: columns`
    )

    const kept = await sql<{ name: string }[]>`
      select conname as name from pg_constraint where conrelid = ${name}::regclass
       union select relname from pg_index join pg_class on oid = indexrelid where indrelid = ${name}::regclass`
    const names = new Set(kept.map((row) => row.name))
    const promised = [
      ...indexes.map(({ config }) => config.name),
      ...checks.map((one) => one.name),
      ...uniqueConstraints.map((one) => one.getName())
    ]
    t.strictSame(
      promised.filter((one) => one !== undefined && !names.has(one)),
      [],
      `${name}: indexes, checks and unique keys`
    )
  }
})

t.test('a migrated database has no table the code does not know', async (t) => {
  const { sql } = await openTestDatabase(t)
  const found = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = current_schema() order by 1`
  t.strictSame(
    found.map(({ name }) => name).filter((name) => name !== 'migrations'),
    tables.map((table) => getTableConfig(table).name).sort()
  )
})
