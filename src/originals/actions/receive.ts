// The receiver's half: scan (or count) what came, say what did not, sign. From here the papers are the receiver's, and only these.
import type { Actor } from '../../accounts/roles.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mayReceive } from '../custody.ts'
import { insertLine, linesOfHeld, lockList, lockOriginals, lockOriginalsByCode, saveAct, updateLine, updateList } from '../store.ts'
import type { HandOverLine, HandOverList } from '../table.ts'
import type { Signature } from '../types.ts'

/** @throws Refusal HAND_OVER_NOT_FOUND for anybody else, HAND_OVER_OVER when somebody was quicker */
async function holdForMe(tx: Tx, { listId, by }: { listId: string; by: Actor }): Promise<HandOverList> {
  const list = await lockList(tx, listId)
  // The post and the citizen sign at the giver's desk (handOutside) or by the post's own scan; nobody signs for them here.
  const inside = list.receiver.kind === 'desk' || list.receiver.kind === 'officer'
  if (!inside || !mayReceive(list.receiver, by)) throw new Refusal('HAND_OVER_NOT_FOUND', { id: listId })
  if (list.state !== 'offered') throw new Refusal('HAND_OVER_OVER', { number: list.number })
  return list
}

export type Taken = { code: string; scan: 'taken' | 'already' | 'extra' | 'unknown' }

/** Scans one after another; nothing changes hands before the signature. What is not on the list is written down beside it. */
export function scanOnReceipt(
  context: Context,
  { listId, codes, by }: { listId: string; codes: readonly string[]; by: Actor }
): Promise<Taken[]> {
  return context.db.transaction(async (tx) => {
    await holdForMe(tx, { listId, by })
    const lines = new Map((await linesOfHeld(tx, listId)).map((line) => [line.originalId, line]))
    const found = new Map((await lockOriginalsByCode(tx, codes)).map(({ code, id }) => [code, id]))
    const at = context.now()
    const taken: Taken[] = []
    for (const code of codes) {
      const originalId = found.get(code)
      const line = originalId ? lines.get(originalId) : undefined
      if (!originalId) taken.push({ code, scan: 'unknown' })
      else if (!line) {
        await insertLine(tx, { listId, originalId, takenAt: at, outcome: 'extra' })
        taken.push({ code, scan: 'extra' })
      } else {
        if (!line.takenAt) await updateLine(tx, { listId, originalId }, { takenAt: at })
        taken.push({ code, scan: line.takenAt ? 'already' : 'taken' })
      }
    }
    return taken
  })
}

/** Why a line was not taken: it was not in the bundle, or it was not wanted (damaged, another paper). */
export type Difference = { outcome: 'missing' | 'refused'; reason: string }
type Receipt = {
  listId: string
  by: Actor
  /** Not every code scanned, but the whole pile counted: it must be the number on the list. */
  counted?: number | undefined
  differences?: ReadonlyMap<string, Difference>
  signature?: Signature | undefined
}

/** With the list signed by an officer, a paper dossier has left the desk (NĐ 61/2018 Đ18.2). */
async function tellProcess(tx: Tx, { dossierIds, by, at }: { dossierIds: readonly string[]; by: string; at: Temporal.Instant }) {
  const jobs = dossierIds.map((dossierId) => ({ name: 'process.originals' as const, payload: { dossierId, by, at: at.toString() } }))
  await enqueue(tx, jobs, at)
}

/** @throws Refusal HAND_OVER_UNACCOUNTED when a line is neither scanned nor explained */
export function receiveHandOver(
  context: Context,
  { listId, by, counted, differences = new Map(), signature }: Receipt
): Promise<HandOverList> {
  return context.db.transaction(async (tx) => {
    const { receiver, createdBy } = await holdForMe(tx, { listId, by })
    const lines = await linesOfHeld(tx, listId)
    const offered = lines.filter(({ outcome }) => outcome === 'pending')
    const wholePile = counted !== undefined && counted === offered.length
    const isTaken = ({ originalId, takenAt }: HandOverLine) => (takenAt !== null || wholePile) && !differences.has(originalId)
    const silent = offered.filter((line) => !isTaken(line) && !differences.get(line.originalId)?.reason.trim())
    if (silent.length > 0) throw new Refusal('HAND_OVER_UNACCOUNTED', { count: silent.length })
    const at = context.now()
    const byId = new Map(offered.map((line) => [line.originalId, line]))
    const dossierIds = new Set<string>()
    for (const original of await lockOriginals(tx, [...byId.keys()])) {
      dossierIds.add(original.dossierId)
      const line = byId.get(original.id)!
      const one = { listId, originalId: original.id }
      if (isTaken(line)) {
        await saveAct(tx, original, { kind: 'confirmed', by, at, way: line.takenAt ? 'scan' : 'count', listId })
        await updateLine(tx, one, { takenAt: line.takenAt ?? at, outcome: 'confirmed' })
      } else {
        const { outcome, reason } = differences.get(original.id)!
        await saveAct(tx, original, { kind: 'not_received', by, at, way: 'hand', listId, reason })
        await updateLine(tx, one, { takenAt: null, outcome, reason })
      }
    }
    if (receiver.kind === 'officer') await tellProcess(tx, { dossierIds: [...dossierIds], by: createdBy, at })
    const whole = offered.every(isTaken) && !lines.some(({ outcome }) => outcome === 'extra')
    return updateList(tx, listId, {
      state: whole ? 'received' : 'received_with_differences',
      receivedAt: at,
      receivedBy: signature ?? { name: by.name, id: by.id }
    })
  })
}
