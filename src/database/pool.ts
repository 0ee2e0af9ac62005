// The job queue brings a driver of its own (pg): pools for it, which survive the loss of a connection.
import { Logger } from 'graphile-worker'
import pg from 'pg'
import type { Connection } from './client.ts'

/** How a worker's connections are called in pg_stat_activity; PostgreSQL keeps 63 bytes. */
export const queueName = (workerId = 'only'): string => `mot-cua-jobs ${workerId}`.slice(0, 63)

/** Whoever opens it ends it. */
export function openPool(connection: Connection, { max, name = 'mot-cua' }: { max: number; name?: string }): pg.Pool {
  const where = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({ ...where, max, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000, application_name: name })
  // pg reports a lost connection twice: here, where nobody listening would end the process, and at the next query, which says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The queue's own chatter; what became of a job is logged by the runner, by kind of error. */
export const silent = new Logger(() => () => {})
