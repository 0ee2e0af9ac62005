// Somebody will be away: a colleague does their work from one day to another, arranged by a head, written down with both.

import { headOf } from '../../audit/queries.ts'
import { appendAudit } from '../../audit/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, instantAt } from '../../kernel/time.ts'
import { checkSubstitution, mayCareFor, type Wanted } from '../people.ts'
import { findSubstitution } from '../queries.ts'
import { type Actor, actsAs } from '../roles.ts'
import { endSubstitution, insertSubstitution, lockStaff } from '../store.ts'

/** `id` is the form's own: sent twice, it is arranged once. @throws Refusal FORM_INCOMPLETE, NOT_YOURS_TO_DO */
export function arrangeSubstitution(context: Context, { id, by, ...wanted }: Wanted & { id: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const now = context.now()
    const fields = checkSubstitution(wanted, dayOf(now))
    if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
    const absent = await lockStaff(tx, wanted.absentId)
    const substitute = await lockStaff(tx, wanted.substituteId)
    if (!mayCareFor(by, absent) || substitute.agencyId !== absent.agencyId) throw new Refusal('NOT_YOURS_TO_DO')
    // A colleague does the same work; nobody becomes a signer because the signer is on leave (that takes a written authorisation).
    // Nor does a head who answers for a part take over the rest by their own word.
    const isOwnGain = by.duties !== undefined && substitute.id === by.id
    if (isOwnGain || !actsAs(substitute.role, absent.role))
      throw new Refusal('FORM_INCOMPLETE', { fields: { substituteId: 'SUBSTITUTE_UNFIT' } })
    const [startsAt, endsAt] = [instantAt(wanted.from!, '00:00'), instantAt(wanted.to!.add({ days: 1 }), '00:00')]
    await insertSubstitution(tx, {
      id,
      absentId: absent.id,
      substituteId: substitute.id,
      startsAt,
      endsAt,
      reason: wanted.reason.trim(),
      arrangedBy: by.id,
      arrangedByName: by.name,
      createdAt: now
    })
    const facts = { substitutionId: id, substitute: substitute.fullName, from: startsAt.toString(), to: endsAt.toString() }
    await appendAudit(tx, { chain: absent.id, head: await headOf(tx, absent.id), entries: [{ by, at: now, action: 'substitute', facts }] })
  })
}

/** Back earlier than planned. Ended already, it stays as it was. @throws Refusal NOT_YOURS_TO_DO */
export function endSubstitutionNow(context: Context, { id, by }: { id: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    const found = await findSubstitution(tx, id)
    if (!found) throw new Refusal('PAGE_NOT_FOUND')
    const absent = await lockStaff(tx, found.absentId)
    if (!mayCareFor(by, absent)) throw new Refusal('NOT_YOURS_TO_DO')
    const at = context.now()
    await endSubstitution(tx, { id, at })
    const entry = { by, at, action: 'end_substitution', facts: { substitutionId: id } }
    await appendAudit(tx, { chain: absent.id, head: await headOf(tx, absent.id), entries: [entry] })
  })
}
