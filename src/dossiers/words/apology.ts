// Words of the letter of apology (Mẫu số 04) as the people who write and sign it see them.
import type { Words } from '../../kernel/locale.ts'

export const apologyWords = {
  title: { vi: 'Phiếu xin lỗi và hẹn lại', en: 'Apology and new date' },
  open: { vi: 'Viết phiếu xin lỗi, hẹn lại', en: 'Write an apology and a new date' },
  openDraft: { vi: 'Viết tiếp phiếu xin lỗi, hẹn lại', en: 'Complete the apology' },
  openProposed: { vi: 'Phiếu xin lỗi đang chờ ký', en: 'The apology waits for a signature' },
  back: { vi: 'Về hồ sơ', en: 'Back to the dossier' },
  lead: {
    vi: 'Chỉ được hẹn lại một lần. Phiếu do lãnh đạo ký; ký xong, ngày hẹn trả đổi ngay và người nộp được báo bằng tin nhắn, thư điện tử.',
    en: 'One new date only. The head signs; the due date then changes at once and the applicant is told by message and mail.'
  },
  lastDay: { vi: 'Ký chậm nhất {day} (trước hạn một ngày).', en: 'To be signed by {day} (a day before it is due).' },
  lastDayPassed: {
    vi: 'Đã quá ngày phải ký ({day}). Phiếu vẫn ký được nhưng ghi là trễ.',
    en: 'The day to sign by has passed ({day}). It can still be signed and is marked late.'
  },
  causes: { vi: 'Vì sao không kịp', en: 'Why it is late' },
  words: { vi: 'Nói rõ bằng lời', en: 'In your own words' },
  wordsHint: { vi: 'In trên phiếu và gửi người nộp. Không ghi tên người khác.', en: 'Printed on the letter and sent. Name nobody else.' },
  newDay: { vi: 'Ngày hẹn mới', en: 'New date' },
  newDayHint: { vi: 'Ngày làm việc sau {day}. Sớm nhất: {first}.', en: 'A working day after {day}. Earliest: {first}.' },
  propose: { vi: 'Trình lãnh đạo ký', en: 'Send to the head' },
  proposeAgain: { vi: 'Sửa và trình lại', en: 'Change and send again' },
  proposed: { vi: 'Đã trình phiếu xin lỗi của {code}.', en: 'The apology for {code} was sent to the head.' },
  waits: { vi: '{name} đã trình lúc {at}, đang chờ lãnh đạo ký.', en: '{name} sent it at {at}; it waits for the head.' },
  sentBack: { vi: '{name} trả lại: {why}', en: '{name} sent it back: {why}' },
  none: {
    vi: 'Hồ sơ này không viết phiếu xin lỗi được lúc này: {why}',
    en: 'No apology can be written for this dossier now: {why}'
  },
  already: { vi: 'đã hẹn lại một lần, theo quy định không được hẹn lần nữa.', en: 'a new date was given once; the law allows one only.' },
  stopped: { vi: 'thời hạn không chạy, hoặc đã có kết quả.', en: 'the clock does not run, or the result is there.' },
  oldDue: { vi: 'Hẹn cũ', en: 'Old date' },
  newDue: { vi: 'Hẹn mới', en: 'New date' },
  counting: { vi: 'Nếu ký, người nộp sẽ đọc', en: 'Once signed, the applicant will read' },
  letter: { vi: 'Nội dung phiếu', en: 'What the letter says' },
  cause: { vi: 'Lý do', en: 'Cause' },
  by: { vi: 'Người trình', en: 'Sent by' },
  sign: { vi: 'Ký phiếu xin lỗi', en: 'Sign the apology' },
  signed: { vi: 'Đã ký phiếu xin lỗi của {n} hồ sơ.', en: 'Signed {n} letters of apology.' },
  own: {
    vi: 'Người trình không ký phiếu của chính mình. Xin để lãnh đạo khác ký.',
    en: 'Whoever sends a letter does not sign it. Ask another head.'
  },
  sendBack: { vi: 'Trả lại cán bộ', en: 'Send back' },
  sendBackWhy: { vi: 'Cần sửa gì', en: 'What to change' },
  sentBackDone: { vi: 'Đã trả phiếu xin lỗi của {code} cho cán bộ.', en: 'The apology for {code} was sent back.' },
  toWrite: { vi: 'Sắp đến hạn: viết phiếu xin lỗi', en: 'Due soon: write the apology' },
  toWriteHint: {
    vi: 'Không kịp trả đúng hẹn thì viết trước hạn. Giải quyết xong trước, phiếu tự rút.',
    en: 'Write it before the due date if that cannot be kept. When the result comes first, the draft goes by itself.'
  },
  toWriteCaption: { vi: 'Phiếu xin lỗi cần viết, hạn gần nhất trước', en: 'Apologies to write, nearest date first' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  applicant: { vi: 'Chủ hồ sơ', en: 'Applicant' },
  write: { vi: 'Viết phiếu', en: 'Write' },
  signBy: { vi: 'Ký chậm nhất', en: 'Sign by' }
} as const satisfies Record<string, Words>
