// Words of the officer who drafts a result and of the colleague who reads it.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const draftWords = words({
  title: { vi: 'Dự thảo kết quả', en: 'Draft of the result' },
  listTitle: { vi: 'Dự thảo kết quả của cơ quan', en: 'Drafts of results' },
  back: { vi: 'Hồ sơ', en: 'Dossier' },
  choose: { vi: 'Soạn kết quả từ mẫu', en: 'Draft the result from a template' },
  chooseLead: {
    vi: 'Chọn kết quả. Các ô được điền sẵn từ hồ sơ, ông/bà sửa được trước khi trình ký. Số văn bản được cấp lúc ký.',
    en: 'Choose the result. The boxes are filled in from the dossier and can be changed before it goes to be signed. The number is given when it is signed.'
  },
  approve: { vi: 'Soạn văn bản đồng ý', en: 'Draft the approval' },
  refuse: { vi: 'Soạn văn bản từ chối', en: 'Draft the refusal' },
  template: { vi: 'Mẫu', en: 'Template' },
  noTemplate: { vi: 'Chưa có mẫu đang hiệu lực', en: 'No template in force' },
  version: { vi: 'Phiên bản mẫu', en: 'Version of the template' },
  unsure: {
    vi: 'Mẫu này do Một Cửa soạn, chưa đối chiếu với mẫu ban hành kèm thông tư. Nếu pháp luật quy định mẫu, xin dùng mẫu đó và tải bản quét ở trang hồ sơ.',
    en: 'This template is our own wording and was not compared with the form of the circular. Where the law prescribes a form, use it and upload the scan on the page of the dossier.'
  },
  text: { vi: 'Nội dung', en: 'Text' },
  titleOf: { vi: 'Tên văn bản', en: 'Title of the document' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu dự thảo.', en: 'The draft is saved.' },
  preview: { vi: 'Xem trước PDF', en: 'Preview the PDF' },
  previewHint: { vi: 'Bản xem trước theo lần lưu gần nhất.', en: 'The preview shows what was saved last.' },
  askReview: { vi: 'Lưu và chuyển đồng nghiệp xem xét', en: 'Save and send for review' },
  send: { vi: 'Lưu và trình ký', en: 'Save and send for signature' },
  sent: { vi: 'Đã trình ký.', en: 'Sent for signature.' },
  askedReview: { vi: 'Đã chuyển xem xét.', en: 'Sent for review.' },
  takeBack: { vi: 'Lấy lại để sửa', en: 'Take it back' },
  tookBack: { vi: 'Đã lấy lại dự thảo.', en: 'The draft is back with you.' },
  drop: { vi: 'Bỏ dự thảo', en: 'Drop the draft' },
  dropped: { vi: 'Đã bỏ dự thảo.', en: 'The draft was dropped.' },
  endorse: { vi: 'Đồng ý, trình ký', en: 'Agree, send for signature' },
  endorsed: { vi: 'Đã đồng ý và trình ký.', en: 'Agreed and sent for signature.' },
  giveBack: { vi: 'Trả lại người soạn', en: 'Return to the drafter' },
  gaveBack: { vi: 'Đã trả lại người soạn.', en: 'Returned to the drafter.' },
  remark: { vi: 'Ý kiến', en: 'Remark' },
  remarkHint: { vi: 'Ghi rõ chỗ cần sửa.', en: 'Say what is to be changed.' },
  begun: { vi: 'Đã mở dự thảo.', en: 'The draft is open.' },
  lastRemark: { vi: 'Ý kiến gần nhất: {remark}', en: 'Last remark: {remark}' },
  drafter: { vi: 'Người soạn', en: 'Drafted by' },
  state: { vi: 'Đang ở', en: 'Where it is' },
  kind: { vi: 'Kết quả', en: 'Result' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  holder: { vi: 'Chủ hồ sơ', en: 'Applicant' },
  trail: { vi: 'Diễn biến của dự thảo', en: 'History of the draft' },
  beginStep: { vi: 'Mở dự thảo', en: 'Draft begun' },
  waitsForSigner: {
    vi: 'Dự thảo đang chờ ký. Người soạn lấy lại được cho đến khi có lệnh ký.',
    en: 'The draft waits to be signed. Who drafted it may take it back until it is ordered.'
  },
  isSigning: { vi: 'Dự thảo đang được ký.', en: 'The draft is being signed.' },
  isSigned: { vi: 'Đã ký thành kết quả. Xem trong sổ kết quả.', en: 'It was signed and is a result now. See the register.' },
  mine: { vi: 'Của tôi', en: 'Mine' },
  review: { vi: 'Chờ tôi xem xét', en: 'For me to read' },
  toSign: { vi: 'Chờ ký', en: 'Waiting for signature' },
  none: { vi: 'Không có dự thảo nào ở đây.', en: 'No drafts here.' },
  caption: { vi: 'Chờ lâu nhất trước', en: 'Longest waiting first' },
  since: { vi: 'Từ lúc', en: 'Since' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  document: { vi: 'Văn bản', en: 'Document' },
  open: { vi: 'Mở', en: 'Open' },
  notYet: {
    vi: 'Hồ sơ đang ở bước “{state}” nên chưa soạn được kết quả.',
    en: 'The dossier is at the step “{state}”, so no result can be drafted yet.'
  }
})
