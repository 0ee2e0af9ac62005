// Parcels in the words of the API.
import type { Static } from 'typebox'
import type { TimelineItem } from '../dossiers/timeline.ts'
import type { Locale } from '../kernel/locale.ts'
import type { OperatorStep } from './actions/record-by-operator.ts'
import type { AskedStep, ShipmentEventOf, ShipmentOf, TimelineItemOf } from './api.schemas.ts'
import { reasons, sayStatus, statusNames, stepsFor } from './lifecycle.ts'
import type { Party, Shipment, ShipmentEvent } from './table.ts'

const text = (at: Temporal.Instant | null): string | null => at?.toString() ?? null
const partyOf = ({ name, phone, address, wardName }: Party) => ({ name, phone, address, ...(wardName && { wardName }) })

export function shipmentOf(shipment: Shipment, locale: Locale): Static<typeof ShipmentOf> {
  const { ourRef, sender, recipient, orderedAt, custodyAt, deliveredAt, lastEventAt, ...rest } = shipment
  return {
    ...rest,
    ref: ourRef,
    statusWords: sayStatus(shipment, locale),
    sender: partyOf(sender),
    recipient: partyOf(recipient),
    orderedAt: text(orderedAt),
    custodyAt: text(custodyAt),
    deliveredAt: text(deliveredAt),
    lastEventAt: text(lastEventAt),
    steps: stepsFor(shipment, 'postman')
  }
}

export function eventOf(event: ShipmentEvent, { isVoid, locale }: { isVoid: boolean; locale: Locale }): Static<typeof ShipmentEventOf> {
  const { id, status, leg, attempt, reason, reasonText, occurredAt, receivedAt, place, source } = event
  return {
    id,
    status,
    statusWords: status && statusNames[status][locale],
    leg,
    attempt,
    reason,
    reasonWords: reason && reasons[reason][locale],
    text: reasonText,
    occurredAt: occurredAt.toString(),
    receivedAt: receivedAt.toString(),
    place: place?.name ?? place?.officeCode ?? null,
    source,
    isVoid
  }
}

export const timelineItemOf = ({ kind, look, instant, title, text }: TimelineItem): Static<typeof TimelineItemOf> => ({
  where: kind,
  look: look ?? 'past',
  at: instant?.toString() ?? null,
  title,
  text: text ?? null
})

export const stepOf = ({ step, place, ...rest }: AskedStep): Omit<OperatorStep, 'shipmentId' | 'eventId' | 'by'> => ({
  ...rest,
  command: step,
  ...(place && { place: { name: place } })
})
