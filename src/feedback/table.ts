// Ratings of finished dossiers, petitions with their history and files, the day's numbers, questions and their answers.
import { sql } from 'drizzle-orm'
import { index, integer, pgEnum, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { petitionMoves, petitionStates, questionStates } from './lifecycle.ts'
import { findings, type Points, petitionKinds, satisfactions } from './types.ts'

export const petitionState = pgEnum('petition_state', petitionStates)
export const petitionMove = pgEnum('petition_move', Object.keys(petitionMoves) as [keyof typeof petitionMoves])
export const questionState = pgEnum('question_state', questionStates)

/** One for each dossier; who gave it is known by the dossier. */
export const ratings = pgTable(
  'ratings',
  {
    dossierId: uuid().primaryKey(),
    agencyId: uuid().notNull(),
    satisfaction: text({ enum: satisfactions }).notNull(),
    /** Criteria 3, 4 and 7 of TT 01/2018 Đ13 as answered. */
    contacts: smallint().$type<Points>().notNull(),
    agencies: smallint().$type<Points>().notNull(),
    attitude: smallint().$type<Points>().notNull(),
    /** Criteria 1 and 2, counted when the dossier was rated; null when it had no date to keep. */
    totalTime: smallint().$type<Points>(),
    eachOffice: smallint().$type<Points>(),
    words: text().notNull().default(''),
    ratedAt: instant().notNull(),
    changedAt: instant()
  },
  (table) => [index('ratings_at_agency').on(table.agencyId, table.ratedAt)]
)

export const petitions = pgTable(
  'petitions',
  {
    id: uuidKey(),
    number: text().notNull().unique(),
    state: petitionState().notNull(),
    kind: text({ enum: petitionKinds }).notNull(),
    /** Where it lies now. */
    agencyId: uuid().notNull(),
    /** As typed; `dossierId` only when it is known to be the sender's own. */
    dossierCode: text().notNull().default(''),
    dossierId: uuid(),
    text: text().notNull(),
    ownerId: uuid().notNull(),
    /** Made with the empty form: pressed twice, it is one petition. */
    formKey: uuid().notNull(),
    personId: uuid(),
    name: text().notNull(),
    phone: text().notNull(),
    email: text(),
    locale: text({ enum: ['vi', 'en'] }).notNull(),
    receivedAt: instant().notNull(),
    /** When it came to the agency it lies at: from here both times run. */
    arrivedAt: instant().notNull(),
    forwardDueAt: instant().notNull(),
    answerDueAt: instant().notNull(),
    answer: text().notNull().default(''),
    finding: text({ enum: findings }),
    closedAt: instant(),
    moveCount: integer().notNull()
  },
  (table) => [
    unique('petitions_sent_once').on(table.ownerId, table.formKey),
    index('petitions_open_at_agency').on(table.agencyId, table.answerDueAt).where(sql`${table.closedAt} is null`),
    index('petitions_closed_at_agency').on(table.agencyId, table.closedAt),
    index('petitions_about_dossier').on(table.dossierId),
    index('petitions_of_person').on(table.personId, table.receivedAt)
  ]
)

export const petitionHistory = pgTable(
  'petition_moves',
  {
    id: uuidKey(),
    petitionId: uuid()
      .notNull()
      .references(() => petitions.id),
    seq: integer().notNull(),
    name: petitionMove().notNull(),
    /** Null for the first: nothing comes before it. */
    fromState: petitionState(),
    toState: petitionState().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    actorRole: text().notNull(),
    /** Where the move was made, and where the petition lies after it. */
    agencyId: uuid().notNull(),
    toAgencyId: uuid().notNull(),
    note: text().notNull().default('')
  },
  (table) => [unique('petition_moves_seq').on(table.petitionId, table.seq)]
)

export const petitionFiles = pgTable(
  'petition_files',
  {
    petitionId: uuid()
      .notNull()
      .references(() => petitions.id),
    fileId: uuid().notNull()
  },
  (table) => [primaryKey({ columns: [table.petitionId, table.fileId] })]
)

/** The city's last number of a day: one row, incremented in the commit of the petition, so no gap and no duplicate. */
export const petitionNumbers = pgTable('petition_numbers', { day: day().primaryKey(), last: integer().notNull() })

export const questions = pgTable(
  'questions',
  {
    id: uuidKey(),
    state: questionState().notNull(),
    agencyId: uuid().notNull(),
    ownerId: uuid().notNull(),
    formKey: uuid().notNull(),
    personId: uuid(),
    name: text().notNull(),
    phone: text().notNull(),
    email: text(),
    locale: text({ enum: ['vi', 'en'] }).notNull(),
    /** As asked; what the public reads is what the editor made of it, without names and numbers of people. */
    subject: text().notNull(),
    text: text().notNull(),
    askedAt: instant().notNull(),
    answer: text().notNull().default(''),
    answeredAt: instant(),
    answeredBy: text(),
    answerCount: integer().notNull().default(0),
    publicSubject: text().notNull().default(''),
    publicText: text().notNull().default(''),
    searchText: text().notNull().default(''),
    releasedAt: instant(),
    releasedBy: text()
  },
  (table) => [
    unique('questions_asked_once').on(table.ownerId, table.formKey),
    index('questions_at_agency').on(table.agencyId, table.state, table.askedAt),
    index('questions_released').on(table.releasedAt).where(sql`${table.state} = 'released'`)
  ]
)
