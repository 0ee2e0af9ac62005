// Helping somebody without a script: asked from afar or beside each other, every page says for whom, the citizen sees and ends it.
import t from 'tap'
import { vnpay } from '../../services/payment/vnpay.ts'
import { sign, signedText } from '../../services/payment/vnpay-signing.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { dossiersOfPerson, papersOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { lastOrderOf } from '../../src/payments/queries.ts'
import { aDossier, smallPdf, staffOf } from '../helpers/dossiers.ts'
import { citizenPhone, helperPhone, signedIn } from '../helpers/helping.ts'
import type { Visitor } from '../helpers/visitor.ts'
import { codeSentTo, openScene, pathOf, type Scene, signIn } from './citizen-scene.ts'

const procedure = '1.005461'
const asked = { helperName: 'Trần Thị Bình', helperPhone, relation: 'child', personName: 'Nguyễn Thị An' }

/** An, signed in, asks Bình. @returns the address of the consent on An's side */
async function ask(an: Visitor): Promise<string> {
  await an.get(`/nho-giup/moi?thu-tuc=${procedure}`)
  await an.submit('/nho-giup/moi', asked)
  return an.url.pathname
}

/** Bình goes to work and chooses the place. @returns `/ho-so/<id>` */
async function begin(binh: Visitor): Promise<string> {
  await binh.get('/giup-nguoi-khac')
  await binh.submit(/^\/giup-nguoi-khac\/[0-9a-f-]{36}\/vao$/)
  await binh.submit(`/nop/${procedure}`, { agency: '11302' })
  const path = pathOf(binh)
  await binh.get(`${path}/nop/nguoi-nop`)
  return path
}

/** Everything up to the check. */
async function fill(binh: Visitor): Promise<void> {
  await binh.submit(/nguoi-nop$/, { 'filer.name': 'Trần Thị Bình' })
  await binh.submit(/noi-dung$/, { 'answers.subject': 'Đăng ký lại khai tử cho cha' })
  await binh.submit(
    /giay-to$/,
    {},
    [1, 2].map((n) => ({ field: `paper.${n}`, name: `giay-${n}.pdf`, bytes: smallPdf }))
  )
  await binh.submit(/nhan-ket-qua$/, { 'delivery.method': 'desk' })
}

const isBanner = (visitor: Visitor) => /Ông\/bà đang làm hồ sơ cho Nguyễn Thị An \( ?09x…123 ?\), được nhờ đến/.test(visitor.text)
const idOf = (path: string) => path.split('/')[2]!

async function opening(scene: Scene) {
  return { an: await signIn(scene, citizenPhone), binh: await signIn(scene, helperPhone) }
}

t.test('a daughter is asked, files for her mother, and every page says for whom; the mother sees each act and ends it', async (t) => {
  const scene = await openScene(t)
  const { an, binh } = await opening(scene)
  const consent = await ask(an)
  t.match(an.text, 'Đã nhờ Trần Thị Bình')
  await binh.get('/giup-nguoi-khac')
  t.match(binh.text, 'Cho Nguyễn Thị An (09x…123)')

  const path = await begin(binh)
  t.ok(isBanner(binh), binh.url.pathname)
  t.notMatch(binh.page, 'value="self"', 'nobody files for himself by mistake')
  t.match(binh.page, /name="applicant\.name"[^>]*value="Nguyễn Thị An"/)
  await fill(binh)
  t.match(binh.url.pathname, /xem-lai$/)
  t.ok(isBanner(binh))
  await binh.submit(/xem-lai$/, { declaration: 'yes' })

  t.match(binh.url.pathname, /xac-nhan$/)
  for (const page of [path, `${path}/xac-nhan`]) {
    await binh.get(page)
    t.equal(binh.status, 200)
    t.ok(isBanner(binh), page)
  }
  t.notMatch(binh.page, `${path}/rut`)
  await binh.get('/ho-so')
  t.notOk(isBanner(binh), 'own pages say nothing of others')
  t.notMatch(binh.page, path, 'and list nothing of theirs')
  await an.get(path)
  for (const act of ['Nộp hồ sơ', 'Gửi giấy tờ', 'Khai, sửa hồ sơ', 'Mở hồ sơ', 'Trần Thị Bình, giúp Nguyễn Thị An']) t.match(an.text, act)
  await an.get(`${path}/ai-da-xem`)
  t.match(an.text, 'Trần Thị Bình, giúp Nguyễn Thị An, người được nhờ')

  await an.get(path)
  await an.submit(`${consent}/thoi`)
  t.match(an.text, 'Đã thôi nhờ Trần Thị Bình')
  await binh.get(path)
  t.equal(binh.status, 403)
  t.match(binh.text, 'Lời nhờ của Nguyễn Thị An không còn hiệu lực')
})

t.test('beside each other: a code that says who, what and for how long; wrong ones open nothing, and the fifth was the last', async (t) => {
  const scene = await openScene(t)
  const binh = await signIn(scene, helperPhone)
  await binh.get(`/giup-nguoi-khac/moi?thu-tuc=${procedure}`)
  const typed = { personName: 'Nguyễn Thị An', personPhone: '0912 480 123', helperName: 'Trần Thị Bình', relation: 'volunteer' }
  await binh.submit('/giup-nguoi-khac/moi', typed)
  t.match(binh.url.pathname, /^\/giup-nguoi-khac\/ma\//)
  const code = await codeSentTo(scene, citizenPhone)
  await scene.shop.runJobs()
  const [message] = await scene.shop.sql<{ body: string }[]>`select body from messages where kind = 'helper_code'`
  t.equal(
    message!.body,
    `${code} là mã đồng ý để Trần Thị Bình (0983111222) làm hồ sơ “Đăng ký lại khai tử” giúp ông/bà trong 7 ngày. Không nhờ thì đừng đọc mã.`
  )

  const wrong = code === '000000' ? '111111' : '000000'
  await binh.submit(/\/ma\//, { code: wrong })
  t.equal(binh.status, 422)
  t.match(binh.text, 'Mã chưa đúng hoặc đã hết hạn')
  await binh.submit(/\/ma\//, { code })
  t.match(binh.text, 'Nguyễn Thị An đã đồng ý')
  t.match(binh.text, 'văn bản ủy quyền phải được chứng thực', 'a volunteer only fills in')
  await binh.submit(/\/vao$/)
  t.ok(isBanner(binh), 'the page before the first question says for whom')
})

t.test('the citizen ends it in the middle of a page: the helper is told what to do, and what was saved is there', async (t) => {
  const scene = await openScene(t)
  const { an, binh } = await opening(scene)
  const consent = await ask(an)
  const path = await begin(binh)
  await binh.submit(/nguoi-nop$/, { 'filer.name': 'Trần Thị Bình' })
  await an.get(consent)
  await an.submit(`${consent}/thoi`)

  await binh.submit(/noi-dung$/, { 'answers.subject': 'muộn' })

  t.equal(binh.status, 403)
  t.match(binh.text, 'Những gì đã lưu vẫn còn nguyên ở chỗ Nguyễn Thị An')
  await an.get(path)
  await an.get(`${path}/nop/nguoi-nop`)
  t.equal(an.status, 200)
  t.match(an.page, /name="filer\.name"[^>]*value="Nguyễn Thị An"/, 'she goes on, as herself')
  t.notMatch(an.page, 'muộn')
})

t.test('what a helper may not: the pages of the citizen say whose they are, before and after filing', async (t) => {
  const scene = await openScene(t)
  const { an, binh } = await opening(scene)
  await ask(an)
  const path = await begin(binh)

  for (const page of ['xoa', 'rut', 'ai-da-xem', 'danh-gia']) {
    await binh.get(`${path}/${page}`)
    t.equal(binh.status, 403, page)
    t.match(binh.text, 'Việc này chỉ Nguyễn Thị An tự làm được')
  }
})

t.test('papers a helper sends are the citizen’s: the helper opens them while asked, and no longer', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { an, binh } = await opening(scene)
  const consent = await ask(an)
  const path = await begin(binh)
  await fill(binh)
  const [paper] = await papersOf(context.db, idOf(path))
  const person = await signedIn(context, citizenPhone)
  t.equal((await findFile(context.db, paper!.fileId!))!.ownerId, person.id)

  await binh.get(`/tep/${paper!.fileId}`)
  t.equal(binh.status, 200)
  await an.get(consent)
  await an.submit(`${consent}/thoi`)
  await binh.get(`/tep/${paper!.fileId}`)
  t.equal(binh.status, 403)
  await an.get(`/tep/${paper!.fileId}`)
  t.equal(an.status, 200)
})

t.test('with a dossier that is on its way: the helper follows, gives the supplement, and never sees the result', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { an, binh } = await opening(scene)
  const owner = await signedIn(context, citizenPhone, 'Nguyễn Thị An')
  const { id } = await aDossier(context, { by: owner, state: 'awaiting_supplement' })
  await an.get(`/nho-giup/moi?ho-so=${id}`)
  await an.submit('/nho-giup/moi', asked)
  await binh.get('/giup-nguoi-khac')
  await binh.submit(/\/vao$/)
  t.equal(binh.url.pathname, `/ho-so/${id}`)

  await binh.submit(/bo-sung$/, {}, [{ field: 'reason.0', name: 'don.pdf', bytes: smallPdf }])

  t.match(binh.text, 'Đã gửi')
  await acceptAtDesk(context, { dossierId: id, by: await staffOf(context, 'STTTT', 'clerk') })
  await an.get(`/ho-so/${id}`)
  t.match(an.text, 'Bổ sung hồ sơ')
  t.match(an.text, 'Trần Thị Bình, giúp Nguyễn Thị An')
})

t.test('the helper pays: back from the gateway they are on the citizen’s dossier, and a stranger is not', async (t) => {
  const secret = 'FAKE-SECRET-FOR-TESTS-ONLY'
  const gate = vnpay({ url: 'http://gateway.test/pay', apiUrl: 'http://gateway.test/api', tmnCode: 'TESTTMN1', secret })
  const scene = await openScene(t, { pay: { gate } })
  const { context } = scene.shop
  const { an, binh } = await opening(scene)
  const { id } = await aDossier(context, { by: await signedIn(context, citizenPhone, 'Nguyễn Thị An') })
  await an.get(`/nho-giup/moi?ho-so=${id}`)
  await an.submit('/nho-giup/moi', asked)
  await binh.get('/giup-nguoi-khac')
  await binh.submit(/\/vao$/)
  await binh.get(`/ho-so/${id}/nop-phi`)
  await binh.submit(/nop-phi$/)
  const order = await lastOrderOf(context.db, id)
  const text = signedText({
    vnp_TmnCode: 'TESTTMN1',
    vnp_TxnRef: order!.txnRef,
    vnp_Amount: String(order!.amount * 100),
    vnp_ResponseCode: '00'
  })
  const back = `/thanh-toan/ve?${text}&vnp_SecureHash=${sign(secret, text)}`

  await binh.get(back)
  t.equal(binh.url.pathname, `/ho-so/${id}/nop-phi`)
  t.ok(isBanner(binh))
  await an.get(`/ho-so/${id}`)
  t.match(an.text, 'Bắt đầu nộp phí')
  const stranger = await signIn(scene, '0912000777')
  await stranger.get(back)
  t.equal(stranger.status, 404)
})

t.test('one’s own number, a name with an address in it, nothing chosen: each is said at its field', async (t) => {
  const scene = await openScene(t)
  const an = await signIn(scene, citizenPhone)
  await an.get(`/nho-giup/moi?thu-tuc=${procedure}`)

  await an.submit('/nho-giup/moi', { helperName: 'Bình http://la.vn', helperPhone: citizenPhone, personName: '' })

  t.equal(an.status, 422)
  for (const field of ['helperName', 'helperPhone', 'personName', 'relation']) t.match(an.page, `href="#${field}"`)
  t.match(an.text, 'Đây là số của chính ông/bà')
  t.match(an.page, 'value="Bình http://la.vn"', 'and what was typed stays')
})

t.test('somebody else’s request is not to be told from none, and help needs a procedure that can be filed from home', async (t) => {
  const scene = await openScene(t)
  const { an, binh } = await opening(scene)
  const consent = (await ask(an)).split('/')[2]!
  const stranger = await signIn(scene, '0912000777')
  const guess = `${consent.slice(0, -4)}0000`

  for (const page of [
    `/giup-nguoi-khac/${consent}`,
    `/giup-nguoi-khac/${guess}`,
    `/nho-giup/${consent}`,
    `/nop/${procedure}?nho=${consent}`
  ]) {
    await stranger.get(page)
    t.equal(stranger.status, 404, page)
  }
  await binh.get(`/nho-giup/${consent}`)
  t.equal(binh.status, 404, 'not even the helper sees the citizen’s side')
  await an.get('/nho-giup/moi?thu-tuc=khong-co')
  t.equal(an.status, 404)
  await scene.shop
    .sql`update offerings set online_level = 2, post_in = false where version_id in (select v.id from procedure_versions v join procedures p on p.id = v.procedure_id where p.code = '1.004837')`
  await an.get('/nho-giup/moi?thu-tuc=1.004837')
  await an.submit('/nho-giup/moi', asked)
  t.equal(an.status, 422)
  t.match(an.text, 'chưa nộp được theo cách này')
})

t.test('a procedure that is suspended between the asking and the first step is said to be so; nothing is begun', async (t) => {
  const scene = await openScene(t)
  const { an, binh } = await opening(scene)
  await ask(an)
  await scene.shop
    .sql`update procedure_versions set valid_to = '2026-03-01' where procedure_id = (select id from procedures where code = ${procedure})`

  await binh.get('/giup-nguoi-khac')
  await binh.submit(/\/vao$/)

  t.equal(binh.status, 404)
  t.match(binh.text, `Không có thủ tục mã ${procedure}`)
  const owner = await signedIn(scene.shop.context, citizenPhone)
  t.same(await dossiersOfPerson(scene.shop.context.db, owner.id), [])
})

t.test('the helper steps back, or declines; the citizen’s list says so', async (t) => {
  const scene = await openScene(t)
  const { an, binh } = await opening(scene)
  await ask(an)
  await binh.get('/giup-nguoi-khac')
  await binh.get(/href="(\/giup-nguoi-khac\/[0-9a-f-]{36})"/.exec(binh.page)![1]!)
  await binh.submit(/\/thoi$/)
  t.match(binh.text, 'Đã thôi giúp Nguyễn Thị An')

  await an.get('/nho-giup')
  t.match(an.text, 'Không nhận lời')
})
