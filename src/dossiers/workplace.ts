// Where a clerk or an officer works, as the bar of their pages says it.
import type { Actor } from '../accounts/roles.ts'
import { findAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import type { Workplace } from './pages/desk/queue.ts'

export async function workplaceOf({ db }: Context, by: Actor, known?: string): Promise<Workplace> {
  const agencyName = known ?? (by.agencyId ? (await findAgencyById(db, by.agencyId))?.name : undefined) ?? ''
  const role = by.role === 'officer' ? ('officer' as const) : ('clerk' as const)
  return { role, agencyName, staffName: by.name, find: role === 'clerk' ? { action: '/quay/tim' } : undefined }
}
