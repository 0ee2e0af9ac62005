// Changes to parcels. Whoever changes one holds its lock; events are only ever added, and the row is their fold.
import { and, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Folded } from './fold.ts'
import {
  type Manifest,
  type ManifestLine,
  manifestLines,
  manifests,
  type NewShipmentEvent,
  type ParcelWish,
  parcelLinks,
  parcelWishes,
  postalOrderKeys,
  type RawInbound,
  rawInbound,
  type Shipment,
  type ShipmentEvent,
  shipmentEvents,
  shipments
} from './table.ts'

export type NewShipment = typeof shipments.$inferInsert
export type OrderKey = typeof postalOrderKeys.$inferSelect

/** The row itself, held until the transaction ends. @throws Refusal SHIPMENT_NOT_FOUND */
export async function lockShipment(tx: Tx, id: string): Promise<Shipment> {
  const [shipment] = await tx.select().from(shipments).where(eq(shipments.id, id)).for('update')
  if (!shipment) throw new Refusal('SHIPMENT_NOT_FOUND', { id })
  return shipment
}

/** The parcels a carrier's message is about, by any of its three names, held in one order so that two messages cannot block each other. */
export async function lockShipmentsByRef(tx: Tx, carrier: string, refs: readonly string[]): Promise<Shipment[]> {
  if (refs.length === 0) return []
  const names = [...new Set(refs)]
  const byName = sql`(${inArray(shipments.ourRef, names)} or ${inArray(shipments.carrierRef, names)} or ${inArray(shipments.trackingNumber, names)})`
  return tx
    .select()
    .from(shipments)
    .where(and(eq(shipments.carrier, carrier), byName))
    .orderBy(shipments.id)
    .for('update')
}

/** Opened once: the same reference again gives the parcel that is there. */
export async function insertShipment(tx: Tx, values: NewShipment): Promise<Shipment> {
  const [made] = await tx.insert(shipments).values(values).onConflictDoNothing({ target: shipments.ourRef }).returning()
  if (made) return made
  const [there] = await tx.select().from(shipments).where(eq(shipments.ourRef, values.ourRef))
  return there!
}

/** How many parcels of a kind a dossier has had; the next reference is one more. */
export async function shipmentCount(tx: Tx, dossierId: string, kind: Shipment['kind']): Promise<number> {
  return tx.$count(shipments, and(eq(shipments.dossierId, dossierId), eq(shipments.kind, kind)))
}

/** Parcels of a dossier, held until the transaction ends. */
export async function lockShipmentsOfDossier(tx: Tx, dossierId: string): Promise<Shipment[]> {
  return tx.select().from(shipments).where(eq(shipments.dossierId, dossierId)).orderBy(shipments.id).for('update')
}

/** @returns only those that are new: what was told before changes nothing */
export async function saveEvents(tx: Tx, rows: readonly NewShipmentEvent[]): Promise<ShipmentEvent[]> {
  if (rows.length === 0) return []
  return tx
    .insert(shipmentEvents)
    .values([...rows])
    .onConflictDoNothing({ target: [shipmentEvents.carrier, shipmentEvents.dedupeKey] })
    .returning()
}

export async function eventsForFold(tx: Tx, shipmentIds: readonly string[]): Promise<ShipmentEvent[]> {
  if (shipmentIds.length === 0) return []
  return tx
    .select()
    .from(shipmentEvents)
    .where(inArray(shipmentEvents.shipmentId, [...shipmentIds]))
}

/** Whether this very step was already recorded: a form sent twice. */
export async function isRecorded(tx: Tx, carrier: string, dedupeKey: string): Promise<boolean> {
  return (await tx.$count(shipmentEvents, and(eq(shipmentEvents.carrier, carrier), eq(shipmentEvents.dedupeKey, dedupeKey)))) > 0
}

/** Writes what the events add up to. @returns the parcel as it is now */
export async function saveFold(tx: Tx, id: string, { anomalies: _, ...folded }: Folded): Promise<Shipment> {
  const [saved] = await tx.update(shipments).set(folded).where(eq(shipments.id, id)).returning()
  return saved!
}

export async function saveOrderRef(
  tx: Tx,
  id: string,
  { carrierRef, trackingNumber, fee }: { carrierRef: string; trackingNumber: string; fee: number }
): Promise<void> {
  await tx
    .update(shipments)
    .set({ carrierRef, trackingNumber: trackingNumber.replaceAll(/\s/g, '').toUpperCase(), fee })
    .where(eq(shipments.id, id))
}

/** Stored before anything is read from it. @returns undefined when the carrier sent it before */
export async function saveRaw(tx: Tx, row: typeof rawInbound.$inferInsert): Promise<{ id: string } | undefined> {
  const [saved] = await tx
    .insert(rawInbound)
    .values(row)
    .onConflictDoNothing({ target: [rawInbound.carrier, rawInbound.transportId] })
    .returning({ id: rawInbound.id })
  return saved
}

export async function lockRaw(tx: Tx, id: string): Promise<RawInbound | undefined> {
  const [raw] = await tx.select().from(rawInbound).where(eq(rawInbound.id, id)).for('update')
  return raw
}

export async function markRaw(tx: Tx, id: string, { at, error }: { at: Temporal.Instant; error: string | null }): Promise<void> {
  await tx.update(rawInbound).set({ processedAt: at, error }).where(eq(rawInbound.id, id))
}

/** The first to claim a key gets `true`; everybody else gets the row as it stands, held. */
export async function claimOrderKey(
  tx: Tx,
  { key, requestHash, at }: { key: string; requestHash: string; at: Temporal.Instant }
): Promise<true | OrderKey> {
  const claimed = await tx
    .insert(postalOrderKeys)
    .values({ key, requestHash, state: 'claimed', updatedAt: at })
    .onConflictDoNothing()
    .returning()
  if (claimed.length > 0) return true
  const [there] = await tx.select().from(postalOrderKeys).where(eq(postalOrderKeys.key, key)).for('update')
  return there!
}

export async function saveOrderKey(tx: Tx, key: string, values: Partial<Omit<OrderKey, 'key'>>): Promise<void> {
  await tx.update(postalOrderKeys).set(values).where(eq(postalOrderKeys.key, key))
}

/** Only when surely nothing was sent. */
export async function releaseOrderKey(tx: Tx, key: string): Promise<void> {
  await tx.delete(postalOrderKeys).where(eq(postalOrderKeys.key, key))
}

export type ParcelLink = typeof parcelLinks.$inferSelect

export async function insertLink(tx: Tx, row: typeof parcelLinks.$inferInsert): Promise<void> {
  await tx.insert(parcelLinks).values(row)
}

/** Held until the transaction ends, so that two presses are one after the other. */
export async function lockLink(tx: Tx, tokenHash: string): Promise<ParcelLink | undefined> {
  const [link] = await tx.select().from(parcelLinks).where(eq(parcelLinks.tokenHash, tokenHash)).for('update')
  return link
}

export async function useLink(tx: Tx, tokenHash: string, usedAt: Temporal.Instant): Promise<void> {
  await tx.update(parcelLinks).set({ usedAt }).where(eq(parcelLinks.tokenHash, tokenHash))
}

export async function openWish(tx: Tx, shipmentId: string): Promise<ParcelWish | undefined> {
  const [wish] = await tx
    .select()
    .from(parcelWishes)
    .where(and(eq(parcelWishes.shipmentId, shipmentId), isNull(parcelWishes.replacedAt)))
  return wish
}

/** Takes the place of the one before. */
export async function insertWish(tx: Tx, row: typeof parcelWishes.$inferInsert): Promise<ParcelWish> {
  await tx
    .update(parcelWishes)
    .set({ replacedAt: row.createdAt })
    .where(and(eq(parcelWishes.shipmentId, row.shipmentId), isNull(parcelWishes.replacedAt)))
  const [wish] = await tx.insert(parcelWishes).values(row).returning()
  return wish!
}

export async function saveWish(
  tx: Tx,
  id: string,
  values: Partial<Pick<ParcelWish, 'toldAt' | 'refusedAt' | 'refusedText'>>
): Promise<void> {
  await tx.update(parcelWishes).set(values).where(eq(parcelWishes.id, id))
}

/** One is open at a desk for each carrier. @returns undefined when the number, or the place of the open one, is taken */
export async function insertManifest(tx: Tx, row: typeof manifests.$inferInsert): Promise<Manifest | undefined> {
  const [made] = await tx.insert(manifests).values(row).onConflictDoNothing().returning()
  return made
}

/** How many bordereaux have a number beginning like this. */
export const manifestCount = (tx: Tx, beginning: string): Promise<number> =>
  tx.$count(manifests, like(manifests.number, `${beginning.replace(/[%_\\]/g, '\\$&')}%`))

/** Held until the transaction ends. @throws Refusal MANIFEST_NOT_FOUND, also for one of another agency */
export async function lockManifest(tx: Tx, id: string, agencyId: string | undefined): Promise<Manifest> {
  const [manifest] = await tx.select().from(manifests).where(eq(manifests.id, id)).for('update')
  if (!manifest || manifest.agencyId !== agencyId) throw new Refusal('MANIFEST_NOT_FOUND', { id })
  return manifest
}

export async function saveManifest(tx: Tx, id: string, values: Partial<Omit<Manifest, 'id' | 'number'>>): Promise<Manifest> {
  const [saved] = await tx.update(manifests).set(values).where(eq(manifests.id, id)).returning()
  return saved!
}

/** In the order of scanning. */
export const linesOfHeld = (tx: Tx, manifestId: string): Promise<ManifestLine[]> =>
  tx.select().from(manifestLines).where(eq(manifestLines.manifestId, manifestId)).orderBy(manifestLines.seq)

export async function insertLines(tx: Tx, rows: readonly (typeof manifestLines.$inferInsert)[]): Promise<ManifestLine[]> {
  return rows.length > 0
    ? tx
        .insert(manifestLines)
        .values([...rows])
        .returning()
    : []
}

export async function saveLine(
  tx: Tx,
  id: string,
  values: Partial<Omit<ManifestLine, 'id' | 'manifestId' | 'seq'>>
): Promise<ManifestLine> {
  const [saved] = await tx.update(manifestLines).set(values).where(eq(manifestLines.id, id)).returning()
  return saved!
}

export async function deleteLine(tx: Tx, id: string): Promise<void> {
  await tx.delete(manifestLines).where(eq(manifestLines.id, id))
}
