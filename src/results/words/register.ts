// Words of the register of results, of taking a result back, and of templates.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const registerWords = words({
  title: { vi: 'Sổ kết quả', en: 'Register of results' },
  search: { vi: 'Số, tên người, thủ tục hoặc mã hồ sơ', en: 'Number, name, procedure or code' },
  find: { vi: 'Tìm', en: 'Find' },
  from: { vi: 'Ký từ ngày', en: 'Signed from' },
  until: { vi: 'đến ngày', en: 'until' },
  kind: { vi: 'Kết quả', en: 'Result' },
  any: { vi: 'Tất cả', en: 'All' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  state: { vi: 'Hiệu lực', en: 'Validity' },
  valid: { vi: 'Còn hiệu lực', en: 'In force' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  proposed: { vi: 'Chờ xác nhận thu hồi', en: 'Revocation to confirm' },
  number: { vi: 'Số', en: 'Number' },
  document: { vi: 'Văn bản', en: 'Document' },
  holder: { vi: 'Cấp cho', en: 'Issued to' },
  identity: { vi: 'Số căn cước, mã số thuế', en: 'Identity number, tax code' },
  signedBy: { vi: 'Người ký', en: 'Signed by' },
  signedAt: { vi: 'Ký lúc', en: 'Signed at' },
  source: { vi: 'Cách ký', en: 'How it was signed' },
  digital: { vi: 'Ký số', en: 'Digitally' },
  scanned: { vi: 'Ký giấy, bản quét', en: 'On paper, scanned' },
  certificate: { vi: 'Chứng thư số', en: 'Certificate' },
  certificateOf: { vi: '{subject}, do {issuer} cấp, số {serial}', en: '{subject}, issued by {issuer}, number {serial}' },
  testCertificate: {
    vi: 'Ký bằng chứng thư thử nghiệm: văn bản này không có giá trị pháp lý.',
    en: 'Signed with a certificate for trial: this document has no legal force.'
  },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  open: { vi: 'Mở văn bản', en: 'Open the document' },
  print: { vi: 'In từ cửa sổ mở văn bản', en: 'Print it from the window that opens' },
  none: {
    vi: 'Không có kết quả nào khớp. Xin thử số, tên không dấu, hoặc bỏ bớt điều kiện.',
    en: 'Nothing matches. Try the number, the name without marks, or fewer conditions.'
  },
  many: { vi: '{n} kết quả trên trang này', en: '{n} results on this page' },
  caption: { vi: 'Mới ký trước', en: 'Latest first' },
  dateWrong: { vi: 'Ngày chưa đúng, xin chọn lại', en: 'The date is wrong, choose it again' },
  back: { vi: 'Sổ kết quả', en: 'Register' }
})

export const revokeWords = words({
  title: { vi: 'Thu hồi kết quả', en: 'Revoke the result' },
  lead: {
    vi: 'Một người đề nghị, người ký khác xác nhận. Từ lúc xác nhận, giấy không còn giá trị, trang kiểm tra nói như vậy và người được cấp được báo tin.',
    en: 'One person proposes, another who signs confirms. From then on the paper has no force, the check page says so and its owner is told.'
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Người được cấp đọc được lý do này.', en: 'The owner will read this.' },
  basis: { vi: 'Căn cứ (điều, khoản, văn bản)', en: 'Legal basis (article, document)' },
  propose: { vi: 'Đề nghị thu hồi', en: 'Propose to revoke' },
  proposed: { vi: 'Đã ghi đề nghị thu hồi, chờ người ký xác nhận.', en: 'The proposal is recorded and waits for confirmation.' },
  waits: { vi: '{by} đề nghị lúc {at}.', en: 'Proposed by {by} at {at}.' },
  confirm: { vi: 'Xác nhận thu hồi', en: 'Confirm the revocation' },
  confirmed: { vi: 'Đã thu hồi kết quả. Người được cấp được báo tin.', en: 'The result is revoked. Its owner is told.' },
  decline: { vi: 'Không thu hồi', en: 'Do not revoke' },
  declined: { vi: 'Đã ghi là không thu hồi.', en: 'Recorded: not revoked.' },
  note: { vi: 'Vì sao không thu hồi', en: 'Why not' },
  others: {
    vi: 'Người đề nghị không tự xác nhận; việc này chờ người ký khác của cơ quan.',
    en: 'Who proposed it does not confirm it; it waits for somebody else who signs.'
  },
  revokedAt: {
    vi: 'Thu hồi lúc {at}, {by} xác nhận. Lý do: {reason}. Căn cứ: {basis}.',
    en: 'Revoked at {at}, confirmed by {by}. Reason: {reason}. Basis: {basis}.'
  },
  history: { vi: 'Các đề nghị trước', en: 'Earlier proposals' },
  wasDeclined: { vi: '{by} không thu hồi, {at}: {note}', en: 'Declined by {by}, {at}: {note}' }
})

export const templateWords = words({
  title: { vi: 'Mẫu kết quả', en: 'Templates of results' },
  lead: {
    vi: 'Mẫu của cơ quan được dùng trước mẫu chung của Một Cửa. Bản mới chỉ dùng cho dự thảo mở sau đó; dự thảo đang soạn và kết quả đã ký không đổi.',
    en: 'The templates of the agency come before those of the house. A new version is for drafts begun after it; drafts at hand and signed results stay as they are.'
  },
  name: { vi: 'Mẫu', en: 'Template' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  every: { vi: 'Mọi thủ tục', en: 'Every procedure' },
  inForce: { vi: 'Đang dùng', en: 'In use' },
  certainty: { vi: 'Độ chắc', en: 'Certainty' },
  known: { vi: 'Đã biết', en: 'Known' },
  sourced: { vi: 'Có nguồn', en: 'Sourced' },
  unsure: { vi: 'Chưa chắc', en: 'Unsure' },
  see: { vi: 'Xem, sửa', en: 'See, change' },
  back: { vi: 'Mẫu kết quả', en: 'Templates' },
  textOf: { vi: 'Văn bản của mẫu', en: 'Text of the template' },
  textHint: {
    vi: 'Phần đầu là “khóa: giá trị”, mỗi ô cần điền một dòng “ask tên*: Nhãn | giá trị ban đầu | 1 hoặc 4 dòng”; sau dòng --- là thân văn bản. Dòng “Nhãn :: giá trị”, “- ý”, “> chữ giữa”, “## đề mục”, “| ô | ô |”.',
    en: 'First “key: value”, a line “ask name*: Label | first value | 1 or 4 lines” for each box; after --- the body. Lines are “Label :: value”, “- item”, “> centred”, “## heading”, “| cell | cell |”.'
  },
  holes: { vi: 'Chỗ điền sẵn', en: 'What fills in by itself' },
  answersHole: { vi: 'và câu trả lời trong tờ khai: {name}', en: 'and answers of the form: {name}' },
  validFrom: { vi: 'Dùng từ ngày', en: 'In use from' },
  note: { vi: 'Sửa gì, vì sao', en: 'What was changed, and why' },
  preview: { vi: 'Xem thử PDF', en: 'Try it as a PDF' },
  save: { vi: 'Lưu thành bản mới', en: 'Save as a new version' },
  saved: { vi: 'Đã lưu bản {n} của cơ quan.', en: 'Version {n} of the agency is saved.' },
  versions: { vi: 'Các bản của cơ quan', en: 'Versions of the agency' },
  noVersions: {
    vi: 'Cơ quan chưa có bản riêng; đang dùng mẫu của Một Cửa.',
    en: 'The agency has none of its own; that of the house is used.'
  },
  versionLine: { vi: 'Bản {n}, dùng từ {day}: {note} ({by}, {at})', en: 'Version {n}, from {day}: {note} ({by}, {at})' },
  open: { vi: 'Mở bản này', en: 'Open this one' },
  faultAt: { vi: 'Dòng {line}: {what}', en: 'Line {line}: {what}' },
  faults: { vi: 'Mẫu còn {n} chỗ sai', en: 'The template has {n} faults' },
  no_rule: { vi: 'thiếu dòng --- giữa phần đầu và thân', en: 'the line --- between head and body is missing' },
  unknown_key: { vi: 'không có khóa “{what}”', en: 'there is no key “{what}”' },
  missing_key: { vi: 'thiếu “{what}”', en: '“{what}” is missing' },
  bad_value: { vi: 'giá trị không dùng được: {what}', en: 'this value cannot be used: {what}' },
  unknown_placeholder: { vi: 'không có chỗ điền {what}', en: 'there is nothing to fill in for {what}' },
  bad_asked: { vi: 'ô cần điền viết chưa đúng: {what}', en: 'this box is not written right: {what}' },
  no_body: { vi: 'thân văn bản còn trống', en: 'the body is empty' },
  dayBefore: { vi: 'Ngày dùng không được trước hôm nay', en: 'The day may not be before today' }
})

export const earlierWords = words({
  about: { vi: '{title}, số {number}, {agency} cấp ngày {day}', en: '{title}, number {number}, issued by {agency} on {day}' },
  earlier: {
    vi: 'Người này đã có kết quả còn hiệu lực trong sổ của thành phố, không yêu cầu nộp lại:',
    en: 'The city’s register already holds valid results of this person; do not ask for them again:'
  },
  proven: {
    vi: 'Giấy đã nộp đúng từng byte với sổ kết quả, còn hiệu lực:',
    en: 'A paper given here is in the register byte for byte and holds:'
  },
  ended: {
    vi: 'Giấy đã nộp là kết quả đã bị thu hồi, không còn giá trị:',
    en: 'A paper given here is a result that was revoked and has no force:'
  }
})
