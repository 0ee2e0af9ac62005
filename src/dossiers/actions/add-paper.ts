// A paper is put into its slot, or taken out again, while the dossier is still a draft.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { lockOwn } from '../access.ts'
import { requireDraft } from '../drafts.ts'
import { deletePaper, insertPapers, type NewPaper } from '../store.ts'

export function addPaper(context: Context, { dossierId, paper, by }: { dossierId: string; paper: NewPaper; by: Actor }) {
  return context.db.transaction(async (tx) => {
    const draft = requireDraft(await lockOwn(tx, dossierId, by))
    await insertPapers(tx, draft.id, [paper], context.now())
  })
}

export function removePaper(context: Context, { dossierId, paperId, by }: { dossierId: string; paperId: string; by: Actor }) {
  return context.db.transaction(async (tx) => {
    const draft = requireDraft(await lockOwn(tx, dossierId, by))
    await deletePaper(tx, { dossierId: draft.id, paperId })
  })
}
