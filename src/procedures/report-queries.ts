// Which sector each procedure belongs to, for whoever adds up by sector.
import { eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { procedures, sectors } from './table.ts'

/** By the code of the procedure. */
export async function sectorByProcedure(db: Db): Promise<Map<string, { code: string; name: string }>> {
  const rows = await db
    .select({ procedure: procedures.code, code: sectors.code, name: sectors.name })
    .from(procedures)
    .innerJoin(sectors, eq(sectors.id, procedures.sectorId))
  return new Map(rows.map(({ procedure, ...sector }) => [procedure, sector]))
}
