// A stop that finishes what people have begun: open requests are answered, idle connections let go.
import type { FastifyInstance } from 'fastify'

/**
 * Fastify waits for keep-alive connections that nobody uses (9 s seen), and forcing them kills requests in flight.
 * So: once closing, every answer ends its connection and idle ones are closed every 100 ms.
 */
export function closeGently(app: FastifyInstance): void {
  let isClosing = false
  let timer: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    isClosing = true
    timer = setInterval(() => app.server.closeIdleConnections(), 100)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  app.addHook('onClose', async () => clearInterval(timer))
}
