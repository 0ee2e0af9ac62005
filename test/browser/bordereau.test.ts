// Forty envelopes through the bordereau screen with nothing but a keyboard: one seal is broken, one belongs to another desk, one lacks a paper.
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { linesOf, manifestsAt } from '../../src/shipments/manifest-queries.ts'
import { findShipmentById } from '../../src/shipments/queries.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { aBag, anEnvelope } from '../helpers/bag.ts'
import { axeCheck } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'

/** Hands that have a keyboard and a scanner that types. */
function hands(page: Page) {
  let keys = 0
  /** A press that leads to another page. */
  async function go(key: string) {
    keys++
    const came = page.waitForEvent('load')
    await page.keyboard.press(key)
    await came
  }
  return {
    go,
    /** Two keys closer together than any hand's are a scanner's burst, so a hand sees what a key did before it presses the next. */
    async tick(key: string, field: string) {
      keys++
      await page.keyboard.press(key)
      await page.waitForSelector(`[name="${field}"]:checked`)
    },
    async scan(code: string) {
      await page.waitForSelector('#code:focus')
      const came = page.waitForEvent('load')
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
      await came
    },
    async tabTo(name: string) {
      for (let i = 0; i < 30; i++) {
        if (await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`No ${name} within thirty stops`)
    },
    count: () => keys
  }
}

const axe = async (t: Test, page: Page, name: string) => t.same(await axeCheck(page), [], `${name}: axe`)

t.test('40 envelopes are taken in without a mouse, and the signing is the filing time of all', async (t) => {
  const { shop, address, staff } = await openBrowserShop(t, { context: { viewport: { width: 1366, height: 768 } } })
  const { context } = shop
  const ours = await aBag(shop, 39)
  const strange = await anEnvelope(shop, { agency: '11311', procedure: '1.001193' })
  const bag = [...ours.slice(0, 20), strange, ...ours.slice(20)]
  const [torn, short] = [ours[9]!, ours[29]!]
  const { page, complaints } = await staff('quay.stttt')
  page.setDefaultTimeout(15_000)
  const { go, tick, scan, tabTo, count } = hands(page)
  await page.goto(`${address}/quay/bang-ke`)
  await axe(t, page, 'bordereaux')

  const began = performance.now()
  await go('Control+Enter')
  for (const envelope of bag) {
    await scan(envelope.number)
    if (envelope === strange) {
      t.match(await page.textContent('main'), 'thuộc bộ phận một cửa Phường Minh Khai')
      t.notMatch(await page.textContent('main'), /khai sinh/i, 'nothing else is told of it')
      continue
    }
    if (envelope === torn) await axe(t, page, 'an envelope in the hand')
    await tick(envelope === torn ? 'b' : 's', 'seal')
    if (envelope === short) await tick('q', 'missing')
    await go(String(envelope === short ? envelope.papers - 1 : envelope.papers))
  }
  t.match(await page.textContent('main'), 'Đã kiểm 40/40')
  await axe(t, page, 'all scanned')

  shop.setNow('2026-03-02T09:15+07:00')
  await go('Control+Enter')
  await axe(t, page, 'signing')
  await page.keyboard.type('Lê Văn Thư')
  for (const name of ['postmanSignOnPaper', 'clerkSignOnPaper']) {
    await tabTo(name)
    await tick('Space', name)
  }
  await go('Control+Enter')
  const seconds = (performance.now() - began) / 1000
  // A quarter of an hour is what a bag of forty may take.
  t.ok(
    seconds < 15 * 60,
    `${seconds.toFixed(1)} seconds of a machine's hands, ${count()} keys for 40 envelopes beside what the scanner types`
  )

  t.match(await page.textContent('main'), 'Đã nhận 39/40 bưu gửi')
  await axe(t, page, 'the signed record')
  for (const { dossierId, parcelId } of ours) {
    t.equal((await getDossier(context.db, dossierId)).receivedAt?.toString(), '2026-03-02T02:15:00Z')
    t.equal((await findShipmentById(context.db, parcelId))!.status, 'delivered')
  }
  t.same((await findShipmentById(context.db, torn.parcelId))!.flags, ['seal_broken'])
  t.match((await movesOf(context.db, short.dossierId)).at(-1)!.facts['difference'], { says: /^Thiếu 1 trên \d: thiếu / })
  t.not((await findShipmentById(context.db, strange.parcelId))!.status, 'delivered')

  const agencyId = (await getDossier(context.db, torn.dossierId)).agencyId
  const { manifest } = (await manifestsAt(context.db, agencyId))[0]!
  t.equal((await linesOf(context.db, manifest.id)).length, 40)
  const link = await page.getAttribute('main a[data-key="I"]', 'href')
  const { text } = await readPdf(new Uint8Array(await (await page.request.get(address + link!)).body()))
  const said = text.replaceAll(/\s/g, '')
  for (const { number } of bag) t.ok(said.includes(number.replaceAll(/\s/g, '')), `${number} stands in the record`)
  t.match(text, /Đã nhận 39\/40 bưu gửi/)
  t.ok(manifest.sha256)

  await page.goto(`${address}/quay/ho-so/${short.dossierId}`)
  t.match(await page.textContent('main'), /Khi nhận từ bưu điện \(BB-STTTT-20260302-01, dòng 31\): Thiếu 1 trên/)
  await axe(t, page, 'the check of a new dossier')
  t.same(complaints, [])
})
