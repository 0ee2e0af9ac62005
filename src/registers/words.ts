// Words of the register's pages.
import type { Words } from '../kernel/locale.ts'
import type { BookState } from './rules.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

/** `{n} dòng` with its facts put in. */
export const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

export const bookStateWords: Record<BookState, Words> = {
  open: { vi: 'Đang ghi', en: 'Open' },
  proposed: { vi: 'Chờ khóa sổ', en: 'Waiting to be closed' },
  closed: { vi: 'Đã khóa', en: 'Closed' }
}

export const registerWords = words({
  title: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  books: { vi: 'Các sổ của cơ quan', en: 'Books of the agency' },
  none: {
    vi: 'Chưa có sổ nào. Sổ của năm mở khi hồ sơ đầu tiên được tiếp nhận.',
    en: 'No book yet. The first accepted dossier opens the book of its year.'
  },
  book: { vi: 'quyển số {number}', en: 'book {number}' },
  number: { vi: 'Quyển số', en: 'Book' },
  year: { vi: 'Năm', en: 'Year' },
  lines: { vi: 'Số dòng', en: 'Lines' },
  state: { vi: 'Tình trạng', en: 'State' },
  filter: { vi: 'Lọc', en: 'Filter' },
  from: { vi: 'Tiếp nhận từ ngày', en: 'Accepted from' },
  to: { vi: 'đến ngày', en: 'to' },
  sector: { vi: 'Lĩnh vực', en: 'Sector' },
  allSectors: { vi: 'Tất cả lĩnh vực', en: 'All sectors' },
  show: { vi: 'Xem', en: 'Show' },
  found: { vi: '{n} dòng', en: '{n} lines' },
  until: { vi: 'đến dòng {n}', en: 'up to line {n}' },
  empty: {
    vi: 'Không có dòng nào trong khoảng này. Xin nới ngày hoặc chọn lĩnh vực khác.',
    en: 'No lines here. Widen the days or choose another sector.'
  },
  line: { vi: 'STT', en: 'Line' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  name: { vi: 'Cá nhân, tổ chức', en: 'Applicant' },
  received: { vi: 'Nhận', en: 'Received' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  returned: { vi: 'Trả kết quả', en: 'Returned' },
  note: { vi: 'Ghi chú', en: 'Note' },
  files: { vi: 'Xuất Mẫu số 06', en: 'Export of form 06' },
  filesHint: {
    vi: 'Xuất đúng các dòng đang lọc. Sổ dài được chia thành tập, mỗi tập 1.000 dòng. Tệp giữ 7 ngày.',
    en: 'Exports the lines as filtered. A long book comes in pieces of 1,000 lines. Files are kept for 7 days.'
  },
  asPdf: { vi: 'Bản in (PDF)', en: 'To print (PDF)' },
  asXlsx: { vi: 'Bảng tính (XLSX)', en: 'Workbook (XLSX)' },
  making: { vi: 'Đang làm: {done}/{total} dòng', en: 'In the making: {done} of {total} lines' },
  refresh: { vi: 'Xem lại', en: 'Look again' },
  asked: {
    vi: 'Đã nhận yêu cầu xuất {total} dòng. Tệp hiện ở đây khi xong.',
    en: 'Asked for {total} lines. The file appears here when it is done.'
  },
  noFiles: { vi: 'Chưa có tệp nào.', en: 'No files yet.' },
  closing: { vi: 'Khóa sổ', en: 'Closing' },
  closingHint: {
    vi: 'Sổ khóa khi hết năm, cần hai người: trưởng bộ phận một cửa đề nghị, lãnh đạo cơ quan khóa. Khóa rồi không ghi thêm dòng nào.',
    en: 'A book is closed after its year by two people: the head of the desk proposes, a head of the agency closes. Nothing is added after that.'
  },
  propose: { vi: 'Đề nghị khóa sổ', en: 'Propose to close' },
  close: { vi: 'Khóa sổ', en: 'Close the book' },
  proposedBy: { vi: '{name} đề nghị lúc {at}', en: 'Proposed by {name} at {at}' },
  closedBy: { vi: '{name} khóa lúc {at}, {n} dòng', en: 'Closed by {name} at {at}, {n} lines' },
  hash: { vi: 'Mã kiểm tra SHA-256', en: 'SHA-256' },
  matches: { vi: 'Các dòng khớp với mã khi khóa sổ', en: 'The lines are those of the day it was closed' },
  differs: {
    vi: 'Các dòng KHÔNG khớp với mã khi khóa sổ. Xin báo quản trị hệ thống.',
    en: 'The lines are NOT those of the day it was closed. Tell the administrator.'
  },
  proposed: { vi: 'Đã đề nghị khóa sổ. Lãnh đạo cơ quan khóa ở trang này.', en: 'Proposed. A head of the agency closes it on this page.' },
  closed: { vi: 'Đã khóa sổ.', en: 'The book is closed.' }
})
