// A list on a clerk's screen follows what happens elsewhere, and takes away neither the row they are on nor what they are typing.
import t from 'tap'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { aDossier } from '../helpers/dossiers.ts'

t.test('a dossier filed elsewhere appears in the queue; the chosen row and the words being typed stay', async (t) => {
  const { shop, staff } = await openBrowserShop(t)
  for (let n = 0; n < 3; n++) await aDossier(shop.context)
  const { page, complaints } = await staff('quay.stttt')
  const rows = () => page.locator('[data-live] tr[data-href]')
  const [asked] = await Promise.all([page.waitForRequest(/\/quay\/tin$/), page.goto(`${new URL(page.url()).origin}/quay?hang=incoming`)])
  t.match(await asked.headerValue('accept'), /text\/event-stream/)
  t.equal(await rows().count(), 3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = await page.locator('tr.sel').getAttribute('data-href')
  await page.keyboard.press('/')
  await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'))
  // As a hand types; faster would be a scanner.
  await page.keyboard.type('nguyen thi', { delay: 50 })

  const { code } = await aDossier(shop.context)

  await page.locator('[data-live] tr[data-href]', { hasText: code.slice(code.indexOf('H24')) }).waitFor()
  t.equal(await rows().count(), 4)
  t.equal(await page.locator('tr.sel').getAttribute('data-href'), chosen, 'the same row')
  t.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), 'nguyen thi', 'and the cursor where it was')
  t.match(await page.locator('[data-live-said]').textContent(), /vừa được cập nhật/)
  t.same(complaints, [])
})
