// A real Chromium for tests of pages: the machine's own when it has one, else the one that came with npm. And axe on whatever is open.
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import bundled from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

/** With one process for everything, closing one context closes the browser; and a test of our pages wants the web's own security. */
const unwanted = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content'])

type Closing = { teardown: (close: () => Promise<void>) => unknown }

/** Opens a browser that is closed when the test ends. */
export async function openBrowser(t: Closing): Promise<Browser> {
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  const browser = await chromium.launch({
    executablePath: own ?? (await bundled.executablePath()),
    args: own ? ['--no-sandbox'] : bundled.args.filter((argument) => !unwanted.has(argument)),
    headless: true
  })
  t.teardown(() => browser.close())
  return browser
}

export type Fault = { rule: string; where: string[]; help: string }

/** What axe holds to be serious or critical under WCAG 2.2 AA; an empty list is the promise of every page. */
export async function axeCheck(page: Page): Promise<Fault[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes, help }) => ({ rule: id, where: nodes.map((node) => node.target.join(' ')), help }))
}
