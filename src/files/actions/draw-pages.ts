// Photos and PDFs in the order they were given become one PDF: a photo fills a sheet of A4 the way it was held, a PDF keeps its pages.
// Runs in a thread of its own (join-pages.ts): a broken or enormous file can end the thread, not the shop.
import { parentPort, workerData } from 'node:worker_threads'
import { degrees, PageSizes, PDFDocument } from '@cantoo/pdf-lib'
import { plainPng } from './plain-png.ts'

export type Piece = { name: string; mediaType: string; bytes: Uint8Array }
export type Drawn = { bytes: Uint8Array } | { unreadable: string }

const mostPages = 200
const margin = 24

/** EXIF orientation as clockwise degrees: 6 means the camera was turned, and the picture must be turned back. */
function turnOf(jpeg: Uint8Array): 0 | 90 | 180 | 270 {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  for (let at = 2; at + 4 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) !== 0xffe1 || at + 18 > view.byteLength || view.getUint32(at + 4) !== 0x45786966) continue
    const tiff = at + 10
    const little = view.getUint16(tiff) === 0x4949
    const list = tiff + view.getUint32(tiff + 4, little)
    if (list + 2 > view.byteLength) return 0
    for (let i = 0; i < view.getUint16(list, little); i++) {
      const entry = list + 2 + i * 12
      if (entry + 12 > view.byteLength) return 0
      if (view.getUint16(entry, little) === 0x0112) return ({ 3: 180, 6: 90, 8: 270 } as const)[view.getUint16(entry + 8, little)] ?? 0
    }
    return 0
  }
  return 0
}

async function addPicture(joined: PDFDocument, { mediaType, bytes }: Piece): Promise<void> {
  const isPng = mediaType === 'image/png'
  const picture = isPng ? await joined.embedPng(plainPng(bytes)) : await joined.embedJpg(bytes)
  const [short, long] = PageSizes.A4
  const size: [number, number] = picture.width > picture.height ? [long, short] : [short, long]
  const page = joined.addPage(size)
  const fitted = picture.scaleToFit(size[0] - 2 * margin, size[1] - 2 * margin)
  page.drawImage(picture, { x: (size[0] - fitted.width) / 2, y: (size[1] - fitted.height) / 2, ...fitted })
  if (!isPng) page.setRotation(degrees(turnOf(bytes)))
}

async function addPages(joined: PDFDocument, { bytes }: Piece): Promise<void> {
  const source = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false })
  const pages = source.getPageCount()
  if (pages === 0 || joined.getPageCount() + pages > mostPages) throw new Error('no pages, or too many')
  for (const page of await joined.copyPages(source, source.getPageIndices())) joined.addPage(page)
}

async function draw(pieces: readonly Piece[]): Promise<Drawn> {
  const joined = await PDFDocument.create()
  for (const piece of pieces) {
    try {
      await (piece.mediaType === 'application/pdf' ? addPages(joined, piece) : addPicture(joined, piece))
      if (joined.getPageCount() > mostPages) return { unreadable: piece.name }
    } catch {
      return { unreadable: piece.name }
    }
  }
  return { bytes: await joined.save() }
}

parentPort?.postMessage(await draw(workerData as Piece[]))
