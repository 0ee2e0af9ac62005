// Words that belong to no room: forms, days, moving about. A room's own words live beside its pages.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const formWords = words({
  error: { vi: 'Lỗi: ', en: 'Error: ' },
  toFix: { vi: 'Còn {n} chỗ cần sửa', en: '{n} things to correct' },
  optional: { vi: '(không bắt buộc)', en: '(optional)' },
  search: { vi: 'Tìm', en: 'Search' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  view: { vi: 'Xem', en: 'View' },
  addFile: { vi: 'Thêm trang hoặc tệp khác', en: 'Add a page or another file' },
  chooseFile: { vi: 'Chọn tệp hoặc chụp ảnh', en: 'Choose a file or take a picture' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  uploaded: { vi: 'Đã tải xong', en: 'Uploaded' },
  notUploaded: { vi: 'Chưa tải được', en: 'Not uploaded' },
  change: { vi: 'Sửa', en: 'Change' }
})

export const dayWords = words({
  received: { vi: 'nhận', en: 'filed' },
  mark: { vi: 'mốc', en: 'start' },
  off: { vi: 'nghỉ', en: 'off' },
  due: { vi: 'hạn', en: 'due' },
  caption: { vi: 'Cách đếm ngày đến', en: 'How the days are counted up to' }
})

export const stepWords = words({
  done: { vi: 'Xong', en: 'Done' },
  doing: { vi: 'Đang làm', en: 'In progress' },
  todo: { vi: 'Chưa làm', en: 'Not started' },
  blocked: { vi: 'Chưa thể làm', en: 'Cannot start yet' },
  position: { vi: 'Bước {n} trên {all}: {title}', en: 'Step {n} of {all}: {title}' },
  all: { vi: 'Các bước', en: 'All steps' }
})

export const catalogueWords = words({
  time: { vi: 'Thời gian', en: 'Time' },
  fee: { vi: 'Lệ phí', en: 'Fee' }
})

export const pagerWords = words({
  label: { vi: 'Chuyển trang', en: 'Pages' },
  previous: { vi: 'Trước', en: 'Previous' },
  next: { vi: 'Sau', en: 'Next' }
})

export const signatureWords = words({
  pane: { vi: 'Ô để ký tên', en: 'Box to sign in' },
  again: { vi: 'Ký lại', en: 'Sign again' },
  onPaper: { vi: 'Đã ký trên giấy in ra, không ký trên màn hình', en: 'Signed on the printed paper, not on the screen' }
})
