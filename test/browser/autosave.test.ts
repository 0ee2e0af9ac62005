// What is typed is kept while it is typed; whoever reloads in the middle is not taken for somebody else.
import t from 'tap'
import { beginBirth, openBrowserShop } from '../helpers/browser-shop.ts'
import { lan } from '../helpers/dossiers.ts'

t.test('typed, reloaded at once, typed again and sent: one person, one page, and the last words count', async (t) => {
  const shop = await openBrowserShop(t)
  const { page, complaints } = await shop.citizen(lan.phone)
  const parts = await beginBirth(page, shop.address)
  const child = `${parts}/mau/tre-em`
  for (const round of [1, 2]) {
    await page.goto(child)
    await page.fill('[name=child_name]', `Trần Minh ${round}`)
    await page.reload()
    await page.fill('[name=child_name]', `Trần Minh An ${round}`)

    await page.click('main button[value=later]')
    await page.waitForURL(/\/ho-so$/)

    await page.goto(child)
    t.equal(await page.inputValue('[name=child_name]'), `Trần Minh An ${round}`)
  }
  t.same(complaints, [], 'the console is quiet')
})

t.test('another window that changed the page meanwhile is not overwritten silently', async (t) => {
  const shop = await openBrowserShop(t)
  const { page } = await shop.citizen(lan.phone)
  const parts = await beginBirth(page, shop.address)
  const child = `${parts}/mau/tre-em`
  await page.goto(child)
  const other = await page.context().newPage()
  await other.goto(child)
  await other.fill('[name=child_name]', 'Trần Minh Bảo')
  await other.click('main button[value=later]')
  await other.waitForURL(/\/ho-so$/)

  await page.fill('[name=child_name]', 'Trần Minh An')
  await page.click('main button[value=later]')

  await page.waitForSelector('.errsum')
  t.match(await page.textContent('.errsum'), 'đã được sửa ở một cửa sổ hoặc máy khác')
  t.equal(await page.inputValue('[name=child_name]'), 'Trần Minh An', 'what was typed is still there')
})
