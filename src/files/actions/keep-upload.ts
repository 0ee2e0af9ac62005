// A file that came piece by piece is whole: looked at where it lies, hashed as it is read, kept under the id its upload had.
import { rm } from 'node:fs/promises'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findFile } from '../queries.ts'
import { cleanName, maxBytes } from '../rules.ts'
import { changeOwner, type FileRow, insertFile } from '../store.ts'
import { checkContent } from './check-content.ts'

type Whole = { id: string; path: string; name: string; ownerId: string }

/** The part itself and what tus noted beside it. */
const dropPart = (path: string) => Promise.all([path, `${path}.json`].map((one) => rm(one, { force: true })))

/**
 * Safe to repeat: whoever was killed between hashing and the commit does it again, and gets the same file.
 * @throws Refusal FILE_TOO_BIG, FILE_EMPTY, FILE_WRONG_TYPE, FILE_LOCKED, FILE_INFECTED; what is refused is removed
 */
export async function keepUpload(context: Context, { id, path, name: given, ownerId }: Whole): Promise<FileRow> {
  const before = await findFile(context.db, id)
  if (before) return before
  const name = cleanName(given)
  try {
    const { mediaType, scan } = await checkContent(context, { name, content: { path }, limit: maxBytes })
    const { sha256, size } = await context.files.take(path)
    const values = { id, sha256, size, mediaType, name, ownerId, scan, createdAt: context.now() }
    const file = await context.db.transaction((tx) => insertFile(tx, values))
    await dropPart(path)
    return file
  } catch (error) {
    if (error instanceof Refusal) await dropPart(path)
    throw error
  }
}

/** What a helper sent for somebody is that person's, and no longer the helper's to open once the help has ended. */
export async function giveFiles(context: Context, { ids, from, to }: { ids: readonly string[]; from: string; to: string }): Promise<void> {
  if (from !== to && ids.length > 0) await context.db.transaction((tx) => changeOwner(tx, { ids, from, to }))
}
