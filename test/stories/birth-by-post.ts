// (c) A birth registered without leaving home: the post collects the papers, one thing is missing and sent, the certificate comes by post.
import { answerBirth } from '../helpers/birth-form.ts'
import { eventually, staffMember } from '../helpers/parties.ts'
import { paper } from './papers.ts'
import { advance, citizen, codeOn, dossierPath, keepDocument, orderOf, type Scene, tellDossier } from './scene.ts'

const phone = '0936111222'
const home = { name: 'Phạm Thị Hồng Ngọc', phone, address: '42 Đinh Tiên Hoàng', wardCode: '11311' }
const named = (at: string) => Object.fromEntries(Object.entries(home).map(([field, value]) => [`${at}.${field}`, value]))

async function fileFromHome(scene: Scene) {
  const { tell } = scene
  const ngoc = await citizen(scene, phone)
  await ngoc.get('/nop/1.001193')
  await ngoc.submit(/^\/nop\//, { agency: '11311' })
  const path = dossierPath(ngoc)
  tell.step('công dân', `tờ khai dài nên trang đầu kể các phần: ${/Đã xong \d+ trên \d+ phần/.exec(ngoc.text)?.[0]}`)
  await ngoc.get(`${path}/nop/nguoi-nop`)
  await ngoc.submit(/nguoi-nop$/, {
    whom: 'other',
    'filer.name': home.name,
    'filer.phone': phone,
    'filer.identityNumber': '031194008888',
    'filer.address': '42 Đinh Tiên Hoàng, phường Minh Khai',
    relation: 'Mẹ',
    'applicant.name': 'Lê Minh Anh',
    after: 'next'
  })
  await answerBirth(ngoc, { name: 'Lê Minh Anh', bornOn: ['9', '11', '2026'] })
  tell.expect(
    ngoc.text.includes('Một Cửa tự lập'),
    `the form is filled and needs no upload (at ${ngoc.url.pathname}: ${ngoc.text.slice(0, 300)})`
  )
  await ngoc.submit(/giay-to$/, { after: 'later' })
  await ngoc.get(`${path}/nop/nhan-ket-qua`)
  await ngoc.submit(/nhan-ket-qua$/, {
    'delivery.method': 'post',
    ...named('delivery'),
    'pickUp.method': 'collect',
    ...named('pickUp'),
    after: 'next'
  })
  await ngoc.get(`${path}/nop/xem-lai`)
  await ngoc.submit(/xem-lai$/, { declaration: 'yes' })
  const code = codeOn(ngoc)
  tell.expect(
    ngoc.url.pathname.endsWith('/xac-nhan') && code !== '',
    `the filing is confirmed (at ${ngoc.url.pathname}: ${ngoc.text.slice(0, 400)})`
  )
  tell.step('công dân', `đăng ký, hẹn bưu điện đến lấy giấy tờ, mã ${code}`)
  return { ngoc, path, code }
}

/** The post brings the papers; the desk counts, checks the seal and signs: filed in law (QĐ 45/2016 Đ7.4). */
async function papersArrive(scene: Scene, { code, path }: { code: string; path: string }) {
  const { shop, tell } = scene
  const ourRef = `${code}-P1`
  const { trackingNumber } = await orderOf(scene, ourRef)
  tell.step('hệ thống', `đã hẹn bưu tá, số hiệu ${trackingNumber}`)
  let scan = ''
  while (scan !== 'HANDED_OVER') scan = await advance(scene, ourRef)
  const clerk = await staffMember(shop, 'quay.minhkhai')
  const page = `/quay/ho-so/${path.split('/').at(-1)}`
  await clerk.get(page)
  tell.expect(!/action="[^"]*tiep-nhan"/.test(clerk.page), 'before the desk has signed for the papers nothing can be accepted')
  await eventually('the parcel at the desk', async () => {
    await clerk.get(`/quay/buu-gui?so=${trackingNumber}`)
    return clerk.page.includes('papersCounted')
  })
  await clerk.submit(/buu-gui\/[0-9a-f-]{36}$/, { seal: 'ok', papersCounted: '3', bothSigned: 'yes' })
  tell.step('quầy', 'đếm giấy tờ, niêm phong còn nguyên, hai bên ký: đây là lúc nộp theo luật')
  return { clerk, page }
}

export async function birthByPost(scene: Scene): Promise<void> {
  const { shop, tell } = scene
  tell.chapter('(c) 1.001193 Đăng ký khai sinh: bưu điện lấy giấy tờ tại nhà, bổ sung một lần, trả qua bưu điện')
  const { ngoc, path, code } = await fileFromHome(scene)
  const { clerk, page } = await papersArrive(scene, { code, path })

  await clerk.get(page)
  // The filled form is the first paper; its verdict is the only one that is not "right".
  await clerk.get(`${page}?giay=1`)
  await clerk.submit(/\/giay\/[0-9a-f-]{36}$/, { verdict: 'wrong', reason: '', words: 'Tờ khai chưa ghi nơi sinh' })
  await clerk.submit(/giay-con-lai$/)
  await clerk.submit(/yeu-cau-bo-sung$/)
  tell.expect(/bổ sung/i.test(clerk.text), `the desk asked for a supplement (${clerk.status})`)
  tell.step('quầy', 'yêu cầu bổ sung một lần, mọi lý do trong một phiếu')
  await keepDocument(scene, ngoc, { page: path, label: /bổ sung|bo-sung/i, as: 'c-mau-02.pdf' })

  const form = await paper('TỜ KHAI ĐĂNG KÝ KHAI SINH', 'Họ tên: Lê Minh Anh', 'Nơi sinh: Bệnh viện Phụ sản Hải Phòng')
  await ngoc.get(`${path}/bo-sung`)
  const field = /<input[^>]*type="file"[^>]*name="([^"]+)"|<input[^>]*name="([^"]+)"[^>]*type="file"/.exec(ngoc.page)
  await ngoc.submit(/bo-sung$/, {}, [{ field: (field?.[1] ?? field?.[2])!, name: 'to-khai.pdf', bytes: form }])
  tell.step('công dân', 'bổ sung tờ khai ngay trên trang')

  await clerk.get(page)
  await clerk.submit(/tiep-nhan$/)
  tell.step('quầy', `tiếp nhận ${code}`)
  await tellDossier(scene, ngoc, path)
  await keepDocument(scene, ngoc, { page: path, label: /iếp nhận hồ sơ và hẹn|giay-tiep-nhan/i, as: 'c-mau-01.pdf' })

  const officer = await staffMember(shop, 'xuly.minhkhai')
  await officer.get(`/xu-ly/ho-so/${path.split('/').at(-1)}`)
  await officer.submit(/nhan$/)
  const certificate = await paper('GIẤY KHAI SINH', 'Họ, chữ đệm, tên: LÊ MINH ANH', 'Số: 112/2026')
  await officer.submit(/dong-y$/, { number: '112/2026' }, [{ field: 'resultFile', name: 'giay-khai-sinh.pdf', bytes: certificate }])
  tell.step('cán bộ', 'ký Giấy khai sinh 112/2026')

  const ourRef = `${code}-D1`
  const { trackingNumber } = await orderOf(scene, ourRef)
  tell.step('hệ thống', `đã đặt bưu điện, số hiệu ${trackingNumber}`)
  let scan = ''
  while (scan !== 'HANDED_OVER') scan = await advance(scene, ourRef)
  await eventually('the delivery', async () => {
    await ngoc.get(path)
    return ngoc.text.includes('Đã trả kết quả')
  })
  await tellDossier(scene, ngoc, path)
}
