// Words a citizen reads after filing: confirmation, my dossiers, one dossier, supplement, withdrawal, public tracking.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const confirmationWords = words({
  title: { vi: 'Đã nộp hồ sơ', en: 'Your dossier is filed' },
  code: { vi: 'Mã hồ sơ của ông/bà', en: 'Your dossier code' },
  copy: { vi: 'Chép mã', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  filedAt: { vi: 'Nộp lúc {at}, cho {agency}.', en: 'Filed at {at} with {agency}.' },
  message: { vi: 'Tin báo được gửi đến số {phone}.', en: 'A message goes to {phone}.' },
  qr: { vi: 'Mã vuông mở trang tra cứu hồ sơ {code}', en: 'Square code that opens the tracking page of {code}' },
  qrHint: { vi: 'Quét mã này để tra cứu, hoặc đưa cho cán bộ ở quầy.', en: 'Scan it to track the dossier, or show it at the desk.' },
  next: { vi: 'Tiếp theo', en: 'What happens next' },
  keep: { vi: 'Giữ lại', en: 'To keep' },
  pdf: { vi: 'Tải giấy xác nhận nộp hồ sơ (PDF)', en: 'Download the confirmation (PDF)' },
  making: {
    vi: 'Giấy xác nhận (PDF) đang được tạo, khoảng vài giây nữa.',
    en: 'The confirmation (PDF) is being made, a few more seconds.'
  },
  refresh: { vi: 'Tải lại trang', en: 'Reload' },
  open: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  help: { vi: 'Cần hỏi, xin gọi 1022 và đọc mã hồ sơ.', en: 'Questions: call 1022 and quote the code.' }
})

export const mineWords = words({
  helpedBy: { vi: '{name} đang giúp: xem đã làm gì, thôi nhờ', en: '{name} is helping: see what was done, end it' },
  title: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  needsMe: { vi: 'Cần ông/bà làm', en: 'Waiting for you' },
  drafts: { vi: 'Bản nháp, chưa nộp', en: 'Drafts, not filed' },
  others: { vi: 'Hồ sơ đã nộp', en: 'Dossiers filed' },
  saved: { vi: 'Lưu lúc {at}', en: 'Saved at {at}' },
  keptUntil: { vi: 'Giữ đến {day}', en: 'Kept until {day}' },
  filed: { vi: 'Nộp {day}', en: 'Filed {day}' },
  due: { vi: 'Hẹn trả {day}', en: 'Due {day}' },
  continue: { vi: 'Làm tiếp', en: 'Continue' },
  discard: { vi: 'Xóa bản nháp', en: 'Delete draft' },
  discarded: { vi: 'Đã xóa bản nháp.', en: 'The draft was deleted.' },
  discardTitle: { vi: 'Xóa bản nháp này?', en: 'Delete this draft?' },
  discardText: { vi: 'Những gì đã khai và các tệp đã tải lên sẽ mất.', en: 'What you typed and uploaded will be lost.' },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  empty: { vi: 'Ông/bà chưa có hồ sơ nào.', en: 'You have no dossiers yet.' },
  popular: { vi: 'Nhiều người đang làm', en: 'What many people do' },
  find: { vi: 'Tìm thủ tục khác', en: 'Find another procedure' },
  elsewhere: { vi: 'Hồ sơ nộp tại quầy không hiện ở đây?', en: 'Filed at a desk and not listed?' },
  track: { vi: 'Tra cứu bằng mã trên giấy hẹn', en: 'Track it by the code on the receipt' }
})

export const dossierWords = words({
  rate: { vi: 'Đánh giá việc giải quyết hồ sơ này', en: 'Rate how this dossier was handled' },
  petition: { vi: 'Gửi phản ánh về hồ sơ này', en: 'Send a petition about this dossier' },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  for: { vi: 'của {name}', en: 'of {name}' },
  at: { vi: 'Nơi giải quyết: {agency}', en: 'Handled by {agency}' },
  due: { vi: 'Ngày hẹn trả', en: 'Due date' },
  dueBy: { vi: 'Trả kết quả trước {time}', en: 'Result due by {time}' },
  onTime: { vi: 'Còn trong hạn', en: 'On time' },
  today: { vi: 'Hẹn trả hôm nay', en: 'Due today' },
  late: { vi: 'Đã quá hẹn', en: 'Late' },
  lateText: { vi: 'Cơ quan xin lỗi vì chậm trễ. Cần hỏi, xin gọi 1022.', en: 'The office apologises for the delay. Questions: call 1022.' },
  early: { vi: 'Đã có kết quả đúng hẹn', en: 'Result in time' },
  earlyBy: { vi: 'Có kết quả {day}.', en: 'Result on {day}.' },
  paused: { vi: 'Đồng hồ đang dừng', en: 'The clock is stopped' },
  noDue: {
    vi: 'Ngày hẹn trả được tính khi quầy tiếp nhận hồ sơ.',
    en: 'The due date is set when the desk accepts the dossier.'
  },
  why: { vi: 'Vì sao là ngày này?', en: 'Why this day?' },
  thread: { vi: 'Hồ sơ và bưu gửi đã đi đâu', en: 'Where the dossier and its parcels have been' },
  threadHint: { vi: 'Nét liền: ở cơ quan. Nét đứt: trên đường.', en: 'Solid line: at an office. Dashed: on the road.' },
  papers: { vi: 'Giấy tờ đã nộp', en: 'Papers filed' },
  answers: { vi: 'Những điều đã khai', en: 'What was stated' },
  paperOnDesk: { vi: 'bản giấy ở cơ quan', en: 'on paper at the office' },
  paperByPost: { vi: 'đi cùng bưu điện', en: 'travels by post' },
  issued: { vi: 'Giấy cơ quan đã cấp', en: 'Papers issued to you' },
  result: { vi: 'Kết quả', en: 'Result' },
  resultSigned: { vi: '{signer} ký ngày {day}, số {number}.', en: 'Signed by {signer} on {day}, number {number}.' },
  resultRefused: { vi: 'Cơ quan từ chối giải quyết, lý do: {reason}', en: 'The office refused: {reason}' },
  resultDownload: { vi: 'Tải kết quả (PDF)', en: 'Download the result (PDF)' },
  resultDesk: {
    vi: 'Mời ông/bà đến quầy một cửa {agency} nhận kết quả, mang theo giấy hẹn và căn cước.',
    en: 'Collect it at the one-stop desk of {agency}; bring the receipt and your identity card.'
  },
  resultPost: { vi: 'Bưu điện lấy kết quả ở quầy và đưa đến ông/bà.', en: 'The post takes it from the desk and brings it to you.' },
  readers: { vi: 'Ai đã xem hồ sơ này', en: 'Who has seen this dossier' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
  confirmation: { vi: 'Trang xác nhận đã nộp', en: 'Filing confirmation' },
  more: { vi: 'Việc khác', en: 'Other things' },
  backTo: { vi: 'Quay lại hồ sơ', en: 'Back to the dossier' },
  refusedTitle: { vi: 'Hồ sơ không được tiếp nhận.', en: 'The dossier was not accepted.' },
  refusedDo: {
    vi: 'Lý do ghi trong phiếu từ chối ở dưới. Khi đã sửa, ông/bà có thể nộp lại từ đầu.',
    en: 'The reason is in the refusal paper below. Once it is mended you can file again.'
  },
  again: { vi: 'Nộp lại', en: 'File again' }
})

export const issuedWords = words({
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with the due date' },
  supplement_request: { vi: 'Phiếu yêu cầu bổ sung hồ sơ', en: 'Supplement request' },
  rejection: { vi: 'Phiếu từ chối tiếp nhận hồ sơ', en: 'Refusal at the desk' },
  apology: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new date' },
  filled_form: { vi: 'Tờ khai đã điền', en: 'Filled form' },
  filing_confirmation: { vi: 'Giấy xác nhận nộp hồ sơ', en: 'Filing confirmation' },
  payment_receipt: { vi: 'Biên lai thu phí, lệ phí', en: 'Receipt for fees' },
  postal_slip: { vi: 'Phiếu gửi hồ sơ qua bưu điện', en: 'Postal slip' },
  hand_over_slip: { vi: 'Biên nhận trao kết quả', en: 'Hand-over slip' }
})

export const todoWords = words({
  supplement: { vi: 'Ông/bà cần bổ sung {n} điều', en: '{n} things are asked of you' },
  supplementLead: {
    vi: 'Đây là tất cả những gì cần bổ sung, cơ quan chỉ yêu cầu một lần. Hỏi lúc {at}, người yêu cầu: {by}.',
    en: 'This is everything: the law allows one request. Asked at {at} by {by}.'
  },
  clockStopped: { vi: 'Thời hạn tính lại từ đầu khi ông/bà gửi đủ.', en: 'The time limit starts again when you have sent everything.' },
  note: { vi: 'Lời nhắn của cơ quan', en: 'Message of the office' },
  yourNote: { vi: 'Lời nhắn cho cơ quan', en: 'Message to the office' },
  yourNoteHint: {
    vi: 'Ví dụ: nói rõ điều đã sửa, khi không có giấy để tải lên',
    en: 'For example what you corrected, when there is no paper to upload'
  },
  send: { vi: 'Gửi bổ sung', en: 'Send the supplement' },
  sent: { vi: 'Đã gửi bổ sung. Cơ quan sẽ xem lại hồ sơ.', en: 'The supplement was sent. The office looks at the dossier again.' },
  bringInstead: { vi: 'Hoặc mang bản giấy đến quầy {agency}.', en: 'Or bring the papers to the desk of {agency}.' },
  payment: { vi: 'Ông/bà cần nộp phí, lệ phí', en: 'Please pay the fee' },
  paymentWhere: {
    vi: 'Nộp tại quầy một cửa {agency}, nói mã hồ sơ. Ông/bà nhận biên lai ngay. Thời hạn đang dừng và chạy tiếp khi đã nộp.',
    en: 'Pay at the one-stop desk of {agency} and quote the code. You get a receipt at once. The clock is stopped until then.'
  },
  places: { vi: 'Xem địa chỉ và giờ mở cửa', en: 'Address and opening hours' },
  collect: { vi: 'Mời ông/bà đến nhận kết quả', en: 'Your result is ready to collect' }
})

export const withdrawWords = words({
  title: { vi: 'Rút hồ sơ này?', en: 'Withdraw this dossier?' },
  text: {
    vi: 'Cơ quan dừng giải quyết và trả lại giấy tờ bản chính đã nhận. Hồ sơ đã rút thì không mở lại được; ông/bà có thể nộp hồ sơ mới.',
    en: 'The office stops and returns the originals it has. A withdrawn dossier cannot be reopened; you can file a new one.'
  },
  reason: { vi: 'Lý do rút', en: 'Reason' },
  confirm: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  keep: { vi: 'Không rút, quay lại hồ sơ', en: 'Keep it, go back' },
  done: { vi: 'Đã rút hồ sơ.', en: 'The dossier was withdrawn.' }
})

export const readerWords = words({
  title: { vi: 'Ai đã xem hồ sơ này', en: 'Who has seen this dossier' },
  lead: {
    vi: 'Mỗi lần người của cơ quan hay người được nhờ mở hồ sơ đều được ghi lại tại đây. Thấy lạ, xin gọi 1022.',
    en: 'Every time somebody of the office or a helper opens the dossier it is listed here. If something looks wrong, call 1022.'
  },
  none: { vi: 'Chưa có ai mở hồ sơ này.', en: 'Nobody has opened this dossier yet.' },
  back: { vi: 'Quay lại hồ sơ', en: 'Back to the dossier' },
  clerk: { vi: 'cán bộ một cửa', en: 'desk clerk' },
  officer: { vi: 'cán bộ xử lý', en: 'officer' },
  signer: { vi: 'lãnh đạo cơ quan', en: 'head of the agency' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  supervisor: { vi: 'phụ trách bộ phận một cửa', en: 'head of the one-stop section' },
  postman: { vi: 'nhân viên bưu điện', en: 'postal operator' },
  applicant: { vi: 'người được nhờ', en: 'helper' },
  partner: { vi: 'hệ thống của đối tác', en: 'a partner’s system' },
  system: { vi: 'hệ thống', en: 'the system' }
})

export const trackingWords = words({
  title: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  lead: {
    vi: 'Không cần đăng nhập. Hai điều sau có trên giấy hẹn hoặc tin nhắn.',
    en: 'No sign-in. Both things are on your receipt or in the message.'
  },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  codeHint: {
    vi: 'Ví dụ 000.00.18.H24-261113-0187. Quên dấu chấm cũng được.',
    en: 'Such as 000.00.18.H24-261113-0187. Dots may be left out.'
  },
  factor: { vi: '4 số cuối điện thoại hoặc căn cước đã khai', en: 'Last 4 digits of the phone or identity number you gave' },
  see: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  signedIn: { vi: 'Hồ sơ nộp trên trang này có đủ trong', en: 'Dossiers filed on this site are in' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  another: { vi: 'Tra cứu hồ sơ khác', en: 'Track another dossier' },
  privacy: {
    vi: 'Trang này không hiện tên đầy đủ, địa chỉ và giấy tờ. Đăng nhập để xem tất cả.',
    en: 'This page leaves out full names, addresses and papers. Sign in to see everything.'
  }
})

export const nextWords = words({
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  deskChecks: {
    vi: '{agency} kiểm tra hồ sơ; đủ giấy tờ thì gửi ông/bà giấy tiếp nhận có ngày hẹn trả.',
    en: '{agency} checks the dossier; when it is complete you get a receipt with the due date.'
  },
  postCollects: {
    vi: 'Bưu điện gọi số {phone} để hẹn giờ đến lấy giấy tờ. Xin để sẵn giấy tờ bản giấy.',
    en: 'The post calls {phone} to agree a time. Please have the papers ready.'
  },
  expected: {
    vi: 'Nếu được tiếp nhận lúc này thì hẹn trả kết quả là {day}.',
    en: 'Accepted at this moment, the result would be due on {day}.'
  },
  missing: {
    vi: 'Nếu thiếu giấy tờ, cơ quan báo ông/bà một lần, đủ mọi điều cần bổ sung.',
    en: 'If papers are missing you are told once, everything together.'
  },
  byDesk: {
    vi: 'Có kết quả, chúng tôi nhắn tin mời ông/bà đến quầy nhận.',
    en: 'When the result is ready we send you a message; you collect it at the desk.'
  },
  byPost: { vi: 'Có kết quả, bưu điện đưa đến {address}.', en: 'When the result is ready the post brings it to {address}.' },
  byFile: { vi: 'Có kết quả, ông/bà tải về tại trang hồ sơ này.', en: 'When the result is ready you download it from the dossier page.' }
})
