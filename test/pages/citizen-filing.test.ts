// Filing without a script: five pages, every one saved; mistakes named at their place; a second press files nothing twice.
import t from 'tap'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { passTheRest } from '../../src/dossiers/actions/check-paper.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { submitDossier } from '../../src/dossiers/actions/submit-dossier.ts'
import { getDossier, movesOf, papersOf } from '../../src/dossiers/queries.ts'
import { answerBirth } from '../helpers/birth-form.ts'
import { smallPdf, staffOf } from '../helpers/dossiers.ts'
import { raceFor } from '../helpers/races.ts'
import { codeOn, fillBirth, openScene, pathOf, signIn, startBirth } from './citizen-scene.ts'

t.test('a citizen files for a child, result by post, and leaves with a code that opens again', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  await startBirth(lan)

  await lan.submit(/nguoi-nop$/, {
    whom: 'other',
    'filer.name': 'Nguyễn Thị Lan',
    'filer.address': '18/7 Lạch Tray',
    relation: 'mẹ',
    'applicant.name': 'Nguyễn Minh Anh',
    'applicant.bornOnDay': '9',
    'applicant.bornOnMonth': '2',
    'applicant.bornOnYear': '2026'
  })
  await answerBirth(lan, { name: 'Nguyễn Minh Anh' })
  t.match(lan.text, 'Một Cửa tự lập từ những điều ông/bà đã điền', 'the form itself is not to be uploaded')
  t.notMatch(lan.page, 'name="paper.1"')
  await lan.submit(/giay-to$/, {}, [{ field: 'paper.2', name: 'giay.pdf', bytes: smallPdf }])
  await lan.submit(/nhan-ket-qua$/, { 'delivery.method': 'post', 'delivery.wardCode': '11302' })
  t.match(lan.text, '18/7 Lạch Tray, Phường', 'the address given once is the address of the delivery')
  t.match(lan.text, '09/02/2026')
  await lan.submit(/xem-lai$/, { declaration: 'yes' })

  t.match(lan.url.pathname, /\/xac-nhan$/)
  t.match(codeOn(lan), /^000\.\d\d\.\d\d\.H24-260302-0001$/)
  const path = pathOf(lan)
  await lan.get('/ho-so')
  t.match(lan.text, 'Đã nộp, chờ quầy kiểm tra')
  await scene.shop.runJobs()
  await lan.get(`${path}/xac-nhan`)
  t.match(lan.page, /href="\/tep\/[0-9a-f-]{36}\?tai=1"/, 'the paper to keep is there once it is made')
})

t.test('errors stand in a summary and at their field, and everything typed is still there', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  await startBirth(lan)

  await lan.submit(/nguoi-nop$/, {
    whom: 'other',
    'filer.name': '',
    'filer.identityNumber': '123',
    relation: '',
    'applicant.name': 'Bé <An> & "Na"',
    'applicant.bornOnDay': '40',
    'applicant.bornOnMonth': '2',
    'applicant.bornOnYear': '2026'
  })

  t.equal(lan.status, 422)
  for (const field of ['filer.name', 'filer.identityNumber', 'relation', 'applicant.bornOn']) {
    t.match(lan.page, `href="#${field}"`, `the summary leads to ${field}`)
    t.match(lan.page, `id="${field}"`, `${field} is on the page`)
  }
  t.match(lan.page, 'value="Bé &lt;An&gt; &amp; &quot;Na&quot;"')
  t.match(lan.page, /name="applicant\.bornOnDay"[^>]*value="40"/)
  t.match(lan.text, 'Đã lưu nháp lúc 08:30', 'it was saved nevertheless')
  await lan.get(lan.url.pathname)
  t.match(lan.page, 'value="123"', 'and is there when the page is opened again')
})

t.test('a file that is no PDF or picture, an empty one and one that is too big are named; the others are kept', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await startBirth(lan)
  const tooBig = Buffer.concat([smallPdf, Buffer.alloc(15 * 1024 * 1024)])
  await lan.get(`${path}/nop/giay-to`)

  await lan.submit(/giay-to$/, {}, [
    { field: 'paper.2', name: 'thu.txt', bytes: Buffer.from('xin chào'), type: 'text/plain' },
    { field: 'paper.8', name: 'ban-sao.pdf', bytes: smallPdf }
  ])
  t.equal(lan.status, 415)
  t.match(lan.text, 'Tệp “thu.txt” không phải PDF hay ảnh JPG, PNG')
  t.match(lan.text, 'ban-sao.pdf', 'the good one is kept')

  await lan.submit(/giay-to$/, {}, [{ field: 'paper.2', name: 'rong.pdf', bytes: Buffer.alloc(0) }])
  t.equal(lan.status, 422)
  t.match(lan.text, 'Tệp “rong.pdf” không có nội dung')

  await lan.submit(/giay-to$/, {}, [{ field: 'paper.2', name: 'to.pdf', bytes: tooBig }])
  t.equal(lan.status, 413)
  t.match(lan.text, 'lớn hơn 15 MB')
  t.match(lan.text, 'ban-sao.pdf')
})

t.test('a slot takes several files; one can be taken away, all can be replaced', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await startBirth(lan)
  const pdf = (name: string) => ({ field: 'paper.2', name, bytes: smallPdf })
  await lan.get(`${path}/nop/giay-to`)
  const names = async () => (await papersOf(scene.shop.context.db, path.split('/')[2]!)).length

  await lan.submit(/giay-to$/, { after: 'later' }, [pdf('trang-1.pdf'), pdf('trang-2.pdf')])
  t.equal(await names(), 2)
  await lan.get(`${path}/nop/giay-to`)
  await lan.submit(/giay-to$/, { remove: /name="remove" value="([^"]+)"/.exec(lan.page)![1]! })
  t.equal(await names(), 1)
  await lan.submit(/giay-to$/, { after: 'later', 'replace.2': '1' }, [pdf('moi.pdf')])
  t.equal(await names(), 1)
  await lan.get(`${path}/nop/giay-to`)
  t.match(lan.text, 'moi.pdf')
  t.notMatch(lan.text, 'trang-')
})

t.test('filing too early lists what is missing, with a way to the page of each', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await startBirth(lan)
  await lan.get(`${path}/nop/xem-lai`)

  await lan.submit(/xem-lai$/)

  t.equal(lan.status, 422)
  t.match(lan.page, `${path}/nop/nguoi-nop?ve=xem-lai#filer.name`)
  t.match(lan.page, `${path}/nop/giay-to?ve=xem-lai#paper.2`)
  t.match(lan.page, `${path}/nop/mau/tre-em?ve=xem-lai#child_name`)
  t.match(lan.text, 'Họ, chữ đệm và tên của trẻ: ', 'an answer that is missing is named by its question')
  t.match(lan.page, 'href="#declaration"')
  t.notMatch(lan.page, '#applicant.name', 'who files for himself is asked once')
})

t.test('with papers collected at home nothing has to be uploaded', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await startBirth(lan)
  await lan.submit(/nguoi-nop$/, { whom: 'self', 'filer.name': 'Nguyễn Thị Lan', 'filer.address': '18/7 Lạch Tray' })
  await answerBirth(lan, { name: 'Nguyễn Minh Anh' })
  await lan.get(`${path}/nop/nhan-ket-qua`)

  await lan.submit(/nhan-ket-qua$/, { 'delivery.method': 'post', 'delivery.wardCode': '11302', 'pickUp.method': 'collect' })
  await lan.submit(/xem-lai$/, { declaration: 'yes' })

  t.match(lan.url.pathname, /xac-nhan$/)
  t.match(lan.text, 'Bưu điện gọi số 09x…123 để hẹn giờ')
})

t.test('the button pressed twice at the same moment files one dossier, and the second press sees the confirmation', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const lan = await signIn(scene)
  const path = await fillBirth(lan)
  const dossierId = path.split('/')[2]!
  const { personId } = await getDossier(context.db, dossierId)
  const by = { id: personId!, name: 'Nguyễn Thị Lan', role: 'applicant' as const }

  const { second } = await raceFor(
    scene.shop,
    (slow) => submitDossier(slow, { dossierId, by }),
    () => lan.submit(/xem-lai$/, { declaration: 'yes' })
  )

  t.equal(second.status, 'fulfilled')
  t.equal(lan.status, 200)
  t.equal(lan.url.pathname, `${path}/xac-nhan`)
  t.same(
    (await movesOf(context.db, dossierId)).map(({ name }) => name),
    ['submit']
  )
  await lan.get(`${path}/nop/xem-lai`)
  t.equal(lan.url.pathname, `${path}/xac-nhan`, 'the Back button leads to the confirmation too')
})

t.test('what is known of a person is filled in the next time', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  await fillBirth(lan)
  await lan.submit(/xem-lai$/, { declaration: 'yes' })

  await lan.get('/nop/1.001193')
  t.match(lan.page, /value="11302" selected/, 'and the place of the last time is chosen')
  await lan.submit('/nop/1.001193', { agency: '11302' })
  await lan.get(`${lan.url.pathname}/nguoi-nop`)

  t.match(lan.page, 'value="Nguyễn Thị Lan"')
  t.match(lan.page, 'value="031194006217"')
})

t.test('another person’s dossier is not found on any of its pages', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await fillBirth(lan)
  const other = await signIn(scene, '0936111222')

  for (const page of ['', '/xac-nhan', '/ai-da-xem', '/rut', '/xoa', '/bo-sung', '/nop/nguoi-nop', '/nop/xem-lai']) {
    await other.get(`${path}${page}`)
    t.equal(other.status, 404, `${page || 'the dossier'} answers 404`)
  }
  const answer = other.text
  await other.get('/ho-so/0198c0de-0000-7000-8000-000000000000')
  t.equal(
    other.text,
    answer.replaceAll(path.split('/')[2]!, '0198c0de-0000-7000-8000-000000000000'),
    'the same words as for one that does not exist'
  )
  await other.get('/ho-so/abc')
  t.equal(other.status, 404)
})

t.test('a place can be found by its name without marks; none chosen is said at the field', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)

  await lan.get('/nop/1.001193?noi=hai%20an')
  t.match(lan.text, 'Quận Hải An')
  t.ok([...lan.page.matchAll(/type="radio"/g)].length >= 5, 'the wards of that district')
  await lan.submit('/nop/1.001193')
  t.equal(lan.status, 422)
  t.match(lan.text, 'Xin chọn nơi giải quyết hồ sơ')
})

t.test('a supplement shows every reason at once; a bad file keeps the good ones; then the office has it', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const lan = await signIn(scene)
  const path = await fillBirth(lan)
  const id = path.split('/')[2]!
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  const clerk = await staffOf(context, '11302', 'clerk')
  await passTheRest(context, { dossierId: id, by: clerk })
  await requestSupplement(context, {
    dossierId: id,
    by: clerk,
    reasons: [
      { paper: 'Tờ khai', paperNumber: 1, reason: 'Thiếu chữ ký' },
      { paper: 'Giấy chứng sinh', paperNumber: 2, reason: 'Ảnh mờ' }
    ]
  })

  await lan.get('/ho-so')
  t.match(lan.text, 'Cần ông/bà làm')
  await lan.get(path)
  t.match(lan.text, 'Thiếu chữ ký')
  t.match(lan.text, 'Ảnh mờ')
  await lan.submit(/bo-sung$/, {}, [
    { field: 'reason.0', name: 'ky-roi.pdf', bytes: smallPdf },
    { field: 'reason.1', name: 'x.txt', bytes: Buffer.from('x') }
  ])
  t.equal(lan.status, 415)
  t.match(lan.text, 'ky-roi.pdf', 'the good one is kept')
  await lan.submit(/bo-sung$/, {}, [{ field: 'reason.1', name: 'ro.pdf', bytes: smallPdf }])

  t.match(lan.text, 'Đã gửi bổ sung')
  t.same((await papersOf(context.db, id)).length, 2)
  t.same(
    (await movesOf(context.db, id)).map(({ name }) => name),
    ['submit', 'ask_at_desk', 'supplement']
  )
})

t.test('withdrawal is offered while it is allowed, asked once more, and done', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await fillBirth(lan)
  await lan.submit(/xem-lai$/, { declaration: 'yes' })

  await lan.get(path)
  t.match(lan.page, `${path}/rut`)
  await lan.get(`${path}/rut`)
  await lan.submit(/rut$/, { reason: 'Đổi ý' })

  t.match(lan.text, 'Đã rút hồ sơ')
  t.notMatch(lan.page, `${path}/rut`, 'no dead button')
})

t.test('an accepted dossier says when it is due and why', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const lan = await signIn(scene)
  const path = await fillBirth(lan)
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  await acceptAtDesk(context, { dossierId: path.split('/')[2]!, by: await staffOf(context, '11302', 'clerk') })

  await lan.get(path)

  t.match(lan.page, 'datetime="2026-03-02"')
  t.match(lan.text, 'Thủ tục này trả kết quả ngay trong ngày')
})

t.test('a draft can be thrown away after a question', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  const path = await startBirth(lan)

  await lan.get(`${path}/xoa`)
  await lan.submit(/xoa$/)

  t.match(lan.text, 'Đã xóa bản nháp')
  t.notMatch(lan.page, path)
})
