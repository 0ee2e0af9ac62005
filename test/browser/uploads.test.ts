// Uploading with a script in a real browser: it goes on by itself when the network is back and after a reload, photos are made smaller.
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { papersOf } from '../../src/dossiers/queries.ts'
import { keepOwnPaper } from '../../src/files/actions/own-papers.ts'
import { filesOf } from '../../src/files/queries.ts'
import { look } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { lan } from '../helpers/dossiers.ts'
import { pdfOf } from '../helpers/pictures.ts'

const megabyte = 1024 * 1024
const day = (text: string) => Temporal.PlainDate.from(text)

/** A PDF that takes several pieces; what comes after its end is noise no reader minds. */
const bigPdf = async () => Buffer.concat([await pdfOf(1), randomBytes(3 * megabyte)])

/** A photo of 3,000 points put into the field as a camera would. */
const takePhoto = (page: Page, field: string) =>
  page.evaluate(async (name) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 })
    const pen = canvas.getContext('2d')!
    for (let i = 0; i < 6000; i++) {
      pen.fillStyle = `hsl(${i % 360} 80% 50%)`
      pen.fillRect((i * 97) % 3000, (i * 61) % 2000, 40, 40)
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 1))
    const held = new DataTransfer()
    held.items.add(new File([blob!], 'trang 2.jpg', { type: 'image/jpeg' }))
    const input = document.querySelector<HTMLInputElement>(`[name="${name}"]`)!
    input.files = held.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    return blob!.size
  }, field)

t.test(
  'a file goes on by itself after the network was gone and after a reload; a photo is made smaller; the form takes their numbers',
  async (t) => {
    const { address, citizen, shop } = await openBrowserShop(t)
    const { page, complaints } = await citizen(lan.phone)
    await page.goto(`${address}/nop/1.001193`)
    await page.selectOption('select[name=agency]', '11302')
    await page.click('main form[method=post] button.big')
    await page.waitForURL(/\/ho-so\/[0-9a-f-]{36}/)
    const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(page.url())![1]!
    const papers = `${address}/ho-so/${draft}/nop/giay-to`
    await page.goto(papers)
    const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    t.notOk(
      scripts.some((name) => name.includes('uploader')),
      'nothing is loaded before a file is chosen'
    )
    const field = 'paper.2'
    const bytes = await bigPdf()
    const file = join(t.testdir(), 'to-khai.pdf')
    await writeFile(file, bytes)
    const choose = () => page.setInputFiles(`[name="${field}"]`, file)

    // The line breaks at the second piece, and stays broken until we say so.
    let pieces = 0
    let isBroken = true
    const begins: string[] = []
    await page.route('**/tai-len/*', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      begins.push(route.request().headers()['upload-offset']!)
      return ++pieces > 1 && isBroken ? route.abort('internetdisconnected') : route.continue()
    })
    const onItsWay = () => page.waitForFunction(() => Number(document.querySelector('progress')?.value) > 20)
    await choose()
    await onItsWay()
    await page.context().setOffline(true)
    await page.waitForSelector('.sending .btn:has-text("Tải tiếp ngay")')
    t.match(await page.textContent('.sending'), /mạng bị ngắt ở \d+ %/)
    await look(t, page, 'papers-network-lost')
    isBroken = false
    await page.context().setOffline(false)
    await page.waitForSelector('.sending:has-text("đã tải xong")')
    t.equal(begins.filter((offset) => offset === '0').length, 1, 'nothing was sent a second time')

    // Reloaded in the middle: the page has forgotten the field, the browser has not forgotten how far it was.
    isBroken = true
    pieces = 0
    await page.reload()
    bytes.write('another file', bytes.length - 12)
    await writeFile(file, bytes)
    await choose()
    await onItsWay()
    isBroken = false
    begins.length = 0
    await page.reload()
    await choose()
    await page.waitForSelector('.sending:has-text("đã tải xong")')
    t.notOk(begins.includes('0'), 'it goes on where it stopped')

    const before = await takePhoto(page, field)
    await page.waitForFunction(() => document.querySelectorAll('input[name^="kept."]:not([disabled])').length === 2)
    await page.click('main button[value=later]')
    await page.waitForURL(/\/ho-so$/)
    const given = await papersOf(shop.context.db, draft)
    t.equal(given.length, 1, 'two pages became one PDF')
    const [pdf] = await filesOf(shop.context.db, [given[0]!.fileId!])
    t.ok(pdf!.size < bytes.length + before, 'and the photo in it is smaller than it was')
    const [photo] = await shop.sql<{ size: number }[]>`select size from files where name = 'trang 2.jpg'`
    t.ok(photo!.size < before / 2, `${before} bytes of photo became ${photo!.size}`)

    // Kept for the next time: valid, about to expire, expired.
    const personId = (await shop.sql<{ person_id: string }[]>`select person_id::text from dossiers where id = ${draft}`)[0]!.person_id
    const facts = {
      name: 'Giấy chứng nhận đăng ký doanh nghiệp',
      issuer: 'Sở Kế hoạch và Đầu tư',
      number: '0201234567',
      issuedOn: day('2020-03-09')
    }
    await keepOwnPaper(shop.context, { fileId: pdf!.id, personId, facts: { ...facts, expiresOn: day('2026-03-20') } })
    const [small] = await shop.sql<{ id: string }[]>`select id::text from files where name = 'trang 2.jpg'`
    await keepOwnPaper(shop.context, {
      fileId: small!.id,
      personId,
      facts: { ...facts, name: 'Giấy ủy quyền', expiresOn: day('2026-01-20') }
    })
    await page.goto(`${address}/giay-to-cua-toi`)
    await look(t, page, 'own-papers')
    await page.click('a:has-text("Sửa")')
    await page.fill('[name=name]', '')
    await page.click('main form button')
    await look(t, page, 'own-paper-errors')
    await page.goto(papers)
    await page.click('summary:has-text("Dùng lại giấy đã có")')
    await look(t, page, 'papers-reuse')
    t.same(
      complaints.filter((text) => !/422|INTERNET_DISCONNECTED|ERR_FAILED/.test(text)),
      [],
      'the console is quiet'
    )
  }
)
