// Words of signing in, for citizens and for staff.
import type { Words } from '../../kernel/locale.ts'

export const signInWords = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: {
    vi: 'Chúng tôi gửi một mã 6 chữ số đến điện thoại của ông/bà. Không cần mật khẩu, không cần đăng ký trước.',
    en: 'We send a 6-digit code to your phone. No password, no registration.'
  },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: { vi: 'Ví dụ 0912 480 123', en: 'For example 0912 480 123' },
  send: { vi: 'Gửi mã cho tôi', en: 'Send me a code' },
  noPhone: {
    vi: 'Không có điện thoại? Ông/bà đến bất kỳ quầy một cửa nào, cán bộ nộp giúp.',
    en: 'No phone? Come to any one-stop desk: the clerk files for you.'
  },
  trackInstead: { vi: 'Chỉ muốn xem hồ sơ đến đâu? Không cần đăng nhập:', en: 'Only want to see where a dossier is? No need to sign in:' },
  track: { vi: 'tra cứu hồ sơ', en: 'track a dossier' },
  codeTitle: { vi: 'Nhập mã', en: 'Enter the code' },
  sentTo: { vi: 'Mã đã gửi đến số {phone}. Mã dùng được trong 10 phút.', en: 'The code was sent to {phone}. It works for 10 minutes.' },
  code: { vi: 'Mã 6 chữ số', en: '6-digit code' },
  codeHint: { vi: 'Có thể dán mã vào đây. Không đọc mã này cho bất kỳ ai.', en: 'You may paste it. Never read this code to anybody.' },
  enter: { vi: 'Đăng nhập', en: 'Sign in' },
  again: { vi: 'Gửi lại mã', en: 'Send a new code' },
  notArrived: { vi: 'Chưa nhận được mã?', en: 'No code yet?' },
  otherPhone: { vi: 'Dùng số điện thoại khác', en: 'Use another phone number' },
  sentAgain: { vi: 'Đã gửi mã mới. Mã cũ không còn tác dụng.', en: 'A new code was sent. The old one no longer works.' },
  demo: {
    vi: 'Bản dùng thử không gửi tin nhắn thật: mã nằm trong hộp thư đi.',
    en: 'This trial sends no real messages: the code is in the outbox.'
  },
  outbox: { vi: 'Mở hộp thư đi', en: 'Open the outbox' },
  signedOut: { vi: 'Đã đăng xuất. Hồ sơ của ông/bà vẫn được giữ.', en: 'You are signed out. Your dossiers are kept.' },
  staffTitle: { vi: 'Đăng nhập cho cán bộ', en: 'Staff sign-in' },
  staffLead: { vi: 'Dành cho cán bộ một cửa, cán bộ xử lý và nhân viên bưu điện.', en: 'For one-stop clerks, officers and postal staff.' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  forgotten: { vi: 'Quên mật khẩu: xin gọi người quản trị của cơ quan.', en: 'Forgotten password: ask the administrator of your office.' },
  citizens: { vi: 'Ông/bà là người dân, doanh nghiệp?', en: 'Are you a citizen or a business?' },
  citizensLink: { vi: 'Đăng nhập bằng điện thoại', en: 'Sign in with your phone' }
} satisfies Record<string, Words>
