// An officer takes a paper of their agency back: from now on the check says so, the owner reads why, and the audit keeps who did it.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../../dossiers/access.ts'
import { saveAct } from '../../dossiers/store.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findSealedById } from '../queries.ts'
import { markRevoked } from '../store.ts'

/** A second time changes nothing. @throws Refusal FILE_NOT_FOUND, NOT_YOURS_TO_SEE, NOT_YOURS_TO_DO, FORM_INCOMPLETE; RESULT_REVOKED_BY_TWO */
export async function revokePaper(
  context: Context,
  { paperId, by, reason }: { paperId: string; by: Actor; reason: string }
): Promise<void> {
  if (!actsAs(by.role, 'officer')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  if (!reason.trim()) throw new Refusal('FORM_INCOMPLETE', { fields: { reason: 'REASON_REQUIRED' } })
  await context.db.transaction(async (tx) => {
    const paper = await findSealedById(tx, paperId)
    if (!paper) throw new Refusal('FILE_NOT_FOUND')
    const dossier = await lockOwn(tx, paper.dossierId, by)
    // What was decided is taken back by two, in the register of results.
    if (paper.form === 'result') throw new Refusal('RESULT_REVOKED_BY_TWO')
    const at = context.now()
    if (!(await markRevoked(tx, { id: paperId, at, by: by.name, reason: reason.trim() }))) return
    await saveAct(tx, dossier, { by, at, action: 'revoke_paper' })
  })
}
