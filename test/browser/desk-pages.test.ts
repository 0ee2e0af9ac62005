// Every page of a desk in a real browser, on a desk's screen and on a tablet, as they are and with their errors: axe finds nothing,
// nothing is too wide. The pages are those the app itself names: a new one that is not looked at here fails. With SCREENSHOTS=<folder> each is a picture.
import t from 'tap'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { watchRoutes } from '../helpers/routes.ts'
import { aStaffCity, type StaffCity } from '../helpers/staff-city.ts'
import { isStaffPage, type Pages, walk } from '../helpers/staff-pages.ts'
import { visitsOf } from '../helpers/visits.ts'

/** What is typed there may be left empty, or cannot be wrong. */
const neverWrong = new Set(['/quay/tiep-nhan', '/quay/ghi-chu/:id'])

const desk = ({
  submitted,
  asked,
  again,
  onPaper,
  ready,
  byPost,
  slip,
  envelope,
  manifest,
  result,
  originals,
  lists,
  shift
}: StaffCity): Pages => ({
  'desk-home': '/quay',
  'desk-open': '/quay?hang=open',
  'desk-found': '/quay/tim?q=lan',
  'desk-found-nothing': '/quay/tim?q=khong+co+ai',
  'desk-check': `/quay/ho-so/${submitted.id}`,
  'desk-awaiting': `/quay/ho-so/${asked.id}`,
  'desk-again': `/quay/ho-so/${again.id}`,
  'desk-on-paper': `/quay/ho-so/${onPaper.id}`,
  'desk-ready': `/quay/ho-so/${ready.id}`,
  'desk-by-post': `/quay/ho-so/${byPost.id}`,
  'walk-in': '/quay/tiep-nhan',
  'walk-in-chosen': '/quay/tiep-nhan?procedure=1.003725',
  'walk-in-done': `/quay/tiep-nhan/${onPaper.id}/xong`,
  slips: '/quay/huong-dan',
  slip: `/quay/huong-dan/${slip.id}`,
  keys: '/can-bo/phim',
  arrivals: '/quay/buu-gui',
  arrival: `/quay/buu-gui/${envelope.parcelId}`,
  bordereaux: '/quay/bang-ke',
  bordereau: `/quay/bang-ke/${manifest.id}`,
  'bordereau-signing': `/quay/bang-ke/${manifest.id}/ky`,
  turns: '/quay/luot',
  shifts: '/quay/ca',
  shift: `/quay/ca/${shift.id}`,
  'hand-out-find': '/quay/tra',
  'hand-out': `/quay/tra/${ready.id}`,
  devices: '/quay/thiet-bi',
  forwarding: '/quay/chuyen',
  reconcile: '/quay/doi-soat',
  offline: '/quay/ngoai-tuyen',
  results: '/ket-qua',
  result: `/ket-qua/${result.id}`,
  originals: '/ban-goc',
  original: `/ban-goc/ban/${originals[0]!.id}`,
  'original-added': `/ban-goc/them/${onPaper.id}`,
  'hand-over-begin': '/ban-goc/giao',
  'hand-over-open': `/ban-goc/giao/${lists[0]}`,
  'hand-over-list': `/ban-goc/phieu/${lists[1]}`,
  notices: '/nhac-viec',
  'missed-words': '/xu-ly/tu-khoa',
  'own-account': '/can-bo/tai-khoan'
})

const deskHead = ({ again }: StaffCity): Pages => ({
  'head-home': '/quay',
  'head-again': `/quay/ho-so/${again.id}`,
  registers: '/so-theo-doi',
  register: '/so-theo-doi/2026'
})

t.test('every page of a desk, with errors and without', async (t) => {
  const routes = watchRoutes()
  const { shop, address, staff } = await openBrowserShop(t)
  const city = await aStaffCity(shop)
  const visits = visitsOf(t, { routes, address, prefix: 'staff', neverWrong })
  const people = { clerk: await staff('quay.stttt'), head: await staff('truongquay.stttt') }

  await walk(people.clerk.page, visits, desk(city))
  // The button says what is wanted; a form sent without one is only drawn again.
  const { page } = people.clerk
  await page.goto(`${address}/quay/tiep-nhan?procedure=1.003725`)
  await page.locator('button[value=accept]').click()
  await page.waitForSelector('.errsum')
  await visits.see(page, 'walk-in-errors')
  await walk(people.head.page, visits, deskHead(city))

  t.same(visits.missed({ isOurs: isStaffPage(true) }), { pages: [], errors: [] })
  for (const { complaints } of Object.values(people))
    t.same(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
      'the console is quiet'
    )
})
