// A PNG as one still picture and nothing else, before anything unpacks it: no second frame, no packed notes, no more points than it says.
import { inflateSync } from 'node:zlib'

/** 24 million points are 100 MB unpacked, and more than any camera of a phone that sends PNG. */
const mostPoints = 24_000_000
const head = 8
/** The picture itself: its measures, its colours, its points. Everything else is about it, and may be packed a thousand to one. */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

type Chunk = { kind: string; whole: Uint8Array; data: Uint8Array }

function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  for (let at = head; at + 12 <= png.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > png.length) throw new Error('torn')
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8))
    chunks.push({ kind, whole: png.subarray(at, end), data: png.subarray(at + 8, end - 4) })
    at = end
  }
  return chunks
}

/** Bytes of all lines unpacked; those that come in seven passes (Adam7) have up to seven times as many beginnings of lines. */
function unpackedSize({ data }: Chunk): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  if (width * height > mostPoints) throw new Error('too many points')
  const bits = view.getUint8(8) * (channels[view.getUint8(9)] ?? 4)
  return height * Math.ceil((width * bits) / 8) + 16 * (width + height)
}

/** @throws Error when it is torn, too large, or holds more than it says */
export function plainPng(png: Uint8Array): Uint8Array {
  const chunks = chunksOf(png).filter(({ kind }) => needed.has(kind))
  const [first] = chunks
  if (first?.kind !== 'IHDR' || chunks.filter(({ kind }) => kind === 'IHDR').length > 1) throw new Error('no head')
  const points = Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data))
  inflateSync(points, { maxOutputLength: unpackedSize(first) })
  return Buffer.concat([png.subarray(0, head), ...chunks.map(({ whole }) => whole)])
}
