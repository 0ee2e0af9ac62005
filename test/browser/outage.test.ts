// Two desks whose cables were pulled for two hours: 30 dossiers each, accepted by keyboard; then the cables are back and nothing is lost or doubled.
import type { Page } from 'playwright-core'
import t from 'tap'
import { dueAt } from '../../src/deadlines/due.ts'
import { workingCalendarOf } from '../../src/deadlines/working-calendar.ts'
import { publishedKeys } from '../../src/documents/queries.ts'
import { checkPaper } from '../../src/documents/verification.ts'
import { getDossier } from '../../src/dossiers/queries.ts'
import type { OfflineContent } from '../../src/outages/types.ts'
import { axeCheck } from '../helpers/browser.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { aDesk, type Desk, keptIn, openScreen } from '../helpers/outage-desk.ts'

/** Names a scanner would give; every letter on the keyboard of the test. */
const person = (n: number) => ({
  name: `Nguyen Van ${String.fromCharCode(65 + (n % 26))}`,
  number: `0310900${10_000 + n}`,
  phone: `09124${10_000 + n}`
})

/** Not a touch of the mouse, and no field found but by its key. */
async function acceptByHand(page: Page, n: number) {
  const { name, number, phone } = person(n)
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type(phone)
  await page.keyboard.press('Alt+2')
  await page.keyboard.type('cts')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F4')
  await page.keyboard.press('t')
  await page.waitForSelector('[name=pay][value=cash]:checked')
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2')
}

/** The same form, filled in as fast as a program can. */
async function acceptFast(page: Page, n: number) {
  const { name, number, phone } = person(n)
  await page.evaluate(
    ([name, number, phone]) => {
      const set = (field: string, value: string) => {
        document.querySelector<HTMLInputElement>(`[name="${field}"]`)!.value = value
      }
      set('filer.name', name!)
      set('filer.identityNumber', number!)
      set('filer.phone', phone!)
      set('q', '2.000815')
    },
    [name, number, phone]
  )
  await page.focus('#q')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F4')
}

async function acceptThirty({ page }: Desk, from: number) {
  const codes: string[] = []
  for (let n = 0; n < 30; n++) {
    await page.clock.setFixedTime(Temporal.Instant.from('2026-03-02T08:32:00+07:00').add({ minutes: 4 * n }).epochMilliseconds)
    await (n < 3 ? acceptByHand(page, from + n) : acceptFast(page, from + n))
    await page.keyboard.press('Control+Enter')
    const flash = await page.waitForSelector(
      codes.length > 0 ? `[data-accepted]:not([data-accepted="${codes.at(-1)}"])` : '[data-accepted]'
    )
    codes.push((await flash.getAttribute('data-accepted'))!)
  }
  return codes
}

t.test(
  'two hours without a network at two desks, 30 dossiers each: 60 dossiers, no number twice, receipts true, clocks right',
  async (t) => {
    const opened = await openBrowserShop(t, { now: '2026-03-02T08:30+07:00' })
    const { shop, address, visit } = opened
    const desks = [
      await aDesk(t, opened, 'quay.minhkhai', '2026-03-02T08:30+07:00'),
      await aDesk(t, opened, 'quay2.minhkhai', '2026-03-02T08:30+07:00')
    ]
    for (const { cable } of desks) await cable.pull()
    await Promise.all(desks.map(openScreen))

    const codes = (await Promise.all(desks.map((desk, i) => acceptThirty(desk, 100 * i)))).flat()

    t.equal(new Set(codes).size, 60, 'no number twice')
    const before = (await Promise.all(desks.map(({ page }) => keptIn(page)))).flat()
    const contents = before.map(({ sent }) => JSON.parse(sent!.content) as OfflineContent)
    t.equal(contents.filter(({ cash }) => cash === 4000).length, 6, 'cash was taken for two copies where somebody counted them')
    const keys = await publishedKeys(shop.context.db)
    for (const { receipt } of contents) t.equal((await checkPaper(receipt, keys)).verdict, 'genuine')
    t.equal(await shop.context.db.$count((await import('../../src/dossiers/table.ts')).dossiers), 0, 'the house knows nothing of it yet')
    t.same(await axeCheck(desks[0]!.page), [])

    shop.setNow('2026-03-02T10:40+07:00')
    for (const { cable, page } of desks) {
      await cable.plug()
      await page.clock.setFixedTime('2026-03-02T10:40+07:00')
    }
    await Promise.all(
      desks.map(async ({ page }) => {
        await page.keyboard.press('Escape')
        await page.focus('[data-send]')
        await page.keyboard.press('g')
        await page.waitForSelector('[data-sent="30"]')
      })
    )
    await shop.runJobs()

    const dossiers = await Promise.all(contents.map(({ id }) => getDossier(shop.context.db, id)))
    t.same(dossiers.map(({ code }) => code).sort(), codes.sort(), '60 dossiers with the numbers on their receipts')
    const calendar = await workingCalendarOf(shop.context.db, dossiers[0]!.agencyId)
    for (const [i, dossier] of dossiers.entries()) {
      const { at, dueAt: printed } = contents[i]!
      t.equal(dossier.receivedAt!.toString(), at)
      const due = dueAt([{ kind: 'received', at: Temporal.Instant.from(at) }], { kind: 'same_day', cutOff: '15:00' }, calendar).dueAt!
      t.same([dossier.dueAt!.toString(), printed], [due.toString(), due.toString()])
    }
    const at = dossiers.map(({ receivedAt }) => receivedAt!.toString()).sort()
    t.same([at[0], at.at(-1)], ['2026-03-02T01:32:00Z', '2026-03-02T03:28:00Z'])
    const after = (await Promise.all(desks.map(({ page }) => keptIn(page)))).flat()
    t.ok(
      after.every(({ state, name, sent }) => state === 'accepted' && name === '' && !sent),
      'and nothing of a citizen is left on the machines'
    )
    const { page } = await visit()
    await page.goto(`${address}/kiem-tra#${contents[7]!.receipt}`)
    await page.waitForSelector('.verdict.ok')
    t.match(
      await page.textContent('main'),
      codes.find((code) => code === dossiers[7]!.code)
    )
    t.same(
      desks.flatMap(({ complaints }) => complaints.filter((one) => !/ERR_CONNECTION_REFUSED|Failed to fetch|net::/.test(one))),
      []
    )
  }
)
