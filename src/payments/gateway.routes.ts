// Where the gateway tells us what became of a payment (IPN). Money moves here and nowhere else.
import type { FastifyPluginAsync } from 'fastify'
import { recordNotice } from './actions/record-notice.ts'
import { type ReplyCode, replies } from './rules.ts'
import type { PayDesk } from './types.ts'

/** One value for each name; a name sent twice was not sent by the gateway. */
export const singleValues = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  )

export const gatewayRoutes: FastifyPluginAsync<{ pay: PayDesk }> = async (app, { pay: { gate } }) => {
  if (!gate) return
  app.get(`/hooks/payment/${gate.code}`, async (request): Promise<{ RspCode: ReplyCode; Message: string }> => {
    const raw = request.url.split('?')[1] ?? ''
    const notice = gate.read(singleValues(request.query))
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
