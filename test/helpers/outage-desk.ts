// A desk's browser that was made ready for an outage, at the end of a cable of its own.
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { demoPassword } from '../../src/accounts/actions/open-demo-accounts.ts'
import type { openBrowserShop } from './browser-shop.ts'
import { layCable } from './cable.ts'

type Shop = Awaited<ReturnType<typeof openBrowserShop>>

export async function aDesk(
  t: Test,
  { shop, address, visit }: Shop,
  username: string,
  now: string,
  how: Parameters<typeof layCable>[2] = {}
) {
  const cable = await layCable(t, address, how)
  const { page, complaints } = await visit()
  await page.clock.setFixedTime(now)
  await page.goto(`${cable.address}/can-bo/dang-nhap`)
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', demoPassword)
  await page.click('main form button')
  await page.waitForURL((url) => !url.pathname.startsWith('/can-bo'))
  await page.goto(`${cable.address}/quay/ngoai-tuyen`)
  await page.click('[data-outage-prepare]')
  // The worker puts the city's seal under the block as soon as it is asked for.
  const isReady = page.waitForSelector('[data-outage-machine][data-left="50"]')
  while (
    (await shop.sql`select from number_leases where staff_name = (select full_name from staff where username = ${username})`).length === 0
  )
    await page.waitForTimeout(50)
  await shop.runJobs()
  await isReady
  return { page, complaints, cable }
}

export type Desk = Awaited<ReturnType<typeof aDesk>>

export async function openScreen({ page, cable }: Desk) {
  // The clerk goes on as on any day; what answers is on the machine.
  await page.goto(`${cable.address}/quay/tiep-nhan`)
  await page.waitForSelector('[data-outage-screen=ready]')
}

export const keptIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ code: string; sent?: { content: string }; state: string; name: string }[]>((done) => {
        const opening = indexedDB.open('mot-cua-ngoai-tuyen')
        opening.onsuccess = () => {
          const all = opening.result.transaction('items').objectStore('items').getAll()
          all.onsuccess = () => done(all.result)
        }
      })
  )
