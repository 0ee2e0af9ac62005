// Uploaded and made files: what they are, whose they are, and the hash of their bytes; papers a person chose to keep for the next time.
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, uuidKey } from '../database/columns.ts'
import { scanResults } from './rules.ts'

export const files = pgTable(
  'files',
  {
    id: uuidKey(),
    sha256: text().notNull(),
    size: integer().notNull(),
    mediaType: text().notNull(),
    name: text().notNull(),
    ownerId: uuid().notNull(),
    /** What a virus scanner said; papers we made ourselves are not scanned either. */
    scan: text({ enum: scanResults }).notNull().default('not_scanned'),
    createdAt: instant().notNull()
  },
  (table) => [index('files_by_hash').on(table.sha256), check('files_scan_known', sql`${table.scan} in ('clean', 'not_scanned')`)]
)

/** "Giấy tờ của tôi": a copy of its own, so that deleting it takes nothing out of a dossier and a dossier nothing out of here. */
export const lockerPapers = pgTable(
  'locker_papers',
  {
    id: uuidKey(),
    personId: uuid().notNull(),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    /** The same bytes are kept once. */
    sha256: text().notNull(),
    /** What procedures call it: "Giấy chứng nhận đăng ký kết hôn". */
    name: text().notNull(),
    issuer: text().notNull(),
    number: text().notNull(),
    issuedOn: day(),
    expiresOn: day(),
    /** The person said that it may be kept, at this moment. */
    consentedAt: instant().notNull(),
    updatedAt: instant().notNull()
  },
  (table) => [
    index('locker_papers_of_person').on(table.personId),
    check('locker_papers_dates_in_order', sql`${table.issuedOn} <= ${table.expiresOn}`)
  ]
)
