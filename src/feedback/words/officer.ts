// Words of the officer's trays: petitions, questions, ratings.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const trayWords = words({
  petitions: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  open: { vi: 'Chờ giải quyết', en: 'Open' },
  closed: { vi: 'Đã xong', en: 'Closed' },
  noneOpen: { vi: 'Không có phản ánh nào chờ.', en: 'No petition is waiting.' },
  noneClosed: { vi: 'Chưa có phản ánh nào xong.', en: 'No petition was closed yet.' },
  number: { vi: 'Số', en: 'Number' },
  due: { vi: 'Hạn', en: 'Due' },
  kind: { vi: 'Loại', en: 'Kind' },
  conduct: { vi: 'Hành vi', en: 'Conduct' },
  regulation: { vi: 'Quy định', en: 'Rule' },
  sender: { vi: 'Người gửi', en: 'Sender' },
  text: { vi: 'Nội dung', en: 'Text' },
  state: { vi: 'Trạng thái', en: 'State' },
  late: { vi: 'Quá hạn {day}', en: 'Late {day}' },
  today: { vi: 'Hôm nay', en: 'Today' },
  handle: { vi: 'Giải quyết', en: 'Handle' },
  answerBy: { vi: 'Trả lời chậm nhất', en: 'Answer by' },
  forwardBy: { vi: 'Chuyển chậm nhất', en: 'Pass on by' },
  arrived: { vi: 'Đến cơ quan', en: 'Arrived' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  files: { vi: 'Tệp kèm theo', en: 'Files' },
  proven: { vi: 'của chính người gửi', en: 'the sender’s own' },
  typed: { vi: 'người gửi tự ghi, chưa xác nhận', en: 'as typed, not verified' },
  unsure: {
    vi: 'Chuyển trong {forward} ngày làm việc (NĐ 20/2008). Hạn trả lời {answer} ngày làm việc là thời hạn tạm dùng, chưa có điều khoản xác nhận.',
    en: 'Passing on: {forward} working days (Decree 20/2008). The {answer} working days for the answer are provisional; no article confirms them yet.'
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
  answerText: { vi: 'Nội dung trả lời', en: 'Answer' },
  answerHint: { vi: 'Gửi nguyên văn cho người hỏi hoặc phản ánh.', en: 'Sent to the sender word for word.' },
  finding: { vi: 'Kết luận', en: 'Finding' },
  findingHint: {
    vi: 'Phản ánh không đúng thì không tính vào điểm thái độ của hồ sơ (TT 01/2018 Điều 13).',
    en: 'An unfounded one does not count against the dossier (Circular 01/2018, Article 13).'
  },
  founded: { vi: 'Đúng', en: 'Founded' },
  partly: { vi: 'Đúng một phần', en: 'Partly founded' },
  unfounded: { vi: 'Không đúng', en: 'Unfounded' },
  forward: { vi: 'Chuyển cơ quan có thẩm quyền', en: 'Pass on' },
  forwardTo: { vi: 'Chuyển đến', en: 'Pass on to' },
  forwardNote: { vi: 'Lý do chuyển', en: 'Reason' },
  decline: { vi: 'Không giải quyết theo cách này', en: 'Not handled in this way' },
  declineNote: { vi: 'Lý do và nơi nhận', en: 'Reason and where to turn' },
  declineHint: {
    vi: 'Khiếu nại, tố cáo theo luật riêng: ghi rõ nơi nhận đơn.',
    en: 'Complaints and denunciations have laws of their own: say where they go.'
  },
  answered: { vi: 'Đã trả lời {number}. Người gửi được báo.', en: '{number} answered. The sender is told.' },
  forwarded: { vi: 'Đã chuyển {number}. Người gửi được báo.', en: '{number} passed on. The sender is told.' },
  declinedDone: { vi: 'Đã ghi lý do cho {number}. Người gửi được báo.', en: 'The reason for {number} is kept. The sender is told.' },
  questions: { vi: 'Hỏi đáp', en: 'Questions' },
  asked: { vi: 'Chờ trả lời', en: 'Waiting' },
  answeredList: { vi: 'Chờ biên tập', en: 'To be edited' },
  released: { vi: 'Đã công khai', en: 'Public' },
  noQuestions: { vi: 'Không có câu hỏi nào ở đây.', en: 'No question here.' },
  subject: { vi: 'Về việc', en: 'Subject' },
  askedAt: { vi: 'Gửi lúc', en: 'Asked' },
  see: { vi: 'Xem', en: 'See' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  saveAnswer: { vi: 'Gửi trả lời', en: 'Send the answer' },
  answerSaved: { vi: 'Đã trả lời. Người hỏi được báo.', en: 'Answered. The person who asked is told.' },
  release: { vi: 'Công khai', en: 'Make public' },
  releaseHint: {
    vi: 'Bỏ tên, số điện thoại và mọi chi tiết riêng của người hỏi trước khi công khai.',
    en: 'Take out names, numbers and anything personal first.'
  },
  publicSubject: { vi: 'Tiêu đề công khai', en: 'Public title' },
  publicText: { vi: 'Câu hỏi công khai', en: 'Public question' },
  releasedDone: { vi: 'Đã công khai trên trang Hỏi đáp.', en: 'It is on the public page now.' },
  takeBack: { vi: 'Thôi công khai', en: 'Take back' },
  takenBack: { vi: 'Đã rút khỏi trang Hỏi đáp.', en: 'It is no longer public.' }
})

export const figureWords = words({
  title: { vi: 'Đánh giá của người dân', en: 'What citizens say' },
  span: { vi: 'Quý {quarter}/{year}, {count} đánh giá', en: 'Quarter {quarter}/{year}, {count} ratings' },
  few: {
    vi: 'Quý này mới có {count} đánh giá. Điểm hiện khi có từ {least} trở lên, để không đoán ra ai đã chấm.',
    en: '{count} ratings this quarter. Points are shown from {least} on, so that nobody can be guessed.'
  },
  criterion: { vi: 'Tiêu chí (TT 01/2018 Điều 13)', en: 'Criterion (Circular 01/2018, Article 13)' },
  points: { vi: 'Điểm', en: 'Points' },
  source: { vi: 'Nguồn', en: 'Source' },
  computed: { vi: 'Tính từ thời điểm ghi trong hồ sơ', en: 'From times in the dossier' },
  said: { vi: 'Người dân trả lời', en: 'Citizens’ answers' },
  both: { vi: 'Người dân trả lời, thời hạn và phản ánh', en: 'Answers, dates and petitions' },
  c1: { vi: '1. Tổng thời gian so với quy định', en: '1. Total time against the legal time' },
  c2: { vi: '2. Thời gian của từng cơ quan', en: '2. Time of each office' },
  c3: { vi: '3. Số lần phải liên hệ', en: '3. Times the citizen had to make contact' },
  c4: { vi: '4. Số cơ quan phải đến', en: '4. Offices to go to' },
  c7: { vi: '7. Thái độ', en: '7. Attitude' },
  c8: { vi: '8. Giải quyết phản ánh, kiến nghị', en: '8. Handling of petitions' },
  c8source: { vi: '{onTime}/{all} phản ánh đúng hạn', en: '{onTime}/{all} petitions in time' },
  sum: { vi: 'Cộng 1 + 2 + 3 + 4 + 7', en: 'Sum of 1 + 2 + 3 + 4 + 7' },
  done: { vi: 'Hoàn thành 100 % (từ 5 điểm)', en: '100 % done (5 points and more)' },
  mostly: { vi: 'Hoàn thành 70 % đến dưới 100 % (từ 3,5 điểm)', en: '70 % to under 100 % done (3.5 points and more)' },
  partly: { vi: 'Hoàn thành dưới 70 %', en: 'Less than 70 % done' },
  satisfaction: { vi: 'Mức hài lòng (TT 32/2017)', en: 'Satisfaction (Circular 32/2017)' },
  count: { vi: 'Số người', en: 'People' },
  words: { vi: 'Lời góp ý', en: 'In their words' },
  noWords: { vi: 'Không có lời góp ý nào.', en: 'No words were left.' }
})
