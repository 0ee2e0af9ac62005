// The public statistics: counted from what really happened, by the day and not the hour; small numbers and people stay out.
import t, { type Test } from 'tap'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { look, openBrowser } from '../helpers/browser.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier, lan, smallPdf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'

async function inProgress({ context }: TestShop) {
  const { id, officer, clerk, citizen } = await aDossier(context, { state: 'in_progress' })
  const file = await keepFile(context, { name: 'ket-qua.pdf', bytes: smallPdf, ownerId: citizen.id })
  return { id, officer, clerk, fileId: file.id }
}

/** Six results at one agency on three days, and one dossier elsewhere. */
async function aYear(t: Test) {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  // Ten working days: due on 17 March 2026 at 17:00.
  for (const day of [
    '2026-03-10T09:00',
    '2026-03-16T16:59',
    '2026-03-17T08:00',
    '2026-03-17T20:00',
    '2026-03-18T07:30',
    '2026-03-20T09:00'
  ]) {
    shop.setNow('2026-03-02T08:30+07:00')
    const { id, officer, clerk, fileId } = await inProgress(shop)
    shop.setNow(`${day}+07:00`)
    await decide(context, { dossierId: id, by: officer, kind: 'approved', number: '1/GP', title: 'Giấy phép', fileId })
    await handOverAtDesk(context, {
      dossierId: id,
      by: clerk,
      check: { paper: 'căn cước', last4: '6217', receiver: lan.name, relation: '' }
    })
  }
  shop.setNow('2026-03-20T10:00+07:00')
  await aDossier(context, { state: 'submitted' })
  shop.setNow('2026-04-01T08:00+07:00')
  const app = await shop.app()
  const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })
  return { app, get }
}

t.test('the year so far: what came and what was finished early, on the day and late, by the day and not the hour', async (t) => {
  const { get } = await aYear(t)

  const { total, agencies, ratings, petitions } = (await get('/api/v1/statistics', 'application/json')).json()

  // The 16th is early, the 17th is on the day even after closing time, the 18th is late.
  t.match(total, { received: 6, online: 6, desk: 0, finished: 6, early: 2, onTime: 2, late: 2 })
  t.match(agencies, [{ code: 'STTTT', group: 'department', counts: { received: 6 } }])
  t.match(
    [ratings, petitions],
    [
      { answers: 0, grades: null, means: null },
      { due: 0, onTime: 0 }
    ]
  )
  const march = (await get('/api/v1/statistics?year=2026&month=3', 'application/json')).json()
  t.match(march, { from: '2026-03-01', to: '2026-03-31', total: { received: 6 } })
  const april = (await get('/api/v1/statistics?year=2026&month=4', 'application/json')).json()
  t.match(april, { to: '2026-04-01', total: { received: 0, finished: 0 }, agencies: [] })
})

t.test('the page says it in words and numbers, the files hold the same, in both languages', async (t) => {
  const { get } = await aYear(t)

  const { body } = await get('/thong-ke')
  t.match(body, /<b>6<\/b>2 trước hẹn, 2 đúng ngày hẹn, 2 trễ hẹn/)
  t.match(body, '66,6\u00a0%')
  t.match(body, /<svg class="share"[^>]*aria-hidden="true"/)
  t.match((await get('/thong-ke?lang=en')).body, '2 early, 2 on the day, 2 late')
  const file = await get('/du-lieu-mo/co-quan.csv?nam=2026')
  t.match(file.headers, { 'content-type': /^text\/csv/, 'content-disposition': 'attachment; filename="co-quan-2026.csv"' })
  t.match(file.body, '2026-01-01,2026-04-01,STTTT,Sở Thông tin và Truyền thông,department,6,6,0,0,6,2,2,2,0\r\n')
  for (const name of ['linh-vuc.csv', 'thu-tuc.csv', 'thong-ke.json'])
    t.match((await get(`/du-lieu-mo/${name}?thang=3`)).body, /2026-03-31/)
})

t.test('a year nobody has figures of is no page; a month that has not begun is no question', async (t) => {
  const { get } = await aYear(t)
  for (const url of ['/thong-ke?nam=1999', '/thong-ke?nam=abc', '/thong-ke?thang=12', '/du-lieu-mo/co-quan.csv?thang=13'])
    t.equal((await get(url)).statusCode, 404, url)
  t.equal((await get('/api/v1/statistics?month=12', 'application/json')).statusCode, 400)
  t.equal((await get('/thong-ke?nam=&thang=')).statusCode, 200, 'as the form sends it')
})

t.test('fewer than five dossiers are no figure, and nobody is named', async (t) => {
  const shop = await openTestContext(t)
  const { code } = await aDossier(shop.context, { state: 'accepted' })
  const app = await shop.app()
  for (const url of ['/thong-ke', '/du-lieu-mo/thu-tuc.csv', '/du-lieu-mo/thong-ke.json']) {
    const { body } = await app.inject({ url, headers: { accept: 'text/html' } })
    t.notMatch(body, code)
    t.notMatch(body, lan.name)
  }
  const { total, procedures } = (await app.inject({ url: '/api/v1/statistics' })).json()
  t.equal(total, null)
  t.match(procedures, [{ code: '1.003725', counts: null }])
  t.match((await app.inject({ url: '/thong-ke', headers: { accept: 'text/html' } })).body, 'dưới 5')
})

t.test('figures are at most ten minutes old', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()
  const received = async () => (await app.inject({ url: '/api/v1/statistics' })).json().total?.received
  t.equal(await received(), 0)
  for (let i = 0; i < 5; i++) await aDossier(shop.context, { state: 'accepted' })
  t.equal(await received(), 0)
  shop.setNow('2026-03-02T08:41+07:00')
  t.equal(await received(), 5)
})

t.test('on a phone and at a desk: nothing for axe, nothing wider than the screen, in both languages', async (t) => {
  const { app } = await aYear(t)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const page = await (await (await openBrowser(t)).newContext()).newPage()
  for (const locale of ['vi', 'en']) {
    await page.goto(`${address}/thong-ke?lang=${locale}`)
    for (const summary of await page.locator('main details > summary').all()) await summary.click()
    await look(t, page, `statistics-${locale}`)
  }
})
