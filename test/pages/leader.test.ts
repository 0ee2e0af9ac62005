// The officer writes a letter, the head reads, signs many, sends one back, gives work to somebody else; everybody sees their notices.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { colleaguesAt } from '../../src/accounts/queries.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { proposeApology } from '../../src/dossiers/actions/apologise.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { sweep } from '../../src/escalations/actions/sweep.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { formsOf, signInAs } from '../helpers/staff-browser.ts'
import { openVisitor } from '../helpers/visitor.ts'

/** Three dossiers accepted on Monday 02/03/2026, due on Tuesday 17/03; it is Friday 13/03 unless said otherwise, and the round has been made. */
async function anOffice(t: Test, now = '2026-03-13T09:00+07:00') {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  await openDemoAccounts(context)
  const app = await shop.app()
  const dossiers = [
    await aDossier(context, { state: 'in_progress' }),
    await aDossier(context, { state: 'in_progress' }),
    await aDossier(context, { state: 'in_progress' })
  ]
  await shop.runJobs()
  shop.setNow(now)
  await sweep(context)
  const agency = (await findAgency(context.db, 'STTTT'))!
  const signed = async (name: string) => signInAs(app, `${name}.stttt`)
  return { shop, context, app, dossiers, agency, officer: await signed('xuly'), head: await signed('ky'), desk: await signed('truongquay') }
}

const day = (text: string) => Temporal.PlainDate.from(text)

t.test('the officer finds the draft, names cause and date, and keeps what was typed when something is missing', async (t) => {
  const { context, dossiers, officer } = await anOffice(t)
  const page = `/xu-ly/ho-so/${dossiers[0]!.id}/xin-loi`

  const empty = await officer.get(page)
  const wrong = await officer.post(page, { causes: ['workload'], words: 'Kho xa', newDayDay: '21/3/2026' }, { page })
  const right = await officer.post(
    page,
    { causes: ['workload'], words: 'Kho xa', newDayDay: '24', newDayMonth: '3', newDayYear: '2026' },
    { page }
  )
  const after = await officer.get(page)

  t.match(empty.body, 'thứ Hai, 16/03/2026', 'until when it has to be signed')
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'Ngày này cơ quan không làm việc')
  for (const kept of ['Kho xa', 'value="workload" checked', 'value="21"']) t.ok(wrong.body.includes(kept), kept)
  t.equal(right.statusCode, 303)
  t.match(after.body, 'đang chờ lãnh đạo ký')
  t.match(after.body, 'và hẹn lại đến 17:00 thứ Ba 24/03/2026')
  t.notOk(formsOf(after.body).includes('/lanh-dao/ky'), 'an officer has no signature')
  t.equal((await getDossier(context.db, dossiers[0]!.id)).dueAt?.toString(), '2026-03-17T10:00:00Z')
})

t.test('the head signs several at once; one that cannot be signed says why, the others are signed', async (t) => {
  const { context, dossiers, head } = await anOffice(t)
  const proposal = { causes: ['complex'], words: '', newDay: day('2026-03-24') }
  for (const { id, officer } of dossiers.slice(0, 2)) await proposeApology(context, { dossierId: id, by: officer, ...proposal })
  const page = '/lanh-dao'

  const list = await head.get(page)
  const none = await head.post('/lanh-dao/ky', {}, { page })
  const said = await head.get(page)
  const press = await head.post('/lanh-dao/ky', { dossier: dossiers.map(({ id }) => id) }, { page })
  const after = await head.get(page)
  const again = await head.post('/lanh-dao/ky', { dossier: [dossiers[0]!.id] }, { page })

  t.match(list.body, 'Vụ việc phức tạp')
  t.same([none.statusCode, press.statusCode, again.statusCode], [303, 303, 303])
  t.match(said.body, 'Chưa chọn hồ sơ nào')
  t.match(after.body, 'Đã ký phiếu xin lỗi của 2 hồ sơ.')
  t.match(after.body, /Chưa làm được 1: H24-260302-0003: Cán bộ chưa ghi xong/)
  for (const { id } of dossiers.slice(0, 2)) t.equal((await getDossier(context.db, id)).dueAt?.toString(), '2026-03-24T10:00:00Z')
  const letters = (await movesOf(context.db, dossiers[0]!.id)).filter(({ name }) => name === 'apologise')
  t.equal(letters.length, 1, 'pressed twice it is one letter')
})

t.test('sent back with a word, the officer reads it on the page of the letter', async (t) => {
  const { context, dossiers, head, officer } = await anOffice(t)
  const { id, officer: writer } = dossiers[0]!
  await proposeApology(context, { dossierId: id, by: writer, causes: ['complex'], words: '', newDay: day('2026-03-24') })
  const page = `/xu-ly/ho-so/${id}/xin-loi`

  const silent = await head.post(`/lanh-dao/xin-loi/${id}/tra-lai`, { why: '' }, { page })
  const back = await head.post(`/lanh-dao/xin-loi/${id}/tra-lai`, { why: 'Hẹn gần hơn' }, { page })

  t.same([silent.headers.location, back.headers.location], [page, '/lanh-dao'])
  t.match((await officer.get(page)).body, 'trả lại: Hẹn gần hơn')
})

t.test('late ones stand first with their officer; the head gives them to somebody else, the head of the desk only looks', async (t) => {
  const { context, app, dossiers, agency, head, desk } = await anOffice(t, '2026-03-23T09:00+07:00')
  const other = (await colleaguesAt(context.db, agency.id)).find(({ username }) => username === 'xuly2.stttt')!
  const page = '/lanh-dao'

  const view = await head.get(page)
  const nobody = await head.post('/lanh-dao/giao', { dossier: [dossiers[0]!.id], toId: '' }, { page })
  const given = await head.post('/lanh-dao/giao', { dossier: [dossiers[0]!.id], toId: other.id }, { page })
  const after = await head.get(page)
  const looking = await desk.get(page)
  const refused = await desk.post('/lanh-dao/ky', { dossier: [dossiers[0]!.id] }, { page })

  t.match(view.body, 'hồ sơ, trong đó 3 trễ trên 3 ngày')
  t.match(view.body, 'Trễ 4 ngày')
  t.match(view.body, 'Trễ, chưa nêu lý do')
  t.same([nobody.statusCode, given.statusCode], [303, 303])
  t.match(after.body, `Đã giao 1 hồ sơ cho ${other.name}`)
  t.equal((await getDossier(context.db, dossiers[0]!.id)).officerId, other.id)
  t.match(looking.body, 'Kết quả chờ trả')
  await sweep(context)
  const theirs = await (await signInAs(app, 'xuly2.stttt')).get('/nhac-viec')
  t.match(theirs.body, 'H24-260302-0001', 'the notice goes with the dossier')
  t.notOk(formsOf(looking.body).some((action) => action.startsWith('/lanh-dao')))
  t.equal(refused.statusCode, 403)
})

t.test('a notice is seen and settled where it stands; the officer has a page of their own', async (t) => {
  const { head, officer } = await anOffice(t, '2026-03-18T09:00+07:00')
  const page = '/lanh-dao'
  const list = await head.get(page)
  const [, id] = /\/nhac-viec\/([0-9a-f-]{36})\/xem/.exec(list.body)!

  const seen = await head.post(`/nhac-viec/${id}/xem`, { from: page }, { page })
  const silent = await head.post(`/nhac-viec/${id}/xong`, { from: page, how: '' }, { page })
  const settled = await head.post(`/nhac-viec/${id}/xong`, { from: page, how: 'Đã giục' }, { page })

  t.same(
    [seen, silent, settled].map(({ headers }) => headers.location),
    [page, page, page]
  )
  t.notOk((await head.get(page)).body.includes(`/nhac-viec/${id}/xong`))
  const own = await officer.get('/nhac-viec')
  t.equal(own.statusCode, 200)
  t.match((await officer.get('/lanh-dao')).statusCode, 403)
})

t.test('a signed letter is said to the applicant in plain words: old date, new date, cause', async (t) => {
  const { shop, context, dossiers, head, app } = await anOffice(t)
  const { id, code, officer } = dossiers[0]!
  await proposeApology(context, { dossierId: id, by: officer, causes: ['verification'], words: '', newDay: day('2026-03-24') })
  await head.post('/lanh-dao/ky', { dossier: [id] }, { page: '/lanh-dao' })
  await shop.runJobs()

  const visitor = openVisitor(await app.listen({ host: '127.0.0.1', port: 0 }))
  await visitor.get('/tra-cuu')
  await visitor.submit('/tra-cuu', { code, last4: lan.phone.slice(-4) })
  const page = await head.get(`/xu-ly/ho-so/${id}`)

  t.match(page.body, 'Hẹn cũ 17:00 ngày 17/03/2026; hẹn mới 17:00 ngày 24/03/2026. Lý do: Cần xác minh thêm')
  const sentence = 'xin lỗi vì không kịp hẹn cũ 17:00 thứ Ba 17/03/2026, và hẹn lại đến 17:00 thứ Ba 24/03/2026'
  t.match(page.body, sentence)
  t.match(visitor.text, sentence)
  t.match(visitor.text, 'Hẹn cũ 17:00 ngày 17/03/2026; hẹn mới 17:00 ngày 24/03/2026')
  t.notMatch(visitor.text, 'Cần xác minh thêm', 'whoever has the code alone learns no cause')
})

t.test('the dossier leads to its letter, and says when no law allows a suspension', async (t) => {
  const { dossiers, officer } = await anOffice(t)
  const { id } = dossiers[0]!

  const page = await officer.get(`/xu-ly/ho-so/${id}`)

  t.match(page.body, `/xu-ly/ho-so/${id}/xin-loi`)
  t.match(page.body, 'Chưa có luật chuyên ngành nào cho phép tạm dừng')
  t.notOk(formsOf(page.body).some((action) => action.endsWith('/tam-dung')))
})

t.test('a dossier nobody has taken shows its letter in every officer’s tray', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  await openDemoAccounts(shop.context)
  const { id } = await aDossier(shop.context, { state: 'accepted' })
  shop.setNow('2026-03-13T09:00+07:00')
  await sweep(shop.context)

  const officer = await signInAs(await shop.app(), 'xuly.stttt')
  const tray = await officer.get('/xu-ly')

  t.match(tray.body, 'Sắp đến hạn: viết phiếu xin lỗi')
  t.match(tray.body, `/xu-ly/ho-so/${id}/xin-loi`)
})
