// Helping somebody with a dossier: for how long, by whom, until when it holds, and what the law still asks of whoever stands in for another.
import type { Words } from '../kernel/locale.ts'

export const consentDays = 7
export const codeMinutes = 10
export const codeTries = 5

/** In a day: nobody makes a stranger's phone ring, nobody collects consents by the dozen. */
export const askedByHelperADay = 10
export const askedOfPhoneADay = 5
export const namedByPersonADay = 10
export const namedToPhoneADay = 5

export const relations = ['child', 'parent', 'spouse', 'sibling', 'grandparent', 'other_relative', 'volunteer', 'other'] as const
export type Relation = (typeof relations)[number]

/** What the helper is to the citizen. */
export const relationWords: Record<Relation, Words> = {
  child: { vi: 'con', en: 'son or daughter' },
  parent: { vi: 'cha, mẹ', en: 'father or mother' },
  spouse: { vi: 'vợ, chồng', en: 'husband or wife' },
  sibling: { vi: 'anh, chị, em ruột', en: 'brother or sister' },
  grandparent: { vi: 'ông, bà', en: 'grandparent' },
  other_relative: { vi: 'người thân khác', en: 'another relative' },
  volunteer: { vi: 'tình nguyện viên, cán bộ khu phố', en: 'volunteer or ward helper' },
  other: { vi: 'người quen', en: 'somebody known' }
}

/** revoked: by the citizen; declined: before the first step; left: by the helper; expired: seven days were over. */
export const endings = ['revoked', 'declined', 'left', 'expired'] as const
export type Ending = (typeof endings)[number]

type Dated = { expiresAt: Temporal.Instant; endedAt: Temporal.Instant | null; endedWhy: Ending | null }
type Used = { dossierId: string | null; usedAt: Temporal.Instant | null }

/** `gone`: the one dossier it was for was thrown away by the citizen. */
export type Standing = 'asked' | 'helping' | 'gone' | Ending

export function standingOf(consent: Dated & Used, now: Temporal.Instant): Standing {
  if (consent.endedWhy) return consent.endedWhy
  // The clock decides, not the job that writes it down.
  if (Temporal.Instant.compare(now, consent.expiresAt) >= 0) return 'expired'
  if (consent.dossierId) return 'helping'
  return consent.usedAt ? 'gone' : 'asked'
}

export const holds = (standing: Standing): boolean => standing === 'asked' || standing === 'helping'

/** It is sent in a message under our name: letters, blanks and what stands between names, so no number, and no address: a dot ends a word. */
export const isPlainName = (text: string): boolean => text.length <= 60 && /^\p{L}(?:[\p{L}\p{M} '’-]|\.(?= |$))*$/u.test(text)

/** From home, online or by the post; anything else is done at the desk, where the clerk files for whoever comes. */
export const isFiledFromHome = ({ onlineLevel, postIn }: { onlineLevel: number; postIn: boolean }): boolean => onlineLevel >= 3 || postIn

type LegalNote = { text: Words; basis: string; certainty: 'sure' | 'unsure' }

const civilStatus = 'L-HOTICH'
/** Marriage and recognition of parent and child: the parties act themselves. */
const inPersonOnly = new Set(['1.000894', '1.001022', '1.000689', '1.004746', '1.000593', '2.000806', '2.000779', '1.001695'])
const kin: ReadonlySet<Relation> = new Set(['child', 'parent', 'spouse', 'sibling', 'grandparent'])

/**
 * The consent given here lets somebody fill in and follow. It is no authorisation in law: what a procedure asks for is still brought.
 * Carried over from the texts as we know them; `unsure` until the department of justice has read them.
 */
const legalNotes = {
  notAuthorisation: {
    text: {
      vi: 'Nhờ trên trang này là nhờ khai giúp và theo dõi giúp. Thủ tục nào đòi giấy ủy quyền thì vẫn phải có giấy ủy quyền.',
      en: 'Asking here means help with filling in and following. Where a procedure asks for a written authorisation, it is still needed.'
    },
    basis: 'Bộ luật Dân sự 2015, Điều 134–143, 562–569',
    certainty: 'sure'
  },
  partiesThemselves: {
    text: {
      vi: 'Thủ tục này không được ủy quyền: người giúp chỉ khai giúp, các bên vẫn phải tự ký và có mặt khi cơ quan yêu cầu.',
      en: 'This procedure allows no authorisation: a helper only fills in, the parties sign and appear themselves.'
    },
    basis: 'Thông tư 04/2020/TT-BTP, Điều 2 khoản 1',
    certainty: 'unsure'
  },
  kinProveIt: {
    text: {
      vi: 'Việc hộ tịch: ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột được ủy quyền thì văn bản ủy quyền không phải chứng thực, nhưng mang theo giấy tờ chứng minh quan hệ.',
      en: 'Civil status: for grandparents, parents, children, spouses, brothers and sisters the authorisation need not be certified, but bring proof of the relation.'
    },
    basis: 'Thông tư 04/2020/TT-BTP, Điều 2 khoản 1',
    certainty: 'unsure'
  },
  strangersCertified: {
    text: {
      vi: 'Việc hộ tịch: người không phải ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột muốn làm thay thì văn bản ủy quyền phải được chứng thực. Không có văn bản này thì chỉ khai giúp.',
      en: 'Civil status: whoever is not close kin needs a certified authorisation to act instead of the citizen; without it they only help to fill in.'
    },
    basis: 'Thông tư 04/2020/TT-BTP, Điều 2 khoản 1',
    certainty: 'unsure'
  }
} as const satisfies Record<string, LegalNote>

type Asked = { procedureCode: string; sectorCode: string; relation?: Relation | undefined }

/** What a helper and a citizen should know before they begin. Without a relation: all that may hold. */
export function legalNotesFor({ procedureCode, sectorCode, relation }: Asked): LegalNote[] {
  const { notAuthorisation, partiesThemselves, kinProveIt, strangersCertified } = legalNotes
  if (sectorCode !== civilStatus) return [notAuthorisation]
  if (inPersonOnly.has(procedureCode)) return [notAuthorisation, partiesThemselves]
  if (!relation) return [notAuthorisation, kinProveIt, strangersCertified]
  return [notAuthorisation, kin.has(relation) ? kinProveIt : strangersCertified]
}
