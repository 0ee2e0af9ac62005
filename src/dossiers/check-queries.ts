// Reading what the desk says of a new dossier: verdicts on its papers, who looks at it, proposals for another request.
import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import type { PaperCheck, SecondRequest } from './check-store.ts'
import { type Reach, withinReach } from './queries.ts'
import type { Dossier, Paper } from './store.ts'
import { dossierLeases, dossierPapers, dossiers, paperChecks, secondRequests } from './table.ts'

export type CheckedPaper = { paper: Paper; check: PaperCheck | null }

/** The papers in force, each with its verdict or none, in the order of the procedure. */
export const checkedPapers = (db: Db, dossierId: string): Promise<CheckedPaper[]> =>
  db
    .select({ paper: dossierPapers, check: paperChecks })
    .from(dossierPapers)
    .leftJoin(paperChecks, eq(paperChecks.paperId, dossierPapers.id))
    .where(and(eq(dossierPapers.dossierId, dossierId), isNull(dossierPapers.replacedAt)))
    .orderBy(asc(dossierPapers.number), asc(dossierPapers.id))

/** Who else looks at it now. */
export async function lookOfOthers(db: Db, { dossierId, staffId, now }: { dossierId: string; staffId: string; now: Temporal.Instant }) {
  const [lease] = await db
    .select()
    .from(dossierLeases)
    .where(and(eq(dossierLeases.dossierId, dossierId), gt(dossierLeases.until, now)))
  return lease && lease.staffId !== staffId ? lease : undefined
}

/** All of a dossier, oldest first. */
export const secondRequestsOf = (db: Db, dossierId: string): Promise<SecondRequest[]> =>
  db.select().from(secondRequests).where(eq(secondRequests.dossierId, dossierId)).orderBy(asc(secondRequests.proposedAt))

export async function findSecondRequest(db: Db, id: string): Promise<SecondRequest | undefined> {
  const [request] = await db.select().from(secondRequests).where(eq(secondRequests.id, id))
  return request
}

export type Proposal = { request: SecondRequest; dossier: Dossier }

/** What waits for the word of the head of the desk (`atDesk`) or of the head who signs; the longest waiting first. */
export const openProposals = (db: Db, { atDesk, ...reach }: Reach & { atDesk: boolean }): Promise<Proposal[]> =>
  db
    .select({ request: secondRequests, dossier: dossiers })
    .from(secondRequests)
    .innerJoin(dossiers, eq(dossiers.id, secondRequests.dossierId))
    .where(and(withinReach(reach), eq(secondRequests.atDesk, atDesk), isNull(secondRequests.decision)))
    .orderBy(asc(secondRequests.proposedAt))
    .limit(100)

/** What was answered lately, newest first. */
export const decidedProposals = (db: Db, { atDesk, ...reach }: Reach & { atDesk: boolean }): Promise<Proposal[]> =>
  db
    .select({ request: secondRequests, dossier: dossiers })
    .from(secondRequests)
    .innerJoin(dossiers, eq(dossiers.id, secondRequests.dossierId))
    .where(and(withinReach(reach), eq(secondRequests.atDesk, atDesk), isNotNull(secondRequests.decision)))
    .orderBy(desc(secondRequests.decidedAt))
    .limit(20)

export async function openRequestOf(db: Db, dossierId: string): Promise<SecondRequest | undefined> {
  const [open] = await db
    .select()
    .from(secondRequests)
    .where(and(eq(secondRequests.dossierId, dossierId), isNull(secondRequests.decision)))
  return open
}
