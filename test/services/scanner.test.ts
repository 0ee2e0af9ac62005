// A real server that speaks INSTREAM: what it finds becomes a verdict; what it does not answer in time is a fact, not a failure.
import t from 'tap'
import { clamav } from '../../services/scanner/clamav.ts'
import { aScanner } from '../helpers/clamd.ts'

async function* inChunks(...chunks: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks
}

t.test('a file without a virus is clean, and every byte of it was looked at', async (t) => {
  let received = Buffer.alloc(0)
  const { url, seen } = await aScanner(t, (content) => {
    received = Buffer.from(content)
    return 'stream: OK'
  })
  const big = Buffer.alloc(200_000, 'a')

  const verdict = await clamav({ url }).scan(inChunks(big, Buffer.from('het')))

  t.same(verdict, { result: 'clean' })
  t.ok(received.equals(Buffer.concat([big, Buffer.from('het')])))
  t.equal(seen[0]!.command, 'zINSTREAM')
  t.ok(Math.max(...seen[0]!.pieces) <= 65_536, 'in small pieces')
})

t.test('a virus is named', async (t) => {
  const { url } = await aScanner(t, (content) => (content.includes('EICAR') ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK'))

  t.same(await clamav({ url }).scan(inChunks(Buffer.from('X5O!EICAR'))), { result: 'infected', name: 'Win.Test.EICAR_HDB-1' })
})

t.test('more than the scanner takes is not scanned, and says why', async (t) => {
  const { url } = await aScanner(t, () => 'stream: OK', { limit: 100_000 })

  const verdict = await clamav({ url }).scan(inChunks(Buffer.alloc(300_000), Buffer.alloc(300_000)))

  t.match(verdict, { result: 'not_scanned' })
})

t.test('a scanner that is silent keeps nobody waiting for ever', async (t) => {
  const { url } = await aScanner(t, () => undefined)

  t.match(await clamav({ url, milliseconds: 150 }).scan(inChunks(Buffer.from('a'))), { result: 'not_scanned', why: 'too slow' })
})

t.test('where nobody listens the file is not scanned', async (t) => {
  t.match(await clamav({ url: 'tcp://127.0.0.1:1' }).scan(inChunks(Buffer.from('a'))), { result: 'not_scanned' })
  t.match(await clamav({ url: 'unix:/khong/co' }).scan(inChunks(Buffer.from('a'))), { result: 'not_scanned' })
})
