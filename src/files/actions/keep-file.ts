// An uploaded file is looked at, hashed and kept. It belongs to whoever brought it until a dossier takes it in.
import { fileTypeFromBuffer } from 'file-type'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cleanName, isLockedPdf, maxBytes, mediaTypes } from '../rules.ts'
import { type FileRow, insertFile } from '../store.ts'

type Brought = { name: string; bytes: Uint8Array; ownerId: string; tooBig?: boolean }

/** @throws Refusal FILE_TOO_BIG, FILE_EMPTY, FILE_WRONG_TYPE, FILE_UNREADABLE */
export async function keepFile(context: Context, { name: given, bytes, ownerId, tooBig = false }: Brought): Promise<FileRow> {
  const name = cleanName(given)
  if (tooBig || bytes.length > maxBytes) throw new Refusal('FILE_TOO_BIG', { name, limit: `${maxBytes / 1024 / 1024} MB` })
  if (bytes.length === 0) throw new Refusal('FILE_EMPTY', { name })
  const found = await fileTypeFromBuffer(bytes)
  const mediaType = mediaTypes.find((type) => type === found?.mime)
  if (!mediaType) throw new Refusal('FILE_WRONG_TYPE', { name })
  if (mediaType === 'application/pdf' && isLockedPdf(bytes)) throw new Refusal('FILE_UNREADABLE', { name })
  const { sha256, size } = await context.files.put(bytes)
  return context.db.transaction((tx) =>
    insertFile(tx, { id: context.newId(), sha256, size, mediaType, name, ownerId, createdAt: context.now() })
  )
}
