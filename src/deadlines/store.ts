// Changes to the working calendar and to the dated limits.
import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import type { CalendarDay } from './calendar.ts'
import type { LateCause, TimeRule } from './rules.ts'
import { calendarDays, lateCauses, timeRules } from './table.ts'

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

/** A limit an administrator has set keeps its amount; everything else is the file's. */
export async function saveTimeRules(tx: Tx, rows: readonly TimeRule[]): Promise<void> {
  await tx
    .insert(timeRules)
    .values([...rows])
    .onConflictDoUpdate({
      target: [timeRules.kind, timeRules.scope, timeRules.validFrom],
      set: {
        amount: sql`case when ${timeRules.changedAt} is null then excluded.amount else ${timeRules.amount} end`,
        validTo: sql`excluded.valid_to`,
        article: sql`excluded.article`,
        certainty: sql`excluded.certainty`
      }
    })
}

/** @returns whether there is such a limit */
export async function setTimeRule(
  tx: Tx,
  { kind, scope, validFrom, amount, at }: Pick<TimeRule, 'kind' | 'scope' | 'validFrom'> & { amount: number; at: Temporal.Instant }
): Promise<boolean> {
  const rows = await tx
    .update(timeRules)
    .set({ amount, changedAt: at })
    .where(and(eq(timeRules.kind, kind), eq(timeRules.scope, scope), eq(timeRules.validFrom, validFrom)))
    .returning({ kind: timeRules.kind })
  return rows.length > 0
}

/** Those the file no longer has stay for the letters that named them, and are offered no more. */
export async function saveLateCauses(tx: Tx, rows: readonly LateCause[]): Promise<void> {
  await tx
    .insert(lateCauses)
    .values([...rows])
    .onConflictDoUpdate({
      target: lateCauses.code,
      set: { nameVi: sql`excluded.name_vi`, nameEn: sql`excluded.name_en`, position: sql`excluded.position`, active: true }
    })
  const kept = rows.map(({ code }) => code)
  await tx.update(lateCauses).set({ active: false }).where(notInArray(lateCauses.code, kept))
}
