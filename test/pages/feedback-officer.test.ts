// The officer's side of being heard, by HTTP without a script: trays, answering, passing on, releasing; ratings hidden while few.
import { randomUUIDv7 } from 'node:crypto'
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import type { Context } from '../../src/context.ts'
import { askQuestion } from '../../src/feedback/actions/answer-question.ts'
import { rateDossier } from '../../src/feedback/actions/rate-dossier.ts'
import { sendPetition } from '../../src/feedback/actions/send-petition.ts'
import { findPetition, findQuestion } from '../../src/feedback/queries.ts'
import type { Points } from '../../src/feedback/types.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, smallPdf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { formsOf, signInAs } from '../helpers/staff-browser.ts'

const lan = { name: 'Nguyễn Thị Lan', phone: '0912480123', email: null, locale: 'vi' as const, personId: null }

async function anOffice(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  return { shop, context: shop.context, app, officer: await signInAs(app, 'xuly.stttt') }
}

async function aPetition(context: Context, kind: 'conduct' | 'regulation' = 'conduct') {
  const { id: agencyId } = (await findAgency(context.db, 'STTTT'))!
  const ownerId = randomUUIDv7()
  const file = await keepFile(context, { name: 'anh.pdf', bytes: smallPdf, ownerId })
  const sent = { sender: { ...lan, ownerId }, formKey: randomUUIDv7(), kind, agencyId, dossierCode: '', knowsDossier: false }
  return sendPetition(context, { ...sent, text: 'Quầy đóng cửa sớm.', fileIds: [file.id] })
}

t.test('the tray holds what waits, and late ones say so; another agency’s officer and a clerk see none of it', async (t) => {
  const { shop, context, app, officer } = await anOffice(t)
  const { id, number } = await aPetition(context)
  shop.setNow('2026-03-02T09:00+07:00')

  const { body } = await officer.get('/xu-ly/phan-anh')
  shop.setNow('2026-03-24T09:00+07:00')
  const later = await (await signInAs(app, 'xuly.stttt')).get('/xu-ly/phan-anh')
  const neighbour = await signInAs(app, 'xuly.hongbang')
  const clerk = await signInAs(app, 'quay.stttt')

  for (const said of [number, '23/03/2026', 'Quầy đóng cửa sớm.']) t.ok(body.includes(said), said)
  t.match(later.body, 'Quá hạn 23/03/2026')
  t.notMatch((await neighbour.get('/xu-ly/phan-anh')).body, number)
  t.equal((await neighbour.get(`/xu-ly/phan-anh/${id}`)).statusCode, 404)
  t.equal((await neighbour.get('/xu-ly/phan-anh/khong-co')).statusCode, 404)
  t.equal((await clerk.get('/xu-ly/phan-anh')).statusCode, 403)
})

t.test('an answer to a conduct needs its finding and its words; what was typed stays; a second press is refused', async (t) => {
  const { context, officer } = await anOffice(t)
  const { id } = await aPetition(context)
  const page = `/xu-ly/phan-anh/${id}`

  const noFinding = await officer.post(`${page}/tra-loi`, { answer: 'Xin lỗi ông/bà.' }, { page })
  const noWords = await officer.post(`${page}/tra-loi`, { finding: 'founded' }, { page })
  const whole = await officer.post(`${page}/tra-loi`, { finding: 'founded', answer: 'Xin lỗi ông/bà.' }, { page })
  const again = await officer.post(`${page}/tra-loi`, { finding: 'founded', answer: 'Xin lỗi lần nữa.' }, { page })
  const shown = await officer.get(page)

  t.same([noFinding.statusCode, noWords.statusCode, whole.statusCode, again.statusCode], [422, 422, 303, 409])
  t.match(noFinding.body, 'Xin lỗi ông/bà.</textarea>')
  t.match(noFinding.body, 'href="#finding"')
  t.match(noWords.body, 'href="#tra-loi-answer"')
  t.match(noWords.body, /value="founded" checked/)
  t.match(await findPetition(context.db, id), { state: 'answered', answer: 'Xin lỗi ông/bà.' })
  t.same(
    formsOf(shown.body).filter((action) => action.startsWith(page)),
    [],
    'what is closed has no forms'
  )
})

t.test('it is passed on to the office chosen, and its officer finds it with its file', async (t) => {
  const { context, app, officer } = await anOffice(t)
  const { id, number } = await aPetition(context, 'regulation')
  const page = `/xu-ly/phan-anh/${id}`
  const file = new RegExp(`${page}/tep/[0-9a-f-]{36}`).exec((await officer.get(page)).body)![0]
  const { code } = (await findAgency(context.db, '303'))!

  const nowhere = await officer.post(`${page}/chuyen`, { note: 'Việc của quận' }, { page })
  const toItself = await officer.post(`${page}/chuyen`, { agency: 'STTTT', note: 'Việc của quận' }, { page })
  const passed = await officer.post(`${page}/chuyen`, { agency: code, note: 'Việc của quận' }, { page })
  const neighbour = await signInAs(app, 'xuly.hongbang')

  t.same([nowhere.statusCode, toItself.statusCode, passed.statusCode], [422, 422, 303])
  t.match(nowhere.body, 'Việc của quận</textarea>')
  t.match((await neighbour.get('/xu-ly/phan-anh')).body, number)
  t.match((await neighbour.get(page)).body, 'Việc của quận')
  t.equal((await neighbour.get(file)).statusCode, 200)
  t.equal((await officer.get(file)).statusCode, 404)
})

t.test('what belongs under another law is declined with where to turn', async (t) => {
  const { context, officer } = await anOffice(t)
  const { id } = await aPetition(context)
  const page = `/xu-ly/phan-anh/${id}`

  const empty = await officer.post(`${page}/khong-giai-quyet`, { reason: '' }, { page })
  const whole = await officer.post(`${page}/khong-giai-quyet`, { reason: 'Là đơn khiếu nại, gửi Giám đốc Sở.' }, { page })
  const closed = await officer.get('/xu-ly/phan-anh?xong=1')

  t.same([empty.statusCode, whole.statusCode], [422, 303])
  t.match(await findPetition(context.db, id), { state: 'declined' })
  t.match(closed.body, 'Không giải quyết theo cách này')
})

t.test('a question is answered, edited, released and taken back from its page', async (t) => {
  const { context, officer } = await anOffice(t)
  const { id: agencyId } = (await findAgency(context.db, 'STTTT'))!
  const sender = { ...lan, ownerId: randomUUIDv7() }
  const { id } = await askQuestion(context, { sender, formKey: randomUUIDv7(), agencyId, subject: 'Sách của Lan', text: 'Nộp ở đâu?' })
  const page = `/xu-ly/hoi-dap/${id}`

  t.match((await officer.get('/xu-ly/hoi-dap')).body, 'Sách của Lan')
  const tooSoon = await officer.post(`${page}/cong-khai`, { publicSubject: 'Sách', publicText: 'Nộp ở đâu?' }, { page })
  const answered = await officer.post(`${page}/tra-loi`, { answer: 'Ở quầy.' }, { page })
  const noTitle = await officer.post(`${page}/cong-khai`, { publicSubject: '', publicText: 'Nộp ở đâu?' }, { page })
  const released = await officer.post(`${page}/cong-khai`, { publicSubject: 'Nhập khẩu sách', publicText: 'Nộp ở đâu?' }, { page })
  const open = await officer.get('/hoi-dap')
  await officer.post(`${page}/thoi-cong-khai`, {}, { page })

  t.same([tooSoon.statusCode, answered.statusCode, noTitle.statusCode, released.statusCode], [409, 303, 422, 303])
  t.match(open.body, 'Nhập khẩu sách')
  t.match(await findQuestion(context.db, id), { state: 'answered', releasedAt: null })
})

t.test('ratings are shown from five on, with each criterion, the grade and the words', async (t) => {
  const { context, officer } = await anOffice(t)
  const rate = async (attitude: Points, words: string) => {
    const { id, clerk, citizen } = await aDossier(context, { state: 'result_ready' })
    const check = { paper: 'căn cước', last4: '6217', receiver: 'Lan', relation: '' }
    await handOverAtDesk(context, { dossierId: id, by: clerk, check })
    await rateDossier(context, { dossierId: id, by: citizen, satisfaction: 'satisfied', contacts: 2, agencies: 1, attitude, words })
  }
  for (let i = 0; i < 4; i++) await rate(2, `Lời ${i}`)
  const few = await officer.get('/xu-ly/danh-gia')
  await rate(0, '')
  const shown = await officer.get('/xu-ly/danh-gia')

  t.match(few.body, 'mới có 4 đánh giá')
  t.notMatch(few.body, 'Lời 1')
  t.match(shown.body, 'Lời 1')
  // 2 + 2 + 2 + 1 + (4 × 2 + 0) / 5
  t.match(shown.body, '<b>8,6</b>')
  t.match(shown.body, 'Hoàn thành 100 %')
})
