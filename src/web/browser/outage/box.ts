// What a desk's machine keeps: its key, what it was told, its numbers and every dossier it accepted; on its own disk, before anything is shown.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { HeldLease, Knowledge, OfflineContent, SentItem } from '../../../outages/types.ts'

export type KeptLease = HeldLease & { staffId: string; agency: string /** The next number nobody has. */; next: number; closed?: boolean }

/** `given`: has its number and waits for the signature, a moment after; `signed`: waits for the network. */
export type KeptState = 'given' | 'signed' | 'accepted' | 'refused' | 'voided'
export type KeptItem = {
  id: string
  lease: string
  number: number
  at: string
  state: KeptState
  code: string
  name: string
  procedure: string
  /** Forgotten once the house has it: nothing of a citizen stays on the machine. */
  body?: OfflineContent['body'] | undefined
  sent?: SentItem | undefined
  sentence?: string | undefined
  voided?: string | undefined
}

type Facts = {
  key: CryptoKeyPair
  /** How far the house's clock is ahead of the machine's, in milliseconds. */
  ahead: number
  lastChores: number
}

interface Schema extends DBSchema {
  facts: { key: string; value: Facts[keyof Facts] }
  knowledge: { key: string; value: Knowledge }
  leases: { key: string; value: KeptLease }
  items: { key: string; value: KeptItem; indexes: { state: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

export function box(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('mot-cua-ngoai-tuyen', 1, {
    upgrade(db) {
      db.createObjectStore('facts')
      db.createObjectStore('knowledge', { keyPath: 'day' })
      db.createObjectStore('leases', { keyPath: 'id' })
      db.createObjectStore('items', { keyPath: 'id' }).createIndex('state', 'state')
    }
  })
  return opened
}

export async function fact<Name extends keyof Facts>(name: Name): Promise<Facts[Name] | undefined> {
  return (await (await box()).get('facts', name)) as Facts[Name] | undefined
}
export async function keepFact<Name extends keyof Facts>(name: Name, value: Facts[Name]): Promise<void> {
  await (await box()).put('facts', value, name)
}

const count = 'ngoai-tuyen.cho-gui'

/** Every page may show how many wait without opening the box. */
export async function countWaiting(): Promise<number> {
  const db = await box()
  const [given, signed, refused] = await Promise.all(
    ['given', 'signed', 'refused'].map((state) => db.countFromIndex('items', 'state', state))
  )
  const waiting = given! + signed! + refused!
  localStorage.setItem(count, String(waiting))
  return waiting
}

/** What the machine is called by pages that only want to know whether it is one. */
export const prepared = 'ngoai-tuyen'

/** The clock of the house as far as the machine knows it. By Date, which stands still in a test of time. */
export async function houseTime(): Promise<Temporal.Instant> {
  return Temporal.Instant.fromEpochMilliseconds(Date.now() + ((await fact('ahead')) ?? 0))
}

/** What a browser must be able to do; an old one is told so plainly. */
export async function isAble(): Promise<boolean> {
  if (!('Temporal' in globalThis) || !('serviceWorker' in navigator) || !('locks' in navigator) || !('indexedDB' in globalThis))
    return false
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return true
  } catch {
    return false
  }
}
