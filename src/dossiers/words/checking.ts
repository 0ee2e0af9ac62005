// Words of the check of a new dossier: verdicts on its papers, who looks at it, one request with everything, a second one with a head's word.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const checkWords = words({
  right: { vi: 'Đúng', en: 'Right' },
  wrong: { vi: 'Chưa đúng', en: 'Wrong' },
  unseen: { vi: 'Chưa xét', en: 'No verdict yet' },
  blurred: { vi: 'Mờ', en: 'Blurred' },
  said: { vi: '{name}, {at}', en: '{name}, {at}' },
  verdict: { vi: 'Xét giấy này', en: 'This paper' },
  reason: { vi: 'Vì sao chưa đúng', en: 'What is wrong' },
  ownWords: { vi: 'Nói rõ thêm', en: 'Say more' },
  saveWrong: { vi: 'Ghi chưa đúng', en: 'Mark wrong' },
  rest: { vi: 'Mọi giấy chưa xét đều đúng', en: 'All others are right' },
  previous: { vi: 'Giấy trước', en: 'Previous paper' },
  next: { vi: 'Giấy sau', en: 'Next paper' },
  tally: { vi: 'Đã xét {seen}/{all} giấy', en: '{seen} of {all} papers checked' },
  wrongCount: { vi: '{n} chưa đúng', en: '{n} wrong' },
  missingCount: { vi: 'thiếu {n} giấy bắt buộc', en: '{n} required papers are not there' },
  allRight: { vi: 'Đủ và đúng.', en: 'Complete and right.' },
  accept: { vi: 'Tiếp nhận hồ sơ', en: 'Accept the dossier' },
  acceptDue: { vi: 'Hẹn trả trước {time} {day}', en: 'Due by {time} {day}' },
  toAsk: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
  toRefuse: { vi: 'Từ chối', en: 'Refuse' },
  held: {
    vi: '{name} đang kiểm tra hồ sơ này từ {since}. Ông/bà chỉ xem.',
    en: '{name} has been checking this dossier since {since}. You read only.'
  },
  takeOver: { vi: 'Tôi kiểm tra tiếp', en: 'I take it over' },
  tookOver: { vi: 'Ông/bà đang kiểm tra hồ sơ này.', en: 'You are checking this dossier now.' },
  difference: {
    vi: 'Khi nhận từ bưu điện ({manifest}, dòng {line}): {says}.',
    en: 'When received from the post ({manifest}, line {line}): {says}.'
  },
  faults: { vi: 'Giấy chưa đúng', en: 'Papers marked wrong' },
  noFaults: { vi: 'Chưa giấy nào bị ghi là chưa đúng.', en: 'No paper is marked wrong.' },
  unseenFirst: {
    vi: 'Còn {n} giấy chưa xét. Phiếu này chỉ gửi được khi mọi giấy đã xét, để ông/bà nêu hết trong một lần.',
    en: '{n} papers have no verdict. The request can be sent when all have one, so that everything is named at once.'
  },
  missing: { vi: 'Giấy bắt buộc chưa có trong hồ sơ', en: 'Required papers that are not there' },
  missingHint: { vi: 'Bỏ dấu nếu trường hợp này không cần.', en: 'Untick what this case does not need.' },
  why: { vi: 'Vì sao một lần chưa đủ', en: 'Why once was not enough' },
  whyHint: {
    vi: 'Luật chỉ cho yêu cầu bổ sung một lần. Người phụ trách đọc lý do này rồi mới cho gửi.',
    en: 'The law allows one request. The head reads this reason before it is sent.'
  },
  propose: { vi: 'Đề nghị yêu cầu bổ sung lần nữa', en: 'Propose another request' },
  sendProposal: { vi: 'Gửi đề nghị', en: 'Send the proposal' },
  proposed: {
    vi: 'Đã gửi đề nghị. Phiếu bổ sung chỉ đến người nộp khi người phụ trách đồng ý.',
    en: 'The proposal is sent. The applicant gets the request when the head agrees.'
  },
  waiting: { vi: '{name} đề nghị yêu cầu bổ sung lần nữa lúc {at}: {why}', en: '{name} proposed another request at {at}: {why}' },
  waitingTitle: { vi: 'Chờ người phụ trách', en: 'Waiting for the head' },
  declinedTitle: { vi: 'Không đồng ý yêu cầu bổ sung lần nữa', en: 'Another request was not agreed to' },
  declined: { vi: '{name}, {at}: {reason}', en: '{name}, {at}: {reason}' },
  ground: { vi: 'Lý do theo quy định', en: 'Lawful ground' },
  otherGround: { vi: 'Lý do khác, ghi bên dưới', en: 'Another reason, written below' },
  groundHint: {
    vi: 'Chọn thì điều luật được ghi sẵn. Có thể nói rõ thêm ở ô dưới.',
    en: 'The article comes with it. Say more below if needed.'
  },
  unsure: { vi: 'cần đối chiếu điều khoản', en: 'check the article' },
  freeLines: { vi: 'Nội dung khác đã yêu cầu', en: 'What else was asked for' },
  freeDone: { vi: 'đã bổ sung', en: 'done' }
})

export const proposalWords = words({
  title: { vi: 'Đề nghị bổ sung lần nữa', en: 'Proposals to ask again' },
  intro: {
    vi: 'Luật chỉ cho yêu cầu bổ sung một lần (NĐ 61/2018, Điều 5 và Điều 11). Đồng ý thì phiếu được gửi ngay, lý do của ông/bà được lưu.',
    en: 'The law allows one request (Decree 61/2018, articles 5 and 11). If you agree it is sent at once, and your reason is kept.'
  },
  none: { vi: 'Không có đề nghị nào đang chờ.', en: 'Nothing waits for you.' },
  by: { vi: '{name} đề nghị lúc {at}', en: 'Proposed by {name} at {at}' },
  why: { vi: 'Vì sao một lần chưa đủ', en: 'Why once was not enough' },
  asks: { vi: 'Sẽ yêu cầu', en: 'Would ask for' },
  reason: { vi: 'Lý do của ông/bà', en: 'Your reason' },
  approve: { vi: 'Đồng ý, gửi phiếu', en: 'Agree and send' },
  decline: { vi: 'Không đồng ý', en: 'Do not agree' },
  approved: { vi: 'Đã gửi yêu cầu bổ sung của hồ sơ {code}.', en: 'The request for {code} was sent.' },
  declined: { vi: 'Đã trả lời: không gửi yêu cầu của hồ sơ {code}.', en: 'Answered: no request for {code}.' },
  decided: { vi: 'Đã trả lời', en: 'Answered' },
  yes: { vi: 'Đồng ý', en: 'Agreed' },
  no: { vi: 'Không', en: 'Not agreed' },
  code: { vi: 'Hồ sơ', en: 'Dossier' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  own: { vi: 'Đây là đề nghị của chính ông/bà, người khác phải trả lời.', en: 'This is your own proposal; somebody else has to answer.' }
})
