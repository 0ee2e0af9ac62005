// Changes to the working calendar and to the dated limits.
import { and, eq, gt, isNull, lt, notInArray, or, sql } from 'drizzle-orm'
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

/** A limit an administrator has set or ended stays as it is; everything else is the file's. */
export async function saveTimeRules(tx: Tx, rows: readonly TimeRule[]): Promise<void> {
  const untouched = sql`${timeRules.changedAt} is null`
  await tx
    .insert(timeRules)
    .values([...rows])
    .onConflictDoUpdate({
      target: [timeRules.kind, timeRules.scope, timeRules.validFrom],
      set: {
        amount: sql`case when ${untouched} then excluded.amount else ${timeRules.amount} end`,
        validTo: sql`case when ${untouched} then excluded.valid_to else ${timeRules.validTo} end`,
        article: sql`case when ${untouched} then excluded.article else ${timeRules.article} end`,
        certainty: sql`case when ${untouched} then excluded.certainty else ${timeRules.certainty} end`
      }
    })
}

/** Every limit, held: one administrator after the other. */
export const lockTimeRules = (tx: Tx): Promise<TimeRule[]> => tx.select().from(timeRules).for('update')

/** From its day on this limit holds; the one that held then ends on that day. */
export async function setTimeRule(tx: Tx, rule: TimeRule, at: Temporal.Instant): Promise<void> {
  const { kind, scope, validFrom } = rule
  const same = and(eq(timeRules.kind, kind), eq(timeRules.scope, scope))
  const held = and(lt(timeRules.validFrom, validFrom), or(isNull(timeRules.validTo), gt(timeRules.validTo, validFrom)))
  await tx.update(timeRules).set({ validTo: validFrom, changedAt: at }).where(and(same, held))
  await tx
    .insert(timeRules)
    .values({ ...rule, changedAt: at })
    .onConflictDoUpdate({
      target: [timeRules.kind, timeRules.scope, timeRules.validFrom],
      set: { amount: rule.amount, article: rule.article, certainty: rule.certainty, changedAt: at }
    })
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
