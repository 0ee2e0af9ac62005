// The citizen throws a draft away. Its files stay in the store, which other drafts may share.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireDraft } from '../drafts.ts'
import { deleteDraft } from '../store.ts'

export function discardDraft(context: Context, { dossierId, by }: { dossierId: string; by: Actor }) {
  return context.db.transaction(async (tx) => {
    await deleteDraft(tx, requireDraft(await lockOwn(tx, dossierId, by)).id)
  })
}
