// Starting and stopping as an operator does: requests in flight are answered, restarts lose nothing, mistakes are one sentence.
import { spawnSync } from 'node:child_process'
import { createServer, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { emptyDataDir, startShop } from '../helpers/shop.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Starts and ends: what was printed, and the exit code. */
function start(env: Record<string, string>) {
  const { PATH, HOME } = process.env as Record<string, string>
  const { status, stderr } = spawnSync(process.execPath, [main], {
    env: { PATH, HOME, LOG_LEVEL: 'error', ...env } as NodeJS.ProcessEnv,
    encoding: 'utf8',
    timeout: 60_000
  })
  return { status, lines: stderr.trim().split('\n'), text: stderr }
}

t.test('SIGTERM with a request in flight: it is answered, then the shop closes with 0 and opens again with everything', async (t) => {
  const shop = await startShop()
  const { port } = new URL(shop.address)
  // Half a form is sent; the shop is told to stop; the other half still counts.
  const body = 'code=000.00.18.H24-260302-0001&last4=1234'
  const answer = new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
    const half = request(
      {
        port,
        host: '127.0.0.1',
        path: '/tra-cuu',
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', 'content-length': body.length }
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode!, connection: response.headers.connection }))
      }
    )
    half.on('error', reject)
    half.write(body.slice(0, 10))
    setTimeout(() => half.end(body.slice(10)), 700)
  })
  await fetch(`${shop.address}/health/ready`)
  const closed = new Promise<number | null>((resolve) => {
    setTimeout(() => resolve(shop.stop()), 300)
  })

  t.match(await answer, { status: 404, connection: 'close' })
  t.equal(await closed, 0)

  const again = await startShop({ dataDir: shop.dataDir })
  t.equal((await fetch(`${again.address}/health/ready`)).status, 200)
  t.equal(again.apiKey, shop.apiKey, 'the demo key is the same')
  t.equal(await again.stop(), 0)
})

t.test('a port in use: one sentence and exit code 1', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }

  const { status, lines, text } = start({ PORT: String(port), DATA_DIR: await emptyDataDir() })
  other.close()

  t.equal(status, 1)
  t.equal(lines.length, 1, text)
  t.match(text, new RegExp(`Cổng ${port}`))
})

t.test('no database at the address given: one sentence and exit code 1', async (t) => {
  const { status, text } = start({
    DATABASE_URL: 'postgres://ai:gi@127.0.0.1:1/khong',
    SESSION_SECRET: 'x'.repeat(40),
    BASE_URL: 'https://motcua.test',
    DATA_DIR: await emptyDataDir()
  })

  t.equal(status, 1)
  t.match(text, /DATABASE_URL/)
  t.notMatch(text, /\n\s+at /, 'never a stack trace')
})

t.test('wrong settings: each named, exit code 1', async (t) => {
  const { status, text } = start({ PORT: 'abc', LOG_LEVEL: 'loud' })

  t.equal(status, 1)
  t.match(text, /PORT/)
  t.match(text, /LOG_LEVEL/)
  t.notMatch(text, /\n\s+at /)
})
