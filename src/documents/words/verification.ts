// Words of checking a paper: what is said within five seconds, what to compare, what to do when it is not right.
import type { Words } from '../../kernel/locale.ts'
import type { PaperForm } from '../verification.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const formNames: Record<PaperForm, Words> = {
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with the day of the result' },
  supplement_request: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request for more papers' },
  rejection: { vi: 'Phiếu từ chối tiếp nhận hồ sơ', en: 'Refusal to accept the dossier' },
  apology: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology with the new day of the result' },
  filing_confirmation: { vi: 'Xác nhận đã nộp hồ sơ trực tuyến', en: 'Confirmation of filing online' },
  payment_receipt: { vi: 'Biên lai thu phí, lệ phí', en: 'Receipt for fees' },
  result: { vi: 'Kết quả giải quyết thủ tục', en: 'Result of the procedure' },
  hand_over_slip: { vi: 'Phiếu bàn giao', en: 'Hand-over slip' },
  postal_slip: { vi: 'Phiếu gửi hồ sơ', en: 'Postal slip' },
  filled_form: { vi: 'Tờ khai đã điền', en: 'Filled form' },
  offline_receipt: { vi: 'Giấy tiếp nhận hồ sơ lập khi mất mạng', en: 'Receipt made while the desk had no network' }
}

export const checkWords = words({
  title: { vi: 'Kiểm tra giấy tờ', en: 'Check a paper' },
  lead: {
    vi: 'Giấy tờ của thành phố có mã QR ở góc trái. Quét bằng máy ảnh điện thoại là biết ngay giấy thật hay không. Không cần đăng nhập, không mất tiền.',
    en: 'Papers of the city carry a QR code at their left. Scan it with the camera of your phone to see at once whether the paper is real. No account, no charge.'
  },
  checking: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  byCode: { vi: 'Có dòng chữ của mã QR', en: 'You have the text of the code' },
  code: { vi: 'Nội dung mã QR', en: 'Text of the QR code' },
  codeHint: {
    vi: 'Dán cả địa chỉ mà máy ảnh đọc được, bắt đầu bằng https://',
    en: 'Paste the whole address your camera shows, beginning with https://'
  },
  checkCode: { vi: 'Kiểm tra mã', en: 'Check the code' },
  byFile: { vi: 'Có tệp PDF', en: 'You have the PDF file' },
  file: { vi: 'Tệp kết quả hoặc giấy tiếp nhận', en: 'File of the result or receipt' },
  fileHint: {
    vi: 'Tệp PDF, nhiều nhất 25 MB. Chúng tôi chỉ tính dấu vân tay của tệp, không giữ tệp.',
    en: 'A PDF of at most 25 MB. Only the fingerprint of the file is taken; the file is not kept.'
  },
  checkFile: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  keys: { vi: 'Khóa công khai của thành phố', en: 'The city’s public keys' },
  keysHint: {
    vi: 'Ai cũng kiểm tra được chữ ký mà không cần mạng, bằng khóa này. So dấu vân tay của khóa với bản niêm yết tại quầy một cửa.',
    en: 'With this key anybody can check the seal without a network. Compare its fingerprint with the one posted at the desk.'
  },
  keyInUse: { vi: 'đang dùng, từ {from}', en: 'in use since {from}' },
  keyEnded: { vi: 'dùng từ {from} đến {to}', en: 'used from {from} to {to}' },
  download: { vi: 'Tải khóa (JWKS)', en: 'Download the keys (JWKS)' },
  noKey: { vi: 'Chưa có khóa nào được công bố.', en: 'No key is published yet.' },

  genuine: { vi: 'Giấy thật', en: 'This paper is real' },
  genuineLead: { vi: 'Thành phố Hải Phòng đã cấp giấy này.', en: 'It was issued by the city of Hải Phòng.' },
  genuineFile: { vi: 'Đúng từng byte tệp mà thành phố đã cấp.', en: 'Byte for byte the file the city issued.' },
  replaced: { vi: 'Giấy thật, nhưng đã được thay bằng giấy mới', en: 'This paper is real, but a newer one took its place' },
  replacedLead: {
    vi: 'Giấy mới số {number}, cấp lúc {at}. Xin dùng giấy mới; ngày hẹn trên giấy cũ không còn đúng.',
    en: 'The newer one is number {number}, issued at {at}. Use that one; the day on the old paper no longer holds.'
  },
  over: { vi: 'Giấy thật, nhưng không còn giá trị', en: 'This paper is real, but no longer holds' },
  overLead: {
    vi: 'Hồ sơ của giấy này đã được rút hoặc không được tiếp nhận.',
    en: 'Its dossier was withdrawn or was not accepted.'
  },
  revoked: { vi: 'Giấy thật, nhưng đã bị thu hồi', en: 'This paper is real, but was revoked' },
  revokedLead: {
    vi: 'Cơ quan đã thu hồi giấy này lúc {at}. Xin không dùng; hỏi nơi cấp hoặc gọi 1022.',
    en: 'The agency revoked it at {at}. Do not use it; ask the agency or call 1022.'
  },
  notSyncedLead: {
    vi: 'Quầy lập giấy này khi mất mạng, chữ ký của quầy và của thành phố đều đúng. Hồ sơ đang được chuyển vào sổ; xin kiểm tra lại sau. Nếu sau một ngày làm việc vẫn thấy dòng này, ông/bà gọi 1022.',
    en: 'The desk made it without a network; its signature and the city’s are right. The dossier is still on its way to the register: check again later. If this line is still here after a working day, call 1022.'
  },
  offline: {
    vi: 'Chữ ký đúng. Máy đang không có mạng nên chưa hỏi được giấy đã bị thay thế hay thu hồi chưa.',
    en: 'The seal is right. Without a network we could not ask whether it was replaced or revoked since.'
  },
  compare: { vi: 'So từng dòng với tờ giấy trên tay', en: 'Compare each line with the paper in your hand' },
  differs: {
    vi: 'Một dòng khác đi là giấy đã bị sửa: xin đừng nhận, giữ lại giấy và gọi 1022.',
    en: 'If one line differs, the paper was altered: do not accept it, keep it and call 1022.'
  },
  form: { vi: 'Loại giấy', en: 'Kind of paper' },
  number: { vi: 'Số', en: 'Number' },
  dossier: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  issued: { vi: 'Cấp lúc', en: 'Issued' },
  holder: { vi: 'Chữ đầu họ tên', en: 'Initials of the holder' },
  due: { vi: 'Hẹn trả kết quả', en: 'Result due' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  agency: { vi: 'Nơi cấp', en: 'Issued by' },
  signer: { vi: 'Người ký', en: 'Signed by' },
  follow: { vi: 'Xem hồ sơ này đến đâu', en: 'Follow this dossier' },

  forged: { vi: 'Không phải giấy của thành phố', en: 'Not a paper of the city' },
  forgedLead: {
    vi: 'Chữ ký trong mã không phải của thành phố Hải Phòng, hoặc nội dung đã bị sửa.',
    en: 'The seal in the code is not that of Hải Phòng, or its content was altered.'
  },
  not_registered: { vi: 'Không phải giấy đã cấp', en: 'No such paper was issued' },
  not_registeredLead: {
    vi: 'Mã có chữ ký nhưng sổ của thành phố không có giấy này.',
    en: 'The code bears a seal, but the city’s register has no such paper.'
  },
  unreadable: { vi: 'Chưa đọc được mã', en: 'The code could not be read' },
  unreadableLead: {
    vi: 'Mã bị thiếu hoặc không phải mã trên giấy của thành phố. Xin lau ống kính, để giấy phẳng, đủ sáng rồi quét lại; hoặc dán cả địa chỉ.',
    en: 'It is incomplete or not from a paper of the city. Clean the lens, lay the paper flat in good light and scan again; or paste the whole address.'
  },
  not_found: { vi: 'Thành phố không cấp tệp này', en: 'The city did not issue this file' },
  not_foundLead: {
    vi: 'Tệp in ra rồi quét lại, chụp ảnh hoặc lưu lại bằng phần mềm khác cũng thành tệp khác. Xin lấy tệp gốc từ người gửi, hoặc quét mã QR trên giấy.',
    en: 'A file that was printed and scanned, photographed or saved again is another file. Ask for the original, or scan the code on the paper.'
  },
  whatNow: { vi: 'Ông/bà làm gì bây giờ', en: 'What to do now' },
  stepKeep: {
    vi: 'Chưa trả tiền và chưa đưa giấy tờ cho người đưa giấy này.',
    en: 'Pay nothing and hand over nothing to whoever gave you this paper.'
  },
  stepCall: { vi: 'Giữ tờ giấy và gọi 1022.', en: 'Keep the paper and call 1022.' },
  report: { vi: 'Gửi phản ánh về giấy này', en: 'Report this paper' },
  another: { vi: 'Kiểm tra giấy khác', en: 'Check another paper' },
  cannot: {
    vi: 'Máy này chưa tự kiểm tra chữ ký được khi không có mạng. Xin mở lại khi có mạng.',
    en: 'This device cannot check the seal without a network. Open it again when you are online.'
  },
  tooBig: {
    vi: 'Tệp lớn quá 25 MB. Giấy tờ của thành phố nhỏ hơn nhiều: xin chọn lại tệp.',
    en: 'The file is larger than 25 MB. Papers of the city are far smaller: choose again.'
  },
  noFile: { vi: 'Xin chọn một tệp trước khi kiểm tra.', en: 'Choose a file first.' }
})

export const resultWords = words({
  title: { vi: 'Kết quả của ông/bà', en: 'Your result' },
  download: { vi: 'Tải kết quả (PDF)', en: 'Download the result (PDF)' },
  open: { vi: 'Mở xem trên máy này', en: 'Open it here' },
  opens: {
    vi: 'Tệp PDF mở được trên mọi điện thoại, không cần cài thêm.',
    en: 'A PDF opens on every phone, nothing to install.'
  },
  atHome: {
    vi: 'Bản giấy được trao tận tay ông/bà. Tệp dưới đây để lưu và gửi cho nơi cần.',
    en: 'The paper was handed to you. The file below is to keep and to pass on.'
  },
  proof: { vi: 'Chứng minh đây là bản thật', en: 'Proof that it is real' },
  proofLead: {
    vi: 'Ai nhận bản này quét mã dưới đây, hoặc thả tệp vào trang kiểm tra, là biết thành phố đã cấp đúng tệp này.',
    en: 'Whoever receives it scans this code, or drops the file on the checking page, and sees that the city issued exactly this file.'
  },
  qr: { vi: 'Mã QR kiểm tra kết quả {number}', en: 'QR code to check result {number}' },
  link: { vi: 'Chép liên kết kiểm tra', en: 'Copy the link to check' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  fingerprint: { vi: 'Dấu vân tay của tệp (SHA-256)', en: 'Fingerprint of the file (SHA-256)' },
  check: { vi: 'Tự kiểm tra ngay', en: 'Check it now' },
  checkPage: { vi: 'Trang kiểm tra giấy tờ', en: 'Page to check papers' },
  sealing: {
    vi: 'Mã kiểm tra đang được tạo, thường trong một phút. Xin tải lại trang.',
    en: 'The code to check it is being made, usually within a minute. Reload the page.'
  },
  revoked: {
    vi: 'Kết quả này đã bị thu hồi lúc {at}. Lý do: {reason}. Xin không dùng; cơ quan sẽ liên hệ, hoặc ông/bà gọi 1022.',
    en: 'This result was revoked at {at}. Reason: {reason}. Do not use it; the agency will contact you, or call 1022.'
  },
  rate: { vi: 'Đánh giá cách phục vụ', en: 'Rate the service' },
  back: { vi: 'Hồ sơ', en: 'Dossier' },
  see: { vi: 'Xem, tải và chứng minh kết quả', en: 'See, download and prove the result' }
})

export const revokeWords = words({
  resultThere: {
    vi: 'Kết quả được thu hồi ở sổ kết quả, do hai người',
    en: 'A result is revoked in the register of results, by two people'
  },
  title: { vi: 'Giấy tờ đã ký số', en: 'Papers that were sealed' },
  none: { vi: 'Hồ sơ này chưa có giấy tờ nào được ký số.', en: 'No paper was sealed for this dossier yet.' },
  issued: { vi: 'Cấp lúc {at}', en: 'Issued {at}' },
  see: { vi: 'Xem như người kiểm tra', en: 'See it as a checker does' },
  revoke: { vi: 'Thu hồi giấy này', en: 'Revoke this paper' },
  reason: { vi: 'Lý do thu hồi', en: 'Reason' },
  reasonHint: {
    vi: 'Người có hồ sơ đọc được lý do này. Người kiểm tra chỉ thấy là đã thu hồi.',
    en: 'The owner of the dossier reads it. Whoever checks the paper only sees that it was revoked.'
  },
  state: { vi: 'Đã thu hồi', en: 'Revoked' },
  revoked: { vi: '{by} thu hồi lúc {at}: {reason}', en: '{by} revoked it at {at}: {reason}' },
  done: { vi: 'Đã thu hồi giấy.', en: 'The paper was revoked.' }
})
