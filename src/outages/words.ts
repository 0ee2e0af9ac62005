// Words of a desk without a network: its screen, its receipt, and the list of what could not be taken in.
import type { Words } from '../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const screenWords = words({
  title: { vi: 'Tiếp nhận khi mất mạng', en: 'Accepting without a network' },
  needsScript: {
    vi: 'Màn hình này cần JavaScript. Xin bật JavaScript trong trình duyệt của máy quầy.',
    en: 'This screen needs JavaScript. Switch it on in the browser of the desk.'
  },
  unable: {
    vi: 'Trình duyệt này cũ quá, không nhận hồ sơ khi mất mạng được. Cần Chrome hoặc Edge từ bản 144. Trong lúc chờ, xin ghi sổ giấy và hẹn ông/bà gọi lại.',
    en: 'This browser is too old to accept without a network. Chrome or Edge 144 or later is needed. Meanwhile write the dossier down on paper.'
  },
  unprepared: {
    vi: 'Máy này chưa có số hồ sơ cho hôm nay. Khi có mạng, xin mở trang “Khi mất mạng” và bấm “Chuẩn bị máy này”.',
    en: 'This machine has no numbers for today. With a network, open “Without a network” and press “Prepare this machine”.'
  },
  left: { vi: 'Còn {n} số', en: '{n} numbers left' },
  waiting: { vi: '{n} hồ sơ chờ gửi', en: '{n} waiting to be sent' },
  none: { vi: 'Không có hồ sơ nào chờ gửi', en: 'Nothing waits to be sent' },
  clock: { vi: 'Giờ của máy: {time}', en: 'Time of this machine: {time}' },
  scan: { vi: 'Quét thẻ căn cước, hoặc gõ 12 số', en: 'Scan the identity card, or type the 12 digits' },
  read: { vi: 'Đọc thẻ', en: 'Read' },
  badScan: { vi: 'Chưa đọc được thẻ. Xin quét lại hoặc gõ số.', en: 'The card could not be read. Scan again or type the number.' },
  onlyNumber: { vi: 'Thẻ chỉ đọc được số. Xin gõ họ và tên như trên thẻ.', en: 'Only the number was read. Type the name as on the card.' },
  send: { vi: 'Gửi ngay', en: 'Send now' },
  sent: { vi: 'Đã gửi {n} hồ sơ.', en: '{n} dossiers sent.' },
  stillGone: { vi: 'Vẫn chưa có mạng. Hồ sơ nằm yên trên máy này.', en: 'Still no network. The dossiers are safe on this machine.' },
  signIn: { vi: 'Có mạng rồi nhưng phiên đăng nhập đã hết.', en: 'The network is back, but the session has ended.' },
  signInLink: { vi: 'Đăng nhập rồi gửi', en: 'Sign in and send' },
  accepted: {
    vi: 'Đã nhận hồ sơ {code}, hẹn trả {due}. Giấy tiếp nhận đang được in.',
    en: 'Accepted {code}, due {due}. The receipt is being printed.'
  },
  printAgain: { vi: 'In lại', en: 'Print again' },
  mend: { vi: 'Sửa', en: 'Mend' },
  mending: {
    vi: 'Đang sửa hồ sơ {code}. Số và giờ nhận giữ nguyên; sửa xong xin in lại giấy và đưa cho người nộp.',
    en: 'Mending {code}. Number and time stay; print the receipt again when done.'
  },
  giveUp: { vi: 'Hủy số này', en: 'Give this number up' },
  why: { vi: 'Lý do hủy', en: 'Why it is given up' },
  list: { vi: 'Hồ sơ trên máy này', en: 'Dossiers on this machine' },
  caption: { vi: 'Số, người nộp, giờ nhận và tình trạng', en: 'Number, person, time and state' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  who: { vi: 'Người nộp', en: 'Filed by' },
  when: { vi: 'Nhận lúc', en: 'Accepted at' },
  state: { vi: 'Tình trạng', en: 'State' },
  act: { vi: 'Việc', en: 'Act' },
  stateSigned: { vi: 'Chờ gửi', en: 'Waiting' },
  stateAccepted: { vi: 'Đã vào sổ', en: 'Registered' },
  stateVoided: { vi: 'Đã hủy số', en: 'Given up' },
  stateRefused: { vi: 'Chưa vào sổ được', en: 'Not taken in' },
  empty: { vi: 'Chưa nhận hồ sơ nào ở đây.', en: 'Nothing was accepted here yet.' },
  noPapers: { vi: 'Chọn thủ tục để thấy giấy tờ phải có.', en: 'Choose a procedure to see its papers.' },
  times: { vi: 'Số lượng: {name}', en: 'How many: {name}' },
  pay: { vi: 'Lệ phí', en: 'Fee' },
  cash: { vi: 'Thu tiền mặt ngay', en: 'Cash now' },
  later: { vi: 'Thu sau', en: 'Pay later' },
  sum: { vi: 'Cộng', en: 'Sum' },
  prints: {
    vi: 'Giấy tiếp nhận có chữ ký của máy và của thành phố, in ngay.',
    en: 'The receipt, signed by machine and city, prints at once.'
  },
  handedOver: {
    vi: 'Những gì đã gõ trước khi mất mạng đã được đưa sang đây.',
    en: 'What was typed before the network went has been carried over.'
  }
})

export const pageWords = words({
  title: { vi: 'Khi mất mạng', en: 'Without a network' },
  lead: {
    vi: 'Máy quầy được chuẩn bị trước vẫn tiếp nhận, in giấy hẹn có chữ ký khi mất mạng, và tự gửi lên khi có mạng lại.',
    en: 'A machine prepared beforehand goes on accepting and printing signed receipts without a network, and sends everything when it is back.'
  },
  machine: { vi: 'Máy này', en: 'This machine' },
  machineScript: { vi: 'Phần này cần JavaScript.', en: 'This part needs JavaScript.' },
  prepare: { vi: 'Chuẩn bị máy này', en: 'Prepare this machine' },
  prepareHint: {
    vi: 'Chỉ bấm ở máy của quầy. Máy được cấp một khóa riêng và {n} số hồ sơ của hôm nay; số không dùng được trả lại vào cuối ngày.',
    en: 'Only at a machine of the desk. It gets a key of its own and {n} of today’s numbers; unused ones go back at the end of the day.'
  },
  preparing: { vi: 'Đang lấy số và dữ liệu…', en: 'Fetching numbers and data…' },
  ready: { vi: 'Máy đã sẵn sàng: còn {n} số cho hôm nay.', en: 'Ready: {n} numbers left for today.' },
  notReady: { vi: 'Chưa lấy được số. Xin bấm lại sau ít phút.', en: 'No numbers yet. Press again in a few minutes.' },
  open: { vi: 'Mở màn hình tiếp nhận khi mất mạng', en: 'Open the screen for outages' },
  retire: { vi: 'Thôi dùng máy này', en: 'Retire this machine' },
  retired: { vi: 'Đã trả số và xóa hết dữ liệu trên máy.', en: 'Numbers are returned and everything here is deleted.' },
  retireFirst: {
    vi: 'Còn hồ sơ chờ gửi hoặc cần sửa; chưa thể thôi dùng máy.',
    en: 'Something still waits; the machine cannot be retired yet.'
  },
  refused: { vi: 'Chưa vào sổ được', en: 'Not taken in' },
  refusedCaption: { vi: 'Hồ sơ chưa vào sổ và lý do', en: 'Dossiers not taken in, and why' },
  recentCaption: { vi: 'Hồ sơ nhận lúc mất mạng, mới nhất trước', en: 'Dossiers accepted without a network, newest first' },
  leasesCaption: { vi: 'Từng dải số và người mượn', en: 'Each block and who has it' },
  refusedNone: { vi: 'Mọi hồ sơ nhận lúc mất mạng đã vào sổ.', en: 'Everything accepted without a network is registered.' },
  number: { vi: 'Số', en: 'Number' },
  who: { vi: 'Người nộp, thủ tục', en: 'Filed by, procedure' },
  at: { vi: 'Nhận lúc', en: 'Accepted at' },
  reason: { vi: 'Vì sao', en: 'Why' },
  by: { vi: 'Người gửi', en: 'Sent by' },
  act: { vi: 'Việc', en: 'Act' },
  retry: { vi: 'Thử lại', en: 'Try again' },
  despite: { vi: 'Nhận theo bản đang có hiệu lực', en: 'Accept under the version in force' },
  void: { vi: 'Hủy số', en: 'Void' },
  why: { vi: 'Lý do', en: 'Reason' },
  headOnly: { vi: 'Việc hủy số là của phụ trách quầy.', en: 'Voiding is for the head of the desk.' },
  recent: { vi: 'Đã vào sổ gần đây', en: 'Taken in lately' },
  recentNone: { vi: 'Chưa có hồ sơ nào.', en: 'None yet.' },
  note: { vi: 'Lưu ý', en: 'Note' },
  state: { vi: 'Tình trạng', en: 'State' },
  accepted: { vi: 'Đã vào sổ', en: 'Registered' },
  voided: { vi: 'Đã hủy: {why}', en: 'Given up: {why}' },
  skew: { vi: 'Đồng hồ máy lệch {n} phút', en: 'Clock off by {n} minutes' },
  dueDiffers: { vi: 'Ngày hẹn in trên giấy khác: {due}', en: 'Printed due date differs: {due}' },
  twins: { vi: 'Người này đang có hồ sơ {codes}', en: 'This person has {codes} open' },
  leases: { vi: 'Dải số đang cho mượn', en: 'Blocks lent out' },
  leasesNone: { vi: 'Không có dải số nào đang cho mượn.', en: 'No block is lent out.' },
  day: { vi: 'Ngày', en: 'Day' },
  block: { vi: 'Dải số', en: 'Block' },
  holder: { vi: 'Người mượn', en: 'Lent to' },
  used: { vi: 'Đã dùng', en: 'Used' },
  clock: { vi: 'Đồng hồ máy', en: 'Machine’s clock' },
  clockRight: { vi: 'đúng', en: 'right' },
  writeOff: { vi: 'Đóng dải số', en: 'Close the block' },
  writtenOff: {
    vi: 'Đã đóng dải số. Nếu máy gửi lên sau, hồ sơ vẫn được nhận.',
    en: 'Closed. Should the machine come back, its dossiers are still taken in.'
  },
  taken: { vi: 'Đã nhận hồ sơ {code} vào sổ.', en: '{code} is registered.' },
  voidDone: { vi: 'Đã hủy số và ghi lý do.', en: 'Voided, with the reason.' }
})
