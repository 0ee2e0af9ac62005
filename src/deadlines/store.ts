// Changes to the working calendar.
import { sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import type { CalendarDay } from './calendar.ts'
import { calendarDays } from './table.ts'

/** Saves many days in one round trip. A day already there keeps its `active`: that switch belongs to the administrator. */
export async function saveCalendarDays(tx: Tx, rows: readonly CalendarDay[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(calendarDays)
    .values([...rows])
    .onConflictDoUpdate({
      target: calendarDays.day,
      set: {
        kind: sql`excluded.kind`,
        nameVi: sql`excluded.name_vi`,
        nameEn: sql`excluded.name_en`,
        legalBasis: sql`excluded.legal_basis`,
        certainty: sql`excluded.certainty`
      }
    })
}
