// Whoever hangs up before a live page is answered takes no place away from those who stay.
import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { openTestContext } from '../helpers/context.ts'

const each = 70

t.test('connections that are gone before the answer are not counted for ever', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const url = `http://127.0.0.1:${port}/man-hinh/STTTT/luong`
  await (await fetch(`http://127.0.0.1:${port}/man-hinh/STTTT`)).text()

  for (let n = 0; n < each; n++) {
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('GET /man-hinh/STTTT/luong HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', () => socket.resetAndDestroy())
    await once(socket, 'close')
  }
  // One page more is asked after them, so that all of them have been seen by the house.
  await (await fetch(`http://127.0.0.1:${port}/man-hinh/STTTT`)).text()
  const leaving = new AbortController()
  const stays = await fetch(url, { signal: leaving.signal })
  leaving.abort()

  t.equal(stays.status, 200)
})
