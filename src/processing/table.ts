// The steps a dossier goes through, each time it passes from hand to hand, questions to other offices, verifications, and when the desk forwarded it.
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { agencies } from '../agencies/table.ts'
import { instant, uuidKey } from '../database/columns.ts'
import { dossiers } from '../dossiers/table.ts'
import type { Words } from '../kernel/locale.ts'
import { type StepDecision, stepDecisions, stepRoles } from '../procedures/steps.ts'
import { stepStates } from './lifecycle.ts'
import { forwardWays, handOverKinds } from './types.ts'

const dossierId = () =>
  uuid()
    .notNull()
    .references(() => dossiers.id)
const agencyId = () =>
  uuid()
    .notNull()
    .references(() => agencies.id)
const oneOf = (column: unknown, words: readonly string[]) => sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`

export const dossierSteps = pgTable(
  'dossier_steps',
  {
    id: uuidKey(),
    dossierId: dossierId(),
    /** Counts the legal clocks of the dossier: a supplement begins the process anew (NĐ 61/2018 Đ19.4). */
    cycle: integer().notNull(),
    position: integer().notNull(),
    stage: integer().notNull(),
    /** Steps of the same turn run side by side; on paper each has its own. */
    turn: integer().notNull(),
    name: jsonb().$type<Words>().notNull(),
    role: text({ enum: stepRoles }).notNull(),
    section: text(),
    agencyId: agencyId(),
    /** Carried from the dossier, so that lists can be kept within what somebody answers for. */
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    share: integer().notNull(),
    decides: text().array().$type<StepDecision[]>().notNull(),
    state: text({ enum: stepStates }).notNull(),
    assigneeId: uuid(),
    assigneeName: text(),
    /** Working minutes of its turn in the plan. */
    minutes: integer().notNull(),
    dueAt: instant(),
    /** While the dossier's clock stands still: what waits for the applicant is nobody's lateness. */
    pausedAt: instant(),
    enteredAt: instant(),
    takenAt: instant(),
    finishedAt: instant(),
    /** What came of it, in the words of whoever sent it on. */
    outcome: text().notNull().default(''),
    decision: text({ enum: stepDecisions })
  },
  (table) => [
    unique('dossier_steps_once').on(table.dossierId, table.cycle, table.position),
    index('dossier_steps_in_pool').on(table.agencyId, table.dueAt, table.id).where(sql`${table.state} = 'in_pool'`),
    index('dossier_steps_in_hand').on(table.assigneeId, table.dueAt, table.id).where(sql`${table.state} = 'in_hand'`),
    index('dossier_steps_at_agency').on(table.agencyId, table.dueAt).where(sql`${table.state} in ('in_pool', 'in_hand')`),
    check('dossier_steps_state_known', oneOf(table.state, stepStates)),
    check('dossier_steps_in_somebodys_hand', sql`${table.state} <> 'in_hand' or ${table.assigneeId} is not null`),
    check('dossier_steps_done_has_an_end', sql`(${table.state} = 'done') = (${table.finishedAt} is not null)`)
  ]
)

/** The trace: one row for every hand-over, added and received, never changed otherwise. Mẫu số 05 is printed from it. */
export const stepHandOvers = pgTable(
  'step_hand_overs',
  {
    id: uuidKey(),
    dossierId: dossierId(),
    cycle: integer().notNull(),
    seq: integer().notNull(),
    kind: text({ enum: handOverKinds }).notNull(),
    /** The step it went to; the step that asked, for a question; none for the decision. */
    stepId: uuid().references(() => dossierSteps.id),
    fromAgencyId: agencyId(),
    fromName: text().notNull(),
    toAgencyId: agencyId(),
    /** Empty until somebody there has it in hand. */
    toName: text().notNull().default(''),
    /** What it was given for: the step's name, the question. */
    task: text().notNull(),
    givenAt: instant().notNull(),
    takenAt: instant(),
    /** Until when the giver should have been done. */
    dueAt: instant(),
    note: text().notNull().default('')
  },
  (table) => [
    unique('step_hand_overs_seq').on(table.dossierId, table.seq),
    check('step_hand_overs_kind_known', oneOf(table.kind, handOverKinds))
  ]
)

export const consultations = pgTable(
  'consultations',
  {
    /** The number of the form: sent twice it is one question. */
    id: uuidKey(),
    dossierId: dossierId(),
    stepId: uuid()
      .notNull()
      .references(() => dossierSteps.id),
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    fromAgencyId: agencyId(),
    toAgencyId: agencyId(),
    question: text().notNull(),
    askedAt: instant().notNull(),
    askedById: uuid().notNull(),
    askedBy: text().notNull(),
    dueAt: instant().notNull(),
    answeredAt: instant(),
    answeredBy: text(),
    answer: text(),
    /** When the head of the desk that forwarded the dossier was told that no answer had come (NĐ 61/2018 Đ19.5). */
    escalatedAt: instant(),
    notedAt: instant(),
    notedBy: text()
  },
  (table) => [
    index('consultations_of').on(table.dossierId),
    index('consultations_to_answer').on(table.toAgencyId, table.dueAt).where(sql`${table.answeredAt} is null`),
    index('consultations_escalated')
      .on(table.fromAgencyId, table.escalatedAt)
      .where(sql`${table.escalatedAt} is not null and ${table.notedAt} is null`),
    check('consultation_is_elsewhere', sql`${table.fromAgencyId} <> ${table.toAgencyId}`),
    check('consultation_answer_is_whole', sql`(${table.answeredAt} is null) = (${table.answer} is null)`)
  ]
)

/** NĐ 61/2018 Đ19.3: a verification with the applicant present is written down with time, place, who took part and what was found. */
export const verificationMeetings = pgTable(
  'verification_meetings',
  {
    id: uuidKey(),
    dossierId: dossierId(),
    stepId: uuid()
      .notNull()
      .references(() => dossierSteps.id),
    heldAt: instant().notNull(),
    place: text().notNull(),
    participants: text().notNull(),
    content: text().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: text().notNull()
  },
  (table) => [index('verification_meetings_of').on(table.dossierId)]
)

/** One row for each acceptance: until when the desk had to pass it on, and when it did. */
export const forwardings = pgTable(
  'forwardings',
  {
    dossierId: dossierId(),
    cycle: integer().notNull(),
    agencyId: agencyId(),
    procedureCode: text().notNull(),
    sectorCode: text().notNull(),
    acceptedAt: instant().notNull(),
    forwardBy: instant().notNull(),
    forwardedAt: instant(),
    forwardedBy: text(),
    way: text({ enum: forwardWays })
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.cycle] }),
    index('forwardings_waiting').on(table.agencyId, table.forwardBy).where(sql`${table.forwardedAt} is null`),
    check('forwarding_is_whole', sql`(${table.forwardedAt} is null) = (${table.way} is null)`)
  ]
)
