// The counters with a real browser: a number called by key is on the display at once, a result handed out by keyboard and one signature.
import t from 'tap'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { axeCheck } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { aDossier } from '../helpers/dossiers.ts'

t.test('a day at counter 3 without a mouse, but for the pen of who signs', async (t) => {
  const { shop, address, visit, staff } = await openBrowserShop(t, { context: { viewport: { width: 1366, height: 768 } } })
  const { context } = shop
  const { id } = await aDossier(context, { state: 'result_ready' })
  const hall = await visit()
  const display = await visit()
  const { page, complaints } = await staff('quay.stttt')
  const clean = async (where: typeof page, name: string) => t.strictSame(await axeCheck(where), [], `${name}: axe finds nothing`)

  await hall.page.goto(`${address}/lay-so/STTTT`)
  await clean(hall.page, 'machine')
  await hall.page.getByRole('link', { name: 'Nhận kết quả' }).click()
  await clean(hall.page, 'who goes first')
  await hall.page.getByRole('button', { name: 'Không, lấy số thường' }).click()
  await hall.page.waitForSelector('.number')
  t.equal(await hall.page.textContent('.number'), 'A001')
  await clean(hall.page, 'slip')
  await display.page.goto(`${address}/man-hinh/STTTT`)
  await clean(display.page, 'display')

  await page.goto(`${address}/quay/ca`)
  await page.locator('#counter').focus()
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.keyboard.type('200.000')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(`${address}/quay`)
  await clean(page, 'desk')
  const pressedAt = performance.now()
  await page.keyboard.press('F9')
  await display.page.waitForSelector('.calls .latest >> text=A001')
  t.ok(performance.now() - pressedAt < 2000, `${Math.round(performance.now() - pressedAt)} ms from key to screen`)
  t.match(await display.page.textContent('.calls'), 'Quầy 3')
  await page.waitForSelector('.serving')
  await page.keyboard.press('F10')
  await page.waitForSelector('text=đã gọi 2 lần')
  await page.goto(`${address}/quay/luot`)
  await clean(page, 'queue')
  await page.goto(`${address}/quay/ca`)
  await clean(page, 'shift')
  await page.goto(`${address}/quay/thiet-bi`)
  await clean(page, 'devices')

  await page.goto(`${address}/quay/tra`)
  await clean(page, 'results')
  await page.keyboard.type((await getDossier(context.db, id)).code!.slice(-4))
  await page.keyboard.press('Enter')
  await page.waitForURL(`${address}/quay/tra/${id}`)
  await page.waitForSelector('.signpane:not([hidden])')
  await clean(page, 'hand-out')
  await page.keyboard.type('6217')
  await page.keyboard.press('Alt+t')
  const pane = (await page.locator('canvas').boundingBox())!
  await page.mouse.move(pane.x + 40, pane.y + 120)
  await page.mouse.down()
  for (let i = 0; i < 12; i++) await page.mouse.move(pane.x + 40 + i * 30, pane.y + 100 + (i % 2) * 60)
  await page.mouse.up()
  await page.waitForSelector('.signpane >> text=Đã có chữ ký')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('text=Đã trả kết quả')

  const { facts } = (await movesOf(context.db, id)).at(-1)!
  const picture = await findFile(context.db, String(facts['signatureFileId']))
  t.match(picture, { mediaType: 'image/png' })
  t.ok(picture!.size < 60_000, `${picture!.size} bytes of signature`)
  t.strictSame(complaints, [], 'the browser has nothing to complain of')
  t.strictSame([...hall.complaints, ...display.complaints], [])
})
