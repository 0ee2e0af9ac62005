// Words of the pages where heads say who answers for what, and who stands in for whom.
import type { Words } from '../../kernel/locale.ts'
import type { StaffRole } from '../roles.ts'

export const roleWords: Record<StaffRole, Words> = {
  clerk: { vi: 'Tiếp nhận', en: 'Reception' },
  officer: { vi: 'Xử lý', en: 'Officer' },
  signer: { vi: 'Ký duyệt', en: 'Signs' },
  supervisor: { vi: 'Phụ trách một cửa', en: 'Heads the desk' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  postman: { vi: 'Bưu tá', en: 'Postman' }
}

export const peopleWords = {
  title: { vi: 'Phân công và thay thế', en: 'Duties and substitutes' },
  lead: {
    vi: 'Ai phụ trách lĩnh vực nào, ai làm thay ai khi vắng. Thay đổi có hiệu lực ngay ở trang kế tiếp người đó mở.',
    en: 'Who answers for which sector, and who stands in for whom. A change holds from the next page that person opens.'
  },
  people: { vi: 'Mọi người', en: 'People' },
  name: { vi: 'Họ và tên', en: 'Name' },
  role: { vi: 'Vai trò', en: 'Role' },
  duties: { vi: 'Phụ trách', en: 'Answers for' },
  everything: { vi: 'Mọi thủ tục của cơ quan', en: 'Every procedure of the agency' },
  change: { vi: 'Đổi', en: 'Change' },
  changeOf: { vi: ' phân công của {name}', en: ' the duties of {name}' },
  away: { vi: 'Đang và sắp vắng', en: 'Away, now and soon' },
  absent: { vi: 'Người vắng', en: 'Who is away' },
  substitute: { vi: 'Người làm thay', en: 'Who stands in' },
  from: { vi: 'Từ ngày', en: 'First day' },
  to: { vi: 'Đến hết ngày', en: 'Last day' },
  reason: { vi: 'Lý do', en: 'Reason' },
  arranged: { vi: '{name} lập lúc {at}', en: 'Arranged by {name}, {at}' },
  nobodyAway: { vi: 'Không ai vắng.', en: 'Nobody is away.' },
  end: { vi: 'Kết thúc', en: 'End now' },
  endOf: { vi: ' việc làm thay {name}', en: ' standing in for {name}' },
  arrange: { vi: 'Lập việc làm thay', en: 'Arrange a substitute' },
  choosePerson: { vi: 'Chọn người', en: 'Choose a person' },
  save: { vi: 'Lưu phân công', en: 'Save duties' },
  dutiesOf: { vi: 'Phân công của {name}', en: 'Duties of {name}' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  all: { vi: 'Mọi thủ tục của cơ quan', en: 'Every procedure of the agency' },
  some: { vi: 'Chỉ những lĩnh vực, thủ tục chọn dưới đây', en: 'Only the sectors and procedures chosen below' },
  sectors: { vi: 'Lĩnh vực', en: 'Sectors' },
  procedures: { vi: 'Từng thủ tục', en: 'Single procedures' },
  proceduresHint: { vi: 'Mã thủ tục, mỗi dòng một mã, ví dụ 2.000815', en: 'Procedure codes, one on a line, such as 2.000815' },
  saved: { vi: 'Đã lưu phân công của {name}.', en: 'The duties of {name} are saved.' },
  arrangedNow: { vi: 'Đã lập việc làm thay.', en: 'The substitute is arranged.' },
  ended: { vi: 'Đã kết thúc việc làm thay.', en: 'The substitution has ended.' },
  back: { vi: 'Phân công và thay thế', en: 'Duties and substitutes' }
} as const satisfies Record<string, Words>
