// A file of 20 MB on a bad line: cut at 30, 60 and 90 %, the server killed in between; it goes on where it stopped and nothing is lost.
import { createHash, randomBytes } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { lookUpCode } from '../helpers/outbox.ts'
import { eventually } from '../helpers/parties.ts'
import { type Shop, startShop } from '../helpers/shop.ts'
import { announce, offsetOf, resultAt, type Sender, sendAndVanish, sendRest } from '../helpers/tus.ts'
import { openVisitor } from '../helpers/visitor.ts'

const size = 20 * 1024 * 1024
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A scan as a machine makes it: a PDF by its head, noise for the rest. */
function aScan(): Buffer {
  const bytes = randomBytes(size)
  bytes.write('%PDF-1.7\n', 0, 'latin1')
  return bytes
}

async function signedIn(shop: Shop, phone: string) {
  const visitor = openVisitor(shop.address)
  await visitor.get('/dang-nhap')
  await visitor.submit(/^\/dang-nhap/, { phone })
  const code = await eventually('the sign-in code', () => lookUpCode(shop, phone))
  await visitor.submit(/dang-nhap\/ma/, { code })
  return visitor
}

/** Waits until so many bytes of the only unfinished upload lie on the disk. */
const arrivedIn = ({ dataDir }: Shop, bytes: number) =>
  eventually(`${bytes} bytes`, async () => {
    const parts = join(dataDir, 'files', 'parts')
    const names = (await readdir(parts, { recursive: true })).filter((name) => /\/[0-9a-f-]{36}$/.test(name))
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(parts, name))).size))
    return sizes.some((one) => one >= bytes)
  })

t.test('an upload cut at 30, 60 and 90 % resumes with the right hash; kill -9 in the middle loses no draft', async (t) => {
  const shop = await startShop()
  t.teardown(() => shop.kill())
  const lan = await signedIn(shop, '0912480123')
  await lan.get('/nop/1.001193')
  await lan.submit('/nop/1.001193', { agency: '11302' })
  const draft = /^\/ho-so\/[0-9a-f-]{36}/.exec(lan.url.pathname)![0]
  await lan.get(`${draft}/nop/nguoi-nop`)
  await lan.submit(/nguoi-nop$/, { whom: 'self', 'filer.name': 'Nguyễn Thị Lan', 'filer.address': '18/7 Lạch Tray' })

  const bytes = aScan()
  let sender: Sender = { address: shop.address, cookie: lan.cookie }
  const path = (await announce(sender, { size, name: 'giay-chung-sinh.pdf' })).headers.location!
  const cutAt = async (share: number, at: Shop) => {
    const until = Math.round(size * share)
    const offset = (await offsetOf(sender, path))!
    await sendAndVanish(sender, { path, bytes, offset, until, arrived: arrivedIn(at, until) })
    return until
  }

  const first = await cutAt(0.3, shop)
  t.equal(await offsetOf(sender, path), first, 'what had arrived at 30 % is kept')
  const second = Math.round(size * 0.6)
  const killed = arrivedIn(shop, second).then(() => shop.kill())
  await sendAndVanish(sender, { path, bytes, offset: first, until: second, arrived: killed })

  const again = await startShop({ dataDir: shop.dataDir })
  t.teardown(() => again.stop())
  sender = { address: again.address, cookie: lan.cookie }
  t.equal(await offsetOf(sender, path), second, 'the killed server had kept 60 %')
  const third = await cutAt(0.9, again)
  t.equal(await offsetOf(sender, path), third)
  const last = await sendRest(sender, { path, bytes, offset: third })

  t.equal(last.status, 204)
  const { body } = await resultAt(sender, path)
  t.match(body, { sha256: hashOf(bytes), size, mediaType: 'application/pdf', name: 'giay-chung-sinh.pdf' })
  t.equal(await offsetOf(sender, path), size, 'who missed the last answer learns that nothing is left to send')

  const page = await fetch(new URL(`${draft}/nop/nguoi-nop`, again.address), { headers: { cookie: lan.cookie } })
  t.match(await page.text(), 'value="18/7 Lạch Tray"', 'what was typed before is still there')
  const back = openVisitor(again.address, lan.cookie)
  await back.get(`${draft}/nop/giay-to`)
  await back.submit(/giay-to$/, { after: 'later', 'kept.2': body.id })
  await back.get(`${draft}/nop/giay-to`)
  t.match(back.text, 'giay-chung-sinh.pdf')
  const href = /href="(\/tep\/[^"]+)"/.exec(back.page)![1]!
  t.equal(hashOf(await back.download(href)), hashOf(bytes), 'and the office will get every byte of it')
})
