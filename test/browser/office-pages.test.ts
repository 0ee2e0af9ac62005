// Every page of the office behind the desk, of its heads and of the administrator in a real browser, on a desk's screen and on a tablet, as they are and with their errors: axe finds nothing,
// nothing is too wide. The pages are those the app itself names: a new one that is not looked at here fails. With SCREENSHOTS=<folder> each is a picture.
import t from 'tap'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { watchRoutes } from '../helpers/routes.ts'
import { aStaffCity, type StaffCity } from '../helpers/staff-city.ts'
import { isStaffPage, type Pages, walk } from '../helpers/staff-pages.ts'
import { visitsOf } from '../helpers/visits.ts'

/** What is typed there may be left empty, or cannot be wrong. */
const neverWrong = new Set<string>([])

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

t.test('every page of the office behind the desk, with errors and without', async (t) => {
  const routes = watchRoutes()
  const { shop, address, staff } = await openBrowserShop(t)
  const city = await aStaffCity(shop)
  const visits = visitsOf(t, { routes, address, prefix: 'staff', neverWrong })
  const people = { officer: await staff('xuly.stttt'), signer: await staff('ky.stttt'), keeper: await staff('quantri') }

  await walk(people.officer.page, visits, office(city))
  await walk(people.signer.page, visits, heads(city))
  await walk(people.keeper.page, visits, keeper)

  t.same(visits.missed({ isOurs: isStaffPage(false) }), { pages: [], errors: [] })
  for (const { complaints } of Object.values(people))
    t.same(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
      'the console is quiet'
    )
})
