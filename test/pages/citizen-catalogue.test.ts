// Before filing: the front door, the search, one procedure, the places; and the two settings everybody has.
import t from 'tap'
import { workingCalendar } from '../../src/deadlines/calendar.ts'
import { openNow } from '../../src/deadlines/open-now.ts'
import { openVisitor } from '../helpers/visitor.ts'
import { openScene } from './citizen-scene.ts'

t.test('a citizen finds birth registration without marks and reads what it takes', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)

  await visitor.get('/')
  t.match(visitor.text, 'Ông/bà cần làm gì?')
  await visitor.get('/tim?q=lam giay khai sinh cho con')
  t.match(/<article class="answer[^>]*>[\s\S]*?<\/article>/.exec(visitor.page)![0], '/thu-tuc/1.001193', 'it is the first answer')
  await visitor.get('/thu-tuc/1.001193')

  t.equal(visitor.status, 200)
  t.match(visitor.page, '/nop/1.001193')
  t.match(visitor.text, 'Giấy chứng sinh')
})

t.test('a filter leaves only what it says; a search for nothing we have still leads on', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)

  await visitor.get('/tim?q=giay phep&online=1')
  t.notMatch(visitor.text, 'Đến quầy nộp')
  await visitor.get('/tim?q=zzzz khai sinhh')
  t.match(visitor.page, '/thu-tuc/1.001193')
  await visitor.get('/tim?viec=sinh con')
  t.match(visitor.page, '/thu-tuc/1.001193')
})

t.test('every page about the site opens; an unknown procedure is said in words', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)

  for (const page of ['/thu-tuc', '/noi-nop', '/tro-giup', '/tiep-can', '/gioi-thieu', '/tim']) {
    await visitor.get(page)
    t.equal(visitor.status, 200, page)
  }
  await visitor.get('/thu-tuc/9.999999')
  t.equal(visitor.status, 404)
  t.match(visitor.text, 'Không có thủ tục mã 9.999999')
})

t.test('a procedure that needs a visit says why and where instead of a form', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)

  await visitor.get('/nop/2.000815')

  t.equal(visitor.status, 200)
  t.match(visitor.text, 'chưa nộp được trên trang này')
  t.match(visitor.page, '/noi-nop')
})

t.test('language and letter size are kept, and lead back to the page, never to another site', async (t) => {
  const { address, shop } = await openScene(t)
  const visitor = openVisitor(address)
  await visitor.get('/tra-cuu')

  await visitor.submit('/cai-dat/ngon-ngu', { locale: 'en' })
  t.equal(visitor.url.pathname, '/tra-cuu')
  t.match(visitor.text, 'Track a dossier')
  await visitor.submit('/cai-dat/chu-lon', { bigText: '1' })
  t.match(visitor.page, /<html lang="en" class="citizen big">/)

  const app = await shop.app()
  const payload = 'locale=en&returnTo=%2F%2Fevil.example'
  const answer = await app.inject({
    method: 'POST',
    url: '/cai-dat/ngon-ngu',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload
  })
  t.equal(answer.headers['location'], '/')
})

t.test('open now, closed for lunch, closed for the weekend', async (t) => {
  const calendar = workingCalendar({ days: [] })
  const at = (text: string) => openNow(calendar, Temporal.Instant.from(text), 'vi')

  t.same(at('2026-03-02T08:30+07:00'), { isOpen: true, until: '11:30' })
  t.same(at('2026-03-02T12:00+07:00'), { isOpen: false, opensAt: '13:30' })
  t.same(at('2026-03-06T17:00+07:00'), { isOpen: false, opensAt: 'thứ Hai 7:00' })
})
