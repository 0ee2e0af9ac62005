// About this site: what it is for, what it keeps of a person's data and who may see it, what else can be built on it.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { citizenPage, type Frame } from '../layout.ts'

const words = {
  title: { vi: 'Giới thiệu trang', en: 'About this site' },
  what: {
    vi: 'Một Cửa là nơi nộp mọi thủ tục của thành phố: trên trang này, tại quầy, hoặc qua bưu điện. Lúc nào ông/bà cũng biết hồ sơ ở đâu, ai giữ, bao giờ xong và vì sao.',
    en: 'Một Cửa is where every procedure of the city is filed: on this site, at a desk or by post. At any hour you know where your dossier is, who holds it, when it is due and why.'
  },
  data: { vi: 'Dữ liệu của ông/bà', en: 'Your data' },
  dataText: {
    vi: 'Chúng tôi chỉ hỏi điều thủ tục cần. Người xử lý hồ sơ mới được xem; mỗi bước đi của hồ sơ đều ghi lại ai làm, lúc nào. Trang này không dùng mã theo dõi của bên ngoài.',
    en: 'We ask only what the procedure needs. Only those who handle the dossier see it, and every step records who acted and when. There are no outside trackers on this site.'
  },
  builders: { vi: 'Cho cơ quan và người lập trình', en: 'For offices and developers' },
  buildersText: {
    vi: 'Thủ tục, cơ quan, cách tính hạn và hồ sơ đều có giao diện lập trình mở.',
    en: 'Procedures, agencies, due dates and dossiers have an open programming interface.'
  },
  buildersLink: { vi: 'Tài liệu giao diện lập trình', en: 'API documentation' }
} satisfies Record<string, Words>

export function aboutPage(frame: Frame): Html {
  const { locale } = frame
  const main = html`<h1>${words.title[locale]}</h1><p>${words.what[locale]}</p><h2>${words.data[locale]}</h2><p>${words.dataText[locale]}</p><h2>${words.builders[locale]}</h2><p>${words.buildersText[locale]} <a href="/docs">${words.buildersLink[locale]}</a></p>`
  return citizenPage({ ...frame, title: words.title[locale], main })
}
