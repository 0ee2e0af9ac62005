// The internal process of a procedure as its data file says it: who does which part, where, in what share of the time, and what they may decide there. Pure.
import type { Words } from '../kernel/locale.ts'
import type { DataRow } from './data-files.ts'
import { type Certainty, certainties } from './rules.ts'

/**
 * Officers appraise and draft, the head or a deputy signs. Receiving and returning is the desk's part, and the dossier's own life says
 * it (dossiers/lifecycle.ts): a process begins when the desk has accepted and ends with the decision.
 */
export const stepRoles = ['officer', 'signer'] as const
export type StepRole = (typeof stepRoles)[number]

/** What may be decided in a step, beside sending it on, returning it, and recording a verification. */
export const stepDecisions = ['ask_supplement', 'request_payment', 'suspend', 'consult', 'draft', 'approve', 'refuse'] as const
export type StepDecision = (typeof stepDecisions)[number]

/**
 * One step. `agency` is the dossier's own, the one above it, or one named by its code. Steps of one stage belong together: with an
 * electronic dossier they run side by side and share the stage's time, on paper one after the other (NĐ 61/2018 Đ19.6).
 * `share` is a part in a hundred of the dossier's time; all of a procedure make a hundred.
 */
export type StepTemplate = {
  position: number
  stage: number
  name: Words
  role: StepRole
  /** A named part of the agency, as it is said there: `Phòng Quản lý đô thị`. */
  section: string | null
  agency: string
  share: number
  decides: StepDecision[]
}
export type StepEntry = StepTemplate & { certainty: Certainty }

export const stepColumns = [
  ...['procedure', 'position', 'stage', 'name', 'name_en', 'role', 'section', 'agency', 'share', 'decides', 'certainty']
] as const

/** A procedure without steps of its own is settled by one officer, who may do everything: a result signed on paper is scanned in. */
export const defaultSteps: readonly StepTemplate[] = [
  {
    position: 1,
    stage: 1,
    name: { vi: 'Giải quyết hồ sơ', en: 'Settle the dossier' },
    role: 'officer',
    section: null,
    agency: 'own',
    share: 100,
    decides: [...stepDecisions]
  }
]

/** Elsewhere people give their opinion; everything the applicant sees of it is decided where the dossier is. */
const decidedElsewhere: readonly StepDecision[] = ['consult', 'draft']

export function readStep(row: DataRow, isAgency: (code: string) => boolean): StepEntry {
  const agency = row.text('agency')
  if (agency !== 'own' && agency !== 'parent' && !isAgency(agency))
    row.bad(`cơ quan "${agency}" phải là own, parent hoặc mã trong agencies.tsv`)
  const decides = row.optional('decides') === null ? [] : row.someOf('decides', stepDecisions)
  if (agency !== 'own' && decides.some((one) => !decidedElsewhere.includes(one)))
    row.bad('cơ quan phối hợp chỉ được ghi consult, draft: quyết định thuộc cơ quan chủ trì')
  return {
    position: row.whole('position', { from: 1, to: 20 }),
    stage: row.whole('stage', { from: 1, to: 20 }),
    name: { vi: row.text('name'), en: row.text('name_en') },
    role: row.oneOf('role', stepRoles),
    section: row.optional('section'),
    agency,
    share: row.whole('share', { from: 1, to: 100 }),
    decides,
    certainty: row.oneOf('certainty', certainties)
  }
}

/** What is wrong with the steps of one procedure taken together; empty when nothing is. */
export function wrongWith(steps: readonly StepTemplate[]): string[] {
  const sum = steps.reduce((total, { share }) => total + share, 0)
  const [first, last] = [steps[0]!, steps.at(-1)!]
  const stages = steps.map(({ stage }) => stage)
  return [
    ...(steps.some(({ position }, i) => position !== i + 1) ? ['các bước phải mang số 1, 2, 3 … theo thứ tự'] : []),
    ...(stages[0] !== 1 || stages.some((stage, i) => i > 0 && (stage < stages[i - 1]! || stage > stages[i - 1]! + 1))
      ? ['giai đoạn phải bắt đầu từ 1, không lùi và không bỏ số']
      : []),
    ...(sum === 100 ? [] : [`tỷ lệ thời gian cộng lại được ${sum}, phải bằng 100`]),
    ...(first.agency === 'own' ? [] : ['bước đầu phải ở cơ quan tiếp nhận (own)']),
    ...(last.agency === 'own' && last.decides.includes('approve') && last.decides.includes('refuse')
      ? []
      : ['bước cuối phải ở cơ quan chủ trì (own) và được quyết định approve, refuse'])
  ]
}
