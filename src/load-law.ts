// The catalogue, the calendar and the dated limits from the project's own files; nothing happens when they are loaded already.
import type { Context } from './context.ts'
import { loadCalendar } from './deadlines/actions/load-calendar.ts'
import { loadTimeRules } from './deadlines/actions/load-time-rules.ts'
import { loadCatalogue } from './procedures/actions/load-catalogue.ts'

/** @throws CatalogueError listing every bad line by file and line; then nothing is loaded */
export async function loadLaw(context: Context): Promise<void> {
  await loadCalendar(context)
  await loadTimeRules(context)
  await loadCatalogue(context)
}
