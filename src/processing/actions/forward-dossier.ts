// The desk passes a paper dossier on to those who settle it: at once, or by the list of its originals (NĐ 61/2018 Đ18.2).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { lockDossier, placeDossier, saveAct } from '../../dossiers/store.ts'
import type { JobPayloads } from '../../jobs/names.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { followDossier, forward } from './follow-dossier.ts'

type Forwarding = { dossierId: string; by: Actor }

export function forwardDossier(context: Context, { dossierId, by }: Forwarding): Promise<void> {
  return context.db.transaction(async (tx) => {
    const { dossier, steps } = await followDossier(tx, context, await lockOwn(tx, dossierId, by))
    if (steps.length === 0) throw new Refusal('NOTHING_TO_FORWARD')
    const at = context.now()
    // Twice is harmless: it left the desk once.
    if (!(await forward(tx, dossier, { steps, way: 'desk', at, by: by.name }))) return
    await placeDossier(tx, await saveAct(tx, dossier, { by, at, action: 'forward' }), { at })
  })
}

/** The job after an officer signed for the originals: the list is the desk's forwarding, at the moment of the signature. */
export async function forwardWithOriginals(context: Context, { dossierId, by, at }: JobPayloads['process.originals']): Promise<void> {
  await context.db.transaction(async (tx) => {
    const { dossier, steps } = await followDossier(tx, context, await lockDossier(tx, dossierId))
    if (steps.length > 0) await forward(tx, dossier, { steps, way: 'originals', at: Temporal.Instant.from(at), by })
  })
}
