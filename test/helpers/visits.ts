// Looking at every page of somebody's in a real browser, and knowing which of the app's own pages were left out.
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { look, screens } from './browser.ts'
import type { watchRoutes } from './routes.ts'

export type Visits = ReturnType<typeof visitsOf>
export type Door = ReturnType<ReturnType<typeof watchRoutes>['doors']>[number]
type Looking = {
  routes: ReturnType<typeof watchRoutes>
  address: string
  prefix: 'citizen' | 'staff'
  /** Addresses of forms that may be left empty, or cannot be wrong. */
  neverWrong: ReadonlySet<string>
}

/** A page with its errors is looked at where its people sit: the same page without them is looked at everywhere. */
const narrow = { citizen: { phone: screens.citizen.phone }, staff: { desk: screens.staff.desk } }

/** Keeps which pages were looked at, and which forms stood on them. */
export function visitsOf(t: Test, { routes, address, prefix, neverWrong }: Looking) {
  const seen = new Set<string>()
  const forms = new Set<string>()

  const patternOf = (action: string) =>
    routes.all('POST').find((url) => new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(action)) ?? action

  /** Where forms of the open page go that somebody types in. */
  const typedOn = (page: Page): Promise<string[]> =>
    page
      .locator('main form[method=post]:has(input:not([type=hidden]), select, textarea)')
      .evaluateAll((all) => all.map((form) => new URL((form as HTMLFormElement).action).pathname))

  /** Looks at what is open. */
  async function see(page: Page, name: string, sizes: Parameters<typeof look>[3] = screens[prefix]): Promise<void> {
    seen.add(routes.last())
    for (const action of await typedOn(page)) forms.add(action)
    await look(t, page, `${prefix}-${name}`, sizes)
  }
  return {
    see,
    /** Forms of the open page that nobody has sent with mistakes yet. */
    async unrefused(page: Page): Promise<string[]> {
      const actions = [...new Set(await typedOn(page))]
      return actions.filter((action) => !neverWrong.has(patternOf(action)) && !seen.has(`POST ${patternOf(action)}`))
    },
    async show(page: Page, path: string, name: string): Promise<void> {
      await page.goto(address + path)
      await see(page, name)
    },
    /** Sends the form with nothing in it but what is said here, past the browser and our own scripts, and looks at the errors. */
    async refuse(
      page: Page,
      action: string,
      { name, typed = {}, sign = '.errsum' }: { name: string; typed?: Record<string, string>; sign?: string }
    ) {
      const sent = page.waitForEvent('framenavigated')
      await page
        .locator(`main form[method=post][action$="${action}"]`)
        .first()
        .evaluate((element, answers) => {
          const form = element as HTMLFormElement
          for (const box of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea')) {
            if (/^(checkbox|radio)$/.test(box.type)) box.checked = answers[box.name] === box.value
            else if (box.type !== 'file') box.value = answers[box.name] ?? ''
            else if (box.name.startsWith('paper.')) {
              // Not what its name says; put there so that the uploader does not hear of it.
              const held = new DataTransfer()
              held.items.add(new File(['words'], 'giay.pdf', { type: 'application/pdf' }))
              box.files = held.files
            }
          }
          HTMLFormElement.prototype.submit.call(form)
        }, typed)
      await sent
      await page.waitForLoadState()
      if (!(await page.isVisible(sign))) return t.fail(`${name}: ${page.url()} shows no errors`)
      // The tablet of somebody at work has seen the same page without its errors: half the time of a long walk.
      await see(page, `${name}-errors`, narrow[prefix])
    },
    /** Pages and forms of the app that nobody looked at, of those that are ours to look at. */
    missed({ isOurs }: { isOurs: (door: Door) => boolean }) {
      const ours = new Set(
        routes
          .doors()
          .filter((door) => door.method === 'GET' && !door.url.startsWith('/api/') && isOurs(door))
          .map(({ url }) => url)
      )
      const pages = [...ours].filter((url) => !seen.has(`GET ${url}`))
      const errors = [...new Set([...forms].map(patternOf))].filter((url) => !neverWrong.has(url) && !seen.has(`POST ${url}`))
      return { pages, errors }
    }
  }
}
