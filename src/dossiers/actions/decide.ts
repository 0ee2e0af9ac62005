// The officer signs the result: what was asked for, or a refusal on merit with its reason (NĐ 61/2018 Đ19.8). Both are results.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { step } from '../lifecycle.ts'
import { insertResult, saveMove } from '../store.ts'

export type Decision = {
  dossierId: string
  by: Actor
  kind: 'approved' | 'refused'
  number: string
  title: string
  fileId: string | undefined
  /** Needed for a refusal. */
  reason?: string
}

export const decide = (context: Context, decision: Decision) =>
  context.db.transaction((tx) => decideIn(tx, { ...decision, at: context.now() }))

/** The same in a commit that holds more: the number of a result and its line in the register. */
export async function decideIn(
  tx: Tx,
  { dossierId, by, kind, number, title, fileId, reason = '', at }: Decision & { at: Temporal.Instant }
) {
  const dossier = await lockOwn(tx, dossierId, by)
  const move = step(dossier.state, kind === 'approved' ? 'approve' : 'refuse_on_merit', by.role)
  if (!fileId) throw new Refusal('RESULT_MISSING')
  requireFields({
    number: number.trim() ? undefined : 'REQUIRED',
    title: title.trim() ? undefined : 'REQUIRED',
    reason: kind === 'approved' || reason.trim() ? undefined : 'REASON_REQUIRED'
  })
  await insertResult(tx, { dossierId, kind, number, title, reason, fileId, signedBy: by.name, signedAt: at })
  return saveMove(tx, dossier, { move, by, at, note: reason, facts: { number }, changes: { finishedAt: at } })
}
