// A shop with nothing but its database: keeps one row, says where it is, and stays open.
import { openDatabase } from '../../src/database/client.ts'
import { startEmbedded } from '../../src/database/embedded.ts'

const [, , dataDir] = process.argv
const { connection, stop } = await startEmbedded({ dataDir: dataDir! })
const { sql, close } = openDatabase(connection, { max: 1 })
await sql`create table if not exists promises (said text not null)`
await sql`insert into promises values ('kept')`
const [row] = await sql<{ pid: string }[]>`select trim(split_part(pg_read_file('postmaster.pid'), chr(10), 1)) as pid`
console.log(row!.pid)
process.once('SIGTERM', async () => {
  await close()
  await stop()
})
