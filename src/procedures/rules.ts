// What a procedure is in law: its codes, its time limit, its channels, its papers and its fees. Pure.
export { type Certainty, certainties } from '../agencies/rules.ts'

// National code, short (1.003725, 1.000948.H38) or with the full agency suffix (1.003725.000.00.00.H50).
const procedureCode = /^[1-3]\.\d{6}(\.(000\.00\.00\.)?[GH]\d{2})?$/
// Ministry and field (TT 01/2018/TT-VPCP Đ20), or our own placeholder where the ministry's code wasn't found.
const sectorCode = /^(?:[GH]\d{2}-[A-ZĐ]{2,4}\d{2}|L-[A-Z]{2,12})$/

/** `1.003725`, `1.003725.H24` or `1.003725.000.00.00.H24`. */
export function isProcedureCode(text: string): boolean {
  return procedureCode.test(text)
}

/** `G15-TP03` of a ministry, or a local `L-HOTICH`. */
export function isSectorCode(text: string): boolean {
  return sectorCode.test(text)
}

/** Who decides: the level of the agency. Departments' procedures also name the department. */
export const procedureLevels = ['city', 'department', 'district', 'ward'] as const
export type ProcedureLevel = (typeof procedureLevels)[number]

/**
 * The legal time limit. `same_day`: the answer is due the day the papers come in;
 * those received after 15:00 are answered the next working day (Luật Hộ tịch 2014 Đ5; NĐ 23/2015 Đ7).
 */
export type ProcessingTime = { kind: 'working_days' | 'calendar_days' | 'hours'; amount: number } | { kind: 'same_day'; cutOff: '15:00' }

/** Reads a limit as a lawyer writes it: `15 ngày`, `5 ngày làm việc`, `24 giờ`, `trong ngày`. */
export function readProcessingTime(text: string): ProcessingTime | undefined {
  if (text === 'trong ngày') return { kind: 'same_day', cutOff: '15:00' }
  const [, amount, unit] = /^([1-9]\d{0,2}) (ngày làm việc|ngày|giờ)$/.exec(text) ?? []
  const kind = unit === 'ngày làm việc' ? 'working_days' : unit === 'ngày' ? 'calendar_days' : 'hours'
  return amount === undefined ? undefined : { kind, amount: Number(amount) }
}

/** NĐ 43/2011 Đ3.4: 2 = forms to download, 3 = file online, 4 = pay online as well. */
export const onlineLevels = [2, 3, 4] as const
export type OnlineLevel = (typeof onlineLevels)[number]

/** The three ways to file (NĐ 61/2018 Đ16). */
export const channels = ['online', 'desk', 'post'] as const
export type Channel = (typeof channels)[number]

/** In which form a paper is wanted; `present` is shown at the desk and given back. */
export const documentForms = ['original', 'certified_copy', 'copy', 'form', 'present'] as const
export type DocumentForm = (typeof documentForms)[number]

export const applicantKinds = ['citizen', 'organisation'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** How the post proves delivery of the result: to the address, to a person who shows a paper, or only in person. */
export const proofProfiles = ['plain', 'registered', 'in_person'] as const
export type ProofProfile = (typeof proofProfiles)[number]

/** Groups a fee rule can single out; `everyone` is the ordinary tariff (NQ 16/2023/NQ-HĐND: who is spared). */
export const payerGroups = ['everyone', 'poor', 'merit', 'disabled', 'elderly', 'child'] as const
export type PayerGroup = (typeof payerGroups)[number]

/** A synonym is a word people use for a procedure; a life event is an occasion that gathers several. */
export const synonymKinds = ['synonym', 'life_event'] as const
export type SynonymKind = (typeof synonymKinds)[number]

/** Where an answer leads: on in this procedure, to another one, or nowhere here. */
export const caseLeads = ['same', 'other', 'not_eligible'] as const
export type CaseLeads = (typeof caseLeads)[number]

/** One line of the tariff: `channel` null means every channel, `validTo` is the first day it no longer counts. */
export type FeeRule = {
  name: string
  channel: Channel | null
  payerGroup: PayerGroup
  amount: number
  unit: string
  /** When it is charged at all; null: always. The desk decides whether a condition is met. */
  condition: string | null
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
  legalBasis: string
}

export type FeeLine = Pick<FeeRule, 'name' | 'amount' | 'unit' | 'condition' | 'legalBasis'>

/**
 * What a dossier costs, in whole đồng: the tariff of the day it was filed, never of today
 * (NQ 23/2026/NQ-HĐND: filed online before 08/8/2026 keeps the old tariff). Of several rules for the same fee
 * the payer's own group beats everyone's, then the named channel beats any channel, then the newer beats the older.
 */
export function feeFor(
  rules: readonly FeeRule[],
  by: { channel: Channel; payerGroup: PayerGroup; filedOn: Temporal.PlainDate }
): FeeLine[] {
  const chosen = new Map<string, FeeRule>()
  for (const rule of rules) {
    if (!applies(rule, by)) continue
    const before = chosen.get(rule.name)
    if (!before || precedes(rule, before)) chosen.set(rule.name, rule)
  }
  return [...chosen.values()].map(({ name, amount, unit, condition, legalBasis }) => ({ name, amount, unit, condition, legalBasis }))
}

function applies(rule: FeeRule, by: { channel: Channel; payerGroup: PayerGroup; filedOn: Temporal.PlainDate }): boolean {
  const { compare } = Temporal.PlainDate
  if (rule.channel !== null && rule.channel !== by.channel) return false
  if (rule.payerGroup !== 'everyone' && rule.payerGroup !== by.payerGroup) return false
  return compare(rule.validFrom, by.filedOn) <= 0 && (rule.validTo === null || compare(by.filedOn, rule.validTo) < 0)
}

function precedes(rule: FeeRule, other: FeeRule): boolean {
  const group = Number(rule.payerGroup !== 'everyone') - Number(other.payerGroup !== 'everyone')
  const channel = Number(rule.channel !== null) - Number(other.channel !== null)
  return (group || channel || Temporal.PlainDate.compare(rule.validFrom, other.validFrom)) > 0
}
