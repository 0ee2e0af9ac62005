// The database that every test database is a copy of: our tables, the calendar and the catalogue.
import { type Connection, connectionTo, openDatabase } from '../../src/database/client.ts'
import { migrate } from '../../src/database/migrate.ts'
import { loadCalendar } from '../../src/deadlines/actions/load-calendar.ts'
import { loadTimeRules } from '../../src/deadlines/actions/load-time-rules.ts'
import { loadCatalogue } from '../../src/procedures/actions/load-catalogue.ts'
import { onServer, template } from './database.ts'

export async function makeTemplate(server: Connection): Promise<void> {
  await onServer(server, async (sql) => {
    await sql.unsafe(`drop database if exists ${template} with (force)`)
    await sql.unsafe(`create database ${template}`)
  })
  const connection = connectionTo(server, template)
  await migrate(connection)
  const { db, close } = openDatabase(connection, { max: 1 })
  try {
    await loadCalendar({ db })
    await loadTimeRules({ db })
    await loadCatalogue({ db, now: () => Temporal.Instant.from('2026-01-05T08:00:00+07:00') })
  } finally {
    // Nobody may be connected to a template while it is copied.
    await close()
  }
}
