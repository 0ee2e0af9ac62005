// Uploaded and made files: what they are, whose they are, and the hash of their bytes.
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'

export const files = pgTable(
  'files',
  {
    id: uuidKey(),
    sha256: text().notNull(),
    size: integer().notNull(),
    mediaType: text().notNull(),
    name: text().notNull(),
    ownerId: uuid().notNull(),
    createdAt: instant().notNull()
  },
  (table) => [index('files_by_hash').on(table.sha256)]
)
