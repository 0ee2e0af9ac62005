// The whole system as a new user starts it: a process of its own on a free port and its own data folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../src/database/client.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export type Shop = {
  address: string
  dataDir: string
  apiKey: string
  /** The carrier that plays the post: its own interface, advanced only when told. */
  post: { url: string; key: string }
  child: ChildProcess
  readyAfterMs: number
  /** All that was printed so far. */
  said(): string
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  /** kill -9 of the shop; its PostgreSQL lives on. */
  kill(): Promise<void>
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })

/** Open to PostgreSQL's own user, so that nothing is kept elsewhere when root runs the tests. */
export async function emptyDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-'))
  await chmod(folder, 0o755)
  return folder
}

/** Starts it and waits until it says its address. @throws with what was printed when it ends instead */
export async function startShop({ dataDir, env = {} }: { dataDir?: string; env?: Record<string, string> } = {}): Promise<Shop> {
  const folder = dataDir ?? (await emptyDataDir())
  const { PATH, HOME, LANG } = process.env as Record<string, string>
  const settings = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', POST_STEP_SECONDS: '0', ...env }
  const begun = performance.now()
  const child = spawn(process.execPath, [main], {
    env: { PATH, HOME, LANG, ...settings } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      if (/API key: mc_demo_\S+\n/.test(said)) resolve()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The shop ended with ${code} before it opened:\n${said}`)))
  })
  const readyAfterMs = performance.now() - begun
  return {
    address: /Một Cửa: (http\S+)/.exec(said)![1]!,
    dataDir: folder,
    apiKey: /API key: (mc_demo_\S+)/.exec(said)![1]!,
    post: { url: /simulator: (http\S+)/.exec(said)![1]!, key: (await readFile(join(folder, 'post-key.secret'), 'utf8')).trim() },
    child,
    readyAfterMs,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      return ended(child)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    }
  }
}

/** The shop's own database, looked into from outside while it runs. */
export async function lookInto(shop: Pick<Shop, 'dataDir'>) {
  const password = (await readFile(join(shop.dataDir, 'postgres.password'), 'utf8')).trim()
  // PostgreSQL writes down where it listens: line 4 the port, line 5 the folder of its socket.
  const [, , , port, host] = (await readFile(join(shop.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  return openDatabase({ host: host!, port: Number(port), user: 'postgres', password, database: 'mot_cua' }, { max: 2 })
}
