// ClamAV's INSTREAM over TCP or a local socket: "zINSTREAM", pieces each with their length before them, a piece of length 0, one line back.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Scanner, Verdict } from './scanner.ts'

const longestPiece = 64 * 1024

function* piecesOf(chunk: Uint8Array): Iterable<Buffer> {
  for (let at = 0; at < chunk.length; at += longestPiece) {
    const piece = chunk.subarray(at, at + longestPiece)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    yield Buffer.concat([length, piece])
  }
}

/** `tcp://host:3310` or `unix:/run/clamav/clamd.sock` */
function addressOf(url: string) {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) }
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port || 3310) }
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR` */
function verdictOf(answer: string): Verdict {
  const text = answer.replace(/\0/g, '').trim()
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1]
  if (found) return { result: 'infected', name: found }
  if (text === 'stream: OK') return { result: 'clean' }
  return { result: 'not_scanned', why: text.slice(0, 200) || 'no answer' }
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  const write = async (bytes: Buffer | string) => {
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
  await write('zINSTREAM\0')
  for await (const chunk of content) {
    for (const piece of piecesOf(chunk)) await write(piece)
    // Leaving the loop closes what is being read.
    if (socket.destroyed) return
  }
  await write(Buffer.alloc(4))
}

/** @param milliseconds how long somebody may be kept waiting */
export function clamav({ url, milliseconds = 20_000 }: { url: string; milliseconds?: number }): Scanner {
  const ask = async (content: AsyncIterable<Uint8Array>): Promise<Verdict> => {
    const socket = connect({ ...addressOf(url), timeout: milliseconds })
    const stop = setTimeout(() => socket.destroy(new Error('too slow')), milliseconds)
    let answer = ''
    const answered = new Promise<void>((resolve, reject) => {
      socket.on('data', (bytes: Buffer) => {
        answer += bytes.toString('utf8')
        if (answer.includes('\0')) resolve()
      })
      socket.once('end', resolve)
      socket.once('error', reject)
      socket.once('close', resolve)
    })
    try {
      // It may answer before it has everything: a virus in the first piece, or more than it takes.
      await Promise.race([answered, Promise.all([send(socket, content), answered])])
      return verdictOf(answer)
    } finally {
      clearTimeout(stop)
      socket.destroy()
    }
  }
  return {
    scan: (content) => ask(content).catch((error: Error) => ({ result: 'not_scanned', why: error.message.slice(0, 200) || 'not reached' }))
  }
}
