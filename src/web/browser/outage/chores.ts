// While there is a network: numbers for the day, what must be known, the screen itself; and whatever waits is sent.

import { toBase64Url } from '../../../documents/signed-bytes.ts'
import { dayOf } from '../../../kernel/time.ts'
import { isLow } from '../../../outages/rules.ts'
import type { HeldLease, Knowledge, Outcome } from '../../../outages/types.ts'
import { box, countWaiting, fact, houseTime, type KeptItem, keepFact, prepared } from './box.ts'
import { complete, leftOn, machineKey } from './numbers.ts'

type Session = { csrf: string; staffId: string; agency: string; now: string; days: string[] }

/** The house said no, in its own words. */
export class SaidNo extends Error {
  readonly status: number
  constructor(status: number, title: string) {
    super(title)
    this.status = status
  }
}

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`/quay/ngoai-tuyen/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    cache: 'no-store',
    signal: AbortSignal.timeout(30_000)
  })
  const said = await answer.json()
  if (!answer.ok) throw new SaidNo(answer.status, said.title ?? String(answer.status))
  return said as Answer
}

/** Who is signed in, what time it is at the house, for which days numbers are lent. */
async function openSession(): Promise<Session> {
  const session = await ask<Session>('phien')
  await keepFact('ahead', Date.parse(session.now) - Date.now())
  return session
}

type Lent = { leases: (HeldLease & { staffId: string; agency: string })[]; waiting: number }

async function fetchNumbers({ csrf, days }: Session): Promise<void> {
  const { publicKey } = await machineKey()
  const deviceKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)))
  const clock = new Date().toISOString()
  // The worker puts the city's seal under each block; a moment later it is there.
  for (let tries = 0; tries < 5; tries++) {
    const left = Object.fromEntries(await Promise.all(days.map(async (day) => [day, await leftOn(day)] as const)))
    if (days.every((day) => !isLow(left[day]!))) return
    const held = await (await box()).getAllKeys('leases')
    const lent = await ask<Lent>('so', { _csrf: csrf, deviceKey, left, held, clock })
    await keepLeases(lent)
    if (lent.waiting === 0) return
    await new Promise((done) => setTimeout(done, 700 * (tries + 1)))
  }
}

async function keepLeases({ leases }: Lent): Promise<void> {
  const db = await box()
  const tx = db.transaction('leases', 'readwrite')
  for (const lease of leases) if (!(await tx.store.get(lease.id))) await tx.store.put({ ...lease, next: lease.first })
  await tx.done
}

const everyMinutes = 20

/** Once in a while, or at once when somebody asks. */
export async function prepare({ now = false } = {}): Promise<void> {
  const last = (await fact('lastChores')) ?? 0
  if (!now && Date.now() - last < everyMinutes * 60_000) return
  await keepFact('lastChores', Date.now())
  const session = await openSession()
  await navigator.serviceWorker.register('/quay/sw.js', { scope: '/quay/' })
  await fetchNumbers(session)
  const db = await box()
  for (const day of session.days) await db.put('knowledge', await ask<Knowledge>(`du-lieu?ngay=${day}`))
  const known = new Set(session.days)
  for (const day of await db.getAllKeys('knowledge')) if (!known.has(day) && !(await needsDay(day))) await db.delete('knowledge', day)
  localStorage.setItem(prepared, '1')
}

/** Until everything of a day is sent, its papers and fees must be at hand: somebody may have to mend one. */
async function needsDay(day: string): Promise<boolean> {
  const items = await (await box()).getAll('items')
  return items.some(({ at, state }) => state !== 'accepted' && state !== 'voided' && dayOf(Temporal.Instant.from(at)).toString() === day)
}

const atOnce = 20

/** Sends what waits, oldest first. @returns how many came to rest */
export async function sendWaiting(): Promise<number> {
  const sent = await navigator.locks.request('ngoai-tuyen.gui', { ifAvailable: true }, async (lock) => (lock ? sendAll() : 0))
  await countWaiting()
  return sent
}

async function sendAll(): Promise<number> {
  const db = await box()
  await completeTorn()
  const waiting = (await db.getAll('items'))
    .filter(({ state }) => state === 'signed' || state === 'refused')
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const today = dayOf(await houseTime()).toString()
  const toClose = (await db.getAll('leases')).some(({ closed, day }) => closed || day < today)
  if (waiting.length === 0 && !toClose) return 0
  // What its clock says is compared before it is set right.
  const clock = (await houseTime()).toString()
  const { csrf } = await openSession()
  let settled = 0
  for (let from = 0; from < waiting.length; from += atOnce) {
    const bundle = waiting.slice(from, from + atOnce)
    const items = bundle.map(({ sent }) => sent!)
    const { outcomes } = await ask<{ outcomes: Outcome[] }>('dong-bo', { _csrf: csrf, clock, items })
    for (const [i, outcome] of outcomes.entries()) {
      await keepOutcome(bundle[i]!, outcome)
      if (outcome.state !== 'refused') settled++
    }
  }
  await closeOld(csrf)
  return settled
}

/** Whatever tore the page away between the number and the signature. */
export async function completeTorn(): Promise<void> {
  const db = await box()
  for (const item of await db.getAllFromIndex('items', 'state', 'given')) {
    const knowledge = await db.get('knowledge', dayOf(Temporal.Instant.from(item.at)).toString())
    if (knowledge) await complete(item, knowledge)
  }
}

/** Settled: what the house has need not lie here as well. Refused: kept whole, with the house's words. */
async function keepOutcome(item: KeptItem, { state, code, sentence }: Outcome): Promise<void> {
  const { id, lease, number, at } = item
  const kept: KeptItem =
    state === 'refused'
      ? { ...item, state, sentence }
      : { id, lease, number, at, state, code: code ?? item.code, name: '', procedure: item.procedure, voided: item.voided }
  await (await box()).put('items', kept)
}

/** A block whose day is over and whose dossiers have all come in gives its unused numbers back; then nothing of it stays here. */
async function closeOld(csrf: string, { all = false } = {}): Promise<void> {
  const db = await box()
  const today = dayOf(await houseTime()).toString()
  for (const lease of await db.getAll('leases')) {
    const items = (await db.getAll('items')).filter((item) => item.lease === lease.id)
    const isOver = all || lease.day < today
    if (!isOver || items.some(({ state }) => state !== 'accepted' && state !== 'voided')) continue
    const unused = Array.from({ length: Math.max(0, lease.last - lease.next + 1) }, (_, i) => lease.next + i)
    await db.put('leases', { ...lease, closed: true })
    await ask('tra-so', { _csrf: csrf, lease: lease.id, unused })
    const tx = db.transaction(['leases', 'items'], 'readwrite')
    await tx.objectStore('leases').delete(lease.id)
    for (const { id } of items) await tx.objectStore('items').delete(id)
    await tx.done
  }
}

/** The machine is a desk no more: numbers go back, the worker and everything kept goes. @throws while something waits to be sent */
export async function retire(): Promise<void> {
  await sendWaiting()
  if ((await countWaiting()) > 0) throw new SaidNo(409, '')
  const { csrf } = await openSession()
  await closeOld(csrf, { all: true })
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  for (const name of await caches.keys()) if (name.startsWith('ngoai-tuyen-')) await caches.delete(name)
  const db = await box()
  for (const store of ['facts', 'knowledge', 'leases', 'items'] as const) await db.clear(store)
  localStorage.removeItem(prepared)
}
