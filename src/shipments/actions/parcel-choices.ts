// What a recipient can still choose for a parcel that could not be handed over: days, place, and until when.
import type { Context } from '../../context.ts'
import type { Db } from '../../database/client.ts'
import { workingCalendarOf } from '../../deadlines/working-calendar.ts'
import { inHands } from '../lifecycle.ts'
import { currentWish, eventsOf, type ParcelWish, type Shipment, shipmentsOfDossier } from '../queries.ts'
import { daysToChoose, keptUntil, mayWish } from '../rules.ts'

export type ParcelChoices = {
  parcel: Shipment
  isOpen: boolean
  days: Temporal.PlainDate[]
  until: Temporal.PlainDate
  /** Where it waits, as the post named it. */
  office?: string | undefined
  failedAt?: Temporal.Instant | undefined
  reason?: string | undefined
  reasonText?: string | undefined
  wish?: ParcelWish | undefined
}

export async function choicesFor(context: Pick<Context, 'now'> & { db: Db }, parcel: Shipment): Promise<ParcelChoices> {
  const [events, calendar, wish] = [
    await eventsOf(context.db, parcel.id),
    await workingCalendarOf(context.db, parcel.agencyId ?? parcel.id),
    await currentWish(context.db, parcel)
  ]
  const failed = events.findLast(({ status }) => status === 'attempt_failed')
  const held = events.findLast(({ status }) => status === 'held_for_collection')
  const now = context.now()
  const since = parcel.status === 'held_for_collection' && held ? held.occurredAt : (failed?.occurredAt ?? now)
  const until = keptUntil(calendar, since)
  return {
    parcel,
    isOpen: mayWish(parcel),
    days: daysToChoose(calendar, { now, until }),
    until,
    office: events.findLast(({ place }) => place?.name)?.place?.name,
    failedAt: failed?.occurredAt,
    reason: failed?.reason ?? undefined,
    reasonText: failed?.reasonText ?? undefined,
    wish
  }
}

/** Where the parcels of a dossier leave it, for whoever tracks it. */
export async function parcelNow(context: Context, dossierId: string): Promise<{ isOnRoad: boolean; isUndelivered: boolean }> {
  const parcels = await shipmentsOfDossier(context.db, dossierId)
  return { isOnRoad: parcels.some(({ status }) => inHands.includes(status)), isUndelivered: parcels.some(mayWish) }
}

/** The parcel of a dossier that waits for its recipient's word. */
export async function parcelToDecide(context: Context, dossierId: string): Promise<ParcelChoices | undefined> {
  const parcel = (await shipmentsOfDossier(context.db, dossierId)).findLast(mayWish)
  return parcel && choicesFor(context, parcel)
}
