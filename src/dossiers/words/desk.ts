// Words of the people who work on dossiers: the queue, one dossier, every form of a move, the officer's tray.
import type { Words } from '../../kernel/locale.ts'
import { paperReasons } from '../rules.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

/** `Trễ {n} ngày` with its facts put in. */
export const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

export const queueWords = words({
  title: { vi: 'Hồ sơ của quầy', en: 'Dossiers of the desk' },
  tabs: { vi: 'Bộ lọc', en: 'Filters' },
  incoming: { vi: 'Mới đến', en: 'New' },
  open: { vi: 'Đang mở', en: 'Open' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  today: { vi: 'Hạn hôm nay', en: 'Due today' },
  waiting: { vi: 'Chờ người dân', en: 'Waiting for people' },
  ready: { vi: 'Chờ trả kết quả', en: 'Results to return' },
  dataAt: { vi: 'Dữ liệu lúc {time}', en: 'As of {time}' },
  due: { vi: 'Hạn trả', en: 'Due' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  applicant: { vi: 'Chủ hồ sơ', en: 'Applicant' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  channel: { vi: 'Cách nộp', en: 'Filed by' },
  where: { vi: 'Đang ở', en: 'Where it is' },
  next: { vi: 'Việc kế tiếp', en: 'Next' },
  caption: { vi: 'Hạn gần nhất trước. Số ngày là ngày làm việc.', en: 'Nearest due first. Days are working days.' },
  many: { vi: '{n} hồ sơ trên trang này', en: '{n} dossiers on this page' },
  until: { vi: 'hạn đến {day}', en: 'due up to {day}' },
  days: { vi: 'Số ngày là ngày làm việc.', en: 'Days are working days.' },
  choose: { vi: 'chọn', en: 'choose' },
  openKey: { vi: 'mở', en: 'open' },
  findKey: { vi: 'tìm', en: 'find' },
  walkIn: { vi: 'Tiếp nhận tại quầy', en: 'Accept a walk-in' },
  findTitle: { vi: 'Tìm hồ sơ', en: 'Find a dossier' },
  found: { vi: 'Tìm thấy {n} hồ sơ cho “{text}”', en: '{n} dossiers found for “{text}”' },
  foundNone: {
    vi: 'Không có hồ sơ nào của cơ quan này khớp với “{text}”. Xin thử 4 số cuối của mã, số điện thoại, số căn cước, hoặc tên không dấu.',
    en: 'No dossier of this agency matches “{text}”. Try the last 4 digits of the code, a phone or identity number, or the name without marks.'
  },
  findHint: {
    vi: 'Gõ phần cuối của mã, tên không dấu, số điện thoại hoặc số căn cước, rồi bấm Enter.',
    en: 'Type the end of the code, a name without marks, a phone or an identity number, then press Enter.'
  }
})

export const emptyQueue = words({
  incoming: {
    vi: 'Không còn hồ sơ mới. Mọi hồ sơ gửi đến đều đã được kiểm tra.',
    en: 'No new dossiers. Everything filed has been checked.'
  },
  open: { vi: 'Cơ quan không có hồ sơ nào đang mở.', en: 'No dossier is open.' },
  late: { vi: 'Không có hồ sơ trễ hạn.', en: 'Nothing is late.' },
  today: { vi: 'Không có hồ sơ nào đến hạn hôm nay.', en: 'Nothing is due today.' },
  waiting: { vi: 'Không có hồ sơ nào chờ người dân.', en: 'No dossier waits for its applicant.' },
  ready: { vi: 'Không còn kết quả nào chờ trả.', en: 'No result waits to be returned.' }
})

export const dueWords = words({
  late: { vi: 'Trễ {n} ngày', en: '{n} days late' },
  lateToday: { vi: 'Trễ, hạn {time} {day}', en: 'Late, was due {time} {day}' },
  today: { vi: 'Hôm nay, {time}', en: 'Today, {time}' },
  left: { vi: 'Còn {n} ngày', en: '{n} days left' },
  paused: { vi: 'Tạm dừng', en: 'Stopped' },
  newToday: { vi: 'Mới, {time}', en: 'New, {time}' },
  newSince: { vi: 'Chờ {n} ngày', en: 'Waiting {n} days' },
  brought: { vi: 'Chờ bưu điện', en: 'With the post' },
  done: { vi: 'Đã có kết quả', en: 'Result signed' },
  doneLate: { vi: 'Có kết quả trễ', en: 'Signed late' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  citizen: { vi: 'Người nộp', en: 'The applicant' },
  post: { vi: 'Bưu điện', en: 'The post' },
  desk: { vi: 'Quầy một cửa', en: 'The desk' },
  tray: { vi: 'Chờ cán bộ nhận', en: 'Waiting for an officer' }
})

/** How it came in, as short as a column. */
export const channelWords = words({
  online: { vi: 'Trực tuyến', en: 'Online' },
  desk: { vi: 'Tại quầy', en: 'At the desk' },
  post: { vi: 'Bưu điện', en: 'By post' }
})

export const nextWords = words({
  check: { vi: 'Kiểm tra', en: 'Check' },
  arrival: { vi: 'Xem bưu gửi', en: 'See the parcel' },
  supplement: { vi: 'Nhận bổ sung', en: 'Take the supplement' },
  pay: { vi: 'Thu phí', en: 'Take the fee' },
  handOver: { vi: 'Trả kết quả', en: 'Return the result' },
  follow: { vi: 'Theo dõi bưu gửi', en: 'Follow the parcel' },
  decide: { vi: 'Quyết định', en: 'Decide' },
  resume: { vi: 'Tiếp tục', en: 'Resume' },
  see: { vi: 'Xem', en: 'See' }
})

export const caseWords = words({
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  choosePaper: { vi: 'Chọn giấy', en: 'Choose a paper' },
  noPapers: { vi: 'Hồ sơ này không có giấy tờ kèm theo.', en: 'This dossier has no papers.' },
  onPaper: { vi: 'Bản giấy, quầy đang giữ. Không có bản quét.', en: 'On paper, kept at the desk. There is no scan.' },
  shown: { vi: 'Quầy đã xem và trả lại người nộp, không giữ.', en: 'Seen at the desk and given back, not kept.' },
  byPost: { vi: 'Bản giấy đi theo bưu gửi.', en: 'On paper, it travels with the parcel.' },
  openFile: { vi: 'Mở ở trang riêng', en: 'Open on its own page' },
  paperOf: { vi: 'Giấy {n} trên {all}: {name}', en: 'Paper {n} of {all}: {name}' },
  copies: { vi: '{n} bản', en: '{n} copies' },
  added: { vi: 'nhận {at}', en: 'received {at}' },
  particulars: { vi: 'Thông tin hồ sơ', en: 'Particulars' },
  filer: { vi: 'Người nộp', en: 'Filed by' },
  owner: { vi: 'Chủ hồ sơ', en: 'Applicant' },
  relation: { vi: 'Người nộp là', en: 'The filer is' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  identity: { vi: 'Số căn cước', en: 'Identity number' },
  tax: { vi: 'Mã số thuế', en: 'Tax code' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  subject: { vi: 'Nội dung', en: 'Asked for' },
  channel: { vi: 'Cách nộp', en: 'Filed by' },
  delivery: { vi: 'Trả kết quả', en: 'Result goes' },
  toDesk: { vi: 'Nhận tại quầy', en: 'Collected at the desk' },
  toPost: { vi: 'Bưu điện đưa đến {name}, {address}, {ward}, {phone}', en: 'By post to {name}, {address}, {ward}, {phone}' },
  toFile: { vi: 'Bản điện tử', en: 'Electronic' },
  pickUp: { vi: 'Lấy giấy tờ', en: 'Papers collected' },
  pickUpFrom: { vi: 'Bưu điện lấy tại {address}, {ward}', en: 'By post at {address}, {ward}' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFee: { vi: 'Không thu', en: 'None' },
  dueTitle: { vi: 'Hạn trả kết quả', en: 'Due date' },
  dueBefore: { vi: 'Hẹn trả trước {time}', en: 'Due by {time}' },
  why: { vi: 'Vì sao là ngày này?', en: 'Why this day?' },
  notCounted: { vi: 'Hạn trả được tính khi quầy tiếp nhận hồ sơ.', en: 'The due date is counted when the desk accepts.' },
  stopped: { vi: 'Đồng hồ đang dừng, hạn trả tính lại khi tiếp tục.', en: 'The clock is stopped; the due date follows when it resumes.' },
  issued: { vi: 'Giấy tờ đã phát hành', en: 'Issued papers' },
  noIssued: { vi: 'Chưa phát hành giấy nào.', en: 'Nothing issued yet.' },
  making: { vi: 'Đang tạo, khoảng vài giây nữa', en: 'Being made, a few more seconds' },
  reload: { vi: 'Tải lại trang', en: 'Reload' },
  print: { vi: 'Mở để in', en: 'Open to print' },
  result: { vi: 'Văn bản kết quả', en: 'Result document' },
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with appointment (Mẫu 01)' },
  supplement_request: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Supplement request (Mẫu 02)' },
  rejection: { vi: 'Phiếu từ chối tiếp nhận hồ sơ', en: 'Refusal slip (Mẫu 03)' },
  apology: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new date (Mẫu 04)' },
  answers: { vi: 'Những điều đã khai', en: 'What was stated' },
  filled_form: { vi: 'Tờ khai đã điền', en: 'Filled form' },
  filing_confirmation: { vi: 'Giấy xác nhận nộp hồ sơ', en: 'Filing confirmation' },
  payment_receipt: { vi: 'Biên lai thu phí, lệ phí', en: 'Receipt for fees' },
  postal_slip: { vi: 'Phiếu gửi bưu điện', en: 'Postal slip' },
  hand_over_slip: { vi: 'Phiếu trả kết quả', en: 'Hand-over slip' },
  timeline: { vi: 'Diễn biến', en: 'History' },
  parcels: { vi: 'Bưu gửi', en: 'Parcels' },
  papersIn: { vi: 'Giấy tờ về quầy', en: 'Papers to the desk' },
  resultOut: { vi: 'Kết quả đi phát', en: 'Result to the citizen' },
  readers: { vi: 'Ai đã xem', en: 'Who has read it' },
  noReaders: { vi: 'Chưa có ai xem.', en: 'Nobody yet.' },
  asked: { vi: 'Đã yêu cầu bổ sung', en: 'Supplement requested' },
  askedBy: { vi: '{name} yêu cầu lúc {at}', en: 'Asked by {name} at {at}' },
  answered: { vi: 'đã bổ sung lúc {at}', en: 'given at {at}' },
  twins: {
    vi: 'Người này đang có hồ sơ khác cùng thủ tục:',
    en: 'This person has another open dossier of the same procedure:'
  },
  fullCode: { vi: 'Mã hồ sơ', en: 'Code' },
  copy: { vi: 'Chép mã', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  back: { vi: 'Về danh sách', en: 'Back to the list' }
})

export const moveWords = words({
  actions: { vi: 'Việc cần làm', en: 'What to do' },
  nothing: { vi: 'Hồ sơ đang ở “{state}”, quầy không phải làm gì.', en: 'The dossier is “{state}”; nothing for the desk to do.' },
  nothingOfficer: {
    vi: 'Hồ sơ đang ở “{state}”, cán bộ xử lý không phải làm gì.',
    en: 'The dossier is “{state}”; nothing for the officer to do.'
  },
  chooseSigned: { vi: 'Xin chọn tệp PDF đã ký', en: 'Choose the signed PDF' },
  typedBefore: { vi: 'Những gì vừa ghi, chưa được lưu:', en: 'What you had typed, not saved:' },
  accept: { vi: 'Tiếp nhận hồ sơ', en: 'Accept the dossier' },
  acceptHint: {
    vi: 'Tiếp nhận bây giờ thì đồng hồ bắt đầu chạy và Giấy tiếp nhận được tạo.',
    en: 'Accepting now starts the clock and makes the receipt.'
  },
  acceptDue: { vi: 'Hẹn trả trước {time} {day}.', en: 'Due by {time} {day}.' },
  arrivalNeeded: {
    vi: 'Bưu điện chưa giao giấy tờ đến quầy. Khi nhận được, xin quét bưu gửi và ký nhận, rồi tiếp nhận hồ sơ.',
    en: 'The post has not brought the papers. When they arrive, scan the parcel and sign for it, then accept.'
  },
  arrivals: { vi: 'Bưu gửi đến quầy', en: 'Parcels for the desk' },
  note: { vi: 'Ghi chú', en: 'Note' },
  refuse: { vi: 'Từ chối tiếp nhận', en: 'Refuse at the desk' },
  refuseHint: { vi: 'Người nộp nhận Phiếu từ chối có lý do và căn cứ.', en: 'The applicant gets a slip with the reason and the article.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  legalBasis: { vi: 'Căn cứ: điều, khoản, văn bản', en: 'Article of law' },
  ask: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
  askOnce: {
    vi: 'Chỉ được yêu cầu một lần: xin ghi hết mọi thứ còn thiếu vào một phiếu.',
    en: 'This may be done once: put everything that is missing into one request.'
  },
  askUntil: { vi: 'Hạn yêu cầu: hết {day} (03 ngày làm việc từ ngày nhận).', en: 'Until {day} (three working days from receipt).' },
  askedAlready: {
    vi: 'Đã yêu cầu bổ sung một lần; lần nữa phải được người phụ trách đồng ý.',
    en: 'A supplement was already asked for once; another needs the word of the head.'
  },
  askTooLate: {
    vi: 'Đã quá 03 ngày làm việc từ ngày nhận nên không yêu cầu bổ sung được nữa.',
    en: 'More than three working days have passed since receipt; no supplement can be asked for.'
  },
  askPapers: { vi: 'Giấy nào, vì sao', en: 'Which paper, and why' },
  chooseReason: { vi: 'Chọn lý do', en: 'Choose a reason' },
  reasonFor: { vi: 'Lý do: {name}', en: 'Reason: {name}' },
  ownWords: { vi: 'Nói rõ thêm: {name}', en: 'Say more: {name}' },
  ownWordsShort: { vi: 'nói rõ thêm', en: 'say more' },
  extra: { vi: 'Nội dung khác cần sửa, mỗi dòng một ý', en: 'Anything else, one line each' },
  other: { vi: 'Nội dung khai', en: 'Particulars' },
  sendAsk: { vi: 'Gửi yêu cầu bổ sung', en: 'Send the request' },
  supplement: { vi: 'Nhận bổ sung tại quầy', en: 'Take the supplement at the desk' },
  supplementHint: {
    vi: 'Đánh dấu giấy đã nhận hoặc chọn bản quét. Nhận xong, thời hạn được tính lại nếu hồ sơ đã tiếp nhận.',
    en: 'Tick what was brought or choose a scan. If already accepted, the time counts anew.'
  },
  received: { vi: 'Đã nhận', en: 'Received' },
  scan: { vi: 'Bản quét: {name}', en: 'Scan: {name}' },
  pay: { vi: 'Xác nhận đã nộp phí', en: 'Confirm the payment' },
  payHint: { vi: 'Số biên lai hoặc cách nộp', en: 'Receipt number or way of payment' },
  handOver: { vi: 'Trả kết quả', en: 'Hand over the result' },
  handOverHint: {
    vi: 'Xem giấy tờ tùy thân và giấy hẹn. Người nhận thay phải có giấy ủy quyền. Chỉ lưu 4 số cuối.',
    en: 'Check the identity paper and the receipt. A proxy needs an authorisation. Only the last 4 digits are kept.'
  },
  onItsWay: {
    vi: 'Kết quả đi bằng bưu điện, số {number}: {status}. Không trả tại quầy khi bưu gửi còn đang đi.',
    en: 'The result goes by post, {number}: {status}. It is not handed over while the parcel is on its way.'
  },
  orderingPost: { vi: 'Kết quả trả bằng bưu điện, bưu gửi đang được đặt.', en: 'The result goes by post; the parcel is being ordered.' },
  paper: { vi: 'Giấy tờ đã xem', en: 'Identity paper seen' },
  citizenCard: { vi: 'Thẻ căn cước', en: 'Identity card' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  vneid: { vi: 'VNeID', en: 'VNeID' },
  last4: { vi: '4 số cuối', en: 'Last 4 digits' },
  receiver: { vi: 'Người nhận', en: 'Receiver' },
  relationTo: { vi: 'Là gì của chủ hồ sơ', en: 'Relation to the applicant' },
  relationHint: { vi: 'Bỏ trống khi chính chủ nhận', en: 'Empty when it is the applicant' },
  withdraw: { vi: 'Rút hồ sơ theo yêu cầu người nộp', en: 'Withdraw at the applicant’s request' },
  withdrawHint: { vi: 'Hồ sơ kết thúc ngay, giấy tờ trả lại người nộp.', en: 'The dossier ends at once and the papers go back.' },
  take: { vi: 'Nhận giải quyết', en: 'Take it up' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  approve: { vi: 'Đồng ý, ký kết quả', en: 'Approve and sign' },
  number: { vi: 'Số văn bản', en: 'Document number' },
  titleOf: { vi: 'Tên văn bản', en: 'Document title' },
  resultFile: { vi: 'Văn bản kết quả đã ký (PDF)', en: 'Signed result (PDF)' },
  letterFile: { vi: 'Văn bản từ chối đã ký (PDF)', en: 'Signed letter of refusal (PDF)' },
  keptFile: { vi: 'Đã giữ tệp {name}. Chỉ chọn lại nếu muốn thay.', en: 'Kept {name}. Choose again only to replace it.' },
  refuseOnMerit: { vi: 'Từ chối giải quyết', en: 'Refuse on merit' },
  refuseOnMeritHint: {
    vi: 'Bằng văn bản, nêu rõ lý do, trong thời hạn giải quyết.',
    en: 'In writing, with the reason, within the time limit.'
  },
  refusalTitle: { vi: 'Văn bản từ chối giải quyết hồ sơ', en: 'Letter of refusal' },
  requestPayment: { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask for payment' },
  requestPaymentHint: { vi: 'Khoản phải nộp, số tiền, nộp ở đâu', en: 'What is due, how much, where' },
  suspend: { vi: 'Tạm dừng giải quyết', en: 'Suspend' },
  suspendHint: { vi: 'Ghi lý do. Căn cứ:', en: 'Say the reason. By law of:' },
  suspendLongest: { vi: 'Dài nhất {n} ngày; gần hết sẽ được nhắc.', en: 'For {n} days at most; you are reminded before.' },
  suspendNoEnd: { vi: 'Luật không định số ngày dài nhất.', en: 'The law names no longest time.' },
  suspendUnsure: {
    vi: 'Điều luật này chưa đối chiếu, xin kiểm tra trước khi dùng.',
    en: 'This article has not been checked: look it up first.'
  },
  noSuspension: {
    vi: 'Chưa có luật chuyên ngành nào cho phép tạm dừng thủ tục này, nên thời hạn vẫn chạy.',
    en: 'No special law is known that allows suspending this procedure; the clock runs on.'
  },
  resume: { vi: 'Tiếp tục giải quyết', en: 'Resume' },
  accepted: { vi: 'Đã tiếp nhận {code}.', en: 'Accepted {code}.' },
  done: { vi: 'Đã ghi: {move}.', en: 'Recorded: {move}.' }
})

/** In the order of `paperReasons`; forms number them from 1. */
export const commonReasons: readonly Words[] = Object.values(paperReasons)
