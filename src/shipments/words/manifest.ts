// Words of the bordereau: the bag comes, each envelope is scanned, looked at and counted, both sign.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const manifestWords = words({
  title: { vi: 'Bảng kê bưu điện giao', en: 'Bordereaux of the post' },
  one: { vi: 'Bảng kê', en: 'Bordereau' },
  parcel: { vi: 'Bưu gửi', en: 'Parcel' },
  record: { vi: 'Biên bản giao nhận', en: 'Record of hand-over' },
  open: { vi: 'Mở bảng kê mới', en: 'Open a bordereau' },
  openHint: {
    vi: 'Bưu tá đến với một túi thư: mở bảng kê, quét từng bưu gửi, kiểm niêm phong, đếm giấy, rồi hai bên ký.',
    en: 'The postman brings a bag: open a bordereau, scan each envelope, look at the seal, count the papers, then both sign.'
  },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  carrier: { vi: 'Bưu chính', en: 'Carrier' },
  number: { vi: 'Số bảng kê', en: 'Number' },
  opened: { vi: 'Mở lúc', en: 'Opened' },
  signed: { vi: 'Ký lúc', en: 'Signed' },
  notSigned: { vi: 'Chưa ký', en: 'Not signed' },
  received: { vi: 'Đã nhận', en: 'Received' },
  none: { vi: 'Chưa có bảng kê nào.', en: 'There is no bordereau yet.' },
  one_by_one: { vi: 'Ký nhận riêng từng bưu gửi', en: 'Sign for single parcels' },
  scan: { vi: 'Quét bưu gửi', en: 'Scan an envelope' },
  code: { vi: 'Số bưu gửi hoặc mã hồ sơ', en: 'Parcel number or dossier code' },
  take: { vi: 'Ghi vào bảng kê', en: 'Put on the list' },
  line: { vi: 'Dòng {n}', en: 'Line {n}' },
  check: { vi: 'Dòng {n}: kiểm và đếm', en: 'Line {n}: look and count' },
  sender: { vi: 'Người gửi', en: 'From' },
  sealNumber: { vi: 'Số niêm phong', en: 'Seal number' },
  contents: { vi: 'Đã báo {n} giấy tờ', en: '{n} papers announced' },
  seal: { vi: 'Niêm phong', en: 'Seal' },
  sealOk: { vi: 'Còn nguyên', en: 'Whole' },
  sealBroken: { vi: 'Rách, bong', en: 'Broken' },
  counted: { vi: 'Đếm được', en: 'Counted' },
  countKeys: { vi: 'Hoặc bấm số đếm được để ghi luôn', en: 'Or press the number counted to save at once' },
  notInside: { vi: 'không có trong túi', en: 'not inside' },
  missingWords: { vi: 'thiếu {names}', en: 'missing {names}' },
  reason: { vi: 'Lý do khác biệt', en: 'What differs' },
  reasonHint: {
    vi: 'Khi số đếm khác số đã báo; đánh dấu giấy thiếu ở trên thì không cần ghi.',
    en: 'When the count differs; not needed when the missing papers are ticked above.'
  },
  photo: { vi: 'Ảnh niêm phong rách', en: 'Photo of the broken seal' },
  seePhoto: { vi: 'Xem ảnh niêm phong', en: 'See the photo of the seal' },
  save: { vi: 'Ghi dòng này', en: 'Save this line' },
  drop: { vi: 'Bỏ dòng này', en: 'Take this line away' },
  correctionHint: {
    vi: 'Bưu gửi này đã được hai bên ký nhận. Sai lệch phát hiện sau được ghi ở đây, biên bản cũ giữ nguyên.',
    en: 'Both sides have signed for this parcel. What was found later is written here; the earlier record stays.'
  },
  correction: { vi: 'Nội dung đính chính', en: 'What is corrected' },
  lines: { vi: 'Đã quét', en: 'Scanned' },
  noLines: { vi: 'Chưa quét bưu gửi nào.', en: 'Nothing scanned yet.' },
  expected: { vi: 'Đã báo, chưa quét: {n}', en: 'Announced, not scanned: {n}' },
  allHere: { vi: 'Mọi bưu gửi đã báo đều đã quét.', en: 'Everything announced has been scanned.' },
  tally: { vi: 'Đã kiểm {done}/{all}', en: '{done} of {all} checked' },
  saved: { vi: 'Dòng {n}: {what}.', en: 'Line {n}: {what}.' },
  again: { vi: 'Bưu gửi này đã ở dòng {n}.', en: 'This envelope is already line {n}.' },
  elsewhere: {
    vi: 'Dòng {n}: thuộc bộ phận một cửa {agency}. Xin để bưu tá mang đi, dòng này đã ghi chuyển tiếp.',
    en: 'Line {n}: it belongs to the desk of {agency}. Leave it with the postman; the line says it goes on.'
  },
  unknown: {
    vi: 'Dòng {n}: không có bưu gửi nào mang số {code}. Số đã được giữ lại, xin để riêng phong bì này.',
    en: 'Line {n}: no parcel has the number {code}. The number is kept; put this envelope aside.'
  },
  dropped: { vi: 'Đã bỏ dòng {n}.', en: 'Line {n} was taken away.' },
  toSign: { vi: 'Hai bên ký', en: 'Both sign' },
  signTitle: { vi: 'Ký biên bản {number}', en: 'Sign {number}' },
  counter: { vi: 'Nhận {received}/{all} bưu gửi', en: '{received} of {all} received' },
  counterSigned: { vi: 'Đã nhận {received}/{all} bưu gửi', en: '{received} of {all} envelopes received' },
  differences: { vi: 'Khác với đã báo', en: 'What differs' },
  noDifference: { vi: 'Không có gì khác với đã báo.', en: 'Nothing differs from what was announced.' },
  signHint: {
    vi: 'Lúc ký là thời điểm nộp của mọi hồ sơ đã nhận. Ký rồi thì không sửa được; sai lệch ghi ở bảng kê sau.',
    en: 'The moment of signing is the filing time of every dossier received. Nothing can be changed after it.'
  },
  postman: { vi: 'Họ tên bưu tá', en: 'Name of the postman' },
  postmanSign: { vi: 'Bưu tá ký', en: 'Signature of the postman' },
  clerkSign: { vi: 'Người nhận ký: {name}', en: 'Signature of the receiver: {name}' },
  sign: { vi: 'Ký và nhận', en: 'Sign and receive' },
  back: { vi: 'Về bảng kê', en: 'Back to the list' },
  backToAll: { vi: 'Các bảng kê', en: 'All bordereaux' },
  legalTime: {
    vi: 'Hai bên ký lúc {at}. Đó là thời điểm nộp của các hồ sơ đã nhận (Quyết định 45/2016/QĐ-TTg, Điều 7).',
    en: 'Signed at {at}: the filing time of the dossiers received (Decision 45/2016, article 7).'
  },
  print: { vi: 'Mở biên bản để in', en: 'Open the record to print' },
  making: { vi: 'Biên bản đang được tạo.', en: 'The record is being made.' },
  reload: { vi: 'Tải lại trang', en: 'Reload' },
  hash: { vi: 'Mã SHA-256 của biên bản', en: 'SHA-256 of the record' },
  byGlass: { vi: '{postman} và {clerk} ký trên màn hình', en: '{postman} and {clerk} signed on the screen' },
  byPaper: { vi: '{postman} và {clerk} ký trên giấy', en: '{postman} and {clerk} signed on paper' },
  paperPhoto: { vi: 'Ảnh biên bản đã ký', en: 'Photo of the signed record' },
  addPhoto: { vi: 'Gửi ảnh', en: 'Add the photo' },
  photoKept: { vi: 'Đã giữ ảnh.', en: 'The photo is kept.' },
  seePaper: { vi: 'Xem ảnh biên bản đã ký', en: 'See the photo of the signed record' },
  failed: { vi: 'Chưa nhận được', en: 'Could not be received' },
  condition: { vi: 'Tình trạng', en: 'Condition' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  keyCheck: { vi: 'niêm phong nguyên, rách', en: 'seal whole, broken' },
  keyCount: { vi: 'số giấy đếm được', en: 'papers counted' },
  keyReason: { vi: 'lý do', en: 'what differs' },
  keyScan: { vi: 'ô quét', en: 'scan field' },
  keySign: { vi: 'hai bên ký', en: 'both sign' },
  keyBack: { vi: 'về bảng kê', en: 'back to the list' }
})
