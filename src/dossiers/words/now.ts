// Who holds a dossier now and what its person has to do, in one sentence each: the two questions everybody who tracks one asks.
import type { Words } from '../../kernel/locale.ts'
import type { State } from '../lifecycle.ts'

const nothing: Words = {
  vi: 'Lúc này ông/bà không phải làm gì. Khi có việc, chúng tôi nhắn tin.',
  en: 'There is nothing for you to do now. We send a message when there is.'
}

const toDo: Partial<Record<State, Words>> = {
  awaiting_supplement: {
    vi: 'Ông/bà cần bổ sung giấy tờ. Đăng nhập, mở hồ sơ để xem cần gì và gửi ngay.',
    en: 'Papers are needed from you. Sign in and open the dossier to see which and send them.'
  },
  awaiting_payment: {
    vi: 'Ông/bà cần nộp phí, lệ phí: đăng nhập để nộp, hoặc đến quầy một cửa.',
    en: 'A fee is due: sign in to pay, or pay at the desk.'
  },
  refused: {
    vi: 'Hồ sơ không được tiếp nhận. Lý do có trong phiếu đã gửi ông/bà; sửa xong thì nộp lại.',
    en: 'The dossier was not accepted. The letter you got says why; mend it and file again.'
  },
  returned: {
    vi: 'Kết quả đã được trao. Nếu ông/bà chưa nhận được, xin gọi 1022.',
    en: 'The result was handed over. If you did not get it, call 1022.'
  }
}

const readyBy: Record<'desk' | 'post' | 'electronic', Words> = {
  desk: {
    vi: 'Ông/bà đến quầy nhận kết quả, mang theo giấy tiếp nhận và căn cước.',
    en: 'Collect the result at the desk with your receipt and identity card.'
  },
  post: { vi: 'Ông/bà để máy điện thoại: bưu tá gọi trước khi phát.', en: 'Keep your phone at hand: the postman calls before coming.' },
  electronic: { vi: 'Ông/bà đăng nhập để tải kết quả.', en: 'Sign in to download the result.' }
}

const undelivered: Words = {
  vi: 'Bưu tá đến mà chưa giao được. Mở liên kết trong tin nhắn, hoặc đăng nhập, để chọn cách nhận.',
  en: 'The postman could not hand it over. Open the link in the message, or sign in, to choose how to receive it.'
}

type Now = { state: State; delivery: { method: keyof typeof readyBy }; isUndelivered: boolean }

export function whatNow({ state, delivery, isUndelivered }: Now): Words {
  if (isUndelivered) return undelivered
  if (state === 'result_ready') return readyBy[delivery.method]
  return toDo[state] ?? nothing
}

/** Where the dossier or its result is: in the post's hands, with the person, or at the agency. */
export function heldBy({ state, isOnRoad, agencyName }: { state: State; isOnRoad: boolean; agencyName: string }): Words {
  if (isOnRoad) return { vi: 'Bưu điện', en: 'The post' }
  if (state === 'returned') return { vi: 'Ông/bà', en: 'You' }
  return { vi: agencyName, en: agencyName }
}

export const nowWords: Record<'holder' | 'todo', Words> = {
  holder: { vi: 'Đang giữ hồ sơ', en: 'Who has it' },
  todo: { vi: 'Ông/bà cần làm gì', en: 'What you need to do' }
}
