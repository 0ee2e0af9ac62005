// Every page of the office behind the desk, of its heads and of the administrator in a real browser, on a desk's screen and on a tablet, as they are and with their errors: axe finds nothing,
// nothing is too wide. The pages are those the app itself names: a new one that is not looked at here fails. With SCREENSHOTS=<folder> each is a picture.
import t from 'tap'
import { askQuestion } from '../../src/feedback/actions/answer-question.ts'
import { sendPetition } from '../../src/feedback/actions/send-petition.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import type { TestShop } from '../helpers/context.ts'
import { lan } from '../helpers/dossiers.ts'
import { watchRoutes } from '../helpers/routes.ts'
import { aStaffCity, type StaffCity } from '../helpers/staff-city.ts'
import { isStaffPage, type Pages, walk } from '../helpers/staff-pages.ts'
import { visitsOf } from '../helpers/visits.ts'

const neverWrong = new Set([
  // A draft is kept as it stands; what is missing is said when it is sent for signature, below.
  '/xu-ly/ho-so/:id/du-thao/luu',
  // Nothing chosen, no word of how: a sentence above the same page says so, there is no field to mend.
  '/lanh-dao/ky',
  '/nhac-viec/:id/xong',
  // With no choice it means every procedure; `some` without any is refused, below.
  '/can-bo/phan-cong/:id'
])

/** What citizens of the city want to know and complain about. */
async function voices({ context }: TestShop, { people }: StaffCity) {
  const sender = {
    personId: null,
    ownerId: context.newId(),
    name: lan.name,
    phone: lan.phone,
    email: null,
    address: '',
    locale: 'vi' as const
  }
  const about = { sender, agencyId: people.officer.agencyId!, text: 'Hẹn thứ Hai, đến nơi không có ai.' }
  const filing = { kind: 'conduct' as const, dossierCode: '', knowsDossier: false, fileIds: [] }
  const petition = await sendPetition(context, { ...about, ...filing, formKey: context.newId() })
  const question = await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Nhập khẩu 02 cuốn sách' })
  return { petition: `/xu-ly/phan-anh/${petition.id}`, question: `/xu-ly/hoi-dap/${question.id}` }
}

const office = ({ working, pool, late, drafts, toAnswer, lists }: StaffCity): Pages => ({
  tray: '/xu-ly',
  'tray-found': '/xu-ly/tim?q=lan',
  process: `/xu-ly/ho-so/${working.id}`,
  'process-pool': `/xu-ly/ho-so/${pool.id}`,
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
  template: '/ket-qua/mau/dong-y/1.003725',
  leader: '/lanh-dao',
  'second-requests': '/can-bo/de-nghi',
  people: '/can-bo/phan-cong',
  duties: `/can-bo/phan-cong/${people.clerk.id}`
})

const keeper: Pages = {
  'form-wordings': '/quan-tri/mau-giay',
  'form-wording': '/quan-tri/mau-giay/receipt',
  limits: '/quan-tri/thoi-han'
}

t.test('every page of the office behind the desk, with errors and without', async (t) => {
  const routes = watchRoutes()
  const { shop, address, staff } = await openBrowserShop(t)
  const city = await aStaffCity(shop)
  const visits = visitsOf(t, { routes, address, prefix: 'staff', neverWrong })
  const people = { officer: await staff('xuly.stttt'), signer: await staff('ky.stttt'), keeper: await staff('quantri') }

  await walk(people.officer.page, visits, { ...office(city), ...(await voices(shop, city)) })
  const drafting = `/xu-ly/ho-so/${city.drafts['drafting']!.id}/du-thao`
  const { page } = people.officer
  await page.goto(address + drafting)
  for (const box of await page.locator('main form [name^="value."]').all()) await box.fill('')
  await page.click('main button[name=next][value=send]')
  await page.waitForSelector('.errsum')
  await visits.see(page, 'draft-errors')
  await walk(people.signer.page, visits, heads(city))
  const duties = `/can-bo/phan-cong/${city.people.clerk.id}`
  await people.signer.page.goto(address + duties)
  await visits.refuse(people.signer.page, duties, { name: 'duties', typed: { scope: 'some' } })
  await walk(people.keeper.page, visits, keeper)

  t.same(visits.missed({ isOurs: (door) => isStaffPage(false)(door) && !door.url.startsWith('/buu-dien') }), { pages: [], errors: [] })
  for (const { complaints } of Object.values(people))
    t.same(
      complaints.filter((text) => !/status of 4\d\d/.test(text)),
      [],
      'the console is quiet'
    )
})
