// Phiếu hướng dẫn bổ sung: exactly what is missing, for somebody who goes home without having filed. In the order of Mẫu số 02, without a dossier's code.
import { dayOf } from '../../kernel/time.ts'
import { field, paragraph, signed } from '../layout.ts'
import { type Heading, type LookUp, longDay, officialHead, titleBlock, unparted } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { type PaperCount, papersTable } from './receipt.ts'

export type GuidanceSlipData = {
  heading: Heading
  /** `HD-261124-07` */
  number: string
  madeAt: Temporal.Instant
  visitor: { name: string; phone: string }
  procedure: string
  missing: PaperCount[]
  note: string
  /** Until when the desk keeps what was written down. */
  keptUntil: Temporal.PlainDate
  lookUp: LookUp
  clerk: string
}

const reference = 'Theo Điều 17 Nghị định số 61/2018/NĐ-CP'

function strips(sheet: Sheet, data: GuidanceSlipData): Strip[] {
  const { visitor } = data
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference, on: dayOf(data.madeAt) }),
      titleBlock(sheet, {
        lines: ['PHIẾU HƯỚNG DẪN', 'BỔ SUNG, HOÀN THIỆN HỒ SƠ'],
        under: italic('(Hồ sơ chưa được tiếp nhận, chưa tính thời gian giải quyết)'),
        qr: data.number,
        qrSays: `Mã QR số phiếu ${data.number}, quét tại quầy khi quay lại`,
        code: data.number,
        codeLabel: 'Số phiếu'
      }),
      ...(visitor.name ? field(sheet, 'Hướng dẫn Ông/Bà', visitor.name, { strong: true, before: 8 }) : []),
      ...(visitor.phone ? field(sheet, 'Số điện thoại', visitor.phone) : []),
      ...field(sheet, 'Nội dung yêu cầu giải quyết', data.procedure, { strong: true }),
      ...paragraph(sheet, 'Đề nghị Ông/Bà mang thêm các giấy tờ sau đây:', { before: 6, keep: true }),
      ...papersTable(sheet, data.missing, 'Giấy tờ còn thiếu'),
      ...(data.note ? paragraph(sheet, [bold('Hướng dẫn thêm: '), data.note], { before: 5 }) : []),
      ...paragraph(sheet, 'Ngoài các giấy tờ này, không cần giấy tờ nào khác. Đủ giấy tờ thì hồ sơ được nhận ngay.', { before: 5 }),
      ...paragraph(
        sheet,
        [
          'Khi quay lại, Ông/Bà đưa phiếu này hoặc đọc số điện thoại. Quầy giữ những gì đã ghi đến hết ',
          bold(longDay(data.keptUntil)),
          '.'
        ],
        { before: 3 }
      ),
      ...paragraph(sheet, italic(`Xem danh mục giấy tờ: ${data.lookUp.url}, hoặc gọi ${unparted(data.lookUp.phone)}.`), {
        size: 9,
        before: 4
      })
    ],
    [{ title: 'NGƯỜI HƯỚNG DẪN', name: data.clerk }]
  )
}

export function printGuidanceSlip(data: GuidanceSlipData): Promise<Uint8Array> {
  return printA5({ title: `Phiếu hướng dẫn ${data.number}`, author: data.heading.agency, at: data.madeAt }, [
    { foot: data.number, strips: (sheet) => strips(sheet, data) }
  ])
}
