// Slips of guidance: what somebody must still bring, without a dossier (NĐ 61/2018 Đ17); their numbers, how long they are kept. Pure.
import type { MissingPaper } from './types.ts'

/** How long what was typed waits for the visitor to come back: the papers people are sent home for take weeks. */
export const guidanceDays = 30

/** `HD-261124-07`: by desk, day and running number. */
export const guidanceCode = ({ day, number }: { day: Temporal.PlainDate; number: number }): string =>
  `HD-${day.toString().slice(2).replaceAll('-', '')}-${String(number).padStart(2, '0')}`

/** A code as printed, typed in a hurry or scanned; `undefined` when it is none. */
export function readGuidanceCode(typed: string): { day: Temporal.PlainDate; number: number } | undefined {
  const [, year, month, date, number] = /^\s*HD[\s-]?(\d{2})(\d{2})(\d{2})[\s-](\d{1,5})\s*$/i.exec(typed) ?? []
  if (!number) return undefined
  try {
    return { day: Temporal.PlainDate.from(`20${year}-${month}-${date}`, { overflow: 'reject' }), number: Number(number) }
  } catch {
    return undefined
  }
}

type Needed = MissingPaper & { required: boolean }

/** The required papers that do not lie on the desk. */
export const stillMissing = (documents: readonly Needed[], given: readonly { number: number }[]): MissingPaper[] =>
  documents
    .filter(({ required, number }) => required && !given.some((paper) => paper.number === number))
    .map(({ number, name, form, copies }) => ({ number, name, form, copies }))

/** Fields of one sending, or of no use a month later. */
const isPassing = (name: string) =>
  name.startsWith('_') || ['formId', 'step', 'again', 'asked', 'slip', 've', 'scan', 'q'].includes(name) || /^scan\.\d+/.test(name)

/** What stood on the screen, without what belongs to one sending of it. */
export function draftOf(body: Readonly<Record<string, unknown>>): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (isPassing(name)) continue
    if (typeof value === 'string' && value) kept[name] = value.slice(0, 2000)
    if (Array.isArray(value)) kept[name] = value.filter((one): one is string => typeof one === 'string').map((one) => one.slice(0, 2000))
  }
  return kept
}
