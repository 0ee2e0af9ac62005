// What time is doing to steps and questions, for the round that lets nothing be late without a word.
import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { consultations, dossierSteps } from './table.ts'

type Page = { after: string; limit: number }

const isActive = inArray(dossierSteps.state, ['in_pool', 'in_hand'])

/** Steps being done whose own time ends before `until` and before the dossier's: the last step is the dossier itself. */
export const stepsDueBefore = (db: Db, until: Temporal.Instant, { after, limit }: Page) =>
  db
    .select({
      id: dossierSteps.id,
      dossierId: dossierSteps.dossierId,
      agencyId: dossierSteps.agencyId,
      procedureCode: dossierSteps.procedureCode,
      sectorCode: dossierSteps.sectorCode,
      officerId: dossierSteps.assigneeId,
      dueAt: sql<Temporal.Instant>`${dossierSteps.dueAt}`.mapWith(dossierSteps.dueAt)
    })
    .from(dossierSteps)
    .where(
      and(
        isActive,
        isNull(dossierSteps.pausedAt),
        lt(dossierSteps.dueAt, until),
        // The last turn is due with the dossier, whose own date is told already.
        sql`exists (select from ${dossierSteps} as later where later.dossier_id = ${dossierSteps.dossierId}
          and later.cycle = ${dossierSteps.cycle} and later.due_at > ${dossierSteps.dueAt})`,
        sql`${dossierSteps.id} > ${after}::uuid`
      )
    )
    .orderBy(asc(dossierSteps.id))
    .limit(limit)

/** Questions without an answer, due before an instant: the office that is asked has to know. */
export const questionsDueBefore = (db: Db, until: Temporal.Instant, { after, limit }: Page) =>
  db
    .select({
      id: consultations.id,
      dossierId: consultations.dossierId,
      agencyId: consultations.toAgencyId,
      procedureCode: consultations.procedureCode,
      sectorCode: consultations.sectorCode,
      officerId: sql<string | null>`null`,
      dueAt: consultations.dueAt
    })
    .from(consultations)
    .where(and(isNull(consultations.answeredAt), lt(consultations.dueAt, until), sql`${consultations.id} > ${after}::uuid`))
    .orderBy(asc(consultations.id))
    .limit(limit)

/** The step is still being done, and its date is this one. */
export async function isStepDue(db: Db, id: string, dueAt: Temporal.Instant): Promise<boolean> {
  const rows = await db
    .select({ id: dossierSteps.id })
    .from(dossierSteps)
    .where(and(eq(dossierSteps.id, id), eq(dossierSteps.dueAt, dueAt), isActive))
  return rows.length > 0
}

export async function isUnanswered(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(eq(consultations.id, id), isNull(consultations.answeredAt)))
  return rows.length > 0
}
