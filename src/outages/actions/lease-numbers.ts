// A machine at a desk gets a block of the day's numbers, while it still can ask: out of the agency's one counter, in one commit.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { nextWorkingDay } from '../../deadlines/calendar.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { fromBase64Url } from '../../documents/signed-bytes.ts'
import { nextNumber } from '../../dossiers/store.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, instantAt, timeOf } from '../../kernel/time.ts'
import { blocksOf, leasesOfMachine } from '../queries.ts'
import { blockSize, isLow, lendsTomorrow, mostBlocks } from '../rules.ts'
import { insertLease, type NumberLease } from '../store.ts'

type Asked = {
  by: Actor
  /** base64url of 32 bytes. */
  deviceKey: string
  /** Numbers the machine still has, by day, and the blocks it knows of. */
  left: Readonly<Record<string, number>>
  held: readonly string[]
  /** What its clock says. */
  clock: Temporal.Instant
}

/** Today's, and from the afternoon on the next working day's. @returns every block of this machine and person that still counts */
export async function leaseNumbers(context: Context, { by, deviceKey, left, held, clock }: Asked): Promise<NumberLease[]> {
  if (!actsAs(by.role, 'clerk') || !by.agencyId) throw new Refusal('NOT_YOURS_TO_DO', { role: by.role })
  if (fromBase64Url(deviceKey)?.length !== 32) throw new Refusal('REQUEST_MALFORMED', { detail: 'deviceKey' })
  const now = context.now()
  const today = dayOf(now)
  const calendar = await workingCalendarOf(context.db, by.agencyId)
  const days = lendsTomorrow(timeOf(now)) ? [today, nextWorkingDay(calendar, today)] : [today]
  const skewSeconds = Math.round(now.until(clock).total('seconds'))
  return context.db.transaction(async (tx) => {
    for (const day of days) await lend(tx, context, { by, deviceKey, left: left[day.toString()] ?? 0, held, day, skewSeconds })
    return leasesOfMachine(tx, { deviceKey, staffId: by.id, now })
  })
}

type Lending = { by: Actor; deviceKey: string; left: number; held: readonly string[]; day: Temporal.PlainDate; skewSeconds: number }

async function lend(tx: Tx, context: Context, { by, deviceKey, left, held, day, skewSeconds }: Lending): Promise<void> {
  const now = context.now()
  const agencyId = by.agencyId!
  const lent = await leasesOfMachine(tx, { deviceKey, staffId: by.id, now })
  // Lent and not known there yet, for want of a certificate or of an answer that arrived: it is on its way.
  const isOnItsWay = lent.some((lease) => lease.day.equals(day) && !held.includes(lease.id))
  if (!isLow(left) || isOnItsWay || (await blocksOf(tx, { staffId: by.id, day })) >= mostBlocks) return
  const id = context.newId()
  await enqueue(tx, [{ name: 'outage.certify', payload: { leaseId: id }, key: `outage.certify:${id}` }], now)
  // Last, because this row is shared by everybody at the agency.
  const last = await nextNumber(tx, { agencyId, day, count: blockSize })
  await insertLease(tx, {
    id,
    agencyId,
    day,
    first: last - blockSize + 1,
    last,
    deviceKey,
    staffId: by.id,
    staffName: by.name,
    staffRole: by.role === 'supervisor' ? 'supervisor' : 'clerk',
    leasedAt: now,
    expiresAt: instantAt(day.add({ days: 1 }), '00:00'),
    skewSeconds
  })
}
