// The browser repeats what the server decides: a question that no longer applies goes away while one answers, and comes back with its answer.
import t from 'tap'
import { beginBirth, openBrowserShop } from '../helpers/browser-shop.ts'
import { lan } from '../helpers/dossiers.ts'

t.test('an abandoned child has no parents to ask about, and the server agrees when the page is sent', async (t) => {
  const shop = await openBrowserShop(t)
  const { page, complaints } = await shop.citizen(lan.phone)
  const parts = await beginBirth(page, shop.address)
  await page.goto(`${parts}/mau/truong-hop`)
  const foreign = page.locator('[name=is_foreign]').first()
  await page.check('[name=circumstance][value=married]')
  t.ok(await foreign.isVisible(), 'married parents: is one of them a foreigner?')
  await page.check('[name=is_foreign][value=no]')

  await page.check('[name=circumstance][value=abandoned]')
  t.notOk(await foreign.isVisible(), 'unknown parents: nothing to ask')
  await page.check('[name=circumstance][value=mother_only]')
  t.ok(await foreign.isVisible())
  t.ok(await page.isChecked('[name=is_foreign][value=no]'), 'with its answer')

  await page.check('[name=circumstance][value=abandoned]')
  await page.check('[name=relation][value=carer]')
  await page.click('main button[value=next]')
  await page.waitForURL(/mau\/tre-em/)
  t.ok(await page.locator('[name="found_place.line"]').isVisible(), 'instead: where it was found')
  t.equal(await page.locator('[name="birth_facility"]:visible').count(), 0)
  t.same(complaints, [], 'the console is quiet')
})
