// Where the gateway tells us what became of a payment (IPN). Money moves here and nowhere else.

import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { admit } from '../web/guard.ts'
import { limitTries } from '../web/tries.ts'
import { recordNotice } from './actions/record-notice.ts'
import { type ReplyCode, replies } from './rules.ts'
import type { PayDesk } from './types.ts'

/** False notices of one address that are kept in ten minutes: enough to see what somebody tries, too few to fill the disk. */
const falseKept = 30

export const queryOf = ({ url }: Pick<FastifyRequest, 'url'>): string => url.replace(/^[^?]*\??/, '')

/** One value for each name. A name sent twice was not sent by the gateway: it is left out, and the signature fails for want of it. */
export function singleValues(query: string): Record<string, string> {
  const named = Map.groupBy(new URLSearchParams(query), ([name]) => name)
  return Object.fromEntries([...named.values()].flatMap(([pair, ...more]) => (pair && more.length === 0 ? [pair] : [])))
}

export const gatewayRoutes: FastifyPluginAsync<{ pay: PayDesk }> = async (app, { pay: { gate } }) => {
  admit(app, 'bearer')
  if (!gate) return
  const limit = limitTries(app, { max: falseKept, seconds: 600, by: ({ ip }) => `notice ${ip}` })
  const mayKeep = (request: FastifyRequest) =>
    limit(request).then(
      () => true,
      () => false
    )
  app.get(`/hooks/payment/${gate.code}`, async (request): Promise<{ RspCode: ReplyCode; Message: string }> => {
    const told = singleValues(queryOf(request))
    const [notice, raw] = [gate.read(told), gate.kept(told)]
    if (!notice.genuine && !(await mayKeep(request))) return { RspCode: '97', Message: replies['97'] }
    try {
      const RspCode = await recordNotice(app.context, { gateway: gate.code, notice, raw, ip: request.ip })
      return { RspCode, Message: replies[RspCode] }
    } catch (error) {
      // Not heard as far as the gateway is concerned: it tells us again.
      request.log.error({ err: error, txnRef: notice.txnRef }, 'a notice of payment could not be booked')
      return { RspCode: '99', Message: replies['99'] }
    }
  })
}
