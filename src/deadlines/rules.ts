// Limits of the law and of the house that are neither a procedure's own time nor the calendar: dated rows, the most specific one holds. Pure.
import { StartError } from '../kernel/start-error.ts'
import { dayOf } from '../kernel/time.ts'
import { type Certainty, certainties, closingInstant, isWorkingDay, nextWorkingDay, type WorkingCalendar } from './calendar.ts'
import { linesOf } from './parse-calendar.ts'

/**
 * In working days unless said. supplement_limit: until when after receipt an officer may ask; suspension: how long a sector law lets
 * the clock stand still (calendar days, none where the law sets no end); apology_limit: calendar days before the due day by which
 * the letter is signed; apology_lead: days before the due day on which it is drafted; escalate_officer, escalate_head: days before the
 * due day; escalate_every: days between two reminders once late; suspension_reminder: days before a suspension ends; proposal_waiting:
 * days a proposal may lie; supplement_reminder, supplement_closing: calendar days without an answer.
 */
export const timeRuleKinds = [
  'supplement_limit',
  'suspension',
  'apology_limit',
  'apology_lead',
  'escalate_officer',
  'escalate_head',
  'escalate_every',
  'suspension_reminder',
  'proposal_waiting',
  'supplement_reminder',
  'supplement_closing'
] as const
export type TimeRuleKind = (typeof timeRuleKinds)[number]

/** `scope` is a procedure's code, a sector's, or empty for every dossier; `validTo` is the first day the row no longer holds. */
export type TimeRule = {
  kind: TimeRuleKind
  scope: string
  amount: number | null
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
  article: string
  certainty: Certainty
}

type About = { procedureCode: string; sectorCode: string; on: Temporal.PlainDate }

/** The rule that holds for a procedure on a day: its own before its sector's before everybody's, then the latest. */
export function ruleFor(rules: readonly TimeRule[], kind: TimeRuleKind, { procedureCode, sectorCode, on }: About): TimeRule | undefined {
  const rank = [procedureCode, sectorCode, '']
  const { compare } = Temporal.PlainDate
  return rules
    .filter((rule) => rule.kind === kind && rank.includes(rule.scope))
    .filter(({ validFrom, validTo }) => compare(validFrom, on) <= 0 && (!validTo || compare(on, validTo) < 0))
    .sort((a, b) => rank.indexOf(a.scope) - rank.indexOf(b.scope) || compare(b.validFrom, a.validFrom))[0]
}

/** A rule of everybody's that must be there. */
export function amountOf(rules: readonly TimeRule[], kind: TimeRuleKind, on: Temporal.PlainDate): number {
  const amount = ruleFor(rules, kind, { procedureCode: '', sectorCode: '', on })?.amount
  if (amount === undefined || amount === null) throw new Error(`no time rule ${kind} on ${on}`)
  return amount
}

/** So many working days before a day; the day itself for 0. */
export function workingDaysBefore(calendar: WorkingCalendar, day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let before = day
  for (let left = count; left > 0; left--) {
    before = before.subtract({ days: 1 })
    while (!isWorkingDay(calendar, before)) before = before.subtract({ days: 1 })
  }
  return before
}

/** The last day on which a letter of apology is signed in time: one day before the due day (NĐ 61/2018 Đ19.9). */
export const lastDayToApologise = (due: Temporal.Instant, limit: number): Temporal.PlainDate => dayOf(due).subtract({ days: limit })

export type NewDateFault = 'NEW_DATE_NOT_LATER' | 'NEW_DATE_IN_PAST' | 'NEW_DATE_DAY_OFF'

/** Why a day cannot be the new date: it comes after the old one and after today, and it is worked. */
export function newDateFault(
  calendar: WorkingCalendar,
  { day, dueAt, now }: { day: Temporal.PlainDate; dueAt: Temporal.Instant; now: Temporal.Instant }
): NewDateFault | undefined {
  if (Temporal.PlainDate.compare(day, dayOf(dueAt)) <= 0) return 'NEW_DATE_NOT_LATER'
  if (!isWorkingDay(calendar, day)) return 'NEW_DATE_DAY_OFF'
  if (Temporal.Instant.compare(closingInstant(calendar, day), now) <= 0) return 'NEW_DATE_IN_PAST'
  return undefined
}

/** The first day that could be the new date: what the form proposes. */
export function earliestNewDate(calendar: WorkingCalendar, dueAt: Temporal.Instant, now: Temporal.Instant): Temporal.PlainDate {
  const [due, today] = [dayOf(dueAt), dayOf(now)]
  return nextWorkingDay(calendar, Temporal.PlainDate.compare(due, today) > 0 ? due : today)
}

/** Why a dossier may be late, as the list to choose from says it. */
export type LateCause = { code: string; nameVi: string; nameEn: string; position: number }

const ruleColumns = ['kind', 'scope', 'amount', 'valid_from', 'valid_to', 'article', 'certainty']
const causeColumns = ['code', 'name_vi', 'name_en']

/** @throws StartError naming each bad line */
function parse<Row>(text: string, name: string, columns: readonly string[], read: (cells: string[], index: number) => Row | string): Row[] {
  const [header, ...body] = linesOf(text)
  const rows: Row[] = []
  const mistakes = header?.cells.join('\t') === columns.join('\t') ? [] : [`${name}:1: the columns are ${columns.join(', ')}`]
  body.forEach(({ number, cells }, index) => {
    const row = cells.length === columns.length ? read(cells, index) : `${cells.length} columns instead of ${columns.length}`
    if (typeof row === 'string') mistakes.push(`${name}:${number}: ${row}`)
    else rows.push(row)
  })
  if (mistakes.length === 0) return rows
  throw new StartError({
    vi: 'Quy định về thời hạn có chỗ sai, chưa nạp gì',
    en: `The time rules were not loaded.\n${mistakes.join('\n')}`
  })
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)

export const parseTimeRules = (text: string, name: string): TimeRule[] =>
  parse(text, name, ruleColumns, (cells) => {
    const [kind, scope, amount, from, to, article, certainty] = cells as [string, string, string, string, string, string, string]
    const known = timeRuleKinds.find((one) => one === kind)
    const sure = certainties.find((one) => one === certainty)
    if (!known) return `no kind ${kind}`
    if (!sure) return `no certainty ${certainty}`
    if (!article) return 'article is empty'
    if (amount === '' ? known !== 'suspension' : !/^\d{1,3}$/.test(amount)) return `amount ${amount} is no number of days`
    if (known === 'suspension' && scope === '') return 'only the law of a sector or a procedure allows a suspension'
    if (!isDay(from) || (to !== '' && !isDay(to))) return 'valid_from and valid_to are days, such as 2018-06-21'
    const validTo = to === '' ? null : Temporal.PlainDate.from(to)
    const validFrom = Temporal.PlainDate.from(from)
    return { kind: known, scope, amount: amount === '' ? null : Number(amount), validFrom, validTo, article, certainty: sure }
  })

export const parseLateCauses = (text: string, name: string): LateCause[] =>
  parse(text, name, causeColumns, ([code, nameVi, nameEn], position) =>
    code && nameVi && nameEn ? { code, nameVi, nameEn, position } : 'a cause has a code and a name in both languages'
  )
