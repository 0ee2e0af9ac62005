// The pen: opens a tagged A5 or A4 sheet and flows strips over its pages without losing one.
// The same input makes the same bytes, so a paper printed twice has one hash.
import PDFDocument from 'pdfkit'
import { bold, clean, drawLine, fonts, type Writer, wrap } from './typesetting.ts'

/** A horizontal piece of page that is never cut. Pages are strips put below one another. */
export type Strip = {
  height: number
  /** Air above, given up at the top of a page. */
  before?: number
  /** Stays on one page with the strip that follows. */
  keep?: boolean
  /** Printed again when this strip begins a page, as the head of a table is. */
  head?: { height: number; draw: (top: number) => void }
  draw: (top: number) => void
  /** The page ends below this strip, or begins with it: close or open what runs on, as the frame of a cell. */
  cut?: (edge: number) => void
}

type StructureTag = 'Document' | 'Sect' | 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'
type Element = PDFKit.PDFStructureElement
export type Sheet = Writer & {
  /** Where new elements go: the copy ("liên") being written. */
  section: Element
  left: number
  width: number
  top: number
  bottom: number
}
/** One copy: its running foot (from its second page on) and its strips, made when the sheet is open. */
export type Part = {
  foot: string
  strips: (sheet: Sheet) => Strip[] /** Written faintly across every page. */
  across?: string | undefined
}

const mm = (value: number) => (value * 72) / 25.4
/** `scales`: sizes tried, of the type and the air, until a copy fits on one page. */
type Paper = { width: number; height: number; left: number; right: number; top: number; bottom: number; scales: readonly number[] }
/** A5 portrait, 148 × 210 mm (TT 01/2018/TT-VPCP, Điều 9); the left margin is wider, the copies are bound into a book. Body text stays above 9 points. */
const a5: Paper = { width: mm(148), height: mm(210), left: mm(15), right: mm(11), top: mm(9), bottom: mm(10), scales: [1, 0.97, 0.94, 0.9] }
/** A4 portrait with the margins of NĐ 30/2020; body text of 12,5 points, never under 11. */
const a4: Paper = {
  width: mm(210),
  height: mm(297),
  left: mm(30),
  right: mm(15),
  top: mm(18),
  bottom: mm(18),
  scales: [1.25, 1.2, 1.15, 1.1]
}

/** A4 lying (Mẫu số 06): a book is bound at its left edge. */
const a4Lying: Paper = { width: mm(297), height: mm(210), left: mm(20), right: mm(10), top: mm(12), bottom: mm(14), scales: [1] }

/** A new element of the document's structure, for readers who listen. */
export function element(
  sheet: Sheet,
  tag: StructureTag,
  options: { alt?: string; bbox?: number[]; scope?: string } = {},
  parent = sheet.section
): Element {
  const made = sheet.doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions)
  parent.add(made)
  return made
}

/** Lines, frames and feet: seen, but not read aloud. */
export function artifact({ doc }: Sheet, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

/** The strips of a copy at the largest size that needs one page only; at full size when it needs more anyway. */
function fitted(sheet: Sheet, part: Part, scales: readonly number[]): Strip[] {
  const [full = 1] = scales
  for (const scale of scales) {
    sheet.scale = scale
    const strips = part.strips(sheet)
    const height = strips.reduce((sum, strip, index) => sum + strip.height + (index === 0 ? 0 : (strip.before ?? 0)), 0)
    if (height <= sheet.bottom - sheet.top) return strips
    // Smaller type gains about a fifth of the page at most: far longer text is not worth another try.
    if (height * 0.78 > ((sheet.bottom - sheet.top) * scale) / full) break
  }
  sheet.scale = full
  return part.strips(sheet)
}

function startPage(sheet: Sheet): number {
  sheet.doc.addPage()
  return sheet.top
}

/** Puts strips on pages. Kept strips move to the next page together; only what is taller than a page is parted. */
function flow(sheet: Sheet, strips: Strip[]): void {
  let y = startPage(sheet)
  let last: Strip | undefined
  const turn = (next: Strip) => {
    last?.cut?.(y)
    y = startPage(sheet)
    if (next.head) {
      next.head.draw(y)
      y += next.head.height
    } else next.cut?.(y)
  }
  let bundle: Strip[] = []
  for (const [index, strip] of strips.entries()) {
    bundle.push(strip)
    if (strip.keep && index < strips.length - 1) continue
    const whole = bundle.reduce((sum, { height, before = 0 }) => sum + height + before, 0)
    if (y + whole > sheet.bottom && y > sheet.top && whole <= sheet.bottom - sheet.top) turn(bundle[0]!)
    for (const piece of bundle) {
      const gap = y > sheet.top ? (piece.before ?? 0) : 0
      if (y + gap + piece.height > sheet.bottom && y > sheet.top + (piece.head?.height ?? 0)) turn(piece)
      else y += gap
      piece.draw(y)
      y += piece.height
      last = piece
    }
    bundle = []
  }
}

/** From the second page of a copy on: whose paper this is and which page of how many (the first page bears no number, as in NĐ 30/2020). */
function drawFeet(sheet: Sheet, foot: string, from: number, to: number): void {
  const count = to - from
  for (let index = 1; index < count; index++) {
    sheet.doc.switchToPage(from + index)
    artifact(sheet, () => {
      const [number] = wrap(sheet, `Trang ${index + 1}/${count}`, 8.5, 80)
      const [label] = wrap(sheet, foot, 8.5, sheet.width - 90)
      const top = sheet.bottom + mm(1.5)
      if (label) drawLine(sheet, label, sheet.left, top)
      drawLine(sheet, number!, sheet.left + sheet.width - number!.width, top)
    })
  }
}

/** A word over every page of a copy, seen but not read aloud. */
function drawAcross(sheet: Sheet, word: string, from: number, to: number): void {
  const [line] = wrap(sheet, bold(word), 110, sheet.doc.page.height)
  for (let index = from; index < to; index++) {
    sheet.doc.switchToPage(index)
    const { width, height } = sheet.doc.page
    artifact(sheet, () => {
      sheet.doc
        .save()
        .fillOpacity(0.1)
        .rotate(-45, { origin: [width / 2, height / 2] })
      drawLine(sheet, line!, (width - line!.width) / 2, (height - line!.height) / 2)
      sheet.doc.restore()
    })
  }
}

/** Characters that would break the XML of the metadata are left out of title and author. */
const plain = (text: string) => clean(text).replace(/[<>&]/g, ' ')

type About = { title: string; author: string; at: Temporal.Instant }
export const printA5 = (about: About, parts: Part[]): Promise<Uint8Array> => print(a5, about, parts)
export const printA4 = (about: About, parts: Part[]): Promise<Uint8Array> => print(a4, about, parts)
export const printLyingA4 = (about: About, parts: Part[]): Promise<Uint8Array> => print(a4Lying, about, parts)

/** Prints the parts one after another, each beginning a page, as one tagged PDF/A. `at` is the creation date. */
async function print(page: Paper, about: About, parts: Part[]): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    autoFirstPage: false,
    bufferPages: true,
    // No face to begin with: pdfkit would start with Helvetica, which PDF/A does not allow; and a face given here and registered
    // below would be opened anew at every word.
    font: '',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    subset: 'PDF/A-2a' as PDFKit.PDFDocumentOptions['subset'],
    pdfVersion: '1.7',
    info: {
      Title: plain(about.title),
      Author: plain(about.author),
      Creator: 'Một Cửa',
      Producer: 'Một Cửa',
      CreationDate: new Date(about.at.epochMilliseconds)
    }
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  doc.on('end', resolve)
  doc.on('error', reject)

  for (const [face, { font }] of Object.entries(fonts())) doc.registerFont(face, font as unknown as Uint8Array)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const sheet: Sheet = {
    doc,
    section: root,
    left: page.left,
    width: page.width - page.left - page.right,
    top: page.top,
    bottom: page.height - page.bottom,
    scale: 1
  }
  for (const part of parts) {
    const from = doc.bufferedPageRange().count
    sheet.section = element(sheet, 'Sect', {}, root)
    flow(sheet, fitted(sheet, part, page.scales))
    sheet.scale = 1
    drawFeet(sheet, part.foot, from, doc.bufferedPageRange().count)
    if (part.across) drawAcross(sheet, part.across, from, doc.bufferedPageRange().count)
  }
  root.end()
  doc.end()
  await promise
  return new Uint8Array(Buffer.concat(chunks))
}
