// Another office is asked in writing, with a deadline; it answers on its own page. A late answer is told to the desk that forwarded the dossier (NĐ 61/2018 Đ19.5).
import { type Actor, systemActor } from '../../accounts/roles.ts'
import { findAgency } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { lockOwn, lockSeen } from '../../dossiers/access.ts'
import { requireFields } from '../../dossiers/application.ts'
import { lockDossier, placeDossier, saveAct } from '../../dossiers/store.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { answerFits } from '../lifecycle.ts'
import { findConsultation } from '../queries.ts'
import { addHandOvers, insertConsultation, receiveHandOvers, updateConsultation } from '../store.ts'
import { openSteps, requireRunning, stepHeld } from './in-step.ts'

type Question = {
  /** The form's number. */
  id: string
  dossierId: string
  by: Actor
  agencyCode: string
  question: string
  dueAt: Temporal.Instant | undefined
}

export function consultOffice(context: Context, { id, dossierId, by, agencyCode, question, dueAt }: Question): Promise<void> {
  return context.db.transaction(async (tx) => {
    const { dossier, steps, asking } = await openSteps(tx, context, { dossierId, by })
    const step = stepHeld(steps, asking)
    if (!step.decides.includes('consult')) throw new Refusal('STEP_DECIDES_NOT', { step: step.name.vi })
    requireRunning(dossier)
    const at = context.now()
    const to = await findAgency(tx, agencyCode)
    requireFields({
      agencyCode: to && to.id !== step.agencyId && to.level !== 'partner' ? undefined : 'OFFICE_REQUIRED',
      question: question.trim() ? undefined : 'REQUIRED',
      dueAt: answerFits(dueAt, { at, dossierDueAt: dossier.dueAt }) ? undefined : 'DEADLINE_OUTSIDE'
    })
    const { procedureCode, sectorCode } = dossier
    const asked = { id, dossierId, stepId: step.id, procedureCode, sectorCode, fromAgencyId: step.agencyId, toAgencyId: to!.id }
    if (!(await insertConsultation(tx, { ...asked, question, askedAt: at, askedById: by.id, askedBy: by.name, dueAt: dueAt! }))) return
    const trace = { dossierId, cycle: step.cycle, kind: 'consult' as const, stepId: step.id, task: question, givenAt: at }
    await addHandOvers(tx, dossierId, [{ ...trace, fromAgencyId: step.agencyId, fromName: by.name, toAgencyId: to!.id }])
    await enqueue(
      tx,
      [{ name: 'process.consultation', payload: { consultationId: id }, key: `process.consultation:${id}`, runAt: dueAt! }],
      at
    )
    const acted = await saveAct(tx, dossier, { by, at, action: 'consult', facts: { to: to!.name, question, dueAt: String(dueAt) } })
    const sharedWith = [...new Set([...acted.sharedWith, to!.id])].filter((one) => one !== dossier.agencyId)
    await placeDossier(tx, acted, { sharedWith, at })
  })
}

/** By anybody who does an officer's work at the office that was asked. */
export function answerConsultation(
  context: Context,
  { consultationId, by, answer }: { consultationId: string; by: Actor; answer: string }
): Promise<void> {
  return context.db.transaction(async (tx) => {
    const known = await findConsultation(tx, consultationId)
    if (!known || known.toAgencyId !== by.agencyId) throw new Refusal('NOT_YOURS_TO_SEE')
    const dossier = await lockSeen(tx, known.dossierId, by)
    // Read again with the dossier in hand: a colleague may have answered.
    const asked = (await findConsultation(tx, consultationId))!
    if (asked.answeredAt) throw new Refusal('CONSULTATION_ANSWERED', { by: asked.answeredBy })
    requireFields({ answer: answer.trim() ? undefined : 'REQUIRED' })
    const at = context.now()
    await updateConsultation(tx, asked.id, { answeredAt: at, answeredBy: by.name, answer })
    await receiveHandOvers(tx, { stepId: asked.stepId, kinds: ['consult'], toName: by.name, at })
    const { steps } = await openSteps(tx, context, { dossierId: dossier.id, by })
    const cycle = steps.find(({ id }) => id === asked.stepId)?.cycle ?? steps[0]?.cycle ?? 1
    const trace = { dossierId: dossier.id, cycle, kind: 'answer' as const, stepId: asked.stepId, task: asked.question, note: answer }
    const hands = { fromAgencyId: asked.toAgencyId, fromName: by.name, toAgencyId: asked.fromAgencyId, toName: asked.askedBy }
    await addHandOvers(tx, dossier.id, [{ ...trace, ...hands, givenAt: at, takenAt: at, dueAt: asked.dueAt }])
    const now = await lockSeen(tx, dossier.id, by)
    const acted = await saveAct(tx, now, { by, at, action: 'consult_answer', facts: { question: asked.question, answer } })
    await placeDossier(tx, acted, { at })
  })
}

/** The job at the deadline: no answer, so the desk's head finds it on the watch list. */
export async function escalateConsultation(context: Context, { consultationId }: { consultationId: string }): Promise<void> {
  await context.db.transaction(async (tx) => {
    const known = await findConsultation(tx, consultationId)
    if (!known) return
    const dossier = await lockDossier(tx, known.dossierId)
    const asked = (await findConsultation(tx, consultationId))!
    const at = context.now()
    if (asked.answeredAt || asked.escalatedAt || dossier.finishedAt || Temporal.Instant.compare(at, asked.dueAt) < 0) return
    await updateConsultation(tx, asked.id, { escalatedAt: at })
    const acted = await saveAct(tx, dossier, { by: systemActor, at, action: 'consult_late', facts: { question: asked.question } })
    await placeDossier(tx, acted, { at })
  })
}

/** The head of the desk has seen that an answer is late, and does something about it. */
export function noteLateAnswer(context: Context, { consultationId, by }: { consultationId: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const asked = await findConsultation(tx, consultationId)
    if (!asked) throw new Refusal('NOT_YOURS_TO_SEE')
    const dossier = await lockOwn(tx, asked.dossierId, by)
    if (!asked.escalatedAt || asked.notedAt) return
    const at = context.now()
    await updateConsultation(tx, asked.id, { notedAt: at, notedBy: by.name })
    await saveAct(tx, dossier, { by, at, action: 'consult_late_noted', facts: { question: asked.question } })
  })
}
