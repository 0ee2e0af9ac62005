// Secrets nobody has to think of: made once, kept in DATA_DIR where only we may read them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from './kernel/start-error.ts'

/** The secret of this name, made by `make` the first time. */
export function keptSecret(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name)
  try {
    makeFolder(dataDir)
    try {
      // `wx`: of two starters one writes, and both read the same.
      writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw unusableFolder(dataDir, error as NodeJS.ErrnoException)
  }
}

/** Step by step: Node's own `recursive` never returns below /proc (ENOENT under a folder that exists). */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Of two starters one makes it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

export function unusableFolder(dataDir: string, { code, path }: NodeJS.ErrnoException): StartError {
  return new StartError({
    vi: `Không dùng được thư mục dữ liệu ${path ?? dataDir} (${code}): hãy đặt DATA_DIR tới thư mục đọc và ghi được`,
    en: `The data folder ${path ?? dataDir} cannot be used (${code}): set DATA_DIR to one that can be read and written.`
  })
}
