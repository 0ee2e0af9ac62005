// A number is given once: the block's next number and the dossier that gets it are written in one transaction, so no tab and no crash gives it twice.

import { dayOf } from '../../../kernel/time.ts'
import { acceptOffline, signContent, toSecond } from '../../../outages/accepting.ts'
import type { Knowledge, OfflineContent } from '../../../outages/types.ts'
import { box, countWaiting, fact, houseTime, type KeptItem, type KeptLease, keepFact } from './box.ts'

/** Made once; its private half can be used and never read, not even by us. */
export async function machineKey(): Promise<CryptoKeyPair> {
  const kept = await fact('key')
  if (kept) return kept
  const made = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  await keepFact('key', made)
  return made
}

export async function sign(bytes: Uint8Array): Promise<Uint8Array> {
  const { privateKey } = await machineKey()
  return new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, new Uint8Array(bytes)))
}

const hasRoom = ({ next, last, closed }: KeptLease) => !closed && next <= last

/** Numbers left of a day. */
export async function leftOn(day: string): Promise<number> {
  const leases = await (await box()).getAll('leases')
  return leases.filter((lease) => lease.day === day && hasRoom(lease)).reduce((sum, { next, last }) => sum + last - next + 1, 0)
}

type Accepting = { id: string; body: OfflineContent['body']; knowledge: Knowledge; name: string; procedure: string }

/** @returns the dossier with its number and receipt; `undefined` when no number of today is left */
export async function give({ id, body, knowledge, name, procedure }: Accepting): Promise<KeptItem | undefined> {
  const db = await box()
  const at = toSecond(await houseTime())
  const day = dayOf(at).toString()
  const tx = db.transaction(['leases', 'items'], 'readwrite')
  const before = await tx.objectStore('items').get(id)
  const leases = (await tx.objectStore('leases').getAll()).filter(
    (lease) => lease.day === day && lease.staffId === knowledge.staff.id && hasRoom(lease)
  )
  const lease = leases.sort((a, b) => a.first - b.first)[0]
  // The same form once more, or one that was refused and is mended: its number and its time are on a receipt already.
  if (!before && !lease) return undefined
  const item: KeptItem = before
    ? { ...before, body, name, procedure, state: 'given' }
    : { id, lease: lease!.id, number: lease!.next, at: at.toString(), state: 'given', code: '', name, procedure, body }
  if (!before) await tx.objectStore('leases').put({ ...lease!, next: lease!.next + 1 })
  await tx.objectStore('items').put(item)
  await tx.done
  return complete(item, knowledge)
}

/** Signs what has its number. Torn off before this, it is done when the screen opens again. */
export async function complete(item: KeptItem, knowledge: Knowledge): Promise<KeptItem> {
  const db = await box()
  const lease = (await db.get('leases', item.lease))!
  const { code, ...sent } = await acceptOffline({
    id: item.id,
    knowledge,
    lease,
    number: item.number,
    at: Temporal.Instant.from(item.at),
    body: item.body!,
    sign
  })
  const signed: KeptItem = { ...item, state: 'signed', code, sent, sentence: undefined }
  await db.put('items', signed)
  await countWaiting()
  return signed
}

/** Given up at the desk with a reason; the house is told, so that the number stays accounted for. */
export async function giveUp(item: KeptItem, reason: string): Promise<void> {
  const content = { ...(JSON.parse(item.sent!.content) as OfflineContent), voided: reason }
  await (await box()).put('items', {
    ...item,
    state: 'signed',
    voided: reason,
    sent: await signContent(content, sign),
    sentence: undefined
  })
  await countWaiting()
}
