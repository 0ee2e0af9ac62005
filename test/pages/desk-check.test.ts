// The check of a new dossier by HTTP, as a browser without a script uses it: verdicts that stay, one request with everything,
// a second one only with the head's word, one clerk at a time.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { checkedPapers, openRequestOf, secondRequestsOf } from '../../src/dossiers/check-queries.ts'
import { getDossier, movesOf, papersOf, supplementRequestsOf } from '../../src/dossiers/queries.ts'
import { refusalGrounds } from '../../src/dossiers/rules.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'

async function aDesk(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const { id, citizen } = await aDossier(shop.context)
  const page = `/quay/ho-so/${id}`
  const clerk = await signInAs(app, 'quay.stttt')
  const papers = await papersOf(shop.context.db, id)
  const say = (n: number, fields: Record<string, string>, who = clerk) => who.post(`${page}/giay/${papers[n - 1]!.id}`, fields, { page })
  const wrong = (n: number, reason: string, words = '') => say(n, { verdict: 'wrong', reason, words })
  const press = (action: string, fields: Record<string, string | string[]> = {}, who = clerk) =>
    who.post(`${page}/${action}`, fields, { page })
  return { shop, context: shop.context, app, id, citizen, page, clerk, papers, say, wrong, press }
}

t.test('a verdict stays with its paper, is seen by a colleague, and the page goes on to the next paper', async (t) => {
  const { context, app, id, page, papers, say, wrong, shop } = await aDesk(t)

  const first = await say(1, { verdict: 'right' })
  const second = await wrong(2, 'pages_missing', 'trang 3')
  const blurred = await say(3, { verdict: 'wrong', reason: 'blurred' })
  const nothing = await say(4, { verdict: 'wrong', reason: '' })
  shop.setNow('2026-03-02T09:00+07:00')
  const colleague = await signInAs(app, 'truongquay.stttt')
  const seen = await colleague.get(`${page}?giay=2`)

  t.same(
    [first, second, blurred].map(({ statusCode, headers }) => [statusCode, headers.location]),
    [
      [303, `${page}?giay=2`],
      [303, `${page}?giay=3`],
      [303, `${page}?giay=4`]
    ]
  )
  t.equal(nothing.statusCode, 422)
  t.match(nothing.body, 'id="giay-reason-loi"')
  t.match(seen.body, 'Thiếu trang: trang 3')
  t.match(seen.body, /Phạm Thu Hà, 08:30/)
  t.match(seen.body, `Đã xét 3/${papers.length} giấy, 2 chưa đúng`)
  t.same(
    (await checkedPapers(context.db, id)).slice(0, 4).map(({ check }) => check?.verdict ?? null),
    ['right', 'wrong', 'wrong', null]
  )
})

t.test('a request names everything at once: it waits until every paper has its verdict, and Mẫu 02 holds all of it', async (t) => {
  const { shop, context, id, page, clerk, papers, wrong, press } = await aDesk(t)
  await wrong(1, 'unsigned', 'trang 2')
  await wrong(2, '', 'Thiếu số lượng')

  const early = await press('yeu-cau-bo-sung', { extra: 'Ghi lại địa chỉ' })
  await press('giay-con-lai')
  const asked = await press('yeu-cau-bo-sung', { extra: 'Ghi lại địa chỉ\nGhi rõ mục đích' })

  t.equal(early.statusCode, 409)
  t.match(early.body, /Còn \d giấy tờ chưa xét/)
  t.match(early.body, 'Ghi lại địa chỉ</textarea>', 'what was typed stays')
  t.equal(asked.statusCode, 303)
  const [request] = await supplementRequestsOf(context.db, id)
  t.same(
    request!.reasons.map(({ paperNumber, reason }) => [paperNumber ?? 0, reason]),
    [
      [1, 'Thiếu chữ ký hoặc con dấu: trang 2'],
      [papers[1]!.number, 'Thiếu số lượng'],
      [0, 'Ghi lại địa chỉ'],
      [0, 'Ghi rõ mục đích']
    ]
  )
  await shop.runJobs()
  const { body } = await clerk.get(page)
  const paper = [...body.slice(0, body.lastIndexOf('Phiếu yêu cầu bổ sung')).matchAll(/href="(\/tep\/[0-9a-f-]+)"/g)].at(-1)![1]!
  const { text } = await readPdf(new Uint8Array((await clerk.get(paper)).rawPayload))
  for (const { reason } of request!.reasons) t.match(text, reason)
})

t.test('required papers that are not there are named too, unless the clerk says this case does not need them', async (t) => {
  const { context, app } = await aDesk(t)
  const pickUp = { name: lan.name, phone: lan.phone, address: '18/7 Lạch Tray', wardCode: '11326', wardName: 'Phường Lạch Tray' }
  const application = { filer: lan, applicant: lan, subject: 'Sách', delivery: { method: 'desk' as const }, pickUp }
  const { id } = await aDossier(context, { channel: 'post', application, papers: [] })
  const clerk = await signInAs(app, 'quay.stttt')
  const own = `/quay/ho-so/${id}`
  const { body } = await clerk.get(own)
  const missing = [...body.matchAll(/name="missing" value="(\d+)" checked/g)].map(([, n]) => n!)
  await clerk.post(`${own}/giay-con-lai`, {}, { page: own })

  const nothing = await clerk.post(`${own}/yeu-cau-bo-sung`, {}, { page: own })
  await clerk.post(`${own}/yeu-cau-bo-sung`, { missing, extra: 'Ghi rõ mục đích' }, { page: own })

  t.ok(missing.length > 0, `${missing} are ticked to begin with`)
  t.equal(nothing.statusCode, 422, 'unticked, and nothing else to say')
  const [request] = await supplementRequestsOf(context.db, id)
  t.same(
    request!.reasons.map(({ paperNumber, reason }) => [paperNumber ?? 0, reason]),
    [...missing.map((n) => [Number(n), 'Chưa có giấy này']), [0, 'Ghi rõ mục đích']]
  )
})

t.test('what the law requires and the desk calls wrong is not taken in', async (t) => {
  const { context, id, page, clerk, say, wrong, press } = await aDesk(t)
  await wrong(1, 'expired')

  const refused = await press('tiep-nhan')
  const shown = await clerk.get(page)
  await say(1, { verdict: 'right' })
  const accepted = await press('tiep-nhan')

  t.equal(refused.statusCode, 409)
  t.match(refused.body, 'đang ghi là chưa đúng nên chưa tiếp nhận được')
  t.notMatch(shown.body, `action="${page}/tiep-nhan"`)
  t.equal(accepted.statusCode, 303)
  t.equal((await getDossier(context.db, id)).state, 'accepted')
})

t.test('a paper that was made better needs a new verdict; the others keep theirs', async (t) => {
  const { context, id, citizen, wrong, press } = await aDesk(t)
  await wrong(1, 'blurred')
  await press('giay-con-lai')
  await press('yeu-cau-bo-sung')
  const better = { number: 1, name: 'Đơn rõ hơn', form: 'form', given: 'paper' as const, fileId: null }
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [better] })

  const verdicts = (await checkedPapers(context.db, id)).map(({ check }) => check?.verdict ?? null)

  t.equal(verdicts[0], null)
  t.ok(verdicts.slice(1).every((verdict) => verdict === 'right'))
})

/** Asked once, answered, and still wrong. */
async function stillWrong(desk: Awaited<ReturnType<typeof aDesk>>) {
  const { context, id, citizen, wrong, press } = desk
  await wrong(1, 'blurred')
  await press('giay-con-lai')
  await press('yeu-cau-bo-sung')
  await giveSupplement(context, { dossierId: id, by: citizen, papers: [], note: 'Đã gửi lại' })
  return desk
}

t.test('a second request is sent only when the head of the desk agrees, with a reason, and is not the one who proposed', async (t) => {
  const desk = await stillWrong(await aDesk(t))
  const { context, app, id, page, clerk, press } = desk
  const head = await signInAs(app, 'truongquay.stttt')
  const tray = '/can-bo/de-nghi'

  const without = await press('yeu-cau-bo-sung', { why: '' })
  const proposed = await press('yeu-cau-bo-sung', { why: 'Người nộp gửi lại đúng ảnh cũ' })
  const request = (await openRequestOf(context.db, id))!
  const again = await press('yeu-cau-bo-sung', { why: 'Lần nữa' })
  const waiting = await clerk.get(page)
  const byClerk = await clerk.get(tray)
  const shown = await head.get(tray)
  const noReason = await head.post(`${tray}/${request.id}`, { answer: 'yes', reason: '' }, { page: tray })

  t.equal(without.statusCode, 422)
  t.match(without.body, 'href="#yeu-cau-bo-sung-why"')
  t.equal(proposed.statusCode, 303)
  t.equal((await getDossier(context.db, id)).state, 'submitted', 'nothing is sent yet')
  t.equal(again.statusCode, 409)
  t.match(waiting.body, 'Người nộp gửi lại đúng ảnh cũ')
  t.notMatch(waiting.body, `action="${page}/yeu-cau-bo-sung"`)
  t.equal(byClerk.statusCode, 403)
  t.match(shown.body, 'Ảnh mờ, không đọc được')
  t.equal(noReason.statusCode, 422)

  const sent = await head.post(`${tray}/${request.id}`, { answer: 'yes', reason: 'Ảnh cũ, không thể giải quyết' }, { page: tray })
  const twice = await head.post(`${tray}/${request.id}`, { answer: 'yes', reason: 'Ảnh cũ' }, { page: tray })

  t.equal(sent.statusCode, 303)
  t.equal(twice.statusCode, 404)
  const dossier = await getDossier(context.db, id)
  t.same([dossier.state, dossier.supplementsAsked], ['awaiting_supplement', 2])
  t.match((await movesOf(context.db, id)).at(-1), {
    name: 'ask_at_desk',
    facts: { number: 2, proposedBy: 'Phạm Thu Hà', approvalReason: 'Ảnh cũ, không thể giải quyết' }
  })
  t.match((await supplementRequestsOf(context.db, id)).at(-1), { number: 2, askedBy: 'Phạm Thu Hà' })
})

t.test('the head may say no, and a head who proposes does not answer', async (t) => {
  const desk = await stillWrong(await aDesk(t))
  const { context, app, id, page, shop } = desk
  shop.setNow('2026-03-02T09:00+07:00')
  const head = await signInAs(app, 'truongquay.stttt')
  const tray = '/can-bo/de-nghi'
  await head.post(`${page}/yeu-cau-bo-sung`, { why: 'Vẫn mờ' }, { page })
  const own = (await openRequestOf(context.db, id))!

  const byThemselves = await head.post(`${tray}/${own.id}`, { answer: 'yes', reason: 'Đồng ý' }, { page: tray })

  t.equal(byThemselves.statusCode, 403)
  t.match((await head.get(tray)).body, 'Đây là đề nghị của chính ông/bà')
  t.equal((await openRequestOf(context.db, id))?.id, own.id, 'it still waits')
})

t.test('a proposal that is not agreed to is answered with its reason, and the clerk reads it', async (t) => {
  const { context, app, id, page, clerk, press } = await stillWrong(await aDesk(t))
  await press('yeu-cau-bo-sung', { why: 'Vẫn mờ' })
  const request = (await openRequestOf(context.db, id))!
  const head = await signInAs(app, 'truongquay.stttt')

  await head.post(`/can-bo/de-nghi/${request.id}`, { answer: 'no', reason: 'Ảnh đọc được khi phóng to' }, { page: '/can-bo/de-nghi' })

  t.match(await secondRequestsOf(context.db, id), [{ decision: 'declined', decidedBy: /./ }])
  t.match((await clerk.get(page)).body, 'Ảnh đọc được khi phóng to')
  t.equal((await getDossier(context.db, id)).supplementsAsked, 1)
})

t.test('a colleague who looks at a dossier is named, the others read only, and may take it over', async (t) => {
  const { shop, app, id, page, clerk, papers, say } = await aDesk(t)
  const other = await signInAs(app, 'truongquay.stttt')
  await clerk.get(page)

  const held = await other.get(page)
  const verdict = await say(1, { verdict: 'right' }, other)
  const accepted = await other.post(`${page}/tiep-nhan`, {}, { page })

  t.match(held.body, 'Phạm Thu Hà đang kiểm tra hồ sơ này từ 08:30')
  t.notMatch(held.body, `action="${page}/tiep-nhan"`)
  t.notMatch(held.body, `action="${page}/giay/${papers[0]!.id}"`)
  t.same([verdict.statusCode, accepted.statusCode], [409, 409])

  await other.post(`${page}/kiem-tra-tiep`, {}, { page })
  t.equal((await say(1, { verdict: 'right' }, other)).statusCode, 303)
  t.match((await clerk.get(page)).body, 'đang kiểm tra hồ sơ này')

  shop.setNow('2026-03-02T08:45+07:00')
  t.equal((await clerk.post(`${page}/tiep-nhan`, {}, { page })).statusCode, 303, `nobody has touched ${id} for a quarter of an hour`)
})

t.test('a lawful ground brings its article, of the law that holds on the day', async (t) => {
  const { context, id, page, clerk, press } = await aDesk(t)

  const neither = await press('tu-choi', { ground: '' })
  const { body } = await clerk.get(page)
  const whole = await press('tu-choi', { ground: 'not_ours', reason: 'Nơi nộp đúng là Sở Du lịch' })

  t.equal(neither.statusCode, 422)
  t.match(neither.body, 'href="#tu-choi-legalBasis"')
  t.match(body, 'Nghị định số 118/2025/NĐ-CP, cần đối chiếu điều khoản')
  t.equal(whole.statusCode, 303)
  const refusal = (await movesOf(context.db, id)).at(-1)!
  t.equal(refusal.note, 'Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan này\nNơi nộp đúng là Sở Du lịch')
  t.same(refusal.facts, { legalBasis: 'Nghị định số 118/2025/NĐ-CP' })
  const articles = (on: string) => refusalGrounds(Temporal.PlainDate.from(on)).map(({ article }) => article)
  t.notOk(
    articles('2018-06-20').some((article) => article.includes('61/2018')),
    'in force from 21/06/2018'
  )
  t.ok(articles('2018-06-21').some((article) => article.includes('61/2018')))
  t.ok(
    articles('2025-06-30').some((article) => article.includes('61/2018')),
    'until 30/06/2025'
  )
  t.notOk(articles('2025-07-01').some((article) => article.includes('61/2018')))
})

t.test('what was asked for without a paper has its own line when the citizen brings it', async (t) => {
  const { context, id, page, clerk, wrong, press } = await aDesk(t)
  await wrong(1, 'unsigned')
  await press('giay-con-lai')
  await press('yeu-cau-bo-sung', { extra: 'Ghi lại địa chỉ' })

  const { body } = await clerk.get(page)
  const given = await press('bo-sung', { line: '0' })

  t.match(body, /name="line" value="0"[\s\S]*?Ghi lại địa chỉ/)
  t.equal(given.statusCode, 303)
  t.equal((await movesOf(context.db, id)).at(-1)!.note, 'Ghi lại địa chỉ: đã bổ sung')
})
