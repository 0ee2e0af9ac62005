// Giấy biên nhận trả kết quả: what was handed over at the desk, to whom, against which proof of identity (NĐ 61/2018, Điều 6 and 20). Two copies.
import { dayOf } from '../../kernel/time.ts'
import { field, fieldPair, paragraph, signed, table } from '../layout.ts'
import { type Heading, longInstant, officialHead, qrOf, titleBlock } from '../official.ts'
import { type Part, printA5, type Sheet, type Strip } from '../pdf.ts'
import { italic } from '../typesetting.ts'
import { type FeeLine, feeStrips } from './receipt.ts'

/** The result handed over; `summary` is its trích yếu. */
type HandedResult = { kind: string; number: string; summary: string; copies: number }

export type HandOverSlipData = {
  heading: Heading
  number: string
  code: string
  handedAt: Temporal.Instant
  trackingUrl: string
  procedure: string
  owner: string
  /** Who came: identity as shown at the desk, masked but for the last digits; `authority` when not the owner, e.g. `giấy ủy quyền ngày 20/11/2026`. */
  receiver: { name: string; phone: string; identity: string; authority?: string }
  results: HandedResult[]
  /** Originals given back with the result. */
  originals: string[]
  /** Old papers taken back, where the procedure says so. */
  takenBack: string[]
  fees: FeeLine[]
  clerk: string
  /** PNG, when the receiver signed on the screen. */
  signature?: Uint8Array | undefined
  sealUrl?: string | undefined
}

const handOverSlipReference = 'Theo Điều 20 Nghị định số 61/2018/NĐ-CP'

function copy(sheet: Sheet, data: HandOverSlipData, note: string): Strip[] {
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference: handOverSlipReference, on: dayOf(data.handedAt) }),
      titleBlock(sheet, {
        lines: ['GIẤY BIÊN NHẬN', 'TRẢ KẾT QUẢ'],
        under: italic(`(${note})`),
        ...qrOf(data),
        code: data.code
      }),
      ...field(sheet, 'Thủ tục hành chính', data.procedure, { strong: true, before: 8 }),
      ...field(sheet, 'Chủ hồ sơ', data.owner),
      ...fieldPair(
        sheet,
        { label: 'Người nhận', value: data.receiver.name, strong: true },
        { label: 'Điện thoại', value: data.receiver.phone },
        0.62
      ),
      ...field(sheet, 'Giấy tờ tùy thân đã đối chiếu', data.receiver.identity),
      ...(data.receiver.authority ? field(sheet, 'Nhận thay theo', data.receiver.authority) : []),
      ...field(sheet, 'Thời gian trả kết quả', longInstant(data.handedAt)),
      ...paragraph(sheet, 'Kết quả đã trả gồm:', { before: 5, keep: true }),
      ...table(
        sheet,
        [
          { head: 'TT', share: 7, align: 'center' },
          { head: 'Loại kết quả', share: 28 },
          { head: 'Số, ký hiệu', share: 20 },
          { head: 'Trích yếu', share: 33 },
          { head: 'Số bản', share: 12, align: 'center' }
        ],
        data.results.map((result, index) => [
          String(index + 1),
          result.kind,
          result.number,
          result.summary,
          String(result.copies).padStart(2, '0')
        ])
      ),
      ...(data.originals.length > 0 ? field(sheet, 'Giấy tờ bản chính trả lại kèm theo', data.originals.join('; '), { before: 5 }) : []),
      ...(data.takenBack.length > 0 ? field(sheet, 'Giấy tờ cũ đã thu lại', data.takenBack.join('; ')) : []),
      ...feeStrips(sheet, data.fees),
      ...paragraph(sheet, 'Người nhận đã xem, đếm và nhận đủ kết quả cùng giấy tờ ghi trên.', { before: 5 })
    ],
    [
      { title: 'NGƯỜI NHẬN KẾT QUẢ', name: data.receiver.name, image: data.signature },
      { title: 'NGƯỜI TRẢ KẾT QUẢ', name: data.clerk }
    ]
  )
}

export function printHandOverSlip(data: HandOverSlipData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `${data.code} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA5({ title: `Giấy biên nhận trả kết quả ${data.code}`, author: data.heading.agency, at: data.handedAt }, [
    part('Liên 1: Lưu'),
    part('Liên 2: Giao người nhận')
  ])
}
