// The set words of official forms: a new version from a day on, with a preview; what was printed before stays, what cannot be filled in is refused.
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { issuedOf } from '../../src/documents/queries.ts'
import { filesOf } from '../../src/files/queries.ts'
import { readPdf, squeeze } from '../documents/read-pdf.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { hidden, signInAs } from '../helpers/staff-browser.ts'

const page = '/quan-tri/mau-giay/receipt'

async function anOffice(t: Test) {
  const shop = await openTestContext(t)
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  return { shop, app, keeper: await signInAs(app, 'quantri') }
}

/** What the page holds, as a browser would send it back. */
const typedOn = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name, text]) => [
      name!,
      text!.replaceAll('&amp;', '&')
    ])
  )

async function receiptText({ context, ...shop }: TestShop): Promise<string> {
  const { id } = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()
  const receipt = (await issuedOf(context.db, id)).find(({ form }) => form === 'receipt')!
  const [file] = await filesOf(context.db, [receipt.fileId])
  return squeeze((await readPdf(new Uint8Array(await context.files.get(file!.sha256)))).text)
}

t.test('new words are printed from their day on, and not before', async (t) => {
  const { shop, app, keeper } = await anOffice(t)
  const words = typedOn((await keeper.get(page)).body)
  const formId = hidden((await keeper.get(page)).body, 'formId')
  const fields = {
    ...words,
    note: 'Xin giữ giấy này. Hỏi {gọi}.',
    validFrom: '2026-03-03',
    basis: 'Thông tư 01/2026',
    formId,
    step: 'save'
  }

  for (let press = 0; press < 2; press++) t.equal((await keeper.post(page, fields, { page })).statusCode, 303)

  t.notMatch(await receiptText(shop), 'Xin giữ giấy này')
  shop.setNow('2026-03-03T09:00+07:00')
  t.match(await receiptText(shop), /Xin giữ giấy này\. Hỏi 1022/)
  const { body } = await (await signInAs(app, 'quantri')).get(page)
  t.match(body, 'Thông tư 01/2026')
  t.equal(body.split('Thông tư 01/2026').length - 1, 1, 'pressed twice, one version')
})

t.test(
  'a name the paper cannot fill, an empty text and a past day are refused with what was typed; a preview changes nothing',
  async (t) => {
    const { shop, keeper } = await anOffice(t)
    const words = typedOn((await keeper.get(page)).body)

    const wrong = { ...words, note: 'Hỏi {số nhà}', giver: ' ', validFrom: '1/3/2026', basis: '', step: 'save' }
    const refused = await keeper.post(page, wrong, { page })
    t.equal(refused.statusCode, 422)
    for (const said of ['Hỏi {số nhà}', 'mà giấy này không điền được', 'Xin điền ô này', 'Ngày này không được trước hôm nay', 'Lỗi: '])
      t.match(refused.body, said)

    const preview = await keeper.post(page, { ...words, note: 'Chữ xem thử', step: 'preview' }, { page })
    t.equal(preview.headers['content-type'], 'application/pdf')
    t.match((await readPdf(new Uint8Array(preview.rawPayload))).text, 'Chữ xem thử')
    const [{ count }] = (await shop.sql`select count(*)::int from form_wordings`) as unknown as [{ count: number }]
    t.equal(count, 0)
  }
)

t.test('only the administrator keeps the words', async (t) => {
  const { app } = await anOffice(t)
  for (const username of ['quay.stttt', 'ky.stttt', 'buuta']) t.equal((await (await signInAs(app, username)).get(page)).statusCode, 403)
})
