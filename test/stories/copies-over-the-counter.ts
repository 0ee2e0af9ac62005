// (b) Certified copies: somebody walks in, is accepted, and goes home with the result the same day.
import { staffMember } from '../helpers/parties.ts'
import { paper } from './papers.ts'
import { codeOn, keepDocument, type Scene } from './scene.ts'
import { dueOn } from './tell.ts'

export async function copiesOverTheCounter(scene: Scene): Promise<void> {
  const { shop, tell } = scene
  tell.chapter('(b) 2.000815 Chứng thực bản sao từ bản chính: tại quầy phường Minh Khai, trả trong ngày')
  const clerk = await staffMember(shop, 'quay.minhkhai')
  await clerk.get('/quay/tiep-nhan?procedure=2.000815')
  const papers = [...clerk.page.matchAll(/name="paper" value="(\d+)"/g)].map(([, number]) => number!)
  await clerk.submit(/tiep-nhan$/, {
    'filer.name': 'Trần Văn Hùng',
    'filer.phone': '0987654321',
    'filer.identityNumber': '031085001234',
    'filer.address': '25 Điện Biên Phủ, phường Minh Khai',
    paper: papers,
    'delivery.method': 'desk',
    step: 'accept'
  })
  const accepted = /^\/quay\/tiep-nhan\/([\w-]+)\/xong$/.exec(clerk.url.pathname)
  tell.expect(accepted !== null, `the walk-in was accepted (${clerk.status} ${clerk.url.pathname}: ${clerk.text.slice(0, 500)})`)
  const page = `/quay/ho-so/${accepted?.[1]}`
  await clerk.get(page)
  const code = codeOn(clerk)
  tell.expect(code !== '', 'and has a code')
  const { day, explanation } = dueOn(clerk)
  tell.step('quầy', `nhận tại chỗ, mã ${code}, hẹn ${day}`)
  for (const sentence of explanation) tell.detail(sentence)
  await keepDocument(scene, clerk, { page, label: /iếp nhận/i, as: 'b-mau-01.pdf' })

  const id = page.split('/').at(-1)!
  const officer = await staffMember(shop, 'xuly.minhkhai')
  await officer.get(`/xu-ly/ho-so/${id}`)
  await officer.submit(/nhan$/)
  const copy = await paper('BẢN SAO CHỨNG THỰC', 'Chứng thực bản sao đúng với bản chính')
  await officer.submit(/dong-y$/, { number: '1042/2026-SCT/BS' }, [{ field: 'resultFile', name: 'ban-sao.pdf', bytes: copy }])
  tell.step('cán bộ', 'chứng thực, số 1042/2026-SCT/BS')

  await clerk.get(`/quay/tra?ma=${code}`)
  await clerk.submit(/quay\/tra\/[\da-f-]+$/, {
    paper: 'Thẻ căn cước',
    last4: '1234',
    receiver: 'Trần Văn Hùng',
    cash: 'yes',
    signatureOnPaper: 'yes'
  })
  tell.expect(clerk.text.includes('Đã trả kết quả'), `handed over against the identity card (${clerk.status})`)
  tell.step('quầy', 'xem căn cước, trả kết quả')
}
