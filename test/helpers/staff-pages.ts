// Walking through pages of the people at work: each as it is, and each form on it sent with nothing in it.
import type { Page } from 'playwright-core'
import { staffRoles } from '../../src/accounts/roles.ts'
import type { Door, Visits } from './visits.ts'

/** Paths by the name of their picture. */
export type Pages = Record<string, string>

/** Files, news for lists, and doors that only lead on. */
const isFile = /\.(pdf|xlsx)$|\/(phieu|bien-ban|dong|phien|du-lieu|tin)$|^\/can-bo\/tin\/|^\/tai-len\/|\/(tep|anh)\/:/

/** A page of somebody who works here; `clerks` is whether clerks are among them. */
export const isStaffPage =
  (clerks: boolean) =>
  ({ url, admits }: Door): boolean =>
    Array.isArray(admits) && admits.includes('clerk') === clerks && staffRoles.some((role) => admits.includes(role)) && !isFile.test(url)

/** An id in an address is no name for a picture. */
const named = (action: string) => action.split('/').findLast((part) => !/^[0-9a-f-]{36}$/.test(part))

export async function walk(page: Page, { show, refuse, unrefused }: Visits, pages: Pages): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await show(page, path, name)
    for (const action of await unrefused(page)) {
      await page.goto(new URL(path, page.url()).href)
      await refuse(page, action, { name: `${name}-${named(action)}` })
    }
  }
}
