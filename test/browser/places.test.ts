// The box for a ward offers names while somebody types: by mouse, by keyboard alone, heard by a screen reader, and never in the way.
import t from 'tap'
import { look } from '../helpers/browser.ts'
import { openBrowserShop as openShop } from '../helpers/browser-shop.ts'
import { lan } from '../helpers/dossiers.ts'

t.test('a ward is chosen with the keyboard alone, and its province comes with it', async (t) => {
  const { address, citizen } = await openShop(t)
  const { page, complaints } = await citizen(lan.phone)
  await page.goto(`${address}/nop/2.000488`)
  await page.click('main form[method=post] button.big')
  await page.waitForURL(/\/ho-so\/.*\/nop/)
  await page.goto(page.url().replace(/\/nop.*/, '/nop/mau/nguoi-duoc-cap'))
  const ward = page.locator('[name="address.ward"]')
  const list = page.locator(`#${await ward.getAttribute('aria-controls')}`)
  t.equal(await ward.getAttribute('role'), 'combobox')
  await ward.fill('')
  await page.fill('[name="address.province"]', '')

  const answered = page.waitForResponse((answer) => answer.url().endsWith('q=ngo%20quyen%20may%20t'))
  await ward.pressSequentially('ngo quyen may t')
  await answered
  await list.waitFor({ state: 'visible' })
  t.equal(await ward.getAttribute('aria-expanded'), 'true')
  t.match(await page.locator('[role=status]', { hasText: 'gợi ý' }).textContent(), /Có \d+ gợi ý/)
  await ward.press('ArrowDown')
  t.equal(await page.locator(`#${await ward.getAttribute('aria-activedescendant')}`).getAttribute('aria-selected'), 'true')
  await look(t, page, 'places-open')
  await ward.press('Enter')
  t.equal(await ward.inputValue(), 'Phường Máy Tơ')
  t.equal(await page.inputValue('[name="address.province"]'), 'Hải Phòng')
  t.ok(await list.isHidden())

  await ward.fill('hoa binh')
  await list.waitFor({ state: 'visible' })
  await ward.press('Escape')
  t.equal(await ward.inputValue(), 'hoa binh', 'Escape closes the list and takes nothing away')
  await ward.fill('hoa binh')
  await ward.pressSequentially(' ')
  await list.waitFor({ state: 'visible' })
  await list.locator('[role=option]', { hasText: 'Vĩnh Bảo' }).click()
  t.equal(await ward.inputValue(), 'Xã Hoà Bình, huyện Vĩnh Bảo')

  await page.fill('[name="address.line"]', 'Thôn 3')
  await page.fill('[name="address.ward"]', 'Hòa Bình')
  await page.fill('[name="address.province"]', 'Hải Phòng')
  await page.click('main button[value=next]')
  await page.waitForSelector('fieldset:has([type=radio][name="address.ward"])')
  t.match(await page.textContent('main'), /có 3 nơi tên “Hòa Bình”, chọn một/, 'the server asks which, with or without a script')
  await look(t, page, 'places-several')
  await page.check('[name="address.ward"][value*="Vĩnh Bảo"]')
  await page.click('main button[value=next]')
  await page.waitForSelector('[name="address.ward"][type=text]:not([id$=khac])')
  t.equal(await page.inputValue('[name="address.ward"]'), 'Xã Hoà Bình, huyện Vĩnh Bảo')
  // A page that comes back with errors is a 422.
  t.same(
    complaints.filter((text) => !text.includes('422')),
    [],
    'the console is quiet'
  )
})
