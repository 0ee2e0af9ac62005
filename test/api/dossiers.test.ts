// Dossiers by the API, from the upload to the result, and the closed doors between clients.
import t from 'tap'
import { chainOf } from '../../src/audit/queries.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { passTheRest } from '../../src/dossiers/actions/check-paper.ts'
import { decide } from '../../src/dossiers/actions/decide.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { takeDossier } from '../../src/dossiers/actions/take-dossier.ts'
import { getDossier } from '../../src/dossiers/queries.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { smallPdf, staffOf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { aFiledDossier, aFiling, openApiShop } from './api-shop.ts'

t.test('a filing gets its code and its address, and stands where the lifecycle says', async (t) => {
  const { aClient, context } = await openApiShop(t)
  const client = await aClient()

  const response = await client.post('/api/v1/dossiers', await aFiling(client))

  const dossier = response.json()
  t.equal(response.statusCode, 201)
  t.equal(response.headers.location, `/api/v1/dossiers/${dossier.id}`)
  t.match(dossier, {
    code: '000.00.18.H24-260302-0001',
    state: 'submitted',
    nationalStatus: 1,
    channel: 'online',
    agencyCode: 'STTTT',
    dueAt: null,
    applicant: { phone: '0912480123' },
    subject: 'Nhập khẩu xuất bản phẩm: Hiệu sách Kinokuniya, Nhật Bản',
    papers: [{ number: 2, given: 'file' }, { number: 3 }]
  })
  const kept = await getDossier(context.db, dossier.id)
  t.equal(kept.clientId, client.clientId)
  t.match(await chainOf(context.db, dossier.id), [{ action: 'submit', actorRole: 'partner' }])
})

t.test('accepted, decided and handed over: state, due date and documents follow', async (t) => {
  const { aClient, context, runJobs } = await openApiShop(t)
  const client = await aClient()
  const dossierId = await aFiledDossier(client)
  const url = `/api/v1/dossiers/${dossierId}`
  const [clerk, officer] = [await staffOf(context, 'STTTT', 'clerk'), await staffOf(context, 'STTTT', 'officer')]

  await acceptAtDesk(context, { dossierId, by: clerk })
  const accepted = (await client.get(url)).json()
  t.match(accepted, { state: 'accepted', nationalStatus: 2, dueAt: /^2026-03-17T/, isLate: false })
  t.match(accepted.explanation.at(-1), /17\/03\/2026/)
  await runJobs()
  const receipt = (await client.get(url)).json().documents.find(({ form }: { form: string }) => form === 'receipt')
  const pdf = await client.get(`${url}/documents/${receipt.id}`)
  t.match(pdf, { statusCode: 200, headers: { 'content-type': 'application/pdf' } })
  t.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')

  await takeDossier(context, { dossierId, by: officer })
  const file = await keepFile(context, {
    name: 'ket-qua.pdf',
    bytes: Buffer.concat([smallPdf, Buffer.from('% result')]),
    ownerId: officer.id
  })
  await decide(context, { dossierId, by: officer, kind: 'approved', number: '15/GP-STTTT', title: 'Giấy phép', fileId: file.id })
  t.match((await client.get(url)).json(), { state: 'result_ready', result: { kind: 'approved', number: '15/GP-STTTT' } })
  t.equal((await client.get(`${url}/documents/${file.id}`)).json().code, 'FILE_NOT_FOUND', 'nobody gets the result before its owner')
  await handOverAtDesk(context, {
    dossierId,
    by: clerk,
    check: { paper: 'CCCD', last4: '6217', receiver: 'Nguyễn Thị Lan', relation: 'Chính chủ' }
  })
  t.equal((await client.get(`${url}/documents/${file.id}`)).statusCode, 200)
  t.match((await client.get(`${url}/timeline`)).json().items, [{ look: 'now' }, {}, {}, {}, { title: 'Nộp hồ sơ', look: 'past' }])
})

t.test('asked for a supplement, the client brings it and the desk looks again', async (t) => {
  const { aClient, context } = await openApiShop(t)
  const client = await aClient()
  const dossierId = await aFiledDossier(client)
  const clerk = await staffOf(context, 'STTTT', 'clerk')
  const url = `/api/v1/dossiers/${dossierId}/supplement`
  const { id: fileId } = (await client.upload()).json()

  const early = await client.post(url, { papers: [{ number: 1, fileId }] })
  await passTheRest(context, { dossierId, by: clerk })
  await requestSupplement(context, { dossierId, by: clerk, reasons: [{ paper: 'Đơn', paperNumber: 1, reason: 'Thiếu chữ ký' }] })
  const empty = await client.post(url, { papers: [] })
  const given = await client.post(url, { papers: [{ number: 1, fileId }], note: 'Đã ký' })

  t.match(early.json(), { status: 409, code: 'MOVE_NOT_ALLOWED' })
  t.match(empty.json(), { status: 422, errors: [{ field: 'papers', code: 'PAPER_REQUIRED' }] })
  t.match(given.json(), { state: 'submitted', supplementRequests: [{ number: 1, reasons: [{ reason: 'Thiếu chữ ký' }] }] })
  t.ok(given.json().supplementRequests[0].answeredAt)
})

t.test('a client takes a dossier back once', async (t) => {
  const { aClient } = await openApiShop(t)
  const client = await aClient()
  const url = `/api/v1/dossiers/${await aFiledDossier(client)}/withdraw`

  const first = await client.post(url, { reason: 'Không còn nhu cầu' })
  const second = await client.post(url, { reason: 'Không còn nhu cầu' })

  t.match(first.json(), { state: 'withdrawn', nationalStatus: 7, explanation: [] })
  t.match(second.json(), { status: 409, code: 'MOVE_NOT_ALLOWED', title: /Đã rút hồ sơ/ })
})

t.test('everything that is wrong with a filing is said at once', async (t) => {
  const { aClient } = await openApiShop(t)
  const client = await aClient()
  const filing = await aFiling(client)

  const wrong = await client.post('/api/v1/dossiers', {
    ...filing,
    answers: { ...filing.answers, country: 7, colour: 'red' },
    applicant: { kind: 'organisation', name: '', phone: '123' },
    delivery: { method: 'post', name: 'Lan', phone: '0912480123', address: 'Số 1', wardCode: 'STTTT' },
    papers: []
  })

  t.match(wrong.json(), { status: 422, code: 'FORM_INCOMPLETE' })
  t.same(
    wrong
      .json()
      .errors.map(({ field }: { field: string }) => field)
      .sort(),
    [
      'answers.colour',
      'answers.country',
      'answers.responsible',
      'applicant.name',
      'applicant.phone',
      'applicant.taxCode',
      'delivery.wardCode',
      'filer.name',
      'filer.phone',
      'filer.taxCode',
      'paper.3'
    ]
  )
})

t.test('a misspelt field, a paper the procedure does not know, an unknown code: refused, not dropped', async (t) => {
  const { aClient } = await openApiShop(t)
  const client = await aClient()
  const filing = await aFiling(client)
  const [paper] = filing.papers

  const answers = await Promise.all([
    client.post('/api/v1/dossiers', { ...filing, pickup: {} }),
    client.post('/api/v1/dossiers', { ...filing, papers: [{ ...paper, number: 77 }] }),
    client.post('/api/v1/dossiers', { ...filing, papers: [{ number: 1 }] }),
    client.post('/api/v1/dossiers', { ...filing, papers: [{ ...paper, number: 0 }] }),
    client.post('/api/v1/dossiers', { ...filing, procedure: '1.999999' }),
    client.post('/api/v1/dossiers', { ...filing, agency: 'X' }),
    client.post('/api/v1/dossiers', { ...filing, agency: 'SDL' })
  ])

  t.same(
    answers.map((answer) => answer.json().code),
    [
      'REQUEST_MALFORMED',
      'REQUEST_MALFORMED',
      'FORM_INCOMPLETE',
      'FORM_INCOMPLETE',
      'PROCEDURE_NOT_FOUND',
      'AGENCY_NOT_FOUND',
      'PROCEDURE_NOT_OFFERED'
    ]
  )
})

t.test('papers collected at home: filed by post, the ward is named', async (t) => {
  const { aClient } = await openApiShop(t)
  const client = await aClient()
  const home = { name: 'Nguyễn Thị Lan', phone: '0912480123', address: '18/7 Lạch Tray', wardCode: '11296' }

  const filed = await client.post(
    '/api/v1/dossiers',
    await aFiling(client, {
      delivery: { method: 'post', ...home },
      pickUp: { ...home, when: 'Sáng thứ Hai' },
      papers: [{ number: 1, given: 'post' }]
    })
  )

  t.match(filed.json(), {
    channel: 'post',
    pickUp: { when: 'Sáng thứ Hai' },
    delivery: { method: 'post' },
    papers: [{ given: 'post', fileId: null }]
  })
  t.match(filed.json().pickUp.wardName, /^(Phường|Xã|Thị trấn) /i)
})

t.test('another client sees nothing, changes nothing and cannot use the files', async (t) => {
  const { aClient } = await openApiShop(t)
  const [client, stranger] = [await aClient(), await aClient()]
  const filing = await aFiling(client)
  const id = await aFiledDossier(client)
  const nobody = '019aaf10-5b1c-7d2e-9c4a-2f6b8d0e1a33'

  const seen = await Promise.all(
    ['', '/timeline', '/shipments', `/documents/${nobody}`].map((path) => stranger.get(`/api/v1/dossiers/${id}${path}`))
  )
  const changed = [
    await stranger.post(`/api/v1/dossiers/${id}/withdraw`, { reason: 'x' }),
    await stranger.post(`/api/v1/dossiers/${id}/supplement`, { papers: [] })
  ]
  const withFiles = await stranger.post('/api/v1/dossiers', filing)
  const none = await stranger.get(`/api/v1/dossiers/${nobody}`)

  for (const answer of [...seen, ...changed]) t.match(answer.json(), { status: 404, code: 'NOT_YOURS_TO_SEE' })
  t.match(none.json(), { status: 404, code: 'NOT_YOURS_TO_SEE' }, 'the same as for none at all')
  t.equal(withFiles.json().code, 'FILE_NOT_FOUND')
  t.same((await stranger.get('/api/v1/dossiers')).json(), { items: [], next: null })
  t.equal((await client.get(`/api/v1/dossiers/${id}`)).json().state, 'submitted')
})

t.test('the list of a client goes from the newest to the oldest, page by page', async (t) => {
  const { aClient } = await openApiShop(t)
  const client = await aClient()
  const ids = [await aFiledDossier(client), await aFiledDossier(client), await aFiledDossier(client)]

  const first = (await client.get('/api/v1/dossiers?limit=2')).json()
  const second = (await client.get(`/api/v1/dossiers?limit=2&cursor=${first.next}`)).json()

  t.same(
    [...first.items, ...second.items].map(({ id }: { id: string }) => id),
    ids.reverse()
  )
  t.equal(second.next, null)
  t.equal((await client.get('/api/v1/dossiers?cursor=WyJ4Il0')).json().code, 'REQUEST_MALFORMED')
})

t.test('a file is looked at when it is sent', async (t) => {
  const { aClient, send } = await openApiShop(t)
  const client = await aClient()

  const kept = await client.upload(smallPdf, 'C:\\giay\\don.pdf')
  const refused = [
    await client.upload(Buffer.alloc(0)),
    await client.upload(Buffer.from('<script>alert(1)</script>')),
    await client.upload(Buffer.alloc(16 * 1024 * 1024, 65))
  ]
  const none = await client.post('/api/v1/files', {})
  const keyless = await send({ method: 'POST', url: '/api/v1/files', payload: {} })

  t.match(kept.json(), { mediaType: 'application/pdf', size: smallPdf.length, name: 'don.pdf' })
  t.same(
    refused.map((answer) => answer.json().code),
    ['FILE_EMPTY', 'FILE_WRONG_TYPE', 'FILE_TOO_BIG']
  )
  t.equal(none.json().code, 'REQUEST_MALFORMED')
  t.equal(keyless.json().code, 'API_KEY_NEEDED')
})

t.test('a key opens what its scopes say; a wrong or revoked one opens nothing', async (t) => {
  const { aClient, get, sql } = await openApiShop(t)
  const reader = await aClient(['dossiers:read'])

  const none = await get('/api/v1/dossiers')
  const wrong = await get('/api/v1/dossiers', { authorization: `Bearer mc_live_${'x'.repeat(43)}` })
  const lacking = await reader.post('/api/v1/dossiers', {})
  t.equal((await reader.get('/api/v1/dossiers')).statusCode, 200)
  await sql`update api_clients set revoked_at = now() where id = ${reader.clientId}`
  const revoked = await reader.get('/api/v1/dossiers')

  for (const answer of [none, wrong, revoked]) t.match(answer.json(), { status: 401, code: 'API_KEY_NEEDED' })
  t.match(lacking.json(), { status: 403, code: 'SCOPE_MISSING', title: /dossiers:write/ })
})
