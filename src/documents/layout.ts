// What a page is made of: paragraphs, label and value, tables that wrap and repeat their head, signatures that are never left alone.
import { artifact, element, type Sheet, type Strip } from './pdf.ts'
import { bold, drawLine, italic, type Line, type Text, wrap } from './typesetting.ts'

/** Body text, points. */
const bodySize = 10

type Align = 'left' | 'center' | 'right'
const shift = (align: Align, room: number, width: number) => (align === 'left' ? 0 : align === 'right' ? room - width : (room - width) / 2)

type ParagraphOptions = {
  size?: number
  before?: number
  align?: Align
  indent?: number
  keep?: boolean
  dots?: boolean
  tag?: 'P' | 'H1'
}

/** A paragraph, one strip a line; its first two and its last two lines stay together. `dots` fills the rest of the last line for a pen. */
export function paragraph(sheet: Sheet, text: Text, options: ParagraphOptions = {}): Strip[] {
  const { size = bodySize, before = 1.5, align = 'left', indent = 0, keep = false, dots = false, tag = 'P' } = options
  const left = sheet.left + indent
  const room = sheet.width - indent
  const lines = wrap(sheet, text, size, room)
  let made: ReturnType<typeof element> | undefined
  return lines.map((line, index) => ({
    height: line.height,
    before: index === 0 ? before * sheet.scale : 0,
    keep: index === lines.length - 1 ? keep : index === 0 || index === lines.length - 2,
    draw: (top) => {
      made ??= element(sheet, tag)
      made.add(() => drawLine(sheet, line, left + shift(align, room, line.width), top))
      if (dots && index === lines.length - 1) drawDots(sheet, left + line.width + 2, sheet.left + sheet.width, top + line.baseline)
    }
  }))
}

/** Room for handwriting. */
function drawDots(sheet: Sheet, from: number, to: number, y: number): void {
  if (to - from < 6) return
  artifact(sheet, () => {
    sheet.doc
      .lineWidth(0.6)
      .lineCap('round')
      .dash(0.01, { space: 2.2 })
      .moveTo(from, y)
      .lineTo(to, y)
      .stroke('#000')
      .undash()
      .lineCap('butt')
  })
}

export type Field = { label: string; value: string | undefined; strong?: boolean }
const fieldText = ({ label, value, strong }: Field): Text => (value ? [`${label}: `, strong ? bold(value) : value] : `${label}:`)

/** `Label: value`; dots when there is no value yet. */
export const field = (
  sheet: Sheet,
  label: string,
  value: string | undefined,
  options: { strong?: boolean; before?: number } = {}
): Strip[] => paragraph(sheet, fieldText({ label, value, strong: options.strong }), { dots: !value, before: options.before })

/** Two short fields side by side; long ones go below each other instead. `at` is where the second begins, as a share of the width. */
export function fieldPair(sheet: Sheet, one: Field, other: Field, at = 0.5, before = 1.5): Strip[] {
  const split = sheet.width * at
  const gap = 8
  const [first, second] = [wrap(sheet, fieldText(one), bodySize, split - gap), wrap(sheet, fieldText(other), bodySize, sheet.width - split)]
  if (first.length > 1 || second.length > 1) {
    return [...field(sheet, one.label, one.value, { ...one, before }), ...field(sheet, other.label, other.value, other)]
  }
  const [a, b] = [first[0]!, second[0]!]
  const right = sheet.left + split
  return [
    {
      height: Math.max(a.height, b.height),
      before,
      draw: (top) => {
        element(sheet, 'P').add(() => drawLine(sheet, a, sheet.left, top))
        if (!one.value) drawDots(sheet, sheet.left + a.width + 2, right - gap, top + a.baseline)
        element(sheet, 'P').add(() => drawLine(sheet, b, right, top))
        if (!other.value) drawDots(sheet, right + b.width + 2, sheet.left + sheet.width, top + b.baseline)
      }
    }
  ]
}

/** A column: its head, its share of the width, how its cells are set. */
export type Column = { head: string; share: number; align?: Align }
type Box = { left: number; width: number; align: Align }
const padding = { x: 3, y: 2 }
/** A row taller than this many lines may be parted by a page break. */
const linesTogether = 14

function frame(sheet: Sheet, boxes: Box[], top: number, bottom: number, sides: { above: boolean; below: boolean }): void {
  const [from, to] = [boxes[0]!.left, boxes.at(-1)!.left + boxes.at(-1)!.width]
  artifact(sheet, () => {
    sheet.doc.lineWidth(0.5)
    for (const x of [...boxes.map(({ left }) => left), to]) sheet.doc.moveTo(x, top).lineTo(x, bottom)
    if (sides.above) sheet.doc.moveTo(from, top).lineTo(to, top)
    if (sides.below) sheet.doc.moveTo(from, bottom).lineTo(to, bottom)
    sheet.doc.stroke('#000')
  })
}

/** A ruled table. Its head is printed again on every page; a cell of any length wraps, and runs on to the next page when it must. */
export function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  options: { size?: number; before?: number } = {}
): Strip[] {
  const { size = 9, before = 3 } = options
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  let x = sheet.left
  const boxes: Box[] = columns.map(({ share, align = 'left' }) => {
    const box = { left: x, width: (sheet.width * share) / shares, align }
    x += box.width
    return box
  })
  const set = (text: Text, box: Box) => wrap(sheet, text, size, box.width - 2 * padding.x)
  const lineHeight = wrap(sheet, 'Ạ', size, 100)[0]!.height
  const heightOf = (count: number) => count * lineHeight + 2 * padding.y
  let whole: ReturnType<typeof element> | undefined
  const drawCell = (lines: Line[], box: Box, top: number) => {
    for (const [index, line] of lines.entries())
      drawLine(
        sheet,
        line,
        box.left + padding.x + shift(box.align, box.width - 2 * padding.x, line.width),
        top + padding.y + index * lineHeight
      )
  }

  const heads = columns.map(({ head }, index) => set(bold(head), boxes[index]!))
  const headHeight = heightOf(Math.max(...heads.map((lines) => lines.length)))
  const drawHead = (top: number, cell: (index: number, draw: () => void) => void) => {
    for (const [index, lines] of heads.entries()) {
      const drop = (headHeight - 2 * padding.y - lines.length * lineHeight) / 2
      cell(index, () => drawCell(lines, { ...boxes[index]!, align: 'center' }, top + drop))
    }
    frame(sheet, boxes, top, top + headHeight, { above: true, below: true })
  }
  const head = { height: headHeight, draw: (top: number) => drawHead(top, (_, draw) => artifact(sheet, draw)) }

  const first: Strip = {
    height: headHeight,
    before,
    keep: true,
    draw: (top) => {
      whole = element(sheet, 'Table')
      const row = element(sheet, 'TR', {}, whole)
      drawHead(top, (_, draw) => void element(sheet, 'TH', { scope: 'Column' }, row).add(draw))
    }
  }
  const body = rows.flatMap((row): Strip[] => {
    const cells = row.map((text, index) => set(text, boxes[index]!))
    const count = Math.max(1, ...cells.map((lines) => lines.length))
    let made: ReturnType<typeof element>[] | undefined
    const parts = Math.ceil(count / linesTogether)
    return Array.from({ length: parts }, (_, part): Strip => {
      const [from, to] = [part * linesTogether, Math.min(count, (part + 1) * linesTogether)]
      const last = part === parts - 1
      // Only the ends of the row carry the padding: parts of a long row close up to one another.
      const height = (to - from) * lineHeight + (part === 0 ? padding.y : 0) + (last ? padding.y : 0)
      const rule = (edge: number) => frame(sheet, boxes, edge, edge, { above: true, below: false })
      return {
        height,
        head,
        cut: rule,
        draw: (top) => {
          if (!made) {
            const tr = element(sheet, 'TR', {}, whole)
            made = cells.map(() => element(sheet, 'TD', {}, tr))
          }
          const start = part === 0 ? top : top - padding.y
          for (const [index, lines] of cells.entries()) {
            const shown = lines.slice(from, to)
            if (shown.length > 0) made[index]!.add(() => drawCell(shown, boxes[index]!, start))
          }
          frame(sheet, boxes, top, top + height, { above: false, below: last })
        }
      }
    })
  })
  return [first, ...body]
}

/** `image`: a PNG signed on glass, drawn where the hand would have signed. */
type Signature = { title: string; note?: string; name?: string; image?: Uint8Array | undefined }

function shortened(sheet: Sheet, name: string, room: number): Line[] {
  const lines = wrap(sheet, bold(name), bodySize, room)
  return lines.length <= 3 ? lines : [...lines.slice(0, 3), ...wrap(sheet, bold('…'), bodySize, room)]
}

type Room = { left: number; top: number; width: number; height: number }

/** As large as the room for the hand allows, in its middle. */
function drawSignature(sheet: Sheet, png: Uint8Array, alt: string, { left, top, width, height }: Room): void {
  const doc = sheet.doc as typeof sheet.doc & { openImage(src: Buffer): { width: number; height: number } }
  const picture = doc.openImage(Buffer.from(png))
  const scale = Math.min(width / picture.width, height / picture.height)
  const [w, h] = [picture.width * scale, picture.height * scale]
  const x = left + (width - w) / 2
  element(sheet, 'Figure', { alt, bbox: [x, top, x + w, top + h] }).add(() => doc.image(picture as never, x, top, { width: w, height: h }))
}

/** Who signs, side by side, with room for the hand. */
function signatureStrip(sheet: Sheet, signatures: readonly Signature[]): Strip {
  const gap = 10
  const room = (sheet.width - gap) / 2
  const set = signatures.map(({ title, note, name, image }) => ({
    image,
    spoken: `Chữ ký của ${name ?? title}`,
    upper: [...wrap(sheet, bold(title), bodySize, room), ...wrap(sheet, italic(note ?? '(Ký, ghi rõ họ tên)'), 9, room)],
    // A name of many lines stands in full above; below the hand it is shortened.
    lower: name ? shortened(sheet, name, room) : []
  }))
  const total = (lines: Line[]) => lines.reduce((sum, line) => sum + line.height, 0)
  const upper = Math.max(...set.map((each) => total(each.upper)))
  const lower = Math.max(...set.map((each) => total(each.lower)))
  const hand = 36 * sheet.scale
  return {
    height: upper + hand + lower,
    before: 9 * sheet.scale,
    draw: (top) => {
      for (const [index, each] of set.entries()) {
        // One signature alone stands at the right, where the officer signs.
        const column = set.length === 1 ? 1 : index
        const left = sheet.left + column * (room + gap)
        const put = (lines: Line[], from: number) => {
          let y = from
          for (const line of lines) {
            drawLine(sheet, line, left + (room - line.width) / 2, y)
            y += line.height
          }
        }
        element(sheet, 'P').add(() => put(each.upper, top))
        if (each.image) drawSignature(sheet, each.image, each.spoken, { left, top: top + upper, width: room, height: hand })
        if (each.lower.length > 0) element(sheet, 'P').add(() => put(each.lower, top + upper + hand))
      }
    }
  }
}

/** The text with its signatures: the last lines go with them to the next page, nobody signs an empty sheet. */
export function signed(sheet: Sheet, strips: Strip[], signatures: readonly Signature[]): Strip[] {
  for (const strip of strips.slice(-3)) strip.keep = true
  return [...strips, signatureStrip(sheet, signatures)]
}
