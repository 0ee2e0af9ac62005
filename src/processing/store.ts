// Changes to steps, to the trace, to questions and to the desk's forwardings. Whoever changes them holds the dossier's lock.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { consultations, dossierSteps, forwardings, stepHandOvers, verificationMeetings } from './table.ts'

export type Step = typeof dossierSteps.$inferSelect
export type HandOver = typeof stepHandOvers.$inferSelect
export type Consultation = typeof consultations.$inferSelect
export type NewHandOver = Omit<typeof stepHandOvers.$inferInsert, 'id' | 'seq'>
type StepChanges = Partial<
  Pick<
    Step,
    'state' | 'assigneeId' | 'assigneeName' | 'dueAt' | 'pausedAt' | 'enteredAt' | 'takenAt' | 'finishedAt' | 'outcome' | 'decision'
  >
>

export async function insertSteps(tx: Tx, values: readonly (typeof dossierSteps.$inferInsert)[]): Promise<Step[]> {
  const rows = await tx
    .insert(dossierSteps)
    .values([...values])
    .returning()
  return rows.sort((a, b) => a.position - b.position)
}

export async function updateStep(tx: Tx, step: Step, changes: StepChanges): Promise<Step> {
  if (Object.keys(changes).length === 0) return step
  await tx.update(dossierSteps).set(changes).where(eq(dossierSteps.id, step.id))
  return { ...step, ...changes }
}

/** Numbered in the order they happen: the dossier is locked, so nobody else counts on. */
export async function addHandOvers(tx: Tx, dossierId: string, values: readonly NewHandOver[]): Promise<void> {
  if (values.length === 0) return
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${stepHandOvers.seq}), 0)::int` })
    .from(stepHandOvers)
    .where(eq(stepHandOvers.dossierId, dossierId))
  await tx.insert(stepHandOvers).values(values.map((value, i) => ({ ...value, seq: row!.last + i + 1 })))
}

/** Whoever takes a step has received everything that was on its way to it. */
export async function receiveHandOvers(
  tx: Tx,
  { stepId, kinds, toName, at }: { stepId: string; kinds: readonly HandOver['kind'][]; toName: string; at: Temporal.Instant }
): Promise<void> {
  await tx
    .update(stepHandOvers)
    .set({ toName, takenAt: at })
    .where(and(eq(stepHandOvers.stepId, stepId), inArray(stepHandOvers.kind, [...kinds]), isNull(stepHandOvers.takenAt)))
}

/** @returns undefined when the form was sent before */
export async function insertConsultation(tx: Tx, values: typeof consultations.$inferInsert): Promise<Consultation | undefined> {
  const [row] = await tx.insert(consultations).values(values).onConflictDoNothing().returning()
  return row
}

export async function updateConsultation(
  tx: Tx,
  id: string,
  changes: Partial<Pick<Consultation, 'answeredAt' | 'answeredBy' | 'answer' | 'escalatedAt' | 'notedAt' | 'notedBy'>>
): Promise<void> {
  await tx.update(consultations).set(changes).where(eq(consultations.id, id))
}

/** @returns false when the form was sent before */
export async function insertMeeting(tx: Tx, values: typeof verificationMeetings.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(verificationMeetings).values(values).onConflictDoNothing().returning({ id: verificationMeetings.id })
  return rows.length > 0
}

export async function insertForwarding(tx: Tx, values: typeof forwardings.$inferInsert): Promise<void> {
  await tx.insert(forwardings).values(values).onConflictDoNothing()
}

type Forwarded = {
  dossierId: string
  cycle: number
  at: Temporal.Instant
  by: string
  way: NonNullable<(typeof forwardings.$inferSelect)['way']>
}

/** @returns until when it had to leave the desk; undefined when it had left before */
export async function markForwarded(tx: Tx, { dossierId, cycle, at, by, way }: Forwarded): Promise<Temporal.Instant | undefined> {
  const rows = await tx
    .update(forwardings)
    .set({ forwardedAt: at, forwardedBy: by, way })
    .where(and(eq(forwardings.dossierId, dossierId), eq(forwardings.cycle, cycle), isNull(forwardings.forwardedAt)))
    .returning({ forwardBy: forwardings.forwardBy })
  return rows[0]?.forwardBy
}

/** A dossier that ended at the desk has nothing to be forwarded. */
export async function dropForwardings(tx: Tx, dossierId: string): Promise<void> {
  await tx.delete(forwardings).where(and(eq(forwardings.dossierId, dossierId), isNull(forwardings.forwardedAt)))
}
