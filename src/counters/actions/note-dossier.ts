// A word for colleagues on a dossier: who and when stand beside it, and nobody changes it afterwards.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { saveAct } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { insertNote } from '../store.ts'

/** `noteId` comes with the form, so that a second press is the same note. @throws Refusal NOT_YOURS_TO_SEE, NOTE_EMPTY */
export async function noteDossier(
  context: Context,
  { noteId, dossierId, by, text: typed }: { noteId: string; dossierId: string; by: Actor; text: string }
): Promise<void> {
  const text = typed.trim()
  if (!text || text.length > 1000) throw new Refusal('NOTE_EMPTY')
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const at = context.now()
    const note = { id: noteId, dossierId, agencyId: by.agencyId ?? dossier.agencyId, text, byId: by.id, byName: by.name, at }
    if (await insertNote(tx, note)) await saveAct(tx, dossier, { by, at, action: 'note' })
  })
}
