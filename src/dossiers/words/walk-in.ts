// Words around a walk-in: the scanned card, who is known already, an open twin, how the fee is paid, what follows; and slips of guidance.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const scanWords = words({
  field: { vi: 'Quét căn cước hoặc phiếu hướng dẫn', en: 'Scan the identity card, or a slip' },
  read: { vi: 'Đọc', en: 'Read' },
  unreadable: {
    vi: 'Không thấy số căn cước trong mã vừa quét. Xin quét lại, hoặc gõ 12 số vào ô này rồi bấm Enter',
    en: 'No identity number in what was scanned. Scan again, or type the 12 digits here and press Enter'
  },
  onlyNumber: {
    vi: 'Máy quét chỉ đưa được số căn cước (chữ có dấu bị hỏng, hoặc thẻ kiểu mới). Xin điền và kiểm tra các ô còn lại.',
    en: 'The scanner gave only the number (broken accents, or a new kind of card). Fill in and check the other fields.'
  },
  whole: { vi: 'Đã điền từ căn cước. Xin so với thẻ.', en: 'Filled in from the card. Compare with it.' },
  disagrees: {
    vi: 'Số căn cước không khớp với ngày sinh hoặc giới tính. Xin xem lại thẻ; vẫn nhận được.',
    en: 'The number does not agree with birth date or sex. Look at the card again; you may go on.'
  },
  last: {
    vi: 'Lần trước: {day}, {procedure}. Xin hỏi lại điện thoại, địa chỉ.',
    en: 'Last time: {day}, {procedure}. Ask whether phone and address still hold.'
  },
  account: {
    vi: 'Có tài khoản Một Cửa đã xác thực bằng {provider}, cùng số căn cước và họ tên.',
    en: 'Has a Một Cửa account verified by {provider}, with the same number and name.'
  },
  attach: { vi: 'Đưa hồ sơ này vào tài khoản đó', en: 'Put this dossier into that account' },
  phoneOnly: {
    vi: 'Số điện thoại này có một tài khoản Một Cửa, nhưng số điện thoại không chứng minh là ai nên hồ sơ không đưa vào tài khoản. Người nộp theo dõi bằng mã hồ sơ.',
    en: 'This phone has a Một Cửa account, but a phone proves nobody, so the dossier is not put into it. The filer follows it by its code.'
  },
  open: { vi: 'Đang có {n} hồ sơ chưa xong ở đây', en: '{n} open dossiers here' },
  more: { vi: 'Máy ảnh đọc thẻ, thư điện tử', en: 'Camera for the card, e-mail' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  ticket: { vi: 'Số chờ {number}', en: 'Ticket {number}' },
  back: {
    vi: 'Mở lại phiếu {number}, lập {day}. Xin nhận các giấy còn thiếu.',
    en: 'Slip {number} of {day} reopened. Take the missing papers.'
  }
})

export const twinWords = words({
  title: { vi: 'Đang có hồ sơ cùng thủ tục chưa xong', en: 'An open dossier of the same procedure' },
  what: { vi: 'So sánh', en: 'Compared' },
  there: { vi: 'Hồ sơ đang có', en: 'The open one' },
  here: { vi: 'Hồ sơ sắp nhận', en: 'The new one' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  none: { vi: 'Chưa có', en: 'None yet' },
  subject: { vi: 'Nội dung', en: 'Asked for' },
  filed: { vi: 'Nộp lúc', en: 'Filed' },
  now: { vi: 'Bây giờ, {time}', en: 'Now, {time}' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  state: { vi: 'Trạng thái', en: 'State' },
  notYet: { vi: 'Chưa nhận', en: 'Not accepted' },
  confirm: { vi: 'Đã xem hồ sơ đang có, vẫn nhận hồ sơ mới', en: 'I have looked at it; accept another one' }
})

export const feeWords = words({
  count: { vi: 'Số {unit}: {name}', en: 'How many {unit}: {name}' },
  met: { vi: 'Thu: {name}', en: 'Charge: {name}' },
  sum: { vi: 'Phải thu', en: 'To be paid' },
  how: { vi: 'Thu tiền', en: 'Payment' },
  later: { vi: 'Thu sau', en: 'Later' },
  cash: { vi: 'Tiền mặt, thu ngay', en: 'Cash now' },
  transfer: { vi: 'Mã VietQR', en: 'VietQR code' },
  uncounted: { vi: 'Ghi số trang, số bản để ra tiền.', en: 'Enter how many pages or copies to get the amount.' }
})

export const paperWords = words({
  form: { vi: 'Loại bản: {name}', en: 'Kind of copy: {name}' },
  toScan: { vi: 'Đến bản quét', en: 'To the scans' },
  slip: { vi: 'Thiếu giấy: in phiếu', en: 'Papers missing: slip' },
  slipSms: { vi: 'Phiếu + tin nhắn', en: 'Slip and message' },
  slipNote: { vi: 'Dặn thêm trên phiếu hướng dẫn', en: 'A remark on the slip' }
})

export const doneWords = words({
  title: { vi: 'Đã nhận hồ sơ', en: 'Dossier accepted' },
  due: { vi: 'Hẹn trả trước {time}', en: 'Due by {time}' },
  noDue: { vi: 'Thủ tục này không có hạn theo ngày.', en: 'This procedure has no due date.' },
  papers: { vi: 'Giấy để in', en: 'To print' },
  making: {
    vi: 'Đang tạo giấy tiếp nhận, khoảng vài giây. Trang tự cập nhật.',
    en: 'The receipt is being made; this page updates itself.'
  },
  slow: {
    vi: 'Giấy tiếp nhận chưa tạo xong. Hồ sơ đã nhận, số và hạn ở trên là đúng. Xin mở hồ sơ sau ít phút để in.',
    en: 'The receipt is not ready. The dossier is accepted, number and due date hold. Open it in a few minutes to print.'
  },
  ready: { vi: 'Giấy tiếp nhận đã có, hộp in tự mở.', en: 'The receipt is ready; the print dialog opens by itself.' },
  print: { vi: 'In giấy tiếp nhận', en: 'Print the receipt' },
  printMoney: { vi: 'In biên lai {number}', en: 'Print payment receipt {number}' },
  message: { vi: 'Tin nhắn có mã hồ sơ và ngày hẹn gửi đến {phone}.', en: 'A message with code and due date goes to {phone}.' },
  money: { vi: 'Tiền', en: 'Money' },
  paid: { vi: 'Đã thu {amount}', en: '{amount} paid' },
  owed: { vi: 'Còn phải thu {amount}', en: '{amount} to be paid' },
  free: { vi: 'Không thu tiền.', en: 'Nothing to pay.' },
  show: {
    vi: 'Đưa mã này cho người nộp quét. Tiền đến thì trang báo.',
    en: 'Let the citizen scan this. The page says when the money came.'
  },
  qr: { vi: 'Mã VietQR {amount}, nội dung {ref}', en: 'VietQR code for {amount}, reference {ref}' },
  next: { vi: 'Người tiếp theo', en: 'Next person' },
  look: { vi: 'Mở hồ sơ', en: 'Open the dossier' }
})

export const guidanceWords = words({
  title: { vi: 'Phiếu hướng dẫn {number}', en: 'Slip {number}' },
  list: { vi: 'Phiếu hướng dẫn', en: 'Slips of guidance' },
  made: { vi: 'Chưa nhận hồ sơ. Người nộp mang thêm {n} giấy tờ.', en: 'Not accepted. {n} more papers are to be brought.' },
  missing: { vi: 'Còn thiếu', en: 'Missing' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  visitor: { vi: 'Người đến', en: 'Visitor' },
  nobody: { vi: 'Không ghi tên', en: 'No name given' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  note: { vi: 'Dặn thêm', en: 'Remark' },
  kept: { vi: 'Giữ đến hết', en: 'Kept until' },
  day: { vi: 'Ngày', en: 'Day' },
  number: { vi: 'Số phiếu', en: 'Slip' },
  print: { vi: 'In phiếu', en: 'Print the slip' },
  sent: { vi: 'Danh sách giấy tờ gửi bằng tin nhắn đến {phone}.', en: 'The list goes to {phone} as a message.' },
  printing: { vi: 'Hộp in tự mở.', en: 'The print dialog opens by itself.' },
  reopen: { vi: 'Đã mang đủ: mở lại', en: 'Came back: reopen' },
  find: { vi: 'Số phiếu hoặc số điện thoại', en: 'Slip number or phone' },
  findButton: { vi: 'Tìm', en: 'Find' },
  empty: { vi: 'Không có phiếu nào đang chờ người quay lại.', en: 'No slip waits for its visitor.' },
  wasted: { vi: 'Lượt đến uổng công, {n} ngày qua', en: 'Trips for nothing, last {n} days' },
  trips: { vi: 'Số lượt', en: 'Trips' },
  cameBack: { vi: 'Đã quay lại nộp', en: 'Came back' },
  noneWasted: { vi: 'Không có ai phải về vì thiếu giấy.', en: 'Nobody was sent home for a missing paper.' },
  none: { vi: 'Không có phiếu nào khớp với “{text}” trong 30 ngày qua.', en: 'No slip of the last 30 days matches “{text}”.' }
})
