// A small carrier: orders, tracking numbers, journeys and what it tells us. No HTTP here; the clock is given to it.
import { createHash } from 'node:crypto'
import type { OrderRef, PostInstruction, PostOrder, RawStatus } from '../post.ts'
import { journey, journeyAfter, type Script, type Step } from './journeys.ts'

export type Scan = RawStatus & { eventId: string; ref: string }
export type Order = {
  order: PostOrder
  ref: string
  trackingNumber: string
  fee: number
  createdAt: string
  script: Script
  done: number
  cancelled: boolean
  lastAt: string
  /** What the recipient asked for, and how many steps were done by then. */
  instruction?: { asked: PostInstruction; after: number }
}
export type Snapshot = { orders: Order[]; scans: Scan[]; scripts: Record<string, Script> }

/** Conversation the carrier can have; HTTP is in server.ts. */
export type Carrier = ReturnType<typeof openCarrier>

const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** UPU S10: eight digits and their check digit; 10 is written 0 and 11 is written 5. */
export function s10(prefix: string, serial: number): string {
  const digits = String(serial).padStart(8, '0')
  const rest = 11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)
  return `${prefix}${digits}${rest === 10 ? 0 : rest === 11 ? 5 : rest}VN`
}

const numberOf = (text: string, below: number) => createHash('sha256').update(text).digest().readUInt32BE(0) % below

export function openCarrier({
  now,
  script = 'happy',
  from
}: {
  now: () => Temporal.Instant
  script?: Script
  from?: Snapshot | undefined
}) {
  const orders = new Map<string, Order>((from?.orders ?? []).map((order) => [order.order.ourRef, order]))
  const scripts = new Map<string, Script>(Object.entries(from?.scripts ?? {}))
  const scans: Scan[] = [...(from?.scans ?? [])]

  function find(ref: string): Order | undefined {
    return orders.get(ref) ?? orders.values().find((order) => order.ref === ref || order.trackingNumber === ref)
  }

  /** The same reference is the same order, however often it is sent; other contents under it are a conflict. */
  function place(order: PostOrder): { order: Order; created: boolean } | 'conflict' {
    const before = orders.get(order.ourRef)
    if (before) return JSON.stringify(before.order) === JSON.stringify(order) ? { order: before, created: false } : 'conflict'
    let serial = numberOf(order.ourRef, 1e8)
    while (orders.values().some((one) => one.trackingNumber.slice(2, 10) === String(serial).padStart(8, '0'))) serial = (serial + 1) % 1e8
    const at = now().toString()
    const made: Order = {
      order,
      ref: `BD-${String(serial).padStart(8, '0')}`,
      trackingNumber: s10(order.kind === 'pickup' ? 'EP' : 'EH', serial),
      // Published tariff of one province, one way, up to 100 g: 26.000 to 30.000 đ.
      fee: 30000,
      createdAt: at,
      script: scripts.get(order.ourRef) ?? script,
      done: 0,
      cancelled: false,
      lastAt: at
    }
    orders.set(order.ourRef, made)
    return { order: made, created: true }
  }

  function lifeOf({ order, script, instruction }: Order): Step[] {
    const planned = journey(order.kind, script)
    return instruction ? [...planned.slice(0, instruction.after), ...journeyAfter(instruction.asked)] : planned
  }

  function isOver(order: Order): boolean {
    return order.cancelled || order.done >= lifeOf(order).length
  }

  /** While it lies at the office after a visit that failed; the same wish twice is one, another takes its place. */
  function instruct(ref: string, asked: PostInstruction): 'taken' | 'too_late' | undefined {
    const order = find(ref)
    if (!order) return undefined
    if (order.instruction?.asked.id === asked.id) return 'taken'
    const last = scans.findLast((scan) => scan.ref === order.ref)?.code
    if (last !== 'NOT_DELIVERED' && last !== 'KEPT_FOR_COLLECTION' && last !== 'QUESTION') return 'too_late'
    order.instruction = { asked, after: order.done }
    return 'taken'
  }

  /** Only before it was collected: afterwards there is only the way back. */
  function cancel(ref: string): 'cancelled' | 'already' | 'too_late' | undefined {
    const order = find(ref)
    if (!order) return undefined
    if (order.cancelled) return 'already'
    if (scans.some((scan) => scan.ref === order.ref && scan.code === 'COLLECTED')) return 'too_late'
    order.cancelled = true
    return 'cancelled'
  }

  /** One step of a parcel's life; undefined when it is over. */
  function advance(order: Order): Scan | undefined {
    if (isOver(order)) return undefined
    const step = lifeOf(order)[order.done]!
    order.done += 1
    // Scans of one parcel never share an instant, even when many steps are asked for at once.
    const earliest = Temporal.Instant.from(order.lastAt).add({ milliseconds: 1 })
    const at = Temporal.Instant.compare(now(), earliest) > 0 ? now() : earliest
    order.lastAt = at.toString()
    const { sealed, received, ...words } = step
    const scan: Scan = {
      ...words,
      ref: order.ref,
      eventId: `${order.ref}-${order.done}`,
      ourRef: order.order.ourRef,
      carrierRef: order.ref,
      trackingNumber: order.trackingNumber,
      occurredLocal: at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toString({ timeZoneName: 'never' })
    }
    if (sealed)
      Object.assign(scan, {
        slipNumber: `PG-${order.trackingNumber.slice(2, 10)}`,
        sealNumber: `NP-${order.trackingNumber.slice(6, 11)}`,
        count: order.order.contents.length
      })
    if (received) scan.receiver = receiverOf(order)
    scans.push(scan)
    return scan
  }

  function receiverOf({ order, script, instruction }: Order) {
    const goesBack = instruction ? instruction.asked.way === 'return' : script === 'returned'
    const party = goesBack ? order.sender : order.recipient
    return {
      name: party.name,
      idType: 'Căn cước',
      idLast4: String(numberOf(party.name, 10000)).padStart(4, '0'),
      method: 'seen' as const,
      code: true,
      signature: true
    }
  }

  return {
    find,
    place,
    cancel,
    instruct,
    advance,
    all: (): Order[] => [...orders.values()],
    open: (): Order[] =>
      orders
        .values()
        .filter((order) => !isOver(order))
        .toArray(),
    /** Chooses a parcel's life, before or after it is ordered. */
    choose(ref: string, chosen: Script) {
      const order = find(ref)
      scripts.set(order?.order.ourRef ?? ref, chosen)
      if (order) order.script = chosen
    },
    /** Scans after a cursor, oldest first. */
    tracking(since: number, limit = 100) {
      const items = scans.slice(since, since + limit)
      return { items, next: String(since + items.length) }
    },
    snapshot: (): Snapshot => ({ orders: [...orders.values()], scans, scripts: Object.fromEntries(scripts) })
  }
}

export function refOf(order: Order): Omit<OrderRef, 'orderedAt'> & { orderedAt: string; cancelled: boolean } {
  return {
    ourRef: order.order.ourRef,
    carrierRef: order.ref,
    trackingNumber: order.trackingNumber,
    fee: order.fee,
    orderedAt: order.createdAt,
    cancelled: order.cancelled
  }
}
