// A post without any interface: the order is a line in our own book, and every state is recorded on the operator's page.
// First-class, because a contract with the post may give nothing else.
import type { OrderRef, PostalAdapter } from './post.ts'
import { mapBy, standardStatuses } from './status-map.ts'

/** `fee` in đồng as agreed for the city; `now` for the time of the order. */
export function manualPost({ fee, now }: { fee: number; now: () => Temporal.Instant }): PostalAdapter {
  const refOf = (ourRef: string): OrderRef => ({ ourRef, carrierRef: ourRef, trackingNumber: ourRef, fee, orderedAt: now() })
  return {
    code: 'manual',
    can: { cancel: true, findByOurRef: false, poll: false, webhook: false, instruct: false },
    createOrder: async (order) => ({ ok: true, value: refOf(order.ourRef) }),
    findByOurRef: async () => ({ ok: true, value: null }),
    cancel: async () => ({ ok: true, value: 'cancelled' }),
    // Nobody to tell: the wish stands on the postman's own page.
    instruct: async () => ({ ok: false, kind: 'rejected', code: 'NOT_OFFERED', message: 'this post has no interface' }),
    track: async (since) => ({ ok: true, value: { items: [], next: since } }),
    verifyWebhook: () => ({ verdict: 'bad' }),
    parseWebhook: () => [],
    mapStatus: (raw) => mapBy(standardStatuses, raw)
  }
}
