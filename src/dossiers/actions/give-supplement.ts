// The citizen brings what was asked. Before acceptance the desk looks again; after it the clock restarts from the beginning (NĐ 61/2018 Đ19.4).
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { clockAfter, countDue } from '../clock.ts'
import { step } from '../lifecycle.ts'
import { answerSupplementRequest, insertPapers, type NewPaper, retirePapers, saveMove } from '../store.ts'

type Supplement = { dossierId: string; by: Actor; papers: readonly NewPaper[]; note?: string }

export function giveSupplement(context: Context, { dossierId, by, papers, note = '' }: Supplement) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by, 'supplement')
    const move = step(dossier.state, dossier.acceptedAt ? 'supplement_again' : 'supplement', by.role)
    requireFields({ papers: papers.length > 0 || note.trim() ? undefined : 'PAPER_REQUIRED' })
    const at = context.now()
    await retirePapers(
      tx,
      dossierId,
      papers.map(({ number }) => number).filter((number) => number > 0),
      at
    )
    await insertPapers(tx, dossierId, papers, at)
    await answerSupplementRequest(tx, dossierId, at)
    const clock = clockAfter(dossier.clock, move.clock, at)
    const due = await countDue(tx, { ...dossier, clock })
    // QĐ 45/2016 Đ7.4: what came by post and had to be completed counts as filed when it is complete.
    const receivedAt = dossier.acceptedAt || dossier.receivedAt ? at : null
    return saveMove(tx, dossier, { move, by, at, note, changes: { clock, receivedAt, dueAt: due?.dueAt ?? null } })
  })
}
