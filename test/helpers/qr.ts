// A camera for tests: finds the QR codes in a grey picture, with the same reader the browser module uses.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'

/** One byte for each point, 0 is black. */
export type Picture = { width: number; height: number; grey: Uint8Array }

// The reader asks for these two of the browser; Node has neither.
class Pixels {
  readonly colorSpace = 'srgb'
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
const missing = { ImageData: Pixels, DOMRectReadOnly: class {} }
for (const [name, value] of Object.entries(missing)) if (!(name in globalThis)) Object.assign(globalThis, { [name]: value })

const reader = createRequire(import.meta.resolve('barcode-detector/ponyfill')).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(reader)).buffer } })

/** What each code says, and how long its upper edge is, in points of the picture. */
export async function qrCodesIn({ width, height, grey }: Picture): Promise<{ text: string; side: number }[]> {
  const data = new Uint8ClampedArray(width * height * 4)
  for (const [index, value] of grey.entries()) data.set([value, value, value, 255], index * 4)
  const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(new Pixels(data, width, height) as unknown as ImageData)
  return found.map(({ rawValue, cornerPoints: [left, right] }) => ({
    text: rawValue,
    side: Math.hypot(right!.x - left!.x, right!.y - left!.y)
  }))
}

/** Of `pdftoppm -gray`: a binary PGM. */
export function readPgm(bytes: Buffer): Picture {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 60).toString('latin1'))!
  return { width: Number(width), height: Number(height), grey: new Uint8Array(bytes.subarray(head.length)) }
}

/** Paints a path of `Mx yhNv1h-Nz` rectangles as drawn by barcodes.ts, `scale` points to a module. */
export function paintPath({ size, path }: { size: number; path: string }, scale = 3): Picture {
  const side = size * scale
  const grey = new Uint8Array(side * side).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      grey.fill(0, row * side + Number(x) * scale, row * side + (Number(x) + Number(length)) * scale)
  return { width: side, height: side, grey }
}
