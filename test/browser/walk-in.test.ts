// Must show: a walk-in for 2.000815 from the scanned card to the printed receipt, in a real browser, with a keyboard only, in at most twelve
// keystrokes beyond data. What the hand scanner types and the digits of phone and pages are data; everything else pressed is counted.
import type { Page } from 'playwright-core'
import t from 'tap'
import { findDossierByCode } from '../../src/dossiers/queries.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { entriesOf } from '../../src/payments/queries.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'

const card = '031085001234|164056789|Nguyễn Văn Bảy|08031985|Nam|18/7 Điện Biên Phủ, Minh Khai, Hồng Bàng, Hải Phòng|01072021'

/** Hands that have a keyboard and a scanner; every key that is no data is written down. */
function hands(page: Page) {
  const pressed: string[] = []
  return {
    pressed,
    async press(...keys: string[]) {
      for (const key of keys) {
        pressed.push(key)
        await page.keyboard.press(key)
      }
    },
    /** Data. */
    type: (text: string) => page.keyboard.type(text),
    /** As the scanner does: one sign every 5 ms, letters with their accents, Enter at the end. */
    async scan(text: string) {
      const keys = await page.context().newCDPSession(page)
      const start = Date.now() / 1000
      const sent = [...text, 'Enter'].flatMap((sign, i) => {
        const key = {
          key: sign,
          text: sign === 'Enter' ? '\r' : sign,
          timestamp: start + i / 200,
          windowsVirtualKeyCode: sign === 'Enter' ? 13 : 0
        }
        return [
          keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
          keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
        ]
      })
      await Promise.all(sent)
      await keys.detach()
    }
  }
}

/** Which field has the cursor. */
const where = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName)
const isIn = (page: Page, name: string) => page.waitForFunction((one) => document.activeElement?.getAttribute('name') === one, name)

async function openScreen(page: Page, address: string) {
  await page.goto(`${address}/quay/tiep-nhan`)
  await page.evaluate(() => {
    const seen = window as unknown as { mice: number }
    seen.mice = 0
    for (const kind of ['mousedown', 'mousemove', 'pointerdown', 'wheel', 'touchstart'])
      document.addEventListener(kind, () => seen.mice++, { capture: true })
  })
}

t.test('from the scan to the printed receipt in at most twelve keystrokes beyond data', async (t) => {
  const { shop, address, staff } = await openBrowserShop(t)
  const { page, complaints } = await staff('quay.minhkhai')
  page.setDefaultTimeout(15_000)
  await openScreen(page, address)
  const { press, type, scan, pressed } = hands(page)
  t.equal(await where(page), 'scan', 'the cursor waits in the scan field')

  await scan(card)
  await isIn(page, 'filer.phone')
  t.equal(await page.inputValue('[name="filer.name"]'), 'Nguyễn Văn Bảy')
  t.equal(await page.inputValue('[name="scan"]'), '')
  await type('0912480123')
  await press('Enter')
  await press('c', 't', 's')
  t.match(await page.textContent('#goi-y [aria-selected=true]'), /^Chứng thực bản sao từ bản chính/)
  await press('Enter')
  await isIn(page, 'paper')
  await press('F4')
  await press('T')
  await isIn(page, 'fee.0')
  await type('2')
  t.match(await page.textContent('[data-sum]'), '4.000')
  const mice = await page.evaluate(() => (window as unknown as { mice: number }).mice)
  await press('Control+Enter')
  await page.waitForURL(/\/xong$/)

  t.match(await page.textContent('main'), /Đang tạo giấy tiếp nhận/)
  const code = (await page.textContent('.bigcode'))!.trim()
  await shop.runJobs()
  const paper = page.locator('a[data-print]')
  await paper.waitFor()
  const href = await paper.getAttribute('href')
  t.equal(await page.getAttribute('iframe.printframe', 'src'), `${address}${href}`, 'it opens to be printed by itself')
  const pdf = new Uint8Array(await (await page.request.get(`${address}${href}`)).body())

  t.ok(pressed.length <= 12, `${pressed.length} keystrokes beyond data: ${pressed.join(' ')}`)
  t.equal(mice, 0, 'no mouse')
  t.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
  const { text } = await readPdf(pdf)
  t.match(text, code, 'the receipt has the code')
  t.match(text, 'đã nộp tiền mặt')
  const dossier = await findDossierByCode(shop.context.db, code)
  t.match(dossier, { state: 'accepted', procedureCode: '2.000815', filer: { identityNumber: '031085001234', phone: '0912480123' } })
  t.match(await entriesOf(shop.context.db, dossier!.id), [{ kind: 'paid', way: 'cash', amount: 4000 }], 'the cash is booked')
  const sent = (await latestMessages(shop.context.db)).filter(({ dossierId }) => dossierId === dossier!.id)
  t.ok(
    sent.some(({ kind, body }) => kind === 'accepted' && body.includes(code)),
    'the message is in the outbox'
  )
  t.same(complaints, [], 'the console is quiet')

  await page.waitForFunction(() => document.activeElement?.matches('a[data-key="F2"]'))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quay\/tiep-nhan$/)
  t.equal(await where(page), 'scan', 'and the next person may step up')
})
