// Changes to dossiers. Whoever changes one holds its lock; a move saves state, history, audit, counts and jobs in one commit.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Actor, signatureOf } from '../accounts/roles.ts'
import { appendAudit } from '../audit/store.ts'
import type { Tx } from '../database/client.ts'
import { enqueue, type NewJob } from '../jobs/enqueue.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import type { AllowedMove } from './lifecycle.ts'
import {
  apologies,
  dossierCounts,
  dossierMoves,
  dossierNumbers,
  dossierPapers,
  dossierResults,
  dossiers,
  supplementRequests
} from './table.ts'

export type Dossier = typeof dossiers.$inferSelect
export type NewDossier = typeof dossiers.$inferInsert
export type Paper = typeof dossierPapers.$inferSelect
export type NewPaper = Omit<typeof dossierPapers.$inferInsert, 'id' | 'dossierId' | 'addedAt'>
export type SupplementRequest = typeof supplementRequests.$inferSelect
type Changes = Partial<Omit<Dossier, 'id' | 'state' | 'moveCount' | 'auditHash' | 'auditCount'>>

/** The row itself, held until the transaction ends. @throws Refusal DOSSIER_NOT_FOUND */
export async function lockDossier(tx: Tx, id: string): Promise<Dossier> {
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, id)).for('update')
  if (!dossier) throw new Refusal('DOSSIER_NOT_FOUND', { id })
  return dossier
}

/** The row when nobody else holds it: a round of the house waits for nobody and comes again. */
export async function claimDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, id)).for('update', { skipLocked: true })
  return dossier
}

export async function insertDossier(tx: Tx, values: NewDossier): Promise<Dossier> {
  const [dossier] = await tx.insert(dossiers).values(values).returning()
  return dossier!
}

/** Only drafts are edited in place; anything filed changes by a move. */
export async function updateDraft(tx: Tx, id: string, changes: Changes): Promise<void> {
  await tx
    .update(dossiers)
    .set(changes)
    .where(and(eq(dossiers.id, id), eq(dossiers.state, 'draft')))
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(dossiers).where(and(eq(dossiers.id, id), eq(dossiers.state, 'draft')))
}

/**
 * The next running number of an agency on a day, or the last of the next `count`: a block leased to a desk for an outage comes out of
 * the same counter. The row stays locked until the commit: no gap, no duplicate.
 */
export async function nextNumber(
  tx: Tx,
  { agencyId, day, count = 1 }: { agencyId: string; day: Temporal.PlainDate; count?: number }
): Promise<number> {
  const [row] = await tx
    .insert(dossierNumbers)
    .values({ agencyId, day, last: count })
    .onConflictDoUpdate({ target: [dossierNumbers.agencyId, dossierNumbers.day], set: { last: sql`${dossierNumbers.last} + ${count}` } })
    .returning({ last: dossierNumbers.last })
  return row!.last
}

type MoveToSave = { move: AllowedMove; by: Actor; at: Temporal.Instant; changes?: Changes; note?: string; facts?: Record<string, unknown> }

/** One move of a locked dossier. @returns the dossier as it is now */
export async function saveMove(
  tx: Tx,
  dossier: Dossier,
  { move, by, at, changes = {}, note = '', facts = {} }: MoveToSave
): Promise<Dossier> {
  const seq = dossier.moveCount + 1
  const agencyId = by.agencyId ?? dossier.agencyId
  const head = await appendAudit(tx, {
    chain: dossier.id,
    head: { count: dossier.auditCount, hash: dossier.auditHash },
    entries: [{ by, at, action: move.name, facts: { seq, from: dossier.state, to: move.to, note, ...facts } }]
  })
  const [moved] = await tx
    .update(dossiers)
    .set({ ...changes, state: move.to, moveCount: seq, auditHash: head.hash, auditCount: head.count, updatedAt: at })
    .where(eq(dossiers.id, dossier.id))
    .returning()
  await tx.insert(dossierMoves).values({
    dossierId: dossier.id,
    seq,
    name: move.name,
    fromState: dossier.state,
    toState: move.to,
    at,
    actorId: by.id,
    actorName: signatureOf(by),
    actorRole: by.role,
    agencyId,
    note,
    facts,
    dueAt: moved!.dueAt
  })
  await enqueue(
    tx,
    // The compiler sorts out unions of up to 25 names; there are more, and all of them take this payload.
    move.next.map((name) => ({ name, payload: { dossierId: dossier.id, moveSeq: seq }, key: `${name}:${dossier.id}:${seq}` }) as NewJob),
    at
  )
  if (endsApology(move)) await withdrawApology(tx, { dossierId: dossier.id, at, why: move.name })
  // Last, because this row is shared by everybody at the agency: the shorter it is held, the better.
  await tx
    .insert(dossierCounts)
    .values({ agencyId: dossier.agencyId, day: dayOf(at), move: move.name, channel: dossier.channel, count: 1 })
    .onConflictDoUpdate({
      target: [dossierCounts.agencyId, dossierCounts.day, dossierCounts.move, dossierCounts.channel],
      set: { count: sql`${dossierCounts.count} + 1` }
    })
  return moved!
}

type Act = { by: Actor; at: Temporal.Instant; action: string; facts?: Record<string, unknown> }

/** Something done to a locked dossier that is no move: `read` by whoever looked into it, a helper's every act. */
export async function saveAct(tx: Tx, dossier: Dossier, { by, at, action, facts = {} }: Act): Promise<Dossier> {
  const head = await appendAudit(tx, {
    chain: dossier.id,
    head: { count: dossier.auditCount, hash: dossier.auditHash },
    entries: [{ by, at, action, facts }]
  })
  const changes = { auditHash: head.hash, auditCount: head.count }
  await tx.update(dossiers).set(changes).where(eq(dossiers.id, dossier.id))
  return { ...dossier, ...changes }
}

/** In whose hands a locked dossier is now, and which other agencies take part. Lists of the agency see that something happened. */
export async function placeDossier(
  tx: Tx,
  dossier: Dossier,
  { at, ...changes }: { at: Temporal.Instant; officerId?: string | null; officerName?: string | null; sharedWith?: string[] }
): Promise<Dossier> {
  await tx
    .update(dossiers)
    .set({ ...changes, updatedAt: at })
    .where(eq(dossiers.id, dossier.id))
  return { ...dossier, ...changes, updatedAt: at }
}

export async function insertPapers(tx: Tx, dossierId: string, papers: readonly NewPaper[], addedAt: Temporal.Instant): Promise<void> {
  if (papers.length > 0) await tx.insert(dossierPapers).values(papers.map((paper) => ({ ...paper, dossierId, addedAt })))
}

/** Papers of these numbers give way to better ones; they stay in the history. */
export async function retirePapers(tx: Tx, dossierId: string, numbers: readonly number[], at: Temporal.Instant): Promise<void> {
  if (numbers.length === 0) return
  await tx
    .update(dossierPapers)
    .set({ replacedAt: at })
    .where(
      and(
        eq(dossierPapers.dossierId, dossierId),
        isNull(dossierPapers.replacedAt),
        sql`${dossierPapers.number} = any(${sql.param(numbers)}::int[])`
      )
    )
}

/** A draft's paper is simply taken away. */
export async function deletePaper(tx: Tx, { dossierId, paperId }: { dossierId: string; paperId: string }): Promise<void> {
  await tx.delete(dossierPapers).where(and(eq(dossierPapers.id, paperId), eq(dossierPapers.dossierId, dossierId)))
}

export async function insertSupplementRequest(tx: Tx, values: typeof supplementRequests.$inferInsert): Promise<void> {
  await tx.insert(supplementRequests).values(values)
}

export async function answerSupplementRequest(tx: Tx, dossierId: string, answeredAt: Temporal.Instant): Promise<void> {
  await tx
    .update(supplementRequests)
    .set({ answeredAt })
    .where(and(eq(supplementRequests.dossierId, dossierId), isNull(supplementRequests.answeredAt)))
}

export async function insertResult(tx: Tx, values: typeof dossierResults.$inferInsert): Promise<void> {
  await tx.insert(dossierResults).values(values)
}

/** The date a letter speaks of is gone when the clock stops or the result is there. */
const endsApology = ({ clock }: AllowedMove) => clock === 'stop' || clock === 'pause' || clock === 'finish' || clock === 'drop'

export type Apology = typeof apologies.$inferSelect

/** Drafts that are neither signed nor withdrawn: one for a dossier. */
const isDraft = and(isNull(apologies.signedAt), isNull(apologies.withdrawnAt))

/** @returns the draft there is, new or not */
export async function draftApology(tx: Tx, values: typeof apologies.$inferInsert): Promise<Apology> {
  await tx.insert(apologies).values(values).onConflictDoNothing()
  const [draft] = await tx
    .select()
    .from(apologies)
    .where(and(eq(apologies.dossierId, values.dossierId), isDraft))
  return draft!
}

/** The draft itself, held; its dossier is locked before it. */
export async function lockApology(tx: Tx, dossierId: string): Promise<Apology | undefined> {
  const [draft] = await tx
    .select()
    .from(apologies)
    .where(and(eq(apologies.dossierId, dossierId), isDraft))
    .for('update')
  return draft
}

export async function updateApology(tx: Tx, id: string, changes: Partial<Apology>): Promise<void> {
  await tx.update(apologies).set(changes).where(eq(apologies.id, id))
}

export async function withdrawApology(
  tx: Tx,
  { dossierId, at, why }: { dossierId: string; at: Temporal.Instant; why: string }
): Promise<void> {
  await tx
    .update(apologies)
    .set({ withdrawnAt: at, withdrawnWhy: why })
    .where(and(eq(apologies.dossierId, dossierId), isDraft))
}
