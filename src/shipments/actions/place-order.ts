// The post is told, once, however often this job runs: the key is claimed before the call, and a doubtful call is looked up, never repeated.
import { createHash } from 'node:crypto'
import type { OrderRef, Outcome, PostOrder } from '../../../services/post/post.ts'
import { ServiceError } from '../../../services/service-error.ts'
import type { Context, Outside } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { claimOrderKey, lockShipment, releaseOrderKey, saveOrderKey, saveOrderRef } from '../store.ts'
import type { NewShipmentEvent, Shipment } from '../table.ts'
import { type Recorded, recordEvents } from './follow.ts'

/** Longer than a look-up and an order can take (10 s each): after this a claim belongs to a process that died. */
const leaseSeconds = 30

/** Job `shipment.order`. @throws ServiceError when the post cannot be reached or its answer is in doubt: run again later */
export async function placeOrder(
  context: Context,
  { post }: Pick<Outside, 'post'>,
  { shipmentId }: { shipmentId: string }
): Promise<Recorded | undefined> {
  const claim = await context.db.transaction((tx) => claimOrder(tx, context, shipmentId))
  if (!claim) return undefined
  const { shipment, order, inDoubt } = claim

  const outcome = inDoubt ? await findOrSend(post, order) : await post.createOrder(order, order.ourRef)
  const recorded = await context.db.transaction((tx) => saveOutcome(tx, context, shipment.id, outcome))
  if (!outcome.ok && outcome.kind !== 'rejected') {
    const { kind, message } = outcome
    throw new ServiceError('post', `${kind}: ${message}`, {
      retry: kind !== 'auth',
      after: kind === 'retryable' ? outcome.after : undefined
    })
  }
  return recorded
}

type Claim = { shipment: Shipment; order: PostOrder; inDoubt: boolean }

async function claimOrder(tx: Tx, context: Context, shipmentId: string): Promise<Claim | undefined> {
  const shipment = await lockShipment(tx, shipmentId)
  if (shipment.status !== 'draft' && shipment.status !== 'order_failed') return undefined
  const { ourRef: key, kind, sender, recipient, contents, proofProfile } = shipment
  const order: PostOrder = { ourRef: key, kind, sender, recipient, contents, proofProfile }
  const at = context.now()
  const requestHash = createHash('sha256').update(JSON.stringify(order)).digest('hex')
  const claimed = await claimOrderKey(tx, { key, requestHash, at })
  if (claimed === true) return { shipment, order, inDoubt: false }
  const held = claimed.state === 'claimed' && Temporal.Instant.compare(claimed.updatedAt.add({ seconds: leaseSeconds }), at) > 0
  if (held) throw new ServiceError('post', 'the same order is being placed at this moment', { retry: true, after: leaseSeconds })
  await saveOrderKey(tx, key, { state: 'claimed', requestHash, updatedAt: at })
  // Somebody before us may have been heard: a crash between call and save, or a call without an answer.
  return { shipment, order, inDoubt: claimed.state !== 'rejected' }
}

async function findOrSend(post: Outside['post'], order: PostOrder): Promise<Outcome<OrderRef>> {
  if (!post.can.findByOurRef) return post.createOrder(order, order.ourRef)
  const found = await post.findByOurRef(order.ourRef)
  // The question could be answered by nobody, so the doubt stays.
  if (!found.ok) return { ok: false, kind: 'unknown', message: found.kind === 'rejected' ? found.code : found.message }
  return found.value ? { ok: true, value: found.value } : post.createOrder(order, order.ourRef)
}

async function saveOutcome(tx: Tx, context: Context, shipmentId: string, outcome: Outcome<OrderRef>): Promise<Recorded | undefined> {
  const shipment = await lockShipment(tx, shipmentId)
  const at = context.now()
  if (outcome.ok) {
    await saveOrderKey(tx, shipment.ourRef, { state: 'done', orderRef: outcome.value.carrierRef, updatedAt: at })
    await saveOrderRef(tx, shipment.id, outcome.value)
    // The carrier's clock, like its scans: an order cannot come after what was done about it.
    const ordered = await record(tx, context, shipment, {
      status: 'ordered',
      occurredAt: outcome.value.orderedAt,
      dedupeKey: `order:${shipment.ourRef}`
    })
    // Withdrawn while we were on the telephone: the order that was just made is called off.
    if (ordered?.shipment.status === 'cancelled') {
      await enqueue(tx, [{ name: 'shipment.call_off', payload: { dossierId: shipment.dossierId, moveSeq: 0 } }], at)
    }
    return ordered
  }
  if (outcome.kind === 'rejected') {
    await saveOrderKey(tx, shipment.ourRef, { state: 'rejected', updatedAt: at })
    const reasonText = `${outcome.code}: ${outcome.message}`
    return record(tx, context, shipment, {
      status: 'order_failed',
      occurredAt: at,
      reasonText,
      dedupeKey: `order:${shipment.ourRef}:failed:${at}`
    })
  }
  if (outcome.kind === 'unknown') await saveOrderKey(tx, shipment.ourRef, { state: 'unknown', updatedAt: at })
  else await releaseOrderKey(tx, shipment.ourRef)
  return undefined
}

type Told = Pick<NewShipmentEvent, 'status' | 'occurredAt' | 'reasonText' | 'dedupeKey'>

async function record(tx: Tx, context: Context, shipment: Shipment, told: Told): Promise<Recorded | undefined> {
  const row: NewShipmentEvent = {
    ...told,
    shipmentId: shipment.id,
    kind: 'status',
    leg: 'forward',
    occurredLocal: told.occurredAt.toString(),
    receivedAt: context.now(),
    source: 'system',
    trust: 'signed',
    actor: { type: 'system', id: 'shipment.order' },
    carrier: shipment.carrier
  }
  const [recorded] = await recordEvents(tx, context, { locked: [shipment], rows: [row] })
  return recorded
}
