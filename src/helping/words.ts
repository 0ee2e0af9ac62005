// Words of asking for help and of helping.
import type { Words } from '../kernel/locale.ts'
import type { Standing } from './rules.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const askingWords = words({
  title: { vi: 'Nhờ người giúp', en: 'Ask somebody to help' },
  lead: {
    vi: 'Con cháu, người thân hay tình nguyện viên làm hồ sơ giúp ông/bà. Ông/bà thấy từng việc họ làm và thôi nhờ lúc nào cũng được.',
    en: 'A relative or a volunteer files for you. You see everything they do and can end it at any time.'
  },
  none: { vi: 'Ông/bà chưa nhờ ai.', en: 'You have not asked anybody yet.' },
  how: { vi: 'Nhờ cho việc nào?', en: 'Help with what?' },
  howDossier: { vi: 'Hồ sơ đang làm', en: 'A dossier you have begun' },
  howProcedure: {
    vi: 'Việc chưa bắt đầu: tìm thủ tục, mở trang thủ tục, bấm “Nhờ người giúp”.',
    en: 'Something new: find the procedure, open its page, press “Ask somebody to help”.'
  },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  mine: { vi: 'Đã nhờ', en: 'Asked so far' },
  open: { vi: 'Xem người giúp đã làm gì', en: 'See what was done' },
  newTitle: { vi: 'Nhờ người giúp làm hồ sơ', en: 'Ask somebody to help with a dossier' },
  forProcedure: { vi: 'Thủ tục', en: 'Procedure' },
  helperName: { vi: 'Họ và tên người giúp', en: 'Full name of the helper' },
  helperPhone: { vi: 'Số điện thoại người giúp', en: 'Phone number of the helper' },
  helperPhoneHint: {
    vi: 'Người giúp nhận tin nhắn và đăng nhập bằng đúng số này.',
    en: 'The helper gets a message and signs in with this very number.'
  },
  personName: { vi: 'Họ và tên của ông/bà', en: 'Your full name' },
  personNameHint: { vi: 'Tin nhắn cho người giúp ghi tên này.', en: 'The message to the helper carries this name.' },
  relation: { vi: 'Người giúp là gì của ông/bà?', en: 'What is the helper to you?' },
  shares: { vi: 'Thông tin đã khai trước đây', en: 'What you stated earlier' },
  sharesYes: {
    vi: 'Điền sẵn số căn cước, ngày sinh, địa chỉ của tôi để người giúp khỏi hỏi lại',
    en: 'Fill in my identity number, birthday and address for the helper'
  },
  sharesHint: {
    vi: 'Không đánh dấu thì người giúp chỉ thấy tên và số điện thoại.',
    en: 'Unticked, the helper sees only your name and phone.'
  },
  seesDraft: {
    vi: 'Người giúp thấy tất cả những gì ông/bà đã khai và giấy tờ đã gửi trong hồ sơ này.',
    en: 'The helper sees everything you entered and every paper in this dossier.'
  },
  what: { vi: 'Nhờ nghĩa là gì', en: 'What asking means' },
  whatMay: {
    vi: 'Người giúp khai, gửi giấy tờ, nộp, nộp phí, bổ sung và theo dõi một hồ sơ này, trong 7 ngày.',
    en: 'The helper fills in, sends papers, files, pays, supplements and follows this one dossier, for 7 days.'
  },
  whatMayNot: {
    vi: 'Rút hồ sơ, xóa bản nháp, tải kết quả, đổi nơi nhận và đánh giá vẫn chỉ ông/bà làm.',
    en: 'Withdrawing, discarding, downloading the result, changing the delivery and rating stay with you.'
  },
  whatSeen: {
    vi: 'Hồ sơ là của ông/bà: ông/bà vẫn mở, sửa và nộp được. Mỗi việc người giúp làm đều ghi tên cả hai.',
    en: 'The dossier is yours: you can open, change and file it. Everything the helper does is signed with both names.'
  },
  law: { vi: 'Về giấy ủy quyền', en: 'About written authorisation' },
  unsure: { vi: 'Xin hỏi lại quầy một cửa trước khi làm.', en: 'Ask the desk before relying on it.' },
  ask: { vi: 'Nhờ người này', en: 'Ask this person' },
  asked: { vi: 'Đã nhờ {name}. Cả hai được báo bằng tin nhắn.', en: 'You asked {name}. Both are told by message.' },
  oneTitle: { vi: '{name} làm hồ sơ giúp', en: '{name} helps' },
  until: { vi: 'Được nhờ từ {from} đến {until}', en: 'Asked from {from} until {until}' },
  acts: { vi: 'Người giúp đã làm', en: 'What the helper did' },
  noActs: { vi: 'Chưa làm gì.', en: 'Nothing yet.' },
  openDossier: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  end: { vi: 'Thôi nhờ', en: 'End the help' },
  endHint: {
    vi: 'Có hiệu lực ngay. Những gì đã lưu vẫn còn, ông/bà làm tiếp được.',
    en: 'At once. Everything saved stays, and you can go on yourself.'
  },
  ended: { vi: 'Đã thôi nhờ {name}. Người đó không mở được hồ sơ nữa.', en: 'Ended. {name} can no longer open the dossier.' },
  citizensOwn: {
    vi: 'Ông/bà theo dõi được đến hết thời gian được nhờ. Rút hồ sơ, tải kết quả, đổi nơi nhận và đánh giá do {name} tự làm.',
    en: 'You can follow this until your time is over. Withdrawing, the result, its delivery and the rating belong to {name}.'
  },
  helpers: { vi: 'Người giúp', en: 'Helpers' }
})

/** What a helper did, as the citizen reads it; moves of the dossier have words of their own. */
export const actWords = words({
  read: { vi: 'Mở hồ sơ', en: 'Opened the dossier' },
  fill: { vi: 'Khai, sửa hồ sơ', en: 'Filled in' },
  add_paper: { vi: 'Gửi giấy tờ', en: 'Sent papers' },
  remove_paper: { vi: 'Bỏ một giấy tờ', en: 'Took a paper out' },
  pay: { vi: 'Bắt đầu nộp phí', en: 'Began to pay' },
  submit: { vi: 'Nộp hồ sơ', en: 'Filed the dossier' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Gave a supplement' },
  supplement_again: { vi: 'Bổ sung hồ sơ', en: 'Gave a supplement' }
})

export const standingWords: Record<Standing, Words> = {
  asked: { vi: 'Chưa bắt đầu', en: 'Not begun' },
  helping: { vi: 'Đang giúp', en: 'Helping' },
  gone: { vi: 'Bản nháp đã bị xóa', en: 'The draft was discarded' },
  revoked: { vi: 'Người nhờ đã thôi nhờ', en: 'Taken back' },
  declined: { vi: 'Không nhận lời', en: 'Declined' },
  left: { vi: 'Người giúp đã thôi giúp', en: 'The helper stepped back' },
  expired: { vi: 'Hết 7 ngày', en: 'Seven days are over' }
}

export const givingWords = words({
  title: { vi: 'Giúp người khác', en: 'Help somebody' },
  lead: {
    vi: 'Việc ông/bà làm cho người khác để riêng ở đây, không lẫn với hồ sơ của ông/bà.',
    en: 'What you do for others is kept here, apart from your own dossiers.'
  },
  none: { vi: 'Chưa có ai nhờ ông/bà.', en: 'Nobody has asked you yet.' },
  waiting: { vi: 'Đang nhờ ông/bà', en: 'Asking you' },
  over: { vi: 'Đã xong', en: 'Over' },
  mine: { vi: 'Về hồ sơ của tôi', en: 'To my own dossiers' },
  enter: { vi: 'Vào làm', en: 'Go to work' },
  beside: { vi: 'Người cần giúp đang ở cạnh ông/bà?', en: 'Is the person who needs help beside you?' },
  besideText: {
    vi: 'Tìm thủ tục cần làm, mở trang thủ tục, bấm “Làm giúp người khác”. Người đó nhận một mã bằng tin nhắn và đọc cho ông/bà.',
    en: 'Find the procedure, open its page, press “File for somebody”. They get a code by message and read it to you.'
  },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  forName: { vi: 'Cho {name} ({phone})', en: 'For {name} ({phone})' },
  until: { vi: 'Được nhờ đến {until}', en: 'Asked until {until}' },
  newTitle: { vi: 'Làm giúp người khác', en: 'File for somebody' },
  newLead: {
    vi: 'Khi người cần giúp đang ở cạnh ông/bà. Chúng tôi gửi mã đến điện thoại của người đó; người đó đọc mã cho ông/bà là đồng ý.',
    en: 'When the person is beside you. We send a code to their phone; reading it to you is their consent.'
  },
  personName: { vi: 'Họ và tên người cần giúp', en: 'Full name of the person' },
  personPhone: { vi: 'Số điện thoại người cần giúp', en: 'Phone number of the person' },
  personPhoneHint: { vi: 'Điện thoại người đó đang cầm trên tay.', en: 'The phone they have in their hand.' },
  helperName: { vi: 'Họ và tên của ông/bà', en: 'Your full name' },
  helperNameHint: { vi: 'Tin nhắn ghi tên và số điện thoại của ông/bà.', en: 'The message carries your name and phone number.' },
  relation: { vi: 'Ông/bà là gì của người đó?', en: 'What are you to this person?' },
  send: { vi: 'Gửi mã cho người đó', en: 'Send them the code' },
  codeTitle: { vi: 'Nhập mã người đó đọc', en: 'Enter the code they read out' },
  codeSent: {
    vi: 'Mã đã gửi đến số {phone}. Xin để {name} tự đọc tin nhắn: tin ghi rõ ai làm gì và trong bao lâu.',
    en: 'The code was sent to {phone}. Let {name} read the message: it says who does what and for how long.'
  },
  codeLasts: { vi: 'Mã dùng được trong 10 phút, thử được 5 lần.', en: 'The code works for 10 minutes and 5 tries.' },
  code: { vi: 'Mã 6 chữ số', en: '6-digit code' },
  codeSubmit: { vi: 'Người đó đồng ý, tiếp tục', en: 'They agree, continue' },
  again: { vi: 'Gửi mã mới', en: 'Send a new code' },
  oneTitle: { vi: 'Làm hồ sơ cho {name}', en: 'File for {name}' },
  oneMay: {
    vi: 'Ông/bà khai, gửi giấy tờ, nộp hồ sơ, nộp phí, bổ sung và theo dõi một hồ sơ này. Kết quả, việc rút hồ sơ và đổi nơi nhận là của {name}.',
    en: 'You fill in, send papers, file, pay, supplement and follow this one dossier. The result, withdrawing and the delivery belong to {name}.'
  },
  oneSeen: {
    vi: '{name} thấy từng việc ông/bà làm và có thể thôi nhờ bất cứ lúc nào.',
    en: '{name} sees everything you do and can end it at any time.'
  },
  decline: { vi: 'Không nhận lời', en: 'Decline' },
  leave: { vi: 'Thôi giúp hẳn', en: 'Stop helping' },
  leaveTitle: { vi: 'Không giúp nữa', en: 'No longer helping' },
  leaveHint: {
    vi: 'Ông/bà không mở lại hồ sơ này được nữa. Chỉ muốn nghỉ một lát thì đóng trang, lúc khác vào làm tiếp.',
    en: 'You cannot open this dossier again. To pause, just close the page and come back later.'
  },
  left: { vi: 'Đã thôi giúp {name}. Những gì đã lưu vẫn ở chỗ {name}.', en: 'You no longer help {name}. Everything saved is with {name}.' },
  ready: { vi: '{name} đã đồng ý. Ông/bà bắt đầu được ngay.', en: '{name} agreed. You can begin.' }
})
