// Time of the queue, for tests: nobody sleeps until a job is due.
import type { Sql } from '../../src/database/client.ts'

/** The hands of the clock move on: what is due within this time is due now. */
export async function letTimePass(sql: Sql, seconds: number): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = run_at - ${seconds} * interval '1 second'`
}
