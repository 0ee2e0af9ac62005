// Vietnamese text in Tinos: composed letters, fonts parsed once, lines broken at blanks and never wider than their column.
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

/** What text is set with: the document, and by how much all sizes are multiplied. */
export type Writer = { doc: PDFKit.PDFDocument; scale: number }

const faces = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf'
} as const
type Face = keyof typeof faces

/** A piece of text in one face and size; size in points. */
type Span = { text: string; face?: Face; size?: number }
export type Text = string | Span | readonly (string | Span)[]
export const bold = (text: string, size?: number): Span => ({ text, face: 'bold', size })
export const italic = (text: string, size?: number): Span => ({ text, face: 'italic', size })

type Run = { text: string; face: Face; size: number; width: number }
/** One set line: its runs from left to right, how much room it takes, and whether it ends in the middle of a word. */
export type Line = { runs: Run[]; width: number; height: number; baseline: number; cut: boolean }

/** Text as it may be printed: composed, without control characters, one kind of blank (no-break spaces stay). */
export const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/\p{C}/gu, '')

type ParsedFont = { characterSet: number[]; layout(text: string): unknown; glyphForCodePoint(code: number): unknown }
/** A parsed face and the characters it has. */
type Font = { font: ParsedFont; signs: Set<number> }
let parsed: Record<Face, Font> | undefined

/** Parses the four faces once per process; read anew for every document they cost more than the document. */
export function fonts(): Record<Face, Font> {
  parsed ??= Object.fromEntries(Object.entries(faces).map(([face, file]) => [face, parse(file)])) as Record<Face, Font>
  return parsed
}

function parse(file: string): Font {
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${file}`))
  const opened = new PDFDocument({ autoFirstPage: false, font: path }) as unknown as { _font: { font: ParsedFont } }
  const { font } = opened._font
  // A glyph remembers the first character that asked for it, and a shared font would remember it across documents: a no-break
  // space seen first would turn every later space into one. So each glyph meets its plainest character before anybody writes.
  font.layout('fi fl ffi ffl - ')
  for (const code of font.characterSet.filter((code) => code > 0).sort((one, other) => one - other)) font.glyphForCodePoint(code)
  return { font, signs: new Set(font.characterSet) }
}

/** Signs the font lacks (an emoji, a foreign script) become □: PDF/A allows no missing glyph, and a reader sees that something stood there. */
function printable(text: string, face: Face): string {
  const { signs } = fonts()[face]
  return Array.from(clean(text), (sign) => (signs.has(sign.codePointAt(0)!) ? sign : '□')).join('')
}

function widthOf({ doc }: Writer, text: string, face: Face, size: number): number {
  return doc.font(face).fontSize(size).widthOfString(text)
}

/** A word wider than the column is cut, after a hyphen, dot or slash if it has one, else between letters: nothing runs over the frame. */
function pieces(writer: Writer, word: string, face: Face, size: number, room: number): string[] {
  if (widthOf(writer, word, face, size) <= room) return [word]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const sign of word) {
    const width = widthOf(writer, sign, face, size)
    if (part && used + width > room) {
      const seam = Math.max(...['-', '/', '_', '@', '.'].map((joint) => part.lastIndexOf(joint))) + 1
      const kept = seam > part.length / 3 ? part.slice(0, seam) : part
      parts.push(kept)
      part = part.slice(kept.length)
      used = widthOf(writer, part, face, size)
    }
    part += sign
    used += width
  }
  return [...parts, part]
}

const asSpans = (text: Text): readonly (string | Span)[] => (Array.isArray(text) ? text : [text as string | Span])
const leading = 1.17

/** Breaks text into lines no wider than `room` points; blanks at the ends of lines are dropped. */
export function wrap(writer: Writer, text: Text, size: number, room: number): Line[] {
  const lines: Line[] = []
  const { scale } = writer
  let runs: Run[] = []
  let used = 0
  const close = (cut = false) => {
    while (runs.at(-1)?.text === ' ') runs.pop()
    const tallest = Math.max(size * scale, ...runs.map((run) => run.size))
    if (runs.length > 0)
      lines.push({
        runs: join(runs),
        width: runs.reduce((sum, run) => sum + run.width, 0),
        height: tallest * leading,
        baseline: tallest * 0.92,
        cut
      })
    runs = []
    used = 0
  }
  for (const span of asSpans(text)) {
    const { face = 'regular', size: asked = size, text: words } = typeof span === 'string' ? ({ text: span } as Span) : span
    const own = asked * scale
    for (const word of printable(words, face).split(/( )/)) {
      if (word === '' || (word === ' ' && runs.length === 0)) continue
      for (const part of pieces(writer, word, face, own, room)) {
        const width = widthOf(writer, part, face, own)
        if (part !== ' ' && used + width > room + 0.01) {
          // A point that follows a bold word goes to the next line with its word.
          const tied = runs.slice(runs.findLastIndex((run) => run.text === ' ') + 1)
          const tiedWidth = tied.reduce((sum, run) => sum + run.width, 0)
          const moves = tied.length < runs.length && tiedWidth + width <= room
          if (moves) runs.length -= tied.length
          close(!moves && runs.at(-1)?.text !== ' ')
          if (moves) {
            runs = tied
            used = tiedWidth
          }
        }
        runs.push({ text: part, face, size: own, width })
        used += width
      }
    }
  }
  close()
  return lines
}

/** Lines of nearly one length for a heading: as few as they must be, and no word left alone on the last. */
export function balance(writer: Writer, text: Text, size: number, room: number): Line[] {
  const count = wrap(writer, text, size, room).length
  let [narrow, wide] = [room / 3, room]
  for (let step = 0; step < 8; step++) {
    const middle = (narrow + wide) / 2
    if (wrap(writer, text, size, middle).length > count) narrow = middle
    else wide = middle
  }
  return wrap(writer, text, size, wide)
}

function join(runs: Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.face === run.face && last.size === run.size) {
      last.text += run.text
      last.width += run.width
    } else joined.push({ ...run })
  }
  return joined
}

export function drawLine({ doc }: Writer, line: Line, left: number, top: number): void {
  let x = left
  for (const [index, run] of line.runs.entries()) {
    // A blank that nobody sees: without it a reader that listens hears the last word of a line and the first of the next as one.
    const text = index === line.runs.length - 1 && !line.cut ? `${run.text} ` : run.text
    doc
      .font(run.face)
      .fontSize(run.size)
      .text(text, x, top + line.baseline, { lineBreak: false, baseline: 'alphabetic' })
    x += run.width
  }
}
