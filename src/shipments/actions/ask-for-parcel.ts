// The recipient says how to receive what could not be handed over: kept, told to the post, and shown in the story of the parcel. Pressed twice it is one wish.
import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { after, checkWish, type Wish } from '../rules.ts'
import { insertWish, lockLink, lockShipment, openWish, useLink } from '../store.ts'
import type { ParcelWish, Shipment } from '../table.ts'
import { recordEvents } from './follow.ts'
import { choicesFor } from './parcel-choices.ts'

/** By the link itself, by the link and a code sent to the phone, or signed in. */
export type Way = { via: 'link' | 'code'; tokenHash: string } | { via: 'account' }
export type Asked = { shipmentId: string; wish: Wish } & Way

/** @throws Refusal PARCEL_WISH_NOT_OPEN, PARCEL_LINK_USED, PARCEL_LINK_GONE, FORM_INCOMPLETE */
export async function askForParcel(context: Context, asked: Asked): Promise<ParcelWish> {
  const { shipmentId, wish, via } = asked
  return context.db.transaction(async (tx) => {
    const parcel = await lockShipment(tx, shipmentId)
    const before = await openWish(tx, shipmentId)
    const isSame = before && before.attempt === parcel.attempts && sameWish(before, wish)
    if (isSame) return before
    const at = context.now()
    if (asked.via !== 'account') {
      const link = await lockLink(tx, asked.tokenHash)
      if (!link || link.shipmentId !== shipmentId || Temporal.Instant.compare(link.expiresAt, at) <= 0)
        throw new Refusal('PARCEL_LINK_GONE')
      if (link.usedAt && asked.via === 'link') throw new Refusal('PARCEL_LINK_USED')
    }
    const { days } = await choicesFor({ ...context, db: tx }, parcel)
    checkWish(parcel, wish, days)
    if (asked.via !== 'account') await useLink(tx, asked.tokenHash, at)
    const id = context.newId()
    const { onDay, phone, receiverName, relation, address, way } = wish
    const texts = { phone: phone || null, receiverName: receiverName || null, relation: relation || null, address: address || null }
    const saved = await insertWish(tx, {
      id,
      shipmentId,
      attempt: parcel.attempts,
      way,
      onDay: way === 'redeliver' ? onDay! : null,
      ...texts,
      via,
      createdAt: at
    })
    await recordEvents(tx, context, { locked: [parcel], rows: [noteOf(saved, parcel, at)] })
    await enqueue(
      tx,
      [
        { name: 'shipment.instruct', payload: { wishId: id }, key: `shipment.instruct:${id}` },
        { name: 'notice.parcel_wish', payload: { wishId: id }, key: `notice.parcel_wish:${id}` }
      ],
      at
    )
    return saved
  })
}

function sameWish(one: ParcelWish, other: Wish): boolean {
  const texts = ['phone', 'receiverName', 'relation', 'address'] as const
  const sameDay = one.way !== 'redeliver' || String(one.onDay) === String(other.onDay)
  return one.way === other.way && sameDay && texts.every((name) => (one[name] ?? '') === (other[name] ?? ''))
}

function noteOf({ id, way, onDay }: ParcelWish, parcel: Shipment, now: Temporal.Instant) {
  const at = after(now, parcel.lastEventAt)
  return {
    shipmentId: parcel.id,
    kind: 'note' as const,
    leg: parcel.leg,
    occurredAt: at,
    occurredLocal: at.toString(),
    receivedAt: now,
    detail: { wish: { way, ...(onDay && { onDay: onDay.toString() }) } },
    source: 'citizen' as const,
    trust: 'authenticated_user' as const,
    actor: { type: 'user' as const, id: 'recipient' },
    carrier: parcel.carrier,
    dedupeKey: `wish:${id}`
  }
}
