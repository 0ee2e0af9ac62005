// A stop that finishes what people have begun: open requests are answered, idle connections let go.
import type { FastifyInstance } from 'fastify'

/**
 * Fastify waits for keep-alive connections that nobody uses (9 s seen), and forcing them kills requests in flight.
 * So: once closing, every answer ends its connection and idle ones are closed every 100 ms.
 * An upload that stopped half-way would hold the stop for minutes: after `patienceMs` it is cut off.
 */
export function closeGently(app: FastifyInstance, { patienceMs = 20_000 } = {}): void {
  let isClosing = false
  let timer: NodeJS.Timeout | undefined
  let lastCall: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    isClosing = true
    timer = setInterval(() => app.server.closeIdleConnections(), 100)
    lastCall = setTimeout(() => app.server.closeAllConnections(), patienceMs)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    clearTimeout(lastCall)
  })
}
