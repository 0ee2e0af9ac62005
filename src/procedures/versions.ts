// Which procedures get a new version when the data files have changed, and which versions end. Pure.
import type { Period } from '../agencies/rules.ts'
import type { Problem } from './data-files.ts'

type Hashes = { contentHash: string; formHash: string | null; stepsHash: string | null }
type Entry = Period & Hashes & { code: string; line: number }
type Latest = Period & Hashes & { id: string; code: string }
type End = { id: string; validTo: Temporal.PlainDate | null }

/**
 * A changed procedure needs a later `valid_from`: its old version ends the day the new one begins, so that
 * dossiers filed before keep the law they were filed under. A change without a new date is a problem, not an overwrite.
 * A form or an internal process alone is no law: a new one begins on the day it is loaded, and what was begun under the old one keeps it.
 */
export function planVersions<E extends Entry>(entries: readonly E[], latest: readonly Latest[], today: Temporal.PlainDate) {
  const current = new Map(latest.map((version) => [version.code, version]))
  const fresh: E[] = []
  const ends: End[] = []
  const problems: Problem[] = []
  for (const entry of entries) {
    const version = current.get(entry.code)
    if (!version) fresh.push(entry)
    else if (version.contentHash === entry.contentHash) {
      const begins = newBegins(entry, version, today)
      if (begins) {
        fresh.push({ ...entry, validFrom: begins })
        ends.push({ id: version.id, validTo: begins })
      } else if (!isSameDay(version.validTo, entry.validTo)) ends.push({ id: version.id, validTo: entry.validTo })
    } else if (Temporal.PlainDate.compare(entry.validFrom, version.validFrom) > 0) {
      fresh.push(entry)
      ends.push({ id: version.id, validTo: earlier(version.validTo, entry.validFrom) })
    } else problems.push({ file: 'procedures.tsv', line: entry.line, sentence: undated(entry.code, version.validFrom) })
  }
  return { fresh, ends, problems }
}

/** When the new form or process comes into use; `undefined` when both are the old ones, or the procedure ends before. */
function newBegins(entry: Entry, version: Latest, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (entry.formHash === version.formHash && entry.stepsHash === version.stepsHash) return undefined
  const next = version.validFrom.add({ days: 1 })
  const begins = Temporal.PlainDate.compare(today, next) < 0 ? next : today
  return entry.validTo && Temporal.PlainDate.compare(entry.validTo, begins) <= 0 ? undefined : begins
}

const undated = (code: string, day: Temporal.PlainDate) =>
  `thủ tục ${code} (hoặc giấy tờ, phí, nơi tiếp nhận của nó) đã đổi: hãy đặt valid_from sau ${day}, là ngày của phiên bản đang có`

const isSameDay = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null) => (a === null || b === null ? a === b : a.equals(b))

/** A version that had ended before stays ended. */
const earlier = (end: Temporal.PlainDate | null, next: Temporal.PlainDate) =>
  end !== null && Temporal.PlainDate.compare(end, next) < 0 ? end : next
