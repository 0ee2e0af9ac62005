// The register by HTTP: the book of the year, its filter, its files, and the closing by two heads.
import t from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { hidden, signInAs } from '../helpers/staff-browser.ts'

async function aBook(t: Parameters<typeof openTestContext>[0]) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const first = await aDossier(shop.context, { state: 'accepted' })
  shop.setNow('2026-03-05T08:30+07:00')
  const second = await aDossier(shop.context, { state: 'accepted' })
  await shop.runJobs()
  return { shop, app, first, second, quay: await signInAs(app, 'quay.stttt') }
}

t.test('the clerk opens the book of the year, filters it by day, and is told of a day that is none', async (t) => {
  const { quay, first, second } = await aBook(t)

  const books = await quay.get('/so-theo-doi')
  const whole = await quay.get('/so-theo-doi/2026')
  const some = await quay.get('/so-theo-doi/2026?tu=2026-03-04&den=2026-03-31')
  const none = await quay.get('/so-theo-doi/2026?den=2026-01-31')
  const wrong = await quay.get('/so-theo-doi/2026?tu=2026-02-31')

  t.match(books.body, 'href="/so-theo-doi/2026"')
  t.match(whole.body, first.code)
  t.match(whole.body, second.code)
  t.notMatch(some.body, first.code)
  t.match(some.body, second.code)
  t.match(none.body, 'Không có dòng nào trong khoảng này')
  t.equal(wrong.statusCode, 422)
  t.equal((await quay.get('/so-theo-doi/2019')).statusCode, 404)
})

t.test('a file is asked for, made by the worker, and given to the agency’s people only', async (t) => {
  const { shop, app, quay } = await aBook(t)
  const page = '/so-theo-doi/2026'
  const formId = hidden((await quay.get(page)).body, 'formId')

  const asked = await quay.post(`${page}/xuat`, { formId, format: 'pdf', tu: '2026-03-01' }, { page })
  const waiting = await quay.get(page)
  await shop.runJobs()
  const ready = await quay.get(page)
  const href = /href="(\/so-theo-doi\/tep\/[^"]+)"/.exec(ready.body)![1]!
  const file = await quay.get(href)
  const stranger = await (await signInAs(app, 'quay.hongbang')).get(href)

  t.equal(asked.statusCode, 303)
  t.match(waiting.body, 'Đang làm: 0/2 dòng')
  t.match(ready.body, 'so-theo-doi-2026.pdf')
  t.equal(file.headers['content-type'], 'application/pdf')
  t.equal(file.rawPayload.subarray(0, 5).toString(), '%PDF-')
  t.equal(stranger.statusCode, 404)
})

t.test(
  'after the year: the head of the desk proposes, the director closes, and the page shows that the lines still make the hash',
  async (t) => {
    const { shop, app } = await aBook(t)
    const page = '/so-theo-doi/2026'
    t.notMatch((await (await signInAs(app, 'truongquay.stttt')).get(page)).body, 'de-nghi-khoa', 'the year is not over')
    // Ten months on, everybody signs in anew.
    shop.setNow('2027-01-04T08:30+07:00')
    const [quay, truongquay, ky] = [
      await signInAs(app, 'quay.stttt'),
      await signInAs(app, 'truongquay.stttt'),
      await signInAs(app, 'ky.stttt')
    ]

    t.match((await truongquay.get(page)).body, 'de-nghi-khoa')
    t.notMatch((await quay.get(page)).body, 'de-nghi-khoa', 'not the clerk’s')
    await truongquay.post(`${page}/de-nghi-khoa`, {}, { page })
    t.notMatch((await truongquay.get(page)).body, `action="${page}/khoa"`, 'not the same person')
    const closed = await ky.post(`${page}/khoa`, {}, { page })
    const after = await quay.get(page)

    t.equal(closed.statusCode, 303)
    t.match(after.body, 'Đã khóa')
    t.match(after.body, 'Các dòng khớp với mã khi khóa sổ')
  }
)
