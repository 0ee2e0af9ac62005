// Somebody's broken connection does not keep the house open.
import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import t from 'tap'
import { closeGently } from '../../src/web/closing.ts'

t.test('an upload that stopped half-way is cut off when the patience of the stop is over', { timeout: 10_000 }, async (t) => {
  const app = Fastify({ forceCloseConnections: false })
  closeGently(app, { patienceMs: 300 })
  app.post('/', async () => 'whole')
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const stalled = connect(Number(port), '127.0.0.1')
  const arrived = once(app.server, 'request')
  stalled.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nhalf')
  await arrived

  const cut = once(stalled, 'close')
  await app.close()

  await cut
  t.pass('closed')
})
