// The people of a house: who may arrange whose work, and what a substitution has to say.
import type { FieldErrors } from '../kernel/refusal.ts'
import { type Actor, actsAs, type Role } from './roles.ts'

/** Heads arrange the work of their own house: who signs for it, of everybody; who heads its desk, of the desk. */
export const mayCareFor = (by: Actor, member: { role: Role; agencyId: string | null }): boolean =>
  by.agencyId !== undefined &&
  by.agencyId === member.agencyId &&
  (by.role === 'signer' || (by.role === 'supervisor' && actsAs(by.role, member.role)))

/** Nobody says what they themselves answer for. */
export const mayAssign = (by: Actor, member: { id: string; role: Role; agencyId: string | null }): boolean =>
  by.id !== member.id && mayCareFor(by, member)

export type Wanted = {
  absentId: string
  substituteId: string
  /** The first and the last day, both included. */
  from: Temporal.PlainDate | undefined
  to: Temporal.PlainDate | undefined
  reason: string
}

const longestDays = 90

/** `2026-03-09` as a browser sends a date box, `9/3/2026` as people type it. */
export function parseDay(typed: string): Temporal.PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim()) ?? []
  const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim()
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Temporal.PlainDate.from(iso) : undefined
  } catch {
    return undefined
  }
}

/** Everything wrong with a substitution as it was typed. */
export function checkSubstitution({ absentId, substituteId, from, to, reason }: Wanted, today: Temporal.PlainDate): FieldErrors {
  const errors: FieldErrors = {}
  if (!absentId) errors['absentId'] = 'PERSON_REQUIRED'
  if (!substituteId) errors['substituteId'] = 'PERSON_REQUIRED'
  if (absentId && absentId === substituteId) errors['substituteId'] = 'SUBSTITUTE_IS_ABSENT'
  if (!from) errors['from'] = 'DATE_INVALID'
  if (!to) errors['to'] = 'DATE_INVALID'
  else if (Temporal.PlainDate.compare(to, today) < 0) errors['to'] = 'DATE_IN_PAST'
  else if (from && Temporal.PlainDate.compare(to, from) < 0) errors['to'] = 'DATES_IN_ORDER'
  else if (from && from.until(to).total('days') >= longestDays) errors['to'] = 'SUBSTITUTION_TOO_LONG'
  if (!reason.trim()) errors['reason'] = 'REASON_REQUIRED'
  return errors
}
