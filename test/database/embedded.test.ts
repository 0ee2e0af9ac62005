// The database of our own: it outlives a killed shop, comes back after a crash, never runs as root, and serves one shop at a time.
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openDatabase } from '../../src/database/client.ts'
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts'
import { killHard, startChild } from '../helpers/child.ts'

const isRoot = process.getuid?.() === 0

t.test('the shop is killed: the next start finds the database running and takes it over', async (t) => {
  const dataDir = await aDataDir(t)
  const shop = await startChild(t, 'shop-process.ts', dataDir)
  const server = Number(shop.firstLine)

  await killHard(shop)
  t.ok(isAlive(server), 'the database outlives the shop')
  const next = await startEmbedded({ dataDir })
  const kept = await promisesKept(next)
  await next.stop()

  t.equal(next.adopted, true)
  t.equal(kept, 1, 'what was committed is there')
  await t.rejects(stat(join(dataDir, 'postgres', 'postmaster.pid')), { code: 'ENOENT' }, 'and an adopted database stops with its shop')
})

t.test('shop and database are killed: the next start recovers what was committed', async (t) => {
  const dataDir = await aDataDir(t)
  const shop = await startChild(t, 'shop-process.ts', dataDir)

  process.kill(Number(shop.firstLine), 'SIGKILL')
  await killHard(shop)
  t.ok(await stat(join(dataDir, 'postgres', 'postmaster.pid')), 'a stale pid file is in the way')
  const next = await startEmbedded({ dataDir })
  const kept = await promisesKept(next)
  await next.stop()

  t.equal(next.adopted, false)
  t.equal(kept, 1)
})

t.test('a second shop on the same folder is refused, and the first keeps its database', async (t) => {
  const dataDir = await aDataDir(t)
  const first = await startEmbedded({ dataDir })
  t.teardown(first.stop)

  await t.rejects(startEmbedded({ dataDir }), { name: 'StartError', message: /is in use by another running system/ })

  const { sql, close } = openDatabase(first.connection, { max: 1 })
  t.same(await sql`select 1 as alive`, [{ alive: 1 }])
  await close()
})

t.test('two starters on an empty folder: one opens, the other is refused in a sentence', async (t) => {
  const dataDir = await aDataDir(t)

  const starts = await Promise.allSettled([startEmbedded({ dataDir }), startEmbedded({ dataDir })])

  const opened = starts.filter((start) => start.status === 'fulfilled')
  const refused = starts.filter((start) => start.status === 'rejected')
  for (const { value } of opened) await value.stop()
  t.equal(opened.length, 1)
  t.match(refused, [{ reason: { name: 'StartError' } }])
})

t.test('started by root, the database belongs to and runs as a plain user', { skip: isRoot ? false : 'only as root' }, async (t) => {
  const dataDir = await aDataDir(t)
  const shop = await startChild(t, 'shop-process.ts', dataDir)

  const status = await readFile(`/proc/${shop.firstLine}/status`, 'utf8')
  const { uid } = await stat(join(dataDir, 'postgres'))

  t.not(uid, 0)
  t.match(status, new RegExp(`^Uid:\\t${uid}\\t${uid}\\t`, 'm'))
  t.match(status, /^Groups:\s*$/m, "none of root's groups came along")
  shop.process.kill('SIGTERM')
  t.equal(await shop.ended, 0)
})

t.test(
  'root keeps the data where no plain user can enter: the database gets a place where it can',
  { skip: isRoot ? false : 'only as root' },
  async (t) => {
    const closed = await aDataDir(t)
    await chmod(closed, 0o700)
    const dataDir = join(closed, 'data')

    const { connection, stop } = await startEmbedded({ dataDir })
    const { sql, close } = openDatabase(connection, { max: 1 })
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`
    await close()
    await stop()
    t.teardown(() => rm(row!.folder, { recursive: true }))

    t.notMatch(row!.folder, closed)
    const again = await startEmbedded({ dataDir })
    t.equal(again.connection.host, connection.host, 'and is found there again')
    await again.stop()
  }
)

t.test('a data folder deeper than a socket path may be long', async (t) => {
  const dataDir = join(await aDataDir(t), 'x'.repeat(120))

  const { connection, stop } = await startEmbedded({ dataDir })
  t.teardown(() => rm(connection.host, { recursive: true, force: true }))
  await stop()

  t.ok(Buffer.byteLength(`${connection.host}/.s.PGSQL.5432`) <= 107, connection.host)
})

t.test('the password is readable by us alone', async (t) => {
  const dataDir = await aDataDir(t)
  const { stop } = await startEmbedded({ dataDir })
  await stop()

  const { mode } = await stat(join(dataDir, 'postgres.password'))

  t.equal(mode & 0o777, 0o600)
})

t.test('a file where the data folder should be is refused in a sentence', async (t) => {
  await t.rejects(startEmbedded({ dataDir: '/dev/null/data' }), {
    name: 'StartError',
    message: /set DATA_DIR to one that can be read and written/
  })
})

t.test('data of another PostgreSQL is refused, not touched', async (t) => {
  const dataDir = await aDataDir(t)
  const { stop } = await startEmbedded({ dataDir })
  await stop()
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')

  await t.rejects(startEmbedded({ dataDir }), { name: 'StartError', message: /was made by PostgreSQL 17; this release needs 18/ })
})

async function aDataDir(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-embedded-'))
  await chmod(folder, 0o755)
  t.teardown(async () => {
    // A test that failed half-way may have left its database running.
    const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (pid && isAlive(Number(pid))) process.kill(Number(pid), 'SIGQUIT')
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

async function promisesKept({ connection }: Embedded): Promise<number> {
  const { sql, close } = openDatabase(connection, { max: 1 })
  const rows = await sql`select from promises`
  await close()
  return rows.length
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
