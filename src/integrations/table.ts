// API clients and the answers they were given: the same Idempotency-Key gets the same answer.
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'

/** An answer as it was sent: the body byte for byte, and the address of what was made. */
export type KeptAnswer = { text: string; location?: string }

export const apiClients = pgTable('api_clients', {
  id: uuidKey(),
  name: text().notNull(),
  keyHash: text().notNull().unique(),
  scopes: text().array().notNull(),
  createdAt: instant().notNull(),
  revokedAt: instant()
})

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    clientId: uuid().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** Null while the work is under way. */
    status: integer(),
    body: jsonb().$type<KeptAnswer>(),
    /** When it was claimed, or taken over: whoever holds a claim knows it by this instant. */
    createdAt: instant().notNull()
  },
  (table) => [primaryKey({ columns: [table.clientId, table.key] }), index('idempotency_keys_old').on(table.createdAt)]
)
