// Asks the carrier what we may have missed: webhooks are lost when nobody was at home. What was told before changes nothing.
import { createHash } from 'node:crypto'
import { ServiceError } from '../../../services/service-error.ts'
import type { Context, Outside } from '../../context.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { findPollCursor } from '../queries.ts'
import { saveRaw } from '../store.ts'

/** Called when a worker starts and every few minutes after. @returns how many scans were fetched. @throws ServiceError when the carrier does not answer */
export async function pollTracking(context: Context, { post }: Pick<Outside, 'post'>): Promise<number> {
  if (!post.can.poll) return 0
  let fetched = 0
  for (;;) {
    const since = await findPollCursor(context.db, post.code)
    const outcome = await post.track(since)
    if (!outcome.ok) throw new ServiceError('post', `${outcome.kind}: ${outcome.message}`, { retry: outcome.kind !== 'auth' })
    const { items, next } = outcome.value
    if (items.length === 0 || next === since) return fetched
    fetched += items.length
    const body = Buffer.from(JSON.stringify(items))
    const receivedAt = context.now()
    const isNew = await context.db.transaction(async (tx) => {
      const bodyHash = createHash('sha256').update(body).digest('hex')
      const row = {
        carrier: post.code,
        transportId: `poll:${since ?? ''}:${next}`,
        bodyHash,
        body,
        headers: {},
        verdict: 'shared_secret' as const,
        receivedAt
      }
      const saved = await saveRaw(tx, row)
      if (saved)
        await enqueue(tx, [{ name: 'shipment.inbound', payload: { rawId: saved.id }, key: `shipment.inbound:${saved.id}` }], receivedAt)
      return saved !== undefined
    })
    // Another worker asks at the same time and has kept this page.
    if (!isNew) return fetched
  }
}
