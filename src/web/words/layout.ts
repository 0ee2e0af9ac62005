// Words around every page: masthead, navigation, footer.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const frameWords = words({
  site: { vi: 'Một Cửa Hải Phòng', en: 'Một Cửa Hải Phòng' },
  city: { vi: 'thành phố Hải Phòng', en: 'city of Hải Phòng' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  errorPrefix: { vi: 'Lỗi: ', en: 'Error: ' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  account: { vi: 'Tài khoản', en: 'Account' },
  menu: { vi: 'Mục lục', en: 'Menu' },
  mainNav: { vi: 'Chính', en: 'Main' },
  trail: { vi: 'Ông/bà đang ở', en: 'You are here' },
  home: { vi: 'Trang đầu', en: 'Home' }
})

export const helpingWords = words({
  label: { vi: 'Ông/bà đang làm giúp', en: 'You are helping' },
  filing: { vi: 'Ông/bà đang làm hồ sơ cho', en: 'You are filing for' },
  until: { vi: 'được nhờ đến {until}', en: 'asked until {until}' },
  stop: { vi: 'Thôi giúp', en: 'Stop helping' },
  own: { vi: 'Về hồ sơ của tôi', en: 'To my own dossiers' }
})

export const mastheadWords = words({
  label: { vi: 'Trang chính thức', en: 'Official site' },
  claim: { vi: 'Trang chính thức của thành phố Hải Phòng.', en: 'Official site of the city of Hải Phòng.' },
  how: { vi: 'Cách nhận biết', en: 'How to tell' },
  address: { vi: 'Địa chỉ đang mở là', en: 'You are at the address' },
  compare: {
    vi: 'Xin so với địa chỉ in trên giấy hẹn hoặc bảng niêm yết ở quầy một cửa.',
    en: 'Compare it with the one printed on your receipt or shown at the one-stop desk.'
  },
  secrets: {
    vi: 'Cán bộ không gọi điện hỏi mật khẩu hay mã một lần của ông/bà.',
    en: 'Our staff never call to ask for your password or one-time code.'
  },
  payments: { vi: 'Lệ phí nào cũng có biên lai. Nghi ngờ, xin gọi', en: 'Every fee has a receipt. In doubt, call' }
})

export const footWords = words({
  help: { vi: 'Cần người giúp?', en: 'Need help?' },
  helpText: {
    vi: 'Gọi số này, đọc mã hồ sơ nếu có. Hoặc đến quầy một cửa gần nhà, cán bộ giúp ông/bà nộp.',
    en: 'Call this number and have your dossier code ready. Or come to the nearest one-stop desk: the clerk helps you file.'
  },
  helpLink: { vi: 'Hỏi đáp và hướng dẫn', en: 'Questions and guidance' },
  pages: { vi: 'Trang này', en: 'This site' },
  procedures: { vi: 'Tất cả thủ tục, xếp A–Z', en: 'All procedures, A–Z' },
  track: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  check: { vi: 'Kiểm tra giấy tờ', en: 'Check a paper' },
  places: { vi: 'Nơi nộp và giờ mở cửa', en: 'Where to file, opening hours' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  askHelp: { vi: 'Nhờ người giúp', en: 'Ask somebody to help' },
  giveHelp: { vi: 'Giúp người khác', en: 'Help somebody' },
  ease: { vi: 'Dễ đọc, dễ dùng', en: 'Easier to read and use' },
  biggerText: { vi: 'Cỡ chữ lớn', en: 'Larger text' },
  normalText: { vi: 'Cỡ chữ thường', en: 'Normal text size' },
  accessibility: { vi: 'Cho người khuyết tật', en: 'Accessibility' },
  statistics: { vi: 'Thống kê', en: 'Statistics' },
  about: { vi: 'Giới thiệu trang', en: 'About this site' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  owner: { vi: 'Ủy ban nhân dân thành phố Hải Phòng', en: "People's Committee of Hải Phòng City" }
})

export const navWords = words({
  procedures: { vi: 'Thủ tục', en: 'Procedures' },
  track: { vi: 'Tra cứu hồ sơ', en: 'Track' },
  places: { vi: 'Nơi nộp', en: 'Places' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' }
})

export const deskWords = words({
  queue: { vi: 'Hồ sơ', en: 'Dossiers' },
  walkIn: { vi: 'Tiếp nhận', en: 'Accept' },
  consultations: { vi: 'Xin ý kiến', en: 'Questions' },
  forwarding: { vi: 'Chuyển giải quyết', en: 'Forwarding' },
  officerTray: { vi: 'Xử lý', en: 'My tray' },
  resultDrafts: { vi: 'Dự thảo', en: 'Drafts' },
  toSign: { vi: 'Ký', en: 'Sign' },
  results: { vi: 'Sổ kết quả', en: 'Results' },
  resultTemplates: { vi: 'Mẫu kết quả', en: 'Result templates' },
  parcels: { vi: 'Bưu gửi đến', en: 'Arrivals' },
  proposals: { vi: 'Đề nghị bổ sung', en: 'Proposals to ask again' },
  handOut: { vi: 'Trả kết quả', en: 'Hand out' },
  turns: { vi: 'Số thứ tự', en: 'Queue' },
  shift: { vi: 'Ca làm việc', en: 'Shift' },
  devices: { vi: 'Kiểm tra thiết bị', en: 'Device check' },
  bordereaux: { vi: 'Bảng kê', en: 'Bordereaux' },
  reconcile: { vi: 'Đối soát', en: 'Reconcile' },
  outage: { vi: 'Khi mất mạng', en: 'Without a network' },
  petitions: { vi: 'Phản ánh', en: 'Petitions' },
  questions: { vi: 'Hỏi đáp', en: 'Questions' },
  ratings: { vi: 'Đánh giá', en: 'Ratings' },
  originals: { vi: 'Bản chính', en: 'Originals' },
  register: { vi: 'Sổ theo dõi', en: 'Register' },
  formTexts: { vi: 'Mẫu giấy', en: 'Official forms' },
  more: { vi: 'Mục khác', en: 'More' },
  limits: { vi: 'Thời hạn', en: 'Limits' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  notices: { vi: 'Nhắc việc', en: 'Notices' },
  people: { vi: 'Phân công', en: 'People' },
  guidance: { vi: 'Phiếu hướng dẫn', en: 'Slips of guidance' },
  missedWords: { vi: 'Từ khóa', en: 'Missed words' },
  findKey: { vi: 'tìm', en: 'find' },
  find: { vi: 'Mã hồ sơ, tên, số căn cước', en: 'Code, name, identity number' }
})
