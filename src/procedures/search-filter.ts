// What a list of procedures can be narrowed by, and how many are left behind each choice. Pure.
import { type ApplicantKind, applicantKinds, type ProcedureLevel, procedureLevels } from './rules.ts'

/** NĐ 43/2011 Đ3.4 as a person asks it: at home (3 and 4), at home with the fee paid (4), only at a desk (2). */
export const onlineChoices = ['home', 'paid', 'desk'] as const
export type OnlineChoice = (typeof onlineChoices)[number]

export type SearchFilter = { who?: ApplicantKind | undefined; level?: ProcedureLevel | undefined; online?: OnlineChoice | undefined }

type Filtered = { applicantKinds: readonly ApplicantKind[]; level: ProcedureLevel; onlineLevel: number }

/** How many procedures each choice would leave, the other choices being as they are; and with the choice lifted. */
export type Counts = {
  who: Record<ApplicantKind | 'all', number>
  level: Record<ProcedureLevel | 'all', number>
  online: Record<OnlineChoice | 'all', number>
}

const isOnline: Record<OnlineChoice, (level: number) => boolean> = {
  home: (level) => level >= 3,
  paid: (level) => level === 4,
  desk: (level) => level === 2
}

export function fits(one: Filtered, { who, level, online }: SearchFilter): boolean {
  return (!who || one.applicantKinds.includes(who)) && (!level || one.level === level) && (!online || isOnline[online](one.onlineLevel))
}

export function countsOf(all: readonly Filtered[], filter: SearchFilter): Counts {
  const count = (change: SearchFilter) => all.filter((one) => fits(one, { ...filter, ...change })).length
  const each = <Choice extends string>(choices: readonly Choice[], change: (choice: Choice | undefined) => SearchFilter) =>
    Object.fromEntries([...choices.map((one) => [one, count(change(one))]), ['all', count(change(undefined))]]) as Record<
      Choice | 'all',
      number
    >
  return {
    who: each(applicantKinds, (who) => ({ who })),
    level: each(procedureLevels, (level) => ({ level })),
    online: each(onlineChoices, (online) => ({ online }))
  }
}
