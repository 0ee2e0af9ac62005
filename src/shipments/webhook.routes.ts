// Where carriers call: raw bytes in, 200 out, the reading later. The web process knows only how to check a signature.

import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import type { VerifyWebhook } from '../../services/post/post.ts'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from '../web/guard.ts'
import { receiveWebhook } from './actions/receive-webhook.ts'

/** One for each carrier that may call; `path` is its whole address, whose last part cannot be guessed. */
export type WebhookDoor = { carrier: string; path: string; verify: VerifyWebhook }

/** Larger than any message seen, small enough to be kept as it is. */
const bodyLimit = 256 * 1024

export const webhookRoutes: FastifyPluginAsync<{ doors: readonly WebhookDoor[] }> = async (app, { doors }) => {
  admit(app, 'bearer')
  // In this scope only: a signature covers the bytes, and JSON written again is other bytes.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post<{ Params: { carrier: string; secret: string }; Body: Buffer | undefined }>(
    '/hooks/postal/:carrier/:secret',
    { bodyLimit },
    async (request, reply) => {
      const { carrier, secret } = request.params
      const door = doors.find((one) => one.carrier === carrier && same(one.path, `/hooks/postal/${carrier}/${secret}`))
      if (!door) throw new Refusal('PAGE_NOT_FOUND')
      const raw = request.body ?? new Uint8Array()
      const verdict = door.verify(request.headers, raw, app.context.now())
      const { authorization: _, cookie: __, ...told } = request.headers
      const headers = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)]))
      const result = await receiveWebhook(app.context, { carrier, verdict, raw, headers, ip: request.ip })
      return reply.send({ result })
    }
  )
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
