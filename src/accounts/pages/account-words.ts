// Words of the account: who one is, the ways in, where one is signed in, and signing in elsewhere. `{provider}` is its name.
import type { Words } from '../../kernel/locale.ts'

export const accountWords = {
  title: { vi: 'Tài khoản', en: 'Account' },
  who: { vi: 'Thông tin của ông/bà', en: 'About you' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  noName: { vi: 'Chưa có', en: 'Not given yet' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  identity: { vi: 'Danh tính', en: 'Identity' },
  number: { vi: 'Số định danh', en: 'Identity number' },
  verified: { vi: 'Đã xác thực qua {provider}, {day}', en: 'Verified by {provider}, {day}' },
  notVerified: { vi: 'Chưa xác thực', en: 'Not verified' },
  ways: { vi: 'Cách đăng nhập', en: 'Ways to sign in' },
  byCode: { vi: 'Mã gửi đến số {phone}', en: 'A code sent to {phone}' },
  always: { vi: 'Luôn dùng được', en: 'Always works' },
  linked: { vi: 'Ghép ngày {day}, dùng gần nhất {last}', en: 'Linked on {day}, last used {last}' },
  link: { vi: 'Ghép {provider} với tài khoản này', en: 'Link {provider} to this account' },
  linkWhy: {
    vi: 'Ghép xong, lần sau ông/bà đăng nhập bằng {provider}; họ tên và số định danh được điền sẵn khi nộp hồ sơ.',
    en: 'Once linked you can sign in with {provider}; your name and identity number are filled in when you file.'
  },
  unlink: { vi: 'Gỡ {provider}', en: 'Remove {provider}' },
  unlinked: {
    vi: 'Đã gỡ {provider} và đăng xuất các thiết bị khác. Lần sau xin đăng nhập bằng mã gửi đến điện thoại.',
    en: '{provider} was removed and other devices are signed out. Next time sign in with a code sent to your phone.'
  },
  sessions: { vi: 'Thiết bị đang đăng nhập', en: 'Where you are signed in' },
  sessionsLead: {
    vi: 'Thấy thiết bị lạ? Xin đăng xuất thiết bị đó ngay.',
    en: 'A device you do not know? Sign it out at once.'
  },
  thisOne: { vi: 'Đang dùng', en: 'This one' },
  since: { vi: 'Đăng nhập lúc {since}, hoạt động gần nhất khoảng {seen}', en: 'Signed in at {since}, last active about {seen}' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signOutDevice: { vi: ' thiết bị {device}', en: ' of {device}' },
  signOutOthers: { vi: 'Đăng xuất các thiết bị khác', en: 'Sign out other devices' },
  signOutAll: { vi: 'Đăng xuất mọi nơi, cả ở đây', en: 'Sign out everywhere, here too' },
  endedOne: { vi: 'Đã đăng xuất thiết bị đó.', en: 'That device is signed out.' },
  endedOthers: { vi: 'Đã đăng xuất {n} thiết bị khác.', en: '{n} other devices are signed out.' },
  endedNone: { vi: 'Không có thiết bị nào khác đang đăng nhập.', en: 'No other device is signed in.' },
  endedAll: { vi: 'Đã đăng xuất mọi nơi. Hồ sơ của ông/bà vẫn được giữ.', en: 'You are signed out everywhere. Your dossiers are kept.' },
  mine: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },

  staffTitle: { vi: 'Tài khoản cán bộ', en: 'Staff account' },
  agency: { vi: 'Nơi làm việc', en: 'Works at' },
  staffSessionsLead: {
    vi: 'Thấy thiết bị lạ: đăng xuất thiết bị đó và báo người quản trị đổi mật khẩu.',
    en: 'A device you do not know: sign it out and ask the administrator for a new password.'
  },
  staffEndedAll: { vi: 'Đã đăng xuất mọi nơi.', en: 'You are signed out everywhere.' }
} satisfies Record<string, Words>

export const newPhoneWords = {
  change: { vi: 'Đổi số điện thoại', en: 'Change the phone number' },
  lead: {
    vi: 'Số đang dùng là {phone}. Chúng tôi gửi một mã đến số mới và một mã đến số đang dùng.',
    en: 'The number now is {phone}. We send one code to the new number and one to the present one.'
  },
  leadVouched: {
    vi: 'Số đang dùng là {phone}. Ông/bà đã đăng nhập bằng tài khoản định danh nên chỉ cần mã gửi đến số mới.',
    en: 'The number now is {phone}. You signed in with a verified identity, so a code to the new number is enough.'
  },
  lost: {
    vi: 'Không còn dùng số cũ? Xin đăng nhập bằng tài khoản định danh đã ghép từ 7 ngày trở lên rồi đổi số, hoặc gọi 1022.',
    en: 'No longer have the old number? Sign in with an identity you linked at least 7 days ago and change it then, or call 1022.'
  },
  newPhone: { vi: 'Số điện thoại mới', en: 'New phone number' },
  send: { vi: 'Gửi mã', en: 'Send the codes' },
  codesTitle: { vi: 'Nhập mã để đổi số', en: 'Enter the codes' },
  newCode: { vi: 'Mã gửi đến số mới {phone}', en: 'Code sent to the new number {phone}' },
  oldCode: { vi: 'Mã gửi đến số đang dùng {phone}', en: 'Code sent to the present number {phone}' },
  save: { vi: 'Đổi số', en: 'Change the number' },
  again: { vi: 'Gửi mã mới', en: 'Send new codes' },
  done: {
    vi: 'Đã đổi sang số {phone}. Các thiết bị khác đã đăng xuất. Hồ sơ đã nộp vẫn ghi số cũ; cần đổi số nhận tin của hồ sơ nào, xin gọi 1022.',
    en: 'The number is now {phone}; other devices are signed out. Dossiers already filed keep the old number; to change it for one, call 1022.'
  }
} satisfies Record<string, Words>

export const elsewhereWords = {
  signIn: { vi: 'Đăng nhập bằng {provider}', en: 'Sign in with {provider}' },
  signInWhy: {
    vi: 'Nhanh nhất nếu ông/bà đã có tài khoản {provider}: họ tên, số định danh được điền sẵn.',
    en: 'Quickest if you have {provider}: your name and identity number are filled in.'
  },
  orPhone: { vi: 'Hoặc đăng nhập bằng số điện thoại', en: 'Or sign in with your phone number' },
  down: {
    vi: '{provider} đang không phản hồi. Xin đăng nhập bằng số điện thoại bên dưới, hoặc thử lại sau ít phút. Hồ sơ đang làm dở vẫn được giữ.',
    en: '{provider} does not answer at the moment. Sign in with your phone number below, or try again in a few minutes. Drafts are kept.'
  },
  downLinking: {
    vi: '{provider} đang không phản hồi nên chưa ghép được. Xin thử lại sau ít phút; tài khoản không thay đổi.',
    en: '{provider} does not answer, so nothing was linked. Try again in a few minutes; your account is unchanged.'
  },
  declined: {
    vi: 'Ông/bà đã chọn không đăng nhập bằng {provider}. Không có gì thay đổi.',
    en: 'You chose not to sign in with {provider}. Nothing was changed.'
  },
  untrue: {
    vi: 'Lần đăng nhập bằng {provider} này không dùng được: trang mở đã lâu, hoặc đã dùng một lần. Xin bắt đầu lại.',
    en: 'This sign-in with {provider} cannot be used: it took too long or was used before. Please start again.'
  },
  linkTitle: { vi: 'Ghép {provider} với tài khoản', en: 'Link {provider} to your account' },
  hello: { vi: '{provider} cho biết ông/bà là {name}.', en: '{provider} says you are {name}.' },
  exists: {
    vi: 'Đã có tài khoản với số {phone}. Để chắc chắn tài khoản đó là của ông/bà, chúng tôi gửi một mã 6 chữ số đến số này. Nhập mã một lần, lần sau không cần nữa.',
    en: 'There is an account with {phone}. To be sure it is yours we send a 6-digit code to that number. You enter it once, never again.'
  },
  phoneNeeded: {
    vi: '{provider} chưa cho biết số điện thoại đã xác thực. Xin cho số điện thoại để nhận tin về hồ sơ; chúng tôi gửi một mã 6 chữ số đến số đó.',
    en: '{provider} gave no verified phone number. Please give one for messages about your dossiers; we send it a 6-digit code.'
  },
  sendCode: { vi: 'Gửi mã cho tôi', en: 'Send me a code' },
  decline: { vi: 'Không ghép', en: 'Do not link' },
  onePhone: {
    vi: 'Mỗi số điện thoại chỉ có một tài khoản. Không ghép thì tài khoản cũ giữ nguyên; ông/bà vẫn đăng nhập được bằng số điện thoại.',
    en: 'A phone number has one account only. If you do not link, that account stays as it is; you can still sign in with the phone.'
  },
  notLinked: {
    vi: 'Chưa ghép {provider}; tài khoản cũ giữ nguyên. Mỗi số điện thoại chỉ có một tài khoản: xin đăng nhập bằng số điện thoại, hoặc gọi 1022 nếu số này không còn của ông/bà.',
    en: '{provider} was not linked; the account stays as it was. A phone has one account only: sign in with the phone, or call 1022 if it is no longer yours.'
  },
  linked: {
    vi: 'Đã ghép {provider}. Lần sau ông/bà đăng nhập thẳng bằng {provider}.',
    en: '{provider} is linked. Next time sign in with it directly.'
  },
  confirmLead: {
    vi: 'Ghép {provider} của {name} với tài khoản đang đăng nhập? Chỉ ghép nếu đúng là ông/bà.',
    en: 'Link the {provider} of {name} to the account you are signed in to? Only do so if that is you.'
  },
  confirm: { vi: 'Đúng là tôi, ghép', en: 'That is me, link it' },
  back: { vi: 'Tài khoản', en: 'Account' },
  otherWay: { vi: 'Đăng nhập cách khác', en: 'Sign in another way' }
} satisfies Record<string, Words>

/** The sentence with the names in braces filled in. */
export const say = (text: string, values: Record<string, string>): string => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
