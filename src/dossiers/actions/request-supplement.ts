// Everything that is missing, in one request, once (NĐ 61/2018 Đ17, Đ11.2c); from the officer within three working days of receipt (Đ19.4).
import { type Actor, actsAs } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockOwn } from '../access.ts'
import { checkAskInTime, clockAfter } from '../clock.ts'
import { step } from '../lifecycle.ts'
import { type Dossier, insertSupplementRequest, saveMove } from '../store.ts'
import type { SupplementReason } from '../types.ts'
import { gatherReasons } from './gather-reasons.ts'

type Request = { dossierId: string; by: Actor; reasons: readonly SupplementReason[]; note?: string }

export function requestSupplement(context: Context, { dossierId, by, reasons, note = '' }: Request) {
  return context.db.transaction(async (tx) => {
    const dossier = await lockOwn(tx, dossierId, by)
    const atDesk = actsAs(by.role, 'clerk')
    step(dossier.state, atDesk ? 'ask_at_desk' : 'ask_supplement', by.role)
    if (dossier.supplementsAsked > 0) throw new Refusal('SUPPLEMENT_ALREADY_ASKED')
    const said = await gatherReasons(tx, { dossierId, atDesk, reasons })
    return sendRequest(tx, context, dossier, { by, atDesk, reasons: said, note })
  })
}

type Sending = {
  /** Whoever makes the move: of a second request the head who agreed. */
  by: Actor
  atDesk: boolean
  reasons: SupplementReason[]
  note?: string
  askedBy?: string
  facts?: Record<string, unknown>
}

/** Inside a transaction that holds the dossier; whether another request may be sent is asked before. */
export async function sendRequest(tx: Tx, context: Context, dossier: Dossier, sending: Sending): Promise<Dossier> {
  const { by, atDesk, reasons, note = '', askedBy = by.name, facts = {} } = sending
  const move = step(dossier.state, atDesk ? 'ask_at_desk' : 'ask_supplement', by.role)
  const at = context.now()
  if (!atDesk) await checkAskInTime(tx, dossier, at)
  const number = dossier.supplementsAsked + 1
  await insertSupplementRequest(tx, { dossierId: dossier.id, number, reasons, note, askedAt: at, askedBy, atDesk })
  const clock = clockAfter(dossier.clock, move.clock, at)
  return saveMove(tx, dossier, {
    move,
    by,
    at,
    note,
    facts: { number, ...facts },
    changes: { supplementsAsked: number, clock, dueAt: null }
  })
}
