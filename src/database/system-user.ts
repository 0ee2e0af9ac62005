// PostgreSQL refuses to run as root: who it runs as then, and which folders that user can enter.
import { chown, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StartError } from '../kernel/start-error.ts'

export type SystemUser = { uid: number; gid: number }

/** `undefined` when we are a plain user already. */
export async function userForPostgres(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (found) return { uid: Number(found[2]) >>> 0, gid: Number(found[3]) >>> 0 }
  throw new StartError({
    vi: 'PostgreSQL không chạy được dưới quyền root và máy này không có người dùng postgres hay nobody: hãy chạy bằng một tài khoản thường',
    en: 'PostgreSQL does not run as root and this machine has neither a user postgres nor nobody: start as a plain user.'
  })
}

/** Whether every folder on the way to `path` lets the user through. */
export async function isReachable(path: string, user: SystemUser): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & enter) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** A lasting folder of the machine that plain users can enter; only ever needed as root. */
export async function roomForPlainUsers(): Promise<string> {
  const room = '/var/lib/mot-cua'
  await mkdir(room, { recursive: true, mode: 0o755 })
  return room
}

/** Hands a folder and all in it to the user, unless it has it already. */
export async function handOver(folder: string, { uid, gid }: SystemUser): Promise<void> {
  if ((await stat(folder)).uid === uid) return
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, gid)
  await chown(folder, uid, gid)
}
