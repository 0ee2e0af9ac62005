// The machine itself: what was typed goes over to it, a crash costs nothing, a new version comes whole or not at all, and it can be retired.
import type { Page } from 'playwright-core'
import t from 'tap'
import { look } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { aDesk, keptIn, openScreen } from '../helpers/outage-desk.ts'

const now = '2026-03-02T08:30+07:00'
const caches = (page: Page) => page.evaluate(async () => (await globalThis.caches.keys()).filter((name) => name.startsWith('ngoai-tuyen-')))

async function fillIn(page: Page, phone = '0912480123') {
  await page.fill('[name="filer.name"]', 'Nguyễn Thị Lan')
  await page.fill('[name="filer.phone"]', phone)
  await page.fill('[name="q"]', '2.000815')
  await page.press('[name="q"]', 'Enter')
  await page.keyboard.press('F4')
}

async function accept(page: Page) {
  await page.keyboard.press('Control+Enter')
  return (await page.waitForSelector('[data-accepted]')).getAttribute('data-accepted')
}

t.test(
  'the network goes while the clerk types: the words are on the screen that needs none, and the number comes from the block',
  async (t) => {
    const opened = await openBrowserShop(t, { now })
    const desk = await aDesk(t, opened, 'quay.minhkhai', now)
    const { page, cable } = desk
    await page.goto(`${cable.address}/quay/tiep-nhan?procedure=2.000815`)
    await page.fill('[name="filer.name"]', 'Nguyễn Thị Lan')
    await page.fill('[name="filer.phone"]', '0912480123')
    const formId = await page.inputValue('[name="formId"]')

    await cable.pull()
    await page.reload()
    await page.waitForSelector('[data-outage-screen=ready]')

    t.equal(await page.inputValue('[name="filer.name"]'), 'Nguyễn Thị Lan')
    t.equal(await page.inputValue('[name="procedure"]'), '2.000815')
    await page.focus('[data-all]')
    await page.keyboard.press('F4')
    t.match(await accept(page), /-0001$/)
    const [item] = await keptIn(page)
    t.match(
      JSON.parse(item!.sent!.content),
      { id: formId, number: 1 },
      'under the form’s own id: should the house have it after all, it is recognised'
    )
    t.not(await page.inputValue('[name="filer.name"]'), 'Nguyễn Thị Lan', 'and the screen is free for the next person')
  }
)

t.test('torn off between the number and the signature: the same number is signed when the screen opens again', async (t) => {
  const opened = await openBrowserShop(t, { now })
  const desk = await aDesk(t, opened, 'quay.minhkhai', now)
  const { page, cable } = desk
  await cable.pull()
  await openScreen(desk)
  await fillIn(page)
  const code = await accept(page)
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('mot-cua-ngoai-tuyen')
        opening.onsuccess = () => {
          const items = opening.result.transaction('items', 'readwrite').objectStore('items')
          const all = items.getAll()
          all.onsuccess = () => {
            items.put({ ...all.result[0], state: 'given', sent: undefined, code: '' }).onsuccess = () => done()
          }
        }
      })
  )

  await page.reload()
  await page.waitForSelector('[data-outage-screen=ready]')
  await fillIn(page, '0912480124')
  const next = await accept(page)

  t.same(
    (await keptIn(page)).map((item) => [item.state, item.code]).sort(),
    [
      ['signed', code],
      ['signed', next]
    ],
    'nothing lost, no number twice'
  )
})

t.test('refused with a reason: mended at the machine under the same number, listed for the head of the desk meanwhile', async (t) => {
  const opened = await openBrowserShop(t, { now })
  const { shop, staff, address } = opened
  const desk = await aDesk(t, opened, 'quay.minhkhai', now)
  const { page, cable } = desk
  await cable.pull()
  await openScreen(desk)
  await fillIn(page)
  const code = await accept(page)
  // The machine's clock ran ten minutes fast from here on.
  await page.clock.setFixedTime('2026-03-02T08:45+07:00')
  await fillIn(page, '0912480125')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector(`[data-accepted]:not([data-accepted="${code}"])`)
  await cable.plug()
  await page.focus('[data-send]')
  await page.keyboard.press('g')
  await page.waitForSelector('[data-sent="1"]')

  t.match(await page.textContent('[data-items]'), /đồng hồ của máy chạy nhanh/)
  const head = await staff('truongquay.minhkhai')
  await head.page.goto(`${address}/quay/ngoai-tuyen`)
  await look(t, head.page, 'outage-list')
  t.match(await head.page.textContent('#chua-vao-so'), /đồng hồ của máy chạy nhanh/)
  shop.setNow('2026-03-02T08:50+07:00')
  await head.page.click('form[action$="/thu-lai"] button')
  await head.page.waitForSelector('.flash')
  t.match(await head.page.textContent('#gan-day'), /Đồng hồ máy lệch 15 phút/, 'and the head of the desk is told')
  t.equal((await shop.sql`select from dossiers where state = 'accepted'`).length, 2)
})

t.test('a new version comes whole or not at all, and the old one goes', async (t) => {
  const opened = await openBrowserShop(t, { now })
  let change = (text: string) => text
  const how = { change: (path: string, text: string) => (path === '/quay/sw.js' ? change(text) : text) }
  const desk = await aDesk(t, opened, 'quay.minhkhai', now, how)
  const { page, cable } = desk
  await page.evaluate(() => navigator.serviceWorker.ready)
  const [first] = await caches(page)
  /** Asks for the new worker and waits for what becomes of it. */
  const update = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      const end = new Promise<string>((done) => {
        registration.addEventListener('updatefound', () => {
          const worker = registration.installing!
          worker.addEventListener('statechange', () => /redundant|activated/.test(worker.state) && done(worker.state))
        })
      })
      await registration.update()
      return end
    })

  change = (text) =>
    text.replaceAll(first!.slice(12), 'brokenversion').replace('"/quay/ngoai-tuyen/khung"', '"/quay/ngoai-tuyen/khung","/assets/gone.js"')
  t.equal(await update(), 'redundant')
  t.same(await caches(page), [first], 'torn off half-way: the version before stays')
  change = (text) => text.replaceAll(first!.slice(12), 'newversion')
  t.equal(await update(), 'activated')

  t.same(await caches(page), ['ngoai-tuyen-newversion'])
  const kept = await page.evaluate(async () =>
    (await (await globalThis.caches.open('ngoai-tuyen-newversion')).keys()).map(({ url }) => new URL(url).pathname)
  )
  t.ok(
    kept.every((path) => path.startsWith('/assets/') || path === '/quay/ngoai-tuyen/khung'),
    'nothing of anybody is kept'
  )
  await cable.pull()
  await openScreen(desk)
})

t.test('a machine that is retired gives its numbers back and keeps nothing', async (t) => {
  const opened = await openBrowserShop(t, { now })
  const { page } = await aDesk(t, opened, 'quay.minhkhai', now)

  await page.click('[data-outage-retire]')
  await page.waitForSelector('[data-outage-prepare]:not([hidden])')
  t.match(await page.textContent('[data-outage-said]'), /Đã trả số/)

  const [lease] = await opened.shop.sql`select closed_by, cardinality(returned) as returned from number_leases`
  t.match(lease, { closed_by: 'Vũ Thị Lan', returned: 50 })
  t.same(await caches(page), [])
  t.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0)
})
