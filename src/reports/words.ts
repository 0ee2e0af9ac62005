// The words of the statistics, on the page and beside the files.
import type { Words } from '../kernel/locale.ts'

export const words = {
  title: { vi: 'Thống kê hồ sơ', en: 'Statistics' },
  lead: {
    vi: 'Toàn thành phố nhận và trả bao nhiêu hồ sơ, có đúng hẹn không, người dân đánh giá thế nào. Số liệu tự cập nhật, không có thông tin cá nhân.',
    en: 'How many dossiers the city receives and answers, whether it keeps its word, and what people think. Updated by itself, without personal data.'
  },
  asOf: { vi: 'Từ {from} đến {to}, tính đến {at}.', en: 'From {from} to {to}, counted at {at}.' },
  year: { vi: 'Năm', en: 'Year' },
  month: { vi: 'Tháng', en: 'Month' },
  wholeYear: { vi: 'Cả năm', en: 'Whole year' },
  show: { vi: 'Xem', en: 'Show' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  receivedMeaning: {
    vi: '{online} nộp trực tuyến, {desk} tại quầy, {post} qua bưu chính',
    en: '{online} online, {desk} at a desk, {post} by post'
  },
  finished: { vi: 'Đã có kết quả', en: 'Finished' },
  finishedMeaning: {
    vi: '{early} trước hẹn, {onTime} đúng ngày hẹn, {late} trễ hẹn',
    en: '{early} early, {onTime} on the day, {late} late'
  },
  kept: { vi: 'Không trễ hẹn', en: 'Not late' },
  keptMeaning: { vi: 'Cứ 100 hồ sơ đã có kết quả thì {n} hồ sơ không trễ hẹn', en: 'Of 100 finished dossiers {n} were not late' },
  petitions: { vi: 'Phản ánh, kiến nghị trả lời đúng hạn', en: 'Petitions answered in time' },
  petitionsMeaning: { vi: '{onTime} trên {due} phản ánh đến hạn', en: '{onTime} of {due} that were due' },
  none: { vi: 'Chưa có', en: 'None yet' },
  nothing: { vi: 'Trong thời gian này chưa có hồ sơ nào.', en: 'There were no dossiers in this time.' },
  few: { vi: 'dưới 5', en: 'under 5' },
  fewNote: {
    vi: 'Nơi có dưới 5 hồ sơ không nêu số, để không ai bị nhận ra; có khi phải ẩn thêm một dòng để số bị ẩn không suy ra được từ tổng.',
    en: 'Where there are fewer than 5 dossiers no number is shown, so that nobody is recognised; at times one more line is hidden, so that the sum does not give it away.'
  },
  hidden: { vi: 'không nêu', en: 'not shown' },
  byAgency: { vi: 'Theo cơ quan', en: 'By agency' },
  bySector: { vi: 'Theo lĩnh vực', en: 'By sector' },
  byProcedure: { vi: 'Theo từng thủ tục', en: 'By procedure' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  sector: { vi: 'Lĩnh vực', en: 'Sector' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  early: { vi: 'Trước hẹn', en: 'Early' },
  onTime: { vi: 'Đúng ngày hẹn', en: 'On the day' },
  late: { vi: 'Trễ hẹn', en: 'Late' },
  keptShare: { vi: 'Không trễ', en: 'Not late' },
  barNote: {
    vi: 'Thanh ngang là toàn bộ hồ sơ đã có kết quả: phần xám không trễ hẹn, phần đỏ trễ hẹn.',
    en: 'Each bar is all finished dossiers: grey was not late, red was late.'
  },
  ratings: { vi: 'Người dân đánh giá', en: 'What people think' },
  ratingsFew: {
    vi: 'Có {n} lượt đánh giá, chưa đủ 5 lượt nên chưa nêu kết quả.',
    en: '{n} ratings so far; results are shown from 5 on.'
  },
  grade: { vi: 'Mức hài lòng', en: 'Grade' },
  answers: { vi: 'Số lượt', en: 'Ratings' },
  very_satisfied: { vi: 'Rất hài lòng', en: 'Very satisfied' },
  satisfied: { vi: 'Hài lòng', en: 'Satisfied' },
  not_satisfied: { vi: 'Chưa hài lòng', en: 'Not satisfied' },
  criterion: { vi: 'Tiêu chí, từ 0 đến 2 điểm', en: 'Criterion, 0 to 2 points' },
  mean: { vi: 'Điểm trung bình', en: 'Mean' },
  totalTime: { vi: 'Tổng thời gian so với hẹn', en: 'Total time against the time promised' },
  eachOffice: { vi: 'Thời gian của từng cơ quan', en: 'Time of each office' },
  contacts: { vi: 'Số lần phải liên hệ để hoàn thiện hồ sơ', en: 'Times people had to come back to complete the dossier' },
  agencies: { vi: 'Số cơ quan phải liên hệ', en: 'Offices people had to contact' },
  attitude: { vi: 'Thái độ phục vụ', en: 'Attitude of the staff' },
  open: { vi: 'Dữ liệu mở', en: 'Open data' },
  openText: {
    vi: 'Số liệu trên trang này có thể tải về. Mọi người được dùng và chia sẻ lại, kể cả để kinh doanh, chỉ cần ghi nguồn “Một Cửa Hải Phòng” và ngày tải.',
    en: 'The figures of this page can be downloaded. Everybody may use and share them, for business too, naming “Một Cửa Hải Phòng” and the day of the download.'
  },
  file: { vi: 'Tệp', en: 'File' },
  holds: { vi: 'Nội dung', en: 'Contents' },
  json: { vi: 'Tất cả trong một tệp JSON', en: 'Everything in one JSON file' },
  columns: { vi: 'Các cột của tệp CSV', en: 'Columns of the CSV files' },
  columnsText: {
    vi: 'Mã hóa UTF-8, dấu phẩy ngăn cách. Tên và thứ tự cột không đổi; nếu phải đổi sẽ có tệp mới.',
    en: 'UTF-8, separated by commas. Names and order of the columns stay; a change makes a new file.'
  },
  column: { vi: 'Cột', en: 'Column' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  api: { vi: 'Chương trình khác đọc tại', en: 'Programs read it at' },
  apiDocs: { vi: 'tài liệu giao diện lập trình', en: 'API documentation' }
} satisfies Record<string, Words>

/** What each column of a file of open data holds. */
export const columnWords = {
  period_from: { vi: 'Ngày đầu', en: 'First day' },
  period_to: { vi: 'Ngày cuối', en: 'Last day' },
  code: { vi: 'Mã cơ quan, lĩnh vực hoặc thủ tục', en: 'Code of the agency, sector or procedure' },
  name: { vi: 'Tên', en: 'Name, in Vietnamese' },
  group: {
    vi: 'Cấp của cơ quan, hoặc mã lĩnh vực của thủ tục',
    en: 'Level of the agency, or code of the procedure’s sector'
  },
  received: { vi: 'Số hồ sơ đã tiếp nhận', en: 'Dossiers received' },
  received_online: { vi: 'trong đó nộp trực tuyến', en: 'of these, online' },
  received_desk: { vi: 'trong đó nộp tại quầy', en: 'of these, at a desk' },
  received_post: { vi: 'trong đó nộp qua bưu chính', en: 'of these, by post' },
  finished: { vi: 'Số hồ sơ đã có kết quả', en: 'Dossiers finished' },
  finished_early: { vi: 'trong đó trước ngày hẹn', en: 'of these, before the day promised' },
  finished_on_time: { vi: 'trong đó đúng ngày hẹn', en: 'of these, on the day promised' },
  finished_late: { vi: 'trong đó sau ngày hẹn', en: 'of these, after the day promised' },
  suppressed: {
    vi: '1 khi không nêu số vì quá ít, các ô số để trống',
    en: '1 when too few to be shown; the numbers are empty'
  }
} satisfies Record<string, Words>
