// A PostgreSQL of our own below DATA_DIR: started, adopted after a crash, and stopped only when the shop has closed.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type postgres from 'postgres'
import { keptSecret, makeFolder, unusableFolder } from '../kept-secret.ts'
import { StartError } from '../kernel/start-error.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Connection, connect } from './client.ts'
import { handOver, isReachable, roomForPlainUsers, type SystemUser, userForPostgres } from './system-user.ts'

export type Embedded = {
  connection: Exclude<Connection, string>
  /** Whether a server that outlived its shop was found and taken over. */
  adopted: boolean
  stop(): Promise<void>
}

type Place = {
  dataDir: string
  /** PostgreSQL's own folder, its real path. */
  folder: string
  password: string
  user: SystemUser | undefined
  binaries: Binaries
}

const database = 'mot_cua'
const oneShopPerFolder = 1_202_618
const hasSockets = process.platform !== 'win32'

/** Settings for servers whose data nobody will miss: a power cut may destroy it. */
export const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** `settings` are `name=value` lines for a server that has to be started; a survivor keeps those it has. */
export async function startEmbedded({ dataDir, settings = [] }: { dataDir: string; settings?: string[] }): Promise<Embedded> {
  const place = await preparePlace(dataDir)
  const { connection, child } = await adoptOrStart(place, settings)
  const guard = await beTheOnlyShop(place, connection)
  await createDatabase(guard)
  const stop = async () => {
    await guard.end({ timeout: 1 })
    await stopServer(place, child)
  }
  return { connection: { ...connection, database }, adopted: child === undefined, stop }
}

async function preparePlace(dataDir: string): Promise<Place> {
  try {
    makeFolder(dataDir)
    const user = await userForPostgres()
    const binaries = await findBinaries(user)
    const real = await realpath(dataDir)
    const password = keptSecret(real, 'postgres.password', () => randomBytes(24).toString('hex'))
    const folder = await preparedFolder(real, { password, user, binaries })
    return { dataDir: real, folder, password, user, binaries }
  } catch (error) {
    if (error instanceof StartError || !(error as NodeJS.ErrnoException).code) throw error
    throw unusableFolder(dataDir, error as NodeJS.ErrnoException)
  }
}

/** DATA_DIR/postgres, made by initdb when it is not there. */
async function preparedFolder(dataDir: string, { password, user, binaries }: Omit<Place, 'dataDir' | 'folder'>): Promise<string> {
  const folder = join(dataDir, 'postgres')
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) await initialize(folder, { dataDir, password, user, binaries })
  else if (version.trim() !== '18')
    throw new StartError({
      vi: `Dữ liệu trong ${folder} do PostgreSQL ${version.trim()} tạo, còn bản này cần PostgreSQL 18`,
      en: `The data in ${folder} was made by PostgreSQL ${version.trim()}; this release needs 18.`
    })
  const real = await realpath(folder)
  if (user) await handOver(real, user)
  return real
}

/** Made beside its place and moved there whole: whoever is killed half-way leaves nothing that looks like a database. */
async function initialize(folder: string, { dataDir, password, user, binaries }: Omit<Place, 'folder'>): Promise<void> {
  const elsewhere = user !== undefined && !(await isReachable(dataDir, user))
  const fresh = await mkdtemp(join(elsewhere ? await roomForPlainUsers() : dataDir, 'postgres-'))
  const passwordFile = `${fresh}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) {
    await chown(fresh, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  // Root collation for names of every language; Vietnamese order is asked for by name (vi-x-icu) where people read a list.
  const locale = ['--locale-provider=icu', '--icu-locale=und', '--locale=C', '--encoding=UTF8']
  const safety = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums']
  const { code, output } = await runToEnd(binaries.initdb, ['-D', fresh, '-U', 'postgres', ...locale, ...safety], user)
  await rm(passwordFile)
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    throw new StartError({
      vi: `Không tạo được cơ sở dữ liệu trong ${dataDir}: ${lastLine(output)}`,
      en: `The database in ${dataDir} could not be created: ${lastLine(output)}`
    })
  }
  // Of two starters on an empty folder one is first; the other uses what that one made.
  const settle = elsewhere ? symlink(fresh, folder) : rename(fresh, folder)
  await settle.catch(() => rm(fresh, { recursive: true, force: true }))
}

async function runToEnd(program: string, args: string[], user: SystemUser | undefined): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { ...user, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.join('') }))
  })
}

type Server = { connection: Exclude<Connection, string>; child: ChildProcess | undefined }

/**
 * A server that outlived its shop (kill -9 of node) is taken over. After both died, its last children hold the shared memory
 * for a moment and postmaster.pid is still there: a new server refuses, so it is tried again for some seconds.
 */
async function adoptOrStart(place: Place, settings: string[]): Promise<Server> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const survivor = await readPidFile(place)
    if (survivor && (await answers(survivor.connection))) return { connection: survivor.connection, child: undefined }
    const { connection, child } = await spawnServer(place, settings)
    const failure = await readyOrFailure(connection, child, place)
    if (failure === undefined) return { connection, child }
    const mayPass = /lock file|shared memory block|in use/.test(failure)
    if (!mayPass || Date.now() > deadline)
      throw new StartError({
        vi: `Cơ sở dữ liệu đi kèm không khởi động được: ${failure}`,
        en: `The embedded database did not start: ${failure}`
      })
    await pause(200)
  }
}

async function spawnServer(place: Place, settings: string[]): Promise<Server> {
  const socketFolder = await socketFolderFor(place)
  const port = hasSockets ? 5432 : await freePort()
  const where = hasSockets
    ? ['listen_addresses=', `unix_socket_directories=${socketFolder}`, 'unix_socket_permissions=0700']
    : ['listen_addresses=127.0.0.1']
  const options = [`port=${port}`, 'timezone=UTC', ...where, ...settings].flatMap((setting) => ['-c', setting])
  const log = logFile(place)
  await rename(log, `${log}.1`).catch(() => {})
  const output = openSync(log, 'w', 0o600)
  // Detached: Ctrl-C reaches the whole group of the terminal, and the database must outlast the last request.
  const child = spawn(place.binaries.postgres, ['-D', place.folder, ...options], {
    ...place.user,
    env: environment(),
    detached: true,
    stdio: ['ignore', output, output]
  })
  child.on('error', () => {})
  child.unref()
  closeSync(output)
  return { connection: connectionAt(hasSockets ? socketFolder : '127.0.0.1', port, place), child }
}

/** Undefined when it answers, else the server's last word. Recovery after a crash may take a while, so a living server has two minutes. */
async function readyOrFailure(connection: Connection, child: ChildProcess | undefined, place: Place): Promise<string | undefined> {
  const deadline = Date.now() + 120_000
  const isDead = () => child?.pid === undefined || child.exitCode !== null || child.signalCode !== null
  while (Date.now() < deadline) {
    if (isDead()) return lastLine(await readFile(logFile(place), 'utf8'))
    if (await answers(connection)) return undefined
    await pause(20)
  }
  child?.kill('SIGQUIT')
  return 'no answer within two minutes'
}

async function answers(connection: Connection): Promise<boolean> {
  const sql = connect(connection, 1)
  try {
    await sql`select 1`
    return true
  } catch (error) {
    const wrongPassword = (error as { code?: string }).code === '28P01'
    if (!wrongPassword) return false
    throw new StartError({
      vi: 'Mật khẩu trong tệp postgres.password không khớp với dữ liệu: hãy khôi phục tệp này từ bản sao lưu',
      en: 'The password in postgres.password does not fit the data: restore that file from the backup.'
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Two shops on one folder would each stop the other's database. The lock ends with the connection, so kill -9 frees it. */
async function beTheOnlyShop(place: Place, connection: Connection): Promise<postgres.Sql> {
  const guard = connect(connection, 1) as unknown as postgres.Sql
  for (let tries = 0; tries < 15; tries++) {
    const [row] = await guard<{ mine: boolean }[]>`select pg_try_advisory_lock(${oneShopPerFolder}) as mine`
    if (row?.mine) return guard
    await pause(100)
  }
  await guard.end({ timeout: 1 })
  throw new StartError({
    vi: `Thư mục dữ liệu ${place.dataDir} đang được một hệ thống khác dùng: hãy dừng hệ thống đó hoặc đặt DATA_DIR khác`,
    en: `The data folder ${place.dataDir} is in use by another running system: stop that one, or set another DATA_DIR.`
  })
}

async function createDatabase(guard: postgres.Sql): Promise<void> {
  const found = await guard`select from pg_database where datname = ${database}`
  if (found.length === 0) await guard.unsafe(`create database ${database}`)
}

/** Fast shutdown: no new connections, open transactions rolled back, a checkpoint, and the pid file goes last. */
async function stopServer(place: Place, child: ChildProcess | undefined): Promise<void> {
  const pid = child?.pid ?? (await readPidFile(place))?.pid
  if (pid === undefined) return
  if (!hasSockets) {
    await runToEnd(place.binaries.pgCtl, ['stop', '-D', place.folder, '-m', 'fast', '-w'], undefined)
    return
  }
  if (!signal(pid, 'SIGINT')) return
  const deadline = Date.now() + 60_000
  // A server we adopted is not our child: nobody tells us of its exit, so its pid file does.
  while ((await readPidFile(place)) !== undefined || (child && child.exitCode === null && child.signalCode === null)) {
    if (Date.now() > deadline) {
      signal(pid, 'SIGQUIT')
      return
    }
    await pause(20)
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

/** postmaster.pid: pid, folder, start time, port, socket folder, address — one a line. */
async function readPidFile(place: Place): Promise<{ pid: number; connection: Exclude<Connection, string> } | undefined> {
  const text = await readFile(join(place.folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [pid, , , port, socketFolder] = text.split('\n').map((line) => line.trim())
  return { pid: Number(pid), connection: connectionAt(socketFolder || '127.0.0.1', Number(port) || 5432, place) }
}

const connectionAt = (host: string, port: number, { password }: Place) => ({ host, port, user: 'postgres', password, database: 'postgres' })

/** In PostgreSQL's own folder, unless the path would be longer than the kernel takes (108 bytes, on macOS 104, with the closing zero). */
async function socketFolderFor({ folder, user }: Place): Promise<string> {
  if (Buffer.byteLength(`${folder}/.s.PGSQL.5432.lock`) < 104) return folder
  const short = join(tmpdir(), `mot-cua-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
  await mkdir(short, { mode: 0o700 }).catch(() => {})
  const { uid } = await stat(short)
  const me = process.getuid?.()
  if (uid !== me && uid !== user?.uid)
    throw new StartError({ vi: `Thư mục ${short} thuộc về người dùng khác`, en: `The folder ${short} belongs to somebody else.` })
  if (user) await chown(short, user.uid, user.gid)
  return short
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

const logFile = ({ dataDir }: Place) => join(dataDir, 'postgres.log')
const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|error/i.test(line)) ??
  text.trim().split('\n').at(-1) ??
  ''

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] }) }
}
