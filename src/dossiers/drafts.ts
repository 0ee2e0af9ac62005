// A draft may still be edited in place; anything filed may not.
import { Refusal } from '../kernel/refusal.ts'
import { stateWords } from './lifecycle.ts'
import type { Dossier } from './store.ts'

/** @throws Refusal MOVE_NOT_ALLOWED when the dossier was filed already */
export function requireDraft(dossier: Dossier): Dossier {
  if (dossier.state !== 'draft') throw new Refusal('MOVE_NOT_ALLOWED', { state: dossier.state, stateWords: stateWords[dossier.state].vi })
  return dossier
}
