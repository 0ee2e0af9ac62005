// Messages as rows: kept before they are sent, marked when they were.
import { eq } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { messages } from './table.ts'

/** @returns the messages that were not there yet: one per occasion, however often the job runs */
export async function insertMessages(
  tx: Tx,
  rows: readonly (typeof messages.$inferInsert)[]
): Promise<{ id: string; channel: 'email' | 'sms' }[]> {
  if (rows.length === 0) return []
  return tx
    .insert(messages)
    .values([...rows])
    .onConflictDoNothing({ target: messages.occasion })
    .returning({ id: messages.id, channel: messages.channel })
}

/** `body` is what really left: a gateway may carry no accents. */
export async function markSent(tx: Tx, id: string, sent: { body: string; sentAt: Temporal.Instant }): Promise<void> {
  await tx.update(messages).set(sent).where(eq(messages.id, id))
}
