// Changes to originals and to the lists they travel on. Whoever changes one holds its lock; acts are only ever added, and the row is their fold.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '../accounts/roles.ts'
import { appendAudit } from '../audit/store.ts'
import type { Tx } from '../database/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Act, type Custody, follow } from './custody.ts'
import {
  type HandOverLine,
  type HandOverList,
  handOverLines,
  handOverLists,
  handOverNumbers,
  type Original,
  originalHandovers,
  originals
} from './table.ts'
import type { ActKind, Fate, Holder, Signature, Way } from './types.ts'

export type NewOriginal = Omit<
  typeof originals.$inferInsert,
  | 'holder'
  | 'holderKind'
  | 'holderAgencyId'
  | 'holderPersonId'
  | 'parcelId'
  | 'heldSince'
  | 'givenBy'
  | 'offer'
  | 'actCount'
  | 'auditHash'
  | 'auditCount'
> & { id: string }

const custodyIn = (row: Original): Custody | undefined =>
  row.actCount === 0 ? undefined : { holder: row.holder, since: row.heldSince, givenBy: row.givenBy, offer: row.offer, fate: row.fate }

/** What a holder is, in columns the lists are read by. */
function columnsOf({ holder, since, givenBy, offer, fate }: Custody) {
  return {
    holder,
    holderKind: holder.kind,
    holderAgencyId: 'agencyId' in holder ? holder.agencyId : null,
    holderPersonId: holder.kind === 'officer' ? holder.personId : null,
    parcelId: holder.kind === 'post' ? (holder.parcel?.id ?? null) : null,
    heldSince: since,
    givenBy,
    offer,
    fate
  }
}

export type NewAct = {
  kind: ActKind
  by: Actor
  at: Temporal.Instant
  way: Way
  to?: Holder | undefined
  listId?: string | undefined
  reason?: string | undefined
  fate?: Fate | undefined
  signature?: Signature | undefined
}

/** What happened to one original, checked against what came before, kept with the hash of the chain. @returns it as it is now */
export async function saveAct(tx: Tx, original: Original, act: NewAct): Promise<Original> {
  const { kind, by, at, way, to, listId, reason = '', fate, signature } = act
  const checked: Act = { kind, at, by, to, listId, fate }
  const custody = follow(custodyIn(original), checked, original.code)
  const seq = original.actCount + 1
  const went = kind === 'confirmed' ? custody.holder : to
  const from = original.actCount === 0 ? null : original.holder
  const facts = {
    seq,
    from,
    to: went ?? null,
    way,
    reason,
    listId: listId ?? null,
    signature: signature ?? null
  }
  const head = await appendAudit(tx, {
    chain: original.id,
    head: { count: original.auditCount, hash: original.auditHash },
    entries: [{ by, at, action: `original_${kind}`, facts: JSON.parse(JSON.stringify(facts)) }]
  })
  await tx.insert(originalHandovers).values({
    originalId: original.id,
    seq,
    kind,
    at,
    byId: by.id,
    byName: by.name,
    byRole: by.role,
    from,
    to: went ?? null,
    listId: listId ?? null,
    way,
    reason,
    fate: fate ?? null,
    signature: signature ?? null
  })
  const [saved] = await tx
    .update(originals)
    .set({
      ...columnsOf(custody),
      ...(kind === 'kept' && { fateReason: reason }),
      actCount: seq,
      auditHash: head.hash,
      auditCount: head.count
    })
    .where(eq(originals.id, original.id))
    .returning()
  return saved!
}

/** @returns undefined when this paper was written down before: a job may run twice */
export async function insertOriginal(
  tx: Tx,
  values: NewOriginal,
  first: Omit<NewAct, 'kind'> & { to: Holder }
): Promise<Original | undefined> {
  const custody: Custody = { holder: first.to, since: first.at, givenBy: first.by.name, offer: null, fate: first.fate ?? 'with_result' }
  const [made] = await tx
    .insert(originals)
    .values({ ...values, ...columnsOf(custody) })
    .onConflictDoNothing({ target: [originals.paperId, originals.copyNumber] })
    .returning()
  return made && saveAct(tx, made, { ...first, kind: 'registered' })
}

/** Held until the transaction ends, in one order, so that two bundles cannot block each other. */
export async function lockOriginals(tx: Tx, ids: readonly string[]): Promise<Original[]> {
  if (ids.length === 0) return []
  return tx
    .select()
    .from(originals)
    .where(inArray(originals.id, [...ids]))
    .orderBy(originals.id)
    .for('update')
}

/** @throws Refusal ORIGINAL_NOT_FOUND */
export async function lockOriginal(tx: Tx, id: string): Promise<Original> {
  const [original] = await lockOriginals(tx, [id])
  if (!original) throw new Refusal('ORIGINAL_NOT_FOUND', { code: '' })
  return original
}

export async function lockOriginalsByCode(tx: Tx, codes: readonly string[]): Promise<Original[]> {
  if (codes.length === 0) return []
  return tx
    .select()
    .from(originals)
    .where(inArray(originals.code, [...codes]))
    .orderBy(originals.id)
    .for('update')
}

export async function lockOriginalsOfDossier(tx: Tx, dossierId: string): Promise<Original[]> {
  return tx.select().from(originals).where(eq(originals.dossierId, dossierId)).orderBy(originals.id).for('update')
}

/** What travels in a parcel, and what was offered to the post for it. */
export async function lockOriginalsOfParcel(tx: Tx, parcelId: string): Promise<Original[]> {
  return tx
    .select()
    .from(originals)
    .where(sql`${originals.parcelId} = ${parcelId}::uuid or (${originals.offer} #>> '{to,parcel,id}') = ${parcelId}`)
    .orderBy(originals.id)
    .for('update')
}

/** Lists on which something waits for the post to take a parcel, in one order. */
export async function listsOfParcel(tx: Tx, parcelId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: handOverLines.listId })
    .from(handOverLines)
    .where(and(sql`(${handOverLines.parcel} ->> 'id') = ${parcelId}`, eq(handOverLines.outcome, 'pending')))
    .orderBy(handOverLines.listId)
  return rows.map(({ id }) => id)
}

/** The next number of an agency's day; the row is held until the commit: no gap, no duplicate. */
export async function nextListNumber(tx: Tx, { agencyId, day }: { agencyId: string; day: Temporal.PlainDate }): Promise<number> {
  const [row] = await tx
    .insert(handOverNumbers)
    .values({ agencyId, day, last: 1 })
    .onConflictDoUpdate({ target: [handOverNumbers.agencyId, handOverNumbers.day], set: { last: sql`${handOverNumbers.last} + 1` } })
    .returning({ last: handOverNumbers.last })
  return row!.last
}

/** @returns the list that is there already when the form was sent twice */
export async function insertList(tx: Tx, values: typeof handOverLists.$inferInsert & { id: string }): Promise<HandOverList> {
  const [made] = await tx.insert(handOverLists).values(values).onConflictDoNothing({ target: handOverLists.id }).returning()
  return made ?? (await lockList(tx, values.id))
}

/** @throws Refusal HAND_OVER_NOT_FOUND */
export async function lockList(tx: Tx, id: string): Promise<HandOverList> {
  const [list] = await tx.select().from(handOverLists).where(eq(handOverLists.id, id)).for('update')
  if (!list) throw new Refusal('HAND_OVER_NOT_FOUND', { id })
  return list
}

export async function updateList(tx: Tx, id: string, changes: Partial<Omit<HandOverList, 'id' | 'number'>>): Promise<HandOverList> {
  const [saved] = await tx.update(handOverLists).set(changes).where(eq(handOverLists.id, id)).returning()
  return saved!
}

/** @returns whether the line is new */
export async function insertLine(tx: Tx, values: typeof handOverLines.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(handOverLines).values(values).onConflictDoNothing().returning({ id: handOverLines.originalId })
  return rows.length > 0
}

export async function deleteLine(tx: Tx, { listId, originalId }: { listId: string; originalId: string }): Promise<void> {
  await tx.delete(handOverLines).where(and(eq(handOverLines.listId, listId), eq(handOverLines.originalId, originalId)))
}

export async function updateLine(
  tx: Tx,
  { listId, originalId }: { listId: string; originalId: string },
  changes: Partial<Pick<HandOverLine, 'takenAt' | 'outcome' | 'reason'>>
): Promise<void> {
  await tx
    .update(handOverLines)
    .set(changes)
    .where(and(eq(handOverLines.listId, listId), eq(handOverLines.originalId, originalId)))
}

/** Of a list that is held: nobody else changes them until the commit. */
export async function linesOfHeld(tx: Tx, listId: string): Promise<HandOverLine[]> {
  return tx.select().from(handOverLines).where(eq(handOverLines.listId, listId)).orderBy(handOverLines.givenAt, handOverLines.originalId)
}

/** The open line of an original, on whatever list it is. */
export async function pendingLine(tx: Tx, originalId: string): Promise<HandOverLine | undefined> {
  const [line] = await tx
    .select()
    .from(handOverLines)
    .where(and(eq(handOverLines.originalId, originalId), eq(handOverLines.outcome, 'pending')))
  return line
}
