// Being heard in a real browser, from the citizen's form to the officer's tray, whose pages are looked at on a phone and at a desk.
// With SCREENSHOTS=<folder> each page is kept as a picture.
import { randomUUIDv7 } from 'node:crypto'
import t from 'tap'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { findAgency } from '../../src/agencies/queries.ts'
import { answerQuestion, askQuestion, releaseQuestion } from '../../src/feedback/actions/answer-question.ts'
import { rateDossier } from '../../src/feedback/actions/rate-dossier.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { look, openBrowser } from '../helpers/browser.ts'
import { openTestContext } from '../helpers/context.ts'
import { aDossier, staffOf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'

t.test('rating, petition, question; tray, answer, ratings', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T08:30+07:00' })
  const { context } = shop
  await openDemoAccounts(context)
  const app = await shop.app()
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser(t)
  const page = await (await browser.newContext()).newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const press = async (pattern: RegExp) => {
    await page.click('main form[method=post] button.btn')
    await page.waitForURL(pattern)
    await page.waitForLoadState()
  }

  await page.goto(`${address}/dang-nhap`)
  await page.fill('[name=phone]', '0912480123')
  await press(/dang-nhap\/ma/)
  await shop.runJobs()
  const [message] = await latestMessages(context.db)
  await page.fill('[name=code]', message!.body.slice(0, 6))
  await press(/\/ho-so/)
  const [person] = await shop.sql<{ id: string }[]>`select id from persons where phone = '0912480123'`
  const owner = { id: person!.id, name: 'Nguyễn Thị Lan', role: 'applicant' as const }
  const check = { paper: 'căn cước', last4: '6217', receiver: 'Nguyễn Thị Lan', relation: '' }
  const dossiers = await Promise.all([1, 2, 3, 4, 5].map(() => aDossier(context, { state: 'result_ready', by: owner })))
  for (const { id, clerk } of dossiers) await handOverAtDesk(context, { dossierId: id, by: clerk, check })
  for (const { id } of dossiers.slice(1))
    await rateDossier(context, {
      dossierId: id,
      by: owner,
      satisfaction: 'satisfied',
      contacts: 2,
      agencies: 1,
      attitude: 2,
      words: 'Nhanh gọn.'
    })
  const { id, code } = dossiers[0]!

  await page.goto(`${address}/ho-so/${id}/danh-gia`)
  await page.check('[name=satisfaction][value=satisfied]')
  await press(/danh-gia$/)
  for (const name of ['contacts', 'agencies', 'attitude']) await page.check(`[name=${name}][value="2"]`)
  await press(/cam-on$/)

  await page.goto(`${address}/phan-anh/gui?ho-so=${code}`)
  await press(/phan-anh\/gui/)
  await page.check('[name=kind][value=conduct]')
  await page.selectOption('[name=agency]', 'STTTT')
  await page.fill('[name=text]', 'Hẹn 8 giờ thứ Hai, đến nơi quầy đóng cửa.\n\nXin cho biết ai trực hôm đó.')
  await page.fill('[name=name]', 'Nguyễn Thị Lan')
  await press(/PA-260302-0001/)
  await page.goto(`${address}/phan-anh`)
  await page.fill('[name=number]', 'PA-260302-0009')
  await page.fill('[name=last4]', '1111')
  await press(/tra-cuu/)

  const by = await staffOf(context, 'STTTT', 'officer')
  const { id: agencyId } = (await findAgency(context.db, 'STTTT'))!
  const sender = { ownerId: randomUUIDv7(), personId: null, name: 'Trần Văn Bình', phone: '0912480124', email: null, locale: 'vi' as const }
  const ask = (subject: string) =>
    askQuestion(context, { sender, formKey: randomUUIDv7(), agencyId, subject, text: 'Nộp ở đâu, mất bao lâu?' })
  const [first, second] = [await ask('Nhập khẩu 02 cuốn sách để đọc'), await ask('Cấp lại giấy phép bị mất')]
  await answerQuestion(context, { questionId: first.id, by, answer: 'Ông/bà nộp tại quầy một cửa của Sở hoặc tại nhà qua trang này.' })
  await releaseQuestion(context, { questionId: first.id, by, publicSubject: first.subject, publicText: first.text })

  await page.context().clearCookies()
  await page.goto(`${address}/can-bo/dang-nhap`)
  await page.fill('[name=username]', 'xuly.stttt')
  await page.fill('[name=password]', demoPassword)
  await press(/xu-ly/)
  await page.goto(`${address}/xu-ly/phan-anh`)
  await look(t, page, 'tray-petitions')
  await page.click('main table a')
  await page.waitForURL(/phan-anh\/[0-9a-f-]{36}/)
  await look(t, page, 'tray-petition')
  await press(/tra-loi/)
  await look(t, page, 'tray-petition-errors')
  await page.check('[name=finding][value=founded]')
  await page.fill('[name=answer]', 'Xin lỗi ông/bà. Quầy đã phân công lại người trực.')
  await press(/phan-anh\/[0-9a-f-]{36}$/)
  await look(t, page, 'tray-petition-answered')
  await page.goto(`${address}/xu-ly/hoi-dap`)
  await look(t, page, 'tray-questions')
  await page.goto(`${address}/xu-ly/hoi-dap/${second.id}`)
  await look(t, page, 'tray-question')
  await page.goto(`${address}/xu-ly/hoi-dap/${first.id}`)
  await look(t, page, 'tray-question-released')
  await page.goto(`${address}/xu-ly/danh-gia`)
  await look(t, page, 'tray-ratings')

  t.same(complaints, [], 'the browser has nothing to complain about')
})
