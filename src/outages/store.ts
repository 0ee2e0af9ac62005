// Changes to lent blocks and to what machines brought. Whoever settles an item holds its block.
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { numberLeases, outageItems } from './table.ts'

export type NumberLease = typeof numberLeases.$inferSelect
export type OutageItem = typeof outageItems.$inferSelect
export type NewItem = typeof outageItems.$inferInsert

export async function insertLease(tx: Tx, values: typeof numberLeases.$inferInsert): Promise<NumberLease> {
  const [lease] = await tx.insert(numberLeases).values(values).returning()
  return lease!
}

/** Held until the commit: of two machines' bundles that name one block, one waits. */
export async function lockLease(tx: Tx, id: string): Promise<NumberLease | undefined> {
  const [lease] = await tx.select().from(numberLeases).where(eq(numberLeases.id, id)).for('update')
  return lease
}

export async function saveCertificate(tx: Tx, id: string, certificate: string): Promise<void> {
  await tx.update(numberLeases).set({ certificate }).where(eq(numberLeases.id, id))
}

type Closing = { at: Temporal.Instant; by: string; why?: string; returned: readonly number[] }

export async function closeLease(tx: Tx, id: string, { at, by, why, returned }: Closing): Promise<void> {
  await tx
    .update(numberLeases)
    .set({ closedAt: at, closedBy: by, closedWhy: why ?? null, returned: [...returned] })
    .where(eq(numberLeases.id, id))
}

/** A number thought unused turned up on a receipt: the paper in a citizen's hand counts. */
export async function takeBackReturned(tx: Tx, id: string, number: number): Promise<void> {
  await tx
    .update(numberLeases)
    .set({ returned: sql`array_remove(${numberLeases.returned}, ${number})` })
    .where(eq(numberLeases.id, id))
}

export async function lockItem(tx: Tx, id: string): Promise<OutageItem | undefined> {
  const [item] = await tx.select().from(outageItems).where(eq(outageItems.id, id)).for('update')
  return item
}

/** What was refused before may come again, mended or not; what is settled stays as it is. */
export async function saveItem(tx: Tx, values: NewItem): Promise<void> {
  const { id: _, ...changes } = values
  await tx
    .insert(outageItems)
    .values(values)
    .onConflictDoUpdate({
      target: outageItems.id,
      set: { ...changes, tries: sql`${outageItems.tries} + 1` },
      setWhere: eq(outageItems.state, 'refused')
    })
}
