// Finding a procedure in a real browser, without scripts and by keyboard: search, filters, pages of results, nothing found, the questions before
// the start. How the pages look is seen in citizen-pages.test.ts.
import t from 'tap'
import { look } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'

t.test('without scripts: search, filter, turn the page, go back, answer the questions, start', async (t) => {
  const { address, visit } = await openBrowserShop(t, { context: { javaScriptEnabled: false, viewport: { width: 360, height: 740 } } })
  const { page } = await visit()

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
  const { address, visit } = await openBrowserShop(t)
  const { page } = await visit()
  await page.goto(`${address}/thu-tuc/1.003725/dung-viec`)
  await page.focus('#c1')
  for (const key of ['Space', 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key)
  await page.waitForURL(/xem=1/)
  t.match(await page.textContent('h1'), 'Đúng rồi')
})

t.test('the list of missing words is clean for axe', async (t) => {
  const { address, staff, visit } = await openBrowserShop(t)
  await (await visit()).page.goto(`${address}/tim?q=zzqq+wwkk`)
  const { page } = await staff('xuly.stttt')
  await page.goto(`${address}/xu-ly/tu-khoa`)
  t.match(await page.textContent('table'), 'zzqq wwkk')
  await look(t, page, 'missed-words')
})
