// Words of what comes in at the desk: a person with papers, a parcel from the post.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const walkInWords = words({
  title: { vi: 'Tiếp nhận', en: 'Accept' },
  at: { vi: 'Nhận lúc {time}', en: 'Received at {time}' },
  person: { vi: 'Người nộp', en: 'Who files' },
  identity: { vi: 'Số căn cước', en: 'Identity number' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  address: { vi: 'Nơi ở', en: 'Address' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  whom: { vi: 'Nộp cho', en: 'Files for' },
  self: { vi: 'Chính mình', en: 'Themselves' },
  otherPerson: { vi: 'Người khác', en: 'Another person' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'An organisation' },
  organisationName: { vi: 'Tên tổ chức', en: 'Name of the organisation' },
  tax: { vi: 'Mã số thuế', en: 'Tax code' },
  relation: { vi: 'Người nộp là (cha, mẹ, ủy quyền…)', en: 'The filer is (father, mother, proxy…)' },
  position: { vi: 'Chức vụ người nộp', en: 'Position of the filer' },
  procedure: { vi: 'Thủ tục và giấy tờ', en: 'Procedure and papers' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  findHint: { vi: 'gõ vài chữ, rồi Enter', en: 'a few words, then Enter' },
  choose: { vi: 'Xem giấy tờ', en: 'Show papers' },
  procedureOf: { vi: 'Thủ tục', en: 'Procedure' },
  chooseOne: { vi: 'Chọn thủ tục ({n})', en: 'Choose a procedure ({n})' },
  noneFound: {
    vi: 'Cơ quan này không có thủ tục nào khớp với “{text}”. Danh sách bên dưới là tất cả thủ tục ở đây.',
    en: 'This agency has no procedure that matches “{text}”. The list below is everything it takes.'
  },
  chooseFirst: {
    vi: 'Chọn thủ tục để thấy giấy tờ phải có, lệ phí và ngày hẹn.',
    en: 'Choose a procedure to see its papers, its fee and its due date.'
  },
  subject: { vi: 'Nội dung yêu cầu', en: 'What is asked for' },
  time: { vi: 'Giải quyết', en: 'Takes' },
  needed: { vi: 'Bắt buộc', en: 'Required' },
  ifNeeded: { vi: 'Nếu có', en: 'If it applies' },
  missing: { vi: 'Chưa nhận giấy này', en: 'This paper has not been received' },
  missingOf: { vi: 'Chưa nhận: {name}', en: 'Not received: {name}' },
  copies: { vi: 'Số bản: {name}', en: 'Copies: {name}' },
  scan: { vi: 'Bản quét: {name}', en: 'Scan: {name}' },
  scanned: { vi: 'Đã có bản quét {name}', en: 'Scan kept: {name}' },
  copiesUnit: { vi: 'bản', en: 'copies' },
  all: { vi: 'Đủ giấy bắt buộc', en: 'All required are here' },
  noMore: { vi: 'Không yêu cầu giấy ngoài danh mục này.', en: 'Nothing outside this list may be asked for.' },
  noPapers: { vi: 'Thủ tục này không cần giấy tờ.', en: 'This procedure needs no papers.' },
  result: { vi: 'Trả kết quả và lệ phí', en: 'Result and fee' },
  route: { vi: 'Trả kết quả', en: 'The result' },
  desk: { vi: 'Lấy tại quầy này', en: 'Collected at this desk' },
  post: { vi: 'Bưu điện đến nhà', en: 'Brought by post' },
  electronic: { vi: 'Chỉ bản điện tử', en: 'Electronic only' },
  postHint: { vi: 'Bỏ trống tên, điện thoại, địa chỉ thì lấy của người nộp.', en: 'Name, phone and address left empty are the filer’s.' },
  receiver: { vi: 'Người nhận', en: 'Receiver' },
  ward: { vi: 'Phường, xã, thị trấn', en: 'Ward' },
  chooseWard: { vi: 'Chọn phường, xã', en: 'Choose a ward' },
  fees: { vi: 'Phải thu', en: 'To be paid' },
  noFee: { vi: 'Không thu phí, lệ phí.', en: 'No fee.' },
  due: { vi: 'Hẹn trả trước {time}', en: 'Due by {time}' },
  accept: { vi: 'Nhận hồ sơ', en: 'Accept' },
  prints: { vi: 'Giấy tiếp nhận được tạo ngay để in.', en: 'The receipt is made at once, ready to print.' },
  clear: { vi: 'Người tiếp theo', en: 'Next person' },
  accepted: { vi: 'Đã nhận hồ sơ {code}. {due}', en: 'Accepted {code}. {due}' },
  chooseProcedure: { vi: 'Xin chọn thủ tục', en: 'Choose the procedure' }
})

export const arrivalWords = words({
  title: { vi: 'Bưu gửi đến quầy', en: 'Parcels for the desk' },
  number: { vi: 'Số bưu gửi', en: 'Parcel number' },
  scanHint: { vi: 'Quét mã trên phong bì hoặc gõ số, mã hồ sơ', en: 'Scan the envelope, or type the number or dossier code' },
  find: { vi: 'Tìm', en: 'Find' },
  missing: {
    vi: 'Không có bưu gửi “{number}” đang đến quầy này. Xin quét lại hoặc gõ từng số như in trên phong bì.',
    en: 'No parcel “{number}” is coming to this desk. Scan again, or type it as printed.'
  },
  elsewhere: {
    vi: 'Bưu gửi “{number}” thuộc {agency}. Xin trả lại bưu tá để chuyển đúng nơi.',
    en: 'Parcel “{number}” belongs to {agency}. Give it back to the postman.'
  },
  empty: { vi: 'Không có bưu gửi nào đang đến quầy này.', en: 'No parcel is on its way to this desk.' },
  kind: { vi: 'Bên trong', en: 'Inside' },
  papers: { vi: 'Giấy tờ của người dân', en: 'Papers of a citizen' },
  papersCount: { vi: '{n} giấy tờ', en: '{n} papers' },
  note: { vi: 'Ghi chú', en: 'Note' },
  returned: { vi: 'Kết quả bưu điện hoàn về', en: 'A result that comes back' },
  from: { vi: 'Người gửi', en: 'From' },
  state: { vi: 'Trạng thái', en: 'State' },
  seal: { vi: 'Số niêm phong', en: 'Seal number' },
  contents: { vi: 'Giấy tờ trong phiếu gửi', en: 'Papers on the slip' },
  check: { vi: 'Kiểm và ký nhận', en: 'Check and sign' },
  sealState: { vi: 'Niêm phong', en: 'Seal' },
  sealOk: { vi: 'Còn nguyên', en: 'Whole' },
  sealBroken: { vi: 'Không còn nguyên', en: 'Broken' },
  sealBrokenHint: { vi: 'Ghi rõ ở ghi chú, chụp ảnh trước khi mở', en: 'Say how in the note; take a picture before opening' },
  counted: { vi: 'Số giấy tờ đã đếm', en: 'Papers counted' },
  signatures: { vi: 'Chữ ký', en: 'Signatures' },
  bothSigned: { vi: 'Bưu tá và quầy đã cùng ký', en: 'Postman and desk have both signed' },
  signHint: {
    vi: 'Giờ ký nhận là giờ nộp hồ sơ theo luật (Quyết định 45/2016/QĐ-TTg, Điều 7).',
    en: 'The time of signing is the legal filing time (Decision 45/2016/QĐ-TTg, Article 7).'
  },
  confirm: { vi: 'Ký nhận bưu gửi', en: 'Sign for the parcel' },
  over: { vi: 'Bưu gửi này đang ở “{status}”, không có gì để ký nhận.', en: 'This parcel is “{status}”; there is nothing to sign for.' },
  openDossier: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  signedPapers: { vi: 'Đã ký nhận bưu gửi. Bây giờ có thể tiếp nhận hồ sơ.', en: 'Signed. The dossier can be accepted now.' },
  signedReturn: { vi: 'Đã ký nhận kết quả hoàn về. Kết quả chờ trả tại quầy.', en: 'Signed. The result now waits at the desk.' }
})
