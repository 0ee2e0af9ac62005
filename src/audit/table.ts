// Who did or read what, when. Append-only; every chain (one per dossier) carries the hash of its previous entry.
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuidKey(),
    chain: uuid().notNull(),
    seq: integer().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    actorRole: text().notNull(),
    action: text().notNull(),
    facts: jsonb().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull()
  },
  (table) => [unique('audit_entries_chain_seq').on(table.chain, table.seq), index('audit_entries_by_actor').on(table.actorId, table.at)]
)
