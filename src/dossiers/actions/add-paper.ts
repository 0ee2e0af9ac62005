// Papers are put into their slot, or taken out again, while the dossier is still a draft.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireDraft } from '../drafts.ts'
import { deletePaper, insertPapers, type NewPaper } from '../store.ts'

type Adding = {
  dossierId: string
  papers: readonly NewPaper[]
  by: Actor /** Papers of the draft that give way in the same commit. */
  instead?: readonly string[]
}

export function addPapers(context: Context, { dossierId, papers, by, instead = [] }: Adding) {
  return context.db.transaction(async (tx) => {
    const draft = requireDraft(await lockOwn(tx, dossierId, by, 'add_paper'))
    for (const paperId of instead) await deletePaper(tx, { dossierId: draft.id, paperId })
    await insertPapers(tx, draft.id, papers, context.now())
  })
}

export function removePaper(context: Context, { dossierId, paperId, by }: { dossierId: string; paperId: string; by: Actor }) {
  return context.db.transaction(async (tx) => {
    const draft = requireDraft(await lockOwn(tx, dossierId, by, 'remove_paper'))
    await deletePaper(tx, { dossierId: draft.id, paperId })
  })
}
