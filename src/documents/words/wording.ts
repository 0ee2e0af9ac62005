// Words of the page where the set words of official forms are kept.
import type { Words } from '../../kernel/locale.ts'
import type { WordedForm } from '../wording.ts'

export const formNames: Record<WordedForm, Words> = {
  receipt: { vi: 'Mẫu 01 – Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Form 01 – Receipt and appointment' },
  supplement_request: { vi: 'Mẫu 02 – Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Form 02 – Request for a supplement' },
  rejection: { vi: 'Mẫu 03 – Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Form 03 – Refusal to accept' },
  apology: { vi: 'Mẫu 04 – Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Form 04 – Apology and new date' },
  process_slip: { vi: 'Mẫu 05 – Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Form 05 – Control slip of the process' },
  register_book: { vi: 'Mẫu 06 – Sổ theo dõi hồ sơ', en: 'Form 06 – Register of dossiers' }
}

export const wordingWords = {
  title: { vi: 'Mẫu giấy', en: 'Official forms' },
  lead: {
    vi: 'Chữ in sẵn trên giấy chính thức. Sửa thành phiên bản mới từ một ngày; giấy đã in giữ nguyên.',
    en: 'The set words of official papers. A change is a new version from a day on; papers already printed stay as they are.'
  },
  unsure: {
    vi: 'Chưa có văn bản mẫu theo Nghị định 118/2025/NĐ-CP; chữ đang in theo Thông tư 01/2018/TT-VPCP.',
    en: 'The forms under Decree 118/2025 were not at hand; the words printed are those of Circular 01/2018.'
  },
  form: { vi: 'Mẫu', en: 'Form' },
  version: { vi: 'Phiên bản', en: 'Version' },
  from: { vi: 'Áp dụng từ', en: 'In force from' },
  first: { vi: 'Bản đầu', en: 'First words' },
  edit: { vi: 'Xem và sửa', en: 'View and change' },
  versions: { vi: 'Các phiên bản', en: 'Versions' },
  by: { vi: 'Người lưu', en: 'Saved by' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  basisHint: { vi: 'Văn bản yêu cầu thay đổi, ví dụ “Thông tư số … ngày …”', en: 'What asks for the change, such as “Circular no. …”' },
  validFrom: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  names: { vi: 'Chỗ điền: {names}', en: 'Filled in: {names}' },
  lines: { vi: 'Mỗi dòng của tên giấy là một dòng in.', en: 'Each line of the title is printed as a line.' },
  preview: { vi: 'Xem thử', en: 'Preview' },
  save: { vi: 'Lưu phiên bản mới', en: 'Save as a new version' },
  saved: { vi: 'Đã lưu phiên bản mới.', en: 'The new version is saved.' },
  words: { vi: 'Chữ in trên giấy', en: 'Words on the paper' },
  back: { vi: 'Mẫu giấy', en: 'Official forms' }
} as const satisfies Record<string, Words>
