// What somebody answers for: some sectors, some procedures, or everything at the agency. Holds at their next page.
import { headOf } from '../../audit/queries.ts'
import { appendAudit } from '../../audit/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mayAssign } from '../people.ts'
import type { Actor, Duty } from '../roles.ts'
import { lockStaff, replaceDuties } from '../store.ts'

type Assignment = { staffId: string; duties: readonly Duty[]; by: Actor }

/** @throws Refusal NOT_YOURS_TO_DO */
export function assignDuties(context: Context, { staffId, duties, by }: Assignment): Promise<void> {
  return context.db.transaction(async (tx) => {
    const member = await lockStaff(tx, staffId)
    if (!mayAssign(by, member)) throw new Refusal('NOT_YOURS_TO_DO')
    await replaceDuties(tx, staffId, duties)
    const entry = { by, at: context.now(), action: 'assign_duties', facts: { duties: duties.map(({ kind, code }) => `${kind} ${code}`) } }
    await appendAudit(tx, { chain: staffId, head: await headOf(tx, staffId), entries: [entry] })
  })
}
