// Somebody looked an original up: the person its dossier concerns will see who and when, as for every read.
import type { Actor } from '../../accounts/roles.ts'
import { hasActedSince } from '../../audit/queries.ts'
import type { Context } from '../../context.ts'
import { lockDossier, saveAct } from '../../dossiers/store.ts'

/** Also for people of another agency who hold the paper: they see less of the dossier, but they see whose it is. */
export async function recordLook(context: Context, { dossierId, by }: { dossierId: string; by: Actor }): Promise<void> {
  const since = context.now().subtract({ minutes: 30 })
  if (await hasActedSince(context.db, { chain: dossierId, actorId: by.id, since })) return
  await context.db.transaction(async (tx) => {
    await saveAct(tx, await lockDossier(tx, dossierId), { by, at: context.now(), action: 'read' })
  })
}
