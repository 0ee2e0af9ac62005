// The pages of helping in a real browser, on a phone and at a desk: nothing serious for axe, nothing wider than the screen.
import type { Page } from 'playwright-core'
import t from 'tap'
import { submitDossier } from '../../src/dossiers/actions/submit-dossier.ts'
import { look, openBrowser } from '../helpers/browser.ts'
import { actingFor, aHelpedDraft, citizenPhone, helperPhone } from '../helpers/helping.ts'
import { openScene, type Scene, signIn } from './citizen-scene.ts'

/** A window in which somebody has signed in already. */
async function windowOf(browser: Awaited<ReturnType<typeof openBrowser>>, scene: Scene, phone: string): Promise<Page> {
  const { cookie } = await signIn(scene, phone)
  const context = await browser.newContext()
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name, ...value] = pair.split('=')
      return { name: name!, value: value.join('='), url: scene.address }
    })
  )
  return context.newPage()
}

t.test('asking, helping, the banner on a filing page, and what the citizen sees', async (t) => {
  const scene = await openScene(t)
  const { context } = scene.shop
  const { consent, draft, binh } = await aHelpedDraft(context)
  const browser = await openBrowser(t)
  const an = await windowOf(browser, scene, citizenPhone)
  const helper = await windowOf(browser, scene, helperPhone)
  const show = async (page: Page, path: string, name: string) => {
    await page.goto(scene.address + path)
    await look(t, page, name)
  }

  await show(an, '/nho-giup/moi?thu-tuc=1.005461', 'ask')
  await an.fill('[name=helperName]', '0912')
  await an.click('main form button')
  await an.waitForSelector('.errsum')
  await look(t, an, 'ask, with errors')
  await show(an, '/nho-giup', 'asked')
  await show(helper, '/giup-nguoi-khac', 'giving')
  await show(helper, `/giup-nguoi-khac/${consent.id}`, 'one request')
  await show(helper, '/giup-nguoi-khac/moi?thu-tuc=1.005461', 'beside')
  await helper.fill('[name=personName]', 'Lê Văn Cư')
  await helper.fill('[name=personPhone]', '0913 000 111')
  await helper.click('text=tình nguyện viên')
  await helper.click('main form button')
  await helper.waitForURL(/\/ma\//)
  await look(t, helper, 'code')
  await show(helper, `/ho-so/${draft.id}/nop/nguoi-nop`, 'filing, with the banner')
  await submitDossier(context, { dossierId: draft.id, by: await actingFor(context, draft, binh) })
  await show(helper, `/ho-so/${draft.id}`, 'followed by the helper')
  await show(an, `/ho-so/${draft.id}`, 'dossier of the citizen')
  await show(an, `/nho-giup/${consent.id}`, 'one consent')
  await an.click('main form button')
  await an.waitForSelector('[role=status]')
  await show(helper, `/ho-so/${draft.id}`, 'ended')
})
