// Numbers, books and limits of results, as the law on documents has them; true without a computer.
import type { AgencyLevel } from '../agencies/rules.ts'

export const resultKinds = ['approved', 'refused'] as const
export type ResultKind = (typeof resultKinds)[number]

/** `signed`: here, with a certificate; `scanned`: signed on paper, kept as its picture. */
export const resultSources = ['signed', 'scanned'] as const

/** `waiting`: ordered, not signed yet; `failed`: said why, and the draft waits for another order. */
export const signingStates = ['waiting', 'signed', 'failed'] as const

/** So many are signed by one order: as many as one person can still have looked at. */
export const mostInBatch = 50

/** The abbreviation of who issues it: a people's committee, or a department by its own letters (NĐ 30/2020, Phụ lục I). */
export const symbolOf = ({ level, code }: { level: AgencyLevel; code: string }): string =>
  level === 'ward' || level === 'district' ? 'UBND' : code

/** `05/GP-STTTT`: below ten with a zero before it (NĐ 30/2020, Phụ lục I, mục II.3). */
export const numberText = (sequence: number, symbol: string, issuer: string): string =>
  `${String(sequence).padStart(2, '0')}/${symbol}-${issuer}`

/** How who signs stands above the name: for the people's committee its chairman or deputy, a department's head in their own right (NĐ 30/2020, Phụ lục I, mục II.7). */
export function capacityOf(level: AgencyLevel, title: string): string[] {
  const post = title.trim()
  const isDeputy = /^phó /i.test(post)
  if (level === 'ward' || level === 'district' || level === 'city') {
    return isDeputy ? ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] : ['TM. ỦY BAN NHÂN DÂN', post || 'CHỦ TỊCH']
  }
  return isDeputy ? ['KT. GIÁM ĐỐC', post] : [post || 'GIÁM ĐỐC']
}
