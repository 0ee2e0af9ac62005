// A draft may still be edited in place, anything filed may not; and how long a draft nobody touches is kept.
import type { NewJob } from '../jobs/enqueue.ts'
import { Refusal } from '../kernel/refusal.ts'
import { draftLife } from './application.ts'
import { stateWords } from './lifecycle.ts'
import type { Dossier } from './store.ts'

/** @throws Refusal MOVE_NOT_ALLOWED when the dossier was filed already */
export function requireDraft(dossier: Dossier): Dossier {
  if (dossier.state !== 'draft') throw new Refusal('MOVE_NOT_ALLOWED', { state: dossier.state, stateWords: stateWords[dossier.state].vi })
  return dossier
}

/** The job that warns of a draft left alone and later deletes it; one waits for each draft, whatever happens to it meanwhile. */
export const lookAgainAt = (dossierId: string, touchedAt: Temporal.Instant): NewJob => ({
  name: 'draft.look',
  payload: { dossierId },
  key: `draft.look:${dossierId}`,
  runAt: draftLife(touchedAt).warnAt
})
