// A dossier's parcels as its timeline tells them: every scan in words, with its reason and where it was.
import type { Db } from '../database/client.ts'
import type { ParcelEvent } from '../dossiers/timeline.ts'
import type { Locale } from '../kernel/locale.ts'
import { inHands, reasons, statusNames } from './lifecycle.ts'
import { eventsOf, shipmentsOfDossier } from './queries.ts'
import { sayWish } from './rules.ts'

const problems = ['attempt_failed', 'pickup_failed', 'order_failed', 'action_needed', 'damaged', 'lost']

/** Voided events are left out; the parcel's own page shows them. */
export async function parcelEventsOf(db: Db, dossierId: string, locale: Locale): Promise<ParcelEvent[]> {
  const told: ParcelEvent[] = []
  for (const shipment of await shipmentsOfDossier(db, dossierId)) {
    const events = await eventsOf(db, shipment.id)
    const voided = new Set(events.flatMap(({ voids }) => voids ?? []))
    for (const event of events) {
      if (event.detail?.wish) {
        const title = sayWish(event.detail.wish, locale)
        const text = locale === 'vi' ? 'Người nhận đã chọn' : 'Chosen by the recipient'
        told.push({ at: event.occurredAt, title, text, problem: false, onRoad: true, tracking: shipment.trackingNumber ?? shipment.ourRef })
      }
      if (!event.status || voided.has(event.id)) continue
      const reason = event.reason ? reasons[event.reason][locale] : ''
      told.push({
        at: event.occurredAt,
        title: statusNames[event.status][locale],
        text: [reason, event.reasonText, event.place?.name].filter(Boolean).join(', ') || undefined,
        problem: problems.includes(event.status),
        onRoad: inHands.includes(event.status),
        tracking: shipment.trackingNumber ?? shipment.ourRef
      })
    }
  }
  return told
}
