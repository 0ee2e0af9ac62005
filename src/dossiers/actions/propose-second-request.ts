// Papers were asked for once and are still not right: whoever needs to ask again says why, and waits for the word of the head above them.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { openRequestOf } from '../check-queries.ts'
import { insertSecondRequest, type SecondRequest } from '../check-store.ts'
import { checkAskInTime } from '../clock.ts'
import { step } from '../lifecycle.ts'
import type { SupplementReason } from '../types.ts'
import { gatherReasons } from './gather-reasons.ts'

type Proposal = {
  dossierId: string
  by: Actor
  reasons: readonly SupplementReason[]
  /** Why once was not enough. */
  why: string
  /** Of the form: pressing twice is one proposal. */
  formId?: string
}

/**
 * NĐ 61/2018 Đ5, Đ11.2c forbid to ask twice; a second time is the head's own answer to it, in writing.
 * @throws Refusal SECOND_REQUEST_NOT_NEEDED, SECOND_REQUEST_OPEN, PAPERS_NOT_ALL_CHECKED, SUPPLEMENT_TOO_LATE
 */
export function proposeSecondRequest(context: Context, { dossierId, by, reasons, why, formId }: Proposal): Promise<SecondRequest> {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const atDesk = actsAs(by.role, 'clerk')
    step(dossier.state, atDesk ? 'ask_at_desk' : 'ask_supplement', by.role)
    if (dossier.supplementsAsked === 0) throw new Refusal('SECOND_REQUEST_NOT_NEEDED')
    const at = context.now()
    if (!atDesk) await checkAskInTime(tx, dossier, at)
    requireFields({ why: why.trim() ? undefined : 'REASON_REQUIRED' })
    const said = await gatherReasons(tx, { dossierId, atDesk, reasons })
    const id = formId ?? context.newId()
    const proposed = { why: why.trim(), proposedById: by.id, proposedBy: by.name, proposedAt: at }
    const made = await insertSecondRequest(tx, { id, dossierId, atDesk, reasons: said, ...proposed })
    if (made) return made
    const open = await openRequestOf(tx, dossierId)
    if (open?.id === id) return open
    throw new Refusal('SECOND_REQUEST_OPEN', { name: open?.proposedBy ?? '' })
  })
}
