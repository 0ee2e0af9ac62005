// The object store as a folder: whole files only, written beside and renamed, two levels of folders by hash.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ServiceError } from '../service-error.ts'
import type { FileStore } from './storage.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function hashOfFile(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    hash.update(chunk as Buffer)
    size += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), size }
}

/** @param folder made when missing. @param parts on the same disk, so that a finished file need not be copied */
export function diskStore(folder: string, parts = join(folder, 'parts')): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const has = (path: string) =>
    access(path).then(
      () => true,
      () => false
    )

  async function put(bytes: Uint8Array) {
    const sha256 = hashOf(bytes)
    const path = pathOf(sha256)
    if (await has(path)) return { sha256, size: bytes.length }
    await mkdir(dirname(path), { recursive: true })
    const beside = `${path}.${randomUUID()}`
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      // A receipt says the file is here; a power cut must not make that a lie.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    return { sha256, size: bytes.length }
  }

  async function take(source: string) {
    const kept = await hashOfFile(source)
    const path = pathOf(kept.sha256)
    if (await has(path)) return kept
    await mkdir(dirname(path), { recursive: true })
    const file = await open(source, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    // A second name for the same bytes: nothing is copied, and who dies here finds the file under its first name again.
    const beside = `${path}.${randomUUID()}`
    await link(source, beside)
    await rename(beside, path)
    return kept
  }

  async function get(sha256: string) {
    const bytes = await readFile(pathOf(sha256)).catch((cause: unknown) => {
      throw new ServiceError('storage', `the file ${sha256} is not there`, { retry: true, cause })
    })
    if (hashOf(bytes) !== sha256) throw new ServiceError('storage', `the file ${sha256} is damaged`, { retry: false })
    return bytes
  }

  return { put, take, get, parts, dropParts: (before) => dropOld(parts, before) }
}

/** Another process may sweep at the same time: what is gone already is no mistake. */
async function dropOld(folder: string, before: Temporal.Instant): Promise<number> {
  let dropped = 0
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const touched = await stat(path).catch(() => undefined)
    if (!touched || touched.mtimeMs >= before.epochMilliseconds) continue
    await rm(path, { force: true })
    dropped++
  }
  return dropped
}
