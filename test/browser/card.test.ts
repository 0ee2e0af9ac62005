// "Scan my card" with a real camera as Chromium plays one: the code on the picture fills the page, and nothing is sent anywhere.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, toBuffer } from 'qrcode'
import t, { type Test } from 'tap'
import { look } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { lan } from '../helpers/dossiers.ts'

const card = '031194006217|164056789|Nguyễn Thị Lan|12031994|Nữ|18/7 Lạch Tray, Ngô Quyền, Hải Phòng|01072021'
const newCard = '031194006217||Nguyễn Thị Lan|12031994|Nữ|18/7 Lạch Tray|01072024|Nguyễn Văn Ba'

/** A film of one second in which the camera sees this code, as YUV4MPEG2: a head, then frames of light and two empty colour planes. */
function filmOf(text: string): Buffer {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const [width, height, scale] = [640, 480, 6]
  const left = Math.floor((width - size * scale) / 2)
  const top = Math.floor((height - size * scale) / 2)
  const light = Buffer.alloc(width * height, 235)
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      if (data[Math.floor(y / scale) * size + Math.floor(x / scale)]) light[(top + y) * width + left + x] = 16
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: 10 }, () => frame)])
}

async function openWhoPage(t: Test, film: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-camera-'))
  t.teardown(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'camera.y4m'), film)
  const shop = await openBrowserShop(t, {
    browser: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${folder}/camera.y4m`
    ]
  })
  const { page, complaints } = await shop.citizen(lan.phone)
  await page.goto(`${shop.address}/nop/1.003725`)
  await page.click('main form[method=post] button.big')
  await page.waitForURL(/\/ho-so\/[0-9a-f-]{36}\/nop/)
  await page.goto(page.url().replace(/\/nop.*/, '/nop/nguoi-nop'))
  return { page, complaints }
}

const typedIn = (page: Awaited<ReturnType<typeof openWhoPage>>['page'], name: string) => page.inputValue(`[name="filer.${name}"]`)

t.test('the chip card before the camera fills the page', async (t) => {
  const { page, complaints } = await openWhoPage(t, filmOf(card))

  await page.click('[data-card] button')
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="filer.name"]')?.value !== '')

  t.equal(await typedIn(page, 'name'), 'Nguyễn Thị Lan')
  t.equal(await typedIn(page, 'identityNumber'), '031194006217')
  t.same([await typedIn(page, 'bornOnDay'), await typedIn(page, 'bornOnMonth'), await typedIn(page, 'bornOnYear')], ['12', '03', '1994'])
  t.equal(await typedIn(page, 'address'), '18/7 Lạch Tray, Ngô Quyền, Hải Phòng')
  t.match(await page.textContent('[data-card] [role=status]'), /Đã điền từ căn cước/)
  await look(t, page, 'card-filled')
  t.same(complaints, [], 'the console is quiet')
})

t.test('a photo of the new card gives its number, and says that the rest is for the person', async (t) => {
  const { page } = await openWhoPage(t, filmOf('https://vidu.vn'))
  await page.fill('[name="filer.name"]', 'Lan')

  await page.click('[data-card] button')
  await page.waitForFunction(() => document.querySelector('[data-card] [role=status]')?.textContent?.includes('không phải của căn cước'))
  await look(t, page, 'card-camera')
  const photo = await toBuffer(newCard, { errorCorrectionLevel: 'M', scale: 6 })
  await page.setInputFiles('[data-card] input[type=file]', { name: 'the.png', mimeType: 'image/png', buffer: photo })
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="filer.identityNumber"]')?.value !== '')

  t.equal(await typedIn(page, 'identityNumber'), '031194006217')
  t.equal(await typedIn(page, 'name'), 'Lan', 'what was typed stays')
  t.match(await page.textContent('[data-card] [role=status]'), /Thẻ mới: chỉ đọc được số/)
})
