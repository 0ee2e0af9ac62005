// The figures everybody may see: which span of time, how rows add up, and which numbers are too small to be shown.
import { instantAt } from '../kernel/time.ts'

/** A whole year, or a month of it; `to` is its last day, or today while it runs. */
export type Period = { year: number; month: number | undefined; from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The house keeps no figures from before. */
export const firstYear = 2026

/** What was asked for, or this year so far (TT 32/2017/TT-BTTTT: since the start of the year). `undefined` for what is no such time. */
export function periodOf(
  { year, month }: { year?: number | undefined; month?: number | undefined },
  today: Temporal.PlainDate
): Period | undefined {
  const inYear = year ?? today.year
  if (!Number.isInteger(inYear) || inYear < firstYear || inYear > today.year) return undefined
  if (month !== undefined && (!Number.isInteger(month) || month < 1 || month > 12)) return undefined
  const from = Temporal.PlainDate.from({ year: inYear, month: month ?? 1, day: 1 })
  if (Temporal.PlainDate.compare(from, today) > 0) return undefined
  const last = from.add(month === undefined ? { years: 1 } : { months: 1 }).subtract({ days: 1 })
  return { year: inYear, month, from, to: Temporal.PlainDate.compare(last, today) < 0 ? last : today }
}

/** The instants of a period: from the first of them until before the second. */
export const spanOf = ({ from, to }: Period) => ({ from: instantAt(from, '00:00'), until: instantAt(to.add({ days: 1 }), '00:00') })

export const countNames = ['online', 'desk', 'post', 'early', 'onTime', 'late'] as const
export type Counts = Record<(typeof countNames)[number], number>
export const noCounts: Counts = { online: 0, desk: 0, post: 0, early: 0, onTime: 0, late: 0 }

export const receivedOf = ({ online, desk, post }: Counts): number => online + desk + post
export const finishedOf = ({ early, onTime, late }: Counts): number => early + onTime + late
/** Early or on time, of all that were finished; `undefined` when none were. */
export const shareOnTime = (counts: Counts): number | undefined =>
  finishedOf(counts) > 0 ? (counts.early + counts.onTime) / finishedOf(counts) : undefined

export const addUp = (list: readonly Partial<Counts>[]): Counts =>
  list.reduce<Counts>((sum, one) => Object.fromEntries(countNames.map((name) => [name, sum[name] + (one[name] ?? 0)])) as Counts, {
    ...noCounts
  })

/** A row of a table that is published. `counts` is null where so few would point at people. */
export type Row = { code: string; name: string; group: string; counts: Counts | null }

/** Below this number a figure would point at single people: TT 01/2018 speaks of means, this is our own rule for all tables. */
export const fewestShown = 5

const sizeOf = (counts: Counts) => Math.max(receivedOf(counts), finishedOf(counts))

/**
 * Hides rows of one to four. Whoever knows the sum of a table could still count back a row that is hidden alone, so the smallest of
 * the others is hidden with it until at least five stand behind the curtain.
 */
export function hideSmall<R extends { counts: Counts }>(rows: readonly R[]): (Omit<R, 'counts'> & { counts: Counts | null })[] {
  const bySize = rows.filter(({ counts }) => sizeOf(counts) > 0).sort((a, b) => sizeOf(a.counts) - sizeOf(b.counts))
  const hidden = new Set<R>()
  let together = 0
  for (const row of bySize) {
    const isSmall = sizeOf(row.counts) < fewestShown
    if (!isSmall && (hidden.size === 0 || together >= fewestShown)) break
    hidden.add(row)
    together += sizeOf(row.counts)
  }
  return rows.map((row) => (hidden.has(row) ? { ...row, counts: null } : row))
}

/**
 * Rows of groups whose sums are published too: what is hidden among them must not be counted back from their sum, and a sum that is
 * hidden must not be added up from them.
 */
export const hideWithin = <R extends { group: string; counts: Counts }>(
  rows: readonly R[],
  sums: readonly Pick<Row, 'code' | 'counts'>[]
) =>
  [...Map.groupBy(rows, ({ group }) => group)].flatMap(([group, list]) => {
    const isSumHidden = sums.find(({ code }) => code === group)?.counts === null
    return isSumHidden ? list.map((row) => ({ ...row, counts: null })) : hideSmall(list)
  })

/** The sum of a whole table: hidden as well when it is small itself. */
export const hideSum = (counts: Counts): Counts | null => (sizeOf(counts) > 0 && sizeOf(counts) < fewestShown ? null : counts)

export type Statistics = {
  period: Period
  asOf: Temporal.Instant
  total: Counts | null
  agencies: Row[]
  sectors: Row[]
  /** `group` is the code of the sector. */
  procedures: Row[]
  ratings: {
    answers: number
    /** Null below five answers. */
    grades: Record<'very_satisfied' | 'satisfied' | 'not_satisfied', number> | null
    means: Record<'totalTime' | 'eachOffice' | 'contacts' | 'agencies' | 'attitude', number | null> | null
  }
  petitions: { due: number; onTime: number }
}

/** What a file of open data holds, in this order; a change of the columns is a new file. */
export const columns = [
  'period_from',
  'period_to',
  'code',
  'name',
  'group',
  'received',
  'received_online',
  'received_desk',
  'received_post',
  'finished',
  'finished_early',
  'finished_on_time',
  'finished_late',
  'suppressed'
] as const

export function cellsOf({ code, name, group, counts }: Row, { from, to }: Period): string[] {
  const numbers = counts
    ? [receivedOf(counts), counts.online, counts.desk, counts.post, finishedOf(counts), counts.early, counts.onTime, counts.late]
    : Array.from({ length: 8 }, () => '')
  return [from, to, code, name, group, ...numbers, counts ? 0 : 1].map(String)
}

/** RFC 4180, with the sign by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula stands behind a '. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
