// Biên bản đóng ca: the cash of a counter at the end of a shift, every receipt of it, what was left open, two signatures. One copy for the file.
import { formatMoney } from '../../kernel/money.ts'
import { dayOf, formatInstant } from '../../kernel/time.ts'
import { field, fieldPair, paragraph, signed, table } from '../layout.ts'
import { type Heading, officialHead, titleBlock } from '../official.ts'
import { type Part, printA4, type Sheet, type Strip } from '../pdf.ts'

export type ShiftRecordData = {
  heading: Heading
  counter: number
  clerk: string
  openedAt: Temporal.Instant
  closedAt: Temporal.Instant
  cashFloat: number
  paid: number
  refunded: number
  counted: number
  difference: number
  reason: string
  notes: { value: number; count: number }[]
  receipts: { number: string; dossier: string; at: Temporal.Instant; amount: number; givenBack: boolean }[]
  openThings: { kind: string; what: string[] }[]
  handedTo: string
  confirmed: { name: string; at: Temporal.Instant } | undefined
}

const money = (sheet: Sheet, data: ShiftRecordData): Strip[] => [
  ...fieldPair(
    sheet,
    { label: 'Tiền đầu ca', value: formatMoney(data.cashFloat) },
    { label: 'Thu tiền mặt trong ca', value: formatMoney(data.paid) },
    0.5,
    6
  ),
  ...fieldPair(
    sheet,
    { label: 'Trả lại tiền mặt', value: formatMoney(data.refunded) },
    { label: 'Phải có', value: formatMoney(data.cashFloat + data.paid - data.refunded) }
  ),
  ...fieldPair(
    sheet,
    { label: 'Đếm được', value: formatMoney(data.counted), strong: true },
    { label: 'Chênh lệch', value: formatMoney(data.difference), strong: true }
  ),
  ...(data.difference !== 0 ? field(sheet, 'Lý do chênh lệch', data.reason) : [])
]

const right = 'right' as const

function countTable(sheet: Sheet, { notes }: ShiftRecordData): Strip[] {
  if (notes.length === 0) return []
  return [
    ...paragraph(sheet, 'Tiền đếm được theo mệnh giá:', { before: 6, keep: true }),
    ...table(
      sheet,
      [
        { head: 'Mệnh giá', share: 30, align: right },
        { head: 'Số tờ', share: 20, align: right },
        { head: 'Thành tiền', share: 50, align: right }
      ],
      notes.map(({ value, count }) => [formatMoney(value), String(count), formatMoney(value * count)])
    )
  ]
}

function receiptTable(sheet: Sheet, { receipts }: ShiftRecordData): Strip[] {
  if (receipts.length === 0) return paragraph(sheet, 'Trong ca không thu tiền mặt.', { before: 6 })
  return [
    ...paragraph(sheet, 'Biên lai tiền mặt trong ca:', { before: 6, keep: true }),
    ...table(
      sheet,
      [
        { head: 'TT', share: 7, align: 'center' },
        { head: 'Số biên lai', share: 22 },
        { head: 'Mã hồ sơ', share: 33 },
        { head: 'Thời gian', share: 20 },
        { head: 'Số tiền', share: 18, align: right }
      ],
      receipts.map(({ number, dossier, at, amount, givenBack }, index) => [
        String(index + 1),
        givenBack ? 'trả lại' : number,
        dossier,
        formatInstant(at),
        formatMoney(givenBack ? -amount : amount)
      ])
    )
  ]
}

function strips(sheet: Sheet, data: ShiftRecordData): Strip[] {
  const open =
    data.openThings.length > 0
      ? data.openThings.flatMap(({ kind, what }) => field(sheet, `${kind} (${what.length})`, what.join('; ')))
      : paragraph(sheet, 'Không còn việc dở dang.')
  const confirmed = data.confirmed
    ? `Đã đếm lại và xác nhận: ${data.confirmed.name}, ${formatInstant(data.confirmed.at)}.`
    : 'Chưa có người thứ hai đếm lại và xác nhận.'
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, reference: 'Giấy tờ nội bộ của quầy', on: dayOf(data.closedAt) }),
      titleBlock(sheet, { lines: ['BIÊN BẢN ĐÓNG CA', `QUẦY SỐ ${data.counter}`] }),
      ...field(sheet, 'Người ngồi quầy', data.clerk, { strong: true, before: 8 }),
      ...fieldPair(
        sheet,
        { label: 'Mở ca', value: formatInstant(data.openedAt) },
        { label: 'Đóng ca', value: formatInstant(data.closedAt) }
      ),
      ...money(sheet, data),
      ...countTable(sheet, data),
      ...receiptTable(sheet, data),
      ...paragraph(sheet, 'Việc còn dở bàn giao cho ca sau:', { before: 6, keep: true }),
      ...open,
      ...field(sheet, 'Người nhận bàn giao', data.handedTo || undefined, { before: 6 }),
      ...paragraph(sheet, confirmed, { before: 4 })
    ],
    [
      { title: 'NGƯỜI ĐÓNG CA', name: data.clerk },
      { title: 'NGƯỜI XÁC NHẬN', name: data.confirmed?.name ?? '' }
    ]
  )
}

export function printShiftRecord(data: ShiftRecordData): Promise<Uint8Array> {
  const part: Part = { foot: `Biên bản đóng ca, quầy ${data.counter}`, strips: (sheet) => strips(sheet, data) }
  return printA4({ title: `Biên bản đóng ca quầy ${data.counter}`, author: data.heading.agency, at: data.closedAt }, [part])
}
