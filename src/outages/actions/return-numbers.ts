// A block is closed: the machine gives back what it did not use, or the head writes a lost machine off. Every number is accounted for.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { settledNumbers } from '../queries.ts'
import { closeLease, lockLease, type NumberLease } from '../store.ts'

type Returning = { leaseId: string; by: Actor /** Numbers the machine never gave. */; unused: readonly number[] }

const numbersOf = ({ first, last }: NumberLease) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Twice is once. @throws Refusal OUTAGE_BLOCK_UNKNOWN, OUTAGE_NUMBERS_OPEN while a number was given and has not come in */
export async function returnNumbers(context: Context, { leaseId, by, unused }: Returning): Promise<void> {
  await context.db.transaction(async (tx) => {
    const lease = await lockLease(tx, leaseId)
    if (!lease || lease.agencyId !== by.agencyId) throw new Refusal('OUTAGE_BLOCK_UNKNOWN')
    if (lease.closedAt) return
    const settled = new Set(await settledNumbers(tx, leaseId))
    const rest = numbersOf(lease).filter((number) => !settled.has(number))
    const given = new Set(unused)
    if (rest.some((number) => !given.has(number))) throw new Refusal('OUTAGE_NUMBERS_OPEN')
    await closeLease(tx, leaseId, { at: context.now(), by: by.name, returned: rest })
  })
}

/** Should the machine come back after all, what it accepted is still taken in. @throws Refusal NOT_YOURS_TO_DO, FORM_INCOMPLETE */
export async function writeOff(context: Context, { leaseId, by, reason }: { leaseId: string; by: Actor; reason: string }): Promise<void> {
  if (!actsAs(by.role, 'supervisor')) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  if (!reason.trim()) throw new Refusal('FORM_INCOMPLETE', { fields: { reason: 'REASON_REQUIRED' } })
  await context.db.transaction(async (tx) => {
    const lease = await lockLease(tx, leaseId)
    if (!lease || lease.agencyId !== by.agencyId) throw new Refusal('OUTAGE_BLOCK_UNKNOWN')
    if (lease.closedAt) return
    const settled = new Set(await settledNumbers(tx, leaseId))
    const returned = numbersOf(lease).filter((number) => !settled.has(number))
    await closeLease(tx, leaseId, { at: context.now(), by: by.name, why: reason.trim(), returned })
  })
}
