// The keys of the desk as data: pages show them, F1 lists them, a plain page prints them. A key that is not here is not on a page.
import type { Locale, Words } from '../../kernel/locale.ts'

type KeyWords = { keys: readonly string[]; words: Words }
export type KeyLine = { keys: readonly string[]; text: string }

/** On every page of the desk. F5, F11 and F12 stay the browser's. */
const everywhere: readonly KeyWords[] = [
  { keys: ['F1'], words: { vi: 'bảng phím này', en: 'this map of keys' } },
  { keys: ['/'], words: { vi: 'tìm hồ sơ, tên, số căn cước', en: 'find a dossier, a name, an identity number' } },
  { keys: ['↑', '↓'], words: { vi: 'chọn dòng trong danh sách', en: 'walk a list' } },
  { keys: ['Enter'], words: { vi: 'mở dòng đang chọn', en: 'open the chosen line' } },
  { keys: ['PgUp', 'PgDn'], words: { vi: 'trang trước, trang sau', en: 'page before, page after' } }
]

const maps = {
  walkIn: [
    { keys: ['Alt+1'], words: { vi: 'ô quét thẻ, phần người nộp', en: 'the scan field, who files' } },
    { keys: ['Enter'], words: { vi: 'ô kế tiếp; số điện thoại đúng rồi', en: 'next field; the phone is right' } },
    { keys: ['Alt+2'], words: { vi: 'ô tìm thủ tục: gõ tắt ba chữ, rồi Enter', en: 'find the procedure: three letters, then Enter' } },
    { keys: ['1', '…', '9'], words: { vi: 'đánh dấu hoặc bỏ giấy tờ thứ 1 đến 9', en: 'tick or untick paper 1 to 9' } },
    { keys: ['F4'], words: { vi: 'đủ mọi giấy bắt buộc', en: 'every required paper is here' } },
    { keys: ['F7'], words: { vi: 'đến bản quét chưa có', en: 'to the next scan that is missing' } },
    { keys: ['F8'], words: { vi: 'in phiếu hướng dẫn khi thiếu giấy', en: 'print a slip when a paper is missing' } },
    { keys: ['Shift+F8'], words: { vi: 'phiếu hướng dẫn, gửi cả tin nhắn', en: 'the slip, also as a short message' } },
    { keys: ['Alt+3'], words: { vi: 'phần trả kết quả và lệ phí', en: 'result and fee' } },
    { keys: ['Q'], words: { vi: 'lấy kết quả tại quầy', en: 'result at the desk' } },
    { keys: ['B'], words: { vi: 'bưu điện đến nhà', en: 'result by post' } },
    { keys: ['E'], words: { vi: 'chỉ bản điện tử', en: 'electronic result only' } },
    { keys: ['T'], words: { vi: 'thu tiền mặt ngay', en: 'cash now' } },
    { keys: ['R'], words: { vi: 'đưa mã VietQR', en: 'show a VietQR code' } },
    { keys: ['S'], words: { vi: 'thu sau', en: 'pay later' } },
    { keys: ['V'], words: { vi: 'vẫn nhận dù đang có hồ sơ giống', en: 'accept beside the open twin' } },
    { keys: ['Ctrl+Enter'], words: { vi: 'nhận hồ sơ và in giấy hẹn', en: 'accept and print the receipt' } },
    { keys: ['F2'], words: { vi: 'người tiếp theo', en: 'next person' } }
  ],
  walkInDone: [
    { keys: ['Enter', 'F2'], words: { vi: 'người tiếp theo', en: 'next person' } },
    { keys: ['P'], words: { vi: 'in lại', en: 'print again' } },
    { keys: ['F8'], words: { vi: 'lượt này xong', en: 'this turn is done' } },
    { keys: ['F9'], words: { vi: 'lượt này xong, gọi số tiếp theo', en: 'this turn is done, call the next number' } }
  ],
  outage: [
    { keys: ['Alt+1'], words: { vi: 'ô quét thẻ, phần người nộp', en: 'the scan field, who files' } },
    { keys: ['Alt+2'], words: { vi: 'ô tìm thủ tục: gõ tắt ba chữ, rồi Enter', en: 'find the procedure: three letters, then Enter' } },
    { keys: ['1', '…', '9'], words: { vi: 'đánh dấu hoặc bỏ giấy tờ thứ 1 đến 9', en: 'tick or untick paper 1 to 9' } },
    { keys: ['F4'], words: { vi: 'đủ mọi giấy bắt buộc', en: 'every required paper is here' } },
    { keys: ['Alt+3'], words: { vi: 'phần trả kết quả và lệ phí', en: 'result and fee' } },
    { keys: ['T', 'S'], words: { vi: 'thu tiền mặt ngay, thu sau', en: 'cash now, pay later' } },
    { keys: ['Ctrl+Enter'], words: { vi: 'nhận hồ sơ và in giấy hẹn', en: 'accept and print the receipt' } },
    { keys: ['P'], words: { vi: 'in lại giấy vừa nhận', en: 'print the last receipt again' } },
    { keys: ['G'], words: { vi: 'gửi các hồ sơ đang chờ', en: 'send what is waiting' } }
  ]
} satisfies Record<string, readonly KeyWords[]>
export type KeyMapName = keyof typeof maps

const said = (list: readonly KeyWords[], locale: Locale): KeyLine[] => list.map(({ keys, words }) => ({ keys, text: words[locale] }))

export const keysOf = (name: KeyMapName, locale: Locale): KeyLine[] => said(maps[name], locale)
export const commonKeys = (locale: Locale): KeyLine[] => said(everywhere, locale)
export const keyMapNames = Object.keys(maps) as KeyMapName[]

export const keyWords = {
  title: { vi: 'Bảng phím', en: 'Keys' },
  onThisPage: { vi: 'Trên trang này', en: 'On this page' },
  everywhere: { vi: 'Trên mọi trang', en: 'On every page' },
  key: { vi: 'Phím', en: 'Key' },
  what: { vi: 'Việc', en: 'What it does' },
  close: { vi: 'Đóng', en: 'Close' },
  map: { vi: 'bảng phím', en: 'keys' },
  letters: {
    vi: 'Phím một chữ chỉ chạy khi con trỏ không ở trong ô nhập, và tắt được bằng nút ở cuối trang hoặc trong bảng này. Esc không làm mất gì đã nhập.',
    en: 'One-letter keys work only while no text field is active; they can be switched off at the foot of the page or in this list. Esc loses nothing.'
  },
  walkIn: { vi: 'Tiếp nhận tại quầy', en: 'Accept a walk-in' },
  walkInDone: { vi: 'Sau khi nhận hồ sơ', en: 'After accepting' },
  outage: { vi: 'Tiếp nhận khi mất mạng', en: 'Accepting without a network' }
} satisfies Record<string, Words>
