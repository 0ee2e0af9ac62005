// The desk cannot take the dossier: in writing, with the reason and its article (NĐ 61/2018 Đ17; Mẫu 03).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { step } from '../lifecycle.ts'
import { saveMove } from '../store.ts'

type AtDesk = { dossierId: string; by: Actor; reason: string; legalBasis: string }

export function refuseAtDesk(context: Context, { dossierId, by, reason, legalBasis }: AtDesk) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const move = step(dossier.state, 'refuse', by.role)
    requireFields({
      reason: reason.trim() ? undefined : 'REASON_REQUIRED',
      legalBasis: legalBasis.trim() ? undefined : 'LEGAL_BASIS_REQUIRED'
    })
    const at = context.now()
    return saveMove(tx, dossier, { move, by, at, note: reason, facts: { legalBasis }, changes: { finishedAt: at, dueAt: null } })
  })
}
