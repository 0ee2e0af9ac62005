// The desk passes a paper dossier on to those who settle it: at once, or by the list of its originals (NĐ 61/2018 Đ18.2).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { placeDossier, saveAct } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { followDossier, forward } from './follow-dossier.ts'

type Forwarding = { dossierId: string; by: Actor; way?: 'desk' | 'originals' }

export function forwardDossier(context: Context, { dossierId, by, way = 'desk' }: Forwarding): Promise<void> {
  return context.db.transaction(async (tx) => {
    const { dossier, steps } = await followDossier(tx, context, await lockOwn(tx, dossierId, by))
    if (steps.length === 0) throw new Refusal('NOTHING_TO_FORWARD')
    const at = context.now()
    // Twice is harmless: it left the desk once.
    if (!(await forward(tx, dossier, { steps, way, at, by: by.name }))) return
    await placeDossier(tx, await saveAct(tx, dossier, { by, at, action: 'forward', facts: { way } }), { at })
  })
}
