// Biên lai thu phí, lệ phí: who paid what, for which dossier, in figures and in words. One copy for the payer, one for the book.
import { formatMoney, moneyInWords } from '../../kernel/money.ts'
import { dayOf } from '../../kernel/time.ts'
import { field, fieldPair, paragraph, signed, table } from '../layout.ts'
import { type Heading, type LookUp, longInstant, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { type Part, printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'

export type PaymentReceiptData = {
  heading: Heading
  /** Of the agency and the year: `0000012/2026`. */
  number: string
  code: string
  paidAt: Temporal.Instant
  trackingUrl: string
  /** The address of the sealed facts: the QR code then proves the paper instead of only finding the dossier. */
  sealUrl?: string | undefined
  payer: Person
  procedure: string
  lines: { name: string; amount: number }[]
  amount: number
  /** In words: `Tiền mặt tại quầy`, `Cổng thanh toán VNPAY`. */
  way: string
  /** The gateway's number of the payment, when there is one. */
  reference?: string | undefined
  lookUp: LookUp
  clerk: string
}

const reference = 'Theo Điều 22 Nghị định số 61/2018/NĐ-CP'

/** What is charged, a line each: on the slip that asks for the money and on the receipt that has it. */
export function chargesTable(sheet: Sheet, lines: PaymentReceiptData['lines']): Strip[] {
  return table(
    sheet,
    [
      { head: 'TT', share: 8, align: 'center' },
      { head: 'Khoản thu', share: 62 },
      { head: 'Số tiền', share: 30, align: 'right' }
    ],
    lines.map(({ name, amount }, index) => [String(index + 1), name, formatMoney(amount)])
  )
}

function copy(sheet: Sheet, data: PaymentReceiptData, note: string): Strip[] {
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference, on: dayOf(data.paidAt) }),
      titleBlock(sheet, {
        lines: ['BIÊN LAI', 'THU PHÍ, LỆ PHÍ'],
        under: italic(`(${note})`),
        ...qrOf(data),
        code: data.code
      }),
      ...field(sheet, 'Người nộp tiền', data.payer.name, { strong: true, before: 8 }),
      ...field(sheet, 'Địa chỉ', data.payer.address),
      ...fieldPair(
        sheet,
        { label: 'Số điện thoại', value: data.payer.phone },
        { label: 'Số căn cước/Mã số thuế', value: data.payer.idNumber },
        0.45
      ),
      ...field(sheet, 'Thủ tục hành chính', data.procedure),
      ...chargesTable(sheet, data.lines),
      ...paragraph(sheet, ['Số tiền đã thu: ', bold(formatMoney(data.amount))], { before: 5, keep: true }),
      ...paragraph(sheet, italic(`(Bằng chữ: ${moneyInWords(data.amount)})`), { before: 0 }),
      ...field(sheet, 'Hình thức nộp', data.way),
      ...(data.reference ? field(sheet, 'Mã giao dịch', data.reference) : []),
      ...field(sheet, 'Thời gian nộp', longInstant(data.paidAt)),
      ...paragraph(sheet, italic(`Tra cứu hồ sơ: ${data.lookUp.url}, hoặc gọi ${unparted(data.lookUp.phone)}.`), { size: 9, before: 4 })
    ],
    [
      { title: 'NGƯỜI NỘP TIỀN', name: data.payer.name },
      { title: 'NGƯỜI THU TIỀN', name: data.clerk }
    ]
  )
}

export function printPaymentReceipt(data: PaymentReceiptData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `${data.code} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA5({ title: `Biên lai thu phí, lệ phí ${data.number}`, author: data.heading.agency, at: data.paidAt }, [
    part('Liên 1: Lưu'),
    part('Liên 2: Giao người nộp tiền')
  ])
}
