// A clerk says of one paper that it is right, or what is wrong with it. The verdict outlives the page, so a colleague can go on.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatTime } from '../../kernel/time.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { checkedPapers, lookOfOthers } from '../check-queries.ts'
import { saveChecks, takeLease } from '../check-store.ts'
import { stateWords } from '../lifecycle.ts'
import { isPaperReason, lookLasts, type Verdict } from '../rules.ts'
import type { Dossier } from '../store.ts'

type Checking = { dossierId: string; by: Actor }

/** Only what waits for the desk is looked at. @throws Refusal MOVE_NOT_ALLOWED, NOT_YOURS_TO_SEE */
async function holdNew(tx: Tx, { dossierId, by }: Checking): Promise<Dossier> {
  const dossier = await lockOwn(tx, dossierId, by)
  const { state } = dossier
  if (state !== 'submitted') throw new Refusal('MOVE_NOT_ALLOWED', { name: 'check', state, stateWords: stateWords[state].vi })
  return dossier
}

type OnePaper = Checking & { paperId: string; verdict: Verdict; reasonCode?: string; words?: string }

export function checkPaper(context: Context, { dossierId, by, paperId, verdict, reasonCode = '', words = '' }: OnePaper): Promise<void> {
  return context.db.transaction(async (tx) => {
    await holdNew(tx, { dossierId, by })
    const papers = await checkedPapers(tx, dossierId)
    // A supplement has brought a better one meanwhile.
    if (!papers.some(({ paper }) => paper.id === paperId)) throw new Refusal('FILE_NOT_FOUND')
    const isWrong = verdict === 'wrong'
    const code = isPaperReason(reasonCode) ? reasonCode : ''
    requireFields({ reason: isWrong && !code && !words.trim() ? 'REASON_REQUIRED' : undefined })
    const why = { reasonCode: isWrong ? code : '', words: isWrong ? words.trim() : '' }
    await saveChecks(tx, [{ paperId, dossierId, verdict, ...why, byId: by.id, byName: by.name, at: context.now() }])
  })
}

/** Everything nobody has said a word about is right. */
export function passTheRest(context: Context, { dossierId, by }: Checking): Promise<void> {
  return context.db.transaction(async (tx) => {
    await holdNew(tx, { dossierId, by })
    const rest = (await checkedPapers(tx, dossierId)).filter(({ check }) => !check)
    const said = { dossierId, verdict: 'right' as const, byId: by.id, byName: by.name, at: context.now() }
    await saveChecks(
      tx,
      rest.map(({ paper }) => ({ paperId: paper.id, ...said })),
      { keep: true }
    )
  })
}

/**
 * Whoever opens a new dossier looks at it for some minutes; a colleague sees who, and reads only. Each press and each page makes the
 * look new. @returns whose look it is
 */
export function beginLook(context: Context, { dossierId, by }: Checking, { takeOver = false } = {}) {
  return context.db.transaction((tx) => {
    const at = context.now()
    return takeLease(tx, { dossierId, staffId: by.id, staffName: by.name, at, until: at.add(lookLasts) }, { takeOver })
  })
}

/** What a page shows may be a minute old: said before a form is done, never instead of the lock. @throws Refusal HELD_BY_COLLEAGUE */
export async function checkNobodyLooks(context: Context, { dossierId, by }: Checking): Promise<void> {
  const other = await lookOfOthers(context.db, { dossierId, staffId: by.id, now: context.now() })
  if (other) throw new Refusal('HELD_BY_COLLEAGUE', { name: other.staffName, since: formatTime(other.since) })
}
