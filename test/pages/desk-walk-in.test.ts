// A walk-in by HTTP without a script: one screen, everything wrong at once, nothing lost, one dossier however often it is sent.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { takeTicket } from '../../src/counters/actions/take-ticket.ts'
import { findTicket } from '../../src/counters/queries.ts'
import { issuedOf } from '../../src/documents/queries.ts'
import { findDossier, movesOf, papersOf } from '../../src/dossiers/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan, smallPdf } from '../helpers/dossiers.ts'
import { type Fields, hidden, signInAs } from '../helpers/staff-browser.ts'

const page = '/quay/tiep-nhan'

async function aWard(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const clerk = await signInAs(await shop.app(), 'quay.minhkhai')
  const formId = hidden((await clerk.get(page)).body, 'formId')
  return { shop, context: shop.context, clerk, formId }
}

const copies: Fields = {
  'filer.name': 'Nguyễn Văn Bảy',
  'filer.identityNumber': '031085001234',
  'filer.phone': '0912 480 123',
  'filer.bornOnDay': '8',
  'filer.bornOnMonth': '3',
  'filer.bornOnYear': '1985',
  'filer.address': '5 Điện Biên Phủ',
  whom: 'self',
  procedure: '2.000815',
  paper: ['1'],
  'delivery.method': 'desk'
}

t.test('a walk-in is filed and accepted in one go, and the receipt is made', async (t) => {
  const { shop, context, clerk, formId } = await aWard(t)

  const sent = await clerk.post(page, { ...copies, formId, step: 'accept' }, { page })
  const dossier = await findDossier(context.db, formId)
  const told = await clerk.get(`/quay/tiep-nhan/${formId}/xong`)
  await shop.runJobs()

  t.same([sent.statusCode, sent.headers.location], [303, `/quay/tiep-nhan/${formId}/xong`])
  t.equal(dossier!.state, 'accepted')
  t.equal(dossier!.channel, 'desk')
  t.match(told.body, dossier!.code!)
  t.match(told.body, 'Hẹn trả trước 17:00')
  t.match(told.body, 'Đang tạo giấy tiếp nhận')
  t.equal(told.headers['refresh'], '1', 'it looks again by itself, without a script')
  t.same(
    (await movesOf(context.db, formId)).map(({ name }) => name),
    ['submit', 'accept']
  )
  t.same(
    (await issuedOf(context.db, formId)).map(({ form }) => form),
    ['receipt']
  )
  const ready = await clerk.get(`/quay/tiep-nhan/${formId}/xong`)
  t.match(ready.body, /href="\/tep\/[^"]*"[^>]* data-print=/)
  t.notOk(ready.headers['refresh'])
})

t.test('the same form sent twice, one after the other or at the same time, is one dossier', async (t) => {
  const { shop, context, clerk, formId } = await aWard(t)
  const fields = { ...copies, formId, step: 'accept' }

  const together = await Promise.all([1, 2, 3].map(() => clerk.post(page, fields, { page })))
  const later = await clerk.post(page, fields, { page })

  t.same(
    [...together, later].map(({ statusCode }) => statusCode),
    [303, 303, 303, 303]
  )
  t.same(new Set([...together, later].map(({ headers }) => headers.location)), new Set([`/quay/tiep-nhan/${formId}/xong`]))
  t.same(await shop.sql`select count(*)::int as count from dossiers`, [{ count: 1 }])
  t.match((await findDossier(context.db, formId))!.code, /-0001$/, 'no number was lost')
})

t.test('everything wrong is said at once, beside its field and with links; nothing typed is lost', async (t) => {
  const { context, clerk, formId } = await aWard(t)
  const typed = {
    ...copies,
    formId,
    'filer.name': '',
    'filer.phone': '12',
    paper: [],
    'filer.address': '"5 & 7" Điện Biên Phủ',
    subject: 'Ba bản',
    step: 'accept'
  }

  const answer = await clerk.post(page, typed, { page })

  t.equal(answer.statusCode, 422)
  for (const id of ['filer.name', 'filer.phone', 'paper.1']) t.match(answer.body, `href="#${id}"`)
  t.match(answer.body, 'Chưa nhận: Bản chính giấy tờ, văn bản cần sao')
  t.match(answer.body, 'value="&quot;5 &amp; 7&quot; Điện Biên Phủ"')
  t.match(answer.body, 'value="Ba bản"')
  t.match(answer.body, 'value="1985"')
  t.equal(hidden(answer.body, 'formId'), formId, 'still the same form')
  t.notOk(await findDossier(context.db, formId))
})

t.test('an empty screen asks for the procedure and the person', async (t) => {
  const { clerk, formId } = await aWard(t)

  const answer = await clerk.post(page, { formId, step: 'accept' }, { page })

  t.equal(answer.statusCode, 422)
  t.match(answer.body, 'Xin chọn thủ tục')
})

t.test('a procedure is found by a few letters without marks; its papers, fee and due date are shown; nothing is filed', async (t) => {
  const { context, clerk, formId } = await aWard(t)

  const found = await clerk.post(page, { 'filer.name': 'Trần Thị Hoa', formId, q: 'khai sinh', asked: '', step: 'choose' }, { page })
  const kept = await clerk.post(page, { formId, q: 'khai sinh', asked: 'khai sinh', procedure: '2.000815', step: 'choose' }, { page })
  const none = await clerk.post(page, { formId, q: 'zzzzqqqq', step: 'choose' }, { page })
  const all = await clerk.post(page, { formId, procedure: '1.001193', step: 'all' }, { page })

  t.equal(found.statusCode, 200)
  t.match(found.body, '<option value="1.001193" selected>')
  t.match(found.body, 'value="Trần Thị Hoa"')
  t.match(found.body, 'Giấy chứng sinh')
  t.match(found.body, 'Hẹn trả trước 17:00')
  t.match(kept.body, '<option value="2.000815" selected>', 'a choice made after the search stays')
  t.match(none.body, 'không có thủ tục nào khớp với “zzzzqqqq”')
  t.equal(all.body.split(/<input type="checkbox"[^>]* checked/).length - 1, 3, 'the three papers the law wants')
  t.notMatch(found.body, '1.003725', 'only what this agency takes')
  t.notOk(await findDossier(context.db, formId))
})

t.test('a scan is kept when another field is wrong, and belongs to the dossier in the end', async (t) => {
  const { context, clerk, formId } = await aWard(t)
  const files = [{ field: 'scan.1', name: 'bang.pdf', bytes: smallPdf }]

  const wrong = await clerk.post(page, { ...copies, formId, 'filer.name': '', step: 'accept' }, { page, files })
  const kept = hidden(wrong.body, 'scan.1Id')
  const right = await clerk.post(page, { ...copies, formId, 'scan.1Id': kept, 'copies.1': '2', step: 'accept' }, { page })

  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'Đã có bản quét bang.pdf')
  t.equal(right.statusCode, 303)
  t.match(await papersOf(context.db, formId), [{ number: 1, given: 'paper', copies: 2, fileId: kept }])
})

t.test('a file that is no paper is named at its field', async (t) => {
  const { clerk, formId } = await aWard(t)
  const files = [{ field: 'scan.1', name: 'virus.exe', bytes: Buffer.from('MZ nothing to read') }]

  const answer = await clerk.post(page, { ...copies, formId, step: 'accept' }, { page, files })

  t.equal(answer.statusCode, 415)
  t.match(answer.body, 'href="#scan.1"')
  t.match(answer.body, 'Tệp không phải PDF, JPG hay PNG')
})

t.test('filed for a child, with the result by post: what is left empty in the address is the filer’s', async (t) => {
  const { context, clerk, formId } = await aWard(t)
  const fields = {
    ...copies,
    formId,
    whom: 'other',
    'applicant.name': 'Nguyễn Minh Anh',
    relation: 'Cha',
    procedure: '1.001193',
    paper: ['1', '2', '6'],
    'delivery.method': 'post',
    'delivery.wardCode': '11311',
    step: 'accept'
  }

  const noWard = await clerk.post(page, { ...fields, 'delivery.wardCode': '' }, { page })
  const sent = await clerk.post(page, fields, { page })

  t.equal(noWard.statusCode, 422)
  t.match(noWard.body, 'href="#delivery.wardCode"')
  t.equal(sent.statusCode, 303)
  const dossier = await findDossier(context.db, formId)
  t.match(dossier, {
    applicantName: 'Nguyễn Minh Anh',
    relation: 'Cha',
    delivery: {
      method: 'post',
      name: 'Nguyễn Văn Bảy',
      phone: '0912480123',
      address: '5 Điện Biên Phủ',
      wardCode: '11311',
      wardName: 'Phường Minh Khai'
    }
  })
})

t.test('a procedure of another agency is not taken here', async (t) => {
  const { context, clerk, formId } = await aWard(t)

  const answer = await clerk.post(page, { ...copies, formId, procedure: '1.003725', paper: ['1', '2'], step: 'accept' }, { page })

  t.equal(answer.statusCode, 422)
  t.match(answer.body, 'Cơ quan này không nhận thủ tục này')
  t.notOk(await findDossier(context.db, formId))
})

t.test('what the city gave somebody itself is named on the screen: it need not be brought again', async (t) => {
  const { shop, context, clerk, formId } = await aWard(t)
  await aDossier(context, { state: 'result_ready' })
  await shop.runJobs()
  const typed = { ...copies, formId, step: 'choose' }

  const known = await clerk.post(page, { ...typed, 'filer.name': lan.name, 'filer.identityNumber': lan.identityNumber! }, { page })
  const unknown = await clerk.post(page, typed, { page })

  t.match(known.body, 'không yêu cầu nộp lại')
  t.notMatch(unknown.body, 'không yêu cầu nộp lại')
})

t.test('after accepting, the turn of who was just served is ended there, or with the call of the next', async (t) => {
  const { context, clerk, formId } = await aWard(t)
  const { id: agencyId } = (await findAgency(context.db, '11311'))!
  const press = () => takeTicket(context, { pressId: context.newId(), agencyId, topic: 'Nộp hồ sơ' })
  const first = await press()
  await press()
  await clerk.post('/quay/ca', { counter: '1', cashFloat: '0' }, { page: '/quay/ca' })
  await clerk.post('/quay/luot/goi', { seen: '', returnTo: '/quay' }, { page: '/quay' })
  await clerk.post(page, { ...copies, formId, step: 'accept' }, { page })
  const done = `/quay/tiep-nhan/${formId}/xong`

  const told = await clerk.get(done)
  const ended = await clerk.post('/quay/luot/xong', { returnTo: hidden(told.body, 'returnTo') }, { page: done })
  const after = await clerk.get(done)

  t.match(told.body, `<b class="serving" translate="no">${first.code}</b>`)
  t.equal(ended.headers.location, done)
  t.equal((await findTicket(context.db, first.id))!.state, 'done')
  t.match(after.body, /data-key="F9">[^<]*\(1\)/, 'the next one is called from here')
})
