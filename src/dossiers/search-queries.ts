// Finding a dossier from one box. Every way in has its index: the plan is held by test/database/search-plan.test.ts.
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { type Reach, withinReach } from './queries.ts'
import type { Asked } from './search.ts'
import type { Dossier } from './store.ts'
import { dossiers, searchVector } from './table.ts'

/** The agency as the word it is in the index. */
const agencyWord = (agencyId: string) => `a${agencyId.replaceAll('-', '')}`
/** Folded words hold letters and digits only; nothing in them is a sign of the query language. */
const allOf = (words: readonly string[]) => words.map((word) => `${word}:*`).join(' & ')

const saysAll = (words: string): SQL => sql`${searchVector(dossiers)} @@ to_tsquery('simple', ${words})`
const endsWith = (end: string): SQL =>
  sql`reverse(${dossiers.code}) like ${`${[...end]
    .reverse()
    .join('')
    .replace(/[%_\\]/g, '\\$&')}%`}`

function conditionOf(asked: Exclude<Asked, { kind: 'nothing' }>, agencyId: string): SQL {
  if (asked.kind === 'code') return eq(dossiers.code, asked.code)
  if (asked.kind === 'code_end') return endsWith(asked.end)
  const words = asked.kind === 'number' ? asked.number : allOf(asked.words)
  return saysAll(`${agencyWord(agencyId)} & ${words}`)
}

type Search = { asked: Asked; reach: Reach; limit?: number }

/** The question itself, so that its plan can be looked at. */
export const searchQuery = (db: Db, { asked, reach, limit = 25 }: Search & { asked: Exclude<Asked, { kind: 'nothing' }> }) =>
  db
    .select()
    .from(dossiers)
    .where(and(withinReach(reach), sql`${dossiers.state} <> 'draft'`, conditionOf(asked, reach.agencyId)))
    .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
    .limit(limit)

/** Newest first, among what the person answers for; the end of a code that is none is looked for as words. */
export async function searchDossiers(db: Db, { asked, reach, limit = 25 }: Search): Promise<Dossier[]> {
  if (asked.kind === 'nothing') return []
  const rows = await searchQuery(db, { asked, reach, limit })
  if (rows.length > 0 || asked.kind !== 'code_end') return rows
  return searchDossiers(db, { asked: { kind: 'words', words: asked.words }, reach, limit })
}

/** The same among dossiers of other agencies that this one takes part in. */
export async function searchShared(
  db: Db,
  { asked, agencyId, limit = 25 }: { asked: Asked; agencyId: string; limit?: number }
): Promise<Dossier[]> {
  if (asked.kind === 'nothing') return []
  const says =
    asked.kind === 'code'
      ? eq(dossiers.code, asked.code)
      : asked.kind === 'code_end'
        ? endsWith(asked.end)
        : saysAll(asked.kind === 'number' ? asked.number : allOf(asked.words))
  return db
    .select()
    .from(dossiers)
    .where(and(sql`${dossiers.sharedWith} @> array[${agencyId}]::uuid[]`, says))
    .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
    .limit(limit)
}

/** Nothing has all the words: what has all but one of them, so that one misspelt word hides nobody. */
export async function nearMisses(db: Db, { asked, reach, limit = 5 }: Search): Promise<Dossier[]> {
  if (asked.kind !== 'words' || asked.words.length < 2) return []
  const found = await Promise.all(
    asked.words.map((_, left) =>
      searchDossiers(db, { asked: { kind: 'words', words: asked.words.filter((_, i) => i !== left) }, reach, limit })
    )
  )
  return [...new Map(found.flat().map((dossier) => [dossier.id, dossier])).values()].slice(0, limit)
}

/**
 * Which other agencies have a dossier with exactly this code, telephone or identity number. Never by name: who asks for a person
 * at every desk of the city asks too much.
 */
export async function agenciesWith(db: Db, { asked, agencyId }: { asked: Asked; agencyId: string }): Promise<string[]> {
  if (asked.kind !== 'code' && asked.kind !== 'number') return []
  const condition = asked.kind === 'code' ? eq(dossiers.code, asked.code) : saysAll(asked.number)
  const rows = await db
    .selectDistinct({ id: dossiers.agencyId })
    .from(dossiers)
    .where(and(condition, sql`${dossiers.state} <> 'draft'`, sql`${dossiers.agencyId} <> ${agencyId}`))
    .limit(10)
  return rows.map(({ id }) => id)
}
