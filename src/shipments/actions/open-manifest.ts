// The postman has come with a bag: the bordereau of this visit. While one of the same carrier is open, that one goes on.
import type { Actor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import { manifestNumber, shiftOf } from '../manifest.ts'
import { openManifestOf } from '../manifest-queries.ts'
import { insertManifest, manifestCount } from '../store.ts'
import type { Manifest } from '../table.ts'

/** Two carriers at the same desk in the same moment want the same number. */
const tries = 5

export async function openManifest(
  context: Context,
  { carrier, by }: { carrier: string; by: Actor & { agencyId: string } }
): Promise<Manifest> {
  const { agencyId } = by
  const agency = await getAgencyById(context.db, agencyId)
  for (let left = tries; left > 0; left--) {
    const manifest = await context.db.transaction(async (tx) => {
      const open = await openManifestOf(tx, { agencyId, carrier })
      if (open) return open
      const at = context.now()
      const numbered = (n: number) => manifestNumber(agency.code, at, n)
      const n = (await manifestCount(tx, numbered(0).slice(0, -2))) + 1
      return insertManifest(tx, {
        number: numbered(n),
        direction: 'inbound',
        agencyId,
        carrier,
        shift: shiftOf(at),
        openedById: by.id,
        openedBy: by.name,
        openedAt: at
      })
    })
    if (manifest) return manifest
  }
  throw new Error(`No free number for a bordereau of ${agency.code}`)
}
