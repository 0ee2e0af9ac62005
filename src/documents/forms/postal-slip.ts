// Phiếu gửi hồ sơ: at the citizen's door papers are counted, listed, sealed in front of the sender, and both sign (QĐ 45/2016, Điều 6). Two copies.
import { field, fieldPair, paragraph, signed } from '../layout.ts'
import { longInstant, postalHead, titleBlock, unparted } from '../official.ts'
import { type Part, printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { type FeeLine, feeStrips, type PaperCount, papersTable } from './receipt.ts'

export type PostalSlipData = {
  carrier: { name: string; office: string; phone: string }
  /** The parcel's number (UPU S10), printed as a bar code. */
  trackingNumber: string
  slipNumber: string
  /** The dossier, when it already has a code. */
  code?: string
  trackingUrl?: string
  collectedAt: Temporal.Instant
  sender: { name: string; address: string; phone: string }
  agency: { name: string; address: string }
  procedure: string
  papers: PaperCount[]
  sealNumber: string
  /** `state` names the biên lai: `biên lai số 000123`. */
  fees: FeeLine[]
  note?: string
  postman: string
}

const postalSlipReference = 'Theo Điều 6 Quyết định số 45/2016/QĐ-TTg'

function copy(sheet: Sheet, data: PostalSlipData, note: string): Strip[] {
  return signed(
    sheet,
    [
      ...postalHead(sheet, { ...data, reference: postalSlipReference }),
      titleBlock(sheet, { lines: ['PHIẾU GỬI HỒ SƠ'], under: [`Số: ${data.slipNumber} `, italic(`– ${note}`)], qr: data.trackingUrl }),
      ...field(sheet, 'Người gửi', data.sender.name, { strong: true, before: 8 }),
      ...field(sheet, 'Địa chỉ', data.sender.address),
      ...fieldPair(sheet, { label: 'Số điện thoại', value: data.sender.phone }, { label: 'Mã hồ sơ', value: data.code }, 0.4),
      ...field(sheet, 'Cơ quan nhận', data.agency.name, { strong: true, before: 5 }),
      ...field(sheet, 'Địa chỉ', data.agency.address),
      ...field(sheet, 'Thủ tục hành chính', data.procedure, { strong: true }),
      ...paragraph(sheet, 'Giấy tờ trong bưu gửi:', { before: 5, keep: true }),
      ...papersTable(sheet, data.papers),
      ...field(sheet, 'Số niêm phong', data.sealNumber, { strong: true, before: 5 }),
      ...field(sheet, 'Thời gian nhận giấy tờ', longInstant(data.collectedAt)),
      ...feeStrips(sheet, data.fees),
      ...field(sheet, 'Ghi chú', data.note),
      ...paragraph(sheet, 'Hai bên đã cùng đếm, đối chiếu giấy tờ với danh mục công bố và niêm phong túi hồ sơ trước mặt người gửi.', {
        before: 5
      }),
      // QĐ 45/2016, Điều 7.4
      ...paragraph(
        sheet,
        [
          italic('Ngày nộp hồ sơ là lúc bưu chính và cơ quan ký biên bản giao nhận tại quầy. Theo dõi bưu gửi bằng số hiệu '),
          { ...bold(data.trackingNumber), size: 9 },
          italic(`, hoặc gọi ${unparted(data.carrier.phone)}.`)
        ],
        { size: 9, before: 3 }
      )
    ],
    [
      { title: 'NGƯỜI GỬI', name: data.sender.name },
      { title: 'NHÂN VIÊN BƯU CHÍNH', name: data.postman }
    ]
  )
}

export function printPostalSlip(data: PostalSlipData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `${data.trackingNumber} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA5({ title: `Phiếu gửi hồ sơ ${data.trackingNumber}`, author: data.carrier.name, at: data.collectedAt }, [
    part('Liên 1: Đi cùng hồ sơ'),
    part('Liên 2: Giao người gửi')
  ])
}
