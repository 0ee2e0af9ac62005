// Staff or a helper opened a dossier: the person it concerns will see who and when. Once per half hour and person is enough.
import type { Actor } from '../../accounts/roles.ts'
import { hasActedSince } from '../../audit/queries.ts'
import type { Context } from '../../context.ts'
import { lockSeen } from '../access.ts'
import { saveAct } from '../store.ts'

export async function recordRead(context: Context, { dossierId, by }: { dossierId: string; by: Actor }): Promise<void> {
  const since = context.now().subtract({ minutes: 30 })
  if (await hasActedSince(context.db, { chain: dossierId, actorId: by.id, since })) return
  await context.db.transaction(async (tx) => {
    await saveAct(tx, await lockSeen(tx, dossierId, by), { by, at: context.now(), action: 'read' })
  })
}
