// How often one client, or one address without a key, may call; said in the RateLimit headers of every answer.
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { networkOf } from '../kernel/network.ts'
import { Refusal } from '../kernel/refusal.ts'

/** Calls in a minute. A client's is what one server of an integrator needs at its busiest hour; an address may be a whole office. */
export type Limits = { perClient: number; perAddress: number }
export const usualLimits: Limits = { perClient: 3000, perAddress: 600 }

export async function limitRates(app: FastifyInstance, { perClient, perAddress }: Limits): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    enableDraftSpec: true,
    max: ({ client }) => (client ? perClient : perAddress),
    keyGenerator: ({ client, ip }) => client?.id ?? networkOf(ip),
    errorResponseBuilder: (_request, { ttl }) => new Refusal('TOO_MANY_TRIES', { seconds: Math.ceil(ttl / 1000) })
  })
}
