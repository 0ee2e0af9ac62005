// Reading parcels: by whatever is printed on the envelope, by dossier, and the lists of those who wait for them.
import { and, asc, desc, eq, inArray, isNull, like, notInArray, or } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { ends, inHands } from './lifecycle.ts'
import {
  type ParcelWish,
  parcelLinks,
  parcelWishes,
  rawInbound,
  type Shipment,
  type ShipmentEvent,
  shipmentEvents,
  shipments
} from './table.ts'

export type { ParcelWish, Shipment, ShipmentEvent } from './table.ts'

/** `eh 204 518 773 vn` → `EH204518773VN`: as a person types it, as a scanner reads it. */
const normaliseNumber = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()

/** Parcels by tracking number, our own reference, the carrier's, or the code of their dossier; the newest first. */
export async function findShipments(db: Db, text: string): Promise<Shipment[]> {
  const number = normaliseNumber(text)
  if (number === '') return []
  const named = [eq(shipments.trackingNumber, number), eq(shipments.ourRef, number), eq(shipments.carrierRef, number)]
  // A dossier code has nothing that `like` would take for more than itself.
  const ofDossier = /^[\d.]+H\d{2}-\d{6}-\d{4}$/.test(number) ? [like(shipments.ourRef, `${number}-%`)] : []
  return db
    .select()
    .from(shipments)
    .where(or(...named, ...ofDossier))
    .orderBy(desc(shipments.createdAt), desc(shipments.id))
    .limit(20)
}

export async function findShipment(db: Db, text: string): Promise<Shipment | undefined> {
  return (await findShipments(db, text))[0]
}

export async function findShipmentById(db: Db, id: string): Promise<Shipment | undefined> {
  const [shipment] = await db.select().from(shipments).where(eq(shipments.id, id))
  return shipment
}

export async function shipmentsOfDossier(db: Db, dossierId: string): Promise<Shipment[]> {
  return db.select().from(shipments).where(eq(shipments.dossierId, dossierId)).orderBy(asc(shipments.createdAt), asc(shipments.id))
}

/** Everything ever heard of a parcel, oldest first, voided events too. */
export async function eventsOf(db: Db, shipmentId: string): Promise<ShipmentEvent[]> {
  return db
    .select()
    .from(shipmentEvents)
    .where(eq(shipmentEvents.shipmentId, shipmentId))
    .orderBy(asc(shipmentEvents.occurredAt), asc(shipmentEvents.receivedAt), asc(shipmentEvents.id))
}

/** What the post is bringing to a desk: papers collected at home, and results that come back. All desks when no agency is named. */
export async function deskArrivals(db: Db, agencyId?: string): Promise<Shipment[]> {
  const coming = or(eq(shipments.kind, 'pickup'), eq(shipments.leg, 'return'))
  return db
    .select()
    .from(shipments)
    .where(and(inArray(shipments.status, [...inHands]), coming, agencyId ? eq(shipments.agencyId, agencyId) : undefined))
    .orderBy(asc(shipments.lastEventAt), asc(shipments.id))
    .limit(200)
}

/** The postman's work: every parcel that is ordered and not at its end, the longest quiet first. */
export async function openParcels(db: Db, limit = 30): Promise<Shipment[]> {
  return db
    .select()
    .from(shipments)
    .where(notInArray(shipments.status, ['draft', 'order_failed', ...ends]))
    .orderBy(asc(shipments.lastEventAt), asc(shipments.id))
    .limit(limit)
}

/** How far the carrier's list of scans has been read: the end of the last page we kept. */
export async function findPollCursor(db: Db, carrier: string): Promise<string | null> {
  const [last] = await db
    .select({ name: rawInbound.transportId })
    .from(rawInbound)
    .where(and(eq(rawInbound.carrier, carrier), like(rawInbound.transportId, 'poll:%')))
    .orderBy(desc(rawInbound.id))
    .limit(1)
  return last?.name.split(':').at(-1) ?? null
}

export async function findLink(db: Db, tokenHash: string): Promise<typeof parcelLinks.$inferSelect | undefined> {
  const [link] = await db.select().from(parcelLinks).where(eq(parcelLinks.tokenHash, tokenHash))
  return link
}

/** What the recipient wants now. A wish about an earlier visit is over once another one failed. */
export async function currentWish(db: Db, { id, attempts }: Pick<Shipment, 'id' | 'attempts'>): Promise<ParcelWish | undefined> {
  const [wish] = await db
    .select()
    .from(parcelWishes)
    .where(and(eq(parcelWishes.shipmentId, id), isNull(parcelWishes.replacedAt)))
  return wish && wish.attempt === attempts ? wish : undefined
}

export async function findWish(db: Db, id: string): Promise<ParcelWish | undefined> {
  const [wish] = await db.select().from(parcelWishes).where(eq(parcelWishes.id, id))
  return wish
}
