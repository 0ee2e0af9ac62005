// Where a clerk or an officer works, as the bar of their pages says it.
import { type Actor, actsAs } from '../accounts/roles.ts'
import { findAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { deskRoleOf } from '../web/layout.ts'
import type { Workplace } from './pages/desk/queue.ts'

export async function workplaceOf({ db }: Context, by: Actor, known?: string): Promise<Workplace> {
  const agencyName = known ?? (by.agencyId ? (await findAgencyById(db, by.agencyId))?.name : undefined) ?? ''
  return { role: deskRoleOf(by.role), agencyName, staffName: by.name, find: actsAs(by.role, 'clerk') ? { action: '/quay/tim' } : undefined }
}
