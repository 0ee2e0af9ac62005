// Somebody stands at the desk with everything in hand: filed and accepted in one go, or not at all.
import type { Context } from '../../context.ts'
import type { Dossier } from '../store.ts'
import { accept } from './accept-at-desk.ts'
import { type Filing, file } from './file-dossier.ts'
import { checkOffered } from './start-draft.ts'

export async function acceptWalkIn(context: Context, filing: Omit<Filing, 'channel'>): Promise<Dossier> {
  const offered = await checkOffered(context, { ...filing, channel: 'desk' })
  return context.db.transaction(async (tx) => accept(tx, context, await file(tx, context, offered, { ...filing, channel: 'desk' }), filing))
}
