// Reads of API clients and of the answers they were given.
import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { apiClients, idempotencyKeys } from './table.ts'

export type ApiClient = typeof apiClients.$inferSelect

/** The client a key belongs to, unless it was revoked. */
export async function findClientByKey(db: Db, keyHash: string): Promise<ApiClient | undefined> {
  const [client] = await db
    .select()
    .from(apiClients)
    .where(and(eq(apiClients.keyHash, keyHash), isNull(apiClients.revokedAt)))
  return client
}

export async function findRequest(db: Db, { clientId, key }: { clientId: string; key: string }) {
  const [request] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.clientId, clientId), eq(idempotencyKeys.key, key)))
  return request
}
