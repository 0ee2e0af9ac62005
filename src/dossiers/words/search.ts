// What the search box says when it finds nothing: how such a thing is usually written, and whether it is ours.
import type { Words } from '../../kernel/locale.ts'

const words = <Name extends string>(entries: Record<Name, Words>) => entries

export const searchWords = words({
  phone_short: {
    vi: 'Số điện thoại có 10 chữ số. Xin đọc lại từng cụm: 0912 480 123.',
    en: 'A phone number has 10 digits. Read it again in groups: 0912 480 123.'
  },
  identity_short: {
    vi: 'Số căn cước có 12 chữ số và bắt đầu bằng 0. Xin đếm lại, hoặc quét thẻ.',
    en: 'An identity number has 12 digits and starts with 0. Count again, or scan the card.'
  },
  code_odd: {
    vi: 'Mã hồ sơ có dạng H24-261123-0187: ngày nhận rồi số thứ tự. Chỉ cần gõ 4 số cuối.',
    en: 'A code looks like H24-261123-0187: day, then running number. The last 4 digits will do.'
  },
  fewer_words: {
    vi: 'Xin thử ít chữ hơn, ví dụ chỉ tên và tên đệm. Không cần dấu, không cần đúng thứ tự.',
    en: 'Try fewer words, such as the given and middle name. No marks, any order.'
  },
  words: {
    vi: 'Xin thử tên không dấu, hoặc tìm bằng số điện thoại của người nộp.',
    en: 'Try the name without marks, or the phone number of who filed.'
  },
  near: { vi: 'Gần giống: khớp mọi chữ trừ một', en: 'Close: all words but one' },
  notHere: {
    vi: 'Không có ở đây. Nếu người dân nộp ở nơi khác, xin mời tra cứu bằng mã hồ sơ trên trang Một Cửa.',
    en: 'Not here. If it was filed elsewhere, the person can track it by its code on the public site.'
  },
  elsewhere: { vi: 'Có ở quầy khác: {names}.', en: 'Found at another desk: {names}.' },
  nowhere: {
    vi: 'Không có ở đây. Chỉ mã hồ sơ, số điện thoại và số căn cước mới được tìm ở quầy khác.',
    en: 'Not here. Other desks are searched by code, phone and identity number only.'
  }
})
