// Reads of messages.
import { desc, eq, lt } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { messages } from './table.ts'

export async function findMessage(db: Db, id: string) {
  const [message] = await db.select().from(messages).where(eq(messages.id, id))
  return message
}

/** Newest first; the page before `before`. */
export const latestMessages = (db: Db, { limit = 30, before }: { limit?: number; before?: Temporal.Instant | undefined } = {}) =>
  db
    .select()
    .from(messages)
    .where(before ? lt(messages.createdAt, before) : undefined)
    .orderBy(desc(messages.createdAt))
    .limit(limit)
