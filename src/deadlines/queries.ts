// Reading the working calendar, the dated limits and the causes of lateness.
import { asc, desc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { CalendarDay } from './calendar.ts'
import type { LateCause, TimeRule } from './rules.ts'
import { calendarDays, lateCauses, timeRules } from './table.ts'

/** Every row by day, those switched off included. */
export const calendarRows = (db: Db): Promise<CalendarDay[]> => db.select().from(calendarDays).orderBy(calendarDays.day)

/** Every limit of every day: a few dozen rows; `ruleFor` chooses. */
export const timeRulesOf = (db: Db): Promise<TimeRule[]> => db.select().from(timeRules)

/** For who keeps them: each limit with its later versions first, and when somebody changed it. */
export const timeRuleRows = (db: Db) =>
  db.select().from(timeRules).orderBy(asc(timeRules.kind), asc(timeRules.scope), desc(timeRules.validFrom))

/** The causes to choose from, in the order of the file. */
export const lateCausesOf = (db: Db): Promise<LateCause[]> =>
  db.select().from(lateCauses).where(eq(lateCauses.active, true)).orderBy(asc(lateCauses.position))
