// The job that tells the post what the recipient wants. A post without an interface reads it on its own page, so it knows at once.
import { ServiceError } from '../../../services/service-error.ts'
import type { Context, Outside } from '../../context.ts'
import { findShipmentById, findWish } from '../queries.ts'
import { saveWish } from '../store.ts'

/** Job `shipment.instruct`. @throws ServiceError when the post cannot be reached: run again later */
export async function instructPost(context: Context, { post }: Pick<Outside, 'post'>, { wishId }: { wishId: string }): Promise<void> {
  const wish = await findWish(context.db, wishId)
  // Another wish took its place meanwhile; that one has its own job.
  if (!wish || wish.replacedAt || wish.toldAt || wish.refusedAt) return
  const parcel = (await findShipmentById(context.db, wish.shipmentId))!
  const done = (values: Parameters<typeof saveWish>[2]) => context.db.transaction((tx) => saveWish(tx, wishId, values))
  if (!post.can.instruct || parcel.carrier !== post.code) return done({ toldAt: context.now() })
  const { id, way, onDay, phone, receiverName, relation, address } = wish
  const outcome = await post.instruct(parcel.ourRef, {
    id,
    way: way === 'desk' ? 'return' : way,
    ...(onDay && { day: onDay.toString() }),
    ...(phone && { phone }),
    ...(address && { address }),
    ...(receiverName && { receiver: { name: receiverName, relation: relation ?? '' } })
  })
  if (outcome.ok) return done(outcome.value === 'taken' ? { toldAt: context.now() } : { refusedAt: context.now(), refusedText: 'too_late' })
  if (outcome.kind === 'rejected')
    return done({ refusedAt: context.now(), refusedText: `${outcome.code}: ${outcome.message}`.slice(0, 500) })
  throw new ServiceError('post', outcome.message, { retry: outcome.kind !== 'auth' })
}
