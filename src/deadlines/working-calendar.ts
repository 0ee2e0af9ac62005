// The calendar an agency works by: the city's days off and the agency's own opening hours, kept in memory for a minute.
import { openingHoursFor } from '../agencies/queries.ts'
import type { Db } from '../database/client.ts'
import { type WorkingCalendar, workingCalendar } from './calendar.ts'
import { calendarRows } from './queries.ts'

// Every move of a dossier asks for the calendar and it changes a few times a year; another process sees a switched day a minute later.
const keptFor = 60_000

type Kept = { calendar: WorkingCalendar; until: number }
const kept = new WeakMap<object, Map<string, Kept>>()

/** The working calendar of an agency, past and future opening hours included. */
export async function workingCalendarOf(db: Db, agencyId: string): Promise<WorkingCalendar> {
  const calendars = keptIn(db)
  const known = calendars.get(agencyId)
  if (known && known.until > performance.now()) return known.calendar
  const [days, hours] = [await calendarRows(db), await openingHoursFor(db, agencyId)]
  const calendar = workingCalendar({ days, hours })
  calendars.set(agencyId, { calendar, until: performance.now() + keptFor })
  return calendar
}

/** The next question is answered from the rows again. */
export function forgetWorkingCalendars(db: Db): void {
  keptIn(db).clear()
}

function keptIn(db: Db): Map<string, Kept> {
  const key = databaseOf(db)
  const calendars = kept.get(key) ?? new Map<string, Kept>()
  kept.set(key, calendars)
  return calendars
}

/** A transaction is a new object each time, but drizzle hands it the dialect of its database: one per database, so what is kept serves both. */
const databaseOf = (db: Db): object => (db as Db & { dialect?: object }).dialect ?? db
