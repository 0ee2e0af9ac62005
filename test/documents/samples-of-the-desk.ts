// One filled-in example of every paper a desk makes for itself, for money, and of the result, with the long names that real life has.
import type { GuidanceSlipData } from '../../src/documents/forms/guidance-slip.ts'
import type { HandOverListData } from '../../src/documents/forms/hand-over-list.ts'
import type { PaymentReceiptData } from '../../src/documents/forms/payment-receipt.ts'
import type { PaymentSlipData } from '../../src/documents/forms/payment-slip.ts'
import type { RegisterBookData } from '../../src/documents/forms/register-book.ts'
import type { ResultPaper } from '../../src/documents/forms/result-paper.ts'
import type { ShiftRecordData } from '../../src/documents/forms/shift-record.ts'
import { vietQr } from '../../src/payments/vietqr.ts'
import { receipt, supplementRequest } from './samples.ts'

const at = (text: string) => Temporal.Instant.from(text)
const { heading, code, applicant, procedure, lookUp, clerk, trackingUrl } = receipt
const company = 'Công ty trách nhiệm hữu hạn một thành viên Thương mại, Dịch vụ và Xuất nhập khẩu Sách Biển Đông'
const charges = [
  { name: 'Lệ phí cấp giấy phép', amount: 50_000 },
  { name: 'Phí thẩm định nội dung tài liệu không kinh doanh để cấp giấy phép xuất bản', amount: 1_200_000 }
]

export const guidanceSlip: GuidanceSlipData = {
  heading,
  number: 'HD-261124-07',
  madeAt: at('2026-11-24T09:40:00+07:00'),
  visitor: { name: applicant.name, phone: applicant.phone },
  procedure,
  missing: supplementRequest.papers,
  note: 'Danh mục ghi đủ số bản và tên nhà xuất bản, có dấu của đơn vị đề nghị.',
  keptUntil: Temporal.PlainDate.from('2026-12-24'),
  lookUp,
  clerk
}

export const paymentReceipt: PaymentReceiptData = {
  heading,
  number: '0000012/2026',
  code,
  paidAt: at('2026-11-24T09:40:00+07:00'),
  trackingUrl,
  payer: { ...applicant, name: company },
  procedure,
  lines: charges,
  amount: 1_250_000,
  way: 'Tiền mặt tại quầy',
  lookUp,
  clerk
}

export const paymentSlip: PaymentSlipData = {
  heading,
  code,
  madeAt: at('2026-11-24T09:40:00+07:00'),
  payer: { ...applicant, name: company },
  procedure,
  lines: charges,
  amount: 1_250_000,
  vietQr: vietQr({ bin: '970415', account: '113366668888', amount: 1_250_000, purpose: 'MC261124000731' }),
  account: '113366668888',
  purpose: 'MC261124000731',
  lookUp
}

export const shiftRecord: ShiftRecordData = {
  heading,
  counter: 3,
  clerk,
  openedAt: at('2026-11-24T07:25:00+07:00'),
  closedAt: at('2026-11-24T17:10:00+07:00'),
  cashFloat: 200_000,
  paid: 1_300_000,
  refunded: 50_000,
  counted: 1_440_000,
  difference: -10_000,
  reason: 'Trả nhầm tiền thừa cho một người nộp, đã lập biên bản',
  notes: [
    { value: 500_000, count: 2 },
    { value: 10_000, count: 44 }
  ],
  receipts: [
    { number: '0000012/2026', dossier: code, at: at('2026-11-24T09:40:00+07:00'), amount: 1_250_000, givenBack: false },
    { number: '0000013/2026', dossier: code, at: at('2026-11-24T10:05:00+07:00'), amount: 50_000, givenBack: false }
  ],
  openThings: [{ kind: 'Hồ sơ chưa chuyển giải quyết', what: [code, '000.00.11.H24-261123-0002'] }],
  handedTo: 'Vũ Thị Thu Thuỷ',
  confirmed: { name: 'Lương Hải Âu', at: at('2026-11-24T17:20:00+07:00') }
}

const item = { dossierCode: code, form: 'Bản chính', outcome: 'Đã nhận', taken: true }
const items = [
  { ...item, code: 'BG-37XY-AZUU', name: 'Giấy khai sinh' },
  { ...item, code: 'BG-X8FT-VUY5', name: 'Bằng Tổ quốc ghi công', outcome: 'Không thấy: Không có trong túi', taken: false }
]
export const handOverList: HandOverListData = {
  heading,
  number: 'GB-STTTT-261124-01',
  at: at('2026-11-24T15:40:00+07:00'),
  giver: { who: 'Bộ phận một cửa, Sở Thông tin và Truyền thông', name: clerk, signedAt: at('2026-11-24T15:40:00+07:00') },
  receiver: { who: 'Trần Minh Đức, Sở Thông tin và Truyền thông', name: 'Trần Minh Đức', signedAt: at('2026-11-24T15:52:00+07:00') },
  items,
  note: 'Giao trong ngày',
  waiting: false
}
export const originalLabels = {
  agency: heading.agency,
  dossierCode: code,
  at: at('2026-11-24T15:40:00+07:00'),
  labels: items.map(({ code, name, dossierCode }) => ({ code, name, dossierCode }))
}

export const registerBook: RegisterBookData = {
  heading,
  number: '01/2026',
  year: 2026,
  sector: 'Xuất bản, In và Phát hành',
  span: 'Từ ngày 01/11/2026 đến ngày 30/11/2026',
  piece: { nth: 1, of: 1 },
  rows: [
    {
      line: 315,
      code,
      procedure: 'Cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh',
      sets: 1,
      name: company,
      address: `${applicant.address}, ${applicant.phone}`,
      agency: heading.agency,
      receivedAt: at('2026-11-23T09:05:00+07:00'),
      dueAt: at('2026-12-08T17:00:00+07:00'),
      returnedAt: at('2026-12-07T10:00:00+07:00'),
      method: 'Bưu chính công ích',
      signed: 'Đã ký nhận',
      note: 'Đang chờ bổ sung'
    }
  ],
  at: at('2027-01-04T08:00:00+07:00'),
  closed: {
    at: at('2027-01-04T08:00:00+07:00'),
    lines: 1,
    hash: 'ab12cd34'.repeat(8),
    proposedBy: 'Đặng Thị Mai',
    closedBy: 'Lương Hải Âu'
  }
}

export const resultPaper: ResultPaper = {
  above: 'Ủy ban nhân dân thành phố Hải Phòng',
  issuer: heading.agency,
  number: '187/GP-STTTT',
  place: heading.place,
  on: Temporal.PlainDate.from('2026-12-07'),
  at: at('2026-12-07T10:00:00+07:00'),
  title: 'GIẤY PHÉP',
  under: 'Nhập khẩu xuất bản phẩm không kinh doanh',
  blocks: [
    { kind: 'middle', text: 'GIÁM ĐỐC SỞ THÔNG TIN VÀ TRUYỀN THÔNG' },
    { kind: 'paragraph', text: 'Căn cứ Luật Xuất bản số 19/2012/QH13 ngày 20 tháng 11 năm 2012;' },
    { kind: 'heading', text: 'Điều 1. Cho phép:' },
    { kind: 'line', label: 'Tên tổ chức', text: company },
    { kind: 'item', text: 'Được nhập khẩu xuất bản phẩm theo danh mục sau đây.' },
    { kind: 'table', head: ['TT', 'Tên xuất bản phẩm', 'Số bản'], rows: [['1', 'The Pronunciation of Vietnamese', '12']] }
  ],
  capacity: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signer: 'Hoàng Thị Phương Thảo',
  recipients: ['Như Điều 1', 'Lưu: VT, hồ sơ'],
  code
}
