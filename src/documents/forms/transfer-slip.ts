// Phiếu chuyển xử lý: goes with a paper dossier from office to office and names the task and the deadline of each, in their order (NĐ 61/2018, Điều 19.6).
import { dayOf } from '../../kernel/time.ts'
import { field, paragraph, signed, table } from '../layout.ts'
import { type Heading, longInstant, officialHead, titleBlock } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'

export type TransferSlipData = {
  heading: Heading
  code: string
  trackingUrl: string
  printedAt: Temporal.Instant
  owner: string
  procedure: string
  dueAt: Temporal.Instant | undefined
  /** In the order in which the papers go. */
  stops: { agency: string; task: string; dueAt: Temporal.Instant | undefined }[]
  /** Originals that go along, with their codes. */
  originals: { code: string; name: string }[]
  /** Where the papers come back to. */
  lead: string
}

const reference = 'Theo khoản 6 Điều 19 Nghị định số 61/2018/NĐ-CP'

function strips(sheet: Sheet, data: TransferSlipData): Strip[] {
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, reference, on: dayOf(data.printedAt) }),
      titleBlock(sheet, { lines: ['PHIẾU CHUYỂN XỬ LÝ', 'HỒ SƠ LIÊN THÔNG'], qr: data.trackingUrl, code: data.code }),
      ...field(sheet, 'Hồ sơ của', data.owner, { strong: true, before: 8 }),
      ...field(sheet, 'Thủ tục hành chính', data.procedure),
      ...field(sheet, 'Ngày hẹn trả kết quả', data.dueAt ? longInstant(data.dueAt) : 'đồng hồ đang dừng'),
      ...table(
        sheet,
        [
          { head: 'TT', share: 7, align: 'center' },
          { head: 'CƠ QUAN', share: 31 },
          { head: 'NỘI DUNG CÔNG VIỆC', share: 34 },
          { head: 'THỜI HẠN', share: 28 }
        ],
        data.stops.map(({ agency, task, dueAt }, i) => [String(i + 1), agency, task, dueAt ? longInstant(dueAt) : '']),
        { size: 8.5, before: 6 }
      ),
      ...paragraph(
        sheet,
        [bold('Bản chính kèm theo: '), data.originals.map(({ code, name }) => `${name} (${code})`).join('; ') || 'không có'],
        {
          before: 6
        }
      ),
      ...paragraph(sheet, italic(`Cơ quan cuối cùng chuyển hồ sơ về ${data.lead} để tổng hợp, trình quyết định và trả kết quả.`), {
        size: 8.5,
        before: 4
      })
    ],
    [{ title: 'NGƯỜI GIAO' }, { title: 'NGƯỜI NHẬN' }]
  )
}

export function drawTransferSlip(data: TransferSlipData): Promise<Uint8Array> {
  return printA5({ title: `Phiếu chuyển xử lý ${data.code}`, author: data.heading.agency, at: data.printedAt }, [
    { foot: data.code, strips: (sheet) => strips(sheet, data) }
  ])
}
