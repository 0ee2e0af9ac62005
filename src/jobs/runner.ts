// Runs what was put off, and decides by the kind of error what becomes of a job: again later, or parked for an operator to see.
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { type JobHelpers, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Logger } from 'pino'
import { ServiceError } from '../../services/service-error.ts'
import type { Connection, Sql } from '../database/client.ts'
import { openPool, queueName, silent } from '../database/pool.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { JobName, JobPayloads } from './names.ts'

/** What a handler may know about the job it does; `attempt` is 1 the first time. */
export type JobInHand = { id: string; name: JobName; key: string | undefined; attempt: number }

/** Every handler may be called twice with the same payload: it looks at the state before it does anything. */
export type Handlers = { [Name in JobName]: (payload: JobPayloads[Name], { job }: { job: JobInHand }) => Promise<void> }

type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/** A bug is tried three times: it may have met a lock or a lost connection, but seldom gets better by itself. */
const triesOfABug = 3

export type Worker = {
  /** Takes no new jobs, finishes those in hand, and lets go of the connections. */
  stop(): Promise<void>
  /** Resolves when the worker has ended; with the error when it ended by itself, and then the process should end too. */
  ended: Promise<Error | undefined>
}

/**
 * `workerId` is this worker's name, the same after every restart: jobs that it held when it was killed are freed at once, where
 * the queue itself would wait four hours. Without a name it is the only worker of the database, and all held jobs are freed.
 */
export async function startWorker(options: {
  connection: Connection
  handlers: Partial<Handlers>
  concurrency?: number
  workerId?: string | undefined
  logger: Log
}): Promise<Worker> {
  const { connection, handlers, concurrency = 4, workerId, logger } = options
  const pool = openPool(connection, { max: concurrency + 2, name: queueName(workerId) })
  try {
    const prefix = workerId === undefined ? '' : `${workerId}:`
    const { rows } = await pool.query<{ holder: string }>(
      'select distinct locked_by as holder from graphile_worker.jobs where starts_with(locked_by, $1)',
      [prefix]
    )
    await pool.query('select graphile_worker.force_unlock_workers($1)', [rows.map(({ holder }) => holder)])
    const runner = await run({
      pgPool: pool,
      taskList: tasks(handlers, logger),
      logger: silent,
      noHandleSignals: true,
      events: namedAfter(prefix),
      // Jobs are fetched and reported back by the hundred: with one round trip for each, 1,100 empty jobs/s instead of 30,000.
      preset: { worker: { concurrentJobs: concurrency, localQueue: { size: 500 }, completeJobBatchDelay: 5 } }
    })
    const ended = runner.promise.then(
      () => undefined,
      (error: Error) => error
    )
    const stop = async () => {
      await runner.stop()
      await ended
      await pool.end()
    }
    return { stop, ended }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Does all that is due, and what that work itself puts on the queue, one by one; for tests, which own their time. */
export async function runDueJobs(options: { connection: Connection; handlers: Partial<Handlers>; logger?: Log }): Promise<void> {
  const pool = openPool(options.connection, { max: 3 })
  try {
    await runOnce({ pgPool: pool, taskList: tasks(options.handlers, options.logger), logger: silent, noHandleSignals: true })
  } finally {
    await pool.end()
  }
}

export type KeptJob = {
  id: string
  name: JobName
  payload: unknown
  key: string | null
  runAt: Temporal.Instant
  attempts: number
  lastError: string | null
}

/** Waiting or in somebody's hand, the next one first. */
export const pendingJobs = (sql: Sql): Promise<KeptJob[]> =>
  keptJobs(sql, sql`jobs.attempts < jobs.max_attempts or jobs.locked_at is not null`)

/** Given up; they stay until an operator has looked at them. */
export const parkedJobs = (sql: Sql): Promise<KeptJob[]> =>
  keptJobs(sql, sql`jobs.attempts >= jobs.max_attempts and jobs.locked_at is null`)

async function keptJobs(sql: Sql, which: ReturnType<Sql>): Promise<KeptJob[]> {
  // The public view leaves out the payload.
  return sql<KeptJob[]>`
    select jobs.id::text, tasks.identifier as name, jobs.payload, jobs.key, jobs.run_at as "runAt", jobs.attempts::int,
           jobs.last_error as "lastError"
      from graphile_worker._private_jobs as jobs
      join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
     where ${which}
     order by jobs.run_at, jobs.id`
}

/** The queue gives each pool a random name and reads it whenever it locks a job; ours begins with the worker's own. */
function namedAfter(prefix: string): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.once('pool:create', ({ workerPool }) => {
    workerPool.id = `${prefix}${randomUUID()}`
  })
  return events
}

function tasks(handlers: Partial<Handlers>, logger: Log | undefined): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        const { id, key, attempts } = helpers.job
        const job: JobInHand = { id, name: name as JobName, key: key ?? undefined, attempt: attempts }
        try {
          await (handler as (payload: unknown, { job }: { job: JobInHand }) => Promise<void>)(payload, { job })
        } catch (error) {
          if (isFinal(error, job, logger)) await giveUp(helpers)
          else if (error instanceof ServiceError && error.after) await holdBack(helpers, error.after)
          throw error
        }
      }
    ])
  )
}

/** Logs by kind and says whether trying again is useless. */
function isFinal(error: unknown, job: JobInHand, logger: Log | undefined): boolean {
  if (error instanceof Refusal) {
    logger?.info({ job, code: error.code, facts: error.facts }, 'job refused')
    return true
  }
  if (error instanceof ServiceError) {
    logger?.warn({ job, service: error.service, retry: error.retry, reason: error.message }, 'job met a failing service')
    return !error.retry
  }
  logger?.error({ job, err: error }, 'job failed')
  return job.attempt >= triesOfABug
}

/** With its tries used up the queue keeps the job, and its last error, but never takes it again. */
async function giveUp({ query, job }: JobHelpers): Promise<void> {
  await query('update graphile_worker._private_jobs set attempts = max_attempts where id = $1', [job.id])
}

/** Not before the other side asked for; the queue adds its own growing delay. */
async function holdBack({ query, job }: JobHelpers, seconds: number): Promise<void> {
  await query("update graphile_worker._private_jobs set run_at = now() + $2 * interval '1 second' where id = $1", [job.id, seconds])
}
