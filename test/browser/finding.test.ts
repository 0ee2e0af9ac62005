// Finding a procedure in a real browser, on a phone and at a desk, with and without scripts: search, filters, pages of results, nothing found,
// the questions before the start, the procedure. With SCREENSHOTS=<folder> each page is kept as a picture.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { axeCheck, openBrowser } from '../helpers/browser.ts'
import { openTestContext } from '../helpers/context.ts'

const sizes = [
  { width: 360, height: 740 },
  { width: 1366, height: 768 }
]
const folder = process.env['SCREENSHOTS']

async function look(t: Test, page: Page, name: string): Promise<void> {
  for (const viewport of sizes) {
    await page.setViewportSize(viewport)
    t.same(await axeCheck(page), [], `${name}, ${viewport.width}: axe`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    t.ok(overflow <= 0, `${name}, ${viewport.width}: ${overflow} px too wide`)
    if (!folder) continue
    await mkdir(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `finding-${name}-${viewport.width}.png`), fullPage: true })
  }
}

async function openShop(t: Test) {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  await openDemoAccounts(shop.context)
  const address = await (await shop.app()).listen({ host: '127.0.0.1', port: 0 })
  return { shop, address, browser: await openBrowser(t) }
}

t.test('every page of the finding is clean for axe and fits, in both languages', async (t) => {
  const { address, browser } = await openShop(t)
  const page = await (await browser.newContext()).newPage()
  const pages = {
    results: '/tim?q=giay+phep',
    filtered: '/tim?q=giay+phep&level=district&online=home',
    'filtered-away': '/tim?q=khai+sinh&level=department',
    nothing: '/tim?q=zzqq+wwkk',
    reported: '/tim?q=zzqq+wwkk&da-bao=1',
    cases: '/thu-tuc/1.001193/dung-viec',
    'cases-errors': '/thu-tuc/1.001193/dung-viec?xem=1&c1=1',
    'cases-here': '/thu-tuc/1.001193/dung-viec?xem=1&c1=1&c2=1&c3=1',
    'cases-other': '/thu-tuc/1.001193/dung-viec?xem=1&c1=2',
    'cases-no': '/thu-tuc/1.000894/dung-viec?xem=1&c3=2',
    procedure: '/thu-tuc/1.013225'
  }
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(address + path)
    await look(t, page, name)
  }
  for (const name of ['filtered', 'cases', 'procedure'] as const) {
    const path = pages[name]
    await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=en`)
    await look(t, page, `${name}-en`)
  }
})

t.test('without scripts: search, filter, turn the page, go back, answer the questions, start', async (t) => {
  const { address, browser } = await openShop(t)
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: sizes[0]! })).newPage()

  await page.goto(address)
  await page.fill('#q', 'giay phep')
  await page.click('.hero [role=search] button')
  await page.click('summary:has-text("Lọc kết quả")')
  await page.click('.filters a:has-text("quận, huyện")')
  t.equal(new URL(page.url()).searchParams.get('level'), 'district')
  await page.click('a[rel=next]')
  t.equal(new URL(page.url()).searchParams.get('level'), 'district', 'the filter goes along')
  await page.click('text=Về đầu danh sách')
  await page.click('text=Bỏ lọc')
  t.notOk(new URL(page.url()).searchParams.has('level'))

  await page.fill('#q', 'khai sinh cho con')
  await page.click('[role=search] button')
  await page.click('.answer h2 a')
  await page.click('text=Bắt đầu nộp tại nhà >> nth=0')
  await page.check('#c1')
  await page.check('#c2')
  await page.check('#c3')
  await page.click('button:has-text("Xem tôi làm thủ tục nào")')
  t.match(await page.textContent('h1'), 'Đúng rồi')
  await page.click('text=Bắt đầu nộp')
  t.match(new URL(page.url()).pathname, /^\/(nop|dang-nhap)/)

  await page.goto(`${address}/tim?q=zzqq+wwkk`)
  await page.click('text=Báo cho chúng tôi từ khóa này')
  t.match(await page.textContent('main'), 'Đã ghi lại từ khóa này')
})

t.test('by keyboard: the questions are answered with arrows and space', async (t) => {
  const { address, browser } = await openShop(t)
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${address}/thu-tuc/1.003725/dung-viec`)
  await page.focus('#c1')
  for (const key of ['Space', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key)
  await page.waitForURL(/xem=1/)
  t.match(await page.textContent('h1'), 'Đúng rồi')
})

t.test('the list of missing words is clean for axe', async (t) => {
  const { address, browser } = await openShop(t)
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${address}/tim?q=zzqq+wwkk`)
  await page.goto(`${address}/can-bo/dang-nhap`)
  await page.fill('[name=username]', 'xuly.stttt')
  await page.fill('[name=password]', demoPassword)
  await page.click('main form button')
  await page.goto(`${address}/xu-ly/tu-khoa`)
  t.match(await page.textContent('table'), 'zzqq wwkk')
  await look(t, page, 'missed-words')
})
