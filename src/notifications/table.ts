// Every message to a person, kept as sent; one per occasion.
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, uuidKey } from '../database/columns.ts'

export const messages = pgTable(
  'messages',
  {
    id: uuidKey(),
    dossierId: uuid(),
    kind: text().notNull(),
    channel: text({ enum: ['email', 'sms'] }).notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    locale: text().notNull(),
    /** One message per occasion, however often the job runs. */
    occasion: text().notNull().unique(),
    createdAt: instant().notNull(),
    sentAt: instant()
  },
  (table) => [index('messages_newest').on(table.createdAt), index('messages_of_dossier').on(table.dossierId)]
)
