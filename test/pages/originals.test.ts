// The ledger of originals by HTTP: scanned onto a list, confirmed elsewhere with a difference, found by one scan, printed, followed in the post.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findStaff } from '../../src/accounts/queries.ts'
import type { Actor } from '../../src/accounts/roles.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { readersOf } from '../../src/audit/queries.ts'
import { listsFor, whereIs } from '../../src/originals/queries.ts'
import { type OperatorStep, recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan, toHome } from '../helpers/dossiers.ts'
import { hidden, signInAs } from '../helpers/staff-browser.ts'

const papers = [
  { number: 21, name: 'Giấy khai sinh', form: 'original', given: 'paper' as const, copies: 1 },
  { number: 22, name: 'Bằng tốt nghiệp', form: 'certified_copy', given: 'paper' as const, copies: 1 }
]

async function aDesk(t: Test, { post = false, state = 'accepted' as 'accepted' | 'result_ready' } = {}) {
  const shop = await openTestContext(t)
  const { context } = shop
  await openDemoAccounts(context)
  const app = await shop.app()
  const delivery = post ? toHome : { method: 'desk' as const }
  const application = { filer: lan, applicant: lan, subject: 'Nhập khẩu 12 cuốn sách', delivery }
  const made = await aDossier(context, { state, channel: 'desk', papers, application })
  await shop.runJobs()
  const codes = (await whereIs(context.db, { dossierId: made.id })).map(({ code }) => code)
  return { shop, context, app, ...made, codes: codes as [string, string], quay: await signInAs(app, 'quay.stttt') }
}
type Desk = Awaited<ReturnType<typeof aDesk>>

async function openList(quay: Desk['quay'], fields: Record<string, string>): Promise<string> {
  const page = '/ban-goc/giao'
  const formId = hidden((await quay.get(page)).body, 'formId')
  const opened = await quay.post(page, { formId, ...fields }, { page })
  return opened.headers.location as string
}

t.test('from desk to desk: scanned in one burst, offered, confirmed with a difference, each side told what it has', async (t) => {
  const { context, app, quay, codes, id } = await aDesk(t)
  const district = (await findAgency(context.db, '303'))!
  const hongBang = await signInAs(app, 'quay.hongbang')

  const list = await openList(quay, { kind: 'desk', agencyId: district.id })
  const some = await quay.post(`${list}/quet`, { codes: `${codes[0]}\r\n${codes[0]}\r\nEH123\r\n` }, { page: list })
  const whole = await quay.post(`${list}/quet`, { codes: `${codes[1]}\n` }, { page: list })
  const scanned = await quay.get(list)
  const early = await hongBang.get(list.replace('/giao/', '/nhan/'))
  const offered = await quay.post(`${list}/ky`, {}, { page: list })
  const said = await quay.get(offered.headers.location as string)

  t.match(some.body, 'không phải mã bản chính', 'what is no code is said')
  t.match(some.body, 'Đã quét 1/2')
  t.equal(whole.statusCode, 303)
  t.match(scanned.body, 'Đã quét 2/2')
  t.notMatch(early.body, 'Ký nhận <kbd>', 'nothing to confirm before it is offered')
  t.match(said.body, 'Đã bàn giao 2/2')

  const waiting = await hongBang.get('/ban-goc/nhan')
  const at = list.replace('/giao/', '/nhan/')
  t.match(waiting.body, at)
  await hongBang.post(`${at}/quet`, { codes: codes[0] }, { page: at })
  const silent = await hongBang.post(`${at}/ky`, {}, { page: at })
  const rest = (await whereIs(context.db, { code: codes[1] }))[0]!.id
  const signed = await hongBang.post(`${at}/ky`, { [`outcome.${rest}`]: 'missing', [`reason.${rest}`]: 'Không có trong túi' }, { page: at })
  const after = await hongBang.get(signed.headers.location as string)

  t.equal(silent.statusCode, 422)
  t.match(silent.body, 'Còn 1 bản chưa quét mà chưa nói lý do')
  t.match(after.body, 'Đã nhận 1/2')
  t.match(after.body, 'Không có trong túi')
  t.match(await whereIs(context.db, { dossierId: id }), [
    { holder: { agencyId: district.id } },
    { holder: { kind: 'desk', agencyName: /Sở/ } }
  ])
  const paper = await quay.get(`${list.replace('/giao/', '/phieu/')}.pdf`)
  t.match(paper.headers['content-type'], 'application/pdf')
  t.equal(paper.rawPayload.subarray(0, 5).toString(), '%PDF-')
})

t.test(
  'one scan answers where an original is; who may not see the dossier learns only where the paper belongs; the look is written down',
  async (t) => {
    const { context, app, quay, codes, id } = await aDesk(t)
    const stranger = await signInAs(app, 'quay.hongbang')
    const href = `/ban-goc/ban/${(await whereIs(context.db, { code: codes[0] }))[0]!.id}`

    const found = await quay.get(`/ban-goc?ma=${codes[0].toLowerCase().replaceAll('-', '')}`)
    const page = await quay.get(href)
    const elsewhere = await stranger.get(`/ban-goc?ma=${codes[0]}`)
    const hiddenPage = await stranger.get(href)
    const none = await quay.get('/ban-goc?ma=BG-2222-2223')

    t.same([found.statusCode, found.headers.location], [303, href])
    t.match(page.body, 'Giấy khai sinh')
    t.match(page.body, 'Bộ phận một cửa')
    t.match(elsewhere.body, /Bản chính BG-\S+ đang thuộc Bộ phận một cửa, Sở/)
    t.notMatch(elsewhere.body, 'Giấy khai sinh')
    t.equal(hiddenPage.statusCode, 404)
    t.equal(none.statusCode, 404)
    t.ok(
      (await readersOf(context.db, id)).some(({ name }) => name !== lan.name),
      'the citizen will see who looked'
    )
  }
)

t.test('the page of one: struck off only with a reason, put on a shelf, reported lost with a name', async (t) => {
  const { context, quay, codes } = await aDesk(t)
  const page = `/ban-goc/ban/${(await whereIs(context.db, { code: codes[0] }))[0]!.id}`

  const silent = await quay.post(`${page}/bao-mat`, { reason: '', last: 'Phạm Thu Hà' }, { page })
  const shelved = await quay.post(`${page}/ke`, { place: 'A-12' }, { page })
  const after = await quay.get(page)
  await quay.post(`${page}/bao-mat`, { reason: 'Kiểm kê không thấy', last: 'Phạm Thu Hà' }, { page })
  const home = await quay.get('/ban-goc')

  t.equal(silent.statusCode, 422)
  t.match(silent.body, 'value="Phạm Thu Hà"', 'what was typed stays')
  t.equal(shelved.statusCode, 303)
  t.match(after.body, 'Kệ A-12')
  t.match(home.body, 'Đang báo mất')
})

t.test('a paper nobody listed is added by hand; its label and the others’ are printed', async (t) => {
  const { context, quay, id } = await aDesk(t)
  const page = `/ban-goc/them/${id}`
  const formId = hidden((await quay.get(page)).body, 'formId')
  const fields = { formId, name: 'Sổ hộ khẩu', form: 'original', reason: 'Nộp thêm tại quầy' }

  const added = await quay.post(page, fields, { page })
  await quay.post(page, fields, { page })
  const labels = await quay.get(`/ban-goc/tem/${id}.pdf`)

  t.equal(added.headers.location, `/ban-goc/ban/${formId}`)
  t.equal((await whereIs(context.db, { dossierId: id })).length, 3, 'pressed twice, written once')
  t.equal(labels.rawPayload.subarray(0, 5).toString(), '%PDF-')
  t.match((await quay.get(`/quay/ho-so/${id}`)).body, 'Sổ hộ khẩu', 'the dossier’s page says where it is')
})

t.test('an officer receives from the desk by scan, and gives back to it', async (t) => {
  const { context, app, quay, codes } = await aDesk(t)
  const officer = (await findStaff(context.db, 'xuly.stttt'))!
  const xuly = await signInAs(app, 'xuly.stttt')

  const list = await openList(quay, { kind: 'officer', personId: officer.id })
  await quay.post(`${list}/quet`, { codes: codes.join('\n') }, { page: list })
  await quay.post(`${list}/ky`, {}, { page: list })
  const at = list.replace('/giao/', '/nhan/')
  await xuly.post(`${at}/ky`, { counted: '2' }, { page: at })
  const there = await whereIs(context.db, { code: codes[0] })
  const back = await openList(xuly, { kind: 'desk', agencyId: officer.agencyId! })
  await xuly.post(`${back}/quet`, { codes: codes.join('\n') }, { page: back })
  await xuly.post(`${back}/ky`, {}, { page: back })

  t.match(there, [{ holder: { kind: 'officer', personName: officer.fullName } }])
  t.match(await whereIs(context.db, { code: codes[0] }), [{ holder: { kind: 'officer' }, onWay: { to: { kind: 'desk' } } }])
  t.match((await quay.get('/ban-goc/nhan')).body, 'GB-STTTT')
})

t.test('in the result’s parcel: the post’s scan confirms, its proof gives them to the citizen, who reads it on the own page', async (t) => {
  const { shop, context, quay, id, codes, citizen } = await aDesk(t, { post: true, state: 'result_ready' })
  const [parcel] = await shipmentsOfDossier(context.db, id)
  const postman: Actor = { id: context.newId(), name: 'Vũ Văn Nam', role: 'postman' }
  const step = (command: 'collect' | 'deliver', facts: Partial<OperatorStep>) =>
    recordByOperator(context, { shipmentId: parcel!.id, eventId: context.newId(), command, by: postman, ...facts })

  const list = await openList(quay, { kind: 'post' })
  await quay.post(`${list}/quet`, { codes: codes.join('\n') }, { page: list })
  await quay.post(`${list}/ky`, {}, { page: list })
  t.match(await whereIs(context.db, { code: codes[0] }), [
    { holder: { kind: 'desk' }, onWay: { to: { kind: 'post', parcel: { id: parcel!.id } } } }
  ])
  await step('collect', { sealNumber: 'NP-1', slipNumber: 'PG-1', count: 1, papersPresent: parcel!.contents, signatures: true })
  await shop.runJobs()
  t.match(await whereIs(context.db, { code: codes[0] }), [{ holder: { kind: 'post', parcel: { id: parcel!.id } } }])
  await step('deliver', { receiver: { name: lan.name, idType: 'CCCD', idLast4: '6217', signature: true } })
  await shop.runJobs()

  t.match(await whereIs(context.db, { dossierId: id }), [{ holder: { kind: 'citizen', name: lan.name } }, { holder: { kind: 'citizen' } }])
  t.equal((await listsFor(context.db, { kind: 'post', carrier: 'x' })).length, 0)
  t.ok(citizen.id)
})

t.test('what does not go by post is not put into a parcel, and a citizen signs for one dossier’s papers only', async (t) => {
  const { quay, codes, context } = await aDesk(t)
  const other = await aDossier(context, { state: 'accepted', channel: 'desk', papers })
  await import('../../src/originals/actions/register.ts').then(({ registerOriginalsOf }) =>
    registerOriginalsOf(context, { dossierId: other.id, moveSeq: 2 })
  )
  const [foreign] = await whereIs(context.db, { dossierId: other.id })

  const post = await openList(quay, { kind: 'post' })
  const refused = await quay.post(`${post}/quet`, { codes: codes[0] }, { page: post })
  const list = await openList(quay, { kind: 'citizen', receiver: lan.name })
  const mixed = await quay.post(`${list}/quet`, { codes: `${codes[0]}\n${foreign!.code}` }, { page: list })
  const unsigned = await quay.post(`${list}/ky-hai-ben`, { receiver: lan.name }, { page: list })
  const signed = await quay.post(`${list}/ky-hai-ben`, { receiver: lan.name, signatureOnPaper: 'yes' }, { page: list })

  t.match(refused.body, 'không có bưu gửi trả kết quả')
  t.match(mixed.body, 'thuộc hồ sơ khác')
  t.equal(unsigned.statusCode, 422)
  t.equal(signed.statusCode, 303)
  t.match(await whereIs(context.db, { code: codes[0] }), [{ holder: { kind: 'citizen', name: lan.name } }])
})
