// Puts the calendar file into the database. Again and again it changes nothing but what the file changed.
import { readFile } from 'node:fs/promises'
import type { Context } from '../../context.ts'
import { parseCalendar } from '../parse-calendar.ts'
import { saveCalendarDays } from '../store.ts'
import { forgetWorkingCalendars } from '../working-calendar.ts'

const file = new URL('../catalogue/calendar.tsv', import.meta.url)

/** How many days the file holds. @throws StartError naming each bad line; then nothing is loaded. */
export async function loadCalendar(context: Pick<Context, 'db'>): Promise<number> {
  const rows = parseCalendar(await readFile(file, 'utf8'), 'src/deadlines/catalogue/calendar.tsv')
  await context.db.transaction((tx) => saveCalendarDays(tx, rows))
  forgetWorkingCalendars(context.db)
  return rows.length
}
