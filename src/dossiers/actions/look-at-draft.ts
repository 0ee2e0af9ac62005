// A draft nobody has touched for a while: its owner is told, and a week later it is deleted with what was typed into it.
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { draftLife } from '../application.ts'
import { lookAgainAt } from '../drafts.ts'
import { findDossier } from '../queries.ts'
import { deleteDraft, lockDossier } from '../store.ts'

const hasCome = (now: Temporal.Instant, at: Temporal.Instant) => Temporal.Instant.compare(now, at) >= 0

/** The round of one draft. Its files stay in the store, which other drafts may share. */
export async function lookAtDraft(context: Context, { dossierId }: { dossierId: string }): Promise<void> {
  if ((await findDossier(context.db, dossierId))?.state !== 'draft') return
  const now = context.now()
  await context.db.transaction(async (tx) => {
    const draft = await lockDossier(tx, dossierId)
    if (draft.state !== 'draft') return
    const { warnAt, endsAt } = draftLife(draft.updatedAt)
    if (hasCome(now, endsAt)) return deleteDraft(tx, draft.id)
    // Touched since this round was planned: it begins anew.
    if (!hasCome(now, warnAt)) return enqueue(tx, [lookAgainAt(draft.id, draft.updatedAt)], now)
    const revision = draft.revision
    await enqueue(
      tx,
      [
        {
          name: 'notice.draft_ending',
          payload: { dossierId, revision, endsAt: endsAt.toString() },
          key: `notice.draft_ending:${dossierId}`
        },
        { ...lookAgainAt(draft.id, draft.updatedAt), runAt: endsAt }
      ],
      now
    )
  })
}
