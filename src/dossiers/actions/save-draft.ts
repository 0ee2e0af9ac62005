// What the citizen has typed so far is kept as it is, right or wrong; it is checked when it is submitted.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireDraft } from '../drafts.ts'
import { updateDraft } from '../store.ts'
import type { Delivery, Party, PickUp } from '../types.ts'

export type DraftChanges = Partial<{
  filer: Party
  applicant: Party
  relation: string | null
  subject: string
  answers: Record<string, unknown>
  delivery: Delivery
  pickUp: PickUp | null
}>

export function saveDraft(context: Context, { dossierId, by, changes }: { dossierId: string; by: Actor; changes: DraftChanges }) {
  return context.db.transaction(async (tx) => {
    const draft = requireDraft(await lockOwn(tx, dossierId, by))
    const channel = changes.pickUp === undefined || draft.channel === 'desk' ? draft.channel : changes.pickUp ? 'post' : 'online'
    const applicantName = (changes.applicant ?? draft.applicant).name
    await updateDraft(tx, draft.id, { ...changes, channel, applicantName, updatedAt: context.now() })
  })
}
