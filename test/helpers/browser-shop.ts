// A shop that listens, a real browser, and people who sign in with it.
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Test } from 'tap'
import type { IdentityProvider } from '../../services/identity/identity.ts'
import { demoPassword, openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import type { PayDesk } from '../../src/payments/types.ts'
import { openBrowser } from './browser.ts'
import { openTestContext } from './context.ts'

type How = { now?: string; browser?: readonly string[]; context?: BrowserContextOptions; pay?: PayDesk; identity?: IdentityProvider }

/** `browser` holds further arguments of Chromium; `context` how its windows are opened, for example without JavaScript. */
export async function openBrowserShop(t: Test, { now = '2026-03-02T08:30+07:00', browser: args = [], context = {}, ...ways }: How = {}) {
  const shop = await openTestContext(t, { now, ...ways })
  await openDemoAccounts(shop.context)
  const app = await shop.app()
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser(t, args)
  const visit = async () => {
    const page = await (await browser.newContext(context)).newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    return { page, complaints }
  }
  const staff = async (username: string) => {
    const { page, complaints } = await visit()
    await page.goto(`${address}/can-bo/dang-nhap`)
    await page.fill('[name=username]', username)
    await page.fill('[name=password]', demoPassword)
    await page.click('main form button')
    await page.waitForLoadState()
    return { page, complaints }
  }
  /** The code in the message that was sent to this phone; time may stand still, so the last of all would not do. */
  const sentCode = async (phone: string) => {
    await shop.runJobs()
    const sent = await latestMessages(shop.context.db)
    return sent.find(({ body, recipient }) => /^\d{6}\b/.test(body) && recipient.endsWith(phone.slice(-9)))!.body.slice(0, 6)
  }
  /** On the page that asks for a phone; stands where the person was going afterwards. */
  const signInOn = async (page: Page, phone: string) => {
    await page.fill('[name=phone]', phone)
    await page.click('main form button')
    await page.waitForURL(/dang-nhap\/ma/)
    await page.fill('[name=code]', await sentCode(phone))
    await page.click('main form button')
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
  }
  const citizen = async (phone: string) => {
    const { page, complaints } = await visit()
    await page.goto(`${address}/dang-nhap`)
    await signInOn(page, phone)
    return { page, complaints }
  }
  return { shop, address, visit, staff, citizen, sentCode, signInOn }
}

/** A draft of birth registration at a ward, begun in the browser. @returns the address of its pages: `…/ho-so/<id>/nop` */
export async function beginBirth(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/nop/1.001193`)
  await page.selectOption('[name=agency]', '11302')
  await page.click('main form[method=post] button.big')
  await page.waitForURL(/\/ho-so\/[0-9a-f-]{36}\/nop/)
  return page.url().replace(/\/nop.*/, '/nop')
}
