// Words of the head who signs: the list, the order, what became of each.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const signWords = words({
  title: { vi: 'Ký kết quả', en: 'Sign results' },
  waiting: { vi: 'Chờ ký', en: 'Waiting for signature' },
  caption: {
    vi: 'Chờ lâu nhất trước. Mở từng văn bản để đọc, bỏ dấu ở văn bản chưa ký.',
    en: 'Longest waiting first. Open each to read it; untick what is not to be signed.'
  },
  choose: { vi: 'Ký', en: 'Sign' },
  chooseThis: { vi: 'Ký văn bản của hồ sơ {code}', en: 'Sign the document of dossier {code}' },
  read: { vi: 'Đọc', en: 'Read' },
  own: { vi: 'Ông/bà soạn, người khác ký', en: 'Drafted by you, somebody else signs' },
  none: { vi: 'Không có văn bản nào chờ ký.', en: 'Nothing waits to be signed.' },
  password: { vi: 'Mật khẩu của người ký', en: 'Password of who signs' },
  passwordHint: {
    vi: 'Nhập một lần cho cả lần ký này. Chữ ký số của cơ quan được đóng theo lệnh của ông/bà.',
    en: 'Entered once for this order. The certificate of the agency signs on your order.'
  },
  sign: { vi: 'Ký các văn bản đã chọn', en: 'Sign what is ticked' },
  atMost: { vi: 'Nhiều nhất {most} văn bản mỗi lần.', en: 'At most {most} documents at once.' },
  more: { vi: 'Còn văn bản khác ở sau; ký xong lần này sẽ hiện tiếp.', en: 'There are more; they follow when these are signed.' },
  lastTime: { vi: 'Lần trước: {why}', en: 'Last time: {why}' },
  orders: { vi: 'Các lần ký gần đây', en: 'Recent orders' },
  orderAt: { vi: 'Lần ký lúc {at}', en: 'Order of {at}' },
  counts: {
    vi: '{signed} đã ký, {waiting} đang chờ, {failed} chưa ký được',
    en: '{signed} signed, {waiting} waiting, {failed} not signed'
  },
  ordered: { vi: 'Đã ra lệnh ký {n} văn bản.', en: '{n} documents are ordered to be signed.' },
  orderedLeft: {
    vi: 'Đã ra lệnh ký {n} văn bản; {left} văn bản không ký được, lý do ghi bên dưới.',
    en: '{n} documents are ordered; {left} cannot be signed, for the reasons below.'
  },
  nothing: { vi: 'Không văn bản nào ký được: {why}', en: 'Nothing could be signed: {why}' },
  progress: { vi: 'Đã ký {done} trên {all}', en: '{done} of {all} signed' },
  working: {
    vi: 'Đang ký. Ông/bà đóng trang này cũng không sao, việc ký vẫn tiếp tục.',
    en: 'Signing. You may close this page, it goes on.'
  },
  finished: { vi: 'Lần ký này đã xong.', en: 'This order is done.' },
  refresh: { vi: 'Xem lại', en: 'Look again' },
  stop: { vi: 'Dừng phần còn chờ', en: 'Stop what still waits' },
  stopped: { vi: 'Đã dừng {n} văn bản còn chờ.', en: '{n} waiting documents were stopped.' },
  again: { vi: 'Về danh sách chờ ký để ký lại', en: 'Back to the list to sign again' },
  state: { vi: 'Tình trạng', en: 'State' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  isWaiting: { vi: 'Đang chờ', en: 'Waiting' },
  failed: { vi: 'Chưa ký được', en: 'Not signed' },
  number: { vi: 'Số', en: 'Number' },
  order: { vi: 'STT', en: 'No.' },
  seen: { vi: 'Xem văn bản', en: 'See the document' },
  all: { vi: 'Tổng cộng {n} văn bản chờ ký', en: '{n} documents wait to be signed' }
})
