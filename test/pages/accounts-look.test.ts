// Signing in elsewhere in a real browser, under our own content policy; and how the staff's own account looks on a phone and at a desk.
import t from 'tap'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { look, openBrowser } from '../helpers/browser.ts'
import { codeSentTo, openScene, signIn } from './citizen-scene.ts'
import { startIdentity } from './identity-scene.ts'

t.test('to the provider and back, an account that was there, the list of devices', async (t) => {
  const identity = await startIdentity(t)
  const scene = await openScene(t, { identity: identity.provider })
  identity.open(scene.address)
  await signIn(scene)
  const browser = await openBrowser(t)
  const page = await (await browser.newContext()).newPage()

  await page.goto(`${scene.address}/dang-nhap`)
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByRole('button', { name: 'Nguyễn Thị Lan' }).click()
  await page.waitForURL('**/dang-nhap/dinh-danh/ghep')
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click()
  await page.getByLabel('Mã 6 chữ số').fill(await codeSentTo(scene, '0912480123'))
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL('**/ho-so')
  await page.goto(`${scene.address}/tai-khoan`)
  await page.getByRole('link', { name: 'Đổi số điện thoại' }).click()
  await page.getByLabel('Số điện thoại mới').fill('0977123456')
  await page.getByRole('button', { name: 'Gửi mã' }).click()
  await page.getByRole('button', { name: 'Đổi số', exact: true }).click()
  await page.goto(`${scene.address}/tai-khoan`)
  await page.getByRole('button', { name: 'Gỡ VNeID' }).click()
  await page.getByRole('link', { name: 'Ghép VNeID' }).click()
  await page.getByRole('button', { name: 'Nguyễn Thị Lan' }).click()
  await page.waitForURL('**/tai-khoan/ghep')
  await page.getByRole('button', { name: 'Đúng là tôi' }).click()
  await page.waitForURL('**/tai-khoan')

  await openDemoAccounts(scene.shop.context)
  for (const username of ['quay.stttt', 'buuta']) {
    const staff = await (await browser.newContext()).newPage()
    await staff.goto(`${scene.address}/can-bo/dang-nhap`)
    await staff.getByLabel('Tên đăng nhập').fill(username)
    await staff.getByLabel('Mật khẩu').fill(demoPassword)
    await staff.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await staff.goto(`${scene.address}/can-bo/tai-khoan`)
    await look(t, staff, `tai-khoan-${username}`)
  }
})
