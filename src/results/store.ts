// Changes to templates, drafts, orders, running numbers and the register of results.
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '../accounts/roles.ts'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { DraftMove, DraftState } from './lifecycle.ts'
import {
  resultBooks,
  resultDraftSteps,
  resultDrafts,
  resultRevocations,
  results,
  resultTemplates,
  signingBatches,
  signingItems
} from './table.ts'
import type { SigningProblem } from './types.ts'

export type Draft = typeof resultDrafts.$inferSelect
export type NewDraft = typeof resultDrafts.$inferInsert
export type Batch = typeof signingBatches.$inferSelect
export type Item = typeof signingItems.$inferSelect
export type Result = typeof results.$inferSelect
export type Revocation = typeof resultRevocations.$inferSelect
export type TemplateRow = typeof resultTemplates.$inferSelect

/** The next version; two who write at once get a number each, because the later one is refused and asks again. */
export async function insertTemplate(tx: Tx, values: typeof resultTemplates.$inferInsert): Promise<TemplateRow | undefined> {
  const [row] = await tx.insert(resultTemplates).values(values).onConflictDoNothing().returning()
  return row
}

/** @returns undefined when the dossier has a draft already */
export async function insertDraft(tx: Tx, values: NewDraft): Promise<Draft | undefined> {
  const [row] = await tx.insert(resultDrafts).values(values).onConflictDoNothing().returning()
  return row
}

/** Held until the commit. @throws Refusal RESULT_DRAFT_NOT_FOUND */
export async function lockDraft(tx: Tx, id: string): Promise<Draft> {
  const [draft] = await tx.select().from(resultDrafts).where(eq(resultDrafts.id, id)).for('update')
  if (!draft) throw new Refusal('RESULT_DRAFT_NOT_FOUND', { id })
  return draft
}

type Step = { name: DraftMove | 'begin'; by: Pick<Actor, 'id' | 'name'>; at: Temporal.Instant; note?: string }

/** One step of a locked draft: where it is now, and the line of its trail. */
export async function saveStep(
  tx: Tx,
  draft: Pick<Draft, 'id'>,
  { name, by, at, note = '', state, changes = {} }: Step & { state: DraftState; changes?: Partial<NewDraft> }
): Promise<void> {
  await tx
    .update(resultDrafts)
    .set({ ...changes, state, updatedAt: at })
    .where(eq(resultDrafts.id, draft.id))
  await insertStep(tx, draft.id, { name, by, at, note })
}

export async function insertStep(tx: Tx, draftId: string, { name, by, at, note = '' }: Step): Promise<void> {
  await tx.insert(resultDraftSteps).values({ draftId, name, note, at, actorId: by.id, actorName: by.name })
}

/** @returns false when this order was given before */
export async function insertBatch(tx: Tx, values: Batch): Promise<boolean> {
  const rows = await tx.insert(signingBatches).values(values).onConflictDoNothing().returning({ id: signingBatches.id })
  return rows.length > 0
}

export async function insertItems(tx: Tx, values: readonly (typeof signingItems.$inferInsert)[]): Promise<void> {
  await tx.insert(signingItems).values([...values])
}

export async function lockItem(tx: Tx, id: string): Promise<Item> {
  const [item] = await tx.select().from(signingItems).where(eq(signingItems.id, id)).for('update')
  if (!item) throw new Refusal('RESULT_DRAFT_NOT_FOUND', { id })
  return item
}

export async function settleItem(
  tx: Tx,
  id: string,
  values: { state: Item['state']; problem: SigningProblem | null; doneAt: Temporal.Instant | null }
): Promise<void> {
  await tx.update(signingItems).set(values).where(eq(signingItems.id, id))
}

type Book = { agencyId: string; year: number; symbol: string }

/**
 * Takes a number that is printed already: only when it is still the next one, in the commit that registers the result.
 * @returns false when somebody else was given it meanwhile; then the paper is made again with another
 */
export async function takeNumber(tx: Tx, { sequence, ...book }: Book & { sequence: number }): Promise<boolean> {
  const rows = await tx
    .insert(resultBooks)
    .values({ ...book, last: sequence })
    .onConflictDoUpdate({
      target: [resultBooks.agencyId, resultBooks.year, resultBooks.symbol],
      set: { last: sequence },
      setWhere: sql`${resultBooks.last} = ${sequence - 1}`
    })
    .returning({ last: resultBooks.last })
  return rows.length > 0
}

/** @returns false when the dossier's result is registered already */
export async function insertRegistered(tx: Tx, values: typeof results.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(results).values(values).onConflictDoNothing({ target: results.dossierId }).returning({ id: results.id })
  return rows.length > 0
}

/** @throws Refusal RESULT_NOT_FOUND */
export async function lockResult(tx: Tx, id: string): Promise<Result> {
  const [result] = await tx.select().from(results).where(eq(results.id, id)).for('update')
  if (!result) throw new Refusal('RESULT_NOT_FOUND', { id })
  return result
}

export async function markResultRevoked(
  tx: Tx,
  { id, at, by, reason, basis }: { id: string; at: Temporal.Instant; by: string; reason: string; basis: string }
): Promise<void> {
  await tx.update(results).set({ revokedAt: at, revokedBy: by, revokedReason: reason, revokedBasis: basis }).where(eq(results.id, id))
}

/** @returns false when this form was sent before, or another proposal waits already */
export async function insertRevocation(tx: Tx, values: typeof resultRevocations.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(resultRevocations).values(values).onConflictDoNothing().returning({ id: resultRevocations.id })
  return rows.length > 0
}

/** The proposal that waits, held. */
export async function lockOpenRevocation(tx: Tx, resultId: string): Promise<Revocation | undefined> {
  const [row] = await tx
    .select()
    .from(resultRevocations)
    .where(and(eq(resultRevocations.resultId, resultId), isNull(resultRevocations.decidedAt)))
    .for('update')
  return row
}

type Decided = { isConfirmed: boolean; decidedById: string; decidedBy: string; decidedAt: Temporal.Instant; note: string }

export async function decideRevocation(tx: Tx, id: string, decided: Decided): Promise<void> {
  await tx.update(resultRevocations).set(decided).where(eq(resultRevocations.id, id))
}
