// The counters as the people behind them call things: the bar with the turn, the day's figures, shift and cash, hand-out, notes.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''))

export const barWords = words({
  bar: { vi: 'Quầy của tôi', en: 'My counter' },
  counter: { vi: 'Quầy {n}', en: 'Counter {n}' },
  noShift: { vi: 'Chưa mở ca hôm nay.', en: 'No shift is open.' },
  openShift: { vi: 'Mở ca', en: 'Open the shift' },
  shift: { vi: 'Ca làm việc', en: 'Shift' },
  nobody: { vi: 'Chưa gọi ai', en: 'Nobody called' },
  serving: { vi: 'Đang ở quầy', en: 'At the counter' },
  first: { vi: 'được gọi trước: {why}', en: 'goes first: {why}' },
  calledTimes: { vi: 'đã gọi {n} lần', en: 'called {n} times' },
  next: { vi: 'Gọi tiếp', en: 'Call next' },
  again: { vi: 'Gọi lại', en: 'Call again' },
  missed: { vi: 'Vắng mặt', en: 'Not there' },
  done: { vi: 'Xong', en: 'Done' },
  accept: { vi: 'Tiếp nhận', en: 'Accept' },
  handOut: { vi: 'Trả kết quả', en: 'Hand out' },
  called: { vi: 'Đã gọi số {code} đến quầy {n}.', en: 'Called {code} to counter {n}.' },
  endedMissed: { vi: 'Đã ghi {code} vắng mặt. Số còn dùng trong hôm nay.', en: '{code} was not there. The number is good for today.' },
  endedDone: { vi: 'Đã xong số {code}.', en: '{code} is done.' }
})

export const turnWords = words({
  title: { vi: 'Số thứ tự', en: 'Queue' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  missed: { vi: 'Đã gọi mà vắng', en: 'Called, not there' },
  code: { vi: 'Số', en: 'Number' },
  topic: { vi: 'Việc', en: 'Came for' },
  taken: { vi: 'Lấy lúc', en: 'Taken at' },
  waited: { vi: 'Đã chờ', en: 'Waited' },
  minutes: { vi: '{n} phút', en: '{n} min' },
  tooLong: { vi: 'quá {n} phút', en: 'over {n} min' },
  none: { vi: 'Không còn ai chờ.', en: 'Nobody waits.' },
  noneMissed: { vi: 'Không ai vắng.', en: 'Nobody was missed.' },
  callMissed: { vi: 'Gọi số này', en: 'Call this number' },
  kiosk: { vi: 'Màn hình lấy số', en: 'Ticket machine' },
  display: { vi: 'Màn hình gọi số', en: 'Display of calls' },
  limit: { vi: 'Không ai nên chờ quá {n} phút', en: 'Nobody should wait more than {n} minutes' },
  limitUnsure: { vi: 'chưa đối chiếu văn bản', en: 'not checked against the text' },
  offline: {
    vi: 'Màn hình gọi số hỏng hoặc mất mạng: đọc to số ở trên, số to trong ô “Đang ở quầy”.',
    en: 'If the display fails, read out the number above.'
  }
})

export const todayWords = words({
  title: { vi: 'Hôm nay', en: 'Today' },
  waiting: { vi: 'Người chờ', en: 'People waiting' },
  waitingLong: { vi: '{n} người chờ quá {m} phút', en: '{n} waited over {m} min' },
  waitingSince: { vi: 'lâu nhất {n} phút', en: 'longest {n} min' },
  incoming: { vi: 'Mới gửi đến', en: 'New filings' },
  oldest: { vi: 'cũ nhất từ {at}', en: 'oldest from {at}' },
  arrivals: { vi: 'Bưu gửi đang về', en: 'Parcels coming' },
  ready: { vi: 'Kết quả chờ trả', en: 'Results to hand out' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  dueToday: { vi: '{n} đến hạn hôm nay', en: '{n} due today' },
  mismatches: { vi: 'Tiền cần đối soát', en: 'Money to reconcile' },
  drafts: { vi: 'Hướng dẫn còn dở', en: 'Unfinished walk-ins' },
  draftsHint: { vi: 'giữ 30 ngày', en: 'kept 30 days' },
  seconds: { vi: 'Xin bổ sung lần hai', en: 'Second requests' },
  secondsHint: { vi: 'chờ duyệt', en: 'to be approved' },
  enter: { vi: 'Việc tiếp theo', en: 'Next task' },
  quiet: {
    vi: 'Hết việc gấp. Xin xem hồ sơ tồn: {n} hồ sơ đang mở.',
    en: 'Nothing urgent. See the backlog: {n} open dossiers.'
  }
})

export const shiftWords = words({
  title: { vi: 'Ca làm việc', en: 'Shift' },
  openTitle: { vi: 'Mở ca', en: 'Open a shift' },
  counter: { vi: 'Quầy số', en: 'Counter number' },
  float: { vi: 'Tiền lẻ đầu ca (đồng)', en: 'Cash at the start (VND)' },
  floatHint: { vi: 'Ví dụ 200.000; không có thì ghi 0', en: 'Such as 200.000; 0 when none' },
  open: { vi: 'Mở ca', en: 'Open the shift' },
  opened: { vi: 'Đã mở ca tại quầy {n}.', en: 'The shift at counter {n} is open.' },
  closeTitle: { vi: 'Đóng ca, quầy {n}', en: 'Close the shift, counter {n}' },
  since: { vi: 'Mở lúc {at}, tiền đầu ca {float}', en: 'Open since {at}, cash at the start {float}' },
  receipts: { vi: 'Biên lai tiền mặt trong ca', en: 'Cash receipts of the shift' },
  noReceipts: { vi: 'Ca này chưa thu tiền mặt.', en: 'No cash was taken in this shift.' },
  number: { vi: 'Số biên lai', en: 'Receipt' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  at: { vi: 'Lúc', en: 'At' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  givenBack: { vi: 'trả lại', en: 'given back' },
  count: { vi: 'Đếm tiền trong két', en: 'Count the drawer' },
  notes: { vi: 'Số tờ {value}', en: 'How many of {value}' },
  expected: { vi: 'Phải có', en: 'Should be' },
  counted: { vi: 'Đếm được', en: 'Counted' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  sumFloat: { vi: 'Tiền đầu ca', en: 'Cash at the start' },
  sumPaid: { vi: 'Thu tiền mặt', en: 'Cash taken' },
  sumRefunded: { vi: 'Trả lại tiền mặt', en: 'Cash given back' },
  reason: { vi: 'Lý do chênh lệch', en: 'Reason for the difference' },
  reasonHint: { vi: 'Bỏ trống khi không lệch', en: 'Leave empty when there is none' },
  handedTo: { vi: 'Bàn giao cho', en: 'Handed over to' },
  close: { vi: 'Đóng ca', en: 'Close the shift' },
  closed: { vi: 'Đã đóng ca. Người khác cần đếm lại và xác nhận.', en: 'The shift is closed. Somebody else counts and confirms.' },
  openThings: { vi: 'Còn dở khi đóng ca', en: 'Left open at the close' },
  nothingOpen: { vi: 'Không còn việc dở.', en: 'Nothing is left open.' },
  report: { vi: 'Biên bản đóng ca', en: 'Record of the shift' },
  pdf: { vi: 'Mở biên bản để in', en: 'Open the record to print' },
  confirm: { vi: 'Đã đếm lại, xác nhận', en: 'Counted again, confirm' },
  confirmedBy: { vi: '{name} xác nhận lúc {at}', en: 'Confirmed by {name} at {at}' },
  waitsForEyes: { vi: 'Chờ người thứ hai đếm lại và xác nhận', en: 'Waits for a second person to count and confirm' },
  confirmed: { vi: 'Đã xác nhận ca.', en: 'The shift is confirmed.' },
  list: { vi: 'Các ca gần đây', en: 'Recent shifts' },
  clerk: { vi: 'Người ngồi quầy', en: 'Clerk' },
  state: { vi: 'Tình trạng', en: 'State' },
  stateOpen: { vi: 'đang mở', en: 'open' },
  stateClosed: { vi: 'chờ xác nhận', en: 'to be confirmed' },
  stateConfirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  view: { vi: 'Xem', en: 'See' },
  none: { vi: 'Chưa có ca nào.', en: 'No shifts yet.' }
})

export const openThingWords: Record<'ticket' | 'result' | 'mismatch' | 'incoming' | 'offline', Words> = words({
  ticket: { vi: 'Người còn ở quầy', en: 'Still at the counter' },
  result: { vi: 'Kết quả chưa trả', en: 'Results not handed out' },
  incoming: { vi: 'Hồ sơ mới chưa kiểm tra', en: 'Filings not yet checked' },
  mismatch: { vi: 'Tiền chưa đối soát', en: 'Money not reconciled' },
  offline: { vi: 'Hồ sơ ngoại tuyến chưa đồng bộ', en: 'Offline dossiers not yet synced' }
})

export const handOutWords = words({
  title: { vi: 'Trả kết quả', en: 'Hand out a result' },
  scan: { vi: 'Quét giấy hẹn, hoặc gõ mã hồ sơ', en: 'Scan the receipt, or type the code' },
  scanHint: { vi: 'Gõ 4 số cuối của mã cũng được', en: 'The last 4 digits will do' },
  find: { vi: 'Tìm', en: 'Find' },
  notFound: {
    vi: 'Không thấy hồ sơ “{text}” ở cơ quan này. Xin xem lại mã trên giấy hẹn.',
    en: 'No dossier “{text}” at this agency. Check the code on the receipt.'
  },
  notReady: { vi: 'Hồ sơ này chưa có kết quả để trả: {state}.', en: 'There is no result to hand out yet: {state}.' },
  goneByPost: {
    vi: 'Kết quả đi bằng bưu điện, không trả tại quầy khi bưu gửi còn đang đi.',
    en: 'The result goes by post and is not handed out while the parcel is on its way.'
  },
  see: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  shelf: { vi: 'Ô trên kệ', en: 'Shelf' },
  noShelf: { vi: 'Chưa ghi ô trên kệ', en: 'No place on the shelf noted' },
  place: { vi: 'Xếp vào ô', en: 'Put on the shelf' },
  placed: { vi: 'Đã xếp vào ô {shelf}.', en: 'Put at {shelf}.' },
  who: { vi: 'Người nhận và giấy tờ tùy thân', en: 'Who receives, and the identity paper' },
  proxy: { vi: 'Nhận thay: giấy ủy quyền', en: 'For somebody else: the authorisation' },
  proxyHint: {
    vi: 'Chụp hoặc quét giấy ủy quyền (PDF, JPG, PNG). Chính chủ nhận thì bỏ trống.',
    en: 'Photograph or scan the authorisation (PDF, JPG, PNG). Empty when the applicant is here.'
  },
  fee: { vi: 'Còn phải thu', en: 'Still owed' },
  cash: { vi: 'Đã thu tiền mặt {amount}', en: 'Cash taken: {amount}' },
  originals: { vi: 'Giấy tờ bản chính trả kèm', en: 'Originals given back' },
  originalsHint: { vi: 'Đánh dấu từng giấy đã trao lại.', en: 'Tick each paper given back.' },
  sign: { vi: 'Chữ ký người nhận', en: 'Signature of the receiver' },
  signHint: {
    vi: 'Xoay màn hình để người nhận ký, rồi bấm nút trả kết quả.',
    en: 'Turn the screen to the receiver to sign, then press the button.'
  },
  handOver: { vi: 'Trả kết quả', en: 'Hand out' },
  done: { vi: 'Đã trả kết quả {code} cho {name}.', en: '{code} was handed to {name}.' },
  slip: {
    vi: 'Giấy biên nhận trả kết quả đang được tạo, mở ở trang hồ sơ.',
    en: 'The hand-out slip is being made; open it on the dossier’s page.'
  },
  slipOpen: { vi: 'In giấy biên nhận', en: 'Print the slip' },
  ready: { vi: 'Kết quả chờ trả', en: 'Results to hand out' },
  noneReady: { vi: 'Không còn kết quả nào chờ trả.', en: 'No result waits.' }
})

export const noteWords = words({
  title: { vi: 'Ghi chú của quầy', en: 'Notes of the desk' },
  add: { vi: 'Thêm ghi chú', en: 'Add a note' },
  label: { vi: 'Ghi chú cho đồng nghiệp', en: 'A note for colleagues' },
  hint: { vi: 'Người dân không thấy ghi chú này.', en: 'Citizens do not see it.' },
  none: { vi: 'Chưa có ghi chú.', en: 'No notes yet.' },
  added: { vi: 'Đã thêm ghi chú.', en: 'The note was added.' }
})
