// What a desk's browser keeps for the hour without a network: the empty screen and the worker behind it. Nobody's data, so open to anybody.
import type { FastifyPluginAsync } from 'fastify'
import { outageWorker } from '../web/assets.ts'
import { admit } from '../web/guard.ts'
import { emptyScreen } from './pages/outage.ts'

const screen = '/quay/ngoai-tuyen/khung'

export const outageScreenRoutes: FastifyPluginAsync = async (app) => {
  admit(app, 'anybody')

  app.get(screen, (request, reply) => {
    // The same bytes whoever asks: no session, no name, no token.
    const { locale, host } = request
    return reply.page(emptyScreen({ locale, host, path: screen }))
  })

  // Beside the pages it serves, so that its reach ends at /quay/; asked for anew at each visit, so that a new version is found.
  app.get('/quay/sw.js', (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(outageWorker([screen]))
  )
}
