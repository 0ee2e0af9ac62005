// The paper of a result came to the desk: where it lies is written down, so that whoever hands it out finds it at once.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { requireFields } from '../../dossiers/application.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isShelf } from '../rules.ts'
import { putOnShelf } from '../store.ts'

/** Again is a new place. @throws Refusal NOT_YOURS_TO_SEE, MOVE_NOT_ALLOWED when there is no result to lie anywhere, FORM_INCOMPLETE */
export async function placeOnShelf(
  context: Context,
  { dossierId, by, shelf: typed }: { dossierId: string; by: Actor; shelf: string }
): Promise<void> {
  const shelf = typed.trim().toUpperCase()
  requireFields({ shelf: isShelf(shelf) ? undefined : 'SHELF_INVALID' })
  return context.db.transaction(async (tx) => {
    const { agencyId, state } = await lockOwn(tx, dossierId, by)
    if (state !== 'result_ready') throw new Refusal('SHELF_NEEDS_RESULT')
    await putOnShelf(tx, { dossierId, agencyId, shelf, placedAt: context.now(), placedBy: by.name })
  })
}
