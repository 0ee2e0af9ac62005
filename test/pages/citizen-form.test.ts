// A procedure's own form without a script: pages that depend on answers, rows, back and forth, two windows, what it costs, what is printed.
import t from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { getDossier, papersOf } from '../../src/dossiers/queries.ts'
import { readPdf, squeeze } from '../documents/read-pdf.ts'
import { answerBirth } from '../helpers/birth-form.ts'
import { smallPdf } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'
import { openScene, pathOf, type Scene, signIn, startBirth } from './citizen-scene.ts'

const idOf = (path: string) => path.split('/')[2]!
const own = { whom: 'self', 'filer.name': 'Nguyễn Thị Lan', 'filer.identityNumber': '031194006217' }

/** A draft for copies from the register, on the first page of its form. */
async function startCopies(scene: Scene) {
  const lan = await signIn(scene)
  await lan.get('/nop/2.000635')
  await lan.submit('/nop/2.000635', { agency: '11311' })
  const path = pathOf(lan)
  await lan.get(`${path}/nop/nguoi-nop`)
  await lan.submit(/nguoi-nop$/, own)
  return { lan, path }
}

t.test(
  'copies from the register: the form filled, the fee counted before filing, the paper printed and given to the officer',
  async (t) => {
    const scene = await openScene(t)
    const { context } = scene.shop
    const { lan, path } = await startCopies(scene)

    await lan.submit(/mau\/trich-luc$/, { event: 'birth', relation: 'self', copies: '3' })
    t.match(lan.page, /name="person_name"[^>]*value="Nguyễn Thị Lan"/, 'what is known of the person is filled in')
    await lan.submit(/nguoi-trong-so$/, { person_born_onYear: '1994', father_name: 'Nguyễn Văn Tư' })
    await lan.submit(/noi-dang-ky$/, { registered_where: 'xã Dương Quan, huyện Thủy Nguyên' })
    await lan.submit(/giay-to$/)
    await lan.submit(/nhan-ket-qua$/, { 'delivery.method': 'desk' })
    t.match(lan.url.pathname, /xem-lai$/)
    t.match(lan.text, /Mấy bản 3 Sửa/)
    t.match(lan.text, 'Nguyễn Văn Tư')
    t.match(lan.text, '24.000', 'three copies of 8.000 đồng')
    const preview = await readPdf(await lan.download(`${path}/nop/to-khai`))
    t.match(squeeze(preview.text), 'Bản xem trước, chưa nộp')

    await lan.submit(/xem-lai$/, { declaration: 'yes' })
    t.match(lan.url.pathname, /xac-nhan$/)
    t.match(lan.text, '24.000', 'the confirmation says it again')
    const filed = await getDossier(context.db, idOf(path))
    t.match(filed, { subject: 'Bản sao trích lục cho Nguyễn Thị Lan', seen: {}, fees: [{ amount: 24_000, quantity: 3 }] })
    t.same(Object.keys(filed.answers).sort(), [
      'copies',
      'event',
      'father_name',
      'person_born_on',
      'person_name',
      'registered_where',
      'relation'
    ])

    await scene.shop.runJobs()
    await scene.shop.runJobs()
    const [form] = await papersOf(context.db, idOf(path))
    t.match(form, { number: 1, form: 'form', given: 'file' }, 'the form stands among the papers')
    await lan.get(path)
    t.match(lan.text, 'xã Dương Quan, huyện Thủy Nguyên')
    const printed = await readPdf(await lan.download(`/tep/${form!.fileId}`))
    t.equal(printed.tagged, true)
    for (const part of ['TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH', filed.code!, 'Mấy bản: 3', 'Nguyễn Văn Tư', 'Tôi cam đoan'])
      t.match(squeeze(printed.text), part)
    t.same([printed.pages[0]!.width, printed.pages[0]!.height].map(Math.round), [595, 842], 'on A4')
    await openDemoAccounts(context)
    const desk = await signInAs(await scene.shop.app(), 'quay.minhkhai')
    const { body } = await desk.get(`/quay/ho-so/${idOf(path)}`)
    t.match(body, /<summary>Người trong sổ<\/summary>[\s\S]*Nguyễn Văn Tư/, 'the desk reads the same lines, page by page')
  }
)

t.test('an answer that asks for more brings its page before the check; one that asks for less takes it away', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const lan = await signIn(scene)
  const path = await startBirth(lan)
  await lan.submit(/nguoi-nop$/, own)
  await answerBirth(lan, { name: 'Nguyễn Minh Anh' })
  await lan.submit(/giay-to$/, {}, [{ field: 'paper.2', name: 'chung-sinh.pdf', bytes: smallPdf }])
  await lan.submit(/nhan-ket-qua$/, { 'delivery.method': 'desk' })
  t.match(lan.text, 'Lê Văn Bình')

  await lan.get(`${path}/nop/mau/truong-hop?ve=xem-lai`)
  await lan.submit(/truong-hop$/, { circumstance: 'mother_only' })
  t.match(lan.url.pathname, /xem-lai$/, 'nothing new is asked')
  t.notMatch(lan.text, 'Lê Văn Bình', 'the father is not asked for any more')
  await lan.get(`${path}/nop/mau/cha`)
  t.equal(lan.url.pathname, `${path}/nop`, 'a page that is not asked leads to the parts of the draft')

  await lan.get(`${path}/nop/mau/truong-hop?ve=xem-lai`)
  await lan.submit(/truong-hop$/, { circumstance: 'abandoned' })
  t.match(lan.url.href, /mau\/tre-em\?ve=xem-lai$/, 'a page that is done no more comes before the check')
  await lan.submit(/tre-em$/, {
    'found_place.line': 'Chùa Hàng',
    'found_place.ward': 'Lạch Tray',
    'found_place.province': 'Hải Phòng',
    found_onDay: '10',
    found_onMonth: '2',
    found_onYear: '2026'
  })
  t.match(lan.url.href, /xem-lai$/)
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  t.equal(lan.status, 422)
  t.match(lan.page, `${path}/nop/mau/nguoi-cham-soc?ve=xem-lai#carer_name`, 'and what was not answered is named with the way to it')
  t.match(lan.page, `${path}/nop/giay-to?ve=xem-lai#paper.3`, 'another paper is needed now')
  const { answers } = await getDossier(context.db, idOf(path))
  t.match(answers, { father: { name: 'Lê Văn Bình' } }, 'what was typed before is still in the draft')
})

t.test('rows are added and taken away without a script, and nothing is checked until the page is sent on', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  await lan.get('/nop/1.003725')
  await lan.submit(/^\/nop\//)
  const path = pathOf(lan)
  await lan.get(`${path}/nop/mau/xuat-ban-pham`)
  await lan.submit(/xuat-ban-pham$/, { list_how: 'here' })
  t.match(lan.text, 'Câu trả lời của ông/bà cần thêm vài ô ở trang này')

  await lan.submit(/xuat-ban-pham$/, { 'publications.0.title': 'Kokoro', 'add.publications': '1' })
  t.equal(lan.status, 200)
  t.match(lan.page, 'name="publications.1.title"')
  await lan.submit(/xuat-ban-pham$/, { 'publications.1.title': 'Genki', 'remove.publications': '0' })
  t.match(lan.page, /name="publications\.0\.title"[^>]*value="Genki"/)
  t.notMatch(lan.page, 'Kokoro')
  await lan.submit(/xuat-ban-pham$/, {})
  t.equal(lan.status, 422)
  t.match(lan.page, 'href="#publications.0.publisher"')
})

t.test('a page left open is not written over one saved elsewhere: it says so, keeps what was typed, and leaves the choice', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { lan, path } = await startCopies(scene)
  const other = await signIn(scene)
  await lan.get(`${path}/nop/mau/noi-dang-ky`)
  await other.get(`${path}/nop/mau/noi-dang-ky`)

  await other.submit(/noi-dang-ky$/, { registered_where: 'xã Dương Quan' })
  await lan.submit(/noi-dang-ky$/, { registered_where: 'xã Tân Phong' })

  t.equal(lan.status, 409)
  t.match(lan.text, 'Trang này đã được sửa ở một cửa sổ hoặc máy khác')
  t.match(lan.page, /name="registered_where"[^>]*value="xã Tân Phong"/)
  t.match((await getDossier(context.db, idOf(path))).answers, { registered_where: 'xã Dương Quan' })
  await lan.submit(/noi-dang-ky$/, {})
  t.match((await getDossier(context.db, idOf(path))).answers, { registered_where: 'xã Tân Phong' }, 'sent again it counts')
})

t.test('what is typed is kept in the background; a sending that comes late changes nothing', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { lan, path } = await startCopies(scene)
  const step = `${path}/nop/mau/noi-dang-ky`
  await lan.get(step)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(lan.page)![1]!
  const opened = { _csrf: hidden('_csrf'), _revision: hidden('_revision'), _page: hidden('_page') }
  const kept = async () => (await getDossier(context.db, idOf(path))).answers['registered_where']
  const save = (n: string, registered_where: string, page = opened) => lan.post(`${step}/tu-luu`, { ...page, _n: n, registered_where })

  t.match(await save('1', 'xã Dương'), { status: 200, body: /"saved":"Đã lưu nháp lúc 08:30\."/ })
  await save('3', 'xã Dương Quan')
  await save('2', 'xã Dương Q')
  t.equal(await kept(), 'xã Dương Quan', 'the slow one did not undo the later one')
  t.match(await save('1', 'xã Khác', { ...opened, _page: 'another' }), { status: 409, body: /DRAFT_CHANGED_ELSEWHERE/ })
  t.match(await save('4', 'x', { ...opened, _csrf: 'no' }), { status: 403 })
  t.equal(await kept(), 'xã Dương Quan')
  await lan.get('/ho-so')
  t.match(lan.text, 'Giữ đến 31/05/2026')
  await lan.get(`${path}/nop`)
  t.match(lan.text, 'Đã xong 2 trên 6 phần')
})
