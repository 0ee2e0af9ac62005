// Reads the catalogue: one procedure as it stood on a day, a pinned version, the lists.
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import type { CaseQuestion } from './cases.ts'
import type { OnlineLevel, ProcedureLevel, ProcessingTime } from './rules.ts'
import { defaultSteps, type StepTemplate } from './steps.ts'
import {
  feeRules,
  offerings,
  procedureCases,
  procedureSteps,
  procedures,
  procedureVersions,
  requiredDocuments,
  searchMisses,
  sectors,
  synonyms
} from './table.ts'

export type Sector = typeof sectors.$inferSelect
export type ProcedureVersion = typeof procedureVersions.$inferSelect
export type Offering = typeof offerings.$inferSelect
export type RequiredDocument = typeof requiredDocuments.$inferSelect
export type FeeRuleRow = typeof feeRules.$inferSelect

/** Everything a page, a form or a desk needs to know of one version. */
export type ProcedureView = {
  procedure: { id: string; code: string }
  sector: Sector
  version: ProcedureVersion
  /** Where it is received first of all: at the level that decides. */
  offering: Offering
  offerings: Offering[]
  documents: RequiredDocument[]
  fees: FeeRuleRow[]
}

/** One line of a list. `agencyId` is set for departments' procedures only. */
export type ProcedureItem = {
  code: string
  name: string
  sector: { code: string; name: string }
  level: ProcedureLevel
  agencyId: string | null
  versionId: string
  processingTime: ProcessingTime
  onlineLevel: OnlineLevel
  postIn: boolean
  postOut: boolean
}

/** `next` is the `after` of the following page, null on the last. */
export type ProcedureList = { items: ProcedureItem[]; next: string | null }

export const inForceOn = (day: Temporal.PlainDate): SQL =>
  and(lte(procedureVersions.validFrom, day), or(isNull(procedureVersions.validTo), gt(procedureVersions.validTo, day)))!

/** The version in force on a day; undefined when the code is unknown or had no version that day. */
export function findProcedure(db: Db, code: string, { on }: { on: Temporal.PlainDate }): Promise<ProcedureView | undefined> {
  return view(db, and(eq(procedures.code, code), inForceOn(on))!)
}

/** The version a dossier is pinned to, whatever the day. */
export async function procedureVersion(db: Db, versionId: string): Promise<ProcedureView> {
  const found = await view(db, eq(procedureVersions.id, versionId))
  if (!found) throw new Error(`no procedure version ${versionId}`)
  return found
}

/** The time limit of a pinned version. */
export async function processingTimeOf(db: Db, versionId: string): Promise<ProcessingTime> {
  const [found] = await db
    .select({ time: procedureVersions.processingTime })
    .from(procedureVersions)
    .where(eq(procedureVersions.id, versionId))
  if (!found) throw new Error(`no procedure version ${versionId}`)
  return found.time
}

/** The internal process of a pinned version, in order; one step for everything where the procedure has none of its own. */
export async function stepsOf(db: Db, versionId: string): Promise<readonly StepTemplate[]> {
  const { position, stage, name, role, section, agency, share, decides } = procedureSteps
  const rows = await db
    .select({ position, stage, name, role, section, agency, share, decides })
    .from(procedureSteps)
    .where(eq(procedureSteps.versionId, versionId))
    .orderBy(asc(position))
  return rows.length > 0 ? rows : defaultSteps
}

async function view(db: Db, where: SQL): Promise<ProcedureView | undefined> {
  const [found] = await db
    .select({ procedure: { id: procedures.id, code: procedures.code }, sector: sectors, version: procedureVersions })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.id, procedureVersions.procedureId))
    .innerJoin(sectors, eq(sectors.id, procedures.sectorId))
    .where(where)
  if (!found) return undefined
  const { id, level } = found.version
  const [places, documents, fees] = await Promise.all([
    db.select().from(offerings).where(eq(offerings.versionId, id)).orderBy(offerings.id),
    db.select().from(requiredDocuments).where(eq(requiredDocuments.versionId, id)).orderBy(requiredDocuments.number),
    db.select().from(feeRules).where(eq(feeRules.versionId, id)).orderBy(feeRules.id)
  ])
  const offering = places.find((place) => place.level === level) ?? places[0]!
  return { ...found, offering, offerings: places, documents, fees }
}

/** Names of procedures as they are called on a day; an unknown code is not among them. */
export const proceduresNamed = (db: Db, codes: readonly string[], { on }: { on: Temporal.PlainDate }) =>
  db
    .select({ code: procedures.code, name: procedureVersions.name })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.id, procedureVersions.procedureId))
    .where(and(inArray(procedures.code, [...codes]), inForceOn(on)))

/** All sectors, A–Z. */
export async function sectorsList(db: Db): Promise<{ items: Sector[]; next: string | null }> {
  const items = await db.select().from(sectors).orderBy(sql`${sectors.name} collate "vi-x-icu"`, asc(sectors.code))
  return { items, next: null }
}

/** The procedures of a life event ("sinh con"), in the order in which people need them. */
export async function proceduresOfEvent(db: Db, event: string, { on }: { on: Temporal.PlainDate }): Promise<ProcedureList> {
  const rows = await db
    .select({ versionId: procedureVersions.id })
    .from(synonyms)
    .innerJoin(procedureVersions, eq(procedureVersions.procedureId, synonyms.procedureId))
    .where(and(eq(synonyms.kind, 'life_event'), eq(synonyms.phrase, fold(event)), inForceOn(on)))
    .orderBy(synonyms.position)
  const versionIds = rows.map(({ versionId }) => versionId)
  return { items: await itemsOf(db, versionIds), next: null }
}

/** The lines of a list, in the order of the ids. */
export async function itemsOf(db: Db, versionIds: readonly string[]): Promise<ProcedureItem[]> {
  if (versionIds.length === 0) return []
  const rows = await db
    .select({
      code: procedures.code,
      name: procedureVersions.name,
      sector: { code: sectors.code, name: sectors.name },
      level: procedureVersions.level,
      agencyId: procedureVersions.agencyId,
      versionId: procedureVersions.id,
      processingTime: procedureVersions.processingTime,
      onlineLevel: offerings.onlineLevel,
      postIn: offerings.postIn,
      postOut: offerings.postOut
    })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.id, procedureVersions.procedureId))
    .innerJoin(sectors, eq(sectors.id, procedures.sectorId))
    .innerJoin(offerings, and(eq(offerings.versionId, procedureVersions.id), eq(offerings.level, procedureVersions.level)))
    .where(inArray(procedureVersions.id, [...versionIds]))
  const byId = new Map(rows.map((row) => [row.versionId, { ...row, onlineLevel: row.onlineLevel as OnlineLevel }]))
  return versionIds.flatMap((id) => byId.get(id) ?? [])
}

/** What lists show of several versions besides their lines: for whom they are and what they cost. */
export async function detailsOf(db: Db, versionIds: readonly string[]) {
  if (versionIds.length === 0) return []
  const ids = [...versionIds]
  const [kinds, fees] = await Promise.all([
    db
      .select({ versionId: procedureVersions.id, applicantKinds: procedureVersions.applicantKinds })
      .from(procedureVersions)
      .where(inArray(procedureVersions.id, ids)),
    db.select().from(feeRules).where(inArray(feeRules.versionId, ids)).orderBy(feeRules.id)
  ])
  return kinds.map((kind) => ({ ...kind, fees: fees.filter(({ versionId }) => versionId === kind.versionId) }))
}

/** Codes with their names as of a day; those not in force then are left out. */
export const namesOfProcedures = (db: Db, codes: readonly string[], { on }: { on: Temporal.PlainDate }) =>
  codes.length === 0
    ? Promise.resolve([])
    : db
        .select({ code: procedures.code, name: procedureVersions.name })
        .from(procedureVersions)
        .innerJoin(procedures, eq(procedures.id, procedureVersions.procedureId))
        .where(and(inArray(procedures.code, [...codes]), inForceOn(on)))
        .orderBy(procedures.code)

/** The questions to ask before a procedure is begun, in order; none for most. */
export async function casesOf(db: Db, procedureId: string): Promise<CaseQuestion[]> {
  const other = alias(procedures, 'other')
  const rows = await db
    .select({ row: procedureCases, other: other.code })
    .from(procedureCases)
    .leftJoin(other, eq(other.id, procedureCases.otherId))
    .where(eq(procedureCases.procedureId, procedureId))
    .orderBy(procedureCases.question, procedureCases.answer)
  const questions = Map.groupBy(rows, ({ row }) => row.question)
  return [...questions].map(([number, answers]) => ({
    number,
    asks: answers[0]!.row.asks,
    answers: answers.map(({ row: { answer, says, leads, advice }, other: code }) => ({ answer, says, leads, other: code, advice }))
  }))
}

export type MissedWords = typeof searchMisses.$inferSelect

/** Words that found nothing: those asked for most often first. */
export function missedWords(db: Db, { limit }: { limit: number }): Promise<MissedWords[]> {
  return db.select().from(searchMisses).orderBy(desc(searchMisses.times), desc(searchMisses.reports), searchMisses.words).limit(limit)
}
