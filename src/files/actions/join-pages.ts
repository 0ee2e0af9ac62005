// Several pages or photos of one paper become one PDF. The originals stay as they are until the new file is kept.
import { Worker } from 'node:worker_threads'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cleanName, limitWords, maxBytes, maxTogether } from '../rules.ts'
import { type FileRow, insertFile } from '../store.ts'
import type { Drawn, Piece } from './draw-pages.ts'

const longest = 30_000
/** What is unpacked lies in buffers, which no limit of the heap counts: a PDF of 3 KB may unpack into all the memory there is. */
const mostUnpacked = 900 * 1024 * 1024
const watchEvery = 100

function draw(pieces: readonly Piece[]): Promise<Drawn> {
  const thread = new Worker(new URL('./draw-pages.ts', import.meta.url), {
    workerData: pieces,
    resourceLimits: { maxOldGenerationSizeMb: 384 }
  })
  return new Promise<Drawn>((resolve, reject) => {
    const stop = setTimeout(() => reject(new Error('joining took too long')), longest)
    const watch = setInterval(async () => {
      const held = await thread.getHeapStatistics().catch(() => undefined)
      if (held && held.external_memory > mostUnpacked) reject(new Error('joining took too much memory'))
    }, watchEvery)
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`joining ended with ${code}`)))
    thread.once('exit', () => {
      clearTimeout(stop)
      clearInterval(watch)
    })
  }).finally(() => thread.terminate())
}

let busy: Promise<unknown> = Promise.resolve()

/** One at a time in this process: what is held in memory stays below the files of one paper. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = busy.then(work, work)
  busy = next.catch(() => {})
  return next
}

type Joining = { files: readonly FileRow[]; name: string; ownerId: string }

/** @throws Refusal FILE_UNREADABLE that names the page, FILE_TOO_BIG when they are too big together */
export async function joinPages(context: Context, { files, name: given, ownerId }: Joining): Promise<FileRow> {
  const name = cleanName(`${given.slice(0, 100)}.pdf`)
  const together = files.reduce((sum, { size }) => sum + size, 0)
  if (together > maxTogether) throw new Refusal('FILE_TOO_BIG', { name, limit: limitWords(maxTogether) })
  const drawn = await inTurn(async () => {
    const pieces: Piece[] = []
    for (const { name, mediaType, sha256 } of files) pieces.push({ name, mediaType, bytes: await context.files.get(sha256) })
    return draw(pieces)
  })
  if ('unreadable' in drawn) throw new Refusal('FILE_UNREADABLE', { name: drawn.unreadable })
  if (drawn.bytes.length > maxBytes) throw new Refusal('FILE_TOO_BIG', { name, limit: limitWords(maxBytes) })
  const { sha256, size } = await context.files.put(drawn.bytes)
  const scan = files.every((file) => file.scan === 'clean') ? 'clean' : 'not_scanned'
  const values = { id: context.newId(), sha256, size, mediaType: 'application/pdf', name, ownerId, scan, createdAt: context.now() } as const
  return context.db.transaction((tx) => insertFile(tx, values))
}
