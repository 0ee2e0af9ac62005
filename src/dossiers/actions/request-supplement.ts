// Everything that is missing, in one request, once (NĐ 61/2018 Đ17, Đ11.2c); from the officer within three working days of receipt (Đ19.4).
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { addWorkingDays } from '../../deadlines/calendar.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { lockOwn } from '../access.ts'
import { requireFields } from '../application.ts'
import { clockAfter } from '../clock.ts'
import { step } from '../lifecycle.ts'
import { type Dossier, insertSupplementRequest, saveMove } from '../store.ts'
import type { SupplementReason } from '../types.ts'

type Request = { dossierId: string; by: Actor; reasons: readonly SupplementReason[]; note?: string }

async function checkInTime(tx: Tx, dossier: Dossier, now: Temporal.Instant) {
  const calendar = await workingCalendarOf(tx, dossier.agencyId)
  const lastDay = addWorkingDays(calendar, dayOf(dossier.receivedAt!), 3)
  if (Temporal.PlainDate.compare(dayOf(now), lastDay) > 0) throw new Refusal('SUPPLEMENT_TOO_LATE', { lastDay: lastDay.toString() })
}

export function requestSupplement(context: Context, { dossierId, by, reasons, note = '' }: Request) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const atDesk = actsAs(by.role, 'clerk')
    const move = step(dossier.state, atDesk ? 'ask_at_desk' : 'ask_supplement', by.role)
    const said = reasons.filter(({ reason }) => reason.trim() !== '')
    requireFields({ reasons: said.length > 0 ? undefined : 'REASON_REQUIRED' })
    if (dossier.supplementsAsked > 0) throw new Refusal('SUPPLEMENT_ALREADY_ASKED')
    const at = context.now()
    if (!atDesk) await checkInTime(tx, dossier, at)
    const number = dossier.supplementsAsked + 1
    await insertSupplementRequest(tx, { dossierId, number, reasons: said, note, askedAt: at, askedBy: by.name, atDesk })
    const clock = clockAfter(dossier.clock, move.clock, at)
    return saveMove(tx, dossier, { move, by, at, note, facts: { number }, changes: { supplementsAsked: number, clock, dueAt: null } })
  })
}
