// Words people read who rate, send a petition or ask a question.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const ratingWords = words({
  title: { vi: 'Đánh giá việc giải quyết hồ sơ', en: 'Rate how your dossier was handled' },
  lead: {
    vi: 'Bốn câu, khoảng một phút. Cơ quan đọc điểm và lời góp ý; trang thống kê không nêu tên ai.',
    en: 'Four questions, about a minute. The office reads points and words; statistics name nobody.'
  },
  mend: { vi: 'Ông/bà sửa được đánh giá này đến {until}.', en: 'You can change this rating until {until}.' },
  closed: {
    vi: 'Ông/bà đã đánh giá hồ sơ này ngày {day}. Đã quá 7 ngày nên không sửa được nữa.',
    en: 'You rated this dossier on {day}. More than 7 days have passed, so it can no longer be changed.'
  },
  satisfaction: { vi: 'Nhìn chung ông/bà thấy thế nào?', en: 'How was it overall?' },
  very_satisfied: { vi: 'Rất hài lòng', en: 'Very satisfied' },
  satisfied: { vi: 'Hài lòng', en: 'Satisfied' },
  not_satisfied: { vi: 'Chưa hài lòng', en: 'Not satisfied' },
  contacts: {
    vi: 'Ông/bà phải liên hệ thêm mấy lần để hoàn thiện hồ sơ?',
    en: 'How often did you have to contact the desk to complete the dossier?'
  },
  contactsHint: {
    vi: 'Không tính lần phải quay lại vì thiếu giấy đã được báo trước.',
    en: 'Not counting papers you were told of beforehand.'
  },
  contacts2: { vi: 'Không lần nào', en: 'Never' },
  contacts1: { vi: 'Một lần', en: 'Once' },
  contacts0: { vi: 'Hai lần trở lên', en: 'Twice or more' },
  agencies: { vi: 'Ông/bà phải đến mấy cơ quan?', en: 'How many offices did you have to go to?' },
  agencies2: { vi: 'Không phải đến đâu', en: 'None' },
  agencies1: { vi: 'Chỉ quầy một cửa', en: 'Only the one-stop desk' },
  agencies0: { vi: 'Nhiều cơ quan', en: 'Several offices' },
  attitude: { vi: 'Cán bộ phục vụ thế nào?', en: 'How were you served?' },
  attitude2: { vi: 'Đúng mực, trả kết quả sớm hẹn', en: 'Properly, and the result came early' },
  attitude1: { vi: 'Đúng mực, trả kết quả đúng hẹn', en: 'Properly, and the result came on time' },
  attitude0: { vi: 'Có điều phải phản ánh', en: 'There is something to complain about' },
  words: { vi: 'Lời góp ý', en: 'Anything else' },
  wordsHint: { vi: 'Xin không ghi số căn cước, số điện thoại của ai.', en: 'Please no identity or phone numbers.' },
  send: { vi: 'Gửi đánh giá', en: 'Send the rating' },
  change: { vi: 'Lưu đánh giá đã sửa', en: 'Save the change' },
  thanks: { vi: 'Cảm ơn ông/bà', en: 'Thank you' },
  thanksText: {
    vi: 'Đánh giá đã được lưu. Cơ quan công bố điểm mỗi quý, không kèm tên người đánh giá.',
    en: 'Your rating is kept. Offices publish their points every quarter, without names.'
  },
  unhappy: {
    vi: 'Muốn cơ quan trả lời về một việc cụ thể? Ông/bà gửi phản ánh để có số và hạn trả lời.',
    en: 'Do you want an answer about something in particular? Send a petition: it gets a number and a date.'
  },
  again: { vi: 'Xem hoặc sửa đánh giá', en: 'See or change the rating' }
})

export const petitionWords = words({
  title: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' },
  lead: {
    vi: 'Cán bộ chậm trễ, gây phiền hà, hay một quy định chưa hợp lý? Ông/bà gửi cho cơ quan, có số để theo dõi và ngày phải trả lời.',
    en: 'A delay, bad behaviour, or a rule that makes no sense? Send it to the office: you get a number to follow and a date for the answer.'
  },
  start: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send a petition' },
  mine: { vi: 'Phản ánh của tôi', en: 'My petitions' },
  otherLaws: { vi: 'Khiếu nại và tố cáo gửi nơi khác', en: 'Complaints and denunciations go elsewhere' },
  complaint: {
    vi: 'Khiếu nại một quyết định hoặc hành vi hành chính xâm phạm quyền, lợi ích của ông/bà: gửi đơn đến chính cơ quan đã ra quyết định, theo Luật Khiếu nại. Cơ quan thụ lý trong 10 ngày và giải quyết lần đầu trong 30 ngày, việc phức tạp 45 ngày.',
    en: 'A complaint against a decision or an act that violates your rights goes to the office that made it, under the Law on Complaints: acknowledged in 10 days, settled at first level in 30 days, or 45 in complex cases.'
  },
  denunciation: {
    vi: 'Tố cáo hành vi vi phạm pháp luật của cán bộ: gửi đơn đến người đứng đầu cơ quan quản lý cán bộ đó, theo Luật Tố cáo. Tên người tố cáo được giữ kín.',
    en: 'A denunciation of unlawful conduct goes to the head of the office that manages the official, under the Law on Denunciations. Your name is kept secret.'
  },
  reception: {
    vi: 'Cần hỏi nơi nhận đơn, xin gọi 1022 hoặc đến nơi tiếp công dân.',
    en: 'To learn where to take it, call 1022 or come to the citizens’ reception.'
  },
  lookup: { vi: 'Tra cứu phản ánh đã gửi', en: 'Look up a petition' },
  number: { vi: 'Số phản ánh', en: 'Petition number' },
  numberHint: { vi: 'Ví dụ PA-261123-0007', en: 'Such as PA-261123-0007' },
  last4: { vi: '4 số cuối điện thoại đã khai', en: 'Last 4 digits of the phone you gave' },
  see: { vi: 'Xem', en: 'See' },
  kind: { vi: 'Ông/bà phản ánh về điều gì?', en: 'What is it about?' },
  conduct: { vi: 'Chậm trễ, phiền hà, thái độ của cán bộ', en: 'Delay, trouble or behaviour of staff' },
  conductHint: { vi: 'Việc không làm, làm sai hoặc làm chậm.', en: 'Something not done, done wrongly or late.' },
  regulation: { vi: 'Một quy định chưa hợp lý', en: 'A rule that is not reasonable' },
  regulationHint: { vi: 'Quy định trái luật, chồng chéo, khó thực hiện.', en: 'A rule that is unlawful, contradictory or hard to follow.' },
  agency: { vi: 'Cơ quan nào?', en: 'Which office?' },
  agencyHint: {
    vi: 'Chưa chắc thì chọn nơi ông/bà đã làm việc; nếu không đúng thẩm quyền, cơ quan chuyển tiếp trong 5 ngày làm việc.',
    en: 'If unsure, choose where you were. If it is for another office, it is passed on within 5 working days.'
  },
  chooseAgency: { vi: 'Chọn cơ quan', en: 'Choose the office' },
  dossier: { vi: 'Mã hồ sơ liên quan', en: 'Code of the dossier concerned' },
  text: { vi: 'Nội dung', en: 'What happened' },
  textHint: {
    vi: 'Việc gì, ở đâu, ngày nào, ông/bà muốn cơ quan làm gì. Xin viết tiếng Việt có dấu nếu được.',
    en: 'What, where, on which day, and what you want the office to do. In Vietnamese if you can.'
  },
  files: { vi: 'Ảnh, giấy tờ kèm theo', en: 'Pictures or papers' },
  filesHint: { vi: 'PDF, JPG hoặc PNG, mỗi tệp nhiều nhất 15 MB, nhiều nhất 5 tệp.', en: 'PDF, JPG or PNG, 15 MB each, 5 files at most.' },
  signInForFiles: { vi: 'Gửi được không cần đăng nhập. Muốn kèm ảnh, giấy tờ thì', en: 'No account is needed. To add pictures or papers,' },
  signIn: { vi: 'đăng nhập trước', en: 'sign in first' },
  who: { vi: 'Để cơ quan trả lời ông/bà', en: 'So that the office can answer you' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: { vi: 'Nhận tin báo, và để tra cứu về sau.', en: 'For messages, and to look it up later.' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  send: { vi: 'Gửi phản ánh', en: 'Send the petition' },
  sent: { vi: 'Đã gửi. Số phản ánh là {number}; tin báo đến số {phone}.', en: 'Sent. The number is {number}; a message goes to {phone}.' },
  keep: {
    vi: 'Giữ số này để tra cứu cùng 4 số cuối điện thoại.',
    en: 'Keep this number; with the last 4 digits of your phone it opens this page.'
  },
  to: { vi: 'Nơi trả lời: {agency}', en: 'Answered by {agency}' },
  due: { vi: 'Trả lời chậm nhất {due}.', en: 'Answer by {due}.' },
  late: { vi: 'Cơ quan đã quá hạn trả lời ({due}). Xin gọi 1022.', en: 'The office is late with its answer ({due}). Call 1022.' },
  forwardBy: {
    vi: 'Nếu không thuộc thẩm quyền, cơ quan chuyển nơi khác chậm nhất {due} và báo ông/bà.',
    en: 'If another office is competent, it is passed on by {due} and you are told.'
  },
  answer: { vi: 'Trả lời của cơ quan', en: 'The office’s answer' },
  declined: { vi: 'Vì sao không giải quyết, và gửi ở đâu', en: 'Why it is not handled, and where to turn' },
  yours: { vi: 'Ông/bà đã gửi', en: 'What you sent' },
  history: { vi: 'Diễn biến', en: 'What happened' },
  forwardedTo: { vi: 'Chuyển đến {agency}.', en: 'Passed on to {agency}.' },
  sentAt: { vi: 'Gửi lúc {at}', en: 'Sent at {at}' }
})

export const questionWords = words({
  title: { vi: 'Hỏi đáp', en: 'Questions and answers' },
  lead: {
    vi: 'Câu hỏi của người dân đã được cơ quan trả lời. Không thấy điều cần tìm, ông/bà gửi câu hỏi mới.',
    en: 'Questions of citizens that offices have answered. If yours is not here, ask it.'
  },
  search: { vi: 'Tìm trong các câu đã trả lời', en: 'Search the answers' },
  none: {
    vi: 'Chưa có câu trả lời nào có đủ các chữ “{text}”. Xin thử ít chữ hơn, hoặc gửi câu hỏi.',
    en: 'No answer holds “{text}”. Try fewer words, or ask.'
  },
  empty: { vi: 'Chưa có câu hỏi nào được công khai.', en: 'No question is public yet.' },
  ask: { vi: 'Gửi câu hỏi', en: 'Ask a question' },
  older: { vi: 'Các câu cũ hơn', en: 'Older questions' },
  by: { vi: '{agency} trả lời ngày {day}', en: 'Answered by {agency} on {day}' },
  askTitle: { vi: 'Gửi câu hỏi cho cơ quan', en: 'Ask an office' },
  askLead: {
    vi: 'Câu trả lời được báo đến điện thoại của ông/bà. Câu hỏi hay có thể được công khai, không kèm tên và số điện thoại.',
    en: 'You are told of the answer by phone. Useful questions may be made public, without your name and phone number.'
  },
  agency: { vi: 'Hỏi cơ quan nào?', en: 'Which office do you ask?' },
  subject: { vi: 'Hỏi về việc gì', en: 'Subject' },
  subjectHint: { vi: 'Một dòng, ví dụ: Đăng ký khai sinh quá hạn', en: 'One line, such as: Late birth registration' },
  text: { vi: 'Câu hỏi', en: 'Your question' },
  textHint: { vi: 'Hỏi về hồ sơ đang nộp thì xem trang hồ sơ sẽ nhanh hơn.', en: 'For a dossier already filed, its own page is quicker.' },
  send: { vi: 'Gửi câu hỏi', en: 'Send the question' },
  sent: {
    vi: 'Đã gửi câu hỏi. Khi có trả lời, tin báo đến số {phone}.',
    en: 'Your question was sent. A message goes to {phone} when it is answered.'
  },
  question: { vi: 'Câu hỏi', en: 'Question' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  waiting: {
    vi: '{agency} chưa trả lời. Trang này giữ nguyên địa chỉ; ông/bà có thể lưu lại.',
    en: '{agency} has not answered yet. This page keeps its address; you may save it.'
  },
  notPublic: { vi: 'Chỉ người có địa chỉ trang này đọc được.', en: 'Only people with the address of this page can read it.' }
})
