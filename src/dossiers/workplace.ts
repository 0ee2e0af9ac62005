// Where a clerk or an officer works, as the bar of their pages says it; and a dossier opened by one of them.
import type { FastifyRequest } from 'fastify'
import { type Actor, actsAs } from '../accounts/roles.ts'
import { findAgencyById } from '../agencies/queries.ts'
import type { Context } from '../context.ts'
import { deskRoleOf } from '../web/desk-nav.ts'
import { recordRead } from './actions/record-read.ts'
import type { CasePage, Refused } from './pages/desk/move-form.ts'
import type { Workplace } from './pages/desk/queue.ts'
import { dossierAtWork, readCase } from './staff-case.ts'

export async function workplaceOf({ db }: Context, by: Actor, known?: string): Promise<Workplace> {
  const agencyName = known ?? (by.agencyId ? (await findAgencyById(db, by.agencyId))?.name : undefined) ?? ''
  return {
    role: deskRoleOf(by.role),
    agencyName,
    staffName: by.name,
    find: { action: actsAs(by.role, 'clerk') ? '/quay/tim' : '/xu-ly/tim' }
  }
}

/** `shared`: also dossiers of other agencies that theirs takes part in. */
type Opened = { id: string; base: string; chosen?: number | undefined; refused?: Refused | undefined; shared?: boolean }

/** What every page of a dossier at work begins with: is it theirs, who has read it is written down, everything the page shows is read. */
export async function openCase(
  context: Context,
  request: FastifyRequest,
  { id, base, chosen = 0, refused, shared = false }: Opened
): Promise<CasePage & Workplace> {
  const { actor, locale } = request
  await dossierAtWork(context, id, actor, shared)
  await recordRead(context, { dossierId: id, by: actor })
  const staffCase = await readCase(context, await dossierAtWork(context, id, actor, shared), locale)
  const isHere = staffCase.dossier.agencyId === actor.agencyId
  const workplace = await workplaceOf(context, actor, isHere ? staffCase.agencyName : undefined)
  return { ...request.frame({ form: true }), ...workplace, staffCase, base, chosen, refused }
}
