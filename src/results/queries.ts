// Reads of templates, drafts, orders and the register of results; every list held to what somebody answers for.
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { withinDuties } from '../accounts/queries.ts'
import type { Actor } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import type { DraftState } from './lifecycle.ts'
import type { ResultKind } from './rules.ts'
import type { Draft, Result } from './store.ts'
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

export type Reach = Pick<Actor, 'agencyId' | 'duties'>

const within = (table: typeof resultDrafts | typeof results, { agencyId, duties }: Reach): SQL =>
  and(eq(table.agencyId, agencyId!), withinDuties(table, duties))!

export const agencyTemplates = (db: Db, agencyId: string) =>
  db
    .select()
    .from(resultTemplates)
    .where(eq(resultTemplates.agencyId, agencyId))
    .orderBy(asc(resultTemplates.procedureCode), asc(resultTemplates.kind), desc(resultTemplates.version))

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  const [draft] = await db.select().from(resultDrafts).where(eq(resultDrafts.id, id))
  return draft
}

/** The draft a dossier has now; one that was dropped is none. */
export async function draftOf(db: Db, dossierId: string): Promise<Draft | undefined> {
  const [draft] = await db
    .select()
    .from(resultDrafts)
    .where(and(eq(resultDrafts.dossierId, dossierId), sql`${resultDrafts.state} <> 'dropped'`))
  return draft
}

export const stepsOfDraft = (db: Db, draftId: string) =>
  db
    .select()
    .from(resultDraftSteps)
    .where(eq(resultDraftSteps.draftId, draftId))
    .orderBy(asc(resultDraftSteps.at), asc(resultDraftSteps.id))
export type DraftStep = Awaited<ReturnType<typeof stepsOfDraft>>[number]

/** Drafts of an agency in these states, the longest waiting first. */
export const draftsAt = (db: Db, reach: Reach, states: readonly DraftState[], { limit = 100 } = {}) =>
  db
    .select()
    .from(resultDrafts)
    .where(and(within(resultDrafts, reach), inArray(resultDrafts.state, [...states])))
    .orderBy(asc(resultDrafts.updatedAt), asc(resultDrafts.id))
    .limit(limit)

export async function findBatch(db: Db, id: string) {
  const [batch] = await db.select().from(signingBatches).where(eq(signingBatches.id, id))
  return batch
}

/** The items of an order with their drafts and, once signed, their results. */
export const itemsOfBatch = (db: Db, batchId: string) =>
  db
    .select({ item: signingItems, draft: resultDrafts, result: results })
    .from(signingItems)
    .innerJoin(resultDrafts, eq(resultDrafts.id, signingItems.draftId))
    .leftJoin(results, and(eq(results.dossierId, resultDrafts.dossierId), eq(signingItems.state, 'signed')))
    .where(eq(signingItems.batchId, batchId))
    .orderBy(asc(signingItems.position))
export type BatchLine = Awaited<ReturnType<typeof itemsOfBatch>>[number]

/** The latest orders of a signer, with how many of each are signed, waiting, failed. */
export const batchesOf = (db: Db, signerId: string) =>
  db
    .select({
      id: signingBatches.id,
      orderedAt: signingBatches.orderedAt,
      signed: sql<number>`count(*) filter (where ${signingItems.state} = 'signed')::int`,
      waiting: sql<number>`count(*) filter (where ${signingItems.state} = 'waiting')::int`,
      failed: sql<number>`count(*) filter (where ${signingItems.state} = 'failed')::int`
    })
    .from(signingBatches)
    .innerJoin(signingItems, eq(signingItems.batchId, signingBatches.id))
    .where(eq(signingBatches.signerId, signerId))
    .groupBy(signingBatches.id)
    .orderBy(desc(signingBatches.orderedAt))
    .limit(10)

export async function lastNumber(db: Db, { agencyId, year, symbol }: { agencyId: string; year: number; symbol: string }): Promise<number> {
  const [row] = await db
    .select({ last: resultBooks.last })
    .from(resultBooks)
    .where(and(eq(resultBooks.agencyId, agencyId), eq(resultBooks.year, year), eq(resultBooks.symbol, symbol)))
  return row?.last ?? 0
}

export async function findResult(db: Db, id: string): Promise<Result | undefined> {
  const [result] = await db.select().from(results).where(eq(results.id, id))
  return result
}

export async function resultOfDossier(db: Db, dossierId: string): Promise<Result | undefined> {
  const [result] = await db.select().from(results).where(eq(results.dossierId, dossierId))
  return result
}

/** Of which of these files' bytes are results of ours: a paper that was given back to us proves itself. */
export const resultsByHash = (db: Db, hashes: readonly string[]) =>
  db
    .select()
    .from(results)
    .where(inArray(results.sha256, [...hashes]))

export const revocationsOf = (db: Db, resultId: string) =>
  db.select().from(resultRevocations).where(eq(resultRevocations.resultId, resultId)).orderBy(desc(resultRevocations.proposedAt))

export type RegisterFilter = {
  text?: string | undefined
  kind?: ResultKind | undefined
  state?: 'valid' | 'revoked' | 'proposed' | undefined
  from?: Temporal.Instant | undefined
  until?: Temporal.Instant | undefined
}
/** Where a page of the register ended. */
export type RegisterCursor = { at: string; id: string }
const linesPerPage = 25

/** The register of an agency, the latest first: by number, name, procedure or code with folded words; the page after `after`. */
export async function registerAt(
  db: Db,
  reach: Reach,
  { text = '', kind, state, from, until }: RegisterFilter,
  { after, limit = linesPerPage }: { after?: RegisterCursor | undefined; limit?: number } = {}
): Promise<{ items: Result[]; next: RegisterCursor | undefined }> {
  const words = wordsOf(text)
  const proposed = db.select({ id: resultRevocations.resultId }).from(resultRevocations).where(isNull(resultRevocations.decidedAt))
  const standing = {
    valid: isNull(results.revokedAt),
    revoked: isNotNull(results.revokedAt),
    proposed: inArray(results.id, proposed)
  }
  const rows = await db
    .select()
    .from(results)
    .where(
      and(
        within(results, reach),
        words.length > 0
          ? sql`to_tsvector('simple', ${results.searchText}) @@ to_tsquery('simple', ${words.map((one) => `${one}:*`).join(' & ')})`
          : undefined,
        kind && eq(results.kind, kind),
        state && standing[state],
        from && gte(results.signedAt, from),
        until && lt(results.signedAt, until),
        after && sql`(${results.signedAt}, ${results.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
      )
    )
    .orderBy(desc(results.signedAt), desc(results.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { at: last.signedAt.toString(), id: last.id } : undefined }
}

/** Words as the index has them: without marks, and a number like `05/GP-STTTT` in its parts. */
const partsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** As many as anybody types to find something. */
export const wordsOf = (text: string): string[] => partsOf(text).slice(0, 12)

/** What the search finds a result by. */
export const searchTextOf = (parts: readonly (string | null | undefined)[]): string =>
  [...new Set(parts.flatMap((part) => partsOf(part ?? '')))].join(' ')

const latestFirst = [desc(results.signedAt), desc(results.id)]
const holds = and(eq(results.kind, 'approved'), isNull(results.revokedAt))!

/** Results that hold, of a person's own account or of an identity number: papers that need not be brought again (NĐ 61/2018 Đ4; NĐ 107/2021). */
export async function reusableResults(
  db: Db,
  { personId, identityNumber }: { personId?: string | undefined; identityNumber?: string | undefined }
): Promise<Result[]> {
  if (!personId && !identityNumber) return []
  const whose = personId ? eq(results.personId, personId) : eq(results.holderIdentity, identityNumber!)
  return db
    .select()
    .from(results)
    .where(and(whose, holds))
    .orderBy(...latestFirst)
    .limit(20)
}
