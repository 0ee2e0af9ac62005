// The giver's half of a hand-over: open a list, scan each original onto it, sign; or take it back before anybody confirmed.
import { type Actor, actsAs } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { requireFields } from '../../dossiers/application.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/time.ts'
import { isGone, isSame } from '../custody.ts'
import { listNumber } from '../rules.ts'
import {
  deleteLine,
  insertLine,
  insertList,
  linesOfHeld,
  lockList,
  lockOriginals,
  lockOriginalsByCode,
  nextListNumber,
  pendingLine,
  saveAct,
  updateLine,
  updateList
} from '../store.ts'
import type { HandOverLine, HandOverList, Original } from '../table.ts'
import type { Carrier, Desk, Holder, Officer, Receiver, Signature } from '../types.ts'
import { deskOf } from './register.ts'

/** Whose hands somebody gives from: clerks from their desk, officers from their own. */
export async function sideOf(tx: Tx | Context['db'], by: Actor): Promise<Desk | Officer> {
  const desk = await deskOf(tx, by.agencyId!)
  if (actsAs(by.role, 'clerk')) return desk
  return { ...desk, kind: 'officer', personId: by.id, personName: by.name }
}

type Opening = { id: string; to: Receiver; by: Actor; note?: string }

/** Inside a transaction. `id` is the form's: pressing twice opens one list. */
export async function openListIn(tx: Tx, context: Context, { id, to, by, note = '' }: Opening): Promise<HandOverList> {
  const giver = await sideOf(tx, by)
  if (isSame(giver, to)) throw new Refusal('ORIGINAL_SAME_HOLDER', { code: '' })
  const at = context.now()
  const { code } = await getAgencyById(tx, giver.agencyId)
  const day = dayOf(at)
  return insertList(tx, {
    id,
    number: listNumber(code, day, await nextListNumber(tx, { agencyId: giver.agencyId, day })),
    agencyId: giver.agencyId,
    giver,
    receiver: to,
    receiverKind: to.kind,
    receiverAgencyId: 'agencyId' in to ? to.agencyId : null,
    receiverPersonId: to.kind === 'officer' ? to.personId : null,
    state: 'open',
    note,
    createdAt: at,
    createdById: by.id,
    createdBy: by.name
  })
}

export const openHandOver = (context: Context, opening: Opening): Promise<HandOverList> =>
  context.db.transaction((tx) => openListIn(tx, context, opening))

/** The list, held, for somebody who may give from it. @throws Refusal HAND_OVER_NOT_FOUND, HAND_OVER_OVER */
async function holdMine(tx: Tx, { listId, by, states }: { listId: string; by: Actor; states: readonly HandOverList['state'][] }) {
  const list = await lockList(tx, listId)
  const mine = isSame(list.giver, await sideOf(tx, by))
  if (!mine) throw new Refusal('HAND_OVER_NOT_FOUND', { id: listId })
  if (!states.includes(list.state)) throw new Refusal('HAND_OVER_OVER', { number: list.number })
  return list
}

/** What became of one scan, in the words of `scanWords`. */
export type Scan = 'added' | 'already' | 'unknown' | 'elsewhere' | 'on_its_way' | 'gone' | 'no_parcel' | 'other_person'
export type Scanned = { code: string; scan: Scan; original?: Original | undefined }

/** Where a paper may leave from: the desk also from its shelves. */
const isAt = (giver: Holder, holder: Holder): boolean =>
  isSame(giver, holder) || (giver.kind === 'desk' && holder.kind === 'shelf' && giver.agencyId === holder.agencyId)

type Scans = {
  listId: string
  codes: readonly string[]
  by: Actor
  /** The parcel in which an original of this dossier leaves, for a list to the post. */
  parcelOf?: (dossierId: string) => Promise<Carrier['parcel']>
}

/** Each scan is answered for itself: one wrong code does not lose the others. */
export function scanForHandOver(context: Context, { listId, codes, by, parcelOf }: Scans): Promise<Scanned[]> {
  return context.db.transaction(async (tx) => {
    const list = await holdMine(tx, { listId, by, states: ['open'] })
    const found = new Map((await lockOriginalsByCode(tx, codes)).map((original) => [original.code, original]))
    const scanned: Scanned[] = []
    const lines = await linesOfHeld(tx, listId)
    let dossierId = (
      await lockOriginals(
        tx,
        lines.slice(0, 1).map(({ originalId }) => originalId)
      )
    )[0]?.dossierId
    for (const code of codes) {
      const original = found.get(code)
      const wrong = original ? await whyNot(tx, list, original) : 'unknown'
      const parcel = !wrong && list.receiver.kind === 'post' ? await parcelOf?.(original!.dossierId) : undefined
      let scan: Scan = wrong ?? 'added'
      if (!wrong && list.receiver.kind === 'post' && !parcel) scan = 'no_parcel'
      // A citizen signs for one dossier's papers, never for somebody else's.
      if (!wrong && list.receiver.kind === 'citizen' && dossierId && dossierId !== original!.dossierId) scan = 'other_person'
      if (scan === 'added') {
        await insertLine(tx, { listId, originalId: original!.id, givenAt: context.now(), parcel: parcel ?? null, outcome: 'pending' })
        dossierId ??= original!.dossierId
      }
      scanned.push({ code, scan, original })
    }
    return scanned
  })
}

async function whyNot(tx: Tx, list: HandOverList, original: Original): Promise<Scan | undefined> {
  const pending = await pendingLine(tx, original.id)
  if (pending?.listId === list.id) return 'already'
  if (pending || original.offer) return 'on_its_way'
  if (isGone(original.holder)) return 'gone'
  return isAt(list.giver, original.holder) ? undefined : 'elsewhere'
}

export function dropScan(context: Context, { listId, originalId, by }: { listId: string; originalId: string; by: Actor }): Promise<void> {
  return context.db.transaction(async (tx) => {
    await holdMine(tx, { listId, by, states: ['open'] })
    await deleteLine(tx, { listId, originalId })
  })
}

type Signed = { listId: string; by: Actor; signature?: Signature | undefined }

const receiverOf = ({ receiver }: HandOverList, { parcel }: HandOverLine): Receiver =>
  receiver.kind === 'post' && parcel ? { ...receiver, parcel } : receiver

/** Every line is offered; the papers are still the giver's until the other side confirms. Inside a transaction that holds the list. */
export async function offerLines(
  tx: Tx,
  context: Context,
  list: HandOverList,
  { by, signature }: Omit<Signed, 'listId'>
): Promise<HandOverList> {
  const lines = await linesOfHeld(tx, list.id)
  if (lines.length === 0) throw new Refusal('HAND_OVER_EMPTY')
  const at = context.now()
  const byId = new Map(lines.map((line) => [line.originalId, line]))
  for (const original of await lockOriginals(tx, [...byId.keys()])) {
    // Moved on since it was scanned: then this is not the hand it comes from.
    if (!isAt(list.giver, original.holder)) throw new Refusal('ORIGINAL_NOT_YOURS', { code: original.code })
    await saveAct(tx, original, { kind: 'offered', by, at, way: 'scan', listId: list.id, to: receiverOf(list, byId.get(original.id)!) })
  }
  return updateList(tx, list.id, { state: 'offered', offeredAt: at, offeredBy: signature ?? { name: by.name, id: by.id } })
}

/** The giver signs. For the desk of another agency or an officer: they confirm at /ban-goc/nhan. */
export const offerHandOver = (context: Context, { listId, by, signature }: Signed): Promise<HandOverList> =>
  context.db.transaction(async (tx) => {
    const list = await holdMine(tx, { listId, by, states: ['open'] })
    // A citizen signs at the desk or not at all; the post may also scan its parcel later.
    if (list.receiver.kind === 'citizen') throw new Refusal('ORIGINAL_BOTH_SIDES')
    return offerLines(tx, context, list, { by, signature })
  })

/** The postman or the citizen stands at the desk and signs at once: both sides in one act. */
export function handOutside(
  context: Context,
  { listId, by, signature, receiver }: Signed & { receiver: Signature }
): Promise<HandOverList> {
  return context.db.transaction(async (tx) => {
    const list = await holdMine(tx, { listId, by, states: ['open'] })
    if (list.receiver.kind !== 'post' && list.receiver.kind !== 'citizen') throw new Refusal('ORIGINAL_BOTH_SIDES')
    requireFields({ receiver: receiver.name.trim() ? undefined : 'NAME_REQUIRED' })
    await offerLines(tx, context, list, { by, signature })
    const at = context.now()
    for (const original of await lockOriginals(
      tx,
      (await linesOfHeld(tx, listId)).map(({ originalId }) => originalId)
    )) {
      await saveAct(tx, original, { kind: 'confirmed', by, at, way: 'signature', listId, signature: receiver })
      await updateLine(tx, { listId, originalId: original.id }, { takenAt: at, outcome: 'confirmed' })
    }
    return updateList(tx, listId, { state: 'received', receivedAt: at, receivedBy: receiver })
  })
}

/** Before the other side has confirmed: everything stays where it is. A list nobody offered is dropped. */
export function callBack(context: Context, { listId, by, reason }: { listId: string; by: Actor; reason: string }): Promise<HandOverList> {
  return context.db.transaction(async (tx) => {
    const list = await holdMine(tx, { listId, by, states: ['open', 'offered'] })
    const lines = await linesOfHeld(tx, listId)
    const offered = list.state === 'offered'
    if (offered) requireFields({ reason: reason.trim() ? undefined : 'REASON_REQUIRED' })
    const at = context.now()
    for (const original of await lockOriginals(
      tx,
      lines.map(({ originalId }) => originalId)
    )) {
      if (offered) await saveAct(tx, original, { kind: 'called_back', by, at, way: 'hand', listId, reason })
      if (offered) await updateLine(tx, { listId, originalId: original.id }, { outcome: 'called_back', reason })
      else await deleteLine(tx, { listId, originalId: original.id })
    }
    return updateList(tx, listId, { state: offered ? 'called_back' : 'dropped', note: reason || list.note })
  })
}
