// Reading bordereaux: those of a desk, one with its lines, and which line of an earlier one a parcel stands on.
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { receivedStates } from './manifest.ts'
import { type Manifest, type ManifestLine, manifestLines, manifests, type Shipment, shipments } from './table.ts'

export type { Manifest, ManifestLine } from './table.ts'

export async function findManifest(db: Db, id: string): Promise<Manifest | undefined> {
  const [manifest] = await db.select().from(manifests).where(eq(manifests.id, id))
  return manifest
}

/** The one both sides are working on. */
export async function openManifestOf(db: Db, { agencyId, carrier }: { agencyId: string; carrier: string }): Promise<Manifest | undefined> {
  const [manifest] = await db
    .select()
    .from(manifests)
    .where(
      and(eq(manifests.agencyId, agencyId), eq(manifests.carrier, carrier), eq(manifests.direction, 'inbound'), isNull(manifests.signedAt))
    )
  return manifest
}

/** Open ones first, then the latest, each with how many lines it has. */
export const manifestsAt = (db: Db, agencyId: string) =>
  db
    .select({
      manifest: manifests,
      lines: sql<number>`(select count(*)::int from ${manifestLines} where ${manifestLines.manifestId} = ${manifests.id})`,
      received: sql<number>`(select count(*)::int from ${manifestLines} where ${manifestLines.manifestId} = ${manifests.id} and ${inArray(manifestLines.state, [...receivedStates])})`
    })
    .from(manifests)
    .where(eq(manifests.agencyId, agencyId))
    .orderBy(sql`${manifests.signedAt} is not null`, desc(manifests.openedAt))
    .limit(30)

/** A line with its parcel, when it has one. */
export type LineWithParcel = { line: ManifestLine; parcel: Shipment | null }

export const linesOf = (db: Db, manifestId: string): Promise<LineWithParcel[]> =>
  db
    .select({ line: manifestLines, parcel: shipments })
    .from(manifestLines)
    .leftJoin(shipments, eq(shipments.id, manifestLines.shipmentId))
    .where(eq(manifestLines.manifestId, manifestId))
    .orderBy(asc(manifestLines.seq))

/** Where both sides have already signed for this parcel. */
export async function signedLineOf(
  db: Db,
  { shipmentId, besides }: { shipmentId: string; besides: string }
): Promise<{ id: string; seq: number; number: string } | undefined> {
  const [found] = await db
    .select({ id: manifestLines.id, seq: manifestLines.seq, number: manifests.number })
    .from(manifestLines)
    .innerJoin(manifests, eq(manifests.id, manifestLines.manifestId))
    .where(and(eq(manifestLines.shipmentId, shipmentId), ne(manifestLines.manifestId, besides), isNotNull(manifestLines.receivedAt)))
    .orderBy(desc(manifestLines.at))
    .limit(1)
  return found
}

/** Carriers that have ever carried for this desk. */
export async function carriersOf(db: Db, agencyId: string): Promise<string[]> {
  const rows = await db.selectDistinct({ carrier: shipments.carrier }).from(shipments).where(eq(shipments.agencyId, agencyId))
  return rows.map(({ carrier }) => carrier).sort()
}
