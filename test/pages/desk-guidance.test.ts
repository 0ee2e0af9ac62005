// A paper is missing: a slip instead of a dossier, printed or sent, opened again by its number, its code or the phone.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findGuidance } from '../../src/dossiers/desk-queries.ts'
import { findDossier } from '../../src/dossiers/queries.ts'
import { keyMapNames, keysOf } from '../../src/web/words/keys.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openTestContext } from '../helpers/context.ts'
import { type Fields, hidden, signInAs } from '../helpers/staff-browser.ts'

const page = '/quay/tiep-nhan'
const birth: Fields = {
  'filer.name': 'Nguyễn Văn Bảy',
  'filer.phone': '0912 480 123',
  procedure: '1.001193',
  paper: ['1'],
  guidanceNote: 'Xin giấy chứng sinh ở bệnh viện.'
}

async function aWard(t: Test) {
  const shop = await openTestContext(t, { pay: { account: { bin: '970436', account: '0123456789' } } })
  await openDemoAccounts(shop.context)
  const clerk = await signInAs(await shop.app(), 'quay.minhkhai')
  const open = async () => hidden((await clerk.get(page)).body, 'formId')
  const send = (fields: Fields) => clerk.post(page, fields, { page })
  return { ...shop, clerk, open, send }
}

t.test('the slip names exactly what is missing; there is no dossier', async (t) => {
  const { clerk, open, send, context } = await aWard(t)
  const formId = await open()

  const sent = await send({ ...birth, formId, step: 'slip' })
  const again = await send({ ...birth, formId, step: 'slip' })
  const shown = await clerk.get(sent.headers.location!)
  const printed = await clerk.get(`${sent.headers.location}/phieu`)
  const { text, pages } = await readPdf(new Uint8Array(printed.rawPayload))

  t.equal(sent.statusCode, 303)
  t.equal(again.headers.location, sent.headers.location)
  t.notOk(await findDossier(context.db, formId))
  t.match(shown.body, 'HD-260302-01')
  t.match(shown.body, 'data-print=')
  t.match((await findGuidance(context.db, formId))!.missing, [{ number: 2 }, { number: 6 }])
  for (const words of ['HD-260302-01', 'PHIẾU HƯỚNG DẪN', 'Giấy chứng sinh', 'Giấy tờ tùy thân', 'Xin giấy chứng sinh ở bệnh viện'])
    t.match(text, words)
  t.notMatch(text, 'Tờ khai đăng ký khai sinh', 'what lies on the desk is not asked for')
  t.equal(pages.length, 1)
  t.same([pages[0]!.width, pages[0]!.height].map(Math.round), [420, 595], 'A5')
})

t.test('it needs a procedure, a missing paper, and for a message a phone; what was typed stays', async (t) => {
  const { open, send } = await aWard(t)
  const formId = await open()
  const unknown = await send({ ...birth, formId, procedure: '', step: 'slip' })
  const complete = await send({ ...birth, formId, paper: ['1', '2', '6'], step: 'slip' })
  const phoneless = await send({ ...birth, formId, 'filer.phone': '', step: 'slipSms' })
  t.same(
    [unknown, complete, phoneless].map(({ statusCode }) => statusCode),
    [422, 422, 422]
  )
  t.match(unknown.body, 'href="#procedure"')
  t.match(complete.body, 'Giấy tờ bắt buộc đã đủ')
  t.match(phoneless.body, 'href="#filer.phone"')
  t.match(phoneless.body, 'value="Nguyễn Văn Bảy"')
})

t.test('its visitor comes back: the slip is found, opened as it was, and leads to the dossier', async (t) => {
  const { clerk, open, send, context } = await aWard(t)
  const slipId = await open()
  await send({ ...birth, formId: slipId, step: 'slipSms' })
  const lists = await Promise.all(
    ['', '?q=HD-260302-01', '?q=0912480123', '?q=0987654321', '?q=abc'].map((q) => clerk.get(`/quay/huong-dan${q}`))
  )
  const scanned = await send({ formId: await open(), scan: 'HD-260302-01', step: 'scan' })
  const reopened = await clerk.get(`${page}?phieu=${slipId}`)
  const formId = hidden(reopened.body, 'formId')
  const accepted = await send({
    ...birth,
    formId,
    slip: slipId,
    paper: ['1', '2', '6'],
    whom: 'self',
    'delivery.method': 'desk',
    step: 'accept'
  })

  t.same(
    lists.map(({ body }) => body.includes(`/quay/huong-dan/${slipId}`)),
    [true, true, true, false, false]
  )
  t.equal(scanned.headers.location, `${page}?phieu=${slipId}`)
  t.not(formId, slipId)
  t.match(reopened.body, 'value="Nguyễn Văn Bảy"')
  t.match(reopened.body, '<option value="1.001193" selected>')
  t.match(reopened.body, /id="paper\.1"[^>]* checked/)
  t.equal(accepted.statusCode, 303)
  t.match(await findGuidance(context.db, slipId), { dossierId: formId, draft: null })
  t.equal((await clerk.get(`${page}?phieu=${slipId}`)).statusCode, 404, 'not twice')
})

t.test('another agency knows nothing of it', async (t) => {
  const { open, send, app } = await aWard(t)
  const slipId = await open()
  await send({ ...birth, formId: slipId, step: 'slip' })
  const other = await signInAs(await app(), 'quay.hongbang')
  for (const url of [`/quay/huong-dan/${slipId}`, `/quay/huong-dan/${slipId}/phieu`, `${page}?phieu=${slipId}`])
    t.equal((await other.get(url)).statusCode, 404, url)
  t.notMatch((await other.get('/quay/huong-dan')).body, slipId)
})

t.test('a ticket chooses the procedure before the citizen sits down', async (t) => {
  const { clerk } = await aWard(t)
  const { body } = await clerk.get(`${page}?ve=A047&procedure=2.000815`)
  t.match(body, 'Số chờ A047')
  t.match(body, '<option value="2.000815" selected>')
  t.equal(hidden(body, 've'), 'A047')
})

t.test('every key of the screen is in the map, and every key of the map is on the screen', async (t) => {
  const { clerk, open, send } = await aWard(t)
  await send({ ...birth, formId: await open(), paper: ['1', '2', '6'], whom: 'self', 'delivery.method': 'desk', step: 'accept' })
  const { body } = await send({ ...birth, formId: await open(), step: 'choose' })
  const paid = (await clerk.get(`${page}?procedure=2.000815`)).body
  const all = (await clerk.get(`${page}?procedure=1.003725`)).body
  const onPage = new Set([...`${body}${paid}${all}`.matchAll(/data-key="([^"]*)"/g)].map(([, name]) => name!))
  const inMap = keysOf('walkIn', 'vi').flatMap(({ keys }) => (keys[1] === '…' ? Array.from({ length: 9 }, (_, i) => String(i + 1)) : keys))
  const map = (await clerk.get('/can-bo/phim')).body

  const unknown = [...onPage].filter((name) => !inMap.includes(name) && name !== 'F1')
  t.same(unknown, [], 'a key without a line in the map')
  // `E` is only where the law lets the result be electronic alone, 9 where there are nine papers, Enter is no button.
  const absent = inMap.filter((name) => !onPage.has(name) && !['E', '9', 'V', 'Enter'].includes(name))
  t.same(absent, [], 'a line without a key')
  for (const { text } of keyMapNames.flatMap((name) => keysOf(name, 'vi'))) t.match(map, text)
  t.match(body, '<dialog id="bang-phim"')
})
