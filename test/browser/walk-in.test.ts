// A walk-in for 2.000815 from the scanned card to the printed receipt, in a real browser, with a keyboard only, in at most twelve
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
    /** No quicker than a hand, or it would be a scan. */
    async press(...keys: string[]) {
      for (const key of keys) {
        pressed.push(key)
        await page.keyboard.press(key, { delay: 40 })
      }
    },
    /** Data. */
    type: (text: string) => page.keyboard.type(text, { delay: 40 }),
    /** As the scanner does: a sign every millisecond, letters with their accents, Enter at the end. */
    async scan(text: string) {
      const keys = await page.context().newCDPSession(page)
      const start = Date.now() / 1000
      const sent = [...text, 'Enter'].flatMap((sign, i) => {
        const key = {
          key: sign,
          text: sign === 'Enter' ? '\r' : sign,
          timestamp: start + i / 1000,
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

/** The cursor comes to this field. */
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
  await isIn(page, 'scan')
  t.pass('the cursor waits in the scan field')

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
  await isIn(page, 'scan')
  t.pass('and the next person may step up')
})

t.test('wherever the cursor is, a scan goes to the scan field: nothing lands in a field, nothing is ticked or pressed', async (t) => {
  const { address, staff } = await openBrowserShop(t)
  const { page } = await staff('quay.minhkhai')
  page.setDefaultTimeout(15_000)
  const { press, type, scan } = hands(page)
  await page.goto(`${address}/quay/tiep-nhan?procedure=1.001193`)

  await page.focus('[name="filer.address"]')
  await type('9 Cầu')
  await scan('031194006217')
  await isIn(page, 'filer.name')
  t.equal(await page.inputValue('[name="filer.identityNumber"]'), '031194006217', 'twelve digits are a number')
  t.equal(await page.inputValue('[name="filer.address"]'), '9 Cầu', 'what stood in the field stands there again')

  await page.focus('[id="paper.1"]')
  await scan(card.replace('Nguyễn Văn Bảy', 'Nguyn Vn By'))
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="filer.identityNumber"]')?.value === '031085001234')
  await isIn(page, 'filer.name')
  t.equal(await page.inputValue('[name="filer.name"]'), '', 'a spoilt name is not taken')
  t.match(await page.textContent('.said'), /chỉ đưa được số căn cước/)
  t.same(await page.locator('[name=paper]:checked').count(), 0, 'its digits ticked nothing')
  t.equal(await page.locator('[name="delivery.method"]:checked').inputValue(), 'desk')
  t.match(page.url(), /tiep-nhan/)

  await type('Nguyễn Văn Bảy')
  await press('Enter')
  await isIn(page, 'filer.phone')
  t.pass('the number is there already')
  await type('0912480123')
  await press('Enter')
  await isIn(page, 'paper')
  await press('2', '6')
  await page.waitForFunction(() => document.querySelectorAll('[name=paper]:checked').length === 2)
  t.pass('slow digits are keys')
})

t.test('keys pressed before the answer is there are not lost, letters do nothing in a field, and they can be switched off', async (t) => {
  const { address, staff } = await openBrowserShop(t)
  const { page } = await staff('quay.minhkhai')
  page.setDefaultTimeout(15_000)
  const { press, type, scan } = hands(page)
  await page.goto(`${address}/quay/tiep-nhan`)
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/quay/tiep-nhan', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })

  await press('Alt+2')
  await type('ks')
  await press('Enter', 'F4', 'B')
  await scan('031194006217')
  answer()
  await page.waitForFunction(() => document.querySelectorAll('[name=paper]:checked').length === 3)
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="delivery.method"][value=post]')?.checked)
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="filer.identityNumber"]')?.value === '031194006217')
  await isIn(page, 'filer.name')
  t.equal(await page.inputValue('#q'), 'ks', 'a card scanned meanwhile is a card')
  t.equal(await page.locator('[name=paper]:checked').count(), 3)
  await page.focus('[name="filer.name"]')
  await type('Q')
  t.equal(await page.inputValue('[name="filer.name"]'), 'Q')
  t.ok(await page.isChecked('[name="delivery.method"][value=post]'), 'a letter in a field is a letter')

  await press('F1')
  t.ok(await page.isVisible('dialog#bang-phim'))
  t.match(await page.textContent('dialog#bang-phim'), /đủ mọi giấy bắt buộc/)
  await press('Tab', 'Enter', 'Escape')
  t.notOk(await page.isVisible('dialog#bang-phim'))
  t.equal(await page.inputValue('[name="filer.name"]'), 'Q', 'Esc loses nothing')
  await page.focus('[id="paper.1"]')
  await press('Q', 'F7')
  t.ok(await page.isChecked('[name="delivery.method"][value=post]'), 'one-letter keys are off')
  await isIn(page, 'scan.1')
  t.pass('the others are not')
})

t.test('a paper is missing: F8 gives a slip, Enter the next person', async (t) => {
  const { address, staff } = await openBrowserShop(t)
  const { page } = await staff('quay.minhkhai')
  page.setDefaultTimeout(15_000)
  const { press, type } = hands(page)
  await page.goto(`${address}/quay/tiep-nhan`)
  await press('Alt+2')
  await type('ks')
  await press('Enter')
  await isIn(page, 'paper')
  await press('1', 'F8')
  await page.waitForURL(/huong-dan/)
  t.match(await page.textContent('main'), /HD-260302-01/)
  t.match(await page.getAttribute('iframe.printframe', 'src'), /\/phieu$/)
  await page.waitForFunction(() => document.activeElement?.matches('a[data-key="F2"]'))
  await press('Enter')
  await page.waitForURL(/tiep-nhan$/)
  await isIn(page, 'scan')
})
