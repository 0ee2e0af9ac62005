// Labels for originals: a code as bars and as a square, to be stuck on the folder of the paper, never on the paper itself.
import { paragraph } from '../layout.ts'
import { drawCode128, drawQr } from '../official.ts'
import { artifact, element, printA4, type Sheet, type Strip } from '../pdf.ts'
import { bold, drawLine, type Line, wrap } from '../typesetting.ts'

export type Label = { code: string; name: string; dossierCode: string }

const columns = 3
const side = 42

/** As much of a name as two lines hold. */
function shortName(sheet: Sheet, name: string, room: number): Line[] {
  let lines = wrap(sheet, name, 7, room)
  for (let length = name.length; lines.length > 2; length -= 4) lines = wrap(sheet, `${name.slice(0, length).trimEnd()}…`, 7, room)
  return lines
}

/** Three labels a row, each with its cutting frame; a row is never parted. */
export function labelGrid(sheet: Sheet, labels: readonly Label[]): Strip[] {
  const width = sheet.width / columns
  const room = width - side - 14
  return Array.from({ length: Math.ceil(labels.length / columns) }, (_, row): Strip => {
    const height = 78
    return {
      height,
      before: row === 0 ? 4 : 0,
      draw: (top) => {
        for (const [column, { code, name, dossierCode }] of labels.slice(row * columns, (row + 1) * columns).entries()) {
          const left = sheet.left + column * width
          artifact(sheet, () =>
            sheet.doc
              .rect(left + 1, top + 1, width - 2, height - 2)
              .lineWidth(0.4)
              .dash(2, { space: 2 })
              .stroke('#000')
              .undash()
          )
          drawQr(sheet, code, `Mã QR: ${code}`, left + 5, top + 6, side)
          const lines = [...shortName(sheet, name, room), ...wrap(sheet, dossierCode, 5.5, room)]
          let y = top + 6
          element(sheet, 'P').add(() => {
            for (const line of lines) {
              drawLine(sheet, line, left + side + 9, y)
              y += line.height
            }
          })
          // Ten modules of white on either side, or readers miss it.
          drawCode128(sheet, code, left + 12, width - 24, top + 51, 12)
          const [eye] = wrap(sheet, bold(code), 7, width)
          element(sheet, 'P').add(() => drawLine(sheet, eye!, left + (width - eye!.width) / 2, top + 64))
        }
      }
    }
  })
}

export function printOriginalLabels(data: {
  agency: string
  dossierCode: string
  at: Temporal.Instant
  labels: readonly Label[]
}): Promise<Uint8Array> {
  return printA4({ title: `Tem mã bản chính, hồ sơ ${data.dossierCode}`, author: data.agency, at: data.at }, [
    {
      foot: `Tem mã bản chính – ${data.dossierCode}`,
      strips: (sheet) => [
        ...paragraph(sheet, [bold('Tem mã bản chính'), `, hồ sơ ${data.dossierCode}. Dán lên bìa kẹp, không dán lên bản chính.`], {
          keep: true,
          tag: 'H1'
        }),
        ...labelGrid(sheet, data.labels)
      ]
    }
  ])
}
