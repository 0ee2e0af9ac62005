// A whole filing with nothing but a keyboard, from the first page to the confirmation: the focus is always to be seen and never under anything,
// a mistake brings it to the list of errors, nothing holds it fast.
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { lan, smallPdf } from '../helpers/dossiers.ts'

/** What has the focus, and what is wrong with how it is shown. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement | null
    if (!one || one === document.body) return { mark: '', label: '', faults: [] as string[] }
    const input = one as HTMLInputElement
    // A row of a choice is pressed and outlined as a whole.
    const shown = /^(radio|checkbox)$/.test(input.type) ? (one.closest('label') ?? one) : one
    const outlined = [one, shown].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
    const box = shown.getBoundingClientRect()
    const [x, y] = [
      box.left + Math.min(box.width, innerWidth) / 2,
      Math.max(0, box.top) + Math.min(box.height, innerHeight - Math.max(0, box.top)) / 2
    ]
    const isInView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    const on = document.elementFromPoint(x, y)
    const isCovered = !on || !(shown.contains(on) || on.contains(shown) || one.contains(on))
    const faults = [
      !outlined && 'no outline',
      !isInView && 'out of view',
      isInView && isCovered && `covered by ${on?.outerHTML.slice(0, 80)}`
    ]
    const label = input.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent ?? ''
    return {
      mark: `${one.tagName}#${one.id}[${one.getAttribute('name') ?? ''}=${input.type === 'radio' || one.tagName === 'BUTTON' ? input.value : ''}]`,
      label: label.replace(/\s+/g, ' ').trim(),
      faults: faults.filter(Boolean) as string[]
    }
  })

type Focus = Awaited<ReturnType<typeof focused>>

/** Hands that have a keyboard only. */
function hands(t: Test, page: Page) {
  const wrong = new Set<string>()
  let stops = 0

  async function look(): Promise<Focus> {
    const now = await focused(page)
    stops++
    for (const fault of now.faults) wrong.add(`${new URL(page.url()).pathname}: ${now.mark} ${now.label.slice(0, 40)}: ${fault}`)
    return now
  }
  async function press(key: string): Promise<Focus> {
    await page.keyboard.press(key)
    return look()
  }
  /** Forward until what is wanted has the focus; who comes round to the start has not found it. */
  async function to(wanted: (focus: Focus) => boolean, what: string): Promise<void> {
    let now = await look()
    for (let i = 0; i < 150; i++) {
      if (now.mark && wanted(now)) return
      now = await press('Tab')
    }
    throw new Error(`${page.url()}: 150 times Tab and no ${what}`)
  }
  return {
    press,
    look,
    toText: (text: string | RegExp) =>
      to(({ label }) => (typeof text === 'string' ? label.startsWith(text) : text.test(label)), String(text)),
    toField: (name: string) => to(({ mark }) => mark.includes(`[${name}=`), name),
    /** Follows a link or presses a button; stands on the next page. */
    async enter(): Promise<void> {
      const came = page.waitForEvent('load')
      await page.keyboard.press('Enter')
      await came
    },
    report() {
      t.same([...wrong], [], `${stops} stops, each to be seen`)
      t.ok(stops > 100)
    }
  }
}

t.test('found, filled in, mended, sent: with a keyboard only', async (t) => {
  const { address, visit, sentCode } = await openBrowserShop(t, { context: { viewport: { width: 360, height: 740 } } })
  const { page } = await visit()
  page.setDefaultTimeout(15_000)
  const { press, look, toText, toField, enter, report } = hands(t, page)
  const type = async (name: string, text: string) => {
    await toField(name)
    await page.keyboard.type(text)
  }
  const goOn = async () => {
    await toText('Lưu và tiếp tục')
    await enter()
  }
  const isAt = async (heading: string | RegExp) => t.match(await page.textContent('main h1'), heading, new URL(page.url()).pathname)

  await page.goto(address)
  t.match(await press('Tab'), { label: /nội dung/i }, 'the first stop leads past the frame')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#chinh')
  await press('Tab')
  t.ok(await page.evaluate(() => document.activeElement?.closest('main')), 'and the next one is in the page itself')
  const before = await look()
  await press('Tab')
  t.same((await press('Shift+Tab')).mark, before.mark, 'back is back')

  await type('q', 'sách gửi từ nước ngoài')
  await enter()
  await toText(/nhập khẩu xuất bản phẩm/)
  await enter()
  await toText('Bắt đầu nộp tại nhà')
  await enter()
  for (const name of ['c1', 'c2', 'c3']) {
    await toField(name)
    await press('Space')
  }
  await toText('Xem tôi làm thủ tục nào')
  await enter()
  await isAt('Đúng rồi')
  await toText(/^Bắt đầu nộp/)
  await enter()
  await toText(/Đăng nhập|Bắt đầu/)
  await enter()
  await type('phone', lan.phone)
  await enter()
  await isAt(/mã/i)
  await type('code', await sentCode(lan.phone))
  await enter()
  await toText('Bắt đầu')
  await enter()
  await toText('Làm tiếp')
  await enter()

  await isAt('Người nộp')
  await goOn()
  t.match(await look(), { mark: /^SECTION/, faults: [] }, 'after a mistake the list of errors has the focus')
  await press('Tab')
  await page.keyboard.press('Enter')
  t.match(await look(), { mark: /\[filer\.name=/, faults: [] }, 'and its first line leads to the first field')
  await page.keyboard.type(lan.name)
  await type('filer.identityNumber', lan.identityNumber!)
  await type('filer.address', lan.address!)
  await goOn()

  await isAt('Lô hàng')
  await toField('purpose')
  await press('Space')
  t.match(await press('ArrowDown'), { mark: /\[purpose=gift\]/ }, 'arrows go from answer to answer')
  await type('sender', 'Hiệu sách Blackwell, Anh')
  await type('country', 'Anh')
  await type('gate', 'Bưu cục Hải Phòng')
  await toField('is_held')
  await press('Space')
  await type('held_paper', 'EE123456785GB')
  await goOn()
  await isAt('Xuất bản phẩm')
  await toField('list_how')
  await press('Space')
  await press('ArrowDown')
  await type('titles', '12')
  await type('total_copies', '12')
  await goOn()
  await isAt('Người nhận')
  await type('used_at', 'Nhà riêng')
  await goOn()

  await isAt('Giấy tờ')
  for (const name of ['paper.2', 'paper.3']) {
    await toField(name)
    // The dialog belongs to the system; what it gives back goes to the field that has the focus.
    await page.locator(':focus').setInputFiles({ name: 'giay.pdf', mimeType: 'application/pdf', buffer: smallPdf })
    await page.waitForFunction((field) => document.querySelectorAll(`input[name="kept.${field}"]`).length > 0, name.at(-1)!)
  }
  await goOn()
  await isAt('Cách nhận kết quả')
  await toField('delivery.method')
  await press('Space')
  await goOn()
  await isAt('Xem lại và nộp')
  await toField('declaration')
  await press('Space')
  await toText(/^Nộp/)
  await enter()
  await isAt('Đã nộp hồ sơ')
  await toText('Xem hồ sơ')
  report()
})
