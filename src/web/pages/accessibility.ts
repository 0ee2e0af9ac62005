// The accessibility statement: what was built in, what is still hard, how to get help or report a fault.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { citizenPage, type Frame } from '../layout.ts'

const words = {
  title: { vi: 'Cho người khuyết tật', en: 'Accessibility' },
  lead: {
    vi: 'Trang này làm theo chuẩn WCAG 2.2, mức AA, và nghĩa vụ tại Thông tư 32/2017/TT-BTTTT.',
    en: 'This site follows WCAG 2.2 level AA and the duty set by Circular 32/2017/TT-BTTTT.'
  },
  does: { vi: 'Trang này giúp ông/bà', en: 'What this site does' },
  limits: { vi: 'Chỗ còn khó', en: 'What is still hard' },
  report: { vi: 'Gặp chỗ khó dùng?', en: 'Found something hard to use?' },
  reportText: {
    vi: 'Xin gọi 1022, nói tên trang và chỗ vướng. Trong lúc chờ sửa, quầy một cửa gần nhà giúp ông/bà nộp.',
    en: 'Call 1022 and say which page and what stood in the way. Until it is mended, the nearest one-stop desk helps you file.'
  }
} satisfies Record<string, Words>

const does: Words[] = [
  {
    vi: 'Dùng được chỉ bằng bàn phím; chỗ đang đứng luôn có viền đậm.',
    en: 'Everything works by keyboard alone; the place of focus always has a strong ring.'
  },
  {
    vi: 'Chữ phóng to gấp đôi vẫn đọc được, không phải kéo ngang. Cuối mỗi trang có nút “Cỡ chữ lớn”.',
    en: 'Text can be doubled without scrolling sideways. “Larger text” is at the foot of every page.'
  },
  {
    vi: 'Trạng thái luôn có chữ và hình, không chỉ có màu.',
    en: 'A state is always said in words and by a sign, never by colour alone.'
  },
  {
    vi: 'Không có hình đố, không bắt gõ lại điều đã gõ, được dán mã.',
    en: 'No puzzles, nothing asked twice, codes may be pasted.'
  },
  {
    vi: 'Sai ở đâu nói rõ ở đó, kèm cách sửa; những gì đã gõ vẫn còn.',
    en: 'Each error is named where it is, with how to mend it; what you typed stays.'
  },
  { vi: 'Mọi trang dùng được khi tắt JavaScript.', en: 'Every page works with JavaScript switched off.' }
]

const limits: Words[] = [
  {
    vi: 'Giấy tờ do ông/bà hoặc cơ quan khác chụp, quét là ảnh: máy đọc màn hình không đọc được chữ trong ảnh.',
    en: 'Papers scanned by you or other offices are pictures: screen readers cannot read the text in them.'
  },
  { vi: 'Chưa có phim hướng dẫn bằng ngôn ngữ ký hiệu.', en: 'There are no sign-language videos yet.' }
]

export function accessibilityPage(frame: Frame): Html {
  const { locale } = frame
  const list = (lines: Words[]) => html`<ul class="bullets">${lines.map((line) => html`<li>${line[locale]}</li>`)}</ul>`
  const main = html`<h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p><h2>${words.does[locale]}</h2>${list(does)}<h2>${words.limits[locale]}</h2>${list(limits)}<h2>${words.report[locale]}</h2><p>${words.reportText[locale]}</p>`
  return citizenPage({ ...frame, title: words.title[locale], main })
}
