// Words of "Giấy tờ của tôi", and of what a scanner said.
import type { Words } from '../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const lockerWords = words({
  title: { vi: 'Giấy tờ của tôi', en: 'My papers' },
  lead: {
    vi: 'Giấy tờ ông/bà đã đồng ý giữ lại để lần sau khỏi chụp lại. Chỉ ông/bà thấy. Cơ quan chỉ nhận giấy khi ông/bà chọn giấy đó trong hồ sơ.',
    en: 'Papers you agreed to keep, so that you need not photograph them again. Only you see them. An office gets one only when you choose it in a dossier.'
  },
  none: { vi: 'Ông/bà chưa giữ giấy tờ nào.', en: 'You keep no papers yet.' },
  noneNext: {
    vi: 'Sau khi nộp hồ sơ, giấy đã nộp hiện ở đây để ông/bà chọn giữ lại.',
    en: 'After you file a dossier its papers appear here, and you can choose to keep them.'
  },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  given: { vi: 'Giấy đã nộp, chưa giữ lại', en: 'Papers you filed and do not keep' },
  givenIn: { vi: 'Nộp trong hồ sơ {code}', en: 'Filed in dossier {code}' },
  keep: { vi: 'Giữ lại', en: 'Keep' },
  view: { vi: 'Xem', en: 'View' },
  edit: { vi: 'Sửa', en: 'Edit' },
  remove: { vi: 'Bỏ', en: 'Delete' },
  issuer: { vi: 'Nơi cấp', en: 'Issued by' },
  number: { vi: 'Số giấy', en: 'Number' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  expiresOn: { vi: 'Có giá trị đến', en: 'Valid until' },
  valid: { vi: 'Còn hạn', en: 'Valid' },
  soon: { vi: 'Sắp hết hạn', en: 'Expires soon' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  soonText: {
    vi: 'Hết hạn ngày {day}. Xin làm giấy mới trước ngày đó nếu còn cần dùng.',
    en: 'It expires on {day}. Renew it before that day if you still need it.'
  },
  expiredText: {
    vi: 'Đã hết hạn ngày {day}. Có giấy mới thì nộp trong hồ sơ rồi giữ lại, và bỏ giấy này.',
    en: 'It expired on {day}. File the new one in a dossier, keep it, and delete this one.'
  },
  usedBy: { vi: 'Hồ sơ đang dùng giấy này', en: 'Open dossiers that use this paper' },
  draft: { vi: 'bản nháp', en: 'draft' },
  keepTitle: { vi: 'Giữ lại giấy này cho lần sau', en: 'Keep this paper for the next time' },
  editTitle: { vi: 'Sửa thông tin giấy tờ', en: 'Edit this paper' },
  name: { vi: 'Tên giấy', en: 'Name of the paper' },
  nameHint: {
    vi: 'Như thủ tục gọi, để lần sau được gợi ý đúng chỗ.',
    en: 'As procedures call it, so that it is offered in the right place.'
  },
  issuerHint: { vi: 'Ví dụ: Ủy ban nhân dân phường Lạch Tray', en: 'For example: People’s Committee of Lạch Tray ward' },
  expiresHint: { vi: 'Bỏ trống nếu giấy không ghi thời hạn.', en: 'Leave empty if the paper has no time limit.' },
  consentTitle: { vi: 'Đồng ý giữ lại', en: 'Consent' },
  consent: {
    vi: 'Tôi đồng ý để hệ thống giữ bản chụp giấy này, chỉ để tôi dùng lại khi nộp hồ sơ. Tôi có thể bỏ bất cứ lúc nào.',
    en: 'I agree that a copy of this paper is kept, only for me to use again in my dossiers. I can delete it at any time.'
  },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Quay lại', en: 'Back' },
  kept: { vi: 'Đã giữ lại “{name}”.', en: '“{name}” is kept.' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  removed: { vi: 'Đã bỏ “{name}”.', en: '“{name}” was deleted.' },
  removeTitle: { vi: 'Bỏ giấy này?', en: 'Delete this paper?' },
  removeText: {
    vi: 'Bản giữ ở đây bị xóa. Lần sau cần, ông/bà phải chụp lại.',
    en: 'The copy kept here is deleted. If you need it again, you will have to photograph it.'
  },
  removeUsed: {
    vi: 'Các hồ sơ sau đang dùng giấy này. Bản đã đưa vào hồ sơ vẫn còn ở đó:',
    en: 'These open dossiers use this paper. The copy in each dossier stays there:'
  },
  removeKeep: { vi: 'Giữ lại', en: 'Keep it' }
})

export const scanWords = words({
  clean: { vi: 'Đã quét vi-rút', en: 'Scanned for viruses' },
  not_scanned: { vi: 'Chưa quét vi-rút', en: 'Not scanned for viruses' }
})
