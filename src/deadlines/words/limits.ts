// Words of the page where an administrator keeps the dated limits.
import type { Words } from '../../kernel/locale.ts'
import type { TimeRuleKind } from '../rules.ts'

export const limitKinds: Record<TimeRuleKind, Words> = {
  supplement_limit: {
    vi: 'Cán bộ còn được yêu cầu bổ sung (ngày làm việc từ khi tiếp nhận)',
    en: 'An officer may ask for papers (working days from receipt)'
  },
  suspension: {
    vi: 'Được tạm dừng giải quyết (ngày; để trống nếu luật không định)',
    en: 'May be suspended (days; empty where the law names none)'
  },
  apology_limit: { vi: 'Phiếu xin lỗi ký chậm nhất trước hạn (ngày)', en: 'A letter of apology is signed before the due date (days)' },
  apology_lead: {
    vi: 'Dự thảo phiếu xin lỗi trước hạn (ngày làm việc)',
    en: 'A letter of apology is drafted before the due date (working days)'
  },
  escalate_officer: { vi: 'Nhắc cán bộ trước hạn (ngày làm việc)', en: 'The officer is told before the due date (working days)' },
  escalate_head: {
    vi: 'Nhắc lãnh đạo trước hạn (ngày làm việc; 0 là trong ngày)',
    en: 'The head is told before the due date (working days; 0 is the day)'
  },
  escalate_every: { vi: 'Khi đã trễ, cứ mấy ngày làm việc nhắc lại', en: 'Once late, told again every (working days)' },
  suspension_reminder: { vi: 'Nhắc trước khi hết tạm dừng (ngày làm việc)', en: 'Told before a suspension ends (working days)' },
  proposal_waiting: {
    vi: 'Đề nghị bổ sung lần hai được nằm chờ (ngày làm việc)',
    en: 'A second request may wait for an answer (working days)'
  },
  supplement_reminder: { vi: 'Nhắc khi người nộp chưa bổ sung (ngày)', en: 'Told when no papers came (days)' },
  supplement_closing: { vi: 'Đề nghị kết thúc khi người nộp không bổ sung (ngày)', en: 'Closing is proposed when no papers came (days)' }
}

export const certaintyWords = {
  sourced: { vi: 'đã đọc điều luật', en: 'the article was read' },
  known: { vi: 'hiểu biết chung', en: 'general knowledge' },
  unsure: { vi: 'cần kiểm tra lại', en: 'to be checked' }
} as const satisfies Record<string, Words>

export const limitWords = {
  title: { vi: 'Thời hạn', en: 'Limits' },
  lead: {
    vi: 'Các thời hạn ngoài thời hạn giải quyết của từng thủ tục. Đặt thời hạn mới từ một ngày; thời hạn cũ hết hiệu lực ngày đó. Dòng của thủ tục thắng dòng của lĩnh vực, rồi đến dòng chung.',
    en: 'Limits beside the processing time of each procedure. A new one holds from a day on, on which the old one ends. The row of a procedure beats that of its sector, which beats the common one.'
  },
  list: { vi: 'Thời hạn đang có', en: 'Limits there are' },
  listCaption: { vi: 'Mọi thời hạn, bản mới nhất trước', en: 'All limits, the latest version first' },
  kind: { vi: 'Thời hạn', en: 'Limit' },
  scope: { vi: 'Áp dụng cho', en: 'For' },
  scopeHint: {
    vi: 'Mã thủ tục (1.003725) hoặc mã lĩnh vực (L-DD); để trống là mọi hồ sơ',
    en: 'Code of a procedure (1.003725) or sector (L-DD); empty for all'
  },
  everybody: { vi: 'mọi hồ sơ', en: 'every dossier' },
  amount: { vi: 'Số ngày', en: 'Days' },
  noEnd: { vi: 'luật không định', en: 'not named by law' },
  from: { vi: 'Từ ngày', en: 'From' },
  fromHint: { vi: 'Ngày/tháng/năm, hôm nay hoặc sau hôm nay', en: 'Day/month/year, today or later' },
  to: { vi: 'đến {day}', en: 'until {day}' },
  article: { vi: 'Căn cứ', en: 'Article' },
  articleHint: { vi: 'Văn bản, điều, khoản; hoặc “Quy ước của thành phố”', en: 'Law and article, or “rule of the city”' },
  certainty: { vi: 'Mức chắc chắn', en: 'How sure' },
  changed: { vi: 'sửa lúc {at}', en: 'changed at {at}' },
  set: { vi: 'Đặt thời hạn mới', en: 'Set a new limit' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu thời hạn mới.', en: 'The new limit is saved.' }
} as const satisfies Record<string, Words>
