// An uploaded file is looked at, hashed and kept. It belongs to whoever brought it until a dossier takes it in.
import type { Context } from '../../context.ts'
import { cleanName, maxFormBytes } from '../rules.ts'
import { type FileRow, insertFile } from '../store.ts'
import { checkContent } from './check-content.ts'

type Brought = { name: string; bytes: Uint8Array; ownerId: string; tooBig?: boolean }

/** @throws Refusal FILE_TOO_BIG, FILE_EMPTY, FILE_WRONG_TYPE, FILE_LOCKED, FILE_INFECTED */
export async function keepFile(context: Context, { name: given, bytes, ownerId, tooBig = false }: Brought): Promise<FileRow> {
  const name = cleanName(given)
  const { mediaType, scan } = await checkContent(context, { name, content: { bytes }, limit: maxFormBytes, tooBig })
  const { sha256, size } = await context.files.put(bytes)
  return context.db.transaction((tx) =>
    insertFile(tx, { id: context.newId(), sha256, size, mediaType, name, ownerId, scan, createdAt: context.now() })
  )
}
