// Help: the questions people ask most, answered in the order they come up, and a person to talk to.
import { type Html, html } from '../../kernel/html.ts'
import type { Words } from '../../kernel/locale.ts'
import { fold } from '../components/catalogue.ts'
import { citizenPage, type Frame } from '../layout.ts'

const words = {
  title: { vi: 'Hỏi đáp và hướng dẫn', en: 'Questions and guidance' },
  lead: {
    vi: 'Không thấy câu trả lời, xin gọi 1022 hoặc đến quầy một cửa gần nhà. Cán bộ ở quầy giúp ông/bà nộp, không mất tiền công.',
    en: 'If your question is not here, call 1022 or come to the nearest one-stop desk. The clerk helps you file at no charge.'
  }
} satisfies Record<string, Words>

const questions: { question: Words; answer: Words; link?: { href: string; label: Words } }[] = [
  {
    question: { vi: 'Nộp hồ sơ tại nhà thế nào?', en: 'How do I file from home?' },
    answer: {
      vi: 'Tìm thủ tục, xem giấy tờ cần có, rồi bấm “Bắt đầu nộp tại nhà”. Trang hỏi từng phần một, mỗi giấy tờ có một ô để tải ảnh hoặc tệp PDF. Trước khi nộp ông/bà xem lại tất cả.',
      en: 'Find the procedure, see the papers you need and press “Start filing at home”. One group of questions at a time; each paper has a place for a picture or a PDF. You check everything before filing.'
    },
    link: { href: '/thu-tuc', label: { vi: 'Tìm thủ tục', en: 'Find a procedure' } }
  },
  {
    question: { vi: 'Đăng nhập bằng gì?', en: 'How do I sign in?' },
    answer: {
      vi: 'Bằng số điện thoại và mã một lần gửi đến máy đó. Không có mật khẩu để quên. Mã chỉ dùng để đăng nhập: không đọc cho ai, kể cả người tự xưng là cán bộ.',
      en: 'With your phone number and a one-time code sent to it. There is no password to forget. Never read the code to anybody, not even to somebody who says they are staff.'
    },
    link: { href: '/ho-so', label: { vi: 'Hồ sơ của tôi', en: 'My dossiers' } }
  },
  {
    question: { vi: 'Hồ sơ của tôi đến đâu rồi?', en: 'Where is my dossier?' },
    answer: {
      vi: 'Gõ mã hồ sơ in trên giấy hẹn và 4 số cuối điện thoại đã khai. Trang cho biết hồ sơ và bưu gửi đang ở đâu, ai giữ, ngày hẹn trả và vì sao là ngày đó.',
      en: 'Type the code on your receipt and the last 4 digits of the phone you gave. You see where the dossier and the parcel are, who holds them, when it is due and why that day.'
    },
    link: { href: '/tra-cuu', label: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' } }
  },
  {
    question: { vi: 'Ngày hẹn trả tính thế nào?', en: 'How is the due date counted?' },
    answer: {
      vi: 'Nhận đến 15:00 thì mốc là ngày đó; sau 15:00 thì mốc là ngày làm việc kế tiếp. Đếm từ ngày sau mốc, không tính ngày nghỉ và ngày lễ. Nếu phải bổ sung giấy tờ, thời gian đếm lại từ khi nhận đủ.',
      en: 'Papers received by 15:00 start on that day, later ones on the next working day. Counting begins the day after; days off and holidays are skipped. After a supplement the count starts again once the papers are complete.'
    }
  },
  {
    question: { vi: 'Bưu điện đến nhà lấy giấy và đưa kết quả được không?', en: 'Can the post collect papers and bring the result?' },
    answer: {
      vi: 'Được với những thủ tục cho phép; trang của từng thủ tục ghi rõ. Ông/bà chọn khi nộp, bưu gửi có mã để theo dõi, giấy tờ được niêm phong trước mặt ông/bà.',
      en: 'Yes, for procedures that allow it: each procedure page says so. You choose it when filing. The parcel has a code to follow, and papers are sealed in front of you.'
    }
  },
  {
    question: { vi: 'Bị yêu cầu bổ sung thì làm gì?', en: 'What if I am asked for a supplement?' },
    answer: {
      vi: 'Mở hồ sơ trong “Hồ sơ của tôi”: việc cần làm nằm trên cùng, có ô tải giấy ngay tại chỗ. Cơ quan chỉ được yêu cầu bổ sung một lần, nên mọi điều cần sửa đều nằm trong một phiếu.',
      en: 'Open the dossier in “My dossiers”: what to do stands on top, with the place to upload. An office may ask once, so everything is in one request.'
    }
  },
  {
    question: { vi: 'Muốn phản ánh, góp ý thì gửi ở đâu?', en: 'Where do I send a grievance or a suggestion?' },
    answer: {
      vi: 'Cán bộ chậm trễ, gây phiền hà hay một quy định chưa hợp lý: ông/bà gửi phản ánh, có số để theo dõi và ngày phải trả lời. Trang đó cũng chỉ nơi nhận đơn khiếu nại, tố cáo.',
      en: 'About delay, behaviour or an unreasonable rule, send a petition: it gets a number and a date for the answer. The same page says where complaints and denunciations go.'
    },
    link: { href: '/phan-anh', label: { vi: 'Phản ánh, kiến nghị', en: 'Petitions' } }
  },
  {
    question: { vi: 'Muốn hỏi một cơ quan?', en: 'How do I ask an office something?' },
    answer: {
      vi: 'Xem các câu đã được trả lời, hoặc gửi câu hỏi mới. Có trả lời, tin báo đến điện thoại của ông/bà.',
      en: 'Read what was answered before, or ask. You get a message when there is an answer.'
    },
    link: { href: '/hoi-dap', label: { vi: 'Hỏi đáp với cơ quan', en: 'Questions and answers' } }
  },
  {
    question: { vi: 'Làm sao biết trang này là thật?', en: 'How do I know this site is real?' },
    answer: {
      vi: 'So địa chỉ trên đầu trang với địa chỉ in trên giấy hẹn hoặc bảng niêm yết ở quầy. Cán bộ không gọi điện hỏi mật khẩu, mã một lần hay bảo chuyển tiền vào tài khoản cá nhân.',
      en: 'Compare the address at the top of the page with the one on your receipt or at the desk. Staff never call for passwords or codes, nor ask for money to a personal account.'
    }
  }
]

export function helpPage(frame: Frame): Html {
  const { locale } = frame
  const list = questions.map(({ question, answer, link }) =>
    fold(question[locale], html`<p>${answer[locale]}</p>${link && html`<p><a href="${link.href}">${link.label[locale]}</a></p>`}`)
  )
  const main = html`<h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p><div>${list}</div>`
  return citizenPage({ ...frame, title: words.title[locale], main, breadcrumbs: [] })
}
