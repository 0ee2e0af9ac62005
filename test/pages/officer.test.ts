// The officer by HTTP without a script: the tray, taking up, deciding with a signed paper, asking once, pausing.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findStaff } from '../../src/accounts/queries.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { openRequestOf } from '../../src/dossiers/check-queries.ts'
import { getDossier, movesOf, resultOf } from '../../src/dossiers/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, smallPdf } from '../helpers/dossiers.ts'
import { formsOf, hidden, signInAs } from '../helpers/staff-browser.ts'
import { allowSuspension } from '../helpers/time-rules.ts'

async function anOffice(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const { id, fullName, agencyId } = (await findStaff(shop.context.db, 'xuly.stttt'))!
  const van: Actor = { id, name: fullName, role: 'officer', agencyId: agencyId! }
  return { shop, context: shop.context, app, van, officer: await signInAs(app, 'xuly.stttt') }
}

const pdf = (field: string) => ({ field, name: 'giay-phep.pdf', bytes: smallPdf })

t.test('the list holds what is in hand, the pool what can be taken; what a colleague holds is in neither', async (t) => {
  const { context, van, officer } = await anOffice(t)
  const free = await aDossier(context, { state: 'accepted' })
  const mine = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: mine.id, by: van })
  const colleagues = await aDossier(context, { state: 'in_progress' })
  const elsewhere = await aDossier(context, { state: 'accepted', procedure: '1.001193', agency: '11311' })

  const inHand = (await officer.get('/xu-ly')).body
  const pool = (await officer.get('/xu-ly?loc=chung')).body

  t.match(inHand, `/xu-ly/ho-so/${mine.id}`)
  t.notMatch(inHand, free.id)
  t.match(pool, `name="dossier" value="${free.id}"`)
  t.notMatch(pool, mine.id)
  for (const other of [colleagues, elsewhere]) t.notMatch(inHand + pool, other.id)
})

t.test('a dossier is taken up once and has a name on it', async (t) => {
  const { context, van, officer } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  const page = `/xu-ly/ho-so/${id}`

  const taken = await officer.post(`${page}/nhan`, {}, { page: '/xu-ly' })
  const again = await officer.post(`${page}/nhan`, {}, { page })

  t.same([taken.statusCode, taken.headers.location], [303, page])
  t.equal(again.statusCode, 409)
  t.match(await getDossier(context.db, id), { state: 'in_progress', officerId: van.id })
})

t.test('an approval needs its number and the signed PDF; a good file is kept while the rest is mended', async (t) => {
  const { context, van, officer } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  const page = `/xu-ly/ho-so/${id}`

  const noFile = await officer.post(`${page}/dong-y`, { number: '15/GP', title: 'Giấy phép' }, { page })
  const picture = await officer.post(
    `${page}/dong-y`,
    { number: '15/GP', title: 'Giấy phép' },
    {
      page,
      files: [
        {
          field: 'resultFile',
          name: 'anh.png',
          type: 'image/png',
          bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
        }
      ]
    }
  )
  const noNumber = await officer.post(`${page}/dong-y`, { number: '', title: 'Giấy phép nhập khẩu' }, { page, files: [pdf('resultFile')] })
  const resultFileId = hidden(noNumber.body, 'resultFileId')
  const whole = await officer.post(`${page}/dong-y`, { number: '15/GP-STTTT', title: 'Giấy phép nhập khẩu', resultFileId }, { page })

  t.equal(noFile.statusCode, 422)
  t.match(noFile.body, 'value="15/GP"')
  t.match(noFile.body, 'href="#dong-y-resultFile"')
  t.equal(picture.statusCode, 415)
  t.match(picture.body, 'id="dong-y-resultFile-loi"')
  t.equal(noNumber.statusCode, 422)
  t.match(noNumber.body, 'Đã giữ tệp giay-phep.pdf')
  t.equal(whole.statusCode, 303)
  t.match(await resultOf(context.db, id), {
    kind: 'approved',
    number: '15/GP-STTTT',
    title: 'Giấy phép nhập khẩu',
    fileId: resultFileId,
    signedBy: van.name
  })
  t.equal((await getDossier(context.db, id)).state, 'result_ready')
})

t.test('a file somebody else uploaded cannot be signed as a result', async (t) => {
  const { context, van, officer } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  const other = await aDossier(context, { state: 'result_ready', procedure: '1.001193', agency: '11311' })
  const { fileId } = (await resultOf(context.db, other.id))!

  const answer = await officer.post(
    `/xu-ly/ho-so/${id}/dong-y`,
    { number: '1', title: 'Giấy phép', resultFileId: fileId },
    { page: `/xu-ly/ho-so/${id}` }
  )

  t.equal(answer.statusCode, 422)
  t.equal((await getDossier(context.db, id)).state, 'in_progress')
})

t.test('a refusal on merit has its reason and its letter', async (t) => {
  const { context, van, officer } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  const page = `/xu-ly/ho-so/${id}`

  const noReason = await officer.post(
    `${page}/tu-choi`,
    { number: '16/STTTT', title: 'Văn bản từ chối' },
    { page, files: [pdf('letterFile')] }
  )
  const whole = await officer.post(
    `${page}/tu-choi`,
    { reason: 'Xuất bản phẩm bị cấm lưu hành', number: '16/STTTT', title: 'Văn bản từ chối' },
    { page, files: [pdf('letterFile')] }
  )

  t.equal(noReason.statusCode, 422)
  t.match(noReason.body, 'href="#tu-choi-reason"')
  t.equal(whole.statusCode, 303)
  t.match(await resultOf(context.db, id), { kind: 'refused', reason: 'Xuất bản phẩm bị cấm lưu hành' })
})

t.test('a supplement is asked within three working days, once; after that the form is gone and a press is refused', async (t) => {
  const { shop, context, app, van } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  const page = `/xu-ly/ho-so/${id}`
  const inTime = await (await signInAs(app, 'xuly.stttt')).get(page)
  shop.setNow('2026-03-06T09:00+07:00')
  const officer = await signInAs(app, 'xuly.stttt')

  const late = await officer.get(page)
  const press = await officer.post(`${page}/yeu-cau-bo-sung`, { 'common.1': '2' }, { page })

  t.ok(formsOf(inTime.body).includes(`${page}/yeu-cau-bo-sung`))
  t.match(inTime.body, 'hết thứ Năm, 05/03/2026')
  t.notOk(formsOf(late.body).includes(`${page}/yeu-cau-bo-sung`))
  t.match(late.body, 'Đã quá 03 ngày làm việc')
  t.equal(press.statusCode, 409)
})

t.test('asked once and still not right: the officer proposes to ask again, and whoever signs sends it', async (t) => {
  const { context, app, van, officer } = await anOffice(t)
  const { id, citizen } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  const page = `/xu-ly/ho-so/${id}`
  await officer.post(`${page}/yeu-cau-bo-sung`, { 'common.1': '2' }, { page })
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [], note: 'Đã gửi lại' })
  await takeDossier(context, { dossierId: id, by: van })

  const shown = await officer.get(page)
  const without = await officer.post(`${page}/yeu-cau-bo-sung`, { 'common.1': '2' }, { page })
  const proposed = await officer.post(`${page}/yeu-cau-bo-sung`, { 'common.1': '2', why: 'Vẫn ảnh cũ' }, { page })
  const waiting = await officer.get(page)
  const { id: request } = (await openRequestOf(context.db, id))!
  const signer = await signInAs(app, 'ky.stttt')
  const sent = await signer.post(`/can-bo/de-nghi/${request}`, { answer: 'yes', reason: 'Không đọc được' }, { page: '/can-bo/de-nghi' })

  t.match(shown.body, 'Đề nghị yêu cầu bổ sung lần nữa')
  t.equal(without.statusCode, 422)
  t.match(without.body, 'href="#yeu-cau-bo-sung-why"')
  t.equal(proposed.statusCode, 303)
  t.match(waiting.body, 'Chờ người phụ trách')
  t.notOk(formsOf(waiting.body).includes(`${page}/yeu-cau-bo-sung`))
  t.equal(sent.statusCode, 303)
  t.match(await getDossier(context.db, id), { state: 'awaiting_supplement', supplementsAsked: 2 })
})

t.test('suspended with a reason, resumed: the clock goes on from where it stood', async (t) => {
  const { context, van, officer } = await anOffice(t)
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })
  const page = `/xu-ly/ho-so/${id}`

  const noLaw = await officer.post(`${page}/tam-dung`, { note: 'Chờ giám định' }, { page })
  await allowSuspension(context)
  const noReason = await officer.post(`${page}/tam-dung`, { note: '' }, { page })
  const paused = await officer.post(`${page}/tam-dung`, { note: 'Chờ giám định' }, { page })
  const shown = await officer.get(page)
  const resumed = await officer.post(`${page}/tiep-tuc`, {}, { page })

  t.same([noLaw.statusCode, noReason.statusCode, paused.statusCode, resumed.statusCode], [409, 422, 303, 303])
  t.match(noLaw.body, 'Chưa có quy định chuyên ngành nào cho phép tạm dừng')
  t.match(shown.body, 'Đồng hồ đang dừng')
  t.same(
    (await movesOf(context.db, id)).map(({ name }) => name),
    ['submit', 'accept', 'take', 'suspend', 'resume']
  )
  t.ok((await getDossier(context.db, id)).dueAt)
})

t.test('payment is asked for by the officer and confirmed by the desk', async (t) => {
  const { context, app, van, officer } = await anOffice(t)
  const clerk = await signInAs(app, 'quay.stttt')
  const { id } = await aDossier(context, { state: 'accepted' })
  await takeDossier(context, { dossierId: id, by: van })

  await officer.post(
    `/xu-ly/ho-so/${id}/yeu-cau-nop-phi`,
    { note: 'Phí thẩm định 200.000 ₫, nộp tại quầy' },
    { page: `/xu-ly/ho-so/${id}` }
  )
  const paid = await clerk.post(`/quay/ho-so/${id}/thu-phi`, { note: 'Biên lai 0042' }, { page: `/quay/ho-so/${id}` })

  t.equal(paid.statusCode, 303)
  t.equal((await getDossier(context.db, id)).state, 'in_progress')
})

t.test('clerks are told that the tray is not their room, and another agency’s dossier does not exist', async (t) => {
  const { context, app, officer } = await anOffice(t)
  const clerk = await signInAs(app, 'quay.stttt')
  const elsewhere = await aDossier(context, { state: 'accepted', procedure: '1.001193', agency: '11311' })

  t.equal((await clerk.get('/xu-ly')).statusCode, 403)
  t.equal((await officer.get(`/xu-ly/ho-so/${elsewhere.id}`)).statusCode, 404)
})
