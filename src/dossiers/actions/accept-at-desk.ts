// A clerk has the papers in hand and takes the dossier in. From here the law's clock runs.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { procedureVersion } from '../../procedures/queries.ts'
import { lockOwn } from '../access.ts'
import { checkedPapers } from '../check-queries.ts'
import { clockAfter, countDue } from '../clock.ts'
import { step } from '../lifecycle.ts'
import { type Dossier, saveMove } from '../store.ts'

type Acceptance = { by: Actor; note?: string; facts?: Record<string, unknown> }

/** Inside a transaction that holds the dossier. */
export async function accept(tx: Tx, context: Context, dossier: Dossier, { by, note = '', facts = {} }: Acceptance): Promise<Dossier> {
  const move = step(dossier.state, 'accept', by.role)
  if (dossier.pickUp && !dossier.receivedAt) throw new Refusal('PAPERS_NOT_ARRIVED')
  await checkNoneWrong(tx, dossier)
  const at = context.now()
  // Papers brought by the post were received when the desk signed for them (QĐ 45/2016 Đ7.4), others now.
  const receivedAt = dossier.receivedAt ?? at
  const clock = clockAfter(dossier.clock, move.clock, receivedAt)
  const due = await countDue(tx, { ...dossier, clock })
  return saveMove(tx, dossier, { move, by, at, note, facts, changes: { clock, receivedAt, acceptedAt: at, dueAt: due?.dueAt ?? null } })
}

/** What the law requires is not taken in while the desk itself says it is wrong. @throws Refusal PAPER_MARKED_WRONG */
async function checkNoneWrong(tx: Tx, { id, procedureVersionId }: Dossier): Promise<void> {
  const wrong = (await checkedPapers(tx, id)).filter(({ check }) => check?.verdict === 'wrong')
  if (wrong.length === 0) return
  const { documents } = await procedureVersion(tx, procedureVersionId)
  const required = wrong.find(({ paper }) => documents.some(({ number, required }) => required && number === paper.number))
  if (required) throw new Refusal('PAPER_MARKED_WRONG', { name: required.paper.name })
}

export function acceptAtDesk(context: Context, { dossierId, ...acceptance }: Acceptance & { dossierId: string }): Promise<Dossier> {
  return context.db.transaction(async (tx) => accept(tx, context, await lockOwn(tx, dossierId, acceptance.by), acceptance))
}
