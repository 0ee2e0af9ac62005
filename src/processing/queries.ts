// Reads of the internal process: the steps of one dossier, its trace, questions and verifications; and who has not been told yet.
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { withinDuties } from '../accounts/queries.ts'
import type { Duty } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import type { Consultation, HandOver, Step } from './store.ts'
import { consultations, dossierSteps, forwardings, stepHandOvers, verificationMeetings } from './table.ts'

/** Whose lists: an agency, and within it what somebody answers for. */
export type Within = { agencyId: string; duties?: readonly Duty[] | undefined }

/** Every step of every cycle, in order. */
export const allStepsOf = (db: Db, dossierId: string): Promise<Step[]> =>
  db.select().from(dossierSteps).where(eq(dossierSteps.dossierId, dossierId)).orderBy(asc(dossierSteps.cycle), asc(dossierSteps.position))

/** The steps of the cycle that counts now; none before acceptance, and none for an older dossier nobody has opened since. */
export async function currentStepsOf(db: Db, dossierId: string): Promise<Step[]> {
  const all = await allStepsOf(db, dossierId)
  const now = Math.max(0, ...all.map(({ cycle }) => cycle))
  return all.filter(({ cycle }) => cycle === now)
}

export const handOversOf = (db: Db, dossierId: string): Promise<HandOver[]> =>
  db.select().from(stepHandOvers).where(eq(stepHandOvers.dossierId, dossierId)).orderBy(asc(stepHandOvers.seq))

export const consultationsOf = (db: Db, dossierId: string): Promise<Consultation[]> =>
  db.select().from(consultations).where(eq(consultations.dossierId, dossierId)).orderBy(asc(consultations.askedAt), asc(consultations.id))

export async function findConsultation(db: Db, id: string): Promise<Consultation | undefined> {
  const [row] = await db.select().from(consultations).where(eq(consultations.id, id))
  return row
}

export type Meeting = typeof verificationMeetings.$inferSelect
export const meetingsOf = (db: Db, dossierId: string): Promise<Meeting[]> =>
  db.select().from(verificationMeetings).where(eq(verificationMeetings.dossierId, dossierId)).orderBy(asc(verificationMeetings.heldAt))

export type Forwarding = typeof forwardings.$inferSelect
export async function forwardingOf(db: Db, dossierId: string): Promise<Forwarding | undefined> {
  const [row] = await db.select().from(forwardings).where(eq(forwardings.dossierId, dossierId)).orderBy(desc(forwardings.cycle)).limit(1)
  return row
}

/** Accepted and still at the desk, those over their time first; `lateOnly`: only those. For desk and supervisor. */
export const notForwarded = (
  db: Db,
  { agencyId, duties }: Within,
  now: Temporal.Instant,
  { lateOnly = false, limit = 100 }: { lateOnly?: boolean; limit?: number } = {}
): Promise<Forwarding[]> =>
  db
    .select()
    .from(forwardings)
    .where(
      and(
        eq(forwardings.agencyId, agencyId),
        isNull(forwardings.forwardedAt),
        lateOnly ? lt(forwardings.forwardBy, now) : undefined,
        withinDuties(forwardings, duties)
      )
    )
    .orderBy(asc(forwardings.forwardBy), asc(forwardings.dossierId))
    .limit(limit)

/** Questions of dossiers that came in at this desk, unanswered in time and not noted yet (NĐ 61/2018 Đ19.5). */
export const escalatedConsultations = (db: Db, { agencyId, duties }: Within): Promise<Consultation[]> =>
  db
    .select()
    .from(consultations)
    .where(
      and(
        eq(consultations.fromAgencyId, agencyId),
        isNotNull(consultations.escalatedAt),
        isNull(consultations.notedAt),
        withinDuties(consultations, duties)
      )
    )
    .orderBy(asc(consultations.dueAt))
    .limit(100)

export const consultationLists = ['to_answer', 'asked', 'answered'] as const
export type ConsultationList = (typeof consultationLists)[number]

/** What this agency is asked, what it asked, what it answered; the nearest deadline first. */
export function consultationsAt(db: Db, { agencyId, duties }: Within, list: ConsultationList, limit = 100): Promise<Consultation[]> {
  const here = eq(list === 'asked' ? consultations.fromAgencyId : consultations.toAgencyId, agencyId)
  const answered =
    list === 'answered' ? isNotNull(consultations.answeredAt) : list === 'to_answer' ? isNull(consultations.answeredAt) : undefined
  return db
    .select()
    .from(consultations)
    .where(and(here, answered, withinDuties(consultations, duties)))
    .orderBy(list === 'to_answer' ? asc(consultations.dueAt) : desc(consultations.askedAt), asc(consultations.id))
    .limit(limit)
}

/** Which of these dossiers have steps already. */
export async function withSteps(db: Db, dossierIds: readonly string[]): Promise<Set<string>> {
  if (dossierIds.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ id: dossierSteps.dossierId })
    .from(dossierSteps)
    .where(inArray(dossierSteps.dossierId, [...dossierIds]))
  return new Set(rows.map(({ id }) => id))
}
