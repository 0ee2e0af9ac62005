// "Xem tờ khai mẫu đã điền": every procedure with a form of its own shows how it is filled, before anybody starts.
import t from 'tap'
import { openTestContext } from '../helpers/context.ts'
import { readPdf } from './read-pdf.ts'

t.test('the filled example of a birth registration is a paper with invented people, marked as an example', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()

  const page = await app.inject('/thu-tuc/1.001193')
  t.match(page.body, 'href="/thu-tuc/1.001193/mau-da-dien"')
  const { statusCode, headers, rawPayload } = await app.inject('/thu-tuc/1.001193/mau-da-dien')

  t.equal(statusCode, 200)
  t.equal(headers['content-type'], 'application/pdf')
  const { text } = await readPdf(new Uint8Array(rawPayload))
  t.match(text, 'TỜ KHAI ĐĂNG KÝ KHAI SINH')
  t.match(text, 'MẪU')
  t.equal((await app.inject('/thu-tuc/2.000815/mau-da-dien')).statusCode, 404, 'a procedure without a form has none')
  t.equal((await app.inject('/thu-tuc/..%2f..%2fpackage/mau-da-dien')).statusCode, 404)
})

t.test('every form has its example, and every example can be drawn', async (t) => {
  const shop = await openTestContext(t)
  const app = await shop.app()
  const rows = await shop.sql<{ code: string }[]>`
    select code from procedures p join procedure_versions v on v.procedure_id = p.id where v.form is not null order by code`

  t.ok(rows.length >= 12, `${rows.length} procedures have a form of their own`)
  for (const { code } of rows) {
    const { statusCode, rawPayload } = await app.inject(`/thu-tuc/${code}/mau-da-dien`)
    t.equal(statusCode, 200, code)
    t.ok(rawPayload.subarray(0, 5).toString() === '%PDF-', code)
  }
})
