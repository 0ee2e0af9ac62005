// Words of the internal process: the officer's work, the steps of a dossier, questions to other offices, the trace, the desk's watch list.
import type { Words } from '../../kernel/locale.ts'
import type { Outcome } from '../plan.ts'
import type { HandOverKind } from '../types.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const workWords = words({
  title: { vi: 'Việc của tôi', en: 'My work' },
  lists: { vi: 'Các danh sách việc', en: 'Lists of work' },
  mine: { vi: 'Đang làm', en: 'In hand' },
  today: { vi: 'Hạn hôm nay', en: 'Due today' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  waiting: { vi: 'Chờ người khác', en: 'Waiting for others' },
  pool: { vi: 'Việc chung', en: 'Pool' },
  noneMine: { vi: 'Không có việc nào đang làm. Xin nhận ở “Việc chung”.', en: 'Nothing in hand. Take some work from the pool.' },
  noneToday: { vi: 'Không có việc nào đến hạn hôm nay.', en: 'Nothing is due today.' },
  noneLate: { vi: 'Không có việc nào trễ hạn.', en: 'Nothing is late.' },
  noneWaiting: { vi: 'Không có việc nào phải chờ người khác.', en: 'Nothing waits for others.' },
  nonePool: { vi: 'Không còn việc nào chờ người nhận.', en: 'Nothing waits to be taken.' },
  oldest: { vi: 'Việc lâu nhất của đồng nghiệp', en: 'The oldest work of the team' },
  caption: { vi: 'Hạn gần nhất ở trên', en: 'Nearest due first' },
  due: { vi: 'Hạn của bước', en: 'Step due' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  applicant: { vi: 'Chủ hồ sơ', en: 'Applicant' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  step: { vi: 'Bước', en: 'Step' },
  holder: { vi: 'Ở tay ai', en: 'Who has it' },
  next: { vi: 'Việc tiếp theo', en: 'Next' },
  open: { vi: 'Mở làm', en: 'Work on it' },
  take: { vi: 'Nhận', en: 'Take' },
  takeChosen: { vi: 'Nhận các hồ sơ đã chọn', en: 'Take those chosen' },
  choose: { vi: 'Chọn', en: 'Choose' },
  chooseOne: { vi: 'Chọn hồ sơ {code}', en: 'Choose {code}' },
  takenMany: { vi: 'Đã nhận {taken} hồ sơ.', en: '{taken} dossiers taken.' },
  takenSome: {
    vi: 'Đã nhận {taken} hồ sơ; {gone} hồ sơ đồng nghiệp đã nhận trước.',
    en: '{taken} dossiers taken; {gone} were taken by colleagues before.'
  },
  takenNone: {
    vi: 'Chưa chọn hồ sơ nào. Xin đánh dấu vào ô đầu dòng rồi bấm lại.',
    en: 'Nothing was chosen. Tick the box of a line and press again.'
  },
  for: { vi: 'thay {name}', en: 'for {name}' },
  lead: { vi: 'chủ trì: {agency}', en: 'lead: {agency}' },
  filter: { vi: 'Chỉ thủ tục', en: 'Only procedure' },
  allProcedures: { vi: 'Mọi thủ tục', en: 'All procedures' },
  apply: { vi: 'Lọc', en: 'Filter' },
  saved: { vi: 'Địa chỉ trang giữ cả bộ lọc: lưu dấu trang là lưu bộ lọc.', en: 'The address keeps the filter: a bookmark saves it.' },
  found: { vi: 'Tìm “{text}”: {n} hồ sơ', en: 'Search “{text}”: {n} dossiers' },
  foundNone: {
    vi: 'Không thấy hồ sơ nào khớp “{text}”. Xin thử mã hồ sơ, số căn cước hoặc tên đầy đủ.',
    en: 'Nothing matches “{text}”. Try the code, the identity number or the full name.'
  },
  find: { vi: 'Tìm hồ sơ', en: 'Find a dossier' },
  findHint: {
    vi: 'Gõ mã hồ sơ, họ tên, số điện thoại hoặc số căn cước vào ô tìm ở trên.',
    en: 'Type a code, a name, a telephone or identity number into the box above.'
  },
  substituting: { vi: 'Đang làm thay: {names}', en: 'Standing in for: {names}' },
  pausedNow: { vi: 'Tạm dừng', en: 'Paused' },
  asked: { vi: 'Chờ trả lời', en: 'Awaiting an answer' }
})

export const stepWords = words({
  process: { vi: 'Quy trình giải quyết', en: 'Process' },
  trace: { vi: 'Quá trình giao nhận', en: 'Trace' },
  at: { vi: 'Ở tay {name}', en: 'In the hands of {name}' },
  due: { vi: 'hạn {at}', en: 'due {at}' },
  noDue: { vi: 'chưa có hạn', en: 'no due time' },
  beside: { vi: 'Song song', en: 'Side by side' },
  take: { vi: 'Nhận làm bước này', en: 'Take this step' },
  takeHint: { vi: 'Bước “{step}” đang chờ người nhận.', en: 'The step “{step}” waits to be taken.' },
  notYours: { vi: 'Bước “{step}” đang ở tay {name}, {agency}.', en: 'The step “{step}” is in the hands of {name}, {agency}.' },
  pooled: { vi: 'Bước “{step}” đang chờ người nhận ở {agency}.', en: 'The step “{step}” waits to be taken at {agency}.' },
  send: { vi: 'Chuyển bước tiếp theo', en: 'Send to the next step' },
  sendTo: { vi: 'Tiếp theo: {steps}', en: 'Next: {steps}' },
  sendPapers: {
    vi: 'Bản giấy đi cùng: quầy của cơ quan nhận ký nhận từng bản chính.',
    en: 'The papers go along: the desk that receives them signs for each original.'
  },
  sendNote: { vi: 'Ý kiến, ghi chú cho bước sau', en: 'Opinion, note for the next step' },
  opinion: { vi: 'Ý kiến của cơ quan phối hợp', en: 'Opinion of this agency' },
  sent: { vi: 'Đã chuyển hồ sơ sang bước tiếp theo.', en: 'Sent to the next step.' },
  back: { vi: 'Trả lại bước trước', en: 'Return to an earlier step' },
  backHint: {
    vi: 'Hạn của hồ sơ không đổi khi trả lại nội bộ.',
    en: 'Returning inside the office does not move the dossier’s due time.'
  },
  backTo: { vi: 'Trả về bước', en: 'Return to' },
  reason: { vi: 'Lý do', en: 'Reason' },
  returned: { vi: 'Đã trả lại bước trước.', en: 'Returned.' },
  hand: { vi: 'Giao người khác làm', en: 'Give to somebody else' },
  handTo: { vi: 'Người nhận', en: 'To whom' },
  choosePerson: { vi: 'Chọn người', en: 'Choose somebody' },
  noteOptional: { vi: 'Lời nhắn', en: 'Note' },
  handed: { vi: 'Đã giao cho {name}.', en: 'Given to {name}.' },
  consult: { vi: 'Hỏi ý kiến cơ quan khác', en: 'Ask another office' },
  consultHint: {
    vi: 'Đồng hồ của hồ sơ vẫn chạy. Quá hạn trả lời thì trưởng bộ phận một cửa được báo (NĐ 61/2018 Điều 19).',
    en: 'The dossier’s clock goes on. When the answer is late, the head of the desk is told (Decree 61/2018, article 19).'
  },
  office: { vi: 'Cơ quan được hỏi', en: 'Office' },
  chooseOffice: { vi: 'Chọn cơ quan', en: 'Choose an office' },
  question: { vi: 'Nội dung hỏi', en: 'Question' },
  answerBy: { vi: 'Trả lời trước ngày', en: 'Answer by' },
  consulted: { vi: 'Đã gửi câu hỏi.', en: 'The question was sent.' },
  meeting: { vi: 'Ghi buổi thẩm tra, xác minh', en: 'Record a verification' },
  meetingDay: { vi: 'Ngày', en: 'Day' },
  meetingTime: { vi: 'Giờ', en: 'Time' },
  place: { vi: 'Địa điểm', en: 'Place' },
  participants: { vi: 'Thành phần tham gia', en: 'Participants' },
  content: { vi: 'Nội dung, kết quả', en: 'What was found' },
  meetingSaved: { vi: 'Đã ghi buổi xác minh.', en: 'The verification was recorded.' },
  meetings: { vi: 'Thẩm tra, xác minh', en: 'Verifications' },
  questions: { vi: 'Hỏi ý kiến', en: 'Questions to other offices' },
  taken: { vi: 'Đã nhận {code}.', en: 'Taken: {code}.' },
  decidesElsewhere: {
    vi: 'Bước đang làm không quyết định được. Chuyển sang bước có quyền khi xong.',
    en: 'The step at hand does not decide. Send it on to the step that does.'
  }
})

export const consultWords = words({
  title: { vi: 'Hỏi và trả lời ý kiến', en: 'Questions between offices' },
  lists: { vi: 'Các danh sách', en: 'Lists' },
  to_answer: { vi: 'Cần trả lời', en: 'To answer' },
  asked: { vi: 'Đã hỏi', en: 'Asked' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  none: { vi: 'Không có câu hỏi nào.', en: 'No questions.' },
  caption: { vi: 'Hạn trả lời gần nhất ở trên', en: 'Nearest deadline first' },
  due: { vi: 'Hạn trả lời', en: 'Answer by' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  from: { vi: 'Nơi hỏi', en: 'Asked by' },
  to: { vi: 'Nơi được hỏi', en: 'Asked of' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  sendAnswer: { vi: 'Gửi trả lời', en: 'Send the answer' },
  answerSent: { vi: 'Đã gửi trả lời.', en: 'The answer was sent.' },
  askedBy: { vi: '{name}, {agency}, {at}', en: '{name}, {agency}, {at}' },
  noAnswer: { vi: 'Chưa có trả lời', en: 'No answer yet' },
  late: { vi: 'Quá hạn trả lời', en: 'Answer late' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  until: { vi: 'Trước {at}', en: 'By {at}' }
})

export const traceWords = words({
  title: { vi: 'Quá trình giải quyết', en: 'Trace' },
  caption: { vi: 'Mỗi lần giao, nhận hồ sơ', en: 'Every hand-over' },
  n: { vi: 'Lần', en: 'No.' },
  what: { vi: 'Việc', en: 'What' },
  from: { vi: 'Giao', en: 'From' },
  to: { vi: 'Nhận', en: 'To' },
  given: { vi: 'Lúc giao', en: 'Given' },
  taken: { vi: 'Lúc nhận', en: 'Received' },
  result: { vi: 'Kết quả', en: 'Result' },
  note: { vi: 'Ghi chú', en: 'Note' },
  notYet: { vi: 'chưa nhận', en: 'not yet' },
  none: { vi: 'Hồ sơ chưa được giao cho ai.', en: 'The dossier has not been handed to anybody yet.' },
  slip: { vi: 'Phiếu kiểm soát (Mẫu số 05)', en: 'Control slip (Mẫu 05)' },
  transfer: { vi: 'Phiếu chuyển xử lý', en: 'Transfer slip' },
  backDossier: { vi: 'Về hồ sơ', en: 'Back to the dossier' },
  originals: { vi: 'Bản chính đang ở đâu', en: 'Where the originals are' },
  onWay: { vi: 'đang chuyển đến {to}', en: 'on the way to {to}' }
})

export const forwardWords = words({
  title: { vi: 'Chuyển hồ sơ đi giải quyết', en: 'Forward to be settled' },
  hint: {
    vi: 'Hồ sơ giấy phải chuyển trong ngày; tiếp nhận sau 15 giờ thì chuyển vào đầu giờ ngày làm việc tiếp theo (NĐ 61/2018 Điều 18).',
    en: 'Paper dossiers are forwarded the same day; those accepted after 15:00 at the start of the next working day (Decree 61/2018, article 18).'
  },
  waiting: { vi: 'Chưa chuyển', en: 'Not forwarded' },
  caption: { vi: 'Hạn chuyển gần nhất ở trên', en: 'Nearest limit first' },
  accepted: { vi: 'Tiếp nhận', en: 'Accepted' },
  until: { vi: 'Chuyển trước', en: 'Forward by' },
  late: { vi: 'Quá hạn chuyển', en: 'Late' },
  forward: { vi: 'Đã chuyển', en: 'Forwarded' },
  forwardChosen: { vi: 'Đã chuyển các hồ sơ đã chọn', en: 'Those chosen are forwarded' },
  done: { vi: 'Đã ghi chuyển {n} hồ sơ.', en: '{n} dossiers recorded as forwarded.' },
  none: { vi: 'Không còn hồ sơ nào chưa chuyển.', en: 'Every dossier has been forwarded.' },
  lateAnswers: { vi: 'Cơ quan được hỏi chưa trả lời đúng hạn', en: 'Offices that have not answered in time' },
  noLateAnswers: { vi: 'Không có câu hỏi nào quá hạn.', en: 'No question is overdue.' },
  noted: { vi: 'Đã biết', en: 'Noted' },
  notedDone: { vi: 'Đã ghi nhận.', en: 'Noted.' }
})

export const handOverWords: Record<HandOverKind, Words> = {
  forward: { vi: 'Quầy chuyển giải quyết', en: 'Forwarded by the desk' },
  send: { vi: 'Chuyển bước', en: 'Sent on' },
  return: { vi: 'Trả lại', en: 'Returned' },
  hand: { vi: 'Giao đồng nghiệp', en: 'Given to a colleague' },
  assign: { vi: 'Lãnh đạo phân công', en: 'Assigned' },
  consult: { vi: 'Hỏi ý kiến', en: 'Asked' },
  answer: { vi: 'Trả lời ý kiến', en: 'Answered' },
  decide: { vi: 'Quyết định, chuyển quầy trả', en: 'Decided, to the desk' }
}

export const outcomeWords: Record<Outcome, Words> = {
  early: { vi: 'Trước hạn', en: 'Early' },
  on_time: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' }
}
