// Puts work for later into the same commit as its reason: rolled back together, never lost, never early.
import { rawSql, type Tx } from '../database/client.ts'
import type { JobName, JobPayloads } from './names.ts'

/**
 * `key`: at most one such job waits; the newest word about it counts (payload, time, and its tries begin anew). One that is running
 * already is not touched: it may not have seen what changed, so the job runs once more after it.
 * `runAt`: not before this instant of our clock; without it, as soon as the transaction is committed.
 */
export type NewJob = {
  [Name in JobName]: { name: Name; payload: JobPayloads[Name]; key?: string | undefined; runAt?: Temporal.Instant | undefined }
}[JobName]

/** Any number of jobs in one round trip. `now` is the clock of the context: PostgreSQL is only told how long to wait. */
export async function enqueue(tx: Tx, jobs: readonly NewJob[], now: Temporal.Instant): Promise<void> {
  if (jobs.length === 0) return
  const rows = newestOfEachKey(jobs).map(({ name, payload, key, runAt }) => ({
    name,
    payload,
    key,
    wait: runAt ? Math.max(0, runAt.epochMilliseconds - now.epochMilliseconds) : 0
  }))
  await rawSql(tx)`
    select count(*)
      from graphile_worker.add_jobs(array(
             select (name, payload, null, now() + wait * interval '1 millisecond', null, key, null, null)::graphile_worker.job_spec
               from json_to_recordset(${JSON.stringify(rows)}::json) as job (name text, payload json, key text, wait bigint)))`
}

/** One statement cannot write the same key twice. */
function newestOfEachKey(jobs: readonly NewJob[]): NewJob[] {
  const newest = new Map(jobs.map((job) => [job.key, job]))
  return jobs.filter((job) => job.key === undefined || newest.get(job.key) === job)
}
