// A result from its template to the citizen: drafted, read by a colleague, signed by the head, found in the register, taken back by two.
import t, { type Test } from 'tap'
import { demoPassword } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { publishKey } from '../../src/documents/actions/publish-key.ts'
import { sealedOf } from '../../src/documents/queries.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { getDossier, papersOf, resultOf } from '../../src/dossiers/queries.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { resultsInHand, reuseResult } from '../../src/results/actions/reuse-result.ts'
import { proposeRevocation, settleRevocation } from '../../src/results/actions/revoke-result.ts'
import { draftOf, type RegisterCursor, registerAt, resultOfDossier, reusableResults } from '../../src/results/queries.ts'
import { openTestContext } from '../helpers/context.ts'
import { aCitizen, aDossier, lan } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { checkSignature, isValid } from '../helpers/pdf-signature.ts'
import { aResultDraft, revokeResult, signerOf } from '../helpers/results.ts'
import { actorOf, openForStaff } from '../helpers/staff-visitor.ts'

async function aCity(t: Test) {
  const shop = await openTestContext(t)
  await publishKey(shop.context, shop.outside)
  return { shop, ...shop, ...(await openForStaff(shop)) }
}

const check = { paper: 'Căn cước', last4: '6217', receiver: lan.name, relation: '' }

t.test(
  'from template to citizen: drafted with what the dossier knows, read, returned, mended, signed, sealed, in the register',
  async (t) => {
    const { shop, context, staff, runJobs } = await aCity(t)
    const { id, clerk } = await aDossier(context, { state: 'accepted' })
    await takeDossier(context, { dossierId: id, by: await actorOf(shop, 'xuly.stttt') })
    const officer = await staff('xuly.stttt')
    const page = `/xu-ly/ho-so/${id}/du-thao`

    await officer.get(page)
    t.match(officer.text, 'Giấy phép nhập khẩu xuất bản phẩm không kinh doanh')
    await officer.submit(page, { kind: 'approved' })
    t.match(officer.page, /value="Hiệu sách Kinokuniya, Nhật Bản"/)
    await officer.submit(`${page}/luu`, { 'value.purpose': '', next: 'send' })
    t.match(officer.text, 'Mục đích sử dụng')
    t.equal(officer.status, 422)
    await officer.submit(`${page}/luu`, { 'value.purpose': 'Đọc tại nhà', next: 'ask_review' })
    t.equal((await draftOf(context.db, id))!.state, 'in_review')

    const colleague = await staff('xuly2.stttt')
    await colleague.get('/xu-ly/du-thao?bang=review')
    t.match(colleague.text, lan.name)
    await colleague.get(page)
    await colleague.submit(`${page}/tra-lai`, { note: '' })
    t.match(colleague.text, 'Xin ghi lý do')
    await colleague.submit(`${page}/tra-lai`, { note: 'Ghi rõ số bản' })
    await officer.get(page)
    t.match(officer.text, 'Ý kiến gần nhất: Ghi rõ số bản')
    await officer.submit(`${page}/luu`, { 'value.purpose': 'Đọc tại nhà, 3 bản', next: 'send' })

    const head = await staff('ky.stttt')
    await head.get('/ky')
    await head.submit('/ky', { password: 'sai' })
    t.match(head.text, 'Mật khẩu chưa đúng')
    t.equal((await draftOf(context.db, id))!.state, 'to_sign')
    await head.submit('/ky', { password: demoPassword })
    t.match(head.text, 'Đã ra lệnh ký 1 văn bản')
    await runJobs()
    await head.get(head.url.pathname)
    t.match(head.text, /Đã ký 1 trên 1.*01\/GP-STTTT/)

    t.match(await getDossier(context.db, id), { state: 'result_ready' })
    const result = (await resultOf(context.db, id))!
    t.match(result, { number: '01/GP-STTTT', title: 'Giấy phép nhập khẩu xuất bản phẩm không kinh doanh', signedBy: 'Lương Hải Âu' })
    t.ok(isValid(checkSignature(await head.download(`/tep/${result.fileId}`))))
    t.ok(
      (await sealedOf(context.db, id)).some(({ form, fileId }) => form === 'result' && fileId === result.fileId),
      'the city’s seal is on it too'
    )
    await handOverAtDesk(context, { dossierId: id, by: clerk, check })
    await head.get('/ket-qua?q=nguyen thi lan')
    t.match(head.text, '01/GP-STTTT')
    await head.get(page)
    t.match(head.text, /Trả lại người soạn.*Ghi rõ số bản.*Ra lệnh ký.*Đã ký/)
  }
)

t.test('a head does not see or sign what belongs to another agency, and officers do not enter the page of signatures', async (t) => {
  const { context, staff } = await aCity(t)
  const { draft } = await aResultDraft(context)
  const stranger = await staff('ky.hongbang')
  const officer = await staff('xuly.stttt')

  await stranger.get('/ky')
  t.notMatch(stranger.page, draft.id)
  const csrf = /name="_csrf" value="([^"]+)"/
  const own = await staff('ky.stttt')
  await own.get('/ky')
  t.match(own.page, draft.id)
  await stranger.get('/ket-qua/mau/dong-y/chung')
  const token = csrf.exec(stranger.page)![1]!
  const answer = await stranger.post('/ky', { _csrf: token, batch: context.newId(), draft: draft.id, password: demoPassword })
  t.notOk(answer.status < 300)
  t.equal((await draftOf(context.db, draft.dossierId))!.state, 'to_sign')
  await officer.get('/ky')
  t.equal(officer.status, 403)
})

t.test('a result scanned from paper is in the register too; words without marks, kinds and days find it, page by page', async (t) => {
  const { context, staff, runJobs } = await aCity(t)
  const made = await aDossier(context, { state: 'result_ready' })
  for (let i = 1; i < 5; i++) {
    const { id, officer, dossier } = await aDossier(context, { state: 'in_progress', procedure: '2.001737' })
    const { fileId } = (await papersOf(context.db, dossier.id))[0]!
    await decide(context, {
      dossierId: id,
      by: officer,
      kind: 'approved',
      number: `${i}/XN-STTTT`,
      title: 'Giấy xác nhận',
      fileId: fileId!
    })
  }
  await runJobs()

  const clerk = await staff('quay.stttt')
  await clerk.get('/ket-qua?q=15/gp')
  t.match(clerk.text, /15\/GP-STTTT.*Còn hiệu lực/)
  await clerk.get(`/ket-qua?q=${made.code}`)
  t.match(clerk.text, '15/GP-STTTT')
  await clerk.get('/ket-qua?loai=refused')
  t.match(clerk.text, 'Không có kết quả nào khớp')
  await clerk.get('/ket-qua?tu=2026-03-03')
  t.match(clerk.text, 'Không có kết quả nào khớp')
  const reach = { agencyId: made.officer.agencyId, duties: undefined }
  const seen: string[] = []
  let after: RegisterCursor | undefined
  do {
    const { items, next } = await registerAt(context.db, reach, { text: 'xac nhan' }, { after, limit: 3 })
    seen.push(...items.map(({ number }) => number))
    after = next
  } while (after)
  t.same(seen.toSorted(), ['1/XN-STTTT', '2/XN-STTTT', '3/XN-STTTT', '4/XN-STTTT'], 'page by page each once, none lost')
  const first = (await registerAt(context.db, reach, { text: 'xac nhan' }, { limit: 3 })).next!
  await clerk.get(`/ket-qua?q=xac+nhan&sau=${Buffer.from(`${first.at}|${first.id}`).toString('base64url')}`)
  t.match(clerk.page, 'rel="prev"')
  t.equal(clerk.page.match(/<tr data-href="\/ket-qua/g)?.length, 1)
  const elsewhere = await staff('xuly.hongbang')
  const result = (await resultOfDossier(context.db, made.id))!
  await elsewhere.get(`/ket-qua/${result.id}`)
  t.equal(elsewhere.status, 404)
})

t.test('a result is taken back by two: the paper says so to everybody, and its owner is told why', async (t) => {
  const { context, staff, runJobs } = await aCity(t)
  const { id } = await aDossier(context, { state: 'result_ready' })
  await runJobs()
  const result = (await resultOfDossier(context.db, id))!
  const page = `/ket-qua/${result.id}`
  const officer = await staff('xuly.stttt')

  await officer.get(page)
  await officer.submit(`${page}/de-nghi-thu-hoi`, { reason: 'Cấp nhầm người', legalBasis: '' })
  t.match(officer.text, 'Cấp nhầm người', 'what was typed stays')
  await officer.submit(`${page}/de-nghi-thu-hoi`, { reason: 'Cấp nhầm người', legalBasis: 'Điều 42 Luật Xuất bản' })
  t.match(officer.text, 'chờ người ký khác')
  t.equal((await reusableResults(context.db, { identityNumber: lan.identityNumber })).length, 1, 'it holds until it is confirmed')
  const head = await staff('ky.stttt')
  await head.get('/ket-qua?hieuluc=proposed')
  t.match(head.page, page)
  await head.get(page)
  await head.submit(`${page}/thu-hoi`)
  t.match(head.text, /Đã thu hồi.*Cấp nhầm người/)
  await runJobs()

  t.match(
    (await sealedOf(context.db, id)).find(({ form }) => form === 'result'),
    { revokedBy: 'Lương Hải Âu', revokedReason: /Cấp nhầm người.*Điều 42/ }
  )
  const letters = (await latestMessages(context.db)).filter(({ kind }) => kind === 'result_revoked')
  t.same(letters.map(({ channel }) => channel).sort(), ['email', 'sms'])
  t.match(letters.find(({ channel }) => channel === 'email')!.body, /15\/GP-STTTT[\s\S]*Cấp nhầm người[\s\S]*Điều 42/)
  t.same(await reusableResults(context.db, { identityNumber: lan.identityNumber }), [])
})

t.test('who proposed to take it back does not confirm it, also as head', async (t) => {
  const { context, runJobs } = await aCity(t)
  const { id, officer } = await aDossier(context, { state: 'result_ready' })
  await runJobs()
  const result = (await resultOfDossier(context.db, id))!
  const head = { ...officer, role: 'signer' as const }
  const formId = context.newId()
  await proposeRevocation(context, { formId, resultId: result.id, by: head, reason: 'Nhầm', legalBasis: 'Điều 1' })
  await proposeRevocation(context, { formId, resultId: result.id, by: head, reason: 'Nhầm', legalBasis: 'Điều 1' })

  await t.rejects(settleRevocation(context, { resultId: result.id, by: head, confirm: true }), { code: 'NEEDS_OTHER_EYES' })
  await t.rejects(proposeRevocation(context, { formId: context.newId(), resultId: result.id, by: officer, reason: 'x', legalBasis: 'y' }), {
    code: 'REVOCATION_WAITS'
  })
  const other = await signerOf(context)
  await settleRevocation(context, { resultId: result.id, by: other, confirm: false, note: 'Không có căn cứ' })
  t.equal((await resultOfDossier(context.db, id))!.revokedAt, null)
  await revokeResult(context, { dossierId: id, by: officer, reason: 'Lần sau' })
  t.ok((await resultOfDossier(context.db, id))!.revokedAt)
})

t.test('a result that was returned is offered in the next filing: the same bytes, and the desk sees that they are ours', async (t) => {
  const { context, staff, runJobs } = await aCity(t)
  const by = await aCitizen(context)
  const { id, clerk } = await aDossier(context, { state: 'result_ready', by })
  await runJobs()
  t.same(await resultsInHand(context, by.id), [], 'not theirs before it was returned')
  await handOverAtDesk(context, { dossierId: id, by: clerk, check })
  const [mine] = await resultsInHand(context, by.id)
  const other = await aCitizen(context)

  t.equal(await reuseResult(context, { id: mine!.id, personId: other.id }), undefined, 'nobody else’s')
  const file = (await reuseResult(context, { id: mine!.id, personId: by.id }))!

  t.equal(file.sha256, mine!.sha256)
  const papers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
    number,
    name: `Giấy ${number}`,
    form: 'copy',
    given: 'file' as const,
    fileId: file.id
  }))
  const next = await aDossier(context, { by, papers })
  const desk = await staff('quay.stttt')
  await desk.get(`/quay/ho-so/${next.id}`)
  t.match(desk.text, 'Giấy đã nộp đúng từng byte với sổ kết quả')
})

t.test('a new version of a template is for drafts begun after it; it is refused with its line when it is faulty', async (t) => {
  const { context, staff } = await aCity(t)
  const before = await aResultDraft(context, { state: 'drafting' })
  const head = await staff('ky.stttt')
  const page = '/ket-qua/mau/dong-y/1.003725'

  await head.get(page)
  const text = /<textarea[^>]*name="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(head.page)![1]!.replaceAll('&amp;', '&').replaceAll('&gt;', '>')
  await head.submit(page, { text: `${text}\n{nobody}`, note: 'Thử' })
  t.match(head.text, /không có chỗ điền \{nobody\}/)
  await head.submit(page, { text: text.replace('CHO PHÉP:', 'NAY CHO PHÉP:'), note: 'Theo ý kiến của Sở Tư pháp' })
  t.match(head.text, /Đã lưu bản 1.*Theo ý kiến của Sở Tư pháp/)
  const after = await aResultDraft(context, { state: 'drafting' })

  t.match(after.draft.template, { version: 'bản 1 của cơ quan' })
  t.ok(after.draft.template.blocks.some((block) => block.kind === 'middle' && block.text === 'NAY CHO PHÉP:'))
  t.notOk(
    (await draftOf(context.db, before.id))!.template.blocks.some((block) => block.kind === 'middle' && block.text === 'NAY CHO PHÉP:')
  )
  const elsewhere = await findAgency(context.db, '303')
  t.same((await registerAt(context.db, { agencyId: elsewhere!.id, duties: undefined }, {})).items, [])
})
