// For whoever watches the process: alive, and ready to be sent people.
import type { FastifyPluginAsync } from 'fastify'
import { Refusal } from '../kernel/refusal.ts'
import { admit } from './guard.ts'

/** `isReady` turns true when everything is open and false again when the process begins to stop. */
export const healthRoutes: FastifyPluginAsync<{ isReady: () => boolean }> = async (app, { isReady }) => {
  admit(app, 'anybody')
  const quiet = { logLevel: 'warn', schema: { hide: true } } as object
  app.get('/health/live', quiet, async () => ({ status: 'ok' }))
  app.get('/health/ready', quiet, async () => {
    if (!isReady()) throw new Refusal('SERVICE_UNAVAILABLE')
    await app.context.db.execute('select 1').catch((cause: unknown) => {
      app.log.warn({ err: cause }, 'the database does not answer')
      throw new Refusal('SERVICE_UNAVAILABLE')
    })
    return { status: 'ok' }
  })
}
