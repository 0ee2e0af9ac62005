// A result made from a template: the dress of NĐ 30/2020, A4, the number and the day, the body as it was decided, and who signs.
import { paragraph, table } from '../layout.ts'
import { officialHead, titleBlock } from '../official.ts'
import { element, printA4, type Sheet, type Strip } from '../pdf.ts'
import { bold, drawLine, italic, type Line, wrap } from '../typesetting.ts'

/** One piece of the body, with its placeholders filled in. */
export type ResultBlock =
  | { kind: 'paragraph' | 'heading' | 'item' | 'middle'; text: string }
  | { kind: 'line'; label: string; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }

export type ResultPaper = {
  /** The two lines of the left head: who stands above, and who issues. */
  above: string
  issuer: string
  /** Empty while nobody has signed: dots are printed for it. */
  number: string
  place: string
  on: Temporal.PlainDate
  /** The moment of the document; it makes its bytes, and nothing else does. */
  at: Temporal.Instant
  title: string
  under: string
  blocks: readonly ResultBlock[]
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, … */
  capacity: readonly string[]
  signer: string
  /** `Nơi nhận`: to whom it goes. */
  recipients: readonly string[]
  code: string
  draft?: boolean | undefined
}

function blockStrips(sheet: Sheet, block: ResultBlock): Strip[] {
  switch (block.kind) {
    case 'heading':
      return paragraph(sheet, bold(block.text), { before: 8, keep: true })
    case 'middle':
      return paragraph(sheet, bold(block.text), { before: 9, align: 'center', keep: true })
    case 'item':
      return paragraph(sheet, `– ${block.text}`, { before: 3, indent: 14 })
    case 'line':
      return paragraph(sheet, [`${block.label}: `, bold(block.text)], { before: 4 })
    case 'table': {
      // A column of numbers is narrow.
      const isCount = (column: number) => block.rows.every((row) => /^\d{0,4}$/.test(row[column] ?? ''))
      const columns = block.head.map((head, index) => ({
        head,
        share: isCount(index) ? 0.5 : 4,
        align: isCount(index) ? ('center' as const) : ('left' as const)
      }))
      return table(sheet, columns, block.rows, { before: 6, size: 9.5 })
    }
    default:
      return paragraph(sheet, block.text, { before: 6 })
  }
}

/** `Nơi nhận` at the left, who signs at the right (NĐ 30/2020, Phụ lục I): one strip, so that neither stands alone on a page. */
function closing(sheet: Sheet, { capacity, signer, recipients, draft }: ResultPaper): Strip {
  const left = sheet.width * 0.42
  const room = sheet.width - left - 10
  const to = [
    ...wrap(sheet, { text: 'Nơi nhận:', face: 'boldItalic', size: 9 }, 9, left),
    ...recipients.flatMap((one) => wrap(sheet, `- ${one}`, 8.5, left))
  ]
  const upper = capacity.flatMap((line) => wrap(sheet, bold(line.toLocaleUpperCase('vi')), 10, room))
  const note = wrap(sheet, italic(draft ? '(Chưa ký)' : '(Đã ký số)'), 9, room)
  const name = wrap(sheet, bold(signer || '…………………………'), 10, room)
  const total = (lines: Line[]) => lines.reduce((sum, line) => sum + line.height, 0)
  const hand = 26 * sheet.scale
  const height = Math.max(total(to), total(upper) + total(note) + hand + total(name))
  return {
    height,
    before: 14 * sheet.scale,
    draw: (top) => {
      const put = (lines: Line[], from: number, at: (line: Line) => number) => {
        let y = from
        element(sheet, 'P').add(() => {
          for (const line of lines) {
            drawLine(sheet, line, at(line), y)
            y += line.height
          }
        })
        return y
      }
      const middle = (line: Line) => sheet.left + left + 10 + (room - line.width) / 2
      put(to, top, () => sheet.left)
      const below = put([...upper, ...note], top, middle)
      put(name, below + hand, middle)
    }
  }
}

function strips(sheet: Sheet, data: ResultPaper): Strip[] {
  const body = data.blocks.flatMap((block) => blockStrips(sheet, block))
  for (const strip of body.slice(-3)) strip.keep = true
  return [
    ...officialHead(sheet, {
      heading: { agency: data.above, desk: data.issuer, place: data.place },
      number: data.number,
      reference: '',
      on: data.on
    }),
    titleBlock(sheet, { lines: [data.title], ...(data.under && { under: bold(data.under) }) }),
    { height: 4 * sheet.scale, draw: () => {} },
    ...body,
    closing(sheet, data)
  ]
}

/** The same data make the same bytes. */
export function printResult(data: ResultPaper): Promise<Uint8Array> {
  const title = [data.title, data.number].filter(Boolean).join(' ')
  return printA4({ title, author: data.issuer, at: data.at }, [
    { foot: `${title}, hồ sơ ${data.code}`, strips: (sheet) => strips(sheet, data), across: data.draft ? 'DỰ THẢO' : undefined }
  ])
}
