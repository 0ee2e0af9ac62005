// A citizen without JavaScript in a real browser: finds a procedure in their own words, files it with two papers, pays by the bank's QR code,
// follows it signed out, and answers what the desk asks for. With SCREENSHOTS=<folder> the pages are kept as pictures.
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { look } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { lan, smallPdf } from '../helpers/dossiers.ts'
import { aGateway } from '../helpers/gateway.ts'

const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: smallPdf })

/** Axe runs as a script: the page as it stands is opened a second time, in a window that has scripts, without ours. */
async function lookAtCopy(t: Test, page: Page, name: string): Promise<void> {
  const window = await page.context().browser()!.newContext()
  const copy = await window.newPage()
  const body = await page.content()
  await copy.route('**/*.js', (route) => route.abort())
  // As a pattern a question mark would stand for any letter.
  await copy.route(
    (url) => url.href.split('#')[0] === page.url().split('#')[0],
    (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
  )
  await copy.goto(page.url())
  t.equal(await copy.textContent('main h1'), await page.textContent('main h1'), `${name}: the copy is of this page`)
  await look(t, copy, name)
  await window.close()
}

/** Every page says what it is, and none that a script is missed. */
function reader(t: Test, page: Page) {
  return async (heading: string | RegExp) => {
    const { pathname } = new URL(page.url())
    t.match(await page.textContent('main h1'), heading, pathname)
    t.notMatch(
      await page.textContent('body'),
      /java ?script|kịch bản|trình duyệt (của ông\/bà )?không hỗ trợ/i,
      `${pathname} misses no script`
    )
  }
}

t.test('without JavaScript: find, file with two papers, pay by QR, follow, give what is missing', async (t) => {
  const gateway = aGateway(t)
  const { shop, address, visit, staff, signInOn } = await openBrowserShop(t, {
    pay: gateway.pay,
    context: { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  })
  await gateway.open(address, shop.context.now)
  const { page } = await visit()
  const reads = reader(t, page)
  page.setDefaultTimeout(10_000)
  const fill = async (typed: Record<string, string>) => {
    for (const [name, text] of Object.entries(typed)) await page.fill(`[name="${name}"]`, text)
  }
  const choose = async (...labels: string[]) => {
    for (const label of labels) await page.locator('main label', { hasText: label }).first().click()
  }
  const press = (name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click()
  const follow = (name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click()

  // Found in the words of somebody whose parcel was stopped.
  await page.goto(address)
  await reads('Ông/bà cần làm gì')
  await page.fill('#q', 'sách bạn tôi gửi từ Nhật đang bị giữ ở bưu điện')
  await page.click('[role=search] button >> visible=true')
  await reads('Kết quả tìm')
  await follow(/nhập khẩu xuất bản phẩm/)
  await reads('Cấp giấy phép nhập khẩu xuất bản phẩm')
  await follow('Bắt đầu nộp tại nhà')
  await reads('Có đúng việc của ông/bà không')
  await choose('Đọc, tặng, dùng trong cơ quan', 'Sách, tài liệu', 'ở Hải Phòng')
  await press('Xem tôi làm thủ tục nào')
  await reads('Đúng rồi')
  await follow(/Bắt đầu nộp/)
  await reads('nhập khẩu xuất bản phẩm')
  await press(/Đăng nhập|Bắt đầu/)
  await reads('Đăng nhập')
  await signInOn(page, lan.phone)
  await reads('nhập khẩu xuất bản phẩm')
  await press('Bắt đầu')
  await reads('nhập khẩu xuất bản phẩm')
  await follow(/Làm tiếp/)

  // The pages of the form; an answer that asks for more brings its question first.
  await reads('Người nộp')
  await press('Lưu và tiếp tục')
  t.match(await page.title(), /^Lỗi: /)
  await fill({ 'filer.name': lan.name, 'filer.identityNumber': lan.identityNumber!, 'filer.address': lan.address! })
  await press('Lưu và tiếp tục')
  await reads('Lô hàng')
  await choose('Để đọc, dùng riêng')
  await fill({ sender: 'Hiệu sách Kinokuniya, Nhật Bản', country: 'Nhật Bản', gate: 'Bưu cục Hải Phòng' })
  t.notOk(await page.isVisible('[name=held_paper]'))
  await page.check('[name=is_held][value=yes]')
  await press('Lưu và tiếp tục')
  await reads('Lô hàng')
  t.match(await page.textContent('main'), 'cần thêm vài ô')
  await lookAtCopy(t, page, 'no-script-more-asked')
  await fill({ held_paper: 'EE123456785JP' })
  await press('Lưu và tiếp tục')
  await reads('Xuất bản phẩm')
  await choose('Điền tại đây')
  await press('Lưu và tiếp tục')
  await reads('Xuất bản phẩm')
  for (const [i, title] of ['Kokoro (Nỗi lòng)', 'Genki I (Giáo trình tiếng Nhật)'].entries()) {
    if (i > 0) await press(/^Thêm/)
    const at = `publications.${i}`
    await fill({
      [`${at}.title`]: title,
      [`${at}.publisher`]: 'Shinchosha',
      [`${at}.language`]: 'Nhật',
      [`${at}.copies`]: '1',
      [`${at}.summary`]: 'Tiểu thuyết.'
    })
    await page.check(`[name="${at}.kind"][value=book]`)
  }
  await lookAtCopy(t, page, 'no-script-rows')
  await press('Lưu và tiếp tục')
  await reads('Người nhận')
  // The list got long: they go back and send it as a file, and are asked how long it is.
  await page
    .locator('main')
    .getByRole('link', { name: 'Quay lại: Xuất bản phẩm' })
    .or(page.getByRole('link', { name: 'Quay lại: Xuất bản phẩm' }))
    .first()
    .click()
  await reads('Xuất bản phẩm')
  t.equal(await page.inputValue('[name="publications.1.title"]'), 'Genki I (Giáo trình tiếng Nhật)', 'what was typed is still there')
  await choose('Tải lên danh mục có sẵn')
  await press('Lưu và tiếp tục')
  await reads('Xuất bản phẩm')
  await fill({ titles: '40', total_copies: '41' })
  await press('Lưu và tiếp tục')
  await reads('Người nhận')
  await fill({ used_at: 'Nhà riêng' })
  await press('Lưu và tiếp tục')

  // Two papers as fields of one ordinary form; the first is not what its name says, the second is kept meanwhile.
  await reads('Giấy tờ')
  await page.setInputFiles('[name="paper.2"]', { ...paper('danh-muc.pdf'), buffer: Buffer.from('just words') })
  await page.setInputFiles('[name="paper.3"]', paper('giay-bao.pdf'))
  await press('Lưu và tiếp tục')
  await reads('Giấy tờ')
  t.match(await page.title(), /^Lỗi: /)
  t.match(await page.textContent('main'), /giay-bao\.pdf/)
  await lookAtCopy(t, page, 'no-script-papers-errors')
  await page.setInputFiles('[name="paper.2"]', paper('danh-muc.pdf'))
  await press('Lưu và tiếp tục')
  await reads('Cách nhận kết quả')
  await choose('quầy')
  await press('Lưu và tiếp tục')
  await reads('Xem lại và nộp')
  for (const answer of ['Hiệu sách Kinokuniya', 'EE123456785JP', 'danh-muc.pdf', 'giay-bao.pdf', '50.000'])
    t.match(await page.textContent('main'), answer)
  await press(/^Nộp/)
  t.match(await page.title(), /^Lỗi: /, 'not without the declaration')
  await page.check('[name=declaration]')
  await press(/^Nộp/)
  await reads('Đã nộp hồ sơ')
  const code = /\d{3}\.\d{2}\.\d{2}\.H24-\d{6}-\d{4,}/.exec((await page.textContent('main'))!)![0]

  // The bank's own page stands in for its app; the money is believed when the bank has told of it.
  await follow('Nộp phí, lệ phí trực tuyến')
  await reads('phí')
  await press(/trực tuyến/)
  t.ok(await page.isVisible('main .qr svg, main svg.qr'), 'the QR code is in the page')
  await follow(/[Tt]hử/)
  t.match(await page.textContent('h1'), 'Chuyển khoản thử')
  t.equal(await page.inputValue('[name=soTien]'), '50000')
  await page.click('button')
  t.match(await page.textContent('[role=status]'), 'Cơ quan trả lời: 00')
  await shop.runJobs()
  await page.goto(`${address}/ho-so`)
  await reads('Hồ sơ của tôi')
  await page.click(`main a:has-text("nhập khẩu xuất bản phẩm")`)
  await follow('Phí, lệ phí và biên lai')
  await reads('phí')
  t.match(await page.textContent('main'), 'Ông/bà đã nộp đủ')
  t.ok(await page.isVisible('main a[href^="/tep/"]'), 'with its receipt')
  await lookAtCopy(t, page, 'no-script-paid')

  // Somebody without an account follows it by code and four digits.
  const anybody = (await visit()).page
  await anybody.goto(address)
  const read = reader(t, anybody)
  await anybody.click('header a.menu')
  await anybody.click('footer a:has-text("Tra cứu")')
  await read('Tra cứu hồ sơ')
  const track = async () => {
    await anybody.fill('main [name=code]', code)
    await anybody.fill('main [name=last4]', lan.phone.slice(-4))
    await anybody.click('main form button')
  }
  await track()
  await read('Đã nộp, chờ quầy kiểm tra')
  t.notMatch(await anybody.textContent('main'), lan.name, 'nothing personal')

  // The desk, whose pages need no script either, asks for what is missing.
  const clerk = (await staff('quay.stttt')).page
  clerk.setDefaultTimeout(10_000)
  await clerk.click('main a[href^="/quay/ho-so/"]')
  const third = clerk.locator('nav.strip a').nth(1)
  await third.click()
  await clerk.locator('form.faulty [name=words]').fill('Ảnh mờ, không đọc được số giấy báo')
  await clerk.locator('form.faulty button').click()
  await clerk.click('form[action$="/giay-con-lai"] button')
  const asking = clerk.locator('form[action$="/yeu-cau-bo-sung"]')
  if (!(await asking.isVisible())) await clerk.click('summary:has-text("bổ sung")')
  await asking.locator('button').click()
  t.match(await clerk.textContent('main'), 'Đã ghi: Yêu cầu bổ sung hồ sơ')

  await anybody.reload()
  await read(/bổ sung/)
  await page.goto(`${address}/ho-so`)
  await reads('Hồ sơ của tôi')
  await page.click('main a:has-text("nhập khẩu xuất bản phẩm")')
  await reads(/bổ sung/)
  t.match(await page.textContent('main'), 'Ảnh mờ, không đọc được số giấy báo')
  await lookAtCopy(t, page, 'no-script-supplement')
  await page.setInputFiles('[name="reason.0"]', paper('giay-bao-ro.pdf'))
  await press(/Gửi/)
  await reads(/Đã nộp|kiểm tra/)
  await anybody.reload()
  await read(/Đã nộp|kiểm tra/)
  t.match(await anybody.textContent('main'), /bổ sung/)
})
