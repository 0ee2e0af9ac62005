// A clerk sits down: which counter, and how much change is in the drawer.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { requireFields } from '../../dossiers/application.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { insertShift, lockOpenShift, type Shift } from '../store.ts'

type Opening = { by: Actor; counter: number; cashFloat: number }

const mostFloat = 100_000_000

/** Twice is once: who sits at that counter already goes on. @throws Refusal FORM_INCOMPLETE, SHIFT_OPEN_ALREADY */
export async function openShift(context: Context, { by, counter, cashFloat }: Opening): Promise<Shift> {
  requireFields({
    counter: Number.isInteger(counter) && counter >= 1 && counter <= 99 ? undefined : 'COUNTER_INVALID',
    cashFloat: Number.isInteger(cashFloat) && cashFloat >= 0 && cashFloat <= mostFloat ? undefined : 'MONEY_INVALID'
  })
  return context.db.transaction(async (tx) => {
    const values = { agencyId: by.agencyId!, counter, clerkId: by.id, clerkName: by.name, openedAt: context.now(), cashFloat }
    const shift = (await insertShift(tx, values)) ?? (await lockOpenShift(tx, by.id))
    if (shift?.counter !== counter || shift.agencyId !== by.agencyId) throw new Refusal('SHIFT_OPEN_ALREADY', { counter })
    return shift
  })
}
