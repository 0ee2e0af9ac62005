// Reads of ratings, petitions and questions.
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { agenciesOf } from '../agencies/queries.ts'
import type { Db } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import type { QuestionState } from './lifecycle.ts'
import type { Petition, Question, Rating } from './store.ts'
import { petitionFiles, petitionHistory, petitions, questions, ratings } from './table.ts'

export async function findRating(db: Db, dossierId: string): Promise<Rating | undefined> {
  const [row] = await db.select().from(ratings).where(eq(ratings.dossierId, dossierId))
  return row
}

type Span = { agencyId: string; from: Temporal.Instant; until: Temporal.Instant }

export const ratingsAt = (db: Db, { agencyId, from, until }: Span): Promise<Rating[]> =>
  db
    .select()
    .from(ratings)
    .where(and(eq(ratings.agencyId, agencyId), gte(ratings.ratedAt, from), lt(ratings.ratedAt, until)))
    .orderBy(desc(ratings.ratedAt))

/** Complaints about behaviour in these dossiers that were not found untrue, by dossier (TT 01/2018 Đ13, criterion 7). */
export async function complaintsAbout(db: Db, dossierIds: readonly string[]): Promise<Map<string, number>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .select({ dossierId: petitions.dossierId, complaints: count() })
    .from(petitions)
    .where(
      and(
        inArray(petitions.dossierId, [...dossierIds]),
        eq(petitions.kind, 'conduct'),
        sql`${petitions.state} <> 'declined'`,
        or(isNull(petitions.finding), sql`${petitions.finding} <> 'unfounded'`)
      )
    )
    .groupBy(petitions.dossierId)
  return new Map(rows.map(({ dossierId, complaints }) => [dossierId!, complaints]))
}

export async function findPetitionByNumber(db: Db, number: string): Promise<Petition | undefined> {
  const [row] = await db.select().from(petitions).where(eq(petitions.number, number))
  return row
}

export async function findPetition(db: Db, id: string): Promise<Petition | undefined> {
  const [row] = await db.select().from(petitions).where(eq(petitions.id, id))
  return row
}

export const petitionMovesOf = (db: Db, petitionId: string) =>
  db.select().from(petitionHistory).where(eq(petitionHistory.petitionId, petitionId)).orderBy(petitionHistory.seq)
export type SavedPetitionMove = Awaited<ReturnType<typeof petitionMovesOf>>[number]

/** Ids of the files that came with a petition. */
export async function filesOfPetition(db: Db, petitionId: string): Promise<string[]> {
  const rows = await db.select().from(petitionFiles).where(eq(petitionFiles.petitionId, petitionId))
  return rows.map(({ fileId }) => fileId)
}

export const petitionsOfPerson = (db: Db, personId: string): Promise<Petition[]> =>
  db.select().from(petitions).where(eq(petitions.personId, personId)).orderBy(desc(petitions.receivedAt)).limit(50)

/** What waits at an agency, soonest due first; or what was closed there, newest first. */
export const petitionsAt = (db: Db, agencyId: string, { open, limit = 50 }: { open: boolean; limit?: number }): Promise<Petition[]> =>
  db
    .select()
    .from(petitions)
    .where(and(eq(petitions.agencyId, agencyId), open ? isNull(petitions.closedAt) : isNotNull(petitions.closedAt)))
    .orderBy(...(open ? [asc(petitions.answerDueAt), asc(petitions.id)] : [desc(petitions.closedAt)]))
    .limit(limit)

/** Petitions whose answer fell due in a span, and how many had it by their day; what may still wait isn't counted (Đ13, criterion 8). */
export async function petitionFigures(
  db: Db,
  { agencyId, from, until, now }: Span & { now: Temporal.Instant }
): Promise<{ all: number; onTime: number }> {
  const isDecided = or(isNotNull(petitions.closedAt), lt(petitions.answerDueAt, now))
  const [row] = await db
    .select({
      all: count(),
      onTime: sql<number>`(count(*) filter (where ${petitions.closedAt} <= ${petitions.answerDueAt}))::int`
    })
    .from(petitions)
    .where(and(eq(petitions.agencyId, agencyId), gte(petitions.answerDueAt, from), lt(petitions.answerDueAt, until), isDecided))
  return row!
}

export async function findQuestion(db: Db, id: string): Promise<Question | undefined> {
  const [row] = await db.select().from(questions).where(eq(questions.id, id))
  return row
}

/** Oldest first where somebody waits, newest first where nobody does. */
export const questionsAt = (db: Db, agencyId: string, state: QuestionState, limit = 50): Promise<Question[]> =>
  db
    .select()
    .from(questions)
    .where(and(eq(questions.agencyId, agencyId), eq(questions.state, state)))
    .orderBy(state === 'asked' ? asc(questions.askedAt) : desc(questions.answeredAt))
    .limit(limit)

/** Released questions that hold every word, accents or not, the last perhaps unfinished; newest first, one more than asked for. */
export function releasedQuestions(db: Db, { text, limit, before }: { text: string; limit: number; before?: Temporal.Instant | undefined }) {
  const words = fold(text).split(' ').filter(Boolean)
  const found = (word: string): SQL => sql`strpos(' ' || ${questions.searchText}, ${` ${word}`}) > 0`
  return db
    .select()
    .from(questions)
    .where(and(eq(questions.state, 'released'), before && lt(questions.releasedAt, before), ...words.map(found)))
    .orderBy(desc(questions.releasedAt))
    .limit(limit + 1)
}

const groupNames = { department: 'Sở, ban, ngành', district: 'Quận, huyện' } as const

/** Offices a petition or a question may be about: the city, departments, districts, and the wards under their districts. */
export async function officeGroups(db: Db, today: Temporal.PlainDate) {
  const { items } = await agenciesOf(db)
  const there = items.filter(({ validTo }) => !validTo || Temporal.PlainDate.compare(today, validTo) < 0)
  const places = (of: typeof there) => of.map(({ id, code, name }) => ({ id, code, name }))
  const levels = (['department', 'district'] as const).map((level) => ({
    name: groupNames[level],
    places: places(there.filter((one) => one.level === level))
  }))
  const wards = there
    .filter(({ level }) => level === 'district')
    .map(({ id, name }) => ({ name, places: places(there.filter((one) => one.level === 'ward' && one.parentId === id)) }))
  const city = { name: '', places: places(there.filter(({ level }) => level === 'city')) }
  return [city, ...levels, ...wards].filter((group) => group.places.length > 0)
}
