// A real Chromium for tests of pages: the machine's own when it has one, else the one that came with npm. And axe on whatever is open.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeBuilder } from '@axe-core/playwright'
import bundled from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

/** With one process for everything, closing one context closes the browser; and a test of our pages wants the web's own security. */
const unwanted = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content'])

type Closing = { teardown: (close: () => Promise<void>) => unknown }

/** Opens a browser that is closed when the test ends; `more` are further arguments of Chromium. */
export async function openBrowser(t: Closing, more: readonly string[] = []): Promise<Browser> {
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  const browser = await chromium.launch({
    executablePath: own ?? (await bundled.executablePath()),
    args: [...(own ? ['--no-sandbox'] : bundled.args.filter((argument) => !unwanted.has(argument))), ...more],
    headless: true
  })
  t.teardown(() => browser.close())
  return browser
}

export type Fault = { rule: string; where: string[]; help: string }

/** Only what is wrong is worked out: a third of the time. */
const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations' as const] }

type Axe = { run(where: Document, how: typeof options): Promise<Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>> }
/** The text of axe itself; its companion for Playwright brings it into the page again for every look, which takes longer than the look. */
const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as { source: string }

/** What axe finds under WCAG 2.2 AA and its best practices, however slight; an empty list is the promise of every page. */
export async function axeCheck(page: Page): Promise<Fault[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate((how) => (window as unknown as { axe: Axe }).axe.run(document, how), options)
  return violations.map(({ id, nodes, help }) => ({ rule: id, where: nodes.map((node) => node.target.join(' ')), help }))
}

/** What people sit before: a citizen's phone and a big screen; a desk's old screen and a tablet. */
export const screens = {
  citizen: { phone: { width: 360, height: 740 }, desk: { width: 1366, height: 768 } },
  staff: { desk: { width: 1366, height: 768 }, tablet: { width: 1024, height: 768 } }
}

/** Looks at the open page on each screen: nothing for axe, nothing wider than the screen. With SCREENSHOTS=<folder> it is kept as a picture. */
export async function look(
  t: Test,
  page: Page,
  name: string,
  sizes: Record<string, { width: number; height: number }> = screens.citizen
): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    // On a tablet a page of the desk has the same parts in the same order; what could be wrong there is its width.
    if (size !== 'tablet') t.same(await axeCheck(page), [], `${name}, ${size}: axe`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    t.ok(overflow <= 0, `${name}, ${size}: ${overflow} px too wide`)
    if (!folder) continue
    await mkdir(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`), fullPage: true })
  }
}
