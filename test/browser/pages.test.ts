// A filing with a mouse in a real browser, and the postman's pages on a phone and at a desk: axe finds nothing, nothing is too wide.
// With SCREENSHOTS=<folder> each page is kept as a picture.
import t from 'tap'
import { look } from '../helpers/browser.ts'
import { openBrowserShop as openShop } from '../helpers/browser-shop.ts'
import { aDossier, lan, toHome } from '../helpers/dossiers.ts'

t.test('a citizen files from the first page to the confirmation', async (t) => {
  const { address, citizen, shop } = await openShop(t)
  const { page, complaints } = await citizen(lan.phone)
  await page.goto(`${address}/nop/1.003725`)
  await page.click('main form[method=post] button.big')
  await page.waitForURL(/\/nop$/)
  await page.click('main a.btn.big')
  await page.waitForURL(/nguoi-nop/)
  await page.click('main button[value=next]')
  t.match(await page.title(), /^Lỗi: /)
  await page.fill('[name="filer.name"]', lan.name)
  await page.fill('[name="filer.phone"]', lan.phone)
  await page.fill('[name="filer.identityNumber"]', lan.identityNumber!)
  await page.fill('[name="filer.address"]', lan.address!)
  await page.click('main button[value=next]')
  await page.waitForURL(/lo-hang/)
  await page.click('main button[value=next]')
  await page.check('[name=purpose][value=own]')
  const said = (words: string) => page.waitForFunction((text) => document.querySelector('[data-saved]')?.textContent?.includes(text), words)
  shop.setNow('2026-03-02T08:41+07:00')
  await page.fill('[name=sender]', 'Hiệu sách Blackwell, Anh')
  await said('Đã lưu nháp lúc 08:41')
  await page.context().setOffline(true)
  await page.fill('[name=sender]', 'Blackwell, Anh')
  await said('Chưa lưu được, sẽ thử lại')
  shop.setNow('2026-03-02T08:42+07:00')
  await page.context().setOffline(false)
  await said('Đã lưu nháp lúc 08:42')
  await page.fill('[name=country]', 'Anh')
  await page.fill('[name=gate]', 'Bưu cục Hải Phòng')
  t.notOk(await page.isVisible('[name=held_paper]'))
  await page.check('[name=is_held][value=yes]')
  t.ok(await page.isVisible('[name=held_paper]'), 'what an answer asks for appears at once')
  await page.fill('[name=held_paper]', 'EE123456785GB')
  await page.click('main button[value=next]')
  await page.waitForURL(/xuat-ban-pham/)
  await page.check('[name=list_how][value=file]')
  await page.fill('[name=titles]', '12')
  await page.fill('[name=total_copies]', '12')
  await page.click('main button.big')
  await page.waitForURL(/nguoi-nhan/)
  await page.fill('[name=used_at]', 'Nhà riêng')
  await page.click('main button[value=next]')
  await page.waitForURL(/giay-to/)
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  )
  for (const box of (await page.$$('input[type=file]')).slice(0, 2))
    await box.setInputFiles({ name: 'giay-to.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.click('main button[value=next]')
  await page.waitForURL(/nhan-ket-qua/)
  await page.click('main button[value=next]')
  await page.waitForURL(/xem-lai/)
  await page.check('[name=declaration]')
  await page.dblclick('main button.big')
  await page.waitForURL(/xac-nhan/)
  await shop.runJobs()
  await page.goto(`${address}/ho-so`)
  await page.click('main a[href*="/ho-so/0"]')
  await page.waitForLoadState()
  const [{ count }] = (await shop.sql`select count(*)::int from dossiers where state = 'submitted'`) as unknown as [{ count: number }]
  t.equal(count, 1, 'pressed twice, filed once')
  t.same(
    complaints.filter((text) => !/422|ERR_INTERNET_DISCONNECTED/.test(text)),
    [],
    'the console is quiet'
  )
})

t.test('the postman at work', async (t) => {
  const { shop, address, staff } = await openShop(t)
  const application = { filer: lan, applicant: lan, subject: 'Nhập sách', delivery: toHome }
  const byPost = await aDossier(shop.context, { state: 'result_ready', application })
  await shop.runJobs()
  const { page, complaints } = await staff('buuta')
  await look(t, page, 'post-find')
  await page.goto(`${address}/buu-dien?so=${byPost.code}-D1`)
  await look(t, page, 'post-parcel')
  t.same(complaints, [], 'the console is quiet')
})
