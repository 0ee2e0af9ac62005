// Writes the agencies of the catalogue, their desks and opening hours: many rows, one statement each.
import { sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { fold } from '../kernel/fold.ts'
import type { AgencyEntry, HoursEntry } from './rules.ts'
import { agencies, desks, openingHours } from './table.ts'

const deskName = 'Bộ phận Tiếp nhận và Trả kết quả'

/** Agencies keep their id for ever, so an agency with a known code is brought up to date. Gives the id of every code. */
export async function saveAgencies(tx: Tx, entries: readonly AgencyEntry[]): Promise<Map<string, string>> {
  const names = new Map(entries.map(({ code, name }) => [code, name]))
  const rows = entries.map(({ parent, ...entry }) => ({
    ...entry,
    searchText: fold(`${entry.name} ${names.get(parent ?? '') ?? ''} ${entry.code}`)
  }))
  const columns = ['identifier', 'name', 'level', 'search_text', 'valid_from', 'valid_to', 'certainty']
  const keys = ['identifier', 'name', 'level', 'searchText', 'validFrom', 'validTo', 'certainty']
  const set = Object.fromEntries(keys.map((key, index) => [key, sql.raw(`excluded.${columns[index]}`)]))
  const saved = await tx.insert(agencies).values(rows).onConflictDoUpdate({ target: agencies.code, set }).returning()
  const ids = new Map(saved.map(({ code, id }) => [code, id]))
  await saveParents(tx, { entries, ids })
  await saveDesks(tx, saved)
  return ids
}

async function saveParents(tx: Tx, { entries, ids }: { entries: readonly AgencyEntry[]; ids: ReadonlyMap<string, string> }) {
  const pairs = entries.map(({ code, parent }) => sql`(${ids.get(code)!}::uuid, ${parent === null ? null : ids.get(parent)!}::uuid)`)
  const values = sql.join(pairs, sql`, `)
  await tx.execute(
    sql`update ${agencies} set parent_id = p.parent_id from (values ${values}) as p (id, parent_id) where ${agencies.id} = p.id`
  )
}

/** One desk each; partners (police, tax, post …) receive at their own counters, which are not ours. */
async function saveDesks(tx: Tx, rows: readonly { id: string; level: string }[]) {
  const own = rows.filter(({ level }) => level !== 'partner').map(({ id }) => ({ agencyId: id, name: deskName }))
  if (own.length > 0) await tx.insert(desks).values(own).onConflictDoNothing()
}

/** Nothing points at a line of hours, so all of them are replaced. */
export async function replaceOpeningHours(tx: Tx, { entries, ids }: { entries: readonly HoursEntry[]; ids: ReadonlyMap<string, string> }) {
  await tx.delete(openingHours)
  const rows = entries.map(({ agency, ...entry }) => ({ ...entry, agencyId: agency === null ? null : ids.get(agency)! }))
  if (rows.length > 0) await tx.insert(openingHours).values(rows)
}
