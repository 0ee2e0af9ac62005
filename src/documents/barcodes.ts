// QR and Code 128 as outlines in units of one module, for a PDF and for a page alike.
import bwip from 'bwip-js'
import { create } from 'qrcode'
import { type Html, html } from '../kernel/html.ts'

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

/** The bars of a Code 128 as one path, one unit high and `width` modules wide (no quiet zone: leave 10 modules left and right). */
export function code128Path(text: string): { width: number; path: string } {
  const [symbol] = bwip.raw('code128', text, '')
  if (!symbol || !('sbs' in symbol)) throw new Error('Code 128 came without bars')
  const path: string[] = []
  let x = 0
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) path.push(`M${x} 0h${width}v1h-${width}z`)
    x += width
  }
  return { width: x, path: path.join('') }
}

/** The QR code as a picture in a page; `label` says in words what scanning it opens. */
export function qrSvg(text: string, label: string): Html {
  const { size, path } = qrPath(text)
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}
