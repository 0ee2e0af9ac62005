// Reads of notices: what was told already, what is open, and for whom.
import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { withinDuties } from '../accounts/queries.ts'
import { type Actor, actsAs } from '../accounts/roles.ts'
import type { Db } from '../database/client.ts'
import { recipients } from './rules.ts'
import type { Escalation } from './store.ts'
import { escalations } from './table.ts'

export const told = (db: Db, subjectIds: readonly string[]) =>
  subjectIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          subject: escalations.subject,
          subjectId: escalations.subjectId,
          dueAt: escalations.dueAt,
          level: escalations.level,
          turn: escalations.turn
        })
        .from(escalations)
        .where(inArray(escalations.subjectId, [...subjectIds]))

/** Open notices of the whole house, page by page, for the round that settles them. */
export const openEscalations = (db: Db, { after, limit }: { after: string; limit: number }): Promise<Escalation[]> =>
  db
    .select()
    .from(escalations)
    .where(and(isNull(escalations.settledAt), sql`${escalations.id} > ${after}::uuid`))
    .orderBy(asc(escalations.id))
    .limit(limit)

/** What concerns somebody: told to them by name (or to `also`, whose work they do now), or to everybody of a role they act as, at their agency and within what they answer for. */
function concerns({ id, role, agencyId, duties }: Actor, also: readonly string[]): SQL {
  const mine = recipients.filter((one) => actsAs(role, one))
  return and(
    eq(escalations.agencyId, agencyId!),
    mine.length > 0 ? inArray(escalations.toRole, mine) : sql`false`,
    // A head sees what was told to the people; people see what is theirs or nobody's.
    role === 'signer' || role === 'supervisor'
      ? undefined
      : or(isNull(escalations.toPersonId), inArray(escalations.toPersonId, [id, ...also])),
    withinDuties(escalations, duties)
  )!
}

/** Open notices of a person, the highest level first; the latest turn of a matter only. */
export const noticesFor = (db: Db, by: Actor, { limit = 50, also = [] as readonly string[] } = {}): Promise<Escalation[]> => {
  const newest = db
    .selectDistinctOn([escalations.subjectId, escalations.subject, escalations.dueAt])
    .from(escalations)
    .where(and(isNull(escalations.settledAt), concerns(by, also)))
    .orderBy(escalations.subjectId, escalations.subject, escalations.dueAt, desc(escalations.level), desc(escalations.turn))
    .as('newest')
  return db.select().from(newest).orderBy(desc(newest.level), asc(newest.dueAt)).limit(limit)
}

/** How many matters somebody has not looked at. */
export async function unseenFor(db: Db, by: Actor): Promise<number> {
  const matters = db
    .selectDistinct({ subjectId: escalations.subjectId, subject: escalations.subject, dueAt: escalations.dueAt })
    .from(escalations)
    .where(and(isNull(escalations.settledAt), isNull(escalations.seenAt), concerns(by, [])))
    .as('matters')
  const [row] = await db.select({ size: count() }).from(matters)
  return row!.size
}
