// Reading the working calendar.
import type { Db } from '../database/client.ts'
import type { CalendarDay } from './calendar.ts'
import { calendarDays } from './table.ts'

/** Every row by day, those switched off included. */
export const calendarRows = (db: Db): Promise<CalendarDay[]> => db.select().from(calendarDays).orderBy(calendarDays.day)
