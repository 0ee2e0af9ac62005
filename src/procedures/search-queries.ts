// The citizens' search: any order of words, without marks, unfinished, misspelt, or in the words people use at home.
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { inForceOn, itemsOf, type ProcedureItem, type ProcedureList } from './queries.ts'
import type { ApplicantKind, ProcedureLevel } from './rules.ts'
import { readSearch } from './search.ts'
import { type Counts, countsOf, fits, type SearchFilter } from './search-filter.ts'
import { type Entry, indexOf, rank, type SearchIndex } from './search-index.ts'
import { catalogueLoads, everydayWords, offerings, procedures, procedureVersions, synonyms } from './table.ts'

type Page = { on: Temporal.PlainDate; limit: number; after?: string | undefined }
type Found = Entry & { versionId: string; applicantKinds: ApplicantKind[]; level: ProcedureLevel; onlineLevel: number }

/**
 * Best first; empty text lists everything A–Z. `after` is the `next` of the page before: the code of its last procedure,
 * so a page starts at the same place however many procedures were added before it. An unknown `after` gives an empty page.
 */
export async function searchProcedures(db: Db, text: string, page: Page): Promise<ProcedureList> {
  return cut(db, await matches(db, text, page.on), page)
}

export type FilteredList = ProcedureList & {
  /** How many fit the words and the filter, on all pages. */
  total: number
  /** How many fit the words alone. */
  matched: number
  counts: Counts
}

/** The same, narrowed by what a citizen chose. */
export async function filterProcedures(db: Db, text: string, { filter, ...page }: Page & { filter: SearchFilter }): Promise<FilteredList> {
  const all = await matches(db, text, page.on)
  const left = all.filter((one) => fits(one, filter))
  return { ...(await cut(db, left, page)), total: left.length, matched: all.length, counts: countsOf(all, filter) }
}

/** The best matches for the single words of a search that found nothing as a whole. */
export async function nearestProcedures(db: Db, text: string, { on, limit }: Omit<Page, 'after'>): Promise<ProcedureItem[]> {
  const wanted = readSearch(text)
  if (wanted.kind !== 'words') return []
  for (const { plain } of wanted.words.toSorted((a, b) => b.plain.length - a.plain.length)) {
    if (plain.length < 3) break
    const { items } = await searchProcedures(db, plain, { on, limit })
    if (items.length > 0) return items
  }
  return []
}

async function matches(db: Db, text: string, on: Temporal.PlainDate): Promise<readonly Found[]> {
  const index = await indexOn(db, on)
  const wanted = readSearch(text)
  if (wanted.kind === 'everything') return index.entries
  if (wanted.kind === 'code') return index.entries.filter(({ code }) => code.startsWith(wanted.prefix))
  const ranked = rank(index, wanted)
  const event = index.events.get(wanted.phrase)
  if (!event) return ranked
  // An occasion of life, named as such: what it takes, in the order it is best done, and then whatever else fits.
  const first = event.flatMap((code) => index.entries.find((entry) => entry.code === code) ?? [])
  return [...first, ...ranked.filter((entry) => !first.includes(entry))]
}

async function cut(db: Db, all: readonly Found[], { limit, after }: Page): Promise<ProcedureList> {
  const last = after === undefined ? -1 : all.findIndex(({ code }) => code === after)
  const rest = after !== undefined && last < 0 ? [] : all.slice(last + 1)
  const page = rest.slice(0, limit)
  const items = await itemsOf(
    db,
    page.map(({ versionId }) => versionId)
  )
  return { items, next: rest.length > limit ? (page.at(-1)?.code ?? null) : null }
}

type Index = SearchIndex<Found> & { events: ReadonlyMap<string, string[]> }
type Kept = { hash: string | undefined; on: string; index: Index }
/** One index for each database, until the catalogue is loaded anew or the day changes. */
const kept = new WeakMap<Db, Kept>()

async function indexOn(db: Db, on: Temporal.PlainDate): Promise<Index> {
  const [load] = await db.select({ hash: catalogueLoads.hash }).from(catalogueLoads)
  const before = kept.get(db)
  if (before && before.hash === load?.hash && before.on === on.toString()) return before.index
  const index = await readIndex(db, on)
  kept.set(db, { hash: load?.hash, on: on.toString(), index })
  return index
}

async function readIndex(db: Db, on: Temporal.PlainDate): Promise<Index> {
  const [rows, phrases, everyday] = await Promise.all([
    db
      .select({
        code: procedures.code,
        procedureId: procedures.id,
        versionId: procedureVersions.id,
        name: procedureVersions.name,
        level: procedureVersions.level,
        applicantKinds: procedureVersions.applicantKinds,
        rest: sql<string>`split_part(${procedureVersions.searchText}, chr(10), 2)`,
        onlineLevel: offerings.onlineLevel
      })
      .from(procedures)
      .innerJoin(procedureVersions, eq(procedureVersions.procedureId, procedures.id))
      .innerJoin(offerings, and(eq(offerings.versionId, procedureVersions.id), eq(offerings.level, procedureVersions.level)))
      .where(inForceOn(on))
      .orderBy(sql`${procedureVersions.name} collate "vi-x-icu"`, procedures.code),
    db
      .select({
        kind: synonyms.kind,
        phrase: synonyms.phrase,
        spelt: synonyms.spelt,
        procedureId: synonyms.procedureId,
        code: procedures.code
      })
      .from(synonyms)
      .innerJoin(procedures, eq(procedures.id, synonyms.procedureId))
      .orderBy(synonyms.phrase, synonyms.kind, synonyms.position),
    db.select().from(everydayWords).orderBy(everydayWords.said)
  ])
  const phrasesOf = Map.groupBy(
    phrases.filter(({ kind }) => kind === 'synonym'),
    ({ procedureId }) => procedureId
  )
  const entries = rows.map((row) => ({ ...row, phrases: (phrasesOf.get(row.procedureId) ?? []).map(({ spelt }) => spelt) }))
  const events = Map.groupBy(
    phrases.filter(({ kind }) => kind === 'life_event'),
    ({ phrase }) => phrase
  )
  return { ...indexOf(entries, everyday), events: new Map([...events].map(([phrase, rows]) => [phrase, rows.map(({ code }) => code)])) }
}
