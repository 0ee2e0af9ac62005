// The two ways to the database: `Db` reads, `Tx` changes, and only `transaction` hands out a Tx.
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT, type PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { parseInstant, printInstant } from './columns.ts'

/** A URL, or the parts of one; a `host` that starts with `/` is the directory of a Unix socket. */
export type Connection = string | { host: string; port: number; user: string; password: string; database: string }

type None = Record<string, never>

/** Changes. The compiler refuses the pool where a Tx is asked for, so no row is written outside a transaction. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, None, ExtractTablesWithRelations<None>>

type Whole = PostgresJsDatabase
type Reads = 'select' | 'selectDistinct' | 'selectDistinctOn'

/** Reads: the pool as well as a transaction. */
export type Db = Pick<Whole, Reads | '$with' | '$count' | 'execute'> & {
  with(...queries: Parameters<Whole['with']>): Pick<ReturnType<Whole['with']>, Reads>
}

export type Database = Db & { transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> }

type Temporals = { instant: Temporal.Instant; day: Temporal.PlainDate }
/** Tagged SQL with a pool of its own. */
export type Sql = postgres.Sql<Temporals>

export type OpenDatabase = { db: Database; sql: Sql; close(): Promise<void> }

const oid = { bigint: 20, date: 1082, timestamptz: 1184 }

function parseBigint(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`PostgreSQL sent ${text}, which a JavaScript number cannot hold`)
  return value
}

const types = {
  instant: { to: oid.timestamptz, from: [oid.timestamptz], serialize: textOfInstant, parse: parseInstant },
  day: { to: oid.date, from: [oid.date], serialize: String, parse: (text: string) => Temporal.PlainDate.from(text) },
  bigint: { to: oid.bigint, from: [oid.bigint], serialize: String, parse: parseBigint }
}

function textOfInstant(value: unknown): string {
  return value instanceof Temporal.Instant ? printInstant(value) : String(value)
}

/** `max` connections at most for drizzle, and as many again for raw SQL; each is opened when first needed. */
export function openDatabase(connection: Connection, { max = 10 }: { max?: number } = {}): OpenDatabase {
  // drizzle() rewires the client it is given (dates as text, JSON as it is), so raw SQL has one of its own.
  const beneath = connect(connection, max)
  const db = drizzle(beneath, { casing: 'snake_case' })
  for (const { to, serialize, parse } of Object.values(types)) {
    beneath.options.serializers[to] = serialize
    beneath.options.parsers[to] = parse
  }
  const sql = connect(connection, max)
  const close = async () => {
    await Promise.all([beneath.end({ timeout: 5 }), sql.end({ timeout: 5 })])
  }
  return { db, sql, close }
}

/**
 * Tagged, prepared SQL inside an open transaction, for hot paths: drizzle sends its own statements unprepared, at a fifth of the speed.
 * JSON goes in as text; instants, days and bigints come out as in drizzle.
 */
export function rawSql(tx: Tx): postgres.TransactionSql<Temporals> {
  const session = tx._.session as PostgresJsSession<postgres.Sql, None, ExtractTablesWithRelations<None>>
  return session.client as unknown as postgres.TransactionSql<Temporals>
}

/** The same server, another database. */
export function connectionTo(connection: Connection, database: string): Connection {
  if (typeof connection !== 'string') return { ...connection, database }
  const url = new URL(connection)
  url.pathname = `/${database}`
  return url.href
}

/** A pool that speaks Temporal; whoever opens it ends it. */
export function connect(connection: Connection, max: number): Sql {
  const options = { max, types, onnotice: () => {}, connection: { application_name: 'mot-cua' } }
  if (typeof connection === 'string') return postgres(connection, options) as Sql
  // Given the path itself, because postgres.js would take a folder with a comma for two hosts.
  const path = connection.host.startsWith('/') ? `${connection.host}/.s.PGSQL.${connection.port}` : undefined
  return postgres({ ...connection, ...options, ...(path && { path }) }) as Sql
}
