// What the citizen has typed so far is kept as it is, right or wrong; it is checked when it is submitted.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Answers } from '../../forms/definition.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { lockOwn } from '../access.ts'
import { lookAgainAt, requireDraft } from '../drafts.ts'
import { type Dossier, updateDraft } from '../store.ts'
import type { Delivery, Party, PickUp } from '../types.ts'

export type DraftChanges = Partial<{
  filer: Party
  applicant: Party
  relation: string | null
  /** Of one page of the form; `undefined` takes an answer away. Those of other pages stay. */
  answers: Answers
  delivery: Delivery
  pickUp: PickUp | null
}>

/**
 * Which page is kept. `revision`: of the draft when the page was opened; `page`: the opened page itself, which may save again
 * and again; `n`: the how-manieth time it does.
 */
export type PageKept = { step: string; revision?: number | undefined; page?: string | undefined; n?: number | undefined }

type Save = { dossierId: string; by: Actor; changes: DraftChanges; kept?: PageKept }
export type Saved = { at: Temporal.Instant; revision: number }

/** @throws Refusal DRAFT_CHANGED_ELSEWHERE when the same page was kept elsewhere after this one had been opened */
export function saveDraft(context: Context, { dossierId, by, changes, kept }: Save): Promise<Saved> {
  return context.db.transaction(async (tx) => {
    const draft = requireDraft(await lockOwn(tx, dossierId, by, 'fill'))
    if (by.onBehalfOf && isForSelf(changes)) throw new Refusal('HELPER_NOT_SELF', { name: by.onBehalfOf.name })
    if (kept) requireLatest(draft, kept)
    if (kept && isOvertaken(draft, kept)) return { at: draft.updatedAt, revision: draft.revision }
    const at = context.now()
    const revision = draft.revision + 1
    const channel = changes.pickUp === undefined || draft.channel === 'desk' ? draft.channel : changes.pickUp ? 'post' : 'online'
    await updateDraft(tx, draft.id, {
      ...changes,
      channel,
      applicantName: (changes.applicant ?? draft.applicant).name,
      answers: { ...draft.answers, ...changes.answers },
      ...(kept && { seen: { ...draft.seen, [kept.step]: { revision, page: kept.page ?? '', n: kept.n } } }),
      revision,
      updatedAt: at
    })
    await enqueue(tx, [lookAgainAt(draft.id, at)], at)
    return { at, revision }
  })
}

/** "For myself" said by a helper would make the citizen's dossier the helper's own. */
const isForSelf = ({ applicant, relation }: DraftChanges) => applicant !== undefined && relation === null && applicant.kind === 'person'

function requireLatest({ seen, updatedAt, locale }: Dossier, { step, revision, page }: PageKept): void {
  const last = seen[step]
  if (!last || revision === undefined || last.revision <= revision || last.page === page) return
  throw new Refusal('DRAFT_CHANGED_ELSEWHERE', { at: formatInstant(updatedAt, locale) })
}

/** The same page has sent something newer, which arrived first. */
function isOvertaken({ seen }: Dossier, { step, page, n }: PageKept): boolean {
  const last = seen[step]
  return n !== undefined && last?.n !== undefined && last.page === page && last.n >= n
}
