// Every page of a desk in a real browser, on a desk's screen and on a tablet, as they are and with their errors: axe finds nothing,
// nothing is too wide. The pages are those the app itself names: a new one that is not looked at here fails. With SCREENSHOTS=<folder> each is a picture.
import t from 'tap'
import { closeShift } from '../../src/counters/actions/close-shift.ts'
import { checkEnvelope } from '../../src/shipments/actions/scan-envelope.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { watchRoutes } from '../helpers/routes.ts'
import { aStaffCity, type StaffCity } from '../helpers/staff-city.ts'
import { isStaffPage, type Pages, walk } from '../helpers/staff-pages.ts'
import { visitsOf } from '../helpers/visits.ts'

/** What is typed there may be left empty, or cannot be wrong. */
const neverWrong = new Set([
  '/quay/tiep-nhan',
  '/quay/ghi-chu/:id',
  // Nothing chosen: nothing is forwarded, and the line above the list says so.
  '/quay/chuyen',
  // No code: nothing is taken, the cursor is back in the field.
  '/ban-goc/giao/:id/quet',
  '/ban-goc/nhan/:id/quet'
])

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
  working
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
  trace: `/can-bo/ho-so/${working.id}/qua-trinh`,
  arrivals: '/quay/buu-gui',
  arrival: `/quay/buu-gui/${envelope.parcelId}`,
  bordereaux: '/quay/bang-ke',
  bordereau: `/quay/bang-ke/${manifest.id}`,
  turns: '/quay/luot',
  'shift-closing': '/quay/ca',
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

/** Whom a list of originals is offered to. */
const receiver = ({ lists }: StaffCity): Pages => ({
  receiving: '/ban-goc/nhan',
  receipt: `/ban-goc/nhan/${lists[1]}`
})

/** After the envelopes are checked and the drawer is counted. */
const evening = ({ manifest, shift }: StaffCity): Pages => ({
  'bordereau-signing': `/quay/bang-ke/${manifest.id}/ky`,
  'shift-closed': `/quay/ca/${shift.id}`
})

/** Screens of the hall and the desk without a network: nobody signs in. */
const hall = ({ ticket }: StaffCity): Pages => ({
  kiosk: '/lay-so/STTTT',
  'kiosk-first': '/lay-so/STTTT/chon?viec=nop',
  'kiosk-ticket': `/lay-so/STTTT/so/${ticket.id}`,
  display: '/man-hinh/STTTT',
  'offline-frame': '/quay/ngoai-tuyen/khung'
})

const deskHead = ({ again }: StaffCity): Pages => ({
  'head-home': '/quay',
  'head-again': `/quay/ho-so/${again.id}`,
  registers: '/so-theo-doi',
  register: '/so-theo-doi/2026'
})

t.test('every page of a desk, with errors and without', async (t) => {
  const routes = watchRoutes()
  const { shop, address, staff, visit } = await openBrowserShop(t)
  const city = await aStaffCity(shop)
  const visits = visitsOf(t, { routes, address, prefix: 'staff', neverWrong })
  const people = { clerk: await staff('quay.stttt'), head: await staff('truongquay.stttt'), officer: await staff('xuly.stttt') }

  await walk(people.clerk.page, visits, desk(city))
  // The button says what is wanted; a form sent without one is only drawn again.
  const { page } = people.clerk
  await page.goto(`${address}/quay/tiep-nhan?procedure=1.003725`)
  await page.locator('button[value=accept]').click()
  await page.waitForSelector('.errsum')
  await visits.see(page, 'walk-in-errors')
  await walk(people.head.page, visits, deskHead(city))
  await walk(people.officer.page, visits, receiver(city))
  const { clerk: by } = city.people
  const look = { seal: 'ok' as const, counted: city.envelope.papers, reason: '' }
  await checkEnvelope(shop.context, { manifestId: city.manifest.id, lineId: city.line.id, by, look })
  await closeShift(shop.context, { by, shiftId: city.shift.id, cashCount: { 200000: 1 }, reason: '', handedTo: '' })
  await walk(people.head.page, visits, evening(city))
  await walk((await visit()).page, visits, hall(city))

  t.same(visits.missed({ isOurs: isStaffPage(true) }), { pages: [], errors: [] })
  for (const { complaints } of Object.values(people))
    t.same(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
      'the console is quiet'
    )
})
