// QR and bar codes say what they were given, module by module.
import { create } from 'qrcode'
import t from 'tap'
import { code128Path, qrPath, qrSvg, quietZone } from '../../src/documents/barcodes.ts'

const address = 'https://dichvucong.haiphong.example/tra-cuu?ma=000.00.11.H24-261123-0001'

/** Paints a path of `Mx yhNv1h-Nz` rectangles and gives the dark cells back. */
function paint(path: string): Set<string> {
  const dark = new Set<string>()
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step},${y}`)
  return dark
}

t.test('the QR code on paper has exactly the dark modules of the tracking address', async (t) => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })

  const { size, path } = qrPath(address)

  const dark = paint(path)
  t.equal(size, modules.size + 8, 'four blank modules around')
  const wrong: string[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (dark.has(`${column + quietZone},${row + quietZone}`) !== Boolean(modules.get(row, column))) wrong.push(`${column},${row}`)
  t.same(wrong, [])
  t.equal(
    dark.size,
    modules.data.reduce((sum: number, module) => sum + (module ? 1 : 0), 0),
    'and not one more'
  )
})

t.test('the bar code of a dossier is made of whole Code 128 characters, with start and stop', async (t) => {
  const { width, path } = code128Path('000.00.11.H24-261123-0001')

  const bars = [...path.matchAll(/M(\d+) 0h(\d+)v1/g)].map(([, x, length]) => [Number(x), Number(length)] as const)
  t.equal((width - 13) % 11, 0, 'characters are 11 modules wide, the stop 13')
  t.match(bars[0], [0, 2], 'every start character begins with two dark modules')
  t.match(bars.at(-1), [width - 2, 2], 'the stop ends with two dark modules')
  t.not(path, code128Path('000.00.11.H24-261123-0002').path)
})

t.test('a QR code in a page is named in words and lets nothing out of its label', async (t) => {
  const svg = qrSvg(address, 'Mã "QR" <hồ sơ>').toString()

  t.match(svg, 'aria-label="Mã &quot;QR&quot; &lt;hồ sơ&gt;"')
  t.match(svg, `d="${qrPath(address).path}"`)
})
