// Checking a new dossier: what may be wrong with a paper, on which lawful grounds a desk does not take a dossier in, how long a look lasts.
import type { Words } from '../kernel/locale.ts'

export const verdicts = ['right', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]

/** What is most often wrong with a paper; the words go into the request as they are. */
export const paperReasons = {
  missing: { vi: 'Chưa có giấy này', en: 'This paper is missing' },
  blurred: { vi: 'Ảnh mờ, không đọc được', en: 'Blurred, cannot be read' },
  pages_missing: { vi: 'Thiếu trang', en: 'Pages are missing' },
  unsigned: { vi: 'Thiếu chữ ký hoặc con dấu', en: 'A signature or seal is missing' },
  wrong_form: { vi: 'Sai mẫu hoặc khai chưa đủ', en: 'Wrong form, or not filled in completely' },
  mismatch: { vi: 'Thông tin không khớp với giấy tờ khác', en: 'Does not match another paper' },
  expired: { vi: 'Đã hết hiệu lực', en: 'No longer valid' },
  not_certified: { vi: 'Cần bản sao có chứng thực', en: 'A certified copy is needed' },
  mismatch_form: { vi: 'Không khớp với tờ khai', en: 'Does not match what was stated in the form' },
  another_person: { vi: 'Giấy tờ của người khác', en: 'The paper of another person' },
  altered: { vi: 'Có chỗ tẩy xóa, sửa chữa', en: 'Something was erased or altered' }
} as const satisfies Record<string, Words>
export type PaperReason = keyof typeof paperReasons
export const isPaperReason = (code: string): code is PaperReason => Object.hasOwn(paperReasons, code)

/** `Thiếu trang: trang 2`: the usual reason and own words, as the citizen reads them. */
export const sayFault = ({ reasonCode, words }: { reasonCode: string; words: string }, locale: 'vi' | 'en' = 'vi'): string =>
  [isPaperReason(reasonCode) ? paperReasons[reasonCode][locale] : '', words].filter(Boolean).join(': ')

/** How long a look at a new dossier keeps colleagues from checking the same one; every press makes it new. */
export const lookLasts = { minutes: 10 }

type Ground = Words & {
  code: string
  article: string
  validFrom: string
  /** The last day it held; open while absent. */
  validTo?: string
  /** `sure`: the text was read; `unsure`: the text was not found, only that it is in force. */
  certainty: 'sure' | 'unsure'
}

const grounds2018 = { validFrom: '2018-06-21', validTo: '2025-06-30', certainty: 'sure' } as const
// NĐ 118/2025 took its place; its numbers of articles are to be checked against the text.
const grounds2025 = { validFrom: '2025-07-01', article: 'Nghị định số 118/2025/NĐ-CP', certainty: 'unsure' } as const

const oneStop: readonly (Words & { code: string; article: string })[] = [
  {
    code: 'not_ours',
    vi: 'Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan này',
    en: 'This agency has no power to settle the dossier',
    article: 'Điều 17, khoản 3 Điều 18 Nghị định số 61/2018/NĐ-CP'
  },
  {
    code: 'not_entitled',
    vi: 'Người nộp không thuộc đối tượng được thực hiện thủ tục này',
    en: 'The applicant is not among those the procedure is for',
    article: 'Điều 17 Nghị định số 61/2018/NĐ-CP'
  },
  {
    code: 'already_open',
    vi: 'Cùng một việc đã có hồ sơ đang được giải quyết',
    en: 'The same matter is already being settled in another dossier',
    article: 'Điều 17 Nghị định số 61/2018/NĐ-CP'
  },
  {
    code: 'supplement_not_given',
    vi: 'Đã được yêu cầu bổ sung nhưng hồ sơ vẫn không đủ giấy tờ theo quy định',
    en: 'A supplement was asked for and the dossier still lacks papers the law requires',
    article: 'Điều 17 Nghị định số 61/2018/NĐ-CP'
  }
]

/** Why a desk may refuse to take a dossier in (Mẫu 03), each with the rule it rests on and the time in which that rule holds. */
const grounds: readonly Ground[] = [
  ...oneStop.map((ground) => ({ ...ground, ...grounds2018 })),
  ...oneStop.map((ground) => ({ ...ground, ...grounds2025 })),
  {
    code: 'present_in_person',
    vi: 'Thủ tục này phải có mặt người yêu cầu, không nộp qua bưu điện',
    en: 'The procedure needs the applicant to be present and cannot be filed by post',
    article: 'Điều 13 Quyết định số 45/2016/QĐ-TTg',
    validFrom: '2016-12-16',
    certainty: 'sure'
  }
]

/** The grounds that hold on a day. */
export function refusalGrounds(on: Temporal.PlainDate): readonly Ground[] {
  const day = on.toString()
  return grounds.filter(({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo))
}
