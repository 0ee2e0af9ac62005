// One filled-in example of every form, with the long names that real life has.
import type { ApologyData } from '../../src/documents/forms/apology.ts'
import type { FilingConfirmationData } from '../../src/documents/forms/filing-confirmation.ts'
import type { HandOverSlipData } from '../../src/documents/forms/hand-over-slip.ts'
import type { PostalHandOverData } from '../../src/documents/forms/postal-hand-over.ts'
import type { PostalSlipData } from '../../src/documents/forms/postal-slip.ts'
import type { ProcessSlipData } from '../../src/documents/forms/process-slip.ts'
import type { ReceiptData } from '../../src/documents/forms/receipt.ts'
import type { RejectionData } from '../../src/documents/forms/rejection.ts'
import type { SupplementRequestData } from '../../src/documents/forms/supplement-request.ts'
import type { TransferSlipData } from '../../src/documents/forms/transfer-slip.ts'

const at = (text: string) => Temporal.Instant.from(text)
const department = { agency: 'Sở Thông tin và Truyền thông', desk: 'Bộ phận Tiếp nhận và Trả kết quả', place: 'Hải Phòng' }
const ward = { agency: 'UBND phường Hoàng Văn Thụ', desk: 'Bộ phận Tiếp nhận và Trả kết quả', place: 'Hồng Bàng' }
const lookUp = { url: 'dichvucong.haiphong.example/tra-cuu', phone: '(0225) 3 747 800' }
const applicant = {
  name: 'Nguyễn Thị Hường',
  address: 'Số 12, ngõ 45 phố Lạch Tray, phường Lạch Tray, quận Ngô Quyền, thành phố Hải Phòng',
  phone: '0912 345 678',
  email: 'huong.nguyen@example.vn',
  idNumber: '031 187 001 234'
}
const code = '000.00.11.H24-261123-0001'
const trackingUrl = `https://dichvucong.haiphong.example/tra-cuu?ma=${code}`
const procedure = '1.003725 – Cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh'

export const receipt: ReceiptData = {
  heading: department,
  number: '15/BPTNTKQ',
  code,
  issuedAt: at('2026-11-23T09:05:00+07:00'),
  trackingUrl,
  channel: 'Trực tuyến',
  applicant,
  owner: { name: 'Công ty TNHH Sách Biển Đông', address: 'Số 3 Trần Phú, quận Ngô Quyền, thành phố Hải Phòng' },
  procedure,
  papers: [
    { name: 'Đơn đề nghị cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh (mẫu số 30)', originals: 1, certifiedCopies: 0, copies: 0 },
    { name: 'Danh mục xuất bản phẩm đề nghị nhập khẩu', originals: 3, certifiedCopies: 0, copies: 0 },
    { name: 'Giấy chứng nhận đăng ký doanh nghiệp', originals: 0, certifiedCopies: 1, copies: 2 }
  ],
  sets: 1,
  processingTime: '15 ngày',
  receivedAt: at('2026-11-23T09:05:00+07:00'),
  dueAt: at('2026-12-08T17:00:00+07:00'),
  explanation: [
    'Nhận hồ sơ lúc 09:05 thứ Hai, 23/11/2026; ngày đầu tiên được tính là thứ Ba, 24/11/2026.',
    'Đếm đủ 15 ngày theo lịch: hết thứ Ba, 08/12/2026.',
    'Ngày hẹn không rơi vào ngày nghỉ nên giữ nguyên.'
  ],
  resultAt: 'nhà, qua bưu chính công ích, theo địa chỉ đã khai',
  book: { volume: '02/2026', line: '0315' },
  fees: [{ name: 'Lệ phí cấp giấy phép', amount: 50000, state: 'đã nộp trực tuyến' }],
  lookUp,
  clerk: 'Phạm Đức Quỳnh'
}

export const supplementRequest: SupplementRequestData = {
  heading: ward,
  number: '07/HDHS',
  code: '000.00.31.H24-261124-0012',
  issuedAt: at('2026-11-25T14:20:00+07:00'),
  trackingUrl: 'https://dichvucong.haiphong.example/tra-cuu?ma=000.00.31.H24-261124-0012',
  applicant: { ...applicant, email: undefined, idNumber: undefined },
  procedure: '1.001193 – Đăng ký khai sinh',
  papers: [
    { name: 'Giấy chứng sinh do cơ sở y tế nơi trẻ sinh ra cấp', originals: 1, certifiedCopies: 0, copies: 0 },
    { name: 'Giấy chứng nhận kết hôn của cha mẹ', originals: 0, certifiedCopies: 1, copies: 1 }
  ],
  reasons: [
    'Giấy chứng sinh gửi kèm bị mờ, không đọc được ngày sinh của trẻ và tên cơ sở y tế.',
    'Cha mẹ trẻ có đăng ký kết hôn nhưng hồ sơ chưa có giấy chứng nhận kết hôn.'
  ],
  completeBy: Temporal.PlainDate.from('2026-12-05'),
  lookUp,
  officer: { name: 'Vũ Thị Thu Thuỷ', phone: '(0225) 3 842 311' }
}

export const rejectionAtDesk: RejectionData = {
  variant: 'desk',
  heading: ward,
  number: '03/TC',
  issuedAt: at('2026-11-23T10:40:00+07:00'),
  applicant: { name: 'Đặng Quốc Vượng', address: 'Tổ 5, phường Hoàng Văn Thụ, quận Hồng Bàng, thành phố Hải Phòng', phone: '0904 111 222' },
  procedure: '2.000815 – Chứng thực bản sao từ bản chính giấy tờ, văn bản',
  reasons: ['Bản chính bị tẩy xóa, sửa chữa, thêm bớt nội dung tại mục ngày sinh nên không được dùng làm cơ sở để chứng thực bản sao.'],
  articles: ['Khoản 1 Điều 22 Nghị định số 23/2015/NĐ-CP'],
  advice: 'Ông/bà đề nghị cơ quan đã cấp văn bản cấp lại bản chính, sau đó có thể chứng thực bản sao tại bất kỳ phường, xã nào.',
  lookUp,
  clerk: { name: 'Vũ Thị Thu Thuỷ', phone: '(0225) 3 842 311' }
}

export const rejectionOnline: RejectionData = {
  ...rejectionAtDesk,
  variant: 'online',
  heading: { ...department, electronic: true },
  number: '04/TC',
  code,
  submittedAt: at('2026-11-22T21:14:00+07:00'),
  trackingUrl,
  applicant,
  procedure,
  reasons: ['Xuất bản phẩm trong danh mục là hàng hóa kinh doanh; thủ tục này chỉ dành cho xuất bản phẩm nhập khẩu không kinh doanh.'],
  articles: ['Điều 41 Luật Xuất bản số 19/2012/QH13'],
  advice: 'Ông/bà có thể nộp hồ sơ đăng ký nhập khẩu xuất bản phẩm để kinh doanh tại Cục Xuất bản, In và Phát hành.'
}

export const apology: ApologyData = {
  heading: department,
  number: '15/PXL',
  code,
  issuedAt: at('2026-12-03T10:15:00+07:00'),
  trackingUrl,
  applicant: { name: applicant.name },
  procedure,
  receivedAt: at('2026-11-23T09:05:00+07:00'),
  oldDueAt: at('2026-12-08T17:00:00+07:00'),
  newDueAt: at('2026-12-15T17:00:00+07:00'),
  causes: [
    'Cần xác minh thêm thông tin trong hồ sơ',
    'Ba trong số mười hai cuốn sách phải gửi thẩm định nội dung, kết quả thẩm định dự kiến có ngày 10/12/2026'
  ],
  lookUp,
  signer: 'Hoàng Thị Phương Thảo'
}

export const filingConfirmation: FilingConfirmationData = {
  heading: department,
  code,
  submittedAt: at('2026-11-22T21:14:00+07:00'),
  trackingUrl,
  applicant,
  procedure,
  files: [
    {
      paper: 'Đơn đề nghị cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh',
      fileName: 'don-de-nghi.pdf',
      bytes: 248_512,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
    },
    {
      paper: 'Danh mục xuất bản phẩm đề nghị nhập khẩu',
      fileName: 'Danh_muc_xuat_ban_pham_nhap_khau_quy_4_nam_2026_ban_cuoi.pdf',
      bytes: 3_407_872,
      sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
    }
  ],
  resultAt: 'Bưu điện giao tại nhà, số 12 ngõ 45 phố Lạch Tray',
  next: [
    'Cơ quan kiểm tra hồ sơ trong 08 giờ làm việc, chậm nhất 17:00 ngày 23/11/2026.',
    'Nếu hồ sơ đủ, ông/bà nhận Giấy tiếp nhận hồ sơ và hẹn trả kết quả qua tin nhắn và email. Nếu thiếu, cơ quan báo một lần, đầy đủ.',
    'Ông/bà chưa cần đến quầy. Khi bưu điện giao kết quả, xin mang theo căn cước.'
  ],
  lookUp
}

export const handOverSlip: HandOverSlipData = {
  heading: ward,
  number: '21/TKQ',
  code: '000.00.31.H24-261123-0004',
  handedAt: at('2026-11-23T15:30:00+07:00'),
  trackingUrl: 'https://dichvucong.haiphong.example/tra-cuu?ma=000.00.31.H24-261123-0004',
  procedure: '2.000815 – Chứng thực bản sao từ bản chính giấy tờ, văn bản',
  owner: 'Đặng Quốc Vượng',
  receiver: {
    name: 'Đặng Thùy Dương',
    phone: '0904 111 222',
    identity: 'Thẻ căn cước, số cuối 4821',
    authority: 'giấy ủy quyền ngày 20/11/2026'
  },
  results: [
    { kind: 'Bản sao chứng thực', number: '1204/2026 SCT/BS', summary: 'Bằng tốt nghiệp đại học của Đặng Quốc Vượng', copies: 3 },
    { kind: 'Bản sao chứng thực', number: '1205/2026 SCT/BS', summary: 'Giấy khai sinh của Đặng Quốc Vượng', copies: 2 }
  ],
  originals: ['Bằng tốt nghiệp đại học', 'Giấy khai sinh'],
  takenBack: [],
  fees: [{ name: 'Phí chứng thực bản sao', amount: 26000, state: 'đã nộp tại quầy' }],
  clerk: 'Vũ Thị Thu Thuỷ'
}

export const postalSlip: PostalSlipData = {
  carrier: { name: 'Bưu điện thành phố Hải Phòng', office: 'Bưu cục Lạch Tray', phone: '1900 545 481' },
  trackingNumber: 'RA123456785VN',
  slipNumber: 'PG-261124-00031',
  code: '000.00.31.H24-261124-0012',
  trackingUrl: 'https://dichvucong.haiphong.example/tra-cuu?ma=000.00.31.H24-261124-0012',
  collectedAt: at('2026-11-24T08:45:00+07:00'),
  sender: { name: applicant.name, address: applicant.address, phone: applicant.phone },
  agency: {
    name: 'UBND phường Hoàng Văn Thụ, Bộ phận Tiếp nhận và Trả kết quả',
    address: 'Số 19 Hoàng Diệu, quận Hồng Bàng, thành phố Hải Phòng'
  },
  procedure: '1.001193 – Đăng ký khai sinh',
  papers: [
    { name: 'Tờ khai đăng ký khai sinh', originals: 1, certifiedCopies: 0, copies: 0 },
    { name: 'Giấy chứng sinh', originals: 1, certifiedCopies: 0, copies: 0 }
  ],
  sealNumber: 'NP 0048213',
  fees: [
    { name: 'Cước bưu chính hai chiều', amount: 52000, state: 'biên lai số 000123' },
    { name: 'Lệ phí đăng ký khai sinh quá hạn', amount: 8000, state: 'thu hộ, biên lai số 000124' }
  ],
  postman: 'Trần Văn Đức'
}

export const postalHandOver: PostalHandOverData = {
  heading: ward,
  number: 'BB-11311-20261125-01',
  carrier: 'Bưu cục Hồng Bàng',
  signedAt: at('2026-11-25T08:10:00+07:00'),
  address: 'http://motcua.test/quay/bang-ke/0198c0de-0000-7000-8000-0000000bb001',
  received: 2,
  all: 3,
  postman: { name: 'Trần Văn Đức' },
  clerk: { name: 'Vũ Thị Thu Thuỷ' },
  onPaper: true,
  lines: [
    {
      number: 'EH261124031VN',
      code: '000.00.31.H24-261124-0012',
      sender: 'Nguyễn Thị Hường',
      papers: '2/2',
      seal: 'NP 0048213, nguyên',
      condition: 'Đủ'
    },
    {
      number: 'EH261124035VN',
      code: '000.00.31.H24-261124-0013',
      sender: 'Đặng Quốc Vượng',
      papers: '3/4',
      seal: 'NP 0048219, rách',
      condition: 'Thiếu 1 trên 4, niêm phong rách: chưa có bản chứng thực'
    },
    {
      number: 'EH261124040VN',
      code: '',
      sender: '',
      papers: '',
      seal: '',
      condition: 'Thuộc bộ phận một cửa Phường Lạch Tray, chuyển tiếp'
    }
  ]
}

const owner = 'Hoàng Thị Kim Liên'
const merit = '1.010803 – Giải quyết chế độ trợ cấp thờ cúng liệt sĩ'

export const processSlip: ProcessSlipData = {
  heading: ward,
  code,
  trackingUrl,
  printedAt: at('2026-11-30T10:00:00+07:00'),
  owner,
  procedure: merit,
  receivedAt: at('2026-11-23T09:05:00+07:00'),
  dueAt: at('2026-12-28T17:00:00+07:00'),
  agency: 'Phường Hoàng Văn Thụ',
  others: ['Quận Hồng Bàng', 'Sở Lao động - Thương binh và Xã hội'],
  book: { volume: '01/2026', line: '315' },
  handOvers: [
    {
      from: { agency: 'Phường Hoàng Văn Thụ', name: 'Vũ Thị Thu Thuỷ' },
      to: { agency: 'Phường Hoàng Văn Thụ', name: 'Trần Minh Đức' },
      givenAt: at('2026-11-23T09:05:00+07:00'),
      takenAt: at('2026-11-23T10:12:00+07:00'),
      result: 'Đúng hạn',
      note: 'Quầy chuyển giải quyết'
    },
    {
      from: { agency: 'Phường Hoàng Văn Thụ', name: 'Trần Minh Đức' },
      to: { agency: 'Sở Lao động - Thương binh và Xã hội', name: '' },
      givenAt: at('2026-11-26T15:40:00+07:00'),
      takenAt: undefined,
      result: 'Quá hạn',
      note: 'Chờ gia đình bổ sung bản trích lục khai tử, đã ghi biên bản xác minh ngày 25/11/2026'
    }
  ]
}

export const transferSlip: TransferSlipData = {
  heading: ward,
  code,
  trackingUrl,
  printedAt: at('2026-11-24T08:00:00+07:00'),
  owner,
  procedure: merit,
  dueAt: at('2026-12-28T17:00:00+07:00'),
  stops: [
    { agency: 'Quận Hồng Bàng', task: 'Cho ý kiến về chế độ người có công', dueAt: at('2026-12-04T11:00:00+07:00') },
    { agency: 'Sở Lao động - Thương binh và Xã hội', task: 'Thẩm định chế độ người có công', dueAt: at('2026-12-14T15:30:00+07:00') }
  ],
  originals: [{ code: 'BG-7K3M-9QXA', name: 'Bằng Tổ quốc ghi công' }],
  lead: 'Phường Hoàng Văn Thụ'
}
