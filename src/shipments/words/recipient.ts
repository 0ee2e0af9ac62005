// Words for a recipient whose parcel could not be handed over: what happened, until when, what to choose, what was told.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const recipientWords = words({
  title: { vi: 'Bưu gửi chưa giao được', en: 'Your parcel could not be delivered' },
  lead: { vi: 'Ông/bà chọn cách nhận, mất chưa đến một phút.', en: 'Choose how to receive it; it takes less than a minute.' },
  happened: { vi: 'Lần phát thứ {n} lúc {at}: {reason}.', en: 'Visit {n} at {at}: {reason}.' },
  unknown: { vi: 'chưa gặp được người nhận', en: 'the recipient was not met' },
  where: {
    vi: 'Bưu gửi đang ở {office}, giữ đến hết {until}. Sau ngày đó bưu điện chuyển về quầy một cửa.',
    en: 'It is at {office} and kept until the end of {until}. After that the post returns it to the desk.'
  },
  office: { vi: 'bưu cục phát', en: 'the delivering post office' },
  parcel: { vi: 'Bưu gửi', en: 'Parcel' },
  contents: { vi: 'Bên trong', en: 'Inside' },
  choose: { vi: 'Ông/bà muốn nhận thế nào?', en: 'How do you want to receive it?' },
  redeliver: { vi: 'Giao lại {day}', en: 'Bring it again on {day}' },
  redeliverHint: {
    vi: 'Tận nhà, trong giờ phát của bưu điện. Không mất thêm tiền.',
    en: 'To your door, in the hours of the post. No extra charge.'
  },
  collect: { vi: 'Tôi đến {office} nhận', en: 'I collect it at {office}' },
  collectHint: { vi: 'Chậm nhất {until}, mang theo căn cước.', en: 'By {until}, with your identity card.' },
  desk: { vi: 'Đưa về quầy một cửa, tôi đến quầy nhận', en: 'Bring it back to the desk, I collect it there' },
  deskHint: { vi: 'Ông/bà được báo khi bưu gửi về đến quầy.', en: 'You are told when it is back at the desk.' },
  more: { vi: 'Đổi số điện thoại, người nhận hoặc số nhà', en: 'Change phone, person or house number' },
  phone: { vi: 'Số điện thoại bưu tá gọi', en: 'Phone the postman calls' },
  receiverName: { vi: 'Họ tên người nhận thay', en: 'Name of whoever receives it for you' },
  receiverHint: {
    vi: 'Người này đưa căn cước và giấy ủy quyền cho bưu tá xem.',
    en: 'They show the postman an identity card and your paper of authority.'
  },
  ownerOnly: {
    vi: 'Giấy tờ này chỉ giao tận tay người có tên, không giao người nhận thay.',
    en: 'This paper is handed only to the person named on it.'
  },
  relation: { vi: 'Là gì của ông/bà', en: 'What they are to you' },
  relationHint: { vi: 'Ví dụ: vợ, con, người được ủy quyền', en: 'For example wife, son, authorised person' },
  address: { vi: 'Số nhà, đường đúng, cùng phường, xã', en: 'Right house number and street, same ward' },
  addressHint: { vi: 'Đang ghi: {address}. Sang phường, xã khác: xin gọi 1022.', en: 'Now: {address}. For another ward, call 1022.' },
  send: { vi: 'Báo bưu điện', en: 'Tell the post' },
  noDays: { vi: 'Không còn ngày giao lại trước hạn giữ.', en: 'No day for another visit is left before it goes back.' },
  yours: { vi: 'Ông/bà đã chọn', en: 'You chose' },
  telling: { vi: 'Đang báo bưu điện, thường trong vài phút.', en: 'The post is being told, usually within minutes.' },
  told: { vi: 'Đã báo bưu điện lúc {at}.', en: 'The post was told at {at}.' },
  refused: {
    vi: 'Bưu điện chưa nhận yêu cầu này. Xin chọn cách khác hoặc gọi 1022.',
    en: 'The post did not take this. Choose another way or call 1022.'
  },
  done: { vi: 'Đã ghi cách nhận.', en: 'Recorded.' },
  change: { vi: 'Đổi cách nhận', en: 'Change it' },
  changeHint: {
    vi: 'Liên kết đã dùng một lần. Để đổi, chúng tôi gửi mã 6 số đến {phone}.',
    en: 'The link was used once. To change, we send a 6-digit code to {phone}.'
  },
  sendCode: { vi: 'Gửi mã cho tôi', en: 'Send me the code' },
  codeSent: { vi: 'Đã gửi mã 6 số đến {phone}.', en: 'A 6-digit code was sent to {phone}.' },
  code: { vi: 'Mã 6 số', en: '6-digit code' },
  openChange: { vi: 'Tiếp tục', en: 'Continue' },
  now: { vi: 'Bây giờ', en: 'Now' },
  closed: { vi: 'Bây giờ không cần chọn gì.', en: 'There is nothing to choose now.' },
  follow: { vi: 'Theo dõi hồ sơ', en: 'Follow the dossier' },
  help: { vi: 'Cần giúp, xin gọi 1022.', en: 'For help call 1022.' },
  todo: {
    vi: 'Chọn cách nhận kết quả: bưu tá đến mà chưa giao được',
    en: 'Choose how to receive the result: the postman could not hand it over'
  },
  todoGo: { vi: 'Chọn cách nhận', en: 'Choose' },
  todoSee: { vi: 'Xem hoặc đổi cách nhận', en: 'See or change it' },
  // On the postman's page
  wish: { vi: 'Người nhận yêu cầu', en: 'The recipient asks' },
  wishPhone: { vi: 'Gọi số này', en: 'Call this number' },
  wishReceiver: { vi: 'Giao cho', en: 'Hand it to' },
  wishAddress: { vi: 'Đến địa chỉ', en: 'Go to' },
  back: { vi: 'Hồ sơ', en: 'Dossier' }
})
