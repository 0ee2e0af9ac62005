// A postman records the next step of a parcel by hand: allowed or refused, with its reason or its proof, and once however often it is pressed.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { FieldErrors } from '../../kernel/refusal.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { missingProof } from '../fold.ts'
import { type AllowedStep, type CommandName, type Reason, step } from '../lifecycle.ts'
import { after } from '../rules.ts'
import { isRecorded, lockShipment } from '../store.ts'
import type { Detail, NewShipmentEvent, Place, Receiver, Shipment } from '../table.ts'
import { type Recorded, recordEvents } from './follow.ts'

export type OperatorStep = {
  shipmentId: string
  /** Made with the form: pressing twice is one event. */
  eventId: string
  command: CommandName
  by: Actor
  reason?: Reason | undefined
  reasonText?: string | undefined
  receiver?: Receiver | undefined
  slipNumber?: string | undefined
  sealNumber?: string | undefined
  /** Which papers of the published list are there, by name. */
  papersPresent?: readonly string[] | undefined
  count?: number | undefined
  signatures?: boolean | undefined
  place?: Place | undefined
}

/** @throws Refusal SHIPMENT_COMMAND_NOT_ALLOWED, REASON_NEEDED, PROOF_NEEDED, NOT_YOURS_TO_DO */
export async function recordByOperator(context: Context, asked: OperatorStep): Promise<Recorded> {
  return context.db.transaction(async (tx) => {
    const shipment = await lockShipment(tx, asked.shipmentId)
    const dedupeKey = `web:${asked.eventId}`
    if (await isRecorded(tx, shipment.carrier, dedupeKey)) return { shipment, anomalies: [] }
    const allowed = step(shipment, asked.command, 'postman', asked.reason)
    checkReason(asked)
    if (allowed.needs === 'proof') checkProof(shipment, allowed, asked.receiver)
    if (allowed.needs === 'seal') checkSeal(shipment, asked)
    const at = after(context.now(), shipment.lastEventAt)
    const row: NewShipmentEvent = {
      shipmentId: shipment.id,
      kind: 'status',
      status: allowed.to,
      leg: allowed.onLeg,
      attempt: allowed.to === 'attempt_failed' ? shipment.attempts + 1 : null,
      reason: asked.reason ?? null,
      reasonText: asked.reasonText || null,
      occurredAt: at,
      occurredLocal: at.toString(),
      receivedAt: context.now(),
      place: asked.place ?? null,
      detail: detailOf(shipment, allowed, asked),
      source: 'operator_web',
      trust: 'authenticated_user',
      actor: { type: 'user', id: asked.by.id, name: asked.by.name },
      carrier: shipment.carrier,
      rawCode: asked.command,
      dedupeKey
    }
    const [recorded] = await recordEvents(tx, context, { locked: [shipment], rows: [row] })
    return recorded!
  })
}

function checkReason({ reason, reasonText }: OperatorStep): void {
  if (reason === 'other' && !reasonText)
    throw new Refusal('REASON_NEEDED', { fields: { reasonText: 'REASON_REQUIRED' } satisfies FieldErrors })
}

const proofFields = {
  name: ['receiverName', 'NAME_REQUIRED', 'họ tên người nhận'],
  idLast4: ['idLast4', 'LAST_DIGITS_INVALID', '4 số cuối giấy tờ tùy thân'],
  confirmation: ['confirmation', 'CONFIRMATION_REQUIRED', 'mã một lần hoặc chữ ký']
} as const

/** Papers brought to the desk need no receiver: the desk itself signs for them. The same for a result that comes back to it. */
function checkProof(shipment: Shipment, allowed: AllowedStep, receiver: Receiver | undefined): void {
  const deskSigns = (shipment.kind === 'pickup') === (allowed.onLeg === 'forward')
  if (deskSigns) return
  const missing = missingProof(shipment.kind === 'pickup' ? 'plain' : shipment.proofProfile, receiver ?? null)
  if (missing.length === 0) return
  const fields: FieldErrors = Object.fromEntries(missing.map((part) => [proofFields[part][0], proofFields[part][1]]))
  throw new Refusal('PROOF_NEEDED', { fields, missing: missing.map((part) => proofFields[part][2]).join(', ') })
}

/** QĐ 45/2016 Đ6, Đ9: counted together against the list, sealed in the sender's presence, the slip signed by both. */
function checkSeal(shipment: Shipment, { sealNumber, count, signatures, papersPresent = [] }: OperatorStep): void {
  const fields: FieldErrors = {}
  if (shipment.contents.some((name) => !papersPresent.includes(name))) fields['papers'] = 'PAPERS_NOT_ALL_PRESENT'
  if (!count || count < shipment.contents.length) fields['count'] = 'COUNT_INVALID'
  if (!sealNumber) fields['sealNumber'] = 'REQUIRED'
  if (!signatures) fields['signatures'] = 'SIGNATURES_REQUIRED'
  if (Object.keys(fields).length > 0) throw new Refusal('PROOF_NEEDED', { fields, missing: 'kiểm đếm, niêm phong và chữ ký hai bên' })
}

function detailOf(shipment: Shipment, allowed: AllowedStep, asked: OperatorStep): Detail {
  if (allowed.needs === 'seal') {
    const { sealNumber, count, signatures, papersPresent = [] } = asked
    const papers = shipment.contents.map((name) => ({ name, present: papersPresent.includes(name) }))
    return {
      slipNumber: asked.slipNumber || `PG-${shipment.ourRef}`,
      sealNumber: sealNumber!,
      count: count!,
      signatures: signatures!,
      papers
    }
  }
  return allowed.needs === 'proof' && asked.receiver?.name ? { receiver: asked.receiver } : {}
}
