// Phiếu nộp phí: what a dossier costs and the VietQR code that pays it, for somebody who pays with another telephone or asks another to pay.
import { formatMoney, moneyInWords } from '../../kernel/money.ts'
import { dayOf } from '../../kernel/time.ts'
import { field, fieldPair, paragraph } from '../layout.ts'
import { type Heading, type LookUp, officialHead, type Person, titleBlock, unparted } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { chargesTable } from './payment-receipt.ts'

export type PaymentSlipData = {
  heading: Heading
  code: string
  madeAt: Temporal.Instant
  payer: Person
  procedure: string
  lines: { name: string; amount: number }[]
  amount: number
  /** The text of the code, as a bank's app reads it (NAPAS on EMVCo). */
  vietQr: string
  account: string
  /** What the bank must send along, so that the money finds its dossier. */
  purpose: string
  lookUp: LookUp
}

const reference = 'Theo Điều 22 Nghị định số 61/2018/NĐ-CP'

function strips(sheet: Sheet, data: PaymentSlipData): Strip[] {
  return [
    ...officialHead(sheet, { heading: data.heading, reference, on: dayOf(data.madeAt) }),
    titleBlock(sheet, {
      lines: ['PHIẾU NỘP PHÍ, LỆ PHÍ'],
      under: italic('(Quét mã bên trái bằng ứng dụng ngân hàng)'),
      qr: data.vietQr,
      qrSays: `Mã VietQR chuyển ${formatMoney(data.amount)}, nội dung ${data.purpose}`,
      code: data.code
    }),
    ...field(sheet, 'Người nộp hồ sơ', data.payer.name, { strong: true, before: 8 }),
    ...field(sheet, 'Thủ tục hành chính', data.procedure),
    ...chargesTable(sheet, data.lines),
    ...paragraph(sheet, ['Số tiền phải nộp: ', bold(formatMoney(data.amount))], { before: 5, keep: true }),
    ...paragraph(sheet, italic(`(Bằng chữ: ${moneyInWords(data.amount)})`), { before: 0 }),
    ...fieldPair(sheet, { label: 'Số tài khoản', value: data.account }, { label: 'Nội dung', value: data.purpose }, 0.5),
    ...paragraph(
      sheet,
      'Xin giữ đúng số tiền và nội dung: nhờ đó tiền vào đúng hồ sơ. Chỉ trả một lần; tiền đến thì trang hồ sơ báo và có biên lai. Đã nộp cách khác thì bỏ phiếu này.',
      { before: 6 }
    ),
    ...paragraph(sheet, italic(`Tra cứu hồ sơ: ${data.lookUp.url}, hoặc gọi ${unparted(data.lookUp.phone)}.`), { size: 9, before: 4 })
  ]
}

export function drawPaymentSlip(data: PaymentSlipData): Promise<Uint8Array> {
  return printA5({ title: `Phiếu nộp phí ${data.code}`, author: data.heading.agency, at: data.madeAt }, [
    { foot: data.code, strips: (sheet) => strips(sheet, data) }
  ])
}
