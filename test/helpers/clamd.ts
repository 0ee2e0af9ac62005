// A small real server that speaks ClamAV's INSTREAM over TCP and finds what the test tells it to find.
import { createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

type Answer = (content: Buffer) => string | undefined

/** clamd as its manual describes it: zINSTREAM, pieces with four bytes of length, an empty piece, one line that ends with NUL. */
export async function aScanner(t: Test, answer: Answer, { limit = Number.POSITIVE_INFINITY } = {}) {
  const seen: { command: string; pieces: number[] }[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let held: Buffer = Buffer.alloc(0)
    const content: Buffer[] = []
    const heard = { command: '', pieces: [] as number[] }
    seen.push(heard)
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes])
      if (!heard.command && held.includes(0)) {
        heard.command = held.subarray(0, held.indexOf(0)).toString()
        held = held.subarray(held.indexOf(0) + 1)
      }
      while (heard.command && held.length >= 4) {
        const length = held.readUInt32BE()
        if (length === 0) {
          const said = answer(Buffer.concat(content))
          if (said) socket.end(`${said}\0`)
          return
        }
        if (held.length < 4 + length) return
        heard.pieces.push(length)
        content.push(Buffer.from(held.subarray(4, 4 + length)))
        held = held.subarray(4 + length)
        if (Buffer.concat(content).length > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((done) => server.close(done))
  })
  const { port } = server.address() as { port: number }
  return { url: `tcp://127.0.0.1:${port}`, seen }
}
