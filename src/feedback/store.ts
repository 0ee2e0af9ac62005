// Changes to ratings, petitions and questions. A move of a petition saves state, history and the message's job in one commit.
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../accounts/roles.ts'
import type { Tx } from '../database/client.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { PetitionMoveName, PetitionState } from './lifecycle.ts'
import { petitionFiles, petitionHistory, petitionNumbers, petitions, questions, ratings } from './table.ts'

export type Rating = typeof ratings.$inferSelect
export type NewRating = Omit<typeof ratings.$inferInsert, 'changedAt'>
export type Petition = typeof petitions.$inferSelect
export type NewPetition = Omit<typeof petitions.$inferInsert, 'id' | 'moveCount' | 'state'>
export type Question = typeof questions.$inferSelect
export type NewQuestion = Omit<typeof questions.$inferInsert, 'id' | 'state'>

/** The first rating, or another word about it while `mendableSince` is before it was given. @returns nothing when that time is over */
export async function saveRating(tx: Tx, rating: NewRating, mendableSince: Temporal.Instant): Promise<Rating | undefined> {
  const { dossierId, agencyId, ratedAt, ...said } = rating
  const [saved] = await tx
    .insert(ratings)
    .values(rating)
    .onConflictDoUpdate({
      target: ratings.dossierId,
      set: { ...said, changedAt: ratedAt },
      setWhere: sql`${ratings.ratedAt} > ${mendableSince.toString()}`
    })
    .returning()
  return saved
}

/** Holds the city's numbers of a day until the commit: who sends the same form twice waits here for himself. */
export async function lockNumbers(tx: Tx, day: Temporal.PlainDate): Promise<void> {
  await tx
    .insert(petitionNumbers)
    .values({ day, last: 0 })
    .onConflictDoUpdate({ target: petitionNumbers.day, set: { last: sql`${petitionNumbers.last}` } })
}

/** The next number of a day whose numbers are held: no gap, no duplicate. */
export async function nextPetitionNumber(tx: Tx, day: Temporal.PlainDate): Promise<number> {
  const [row] = await tx
    .update(petitionNumbers)
    .set({ last: sql`${petitionNumbers.last} + 1` })
    .where(eq(petitionNumbers.day, day))
    .returning({ last: petitionNumbers.last })
  return row!.last
}

export async function petitionOfForm(tx: Tx, { ownerId, formKey }: { ownerId: string; formKey: string }): Promise<Petition | undefined> {
  const [found] = await tx
    .select()
    .from(petitions)
    .where(and(eq(petitions.ownerId, ownerId), eq(petitions.formKey, formKey)))
  return found
}

/** @throws Refusal PETITION_NOT_FOUND */
export async function lockPetition(tx: Tx, id: string): Promise<Petition> {
  const [petition] = await tx.select().from(petitions).where(eq(petitions.id, id)).for('update')
  if (!petition) throw new Refusal('PETITION_NOT_FOUND')
  return petition
}

type History = { name: PetitionMoveName; from: PetitionState | null; to: PetitionState; by: Actor; at: Temporal.Instant; note?: string }

/** Writes a move into the history and has the sender told. */
async function saveHistory(tx: Tx, after: Petition, agencyId: string, { name, from, to, by, at, note = '' }: History): Promise<void> {
  const seq = after.moveCount
  await tx.insert(petitionHistory).values({
    petitionId: after.id,
    seq,
    name,
    fromState: from,
    toState: to,
    at,
    actorId: by.id,
    actorName: by.name,
    actorRole: by.role,
    agencyId,
    toAgencyId: after.agencyId,
    note
  })
  const payload = { petitionId: after.id, moveSeq: seq }
  await enqueue(tx, [{ name: 'notice.petition', payload, key: `notice.petition:${after.id}:${seq}` }], at)
}

type Sent = { petition: NewPetition; fileIds: readonly string[]; by: Actor; at: Temporal.Instant }

export async function insertPetition(tx: Tx, { petition, fileIds, by, at }: Sent): Promise<Petition> {
  const [made] = await tx
    .insert(petitions)
    .values({ ...petition, state: 'received', moveCount: 1 })
    .returning()
  const files = fileIds.map((fileId) => ({ petitionId: made!.id, fileId }))
  if (files.length > 0) await tx.insert(petitionFiles).values(files)
  await saveHistory(tx, made!, made!.agencyId, { name: 'send', from: null, to: 'received', by, at })
  return made!
}

type PetitionChanges = Partial<
  Pick<Petition, 'agencyId' | 'arrivedAt' | 'forwardDueAt' | 'answerDueAt' | 'answer' | 'finding' | 'closedAt'>
>
type PetitionMove = { name: PetitionMoveName; to: PetitionState; by: Actor; at: Temporal.Instant; changes: PetitionChanges; note: string }

/** One move of a locked petition. */
export async function savePetitionMove(tx: Tx, before: Petition, { name, to, by, at, changes, note }: PetitionMove): Promise<Petition> {
  const [after] = await tx
    .update(petitions)
    .set({ ...changes, state: to, moveCount: before.moveCount + 1 })
    .where(eq(petitions.id, before.id))
    .returning()
  await saveHistory(tx, after!, before.agencyId, { name, from: before.state, to, by, at, note })
  return after!
}

/** The question, or the one the same form made before. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<Question> {
  const [made] = await tx
    .insert(questions)
    .values({ ...question, state: 'asked' })
    .onConflictDoNothing({ target: [questions.ownerId, questions.formKey] })
    .returning()
  if (made) return made
  const ofForm = and(eq(questions.ownerId, question.ownerId), eq(questions.formKey, question.formKey))
  const [before] = await tx.select().from(questions).where(ofForm)
  return before!
}

/** @throws Refusal QUESTION_NOT_FOUND */
export async function lockQuestion(tx: Tx, id: string): Promise<Question> {
  const [question] = await tx.select().from(questions).where(eq(questions.id, id)).for('update')
  if (!question) throw new Refusal('QUESTION_NOT_FOUND')
  return question
}

export async function updateQuestion(tx: Tx, id: string, changes: Partial<Omit<Question, 'id'>>): Promise<Question> {
  const [question] = await tx.update(questions).set(changes).where(eq(questions.id, id)).returning()
  return question!
}

/** Whoever asked hears the answer; a better answer is told again. */
export async function haveAnswerTold(tx: Tx, { id, answerCount }: Question, at: Temporal.Instant): Promise<void> {
  const payload = { questionId: id, answerCount }
  await enqueue(tx, [{ name: 'notice.question', payload, key: `notice.question:${id}:${answerCount}` }], at)
}
