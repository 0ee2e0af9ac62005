// Changes to API clients and to the keys of their requests. Every change of a claim names the instant it was made at, so that a late holder changes nothing.
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { apiClients, idempotencyKeys, type KeptAnswer } from './table.ts'

/** A new client; a key that is known already keeps its client, under the new name and scopes. */
export async function saveClient(tx: Tx, values: typeof apiClients.$inferInsert) {
  const [client] = await tx
    .insert(apiClients)
    .values(values)
    .onConflictDoUpdate({ target: apiClients.keyHash, set: { name: values.name, scopes: values.scopes } })
    .returning()
  return client!
}

export type Claim = { clientId: string; key: string; requestHash: string; claimedAt: Temporal.Instant }

const held = ({ clientId, key, claimedAt }: Claim) =>
  and(
    eq(idempotencyKeys.clientId, clientId),
    eq(idempotencyKeys.key, key),
    isNull(idempotencyKeys.status),
    eq(idempotencyKeys.createdAt, claimedAt)
  )

/** `false` when somebody has it. */
export async function insertClaim(tx: Tx, { clientId, key, requestHash, claimedAt }: Claim): Promise<boolean> {
  const rows = await tx
    .insert(idempotencyKeys)
    .values({ clientId, key, requestHash, createdAt: claimedAt })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  return rows.length === 1
}

/** Takes a claim from a holder who has not answered since `before`; `false` when there is none such. */
export async function takeOverClaim(tx: Tx, { clientId, key, claimedAt }: Claim, before: Temporal.Instant): Promise<boolean> {
  const rows = await tx
    .update(idempotencyKeys)
    .set({ createdAt: claimedAt })
    .where(
      and(
        eq(idempotencyKeys.clientId, clientId),
        eq(idempotencyKeys.key, key),
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.createdAt, before)
      )
    )
    .returning({ key: idempotencyKeys.key })
  return rows.length === 1
}

/** `false` when the claim was taken over meanwhile: then what was done with it must not be committed. */
export async function saveAnswer(tx: Tx, claim: Claim, { status, body }: { status: number; body: KeptAnswer }): Promise<boolean> {
  const rows = await tx.update(idempotencyKeys).set({ status, body }).where(held(claim)).returning({ key: idempotencyKeys.key })
  return rows.length === 1
}

/** Nothing was done: the key may be used again at once. */
export async function releaseClaim(tx: Tx, claim: Claim): Promise<void> {
  await tx.delete(idempotencyKeys).where(held(claim))
}

/** Throws away a few keys from before `before`. Each new key pays for some old ones, so that they need no job of their own. */
export async function sweepKeys(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.execute(sql`
    delete from ${idempotencyKeys}
     where (client_id, key) in (select client_id, key from ${idempotencyKeys}
                                 where ${lt(idempotencyKeys.createdAt, before)} order by created_at limit 10 for update skip locked)`)
}
