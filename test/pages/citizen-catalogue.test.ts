// Before filing: the front door, the search, one procedure, the places; and the two settings everybody has.
import t from 'tap'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { workingCalendar } from '../../src/deadlines/calendar.ts'
import { openNow } from '../../src/deadlines/open-now.ts'
import { openVisitor } from '../helpers/visitor.ts'
import { openScene, signIn } from './citizen-scene.ts'

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

t.test('a filter says how many it leaves, stays in the address over the pages, and can be lifted', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)
  const count = () => Number(/(\d+) thủ tục hợp với/.exec(visitor.text)![1])

  await visitor.get('/tim?q=giay phep')
  const all = count()
  const [, filtered, expected] = /<a href="(\/tim[^"]*level=district[^"]*)"[^>]*>[^<]*<small>(\d+)<\/small>/.exec(visitor.page)!
  await visitor.get(filtered!.replaceAll('&amp;', '&'))
  t.equal(count(), Number(expected))
  t.ok(count() < all)
  const more = /rel="next" href="([^"]*)"/.exec(visitor.page)![1]!.replaceAll('&amp;', '&')
  t.match(more, /level=district/)
  await visitor.get(more)
  t.match(visitor.text, 'Về đầu danh sách')
  const lift = /<a href="([^"]*)">Bỏ lọc/.exec(visitor.page)![1]!
  await visitor.get(lift)
  t.equal(count(), all)

  await visitor.get('/tim?q=khai sinh&level=department&online=paid')
  t.match(visitor.text, 'không có thủ tục nào qua được bộ lọc')
  t.match(visitor.page, 'href="/tim?q=khai+sinh"')
  await visitor.get('/tim?q=khai sinh&level=moon&who=nobody&online=2&after=x')
  t.equal(visitor.status, 200, 'made-up choices are no choices')
})

t.test('words that found nothing are kept without what points at a person, and a citizen may report them', async (t) => {
  const { address, shop } = await openScene(t)
  const visitor = openVisitor(address)
  const kept = async () => (await shop.sql`select words, times, reports from search_misses order by words`).map((row) => ({ ...row }))

  await visitor.get('/tim?q=zzqq wwkk 0912480123')
  await visitor.get('/tim?q=ZZQQ wwkk')
  await visitor.get('/tim?q=0912480123')
  t.same(await kept(), [{ words: 'zzqq wwkk', times: 2, reports: 0 }])
  await visitor.get('/tim?q=khai sinh&level=department')
  t.equal((await kept()).length, 1, 'a filter that leaves nothing is no missing word')

  await visitor.get('/tim?q=zzqq wwkk')
  await visitor.submit('/tim/bao-tu-khoa')
  t.match(visitor.text, 'Đã ghi lại từ khóa này')
  t.same(await kept(), [{ words: 'zzqq wwkk', times: 3, reports: 1 }], 'the page after the report is no other search')

  for (let i = 0; i < 10; i++) {
    await visitor.get('/tim?q=zzqq wwkk')
    await visitor.submit('/tim/bao-tu-khoa')
  }
  t.equal(visitor.status, 429)
  t.equal((await kept())[0]!['reports'], 10)
})

t.test('clerks and officers read the missing words, most frequent first; citizens do not', async (t) => {
  const scene = await openScene(t)
  const { address, shop } = scene
  await openDemoAccounts(shop.context)
  const citizen = openVisitor(address)
  for (const words of ['zzqq wwkk', 'zzqq wwkk', 'wwkk']) await citizen.get(`/tim?q=${words}`)
  const applicant = await signIn(scene)
  await applicant.get('/xu-ly/tu-khoa')
  t.equal(applicant.status, 403)

  for (const username of ['xuly.stttt', 'quay.stttt']) {
    const staff = openVisitor(address)
    await staff.get('/can-bo/dang-nhap')
    await staff.submit('/can-bo/dang-nhap', { username, password: demoPassword })
    await staff.get('/xu-ly/tu-khoa')
    t.equal(staff.status, 200, username)
    t.match(staff.text, /zzqq wwkk 2 0 .* wwkk 1 0/)
  }
})

t.test('the fee is said for each way that is open, with the day it changes', async (t) => {
  const { address, shop } = await openScene(t)
  const visitor = openVisitor(address)
  const fees = () =>
    /<h2>Phí theo cách nộp[\s\S]*?<\/section>/
      .exec(visitor.page)![0]
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')

  await visitor.get('/thu-tuc/1.013225')
  t.match(fees(), /xây dựng Mọi cách nộp 75.000.₫/, 'before 08/08/2026 all ways cost the same')
  t.match(fees(), /Mức thu đổi từ 08\/08\/2026: .*Trực tuyến: 0.₫, thay cho 75.000.₫/)
  shop.setNow('2026-08-10T08:30+07:00')
  await visitor.get('/thu-tuc/1.013225')
  t.match(fees(), /Trực tuyến 0.₫ .* Trực tiếp tại quầy, Qua bưu chính công ích 75.000.₫/)
  t.match(fees(), 'Mức này áp dụng từ 08/08/2026')
  t.notMatch(fees(), 'đổi từ')
  await visitor.get('/thu-tuc/2.000829')
  t.match(fees(), 'không thu phí')
  await visitor.get('/thu-tuc/1.004873')
  t.match(visitor.text, 'Chỉ tính ngày làm việc')
})

t.test('a few questions before the start lead on, to another procedure, or say what to do instead', async (t) => {
  const { address } = await openScene(t)
  const visitor = openVisitor(address)
  await visitor.get('/thu-tuc/1.001193')
  t.match(visitor.page, /class="btn big block" href="\/thu-tuc\/1.001193\/dung-viec"/)
  await visitor.get('/thu-tuc/1.001193/dung-viec')
  t.match(visitor.page, 'href="/nop/1.001193"', 'whoever is sure goes on')

  await visitor.submit(/dung-viec/, { xem: '1', c1: '1' })
  t.match(visitor.text, 'Chọn một câu trả lời cho câu 2')
  t.match(visitor.page, /name="c1" value="1" checked/, 'what was answered stays')
  await visitor.submit(/dung-viec/, { xem: '1', c1: '1', c2: '1', c3: '2' })
  t.match(visitor.text, 'Đúng rồi')
  t.match(visitor.page, 'href="/nop/1.001193"')
  await visitor.get('/thu-tuc/1.001193/dung-viec')
  await visitor.submit(/dung-viec/, { xem: '1', c1: '2' })
  t.match(visitor.page, 'href="/thu-tuc/2.000528"')
  await visitor.get('/thu-tuc/1.000894/dung-viec?xem=1&c1=1&c2=1&c3=2')
  t.match(visitor.text, 'chưa làm được ở đây')
  t.match(visitor.text, 'Điều 8')

  await visitor.get('/thu-tuc/2.000829/dung-viec')
  t.equal(visitor.url.pathname, '/thu-tuc/2.000829', 'nothing to ask')
  await visitor.get('/thu-tuc/9.999999/dung-viec')
  t.equal(visitor.status, 404)
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
