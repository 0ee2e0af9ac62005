// The end of a shift: the drawer counted, against what the books say; what is still open is named; somebody else confirms.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { requireFields } from '../../dossiers/application.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, instantAt } from '../../kernel/time.ts'
import { openThingsOf } from '../desk-queries.ts'
import { shiftBefore, uncountedCash } from '../queries.ts'
import { type CashCount, cashTaken, countedTotal, differenceOf } from '../rules.ts'
import { insertShiftEntries, lockOpenShift, lockShift, type Shift, updateShift } from '../store.ts'
import type { OpenThing } from '../table.ts'

/**
 * Since when cash may belong to a shift: the beginning of the one before, because what was committed while that was being closed is
 * counted here; the first shift of a clerk begins with the day.
 */
export const cashSince = (shift: Pick<Shift, 'openedAt'>, before: Pick<Shift, 'openedAt'> | undefined): Temporal.Instant =>
  before?.openedAt ?? instantAt(dayOf(shift.openedAt), '00:00')

/** `alsoOpen`: what is left in rooms this one may not ask. */
type Closing = { by: Actor; shiftId: string; cashCount: CashCount; reason: string; handedTo: string; alsoOpen?: readonly OpenThing[] }

/** No drawer holds more: somebody slipped on a key. */
const mostCash = 2_000_000_000

/** Once. @throws Refusal SHIFT_CLOSED, SHIFT_NOT_FOUND, FORM_INCOMPLETE when a difference has no reason */
export function closeShift(context: Context, { by, shiftId, cashCount, reason, handedTo, alsoOpen = [] }: Closing): Promise<Shift> {
  return context.db.transaction(async (tx) => {
    const shift = await lockOpenShift(tx, by.id)
    if (shift?.id !== shiftId) {
      const closed = await lockShift(tx, shiftId)
      throw new Refusal(closed?.clerkId === by.id ? 'SHIFT_CLOSED' : 'SHIFT_NOT_FOUND')
    }
    const entries = await uncountedCash(tx, shift, cashSince(shift, await shiftBefore(tx, shift)))
    const { paid, refunded, net } = cashTaken(entries)
    const counted = countedTotal(cashCount)
    requireFields({ 'to.500000': counted > mostCash ? 'MONEY_INVALID' : undefined })
    const difference = differenceOf({ float: shift.cashFloat, net, counted })
    requireFields({ reason: difference !== 0 && !reason.trim() ? 'DIFFERENCE_REASON_REQUIRED' : undefined })
    await insertShiftEntries(
      tx,
      shift.id,
      entries.map(({ id }) => id)
    )
    return updateShift(tx, shift.id, {
      closedAt: context.now(),
      cashCount,
      counted,
      paid,
      refunded,
      difference,
      reason: reason.trim().slice(0, 500),
      handedTo: handedTo.trim().slice(0, 100),
      openThings: [...(await openThingsOf(tx, { by, now: context.now() })), ...alsoOpen]
    })
  })
}

/** A second pair of eyes: the head of the section, or a colleague of the same desk who takes over. @throws Refusal SHIFT_NEEDS_ANOTHER, SHIFT_CONFIRMED */
export function confirmShift(context: Context, { by, shiftId }: { by: Actor; shiftId: string }): Promise<Shift> {
  return context.db.transaction(async (tx) => {
    const shift = await lockShift(tx, shiftId)
    if (!shift?.closedAt || shift.agencyId !== by.agencyId) throw new Refusal('SHIFT_NOT_FOUND')
    if (shift.clerkId === by.id || !actsAs(by.role, 'clerk')) throw new Refusal('SHIFT_NEEDS_ANOTHER')
    if (shift.confirmedById === by.id) return shift
    if (shift.confirmedAt) throw new Refusal('SHIFT_CONFIRMED')
    return updateShift(tx, shift.id, { confirmedAt: context.now(), confirmedById: by.id, confirmedByName: by.name })
  })
}
