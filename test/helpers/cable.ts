// The network cable of one desk: everything its browser asks goes through it, until somebody pulls it out of the wall.
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Test } from 'tap'

/** `change`: what the far end says instead, for a test of a new version. */
export async function layCable(t: Test, address: string, { change }: { change?: (path: string, text: string) => string } = {}) {
  const sockets = new Set<Socket>()
  let port = 0
  let server: Server | undefined

  async function plug() {
    server = createServer((asked, answer) => {
      const { hostname, port: far } = new URL(address)
      const onward = request(
        {
          hostname,
          port: far,
          path: asked.url,
          method: asked.method,
          headers: { ...asked.headers, ...(change && { 'accept-encoding': 'identity' }) }
        },
        (got) => {
          if (!change || !/javascript/.test(got.headers['content-type'] ?? '')) {
            answer.writeHead(got.statusCode!, got.headers)
            got.pipe(answer)
            return
          }
          const parts: Buffer[] = []
          got.on('data', (part: Buffer) => parts.push(part))
          got.on('end', () => {
            const body = Buffer.from(change(asked.url!, Buffer.concat(parts).toString()))
            answer.writeHead(got.statusCode!, { ...got.headers, 'content-length': body.length })
            answer.end(body)
          })
        }
      )
      onward.on('error', () => answer.destroy())
      asked.pipe(onward)
    })
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    await new Promise<void>((done) => server!.listen(port, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  }
  async function pull() {
    const closed = new Promise((done) => server!.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await plug()
  t.teardown(() => pull())
  return { address: `http://127.0.0.1:${port}`, pull, plug }
}
