// Words of the postman's pages, and which reasons fit which step.
import type { Words } from '../../kernel/locale.ts'
import type { CommandName, Kind, Reason } from '../lifecycle.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const postWords = words({
  home: { vi: 'Bưu gửi', en: 'Parcels' },
  find: { vi: 'Số bưu gửi', en: 'Parcel number' },
  findHint: {
    vi: 'Quét mã trên phong bì, hoặc gõ số bưu gửi hay mã hồ sơ',
    en: 'Scan the code on the envelope, or type the parcel number or dossier code'
  },
  findButton: { vi: 'Tìm bưu gửi', en: 'Find' },
  notFound: {
    vi: 'Không có bưu gửi số “{number}”. Xin quét lại, hoặc gõ từng số như in trên phong bì.',
    en: 'There is no parcel “{number}”. Scan again, or type it as printed.'
  },
  several: { vi: 'Hồ sơ này có {n} bưu gửi', en: 'This dossier has {n} parcels' },
  waiting: { vi: 'Đang chờ làm', en: 'To be done' },
  nothing: { vi: 'Không có bưu gửi nào đang chờ.', en: 'No parcel is waiting.' },
  pickup: { vi: 'Nhận giấy tờ, đem về quầy', en: 'Papers to the desk' },
  delivery: { vi: 'Phát kết quả', en: 'Result to the citizen' },
  goingBack: { vi: 'Đang hoàn', en: 'Going back' },
  call: { vi: 'Gọi', en: 'Call' },
  parcel: { vi: 'Bưu gửi', en: 'Parcel' },
  from: { vi: 'Nơi gửi', en: 'From' },
  to: { vi: 'Nơi nhận', en: 'To' },
  contents: { vi: 'Giấy tờ bên trong', en: 'Papers inside' },
  seal: { vi: 'Số niêm phong', en: 'Seal number' },
  slip: { vi: 'Số phiếu gửi', en: 'Slip number' },
  fee: { vi: 'Cước', en: 'Postage' },
  attempts: { vi: 'Số lần phát chưa thành công', en: 'Failed visits' },
  details: { vi: 'Thông tin bưu gửi', en: 'About this parcel' },
  whatNow: { vi: 'Bước tiếp theo', en: 'Next step' },
  story: { vi: 'Diễn biến', en: 'Story' },
  deskSigns: { vi: 'Bộ phận một cửa quét và ký nhận thì mới xong.', en: 'It is finished when the desk scans and signs for it.' },
  awaitingProof: { vi: 'Chờ đủ bằng chứng giao nhận.', en: 'Waiting for the proof of delivery.' },
  over: { vi: 'Bưu gửi này đã kết thúc, không còn bước nào phải ghi.', en: 'This parcel has reached its end.' },
  recorded: { vi: 'Đã ghi: {step}.', en: 'Recorded: {step}.' },
  receiver: { vi: 'Người nhận: {name}', en: 'Received by {name}' },
  sealed: { vi: 'Niêm phong {seal}, {n} giấy tờ', en: 'Seal {seal}, {n} papers' },
  back: { vi: 'Quay lại', en: 'Back' }
})

export const formWords = words({
  papers: { vi: 'Đếm cùng người gửi, đánh dấu từng giấy tờ đã có', en: 'Count together with the sender and tick each paper' },
  count: { vi: 'Tổng số giấy tờ đã đếm', en: 'Number of papers counted' },
  sealNumber: { vi: 'Số niêm phong', en: 'Seal number' },
  sealHint: {
    vi: 'Niêm phong trước mặt người gửi. Quét hoặc gõ số trên tem',
    en: 'Seal it before the sender’s eyes. Scan or type the number on the seal'
  },
  slipNumber: { vi: 'Số phiếu gửi giấy, nếu có', en: 'Number of the paper slip, if any' },
  signatures: { vi: 'Chữ ký', en: 'Signatures' },
  bothSigned: { vi: 'Bưu tá và người gửi đã cùng ký phiếu gửi', en: 'Postman and sender both signed the slip' },
  rightPerson: { vi: 'Đúng người', en: 'The right person' },
  receiverName: { vi: 'Họ tên người nhận', en: 'Name of the receiver' },
  relation: { vi: 'Nhận thay thì là gì của người có tên', en: 'If a proxy: relation to the addressee' },
  relationHint: {
    vi: 'Bỏ trống nếu chính chủ nhận. Nhận thay phải có giấy ủy quyền',
    en: 'Leave empty when the addressee took it. A proxy needs a paper of authority'
  },
  idLast4: { vi: '4 số cuối của căn cước hoặc hộ chiếu đã xem', en: 'Last 4 digits of the identity paper you saw' },
  confirmation: { vi: 'Xác nhận đã nhận', en: 'Confirmation' },
  byCode: { vi: 'Đã kiểm mã một lần', en: 'One-time code checked' },
  byCodeHint: { vi: '6 số trong tin nhắn của người nhận', en: '6 digits from the receiver’s message' },
  bySignature: { vi: 'Đã ký nhận', en: 'Signed' },
  bySignatureHint: { vi: 'Người nhận ký trên phiếu phát', en: 'The receiver signed the delivery slip' },
  deskReceives: {
    vi: 'Trao túi còn niêm phong cho cán bộ quầy. Quầy quét, đếm và cùng ký; giờ ký là giờ nộp hồ sơ.',
    en: 'Give the sealed bag to the desk. The desk scans, counts and signs; that time is the filing time.'
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonText: { vi: 'Ghi rõ thêm', en: 'Say more' },
  reasonTextHint: { vi: 'Bắt buộc khi chọn “Lý do khác”', en: 'Needed for “Another reason”' },
  office: { vi: 'Bưu cục', en: 'Post office' }
})

const ofRecipient: Reason[] = [
  'recipient_absent',
  'recipient_unreachable_by_phone',
  'recipient_asked_later',
  'recipient_no_id',
  'recipient_id_mismatch',
  'proxy_without_paper',
  'recipient_refused',
  'recipient_refused_fee',
  'recipient_moved',
  'recipient_deceased'
]
const ofAddress: Reason[] = ['address_not_found', 'address_changed_by_reform', 'access_restricted']
const ofPost: Reason[] = ['carrier_vehicle', 'weather']

/** The reasons a postman is offered; the catalogue knows more, for carriers that send codes. */
export function reasonsFor(command: CommandName, kind: Kind): Reason[] {
  if (command === 'fail_pickup')
    return kind === 'pickup'
      ? [
          'recipient_absent',
          'sender_not_ready',
          'sender_papers_missing',
          'recipient_unreachable_by_phone',
          'sender_cancelled',
          ...ofAddress,
          ...ofPost,
          'other'
        ]
      : ['desk_closed', 'sender_not_ready', 'sender_papers_missing', ...ofPost, 'other']
  if (command === 'report_damaged') return ['damaged', 'weather', 'disaster', 'carrier_vehicle', 'other']
  if (kind === 'pickup') return ['desk_closed', 'access_restricted', ...ofPost, 'other']
  return [...ofRecipient, ...ofAddress, ...ofPost, 'other']
}
