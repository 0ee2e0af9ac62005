// The documentation as a programmer opens it: under the strict policy of the whole site, without another host, and usable.
import t from 'tap'
import { openBrowser } from '../helpers/browser.ts'
import { openTestContext } from '../helpers/context.ts'

t.test('the page at /docs draws every operation, breaks no policy, asks no other host, and calls the API', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser(t)
  const page = await browser.newPage()
  const hosts = new Set<string>()
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))

  await page.goto(`${address}/docs`)
  await page.waitForSelector('.opblock')
  const drawn = await page.locator('.opblock').count()
  await page.locator('#operations-catalogue-listSectors .opblock-summary-control').click()
  await page.locator('#operations-catalogue-listSectors .execute').click()
  const levels = await page
    .locator('h1, h2, h3, h4, h5')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('aria-level') ?? one.tagName[1])))
  const answer = await page
    .locator('#operations-catalogue-listSectors .live-responses-table tbody .response-col_status')
    .first()
    .textContent()

  t.same([...hosts], [address])
  t.same(complaints, [])
  t.ok(drawn > 15, `${drawn} operations`)
  t.match(answer, /200/)
  t.same(
    levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1),
    [],
    `no level of heading is left out: ${levels.slice(0, 8)}`
  )
})
