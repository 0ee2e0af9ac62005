// (a) A permit to import books, filed online with two PDFs; the result goes by post, which finds nobody home the first time.
import { eventually, staffMember } from '../helpers/parties.ts'
import type { Visitor } from '../helpers/visitor.ts'
import { paper } from './papers.ts'
import { advance, citizen, codeOn, dossierPath, keepDocument, orderOf, type Scene, tellDossier } from './scene.ts'

const phone = '0912480123'

/** Its own form; an answer that asks for more brings the page back with the new boxes. */
async function fillForm(lan: Visitor): Promise<void> {
  await lan.submit(/lo-hang$/, {
    purpose: 'own',
    sender: 'Hiệu sách Blackwell, Anh',
    country: 'Anh',
    gate: 'Bưu cục Hải Phòng',
    is_held: 'yes'
  })
  await lan.submit(/lo-hang$/, { held_paper: 'EE123456785GB' })
  await lan.submit(/xuat-ban-pham$/, { list_how: 'file' })
  await lan.submit(/xuat-ban-pham$/, { titles: '12', total_copies: '12' })
  await lan.submit(/nguoi-nhan$/, { used_at: 'Nhà riêng, 18/7 Lạch Tray' })
}

async function fileOnline(scene: Scene) {
  const { tell } = scene
  const lan = await citizen(scene, phone)
  await lan.get('/thu-tuc/1.003725')
  tell.step('công dân', `tìm thấy “${/<h1[^>]*>([^<]*)/.exec(lan.page)?.[1]}”`)
  await lan.get('/nop/1.003725')
  await lan.submit(/^\/nop\//)
  const path = dossierPath(lan)
  await lan.get(`${path}/nop/nguoi-nop`)
  await lan.submit(/nguoi-nop$/, {
    whom: 'self',
    'filer.name': 'Nguyễn Thị Lan',
    'filer.phone': phone,
    'filer.identityNumber': '031194006217',
    'filer.email': 'lan@vidu.vn',
    'filer.address': '18/7 Lạch Tray, phường Lạch Tray, quận Ngô Quyền',
    after: 'next'
  })
  await fillForm(lan)
  const notice = await paper('GIẤY BÁO NHẬN HÀNG', 'Người nhận: Nguyễn Thị Lan', 'Bưu cục Hải Phòng giữ 01 kiện sách')
  const list = await paper('DANH MỤC XUẤT BẢN PHẨM NHẬP KHẨU', '1. Introduction to Port Logistics, 2024', '2. Maritime Law, 2023')
  const slots = [...lan.page.matchAll(/name="(paper\.\d+)"/g)].map(([, name]) => name!)
  const required = [...new Set(slots)].slice(0, 2)
  await lan.submit(/giay-to$/, { after: 'next' }, [
    { field: required[0]!, name: 'danh-muc.pdf', bytes: list },
    { field: required[1] ?? required[0]!, name: 'giay-bao.pdf', bytes: notice }
  ])
  await lan.submit(/nhan-ket-qua$/, {
    'delivery.method': 'post',
    'delivery.name': 'Nguyễn Thị Lan',
    'delivery.phone': phone,
    'delivery.address': '18/7 Lạch Tray',
    'delivery.wardCode': '11362',
    'pickUp.method': 'upload',
    after: 'next'
  })
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  const code = codeOn(lan)
  tell.expect(
    lan.url.pathname.endsWith('/xac-nhan') && code !== '',
    `the filing is confirmed with a code (at ${lan.url.pathname}: ${lan.text.slice(0, 400)})`
  )
  tell.step('công dân', `nộp trực tuyến 2 tệp PDF, mã ${code}`)
  await keepDocument(scene, lan, { page: `${path}/xac-nhan`, label: /tep/, as: 'a-xac-nhan-nop.pdf' })
  return { lan, path, code }
}

export async function importByPost(scene: Scene): Promise<void> {
  const { shop, tell } = scene
  tell.chapter('(a) 1.003725 Giấy phép nhập khẩu xuất bản phẩm không kinh doanh: trực tuyến, trả qua bưu điện')
  const { lan, path, code } = await fileOnline(scene)
  const id = path.split('/').at(-1)!

  const clerk = await staffMember(shop, 'quay.stttt')
  tell.expect(clerk.text.includes(code.slice(code.indexOf('H24'))), 'the dossier waits in the desk’s queue')
  await clerk.get(`/quay/ho-so/${id}`)
  await clerk.submit(/tiep-nhan$/)
  tell.expect(/Đã tiếp nhận|Được tiếp nhận/.test(clerk.text), `the desk accepted (${clerk.status})`)
  tell.step('quầy', `tiếp nhận ${code}`)
  await tellDossier(scene, lan, path)
  await keepDocument(scene, lan, { page: path, label: /iếp nhận hồ sơ và hẹn|receipt|giay-tiep-nhan/i, as: 'a-mau-01.pdf' })

  const officer = await staffMember(shop, 'xuly.stttt')
  await officer.get(`/xu-ly/ho-so/${id}`)
  await officer.submit(/nhan$/)
  const permit = await paper(
    'GIẤY PHÉP NHẬP KHẨU XUẤT BẢN PHẨM KHÔNG KINH DOANH',
    'Số: 15/GP-STTTT',
    `Cấp cho bà Nguyễn Thị Lan theo hồ sơ ${code}`
  )
  await officer.submit(/dong-y$/, { number: '15/GP-STTTT' }, [{ field: 'resultFile', name: 'giay-phep.pdf', bytes: permit }])
  tell.expect(/Đã xử lý xong|Đã có kết quả/.test(officer.text), `the officer approved (${officer.status}: ${officer.text.slice(0, 300)})`)
  tell.step('chuyên viên', 'nhận giải quyết, ký kết quả 15/GP-STTTT')

  const ourRef = `${code}-D1`
  const { trackingNumber } = await orderOf(scene, ourRef)
  tell.step('hệ thống', `đã đặt bưu điện, số hiệu ${trackingNumber}`)
  await scene.post(`/orders/${ourRef}/script`, { script: 'fails_once' })
  const scans: string[] = []
  while (!scans.includes('HANDED_OVER')) scans.push(await advance(scene, ourRef))
  tell.expect(scans.filter((scan) => scan === 'NOT_DELIVERED').length === 1, 'the first visit failed')
  await eventually('the delivery', async () => {
    await lan.get(path)
    return lan.text.includes('Đã trả kết quả')
  })
  await tellDossier(scene, lan, path)
  tell.expect(lan.text.includes('Không có người nhận ở nhà'), 'the timeline says why the first visit failed')
  tell.expect(lan.text.includes(trackingNumber), 'the timeline names the parcel')
}
