// Everything a request must name, in one piece: what is wrong with each paper, what is not there, what else is to be mended (NĐ 61/2018 Đ17).
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { requireFields } from '../application.ts'
import { checkedPapers } from '../check-queries.ts'
import { sayFault } from '../rules.ts'
import type { SupplementReason } from '../types.ts'

type Given = { dossierId: string; atDesk: boolean; reasons: readonly SupplementReason[] }

/**
 * At the desk every paper has its verdict first, so that nothing is found on a second look; the wrong ones are named whether the form
 * remembered them or not. @throws Refusal PAPERS_NOT_ALL_CHECKED, FORM_INCOMPLETE
 */
export async function gatherReasons(tx: Tx, { dossierId, atDesk, reasons }: Given): Promise<SupplementReason[]> {
  const papers = atDesk ? await checkedPapers(tx, dossierId) : []
  const unseen = papers.filter(({ check }) => !check).length
  if (unseen > 0) throw new Refusal('PAPERS_NOT_ALL_CHECKED', { n: unseen })
  const wrong = papers.flatMap(({ paper, check }): SupplementReason[] =>
    check?.verdict === 'wrong' ? [{ paper: paper.name, paperNumber: paper.number || undefined, reason: sayFault(check) }] : []
  )
  const named = new Set(wrong.flatMap(({ paperNumber }) => paperNumber ?? []))
  const others = reasons.filter(({ reason, paperNumber }) => reason.trim() !== '' && !(paperNumber && named.has(paperNumber)))
  const all = [...wrong, ...others].sort((a, b) => (a.paperNumber ?? Infinity) - (b.paperNumber ?? Infinity) || 0)
  requireFields({ reasons: all.length > 0 ? undefined : 'REASON_REQUIRED' })
  return all
}
