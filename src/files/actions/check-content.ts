// What every file goes through before it is kept, in memory or on the disk: size, type by its content, no password, no virus.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isLockedPdf, limitWords, type MediaType, mediaTypes, type ScanResult } from '../rules.ts'

/** The bytes themselves, or where they lie. */
export type Content = { bytes: Uint8Array } | { path: string }

type Checking = { name: string; content: Content; limit: number; tooBig?: boolean }

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
const read = (content: Content): AsyncIterable<Uint8Array> =>
  'bytes' in content ? once(content.bytes) : createReadStream(content.path, { highWaterMark: 256 * 1024 })
const sizeOf = async (content: Content) => ('bytes' in content ? content.bytes.length : (await stat(content.path)).size)
const typeOf = (content: Content) => ('bytes' in content ? fileTypeFromBuffer(content.bytes) : fileTypeFromFile(content.path))

/** @throws Refusal FILE_TOO_BIG, FILE_EMPTY, FILE_WRONG_TYPE, FILE_LOCKED, FILE_INFECTED */
export async function checkContent(
  { scanner }: Pick<Context, 'scanner'>,
  { name, content, limit, tooBig = false }: Checking
): Promise<{ mediaType: MediaType; scan: ScanResult }> {
  const size = await sizeOf(content)
  if (tooBig || size > limit) throw new Refusal('FILE_TOO_BIG', { name, limit: limitWords(limit) })
  if (size === 0) throw new Refusal('FILE_EMPTY', { name })
  const found = await typeOf(content)
  const mediaType = mediaTypes.find((type) => type === found?.mime)
  if (!mediaType) throw new Refusal('FILE_WRONG_TYPE', { name })
  if (mediaType === 'application/pdf' && (await isLockedPdf(read(content)))) throw new Refusal('FILE_LOCKED', { name })
  const verdict = await scanner?.scan(read(content))
  if (verdict?.result === 'infected') throw new Refusal('FILE_INFECTED', { name })
  return { mediaType, scan: verdict?.result ?? 'not_scanned' }
}
