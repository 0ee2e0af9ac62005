// What the hall says: the machine that gives numbers, the printed slip, the display above the counters.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const kioskWords = words({
  title: { vi: 'Lấy số thứ tự', en: 'Take a number' },
  lead: { vi: 'Ông/bà cần làm gì? Xin chạm vào một ô.', en: 'What do you need? Touch one box.' },
  search: { vi: 'Tìm theo tên thủ tục', en: 'Find by the name of the procedure' },
  searchButton: { vi: 'Tìm', en: 'Find' },
  found: { vi: 'Thủ tục tìm thấy', en: 'Procedures found' },
  none: {
    vi: 'Không thấy thủ tục “{text}” ở quầy này. Xin chạm ô “Việc khác, xin hướng dẫn”.',
    en: 'No procedure “{text}” at this desk. Touch “Something else, please advise”.'
  },
  whoFirst: { vi: 'Ông/bà có thuộc diện được gọi trước không?', en: 'Are you among those called first?' },
  chosen: { vi: 'Việc cần làm: {topic}', en: 'You came for: {topic}' },
  ordinary: { vi: 'Không, lấy số thường', en: 'No, an ordinary number' },
  notInHall: { vi: 'Giấy tờ chứng minh chỉ cần đưa ra tại quầy.', en: 'Any proof is only shown at the counter.' },
  back: { vi: 'Chọn lại từ đầu', en: 'Start again' },
  waiting: { vi: 'Đang có {n} người chờ', en: '{n} people are waiting' },
  other: { vi: 'English', en: 'Tiếng Việt' }
})

/** What people come for when it is no one procedure. The first begins something, the second ends it. */
export const topics = [
  { id: 'nop', vi: 'Nộp hồ sơ', en: 'File a dossier' },
  { id: 'nhan', vi: 'Nhận kết quả', en: 'Collect a result' },
  { id: 'bo-sung', vi: 'Bổ sung giấy tờ', en: 'Bring missing papers' },
  { id: 'nop-phi', vi: 'Nộp phí, lệ phí', en: 'Pay a fee' },
  { id: 'khac', vi: 'Việc khác, xin hướng dẫn', en: 'Something else, please advise' }
] as const satisfies readonly (Words & { id: string })[]

export const slipWords = words({
  title: { vi: 'Số thứ tự của ông/bà', en: 'Your number' },
  at: { vi: 'Lấy lúc {at}', en: 'Taken at {at}' },
  first: { vi: 'Được gọi trước: {why}', en: 'Called first: {why}' },
  ahead: { vi: 'Còn {n} người trước ông/bà', en: '{n} people before you' },
  next: { vi: 'Ông/bà là người tiếp theo', en: 'You are next' },
  about: { vi: 'Chờ khoảng {n} phút, tính theo nhịp của hôm nay', en: 'About {n} minutes, going by today’s pace' },
  soon: { vi: 'Chờ chưa đến 5 phút', en: 'Less than 5 minutes' },
  called: { vi: 'Đang được gọi: xin đến quầy {n}', en: 'You are called: go to counter {n}' },
  done: { vi: 'Lượt này đã xong. Cảm ơn ông/bà.', en: 'This turn is over. Thank you.' },
  missed: {
    vi: 'Đã gọi mà không thấy ông/bà. Số còn dùng trong hôm nay: xin báo quầy bất kỳ.',
    en: 'You were called and not seen. The number is good for today: tell any counter.'
  },
  old: { vi: 'Số này đã hết hạn, chỉ dùng trong ngày {day}.', en: 'This number is over; it was for {day}.' },
  qr: { vi: 'Quét mã để xem còn bao nhiêu người', en: 'Scan to see how many are before you' },
  print: { vi: 'In số', en: 'Print' },
  again: { vi: 'Xong, về màn hình đầu', en: 'Done, back to the start' },
  reload: { vi: 'Xem lại', en: 'Look again' }
})

export const displayWords = words({
  title: { vi: 'Mời đến quầy', en: 'Now calling' },
  number: { vi: 'Số', en: 'Number' },
  counter: { vi: 'Quầy', en: 'Counter' },
  counterN: { vi: 'Quầy {n}', en: 'Counter {n}' },
  nobody: { vi: 'Chưa gọi số nào. Xin lấy số và chờ trong giây lát.', en: 'Nobody is called yet. Take a number and wait a moment.' },
  waiting: { vi: '{n} người đang chờ', en: '{n} waiting' },
  sound: { vi: 'Bật giọng đọc', en: 'Read numbers aloud' },
  soundOff: { vi: 'Tắt giọng đọc', en: 'Stop reading aloud' },
  first: { vi: 'Số bắt đầu bằng U được gọi trước', en: 'Numbers with U are called first' },
  lost: { vi: 'Mất kết nối, đang nối lại', en: 'Connection lost, trying again' }
})
