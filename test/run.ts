// `npm test`: one throwaway PostgreSQL for all test files, whatever happens stopped at the end, and one line that says how it went.
// Arguments are files or folders; without any, all of test/.
import { spawn, spawnSync } from 'node:child_process'
import { chmod, glob, mkdtemp, readFile, rm, stat, statfs } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import bundledBrowser from '@sparticuz/chromium'
import { type Connection, connectionTo } from '../src/database/client.ts'
import { startEmbedded, throwaway } from '../src/database/embedded.ts'
import { makeTemplate } from './helpers/template.ts'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')
/** A suite that hangs is a failed suite. */
const longest = 20 * 60_000
/** Databases, write-ahead log, uploads and a browser, with much to spare. */
const neededRoom = 6 * 1024 ** 3

type Counts = { passed: number; failed: number }
type Server = { connection: Connection; stop(): Promise<unknown> }

const files = await testFiles(process.argv.slice(2))
if (files.length === 0) fail('No test file matches')
await buildTap()
const folder = await mkdtemp(join(await quickestFolder(), 'mot-cua-test-'))
// PostgreSQL runs as a user of its own when we are root, and must be able to enter.
await chmod(folder, 0o755)
let server: Server | undefined
let counts: Counts = { passed: 0, failed: 1 }
try {
  server = await startServer()
  await Promise.all([makeTemplate(server.connection), unpackBrowser()])
  counts = await runTap(files, server.connection)
} catch (error) {
  console.error(error)
} finally {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

/** Memory where the machine has some to spare: a database is cloned there in 15 ms instead of 300, and a run clones hundreds. */
async function quickestFolder(): Promise<string> {
  const memory = '/dev/shm'
  const room = await statfs(memory).catch(() => undefined)
  return room && room.bavail * room.bsize > neededRoom ? memory : tmpdir()
}

/** Once, before anybody opens it: two files that unpack it at the same time find each other's half of it. */
async function unpackBrowser(): Promise<void> {
  process.env['TMPDIR'] = folder
  await bundledBrowser.executablePath()
}

async function testFiles(args: string[]): Promise<string[]> {
  const found = await Promise.all(
    (args.length > 0 ? args : ['test']).map(async (arg) => {
      const isFolder = (await stat(arg).catch(() => fail(`There is no ${arg}`))).isDirectory()
      return isFolder ? Array.fromAsync(glob(`${arg.replace(/\/$/, '')}/**/*.test.ts`)) : [arg]
    })
  )
  return found.flat().sort()
}

/** tap is put together from plugins after it is installed; ours is without its TypeScript, because Node has that. */
async function buildTap(): Promise<void> {
  const built = await readFile(join(root, 'node_modules/@tapjs/test/test-built/dist/esm/index.js'), 'utf8').catch(() => '')
  const linked = await stat(join(root, 'node_modules/@tapjs/test/test-built/node_modules/@tapjs')).catch(() => undefined)
  if (built && linked && !built.includes('@tapjs/typescript')) return
  const { status } = spawnSync(join(bin, 'tap'), ['build'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) fail('tap could not be built')
}

async function startServer(): Promise<Server> {
  const url = process.env['TEST_DATABASE_URL']
  if (url) return { connection: url, stop: async () => {} }
  if (process.env['TEST_DATABASE'] !== 'container')
    return startEmbedded({ dataDir: folder, settings: [...throwaway, 'max_connections=300', 'shared_buffers=256MB'] })
  // Only loaded when asked for: it looks for a container engine as soon as it is there.
  const { GenericContainer, Wait } = await import('testcontainers')
  const container = await new GenericContainer('postgres:18')
    .withEnvironment({ POSTGRES_PASSWORD: 'test' })
    .withExposedPorts(5432)
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=300'])
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start()
  const connection = `postgres://postgres:test@${container.getHost()}:${container.getMappedPort(5432)}/postgres`
  return { connection, stop: () => container.stop() }
}

async function runTap(files: string[], connection: Connection): Promise<Counts> {
  // One more than there are processors: a file that waits for its database or its browser leaves its turn to another.
  const options = ['--disable-coverage', '--no-color', '--reporter=terse', '--timeout=180', `--jobs=${availableParallelism() + 1}`]
  const child = spawn(join(bin, 'tap'), [...options, ...files], {
    cwd: root,
    env: {
      ...process.env,
      TEST_SERVER: JSON.stringify(connectionTo(connection, 'postgres')),
      // Compiling the house takes a third of a second, and each file is a process of its own.
      NODE_COMPILE_CACHE: join(folder, 'compiled')
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: longest
  })
  const forward = () => child.kill('SIGTERM')
  process.once('SIGINT', forward).once('SIGTERM', forward)
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  let counts: Counts | undefined
  let progress = ''
  for await (const line of createInterface({ input: child.stdout })) {
    const text = withoutCursor(line)
    counts = countsIn(text) ?? counts
    const done = /^Suites: .* ([1-9]\d* of \d+) complete$/.exec(text)?.[1]
    if (done && done !== progress) console.log(`${done} files`)
    progress = done ?? progress
    if (!isProgress(text)) console.log(text)
  }
  const { passed, failed } = counts ?? { passed: 0, failed: 0 }
  return { passed, failed: (await exit) === 0 ? failed : Math.max(1, failed) }
}

/** tap repaints its progress with cursor codes even into a file. */
function withoutCursor(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
  return line.replace(/\x1b\[\??\d*[A-Za-z]/g, '')
}

/** Only what stays is passed on. */
function isProgress(text: string): boolean {
  return /^(Asserts|Suites):|^\s*$|^# No coverage/.test(text)
}

function countsIn(line: string): Counts | undefined {
  const summary = line.match(/^# \{ total: \d+(.*) \}$/)?.[1]
  if (summary === undefined) return undefined
  const count = (name: string) => Number(summary.match(new RegExp(`${name}: (\\d+)`))?.[1] ?? 0)
  return { passed: count('pass'), failed: count('fail') }
}

function fail(sentence: string): never {
  console.error(`${sentence}.`)
  process.exit(1)
}
