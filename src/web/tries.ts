// How often somebody may try: a limit that says no with our own sentence and the seconds to wait.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { networkOf } from '../kernel/network.ts'
import { Refusal } from '../kernel/refusal.ts'

type Limit = { max: number; seconds: number; by: (request: FastifyRequest) => string }

/** Counts a try of `by(request)`. Several limits may be asked in one request. @throws Refusal TOO_MANY_TRIES */
export function limitTries(app: FastifyInstance, { max, seconds, by }: Limit): (request: FastifyRequest) => Promise<void> {
  const check = app.createRateLimit({
    max,
    timeWindow: seconds * 1000,
    keyGenerator: (request: FastifyRequest) => by(request).replace(request.ip, networkOf(request.ip))
  })
  return async (request) => {
    const tried = await check(request)
    if (!tried.isAllowed && tried.isExceeded) throw new Refusal('TOO_MANY_TRIES', { seconds: tried.ttlInSeconds })
  }
}
