// What people said in a span of time, added up over the city: ratings by grade and criterion, petitions answered in time.
import { and, avg, count, gte, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { petitions, ratings } from './table.ts'
import type { Satisfaction } from './types.ts'

type Span = { from: Temporal.Instant; until: Temporal.Instant }

export type RatingFigures = {
  answers: number
  grades: Record<Satisfaction, number>
  /** Means of TT 01/2018 Đ13 over the answers, one decimal; null where nothing could be counted. */
  means: Record<'totalTime' | 'eachOffice' | 'contacts' | 'agencies' | 'attitude', number | null>
}

const rounded = (mean: string | null) => (mean === null ? null : Math.round(Number(mean) * 10) / 10)

export async function ratingFigures(db: Db, { from, until }: Span): Promise<RatingFigures> {
  const given = (grade: Satisfaction) => sql<number>`(count(*) filter (where ${ratings.satisfaction} = ${grade}))::int`
  const [row] = await db
    .select({
      answers: count(),
      very_satisfied: given('very_satisfied'),
      satisfied: given('satisfied'),
      not_satisfied: given('not_satisfied'),
      totalTime: avg(ratings.totalTime),
      eachOffice: avg(ratings.eachOffice),
      contacts: avg(ratings.contacts),
      agencies: avg(ratings.agencies),
      attitude: avg(ratings.attitude)
    })
    .from(ratings)
    .where(and(gte(ratings.ratedAt, from), lt(ratings.ratedAt, until)))
  const { answers, very_satisfied, satisfied, not_satisfied, ...means } = row!
  return {
    answers,
    grades: { very_satisfied, satisfied, not_satisfied },
    means: {
      totalTime: rounded(means.totalTime),
      eachOffice: rounded(means.eachOffice),
      contacts: rounded(means.contacts),
      agencies: rounded(means.agencies),
      attitude: rounded(means.attitude)
    }
  }
}

/** Petitions whose answer was due in the span: those that have it, or should have by now; and those answered in time. */
export async function petitionFigures(
  db: Db,
  { from, until, now }: Span & { now: Temporal.Instant }
): Promise<{ due: number; onTime: number }> {
  const isDecided = or(isNotNull(petitions.closedAt), lt(petitions.answerDueAt, now))
  const [row] = await db
    .select({ due: count(), onTime: sql<number>`(count(*) filter (where ${petitions.closedAt} <= ${petitions.answerDueAt}))::int` })
    .from(petitions)
    .where(and(gte(petitions.answerDueAt, from), lt(petitions.answerDueAt, until), isDecided))
  return row!
}
