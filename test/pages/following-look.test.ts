// Checking a paper, a result and a parcel that could not be delivered, in a real browser on a phone and at a desk: axe finds nothing, nothing is
// too wide, and the code is checked in the phone itself when the network is gone. With SCREENSHOTS=<folder> each page is kept as a picture.
import t from 'tap'
import { publishKey } from '../../src/documents/actions/publish-key.ts'
import { sealedOf } from '../../src/documents/queries.ts'
import { fromBase64Url, toBase64Url } from '../../src/documents/verification.ts'
import { giveSupplement } from '../../src/dossiers/actions/give-supplement.ts'
import { requestSupplement } from '../../src/dossiers/actions/request-supplement.ts'
import { resultOf } from '../../src/dossiers/queries.ts'
import { findFile } from '../../src/files/queries.ts'
import { recordByOperator } from '../../src/shipments/actions/record-by-operator.ts'
import { shipmentsOfDossier } from '../../src/shipments/queries.ts'
import { look, openBrowser } from '../helpers/browser.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, lan, toHome } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { postman } from '../helpers/parcels.ts'
import { revokeResult } from '../helpers/results.ts'

const procedure = '2.001737'

t.test('a paper, a result, a parcel', async (t) => {
  const shop = await openTestContext(t)
  const { context, sql, runJobs } = shop
  await publishKey(context, shop.outside)
  const app = await shop.app()
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser(t)
  const phone = await browser.newContext()
  const page = await phone.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) => message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET/.test(message.text()) && complaints.push(message.text())
  )
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: 5000 })

  // Signed in first, so that the dossier is theirs.
  await page.goto(`${address}/dang-nhap`)
  await page.fill('[name=phone]', lan.phone)
  await page.click('main form[method=post] button.btn')
  await page.waitForURL(/dang-nhap\/ma/)
  const [job] = await sql<
    { code: string }[]
  >`select payload ->> 'code' as code from graphile_worker._private_jobs where payload ->> 'code' is not null`
  await page.fill('[name=code]', job!.code)
  await page.click('main form[method=post] button.btn')
  await page.waitForURL(/\/ho-so/)
  const [person] = await sql<{ id: string }[]>`select id from persons where phone = ${lan.phone}`
  const by = { id: person!.id, name: lan.name, role: 'applicant' as const }

  const done = await aDossier(context, { state: 'result_ready', procedure, by })
  const check = { paper: 'Căn cước', last4: '6217', receiver: lan.name, relation: '' }
  await handOverAtDesk(context, { dossierId: done.id, by: done.clerk, check })
  await runJobs()
  const papers = await sealedOf(context.db, done.id)
  const [receipt, result] = [papers.find(({ form }) => form === 'receipt')!, papers.find(({ form }) => form === 'result')!]

  // The camera of a phone opens the code's own address.
  const began = performance.now()
  await page.goto(`${address}/kiem-tra#${receipt.token}`)
  await heading('Giấy thật')
  t.ok(performance.now() - began < 5000, 'within five seconds')
  await look(t, page, 'check-true')
  t.notOk(
    sent.some((line) => line.split(' ')[0]!.includes(receipt.token)),
    'the code never stands in an address a server sees'
  )

  const bytes = fromBase64Url(receipt.token)!
  bytes[30]! ^= 4
  const forged = toBase64Url(bytes)
  await page.goto('about:blank')
  await page.goto(`${address}/kiem-tra#${forged}`)
  await heading('Không phải giấy của thành phố')

  await page.goto(`${address}/kiem-tra`)
  await phone.setOffline(true)
  await page.evaluate((token) => {
    location.hash = token
  }, receipt.token)
  await page.getByText('không có mạng nên chưa hỏi được').waitFor({ timeout: 8000 })
  await heading('Giấy thật')
  t.match(await page.textContent('main'), receipt.number, 'the facts to compare are there without a network')
  await page.evaluate((token) => {
    location.hash = token
  }, forged)
  await heading('Không phải giấy của thành phố')
  await phone.setOffline(false)

  // A file stays in the phone: only its fingerprint is asked for.
  const file = await findFile(context.db, (await resultOf(context.db, done.id))!.fileId)
  const buffer = await context.files.get(file!.sha256)
  await page.goto(`${address}/kiem-tra`)
  sent.length = 0
  await page.setInputFiles('#tep', { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from(buffer) })
  await page.click('[data-check-file] button')
  await heading('Giấy thật')
  t.ok(sent.some((line) => line.includes(`ma=${file!.sha256}`)))
  t.notOk(
    sent.some((line) => line.includes('/kiem-tra/tep')),
    'the file was not sent'
  )

  await revokeResult(context, { dossierId: done.id, by: done.officer, reason: 'Cấp nhầm' })
  await page.goto(`${address}/ho-so/${done.id}/ket-qua`)
  await look(t, page, 'result-revoked')
  await page.goto('about:blank')
  await page.goto(`${address}/kiem-tra#${result.token}`)
  await heading('Giấy thật, nhưng đã bị thu hồi')

  // A supplement began the clock anew: the first receipt is true and no longer the one that counts.
  const anew = await aDossier(context, { state: 'in_progress', procedure, by })
  await runJobs()
  await requestSupplement(context, {
    dossierId: anew.id,
    by: anew.officer,
    reasons: [{ paper: 'Đơn', paperNumber: 1, reason: 'Thiếu chữ ký' }]
  })
  shop.setNow('2026-03-03T09:00+07:00')
  await giveSupplement(context, { dossierId: anew.id, by, papers: [], note: 'Đã bổ sung' })
  await runJobs()
  const first = (await sealedOf(context.db, anew.id)).find(({ form }) => form === 'receipt')!
  await page.goto('about:blank')
  await page.goto(`${address}/kiem-tra#${first.token}`)
  await heading('Giấy thật, nhưng đã được thay bằng giấy mới')
  await look(t, page, 'check-replaced')

  // A visit of the post that failed.
  const sentOff = await aDossier(context, {
    state: 'result_ready',
    procedure,
    by,
    application: { filer: lan, applicant: lan, subject: 'Xin phép', delivery: toHome }
  })
  await runJobs()
  const parcel = (await shipmentsOfDossier(context.db, sentOff.id))[0]!
  const sealed = { papersPresent: parcel.contents, count: parcel.contents.length, sealNumber: 'NP-1', signatures: true }
  for (const command of ['collect', 'go_out', 'fail_attempt'] as const)
    await recordByOperator(context, {
      shipmentId: parcel.id,
      eventId: context.newId(),
      command,
      by: postman,
      ...sealed,
      ...(command === 'fail_attempt' && { reason: 'recipient_absent' })
    })
  await runJobs()
  const [message] = await sql<{ body: string }[]>`select body from messages where kind = 'parcel_problem' and channel = 'sms'`
  const link = /\/bp\/[\w-]+/.exec(message!.body)![0]
  await page.goto(`${address}/ho-so/${sentOff.id}`)
  await page.goto(`${address}${link}`)
  await page.click('text=Đổi số điện thoại')
  await page.fill('[name=phone]', '12')
  await page.click('main form button.btn.big')
  await page.getByText('Số điện thoại gồm 10 số').first().waitFor()
  await page.fill('[name=phone]', '')
  await page.click('label:has([value^="redeliver"]) >> nth=0')
  await page.click('main form button.btn.big')
  await page.getByText('Đang báo bưu điện').waitFor()
  await runJobs()
  await page.goto(`${address}${link}`)
  await page.getByText('Đã báo bưu điện lúc').waitFor()
  await look(t, page, 'parcel-told')
  t.same(complaints, [], 'the console stays silent')
})
