// Whose dossier is it? People see and move only what is theirs: their own, their agency's, their client's.
import type { Actor } from '../accounts/roles.ts'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Dossier, lockDossier } from './store.ts'

type Owned = Pick<Dossier, 'agencyId' | 'personId' | 'clientId' | 'state'>

/** The same answer for "not yours" and "does not exist": nobody learns which codes are real. @throws Refusal NOT_YOURS_TO_SEE */
export function checkOwn(dossier: Owned, by: Actor): void {
  const own: Record<Actor['role'], boolean> = {
    applicant: dossier.personId === by.id,
    partner: dossier.clientId === by.id,
    clerk: dossier.agencyId === by.agencyId && dossier.state !== 'draft',
    officer: dossier.agencyId === by.agencyId && dossier.state !== 'draft',
    postman: false,
    system: true
  }
  if (!own[by.role]) throw new Refusal('NOT_YOURS_TO_SEE')
}

/** Locks a dossier for somebody it belongs to. */
export async function lockOwn(tx: Tx, dossierId: string, by: Actor): Promise<Dossier> {
  const dossier = await lockDossier(tx, dossierId)
  checkOwn(dossier, by)
  return dossier
}
