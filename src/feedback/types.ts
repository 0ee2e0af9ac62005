// What a rating, a petition and a question are made of, apart from their rows.
import type { Locale } from '../kernel/locale.ts'

/** Points of a criterion: TT 01/2018/TT-VPCP Đ13 knows no others. */
export const points = [0, 1, 2] as const
export type Points = (typeof points)[number]

/** The three grades of TT 32/2017/TT-BTTTT, best first. */
export const satisfactions = ['very_satisfied', 'satisfied', 'not_satisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]

/** What the citizen answers: criteria 3, 4 and 7. */
export type Answered = { contacts: Points; agencies: Points; attitude: Points }

/** What a petition is about: NĐ 20/2008 names (a) behaviour and delay, (b) the content of a regulation. */
export const petitionKinds = ['conduct', 'regulation'] as const
export type PetitionKind = (typeof petitionKinds)[number]

/** What the answer found about a conduct; an unfounded one does not count against the office (TT 01/2018 Đ13). */
export const findings = ['founded', 'partly', 'unfounded'] as const
export type Finding = (typeof findings)[number]

/** Who speaks, and how to reach them. `ownerId`: the account, or one made for this browser. */
export type Sender = {
  ownerId: string
  personId: string | null
  name: string
  phone: string
  email: string | null
  locale: Locale
}
