// Being heard, as the law counts it: the points of a dossier, the deadlines of a petition, its number, and what a form must say.
import { parsePhone } from '../accounts/rules.ts'
import { addWorkingDays, closingInstant, type WorkingCalendar } from '../deadlines/calendar.ts'
import type { FieldErrors } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import type { Answered, Points } from './types.ts'

// Ratings: TT 01/2018/TT-VPCP Đ13 (criteria), Đ14 (which are per dossier), Đ15 (how they add up).

/** One office's part of the work: until when by law, and when it was done. */
export type Part = { dueAt: Temporal.Instant | null; finishedAt: Temporal.Instant | null }

/** Early, on time or late is a matter of days, not of hours: the reports of TT 01/2020/TT-VPCP count the same way. */
function timeOf({ dueAt, finishedAt }: Part): Points | undefined {
  if (!dueAt || !finishedAt) return undefined
  return (1 - Temporal.PlainDate.compare(dayOf(finishedAt), dayOf(dueAt))) as Points
}

/** Criterion 1 (Đ13): total time shorter than the law's 2, equal 1, longer 0; `undefined` when there was no date to keep. */
export const totalTimePoints = (whole: Part): Points | undefined => timeOf(whole)

/** Criterion 2 (Đ13): the time of each office, co-operating ones included; the worst of them counts. */
export function eachOfficePoints(parts: readonly Part[]): Points | undefined {
  const found = parts.map(timeOf).filter((one) => one !== undefined)
  return found.length > 0 ? (Math.min(...found) as Points) : undefined
}

/**
 * Criterion 7 (Đ13): early and no complaint 2, on time and no complaint 1, complaint 0; what was found untrue is not counted.
 * The slip and the clock may differ; the lower of both counts, because the article wants both things at once.
 */
export function attitudePoints(answered: Points, { time, complaints }: { time: Points | undefined; complaints: number }): Points {
  if (complaints > 0) return 0
  return time === undefined ? answered : (Math.min(answered, time) as Points)
}

/** Criterion 8 (Đ13): none, or all handled in time 2; at least 90 % 1; less 0. */
export function petitionPoints({ all, onTime }: { all: number; onTime: number }): Points {
  if (onTime >= all) return 2
  return onTime * 10 >= all * 9 ? 1 : 0
}

/** Points over dossiers, one decimal (Đ15). Criteria nobody could count are left out. */
export function average(list: readonly (Points | undefined | null)[]): number | undefined {
  const counted = list.filter((one) => one !== undefined && one !== null)
  return counted.length > 0 ? Math.round((counted.reduce<number>((sum, one) => sum + one, 0) / counted.length) * 10) / 10 : undefined
}

export type OfficerGrade = 'done' | 'mostly' | 'partly'

/** An officer's year by criteria 1 + 2 + 3 + 4 + 7 (Đ15): from 5 points 100 %, from 3,5 to under 5 70–100 %, below less than 70 %. */
export function officerGrade(sum: number): OfficerGrade {
  if (sum >= 5) return 'done'
  return sum >= 3.5 ? 'mostly' : 'partly'
}

/** A rating is given once; a slip of the thumb or a second thought may be mended this long. Our rule, not the law's. */
export const mendDays = 7

export const mayStillMend = (ratedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, ratedAt.add({ hours: mendDays * 24 })) < 0

/** Below this number a mean would point at single people: it isn't shown. */
export const fewestShown = 5

/** A quarter as [first day, first day after it]. Reports of ratings are quarterly and yearly (TT 01/2018 Đ15). */
export function quarterOf(day: Temporal.PlainDate): { from: Temporal.PlainDate; until: Temporal.PlainDate } {
  const from = day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 })
  return { from, until: from.add({ months: 3 }) }
}

// Petitions: NĐ 20/2008/NĐ-CP, NĐ 63/2010/NĐ-CP.

/** Working days for an answer and for passing on, by the day a petition arrives. New law, new line. */
export type Term = {
  validFrom: string
  forwardDays: number
  answerDays: number
  legalBasis: string
  certainty: { forward: 'sourced' | 'unsure'; answer: 'sourced' | 'unsure' }
}

export const terms: readonly Term[] = [
  {
    validFrom: '2008-03-01',
    forwardDays: 5,
    answerDays: 15,
    legalBasis: 'NĐ 20/2008/NĐ-CP; NĐ 63/2010/NĐ-CP',
    // Five days for passing on was read in the decree. No figure for the answer was found there; fifteen is a custom of cities.
    certainty: { forward: 'sourced', answer: 'unsure' }
  }
]

export const termOn = (day: Temporal.PlainDate): Term =>
  terms.findLast(({ validFrom }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(validFrom), day) <= 0) ?? terms[0]!

/** Both ends of the time an office has with what came to it; the day after arrival is the first (Civil Code Đ147). */
export function petitionDue(calendar: WorkingCalendar, arrivedAt: Temporal.Instant) {
  const day = dayOf(arrivedAt)
  const { forwardDays, answerDays } = termOn(day)
  const endOf = (days: number) => closingInstant(calendar, addWorkingDays(calendar, day, days))
  return { forwardDueAt: endOf(forwardDays), answerDueAt: endOf(answerDays) }
}

const two = (value: number) => String(value).padStart(2, '0')

/** 2026-11-23 + 7 → `PA-261123-0007`: one row of numbers for the whole city. */
export const petitionNumber = (day: Temporal.PlainDate, number: number): string =>
  `PA-${two(day.year % 100)}${two(day.month)}${two(day.day)}-${String(number).padStart(4, '0')}`

/** A number as people type it (`pa 261123 7 …`, letter O for zero); what was typed in capitals when it can't be read. */
export function cleanPetitionNumber(typed: string): string {
  const text = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[\s.\-–—]/g, '')
  const match = /^(?:PA)?(\d{6})(\d{4,})$/.exec(text)
  return match ? `PA-${match[1]}-${match[2]}` : typed.trim().toUpperCase()
}

// Forms

export const longestText = 5000
const longestName = 80
const longestEmail = 254
export const mostFiles = 5

type Contact = { name: string; phone: string; email: string }

function checkContact({ name, phone, email }: Contact): FieldErrors {
  const errors: FieldErrors = {}
  if (!name) errors['name'] = 'NAME_REQUIRED'
  // The name stands in a letter that goes wherever the sender says: room for a name, not for somebody's own message.
  else if (name.length > longestName) errors['name'] = 'TOO_LONG'
  if (!parsePhone(phone)) errors['phone'] = 'PHONE_INVALID'
  if (email && (email.length > longestEmail || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))) errors['email'] = 'EMAIL_INVALID'
  return errors
}

function checkText(text: string, field: string, longest = longestText): FieldErrors {
  if (!text) return { [field]: 'REQUIRED' }
  return text.length > longest ? { [field]: 'TOO_LONG' } : {}
}

/** In the order of the form. */
export const checkPetition = (form: Contact & { kind: string; agency: string; text: string }): FieldErrors => ({
  ...(form.kind ? {} : { kind: 'ANSWER_REQUIRED' as const }),
  ...(form.agency ? {} : { agency: 'OFFICE_REQUIRED' as const }),
  ...checkText(form.text, 'text'),
  ...checkContact(form)
})

export const checkQuestion = (form: Contact & { agency: string; subject: string; text: string }): FieldErrors => ({
  ...(form.agency ? {} : { agency: 'OFFICE_REQUIRED' as const }),
  ...checkText(form.subject, 'subject', 200),
  ...checkText(form.text, 'text'),
  ...checkContact(form)
})

/** Every question of the slip has an answer. */
export function checkRating(form: Partial<Answered> & { satisfaction?: string | undefined; words: string }): FieldErrors {
  const errors: FieldErrors = {}
  for (const name of ['satisfaction', 'contacts', 'agencies', 'attitude'] as const)
    if (form[name] === undefined) errors[name] = 'ANSWER_REQUIRED'
  if (form.words.length > longestText) errors['words'] = 'TOO_LONG'
  return errors
}
