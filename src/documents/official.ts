// The dress of an official paper: the two-column head, the state's name and motto, title with its codes, dates as the forms write them.
import { dayOf, timeOf, weekday } from '../kernel/time.ts'
import { code128Path, qrPath, quietZone } from './barcodes.ts'
import { paragraph } from './layout.ts'
import { artifact, element, type Sheet, type Strip } from './pdf.ts'
import { balance, bold, drawLine, italic, type Line, type Text, wrap } from './typesetting.ts'

/** The left head as data: a desk, a department's desk and today's public service centres print different names. */
export type Heading = {
  /** The authority, e.g. `UBND quận Hồng Bàng`. */
  agency: string
  /** The desk, e.g. `Bộ phận Tiếp nhận và Trả kết quả` or `Trung tâm Phục vụ hành chính công`. */
  desk: string
  /** Where the date line is signed, e.g. `Hải Phòng`. */
  place: string
  /** Prints the line for the organisation's digital signature. */
  electronic?: boolean
}
/** Where the holder can follow the dossier and whom to ring. */
export type LookUp = { url: string; phone: string }
export type Person = { name: string; address: string; phone: string; email?: string; idNumber?: string }

const two = (value: number) => String(value).padStart(2, '0')
/** `ngày 05 tháng 02 năm 2026`: a zero before days under 10 and before months 1 and 2 (NĐ 30/2020). */
export const longDay = (day: Temporal.PlainDate): string =>
  `ngày ${two(day.day)} tháng ${day.month < 3 ? two(day.month) : day.month} năm ${day.year}`
/** `09 giờ 05 phút, thứ Năm, ngày 05 tháng 02 năm 2026` */
export function longInstant(at: Temporal.Instant): string {
  const [time, day] = [timeOf(at), dayOf(at)]
  return `${two(time.hour)} giờ ${two(time.minute)} phút, ${weekday(day)}, ${longDay(day)}`
}
/** A telephone number that is not parted at the end of a line. */
export const unparted = (phone: string): string => phone.replaceAll(' ', '\u00a0')
/** The city's line beside the clerk's own; a clerk who is reached by that line is not told twice. */
export const callToo = ({ phone }: LookUp, clerk: { phone: string }): string => (phone === clerk.phone ? '' : `, gọi ${unparted(phone)}`)
const capitals = (text: string) => text.toLocaleUpperCase('vi')

type Placed = { line: Line; left: number; top: number }

/** One element of the structure for lines already placed. */
function put(sheet: Sheet, tag: 'P' | 'H1', placed: Placed[]): void {
  if (placed.length === 0) return
  element(sheet, tag).add(() => {
    for (const { line, left, top } of placed) drawLine(sheet, line, left, top)
  })
}

/** Lines centred below one another in a column. */
function column(lines: Line[], left: number, room: number, top: number): { placed: Placed[]; bottom: number } {
  let y = top
  const placed = lines.map((line) => {
    const at = { line, left: left + (room - line.width) / 2, top: y }
    y += line.height
    return at
  })
  return { placed, bottom: y }
}

/** Which form this is and by which rule, in small print at the right top. */
const reference = (sheet: Sheet, text: string): Strip[] =>
  paragraph(sheet, italic(text), { size: 7.5, align: 'right', before: 0, keep: true })

/** Head of every form (TT 01/2018/TT-VPCP): agency, desk and number left; the state's name, motto, place and date right. */
export function officialHead(
  sheet: Sheet,
  data: { heading: Heading; number?: string; reference: string; on: Temporal.PlainDate }
): Strip[] {
  const { heading } = data
  const leftRoom = sheet.width * 0.43
  const right = sheet.left + leftRoom + 6
  const rightRoom = sheet.width - leftRoom - 6
  const names = balance(sheet, capitals(heading.agency), 8.8, leftRoom)
  const desks = balance(sheet, bold(capitals(heading.desk)), 8.8, leftRoom)
  const numbers = data.number === undefined ? [] : wrap(sheet, `Số: ${data.number || '…………'}`, 9, leftRoom)
  const signature = heading.electronic ? wrap(sheet, italic('Chữ ký số của Tổ chức (nếu là biểu mẫu điện tử)'), 7.5, leftRoom) : []
  const state = wrap(sheet, bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), 8.8, rightRoom)
  const motto = wrap(sheet, bold('Độc lập - Tự do - Hạnh phúc'), 9.8, rightRoom)
  const date = wrap(sheet, italic(`${heading.place}, ${longDay(data.on)}`), 9.5, rightRoom)

  const draw = (top: number) => {
    const upperLeft = column([...names, ...desks], sheet.left, leftRoom, top)
    const upperRight = column([...state, ...motto], right, rightRoom, top)
    // The number and the date stand on one line below the longer of the two heads.
    const below = Math.max(upperLeft.bottom, upperRight.bottom) + 6
    const number = column([...numbers, ...signature], sheet.left, leftRoom, below)
    const place = column(date, right, rightRoom, below)
    for (const each of [upperLeft, upperRight, number, place]) put(sheet, 'P', each.placed)
    artifact(sheet, () => {
      const rule = (middle: number, length: number, y: number) =>
        sheet.doc
          .moveTo(middle - length / 2, y)
          .lineTo(middle + length / 2, y)
          .lineWidth(0.6)
          .stroke('#000')
      rule(sheet.left + leftRoom / 2, leftRoom * 0.3, upperLeft.bottom + 1.5)
      rule(right + rightRoom / 2, motto[0]!.width, upperRight.bottom + 1.5)
    })
  }
  const total = (lines: Line[]) => lines.reduce((sum, line) => sum + line.height, 0)
  const height =
    Math.max(total([...names, ...desks]), total([...state, ...motto])) + 6 + Math.max(total([...numbers, ...signature]), total(date))
  return [...reference(sheet, data.reference), { height, before: 3, keep: true, draw }]
}

/** A QR code whose dark modules begin exactly at `left`, `top` and are `side` points wide. */
export function drawQr(sheet: Sheet, text: string, alt: string, left: number, top: number, side: number): void {
  const { size, path } = qrPath(text)
  const unit = side / (size - 2 * quietZone)
  element(sheet, 'Figure', { alt, bbox: [left, top, left + side, top + side] }).add(() => {
    sheet.doc
      .save()
      .translate(left - quietZone * unit, top - quietZone * unit)
      .scale(unit)
      .path(path)
      .fill('#000')
      .restore()
  })
}

/** Bars centred in a column, never wider than it, with the text below for the eye. */
export function drawCode128(sheet: Sheet, text: string, left: number, room: number, top: number, height: number): void {
  const { width, path } = code128Path(text)
  const unit = Math.min(0.8, room / width)
  const from = left + (room - width * unit) / 2
  element(sheet, 'Figure', { alt: `Mã vạch: ${text}`, bbox: [from, top, from + width * unit, top + height] }).add(() => {
    sheet.doc.save().translate(from, top).scale(unit, height).path(path).fill('#000').restore()
  })
}

export type Title = {
  lines: string[]
  /** Below the title, e.g. which copy this is. */
  under?: Text
  /** What the QR code at the left opens. */
  qr?: string | undefined
  /** What it says to who cannot see it; the way to the dossier without it. */
  qrSays?: string
  /** It proves the paper: large enough for any phone, and said in words below. */
  sealed?: boolean
  /** Printed as Code 128 with `codeLabel` before it in the line for the eye. */
  code?: string
  codeLabel?: string
}

/** The QR code of a form: the sealed facts when it has them, else the way to the dossier. */
export const qrOf = ({ sealUrl, trackingUrl }: { sealUrl?: string | undefined; trackingUrl?: string | undefined }) =>
  sealUrl ? { qr: sealUrl, sealed: true } : { qr: trackingUrl }

/** A module of a sealed code is never smaller, however much the text of the page shrinks: 0.5 mm, which any phone reads from a hand's breadth. */
const module = (0.5 * 72) / 25.4

/** The title in capitals, between the QR code at the left and the bar code below it. */
export function titleBlock(sheet: Sheet, { lines, under, qr, qrSays, sealed, code, codeLabel = 'Mã hồ sơ' }: Title): Strip {
  const side = Math.max(66 * sheet.scale, qr && sealed ? (qrPath(qr).size - 2 * quietZone) * module : 0)
  const indent = qr ? side + 14 : 0
  const left = sheet.left + indent
  const room = sheet.width - indent
  const title = lines.flatMap((line) => balance(sheet, bold(line), 12.5, room))
  const small = under ? wrap(sheet, under, 9, room) : []
  const named = code ? wrap(sheet, [`${codeLabel}: `, bold(code)], 10, room) : []
  // Beside the code, not below it: the larger code has taken enough of the page.
  const shown = [...named, ...(qr && sealed ? wrap(sheet, italic('Quét mã QR bên trái để kiểm tra giấy này'), 8, room) : [])]
  const bars = code ? 22 : 0
  const total = (set: Line[]) => set.reduce((sum, line) => sum + line.height, 0)
  const gap = code ? 5 : 0
  const text = total([...title, ...small, ...shown]) + bars + gap
  const height = Math.max(text, qr ? side : 0)
  return {
    height,
    before: (sealed ? 4 : 9) * sheet.scale,
    keep: true,
    draw: (top) => {
      const start = top + (height - text) / 2
      const head = column(title, left, room, start)
      const note = column(small, left, room, head.bottom)
      put(sheet, 'H1', head.placed)
      put(sheet, 'P', note.placed)
      if (code) {
        drawCode128(sheet, code, left, room, note.bottom + gap - 1, bars)
        const eye = column(shown, left, room, note.bottom + gap + bars)
        put(sheet, 'P', eye.placed)
      }
      const alt = sealed ? 'Mã QR kiểm tra giấy thật: quét bằng máy ảnh điện thoại' : (qrSays ?? `Mã QR tra cứu hồ sơ: ${qr}`)
      if (qr) drawQr(sheet, qr, alt, sheet.left, top + (height - side) / 2, side)
    }
  }
}

/** Head of the post's own paper: carrier and office at the left, the parcel's number as a bar code at the right. */
export function postalHead(
  sheet: Sheet,
  data: { carrier: { name: string; office: string; phone: string }; trackingNumber: string; reference: string }
): Strip[] {
  const leftRoom = sheet.width * 0.48
  const right = sheet.left + leftRoom + 8
  const rightRoom = sheet.width - leftRoom - 8
  const lines = [
    ...wrap(sheet, bold(capitals(data.carrier.name)), 9.5, leftRoom),
    ...wrap(sheet, data.carrier.office, 9.5, leftRoom),
    ...wrap(sheet, `Điện thoại: ${unparted(data.carrier.phone)}`, 9, leftRoom)
  ]
  const number = wrap(sheet, bold(data.trackingNumber), 10, rightRoom)
  const bars = 24
  const height = Math.max(
    lines.reduce((sum, line) => sum + line.height, 0),
    bars + number.reduce((sum, line) => sum + line.height, 2)
  )
  const draw = (top: number) => {
    let y = top
    element(sheet, 'P').add(() => {
      for (const line of lines) {
        drawLine(sheet, line, sheet.left, y)
        y += line.height
      }
    })
    drawCode128(sheet, data.trackingNumber, right, rightRoom, top, bars)
    const eye = column(number, right, rightRoom, top + bars + 2)
    put(sheet, 'P', eye.placed)
  }
  return [...reference(sheet, data.reference), { height, before: 3, keep: true, draw }]
}
