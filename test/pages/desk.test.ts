// The desk by HTTP, as a browser without a script uses it: what a clerk sees, may press, and is told when it may not be.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { requestPayment, suspendDossier } from '../../src/dossiers/actions/pause-and-resume.ts'
import { refuseAtDesk } from '../../src/dossiers/actions/refuse-at-desk.ts'
import { withdrawDossier } from '../../src/dossiers/actions/withdraw-dossier.ts'
import { movesFor, type State } from '../../src/dossiers/lifecycle.ts'
import { clerkActions } from '../../src/dossiers/pages/desk/moves.ts'
import { officerActions } from '../../src/dossiers/pages/officer/moves.ts'
import { getDossier, movesOf } from '../../src/dossiers/queries.ts'
import { stepActions } from '../../src/processing/pages/panel.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier, lan, smallPdf, toHome } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { formsOf, signInAs } from '../helpers/staff-browser.ts'
import { allowSuspension } from '../helpers/time-rules.ts'

async function aDesk(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  return { shop, context: shop.context, app, clerk: await signInAs(app, 'quay.stttt') }
}

/** A dossier in any state after the draft. */
async function inState({ context }: TestShop, state: Exclude<State, 'draft'>): Promise<string> {
  if (state === 'refused') {
    const { id, clerk } = await aDossier(context)
    await refuseAtDesk(context, { dossierId: id, by: clerk, reason: 'Sai nơi nộp', legalBasis: 'NĐ 61/2018 Đ17' })
    return id
  }
  if (state === 'withdrawn') {
    const { id, citizen } = await aDossier(context)
    await withdrawDossier(context, { dossierId: id, by: citizen, reason: 'Đổi ý' })
    return id
  }
  if (state === 'suspended' || state === 'awaiting_payment') {
    const { id, officer } = await aDossier(context, { state: 'in_progress' })
    await allowSuspension(context)
    await (state === 'suspended' ? suspendDossier : requestPayment)(context, { dossierId: id, by: officer, note: 'Theo quy định' })
    return id
  }
  if (state === 'returned') {
    const { id, clerk } = await aDossier(context, { state: 'result_ready' })
    await handOverAtDesk(context, {
      dossierId: id,
      by: clerk,
      check: { paper: 'Thẻ căn cước', last4: '6217', receiver: lan.name, relation: '' }
    })
    return id
  }
  return (await aDossier(context, { state })).id
}

const filedStates = [
  'submitted',
  'accepted',
  'refused',
  'in_progress',
  'awaiting_supplement',
  'awaiting_payment',
  'withdrawn',
  'suspended',
  'result_ready',
  'returned'
] as const

t.test('in every state the buttons of the page are the moves of the lifecycle, for clerk and officer', async (t) => {
  const { shop, app, clerk } = await aDesk(t)
  await allowSuspension(shop.context)
  // Of officers only who holds the step sees its moves; the head of the agency may act in every step (processing.test.ts).
  const officer = await signInAs(app, 'ky.stttt')
  const steps: readonly string[] = Object.values(stepActions)
  const rooms = [
    { role: 'clerk', visitor: clerk, base: '/quay/ho-so', actions: clerkActions },
    { role: 'officer', visitor: officer, base: '/xu-ly/ho-so', actions: officerActions }
  ] as const

  for (const state of filedStates) {
    const id = await inState(shop, state)
    for (const { role, visitor, base, actions } of rooms) {
      const page = await visitor.get(`${base}/${id}`)
      const shown = formsOf(page.body)
        .filter((url) => url.startsWith(base))
        // Verdicts on papers are no moves; what they are is in desk-check.test.ts.
        .filter((url) => !/\/giay(-con-lai|\/[^/]+)$/.test(url))
        .map((url) => url.split('/').at(-1)!)
        .filter((action) => role === 'clerk' || !steps.includes(action))
      const address = actions as Record<string, string>
      const allowed = movesFor(state, role).flatMap((name) => address[name] ?? [])
      t.equal(page.statusCode, 200)
      t.same(shown.sort(), [...new Set(allowed)].sort(), `${role}, ${state}`)
    }
  }
})

t.test('a dossier is accepted once: the second press gets 409 with a sentence and the newest state', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id, code } = await aDossier(context)
  const page = `/quay/ho-so/${id}`

  const first = await clerk.post(`${page}/tiep-nhan`, {}, { page })
  const told = await clerk.get(page)
  const second = await clerk.post(`${page}/tiep-nhan`, {}, { page })

  t.equal(first.statusCode, 303)
  t.match(told.body, `Đã tiếp nhận ${code}`)
  t.equal(second.statusCode, 409)
  t.match(second.body, 'Hồ sơ đang ở trạng thái “Đã tiếp nhận”')
  t.match(second.body, 'Được tiếp nhận', 'the state as it is now')
  t.same(
    (await movesOf(context.db, id)).map(({ name }) => name),
    ['submit', 'accept']
  )
})

t.test('what was typed for a move that is no longer allowed is shown, so that nothing is lost', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id, clerk: other } = await aDossier(context)
  const page = `/quay/ho-so/${id}`
  await acceptAtDesk(context, { dossierId: id, by: other })

  const answer = await clerk.post(`${page}/tu-choi`, { reason: 'Không đúng nơi nộp', legalBasis: 'Điều 17' }, { page })

  t.equal(answer.statusCode, 409)
  t.match(answer.body, 'Không đúng nơi nộp')
  t.match(answer.body, 'Điều 17')
})

t.test('a refusal needs its reason and its article; both are asked for at once and what was typed stays', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id } = await aDossier(context)
  const page = `/quay/ho-so/${id}`

  const empty = await clerk.post(`${page}/tu-choi`, { reason: '<b>Thiếu</b>' }, { page })
  const whole = await clerk.post(`${page}/tu-choi`, { reason: 'Sai nơi nộp', legalBasis: 'NĐ 61/2018 Điều 17' }, { page })

  t.equal(empty.statusCode, 422)
  t.match(empty.body, 'href="#tu-choi-legalBasis"')
  t.match(empty.body, '&lt;b&gt;Thiếu&lt;/b&gt;')
  t.match(empty.body, /<details class="fold" id="tu-choi" open>/)
  t.equal(whole.statusCode, 303)
  t.equal((await getDossier(context.db, id)).state, 'refused')
})

t.test('papers brought to the desk complete the dossier; after that a second request is only proposed', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id } = await aDossier(context, { state: 'awaiting_supplement' })
  const page = `/quay/ho-so/${id}`

  const wrong = await clerk.post(
    `${page}/bo-sung`,
    { note: 'đã ký lại' },
    { page, files: [{ field: 'scan.1', name: 'don.exe', bytes: Buffer.from('MZ nothing a desk can read') }] }
  )
  const good = await clerk.post(
    `${page}/bo-sung`,
    { paper: ['1'] },
    { page, files: [{ field: 'scan.1', name: 'don.pdf', bytes: smallPdf }] }
  )

  t.equal(wrong.statusCode, 415)
  t.match(wrong.body, 'id="bo-sung-scan.1-loi"')
  t.match(wrong.body, 'đã ký lại')
  t.equal(good.statusCode, 303)
  const after = await clerk.get(page)
  t.equal((await getDossier(context.db, id)).state, 'submitted')
  t.match(after.body, 'Đề nghị yêu cầu bổ sung lần nữa')
  t.match(after.body, 'Đã yêu cầu bổ sung một lần')
})

t.test('a result is handed over on the page of handing out and nowhere else; the dossier leads there', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id } = await aDossier(context, { state: 'result_ready' })
  const page = `/quay/ho-so/${id}`

  const shown = await clerk.get(page)
  const short = await clerk.post(`${page}/tra-ket-qua`, { paper: 'Thẻ căn cước', last4: '6217', receiver: lan.name }, { page })

  t.match(shown.body, `href="/quay/tra/${id}" data-key="Ctrl+Enter"`)
  t.notMatch(formsOf(shown.body).join(' '), 'tra-ket-qua')
  t.equal(short.statusCode, 404, 'no second way, without signature, fee and originals')
  t.equal((await getDossier(context.db, id)).state, 'result_ready')
})

t.test('a dossier of another agency is not found, and nothing is said of it', async (t) => {
  const { context, clerk } = await aDesk(t)
  const elsewhere = await aDossier(context, { procedure: '1.001193', agency: '11311' })

  const page = await clerk.get(`/quay/ho-so/${elsewhere.id}`)
  const none = await clerk.get('/quay/ho-so/khong-co')
  const press = await clerk.post(`/quay/ho-so/${elsewhere.id}/tiep-nhan`, {}, { page: '/quay/tiep-nhan' })

  t.same([page.statusCode, none.statusCode, press.statusCode], [404, 404, 404])
  t.notMatch(page.body, elsewhere.code)
})

t.test('the desk is closed to strangers, and officers are told it is not their room', async (t) => {
  const { context, app } = await aDesk(t)
  const { id } = await aDossier(context)
  const officer = await signInAs(app, 'xuly.stttt')

  const stranger = await app.inject({ url: `/quay/ho-so/${id}`, headers: { accept: 'text/html' } })
  const notTheirs = await officer.get('/quay')

  t.equal(stranger.statusCode, 303)
  t.match(stranger.headers.location, '/can-bo/dang-nhap?tiep=')
  t.equal(notTheirs.statusCode, 403)
})

t.test('opening a dossier is written down, once', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id } = await aDossier(context)

  await clerk.get(`/quay/ho-so/${id}`)
  const { body } = await clerk.get(`/quay/ho-so/${id}?giay=2`)

  const readers = body.slice(body.indexOf('id="ai-da-xem"'))
  t.equal(readers.split('Phạm Thu Hà').length - 1, 1)
  t.match(body, 'Giấy 2 trên 8')
})

t.test('the queue has what is new, what is late and what is due, and is turned page by page both ways', async (t) => {
  const { shop, context, app } = await aDesk(t)
  for (let i = 0; i < 27; i++) await aDossier(context)
  const late = await aDossier(context, { state: 'accepted' })
  shop.setNow('2026-04-27T09:00+07:00')
  const clerk = await signInAs(app, 'quay.stttt')

  const first = await clerk.get('/quay')
  const next = /rel="next" href="([^"]*)"/.exec(first.body)![1]!.replaceAll('&amp;', '&')
  const second = await clerk.get(next)
  const back = /rel="prev" href="([^"]*)"/.exec(second.body)![1]!.replaceAll('&amp;', '&')
  const overdue = await clerk.get('/quay?hang=late')

  t.equal(first.body.split('data-href=').length - 1, 25)
  t.equal(second.body.split('data-href=').length - 1, 2)
  t.notMatch(second.body, 'rel="next"')
  t.equal(back, '/quay?hang=incoming')
  t.match(overdue.body, late.code.slice(11))
  t.match(overdue.body, /Trễ \d+ ngày/)
  t.match((await clerk.get('/quay?hang=ready')).body, 'Không còn kết quả nào chờ trả')
  t.equal((await clerk.get('/quay?hang=incoming&sau=khong-phai-ma')).statusCode, 200, 'an address somebody edited')
})

t.test('a dossier is found by the end of its code, by name without marks, and by phone; only at its own agency', async (t) => {
  const { context, clerk } = await aDesk(t)
  const { id, code } = await aDossier(context)
  const other = await aDossier(context, { procedure: '1.001193', agency: '11311' })

  const byCode = await clerk.get(`/quay/tim?q=${code.slice(11)}`)
  const byWords = await Promise.all(
    ['nguyen thi lan', '0912480123', '031194006217'].map((q) => clerk.get(`/quay/tim?q=${encodeURIComponent(q)}`))
  )
  const none = await clerk.get('/quay/tim?q=%3Cscript%3E')

  t.equal(byCode.headers.location, `/quay/ho-so/${id}`)
  for (const page of byWords) {
    t.match(page.body, id)
    t.notMatch(page.body, other.id)
  }
  t.match(none.body, '&lt;script&gt;')
})

t.test('while the post has the result, the desk does not hand it over', async (t) => {
  const { shop, context, clerk } = await aDesk(t)
  const { id } = await aDossier(context, {
    state: 'result_ready',
    application: { filer: lan, applicant: lan, subject: 'Sách', delivery: toHome }
  })
  await shop.runJobs()
  const page = `/quay/ho-so/${id}`

  const shown = await clerk.get(page)
  const signed = { signatureOnPaper: 'yes' }
  const press = await clerk.post(`/quay/tra/${id}`, { paper: 'Hộ chiếu', last4: '6217', receiver: lan.name, ...signed }, { page })

  t.notMatch(shown.body, `href="/quay/tra/${id}"`)
  t.match(shown.body, 'Kết quả đi bằng bưu điện')
  t.equal(press.statusCode, 409)
  t.equal((await getDossier(context.db, id)).state, 'result_ready')
})
