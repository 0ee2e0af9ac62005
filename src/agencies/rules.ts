// What an agency may be and how its number in a dossier code looks. Pure.

/** From the whole city down to the ward; a partner (police, tax, post …) works with us but isn't ours. */
export const agencyLevels = ['city', 'department', 'district', 'ward', 'partner'] as const
export type AgencyLevel = (typeof agencyLevels)[number]

/** How sure we are of a line of data: read in a published text, general knowledge, or to be checked. */
export const certainties = ['sourced', 'known', 'unsure'] as const
export type Certainty = (typeof certainties)[number]

// QCVN 102:2016/BTTTT: level 3, level 2, level 1 last; TT 01/2018/TT-VPCP Đ19 puts it first in every dossier code.
const identifier = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/

/** `000.00.18.H24`: the number a dossier code starts with. */
export function isAgencyIdentifier(text: string): boolean {
  return identifier.test(text)
}

/** From a day on, until the first day it no longer counts. */
export type Period = { validFrom: Temporal.PlainDate; validTo: Temporal.PlainDate | null }

/** An agency as the data file says it; `parent` is a code. */
export type AgencyEntry = Period & {
  code: string
  identifier: string
  parent: string | null
  level: AgencyLevel
  name: string
  certainty: Certainty
}

/** Weekday 1 is Monday; times are `HH:MM` on the wall clock. */
export type OpeningTimes = { weekday: number; opens: string; closes: string }

/** Opening times as the data file says them; `agency` (a code) and `level` both null: everybody's. */
export type HoursEntry = Period & OpeningTimes & { agency: string | null; level: AgencyLevel | null }

type Whose = OpeningTimes & { agencyId: string | null; level: AgencyLevel | null }

/** Of each weekday: an agency's own hours beat those of its level, and those beat everybody's. */
export function mostSpecificHours(rows: readonly Whose[]): OpeningTimes[] {
  const closeness = (row: Whose) => (row.agencyId !== null ? 2 : row.level !== null ? 1 : 0)
  return rows
    .filter((row) => !rows.some((other) => other.weekday === row.weekday && closeness(other) > closeness(row)))
    .map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
    .sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens))
}
