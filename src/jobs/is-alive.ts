// For the health check of a worker's container: exit code 0 when this worker's queue holds its connection to the database.
import { readConfig } from '../config.ts'
import { connect } from '../database/client.ts'
import { queueName } from '../database/pool.ts'

const { databaseUrl, workerId } = readConfig(process.env)
const sql = connect(databaseUrl!, 1)
const found = await sql`select from pg_stat_activity where application_name = ${queueName(workerId)}`.catch(() => [])
await sql.end({ timeout: 1 })
process.exitCode = found.length > 0 ? 0 : 1
