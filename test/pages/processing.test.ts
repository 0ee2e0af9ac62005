// The internal process by HTTP without a script: the list of work, the pool, the step of a dossier, questions between offices, the trace, the desk's watch list.
import t, { type Test } from 'tap'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { getDossier } from '../../src/dossiers/queries.ts'
import { takeStep } from '../../src/processing/actions/take-step.ts'
import { consultationsOf, currentStepsOf, forwardingOf, handOversOf, meetingsOf } from '../../src/processing/queries.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, smallPdf } from '../helpers/dossiers.ts'
import { acceptedAtWard, statesOf, stepAt, theOffices } from '../helpers/offices.ts'
import { formsOf, hidden, signInAs } from '../helpers/staff-browser.ts'

async function anOffice(t: Test) {
  const shop = await openTestContext(t)
  const who = await theOffices(shop.context)
  const app = await shop.app()
  return { shop, context: shop.context, app, who, as: (username: string) => signInAs(app, username) }
}
const threeSteps = { procedure: '2.001740', state: 'accepted' } as const

t.test('many are taken from the pool in one press; without a tick the page says what to do', async (t) => {
  const { context, who, as } = await anOffice(t)
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => aDossier(context, threeSteps)))
  const van = await as('xuly.stttt')
  const page = '/xu-ly?loc=chung'

  const none = await van.post('/xu-ly/nhan', { returnTo: page }, { page })
  t.match((await van.get(page)).body, 'đánh dấu vào ô đầu dòng')
  const some = await van.post('/xu-ly/nhan', { dossier: [one!.id, two!.id], returnTo: page }, { page })
  const single = await van.post('/xu-ly/nhan', { dossier: [], only: three!.id, returnTo: 'https://other.example/' }, { page })

  t.same([none.statusCode, none.headers.location], [303, page])
  t.equal(some.statusCode, 303)
  t.equal(single.headers.location, '/xu-ly', 'never to somebody else’s site')
  for (const { id } of [one!, two!, three!]) t.equal((await getDossier(context.db, id)).officerName, (await who('xuly.stttt')).name)
})

t.test('the filter lives in the address: late, today, waiting, one procedure; nothing left shows the oldest of the team', async (t) => {
  const { shop, context, who, as } = await anOffice(t)
  const [van, huy] = [await who('xuly.stttt'), await who('xuly2.stttt')]
  const mine = await aDossier(context, threeSteps)
  const other = await aDossier(context, { state: 'accepted' })
  const team = await aDossier(context, threeSteps)
  for (const { id } of [mine, other]) await takeStep(context, { dossierId: id, by: van })
  await takeStep(context, { dossierId: team.id, by: huy })
  const before = await as('xuly.stttt')
  const onlyOne = (await before.get('/xu-ly?loc=dang-lam&thu-tuc=2.001740')).body
  const noneLate = (await before.get('/xu-ly?loc=tre')).body

  t.match(onlyOne, mine.id)
  t.notMatch(onlyOne, other.id)
  t.match(noneLate, 'Không có việc nào trễ hạn')
  t.match(noneLate, team.id, 'the oldest work of the team')
  shop.setNow('2026-03-06T09:00+07:00')
  const after = await as('xuly.stttt')
  const late = (await after.get('/xu-ly?loc=tre')).body
  t.match(late, mine.id)
  t.notMatch(late, other.id)
})

t.test('the step goes on, back and to a colleague by forms; a wrong one keeps what was typed', async (t) => {
  const { context, who, as } = await anOffice(t)
  const { id } = await aDossier(context, threeSteps)
  const page = `/xu-ly/ho-so/${id}`
  const van = await as('xuly.stttt')
  const huy = await who('xuly2.stttt')

  t.ok(formsOf((await van.get(page)).body).includes(`${page}/nhan`))
  await van.post(`${page}/nhan`, {}, { page })
  const shown = (await van.get(page)).body
  const stepId = hidden(shown, 'stepId')
  t.equal(stepId, (await stepAt(context, id, 1)).id)
  for (const form of ['chuyen-tiep', 'hoi-y-kien', 'xac-minh', 'giao-nguoi']) t.ok(formsOf(shown).includes(`${page}/${form}`), form)
  for (const form of ['dong-y', 'tu-choi', 'tra-lai']) t.notOk(formsOf(shown).includes(`${page}/${form}`), `no ${form} in the first step`)
  const sent = await van.post(`${page}/chuyen-tiep`, { stepId, note: 'Đủ điều kiện' }, { page })
  const twice = await van.post(`${page}/chuyen-tiep`, { stepId, note: 'Viết lại ý kiến' }, { page })
  t.equal(sent.statusCode, 303)
  t.equal(twice.statusCode, 409)
  t.match(twice.body, 'vừa được người khác làm')
  await van.post(`${page}/nhan`, {}, { page })
  const second = (await stepAt(context, id, 2)).id
  const noReason = await van.post(`${page}/tra-lai`, { stepId: second, toStepId: stepId, reason: '' }, { page })
  t.equal(noReason.statusCode, 422)
  t.match(noReason.body, 'href="#tra-lai-reason"')
  const handed = await van.post(`${page}/giao-nguoi`, { stepId: second, toId: huy.id, note: '' }, { page })
  t.equal(handed.statusCode, 303)
  const elsewhere = (await van.get(page)).body
  t.match(elsewhere, `ở tay ${huy.name}`)
  t.notOk(formsOf(elsewhere).includes(`${page}/chuyen-tiep`))
  t.same(await statesOf(context, id), ['done', 'in_hand', 'waiting'])
})

t.test('a decision is refused in a step that may not make it, whatever the browser sends', async (t) => {
  const { context, as } = await anOffice(t)
  const { id } = await aDossier(context, threeSteps)
  const page = `/xu-ly/ho-so/${id}`
  const van = await as('xuly.stttt')
  await van.post(`${page}/nhan`, {}, { page })

  const answer = await van.post(
    `${page}/dong-y`,
    { number: '1/XN', title: 'Giấy xác nhận' },
    { page, files: [{ field: 'resultFile', name: 'a.pdf', bytes: smallPdf }] }
  )

  t.equal(answer.statusCode, 409)
  t.match(answer.body, 'không được quyết định việc này')
  t.equal((await getDossier(context.db, id)).state, 'in_progress')
})

t.test('a question goes to another office and comes back; both see it, a third does not', async (t) => {
  const { context, as } = await anOffice(t)
  const { id } = await aDossier(context, threeSteps)
  const page = `/xu-ly/ho-so/${id}`
  const [van, ngoc, yen] = [await as('xuly.stttt'), await as('xuly.sldtbxh'), await as('xuly.hongbang')]
  await van.post(`${page}/nhan`, {}, { page })
  const formId = hidden((await van.get(page)).body, 'formId')
  t.equal((await ngoc.get(page)).statusCode, 404, 'not theirs yet')
  const question = { formId, agencyCode: 'SLDTBXH', question: 'Có đăng ký lao động không?', dueAt: '2026-03-04' }

  const wrong = await van.post(`${page}/hoi-y-kien`, { ...question, dueAt: '2026-02-01' }, { page })
  const asked = await van.post(`${page}/hoi-y-kien`, question, { page })
  const [one] = await consultationsOf(context.db, id)
  const href = `/xu-ly/xin-y-kien/${one!.id}`

  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'Có đăng ký lao động không?</textarea>')
  t.equal(asked.statusCode, 303)
  t.match((await ngoc.get('/xu-ly/xin-y-kien')).body, href)
  t.equal((await ngoc.get(page)).statusCode, 200)
  t.match((await ngoc.get('/xu-ly/tim?q=Nguyen Thi Lan')).body, id, 'and it is found there')
  t.equal((await yen.get(href)).statusCode, 404)
  t.equal((await ngoc.post(href, { answer: '' }, { page: href })).statusCode, 422)
  t.equal((await ngoc.post(href, { answer: 'Có' }, { page: href })).statusCode, 303)
  t.equal((await van.post(href, { answer: 'Không' }, { page })).statusCode, 404, 'whoever asked does not answer')
  t.match((await van.get(page)).body, '“Có”')
})

t.test('a verification is written down with its form', async (t) => {
  const { context, as } = await anOffice(t)
  const { id } = await aDossier(context, threeSteps)
  const page = `/xu-ly/ho-so/${id}`
  const van = await as('xuly.stttt')
  await van.post(`${page}/nhan`, {}, { page })
  const said = { place: 'Cơ sở in', participants: 'Ông A, bà Vân', content: 'Đúng như khai' }

  const tomorrow = await van.post(`${page}/xac-minh`, { heldAt: '2026-03-03', time: '09:00', ...said }, { page })
  const done = await van.post(`${page}/xac-minh`, { heldAt: '2026-03-02', time: '08:00', ...said }, { page })

  t.equal(tomorrow.statusCode, 422)
  t.equal(done.statusCode, 303)
  t.match(await meetingsOf(context.db, id), [said])
})

t.test('the control slip is there for all who work on the dossier, at the desk and behind it, and for nobody else', async (t) => {
  const { context, as } = await anOffice(t)
  const { id } = await aDossier(context, threeSteps)
  const slip = `/can-bo/ho-so/${id}/phieu-kiem-soat.pdf`
  const [clerk, van, ngoc] = [await as('quay.stttt'), await as('xuly.stttt'), await as('xuly.sldtbxh')]

  const answer = await clerk.get(slip)

  t.equal(answer.headers['content-type'], 'application/pdf')
  t.match((await readPdf(new Uint8Array(answer.rawPayload))).text, 'PHIẾU KIỂM SOÁT QUÁ TRÌNH')
  t.equal((await van.get(slip)).statusCode, 200)
  t.match((await clerk.get(`/can-bo/ho-so/${id}/qua-trinh`)).body, 'Quầy chuyển giải quyết')
  t.equal((await ngoc.get(slip)).statusCode, 404)
  t.equal((await van.get(`/can-bo/ho-so/${id}/phieu-chuyen.pdf`)).statusCode, 404, 'it stays at one agency')
})

t.test(
  'the desk’s watch list names what has not left; a press takes it off; late answers are noted by the head of the desk only',
  async (t) => {
    const { context, who, as } = await anOffice(t)
    const id = await acceptedAtWard(context, { clerk: await who('quay.minhkhai'), channel: 'desk' })
    const [lan, head] = [await as('quay.minhkhai'), await as('truongquay.minhkhai')]
    const page = '/quay/chuyen'

    t.match((await lan.get(page)).body, `name="dossier" value="${id}"`)
    const done = await lan.post(page, { dossier: [id] }, { page })
    const noted = await lan.post(`${page}/tra-loi-muon`, { consultation: id }, { page })

    t.equal(done.statusCode, 303)
    t.match(await forwardingOf(context.db, id), { way: 'desk', forwardedBy: 'Vũ Thị Lan' })
    t.match((await head.get(page)).body, 'Không còn hồ sơ nào chưa chuyển')
    t.equal(noted.statusCode, 403)
  }
)

t.test('accepted a moment ago, it is in the pool before any job has run', async (t) => {
  const { context, who, as } = await anOffice(t)
  const { id } = await aDossier(context, { procedure: '2.001740' })
  await acceptAtDesk(context, { dossierId: id, by: await who('quay.stttt') })
  t.same(await currentStepsOf(context.db, id), [])

  t.match((await (await as('xuly.stttt')).get('/xu-ly?loc=chung')).body, id)
  t.equal((await handOversOf(context.db, id)).length, 1)
})

t.test('found by code or name from the bar of every officer’s page', async (t) => {
  const { context, as } = await anOffice(t)
  const { id, code } = await aDossier(context, threeSteps)
  const van = await as('xuly.stttt')

  t.match((await van.get('/xu-ly')).body, 'action="/xu-ly/tim"')
  t.match((await van.get(`/xu-ly/tim?q=${code.slice(-4)}`)).body, id)
  t.match((await van.get('/xu-ly/tim?q=khongco')).body, 'Không thấy hồ sơ nào khớp')
})
