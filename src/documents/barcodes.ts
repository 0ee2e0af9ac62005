// QR and Code 128 as outlines in units of one module, for a PDF and for a page alike.
import bwip from 'bwip-js'
import { type Html, html } from '../kernel/html.ts'
import { qrPath, quietZone } from './qr.ts'

export { qrPath, quietZone }

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
