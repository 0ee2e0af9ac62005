// A browser that sends a file piece by piece (tus 1.0), and loses the network exactly when told.
import { type IncomingMessage, request } from 'node:http'

export type Sender = { address: string; cookie: string }
type Answer = { status: number; headers: IncomingMessage['headers']; body: string }
type Asked = { method: string; path: string; headers?: Record<string, string>; body?: Uint8Array; cut?: Promise<unknown> }

/** @param cut the socket is destroyed when this resolves; the answer is then `undefined` */
function ask({ address, cookie }: Sender, { method, path, headers = {}, body, cut }: Asked): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const all = { cookie, 'tus-resumable': '1.0.0', accept: 'application/json', ...headers }
    const asked = request(new URL(path, address), { method, headers: all }, (answer) => {
      let text = ''
      answer.on('data', (bytes) => {
        text += bytes
      })
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }))
      answer.on('error', reject)
    })
    asked.on('error', (error) => (cut ? resolve(undefined) : reject(error)))
    void cut?.then(() => {
      asked.destroy()
      resolve(undefined)
    })
    if (body) asked.write(body)
    // Cut off, it never comes to its end.
    if (!cut) asked.end()
  })
}

/** Announces a file. @returns the answer; its `location` is where the pieces go */
export const announce = (sender: Sender, { size, name, headers = {} }: { size: number; name: string; headers?: Record<string, string> }) =>
  ask(sender, {
    method: 'POST',
    path: '/tai-len',
    headers: {
      'upload-length': String(size),
      'upload-metadata': `name ${Buffer.from(name).toString('base64')}`,
      'content-length': '0',
      ...headers
    }
  }) as Promise<Answer>

/** How many bytes have arrived; `undefined` when there is no such upload for this person. */
export async function offsetOf(sender: Sender, path: string): Promise<number | undefined> {
  const { headers } = (await ask(sender, { method: 'HEAD', path })) as Answer
  return headers['upload-offset'] === undefined ? undefined : Number(headers['upload-offset'])
}

const pieceHeaders = (offset: number, length: number) => ({
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
  'content-length': String(length)
})

/** Everything from `offset` on. */
export const sendRest = (sender: Sender, { path, bytes, offset }: { path: string; bytes: Uint8Array; offset: number }) =>
  ask(sender, {
    method: 'PATCH',
    path,
    headers: pieceHeaders(offset, bytes.length - offset),
    body: bytes.subarray(offset)
  }) as Promise<Answer>

type Cut = { path: string; bytes: Uint8Array; offset: number; until: number; arrived: Promise<unknown> }

/** Says it sends everything, sends up to `until`, and is gone once that has arrived. */
export const sendAndVanish = (sender: Sender, { path, bytes, offset, until, arrived }: Cut) =>
  ask(sender, {
    method: 'PATCH',
    path,
    headers: pieceHeaders(offset, bytes.length - offset),
    body: bytes.subarray(offset, until),
    cut: arrived
  })

export type Result = { id: string; name: string; size: number; sha256: string; mediaType: string }

export async function resultAt(
  sender: Sender,
  path: string
): Promise<{ status: number; body: Result & { code?: string; title?: string } }> {
  const { status, body } = (await ask(sender, { method: 'GET', path: `${path}/ket-qua` })) as Answer
  return { status, body: JSON.parse(body) }
}
