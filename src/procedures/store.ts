// Writes the catalogue of procedures: many rows, one statement each. Versions are added and closed, never rewritten.
import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import type { CaseEntry } from './cases.ts'
import type { ProcedureEntry, SynonymEntry } from './catalogue.ts'
import type { EverydayWord } from './search-index.ts'
import {
  catalogueLoads,
  everydayWords,
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

type Ids = ReadonlyMap<string, string>

/** What was loaded last: the hash of the data files, undefined when nothing was. */
export async function lastLoad(db: Db): Promise<string | undefined> {
  const [last] = await db.select().from(catalogueLoads)
  return last?.hash
}

/**
 * One loader at a time: a second starter waits here and then finds the work done. Upserts alone are not enough:
 * two of them meet on an agency's identifier, which is unique but not what they are matched by.
 */
export async function lockLoads(tx: Tx): Promise<string | undefined> {
  await tx.execute(sql`lock table ${catalogueLoads} in share row exclusive mode`)
  return lastLoad(tx)
}

export async function noteLoad(tx: Tx, load: { hash: string; loadedAt: Temporal.Instant }) {
  await tx.insert(catalogueLoads).values(load).onConflictDoUpdate({ target: catalogueLoads.one, set: load })
}

/** Gives the id of every code. */
export async function saveSectors(tx: Tx, entries: readonly { code: string; name: string }[]): Promise<Ids> {
  const rows = await tx
    .insert(sectors)
    .values([...entries])
    .onConflictDoUpdate({ target: sectors.code, set: { name: sql`excluded.name` } })
    .returning()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** Gives the id of every code. */
export async function saveProcedures(tx: Tx, { entries, sectorIds }: { entries: readonly ProcedureEntry[]; sectorIds: Ids }): Promise<Ids> {
  const rows = await tx
    .insert(procedures)
    .values(entries.map(({ code, sector }) => ({ code, sectorId: sectorIds.get(sector)! })))
    .onConflictDoUpdate({ target: procedures.code, set: { sectorId: sql`excluded.sector_id` } })
    .returning()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

export type LatestVersion = {
  id: string
  code: string
  contentHash: string
  formHash: string | null
  stepsHash: string | null
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
}

/** The newest version of every procedure. */
export function latestVersions(tx: Tx): Promise<LatestVersion[]> {
  const { id, procedureId, contentHash, formHash, stepsHash, validFrom, validTo } = procedureVersions
  return tx
    .selectDistinctOn([procedureId], { id, code: procedures.code, contentHash, formHash, stepsHash, validFrom, validTo })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.id, procedureId))
    .orderBy(procedureId, sql`${validFrom} desc`)
}

/** When a version ends is the one thing about it that may become known later. */
export async function endVersions(tx: Tx, ends: readonly { id: string; validTo: Temporal.PlainDate | null }[]) {
  if (ends.length === 0) return
  const values = sql.join(
    ends.map(({ id, validTo }) => sql`(${id}::uuid, ${validTo?.toString() ?? null}::date)`),
    sql`, `
  )
  await tx.execute(
    sql`update ${procedureVersions} set valid_to = e.valid_to from (values ${values}) as e (id, valid_to) where ${procedureVersions.id} = e.id`
  )
}

export type FreshVersion = ProcedureEntry & { contentHash: string; formHash: string | null; stepsHash: string | null; sectorName: string }

type Where = { procedureIds: Ids; agencyIds: Ids }

export async function addVersions(tx: Tx, { fresh, procedureIds, agencyIds }: Where & { fresh: readonly FreshVersion[] }) {
  if (fresh.length === 0) return
  const agencyId = (code: string | null) => (code === null ? null : agencyIds.get(code)!)
  const saved = await tx
    .insert(procedureVersions)
    .values(
      fresh.map((entry) => ({
        ...entry,
        procedureId: procedureIds.get(entry.code)!,
        agencyId: agencyId(entry.agency),
        searchText: searchTextOf(entry)
      }))
    )
    .returning({ id: procedureVersions.id, procedureId: procedureVersions.procedureId })
  const versionIds = new Map(saved.map(({ id, procedureId }) => [procedureId, id]))
  const below = <Row>(rowsOf: (entry: FreshVersion) => readonly Row[]) =>
    fresh.flatMap((entry) => rowsOf(entry).map((row) => ({ ...row, versionId: versionIds.get(procedureIds.get(entry.code)!)! })))
  await tx.insert(offerings).values(below((entry) => entry.offerings.map((row) => ({ ...row, agencyId: agencyId(row.agency) }))))
  const papers = below((entry) => entry.documents.map((row) => ({ ...row, required: row.condition === null })))
  if (papers.length > 0) await tx.insert(requiredDocuments).values(papers)
  const fees = below((entry) => entry.fees)
  if (fees.length > 0) await tx.insert(feeRules).values(fees)
  const steps = below((entry) => entry.steps)
  if (steps.length > 0) await tx.insert(procedureSteps).values(steps)
}

/** First line the name, second line all else a search may hit: a word in the name weighs more. */
const searchTextOf = ({ name, code, sectorName, resultName }: FreshVersion) =>
  `${fold(name)}\n${fold(`${code} ${sectorName} ${resultName}`)}`

/** Nothing points at a synonym, so all of them are replaced. */
export async function replaceSynonyms(tx: Tx, { entries, procedureIds }: { entries: readonly SynonymEntry[]; procedureIds: Ids }) {
  await tx.delete(synonyms)
  const rows = entries.flatMap(({ kind, phrase, spelt, procedures: codes }) =>
    codes.map((code, index) => ({ kind, phrase, spelt, procedureId: procedureIds.get(code)!, position: index + 1 }))
  )
  if (rows.length > 0) await tx.insert(synonyms).values(rows)
}

export async function replaceEverydayWords(tx: Tx, entries: readonly EverydayWord[]) {
  await tx.delete(everydayWords)
  if (entries.length > 0) await tx.insert(everydayWords).values([...entries])
}

/** Questions before the start guide people and are no part of what a dossier is pinned to, so all of them are replaced too. */
export async function replaceCases(tx: Tx, { entries, procedureIds }: { entries: readonly CaseEntry[]; procedureIds: Ids }) {
  await tx.delete(procedureCases)
  const rows = entries.map(({ procedure, other, ...entry }) => ({
    ...entry,
    procedureId: procedureIds.get(procedure)!,
    otherId: other === null ? null : procedureIds.get(other)!
  }))
  if (rows.length > 0) await tx.insert(procedureCases).values(rows)
}

/** Counts words that found nothing. */
export async function noteMiss(tx: Tx, words: string, at: Temporal.Instant) {
  await tx
    .insert(searchMisses)
    .values({ words, times: 1, lastAt: at, reports: 0 })
    .onConflictDoUpdate({ target: searchMisses.words, set: { times: sql`${searchMisses.times} + 1`, lastAt: at } })
}

/** Somebody wants to be understood the next time. */
export async function noteReport(tx: Tx, words: string, at: Temporal.Instant) {
  await tx
    .insert(searchMisses)
    .values({ words, times: 0, lastAt: at, reports: 1 })
    .onConflictDoUpdate({ target: searchMisses.words, set: { reports: sql`${searchMisses.reports} + 1`, lastAt: at } })
}
