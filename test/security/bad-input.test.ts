// What nobody types by mistake: refused in words or read as text, never an error of ours.
import t from 'tap'
import { verifyStandardWebhook } from '../../services/post/standard-webhook.ts'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { keepFile } from '../../src/files/actions/keep-file.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, smallPdf } from '../helpers/dossiers.ts'
import { signInAs } from '../helpers/staff-browser.ts'

const html = { accept: 'text/html' }
const dashes = '-'.repeat(36)

t.test('a character the database cannot hold is the sender’s mistake, for people and for machines', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()

  for (const url of ['/thu-tuc/a%00b', '/nop/%00'])
    t.match(await app.inject({ url, headers: html }), { statusCode: 400, headers: { 'content-type': /html/ } }, url)
  for (const url of ['/api/v1/procedures/%00', '/api/v1/agencies?q=%00', '/api/v1/deadlines?procedure=%00&agency=STTTT'])
    t.match((await app.inject(url)).json(), { status: 400, code: 'REQUEST_MALFORMED' }, url)
})

t.test('an address that only looks like a file’s is no file', async (t) => {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const clerk = await signInAs(await shop.app(), 'quay.stttt')

  t.equal((await clerk.get(`/tep/${dashes}`)).statusCode, 404)
})

t.test('whatever is asked or recorded at the post is read as text of a bearable length', async (t) => {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  await aDossier(shop.context, {
    state: 'result_ready',
    application: {
      filer: { kind: 'person', name: 'Lan', phone: '0912480123' },
      applicant: { kind: 'person', name: 'Lan', phone: '0912480123' },
      subject: 'Sách',
      delivery: { method: 'post', name: 'Lan', phone: '0912480123', address: 'Số 5', wardCode: '11302', wardName: 'Lạch Tray' }
    }
  })
  await shop.runJobs()
  const postman = await signInAs(await shop.app(), 'buuta')
  const [parcel] = await shop.sql<{ id: string }[]>`select id from shipments`
  const step = `/buu-dien/${parcel!.id}/buoc/collect`

  t.equal((await postman.get('/buu-dien?so=a&so=b')).statusCode, 404, 'asked twice')
  t.equal((await postman.get('/buu-dien?so=a%00b')).statusCode, 404, 'a NUL')
  const sealed = { papers: 'Giấy phép', signatures: 'yes', sealNumber: `NP\u0000${'7'.repeat(90_000)}` }
  t.equal((await postman.post(step, { ...sealed, count: '1e30' }, { page: step })).statusCode, 422, 'no count')
  t.equal((await postman.post(step, { ...sealed, count: '1' }, { page: step })).statusCode, 303)
  const [{ number }] = await shop.sql<[{ number: string }]>`select seal_number as number from shipments`
  t.match(number, /^NP7{300,498}$/, 'without the NUL, and cut')
})

t.test('files are read from people who have signed in only, and a torn form is said to be torn', async (t) => {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const torn = Buffer.from('--x\r\nContent-Disposition: form-data; name="scan.1"; filename="a.pdf"\r\n\r\nhalf')
  const send = (url: string, type: string, cookie = '') =>
    app.inject({ method: 'POST', url, headers: { ...html, cookie, 'content-type': type }, payload: torn })

  for (const url of ['/tra-cuu', '/dang-nhap', '/cai-dat/ngon-ngu', '/nop/1.001193'])
    t.match(await send(url, 'multipart/form-data; boundary=x'), { statusCode: 303, headers: { location: '/dang-nhap' } }, url)
  const clerk = await signInAs(app, 'quay.stttt')
  t.equal((await send('/quay/tiep-nhan', 'multipart/form-data; boundary=x', clerk.cookie)).statusCode, 400, 'no end')
  t.equal((await send('/quay/tiep-nhan', 'multipart/form-data', clerk.cookie)).statusCode, 400, 'no boundary')
})

t.test('a file name cannot turn the direction of the line it stands in', async (t) => {
  const { context } = await openTestContext(t)
  const ownerId = context.newId()

  const { name } = await keepFile(context, { name: '../giay\u202efdp.\u0085exe.pdf', bytes: smallPdf, ownerId })

  t.equal(name, 'giayfdp.exe.pdf')
})

t.test('a signature with a letter outside ASCII is a bad signature', async (t) => {
  const secret = `whsec_${Buffer.from('a secret of twenty-four bytes!').toString('base64')}`
  const now = Temporal.Instant.from('2026-03-02T01:30:00Z')
  const headers = {
    'webhook-id': 'm',
    'webhook-timestamp': String(now.epochMilliseconds / 1000),
    'webhook-signature': `v1,${'A'.repeat(43)}é`
  }

  t.equal(verifyStandardWebhook([secret])(headers, Buffer.from('{}'), now).verdict, 'bad')
})
