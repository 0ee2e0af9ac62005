// A QR code as an outline in units of one module; browsers draw it too, without the other barcodes.
import { create } from 'qrcode'

/** Blank modules around a QR code; without them readers miss it (ISO/IEC 18004). */
export const quietZone = 4

/** The dark modules of a QR code as one path, inside a square of `size` modules that includes the quiet zone. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const path: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      const length = column - start + 1
      path.push(`M${start + quietZone} ${row + quietZone}h${length}v1h-${length}z`)
    }
  }
  return { size: modules.size + 2 * quietZone, path: path.join('') }
}
