// Every page of the people at work in a real browser, on a desk's screen and on a tablet, as it is and with its errors: axe finds nothing,
// nothing is too wide. The pages are those the app itself names: a new one that is not looked at here fails. With SCREENSHOTS=<folder> each is a picture.
import type { Page } from 'playwright-core'
import t from 'tap'
import { demoStaff } from '../../src/accounts/actions/open-demo-accounts.ts'
import { staffRoles } from '../../src/accounts/roles.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { watchRoutes } from '../helpers/routes.ts'
import { aStaffCity, type StaffCity } from '../helpers/staff-city.ts'
import { type Door, type Visits, visitsOf } from '../helpers/visits.ts'

/** Files, news for lists, and doors that only lead on. */
const withoutPage = new Set(['/tep/:id', '/tai-len/:id/ket-qua', '/can-bo/tin/ho-so'])
const isFile = /\.pdf$|\.xlsx$|\/(phieu|bien-ban|dong|phien|du-lieu|tin)$|\/(tep|anh)\/:\w+$/
/** What is typed there may be left empty, or cannot be wrong. */
const neverWrong = new Set<string>([])

type Pages = Record<string, string>

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

const office = ({ working, pool, late, drafts, toAnswer, lists }: StaffCity): Pages => ({
  tray: '/xu-ly',
  'tray-found': '/xu-ly/tim?q=lan',
  process: `/xu-ly/ho-so/${working.id}`,
  'process-pool': `/xu-ly/ho-so/${pool.id}`,
  'process-late': `/xu-ly/ho-so/${late.id}`,
  apology: `/xu-ly/ho-so/${late.id}/xin-loi`,
  trace: `/can-bo/ho-so/${working.id}/qua-trinh`,
  'sealed-papers': `/xu-ly/ho-so/${working.id}/giay-da-cap`,
  drafts: '/xu-ly/du-thao',
  'draft-none': `/xu-ly/ho-so/${working.id}/du-thao`,
  draft: `/xu-ly/ho-so/${drafts['drafting']!.id}/du-thao`,
  'draft-in-review': `/xu-ly/ho-so/${drafts['in_review']!.id}/du-thao`,
  consultations: '/xu-ly/xin-y-kien',
  consultation: `/xu-ly/xin-y-kien/${toAnswer!.id}`,
  'hand-over-offered': '/ban-goc/nhan',
  'hand-over-receiving': `/ban-goc/nhan/${lists[1]}`,
  petitions: '/xu-ly/phan-anh',
  questions: '/xu-ly/hoi-dap',
  ratings: '/xu-ly/danh-gia'
})

const heads = ({ batch, people }: StaffCity): Pages => ({
  'to-sign': '/ky',
  batch: `/ky/lo/${batch}`,
  templates: '/ket-qua/mau',
  leader: '/lanh-dao',
  'second-requests': '/can-bo/de-nghi',
  people: '/can-bo/phan-cong',
  duties: `/can-bo/phan-cong/${people.clerk.id}`
})

const keeper: Pages = { 'form-wordings': '/quan-tri/mau-giay', 'form-wording': '/quan-tri/mau-giay/receipt' }

/** Each page, and each form on it sent with nothing in it. */
async function walk(page: Page, { show, refuse, unrefused }: Visits, pages: Pages) {
  for (const [name, path] of Object.entries(pages)) {
    await show(page, path, name)
    for (const action of await unrefused(page)) {
      await page.goto(new URL(path, page.url()).href)
      await refuse(page, action, { name: `${name}-${action.split('/').at(-1)}` })
    }
  }
}

t.test('every page of the people at work, at a desk and on a tablet, with errors and without', async (t) => {
  const routes = watchRoutes()
  const { shop, address, staff } = await openBrowserShop(t)
  const city = await aStaffCity(shop)
  const visits = visitsOf(t, { routes, address, prefix: 'staff', neverWrong })
  const people = {
    clerk: await staff('quay.stttt'),
    officer: await staff('xuly.stttt'),
    signer: await staff('ky.stttt'),
    keeper: await staff('quantri')
  }

  await walk(people.clerk.page, visits, desk(city))
  await walk(people.officer.page, visits, office(city))
  await walk(people.signer.page, visits, heads(city))
  await walk(people.keeper.page, visits, keeper)

  const isStaffs = ({ url, admits }: Door) =>
    Array.isArray(admits) && staffRoles.some((role) => admits.includes(role)) && !withoutPage.has(url) && !isFile.test(url)
  t.same(visits.missed({ isOurs: isStaffs }), { pages: [], errors: [] })
  t.ok(demoStaff.length > 0)
  for (const { complaints } of Object.values(people))
    t.same(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
      'the console is quiet'
    )
})
