// Brings a database to this release: our tables and the job queue's, one starter at a time, on one connection.
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migrateTables } from 'drizzle-orm/node-postgres/migrator'
import { runMigrations as migrateJobs } from 'graphile-worker'
import { StartError } from '../kernel/start-error.ts'
import type { Connection } from './client.ts'
import { openPool, silent } from './pool.ts'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))

/** Any number, the same in every starter of every release. */
const oneMigratorAtATime = 1_182_018

/**
 * All that is missing, in order; nothing when nothing is. Throws a StartError when the database cannot be used.
 * Three starters at once: without the lock two of them fail on tables that already exist.
 */
export async function migrate(connection: Connection): Promise<void> {
  // A pool of one is what both migrators take; the lock belongs to its single connection and ends with it.
  const pool = openPool(connection, { max: 1 })
  try {
    const { rows } = await pool
      .query<{ version: number; schema: string }>(
        "select current_setting('server_version_num')::int as version, coalesce(current_schema(), 'public') as schema"
      )
      .catch(unreachable)
    const [{ version, schema }] = rows as [{ version: number; schema: string }]
    if (version < 180_000) throw tooOld(version)
    await pool.query('select pg_advisory_lock($1)', [oneMigratorAtATime])
    await migrateTables(drizzle(pool), { migrationsFolder, migrationsSchema: schema, migrationsTable: 'migrations' })
    await migrateJobs({ pgPool: pool, logger: silent })
  } finally {
    await pool.end()
  }
}

function unreachable(error: Error & { code?: string }): never {
  const reason = error.message || error.code || 'no answer'
  throw new StartError({
    vi: `Không nối được cơ sở dữ liệu (${reason}): hãy kiểm tra DATABASE_URL và xem PostgreSQL có đang chạy không`,
    en: `The database cannot be reached (${reason}): check DATABASE_URL and whether PostgreSQL is running.`
  })
}

const tooOld = (version: number) =>
  new StartError({
    vi: `Cần PostgreSQL 18, nhưng DATABASE_URL trỏ tới PostgreSQL ${Math.floor(version / 10_000)}`,
    en: `PostgreSQL 18 is needed, but DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}.`
  })
