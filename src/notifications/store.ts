// Messages as rows: kept before they are sent, marked when they were.
import { eq } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { messages } from './table.ts'

/** @returns the ids of the messages that were not there yet: one per occasion, however often the job runs */
export async function insertMessages(tx: Tx, rows: readonly (typeof messages.$inferInsert)[]): Promise<string[]> {
  if (rows.length === 0) return []
  const made = await tx
    .insert(messages)
    .values([...rows])
    .onConflictDoNothing({ target: messages.occasion })
    .returning({ id: messages.id })
  return made.map(({ id }) => id)
}

export async function markSent(tx: Tx, id: string, sentAt: Temporal.Instant): Promise<void> {
  await tx.update(messages).set({ sentAt }).where(eq(messages.id, id))
}
