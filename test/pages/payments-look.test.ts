// The pages of money in a real browser, on a phone and at a desk: nothing serious for axe, nothing wider than the screen.
import t from 'tap'
import { vnpay } from '../../services/payment/vnpay.ts'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { ensurePerson } from '../../src/accounts/store.ts'
import { bookNotice } from '../../src/payments/actions/record-notice.ts'
import { look, openBrowser } from '../helpers/browser.ts'
import { aDossier, lan } from '../helpers/dossiers.ts'
import { codeSentTo, openScene } from './citizen-scene.ts'

t.test('the pay page while the bank holds the money and after, and the reconciliation list with and without an error', async (t) => {
  const gate = vnpay({ url: 'http://gateway.test/pay', apiUrl: 'http://gateway.test/api', tmnCode: 'TEST', secret: 's' })
  const scene = await openScene(t, { pay: { gate, account: { bin: '970407', account: '0386577672' } } })
  const { context } = scene.shop
  await openDemoAccounts(context)
  const { id } = await context.db.transaction((tx) => ensurePerson(tx, { phone: lan.phone, locale: 'vi', at: context.now() }))
  const dossier = await aDossier(context, { by: { id, name: lan.name, role: 'applicant' } })
  const browser = await openBrowser(t)
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${scene.address}/dang-nhap`)
  await page.fill('[name=phone]', lan.phone)
  await page.click('main form button')
  await page.waitForURL(/dang-nhap\/ma/)
  await page.fill('[name=code]', await codeSentTo(scene, lan.phone))
  await page.click('main form button')
  await page.waitForURL(/\/ho-so/)

  await page.goto(`${scene.address}/ho-so/${dossier.id}/nop-phi`)
  await page.click('main form button')
  await page.waitForLoadState()
  const txnRef = (await page.locator('.kv .code').first().textContent())!
  const notice = { genuine: true, txnRef, amount: 50_000, gatewayRef: '1', paid: true, code: '00', bank: 'NCB', payDate: '' }
  await bookNotice(context, { gateway: 'vnpay', notice: { ...notice, paid: false, held: true, code: '07' } })
  await page.goto(`${scene.address}/ho-so/${dossier.id}/nop-phi`)
  t.equal(await page.locator('main form').count(), 0, 'what the bank holds is not to be paid again')
  await look(t, page, 'held')
  await bookNotice(context, { gateway: 'vnpay', notice: { ...notice, amount: 49_000, gatewayRef: '2' } })
  await bookNotice(context, { gateway: 'vnpay', notice })
  await page.goto(`${scene.address}/ho-so/${dossier.id}/nop-phi`)
  await look(t, page, 'paid, one amount in dispute')

  const desk = await (await browser.newContext()).newPage()
  await desk.goto(`${scene.address}/can-bo/dang-nhap`)
  await desk.fill('[name=username]', 'quay.stttt')
  await desk.fill('[name=password]', demoPassword)
  await desk.click('main form button')
  await desk.waitForLoadState()
  await desk.goto(`${scene.address}/quay/doi-soat`)
  await look(t, desk, 'list')
  await desk.click('main form button')
  await desk.waitForSelector('.errsum')
  await look(t, desk, 'list with an error')
})
