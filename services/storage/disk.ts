// The object store as a folder: whole files only, written beside and renamed, two levels of folders by hash.
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ServiceError } from '../service-error.ts'
import type { FileStore } from './storage.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** @param folder made when missing */
export function diskStore(folder: string): FileStore {
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

  async function get(sha256: string) {
    const bytes = await readFile(pathOf(sha256)).catch((cause: unknown) => {
      throw new ServiceError('storage', `the file ${sha256} is not there`, { retry: true, cause })
    })
    if (hashOf(bytes) !== sha256) throw new ServiceError('storage', `the file ${sha256} is damaged`, { retry: false })
    return bytes
  }

  return { put, get }
}
