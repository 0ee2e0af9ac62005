// Every page of a citizen in a real browser, at 360 and at 1366 points, as it is and with its errors: axe finds nothing, nothing is too wide.
// The pages are those the app itself names: a new one that is not looked at here fails the test. With SCREENSHOTS=<folder> each is a picture.
import type { Page } from 'playwright-core'
import t from 'tap'
import { submitDossier } from '../../src/dossiers/actions/submit-dossier.ts'
import { openBrowserShop } from '../helpers/browser-shop.ts'
import { aCitizensCity } from '../helpers/citizen-city.ts'
import { lan } from '../helpers/dossiers.ts'
import { aGateway } from '../helpers/gateway.ts'
import { actingFor, aHelpedDraft, helperPhone } from '../helpers/helping.ts'
import { watchRoutes } from '../helpers/routes.ts'
import { type Door, type Visits, visitsOf } from '../helpers/visits.ts'
import { startIdentity } from '../pages/identity-scene.ts'

/** Files, lists for the browser's modules, and doors that only lead on. */
const withoutPage = new Set([
  '/dia-danh',
  '/thu-tuc/:code/mau-da-dien',
  '/ho-so/:id/nop-phi/phieu',
  '/ho-so/:id/nop/to-khai',
  '/tep/:id',
  '/phan-anh/:number/tep/:fileId',
  '/tai-len/:id/ket-qua',
  '/du-lieu-mo',
  '/du-lieu-mo/co-quan.csv',
  '/du-lieu-mo/linh-vuc.csv',
  '/du-lieu-mo/thu-tuc.csv',
  '/du-lieu-mo/thong-ke.json',
  '/thanh-toan/ve',
  '/dang-nhap/dinh-danh',
  '/dang-nhap/dinh-danh/ve',
  '/tai-khoan/dinh-danh'
])
/** What is typed there may be left empty, or cannot be wrong. */
const neverWrong = new Set(['/ho-so/:id/rut'])

type City = Awaited<ReturnType<typeof aCitizensCity>>
const press = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click()

/** What anybody may read, signed out. */
async function publicPages(page: Page, { see, show, refuse }: Visits, { token, submitted, question }: City) {
  for (const [name, path] of Object.entries({
    home: '/',
    results: '/tim?q=giay+phep',
    'filtered-away': '/tim?q=khai+sinh&level=department',
    nothing: '/tim?q=zzqq+wwkk',
    reported: '/tim?q=zzqq+wwkk&da-bao=1',
    procedures: '/thu-tuc',
    procedure: '/thu-tuc/1.013225',
    cases: '/thu-tuc/1.001193/dung-viec',
    'cases-errors': '/thu-tuc/1.001193/dung-viec?xem=1&c1=1',
    'cases-here': '/thu-tuc/1.001193/dung-viec?xem=1&c1=1&c2=1&c3=1',
    'cases-other': '/thu-tuc/1.001193/dung-viec?xem=1&c1=2',
    start: '/nop/1.001193',
    places: '/noi-nop',
    help: '/tro-giup',
    accessibility: '/tiep-can',
    about: '/gioi-thieu',
    statistics: '/thong-ke',
    questions: '/hoi-dap',
    question: `/hoi-dap/${question}`,
    check: '/kiem-tra',
    'check-true': `/kiem-tra?ma=${token}`,
    'check-false': `/kiem-tra?ma=${token.slice(0, 40)}A${token.slice(41)}`,
    'petition-form-unknown': '/phan-anh/gui',
    outbox: '/hop-thu',
    'not-found': '/khong-co',
    'filtered-en': '/tim?q=giay+phep&level=district&online=home&lang=en',
    'procedure-en': '/thu-tuc/1.013225?lang=en&',
    'home-vi': '/?lang=vi'
  }))
    await show(page, path, name)
  await page.goto(new URL('/kiem-tra', page.url()).href)
  await refuse(page, '/kiem-tra/tep', { name: 'check-file', sign: '#tep-loi' })
  await show(page, '/tra-cuu', 'track')
  await refuse(page, '/tra-cuu', { name: 'track' })
  await page.fill('main [name=code]', submitted.code)
  await page.fill('main [name=last4]', lan.phone.slice(-4))
  await press(page, /Xem/)
  await page.waitForURL(/tra-cuu\/0/)
  await see(page, 'tracked')
  await page.goto(new URL('/kiem-tra', page.url()).href)
  await refuse(page, '/kiem-tra', { name: 'check-code', typed: { ma: 'MC-1' }, sign: 'main h1' })
}

/** Drafts on every page of their forms, from the first to the last look before filing. */
async function filingPages(page: Page, { show, refuse }: Visits, { drafts }: City) {
  await show(page, '/nop/1.001193', 'start-signed-in')
  await refuse(page, '/nop/1.001193', { name: 'start' })
  await show(page, `/ho-so/${drafts.empty}/nop`, 'filing-parts')
  const steps = (await page.locator('main a[href*="/nop/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!)))
    .map((href) => href.split('?')[0]!)
    .filter((href, i, all) => all.indexOf(href) === i)
  const named = (href: string) => `filing-${href.split('/nop/')[1]!.replaceAll('/', '-')}`
  for (const href of steps) {
    await show(page, href, named(href))
    await refuse(page, href, { name: named(href), typed: { whom: 'other', copies: 'x' } })
  }
  const whole = `/ho-so/${drafts.filled}/nop`
  for (const step of ['mau/lo-hang', 'mau/xuat-ban-pham', 'giay-to', 'xem-lai'])
    await show(page, `${whole}/${step}`, `filled-${step.replace('/', '-')}`)
  await refuse(page, `${whole}/xem-lai`, { name: 'filled-review' })
  await show(page, `${whole}/mau/xuat-ban-pham`, 'rows')
  await refuse(page, '/mau/xuat-ban-pham', { name: 'rows', typed: { list_how: 'here' } })
  await show(page, `/ho-so/${drafts.general}/nop/noi-dung`, 'general')
  await refuse(page, '/noi-dung', { name: 'general' })
  await show(page, `/ho-so/${drafts.general}/nop/nhan-ket-qua`, 'delivery')
  await refuse(page, '/nhan-ket-qua', { name: 'delivery', typed: { 'delivery.method': 'post' } })
  await show(page, `/ho-so/${drafts.empty}/xoa`, 'discard')
}

/** Filed dossiers in every state a citizen may find one in. */
async function dossierPages(page: Page, { see, show, refuse }: Visits, { submitted, asked, ready, returned, parcel }: City) {
  const at = (id: string, rest = '') => `/ho-so/${id}${rest}`
  await show(page, '/ho-so', 'mine')
  await show(page, at(submitted.id), 'submitted')
  await show(page, at(submitted.id, '/xac-nhan'), 'confirmation')
  await show(page, at(submitted.id, '/ai-da-xem'), 'readers')
  await show(page, at(submitted.id, '/rut'), 'withdraw')
  await show(page, at(submitted.id, '/nop-phi'), 'pay')
  await press(page, /trực tuyến/)
  await page.waitForSelector('.qr')
  await see(page, 'pay-waiting')
  await show(page, at(asked.id), 'supplement-in-place')
  await show(page, at(asked.id, '/bo-sung'), 'supplement')
  await refuse(page, '/bo-sung', { name: 'supplement' })
  await show(page, at(ready.id), 'result-ready')
  const [rated, other] = returned
  await show(page, at(rated!.id), 'returned')
  await show(page, at(other!.id, '/ket-qua'), 'result')
  await show(page, at(rated!.id, '/danh-gia'), 'rating')
  await refuse(page, '/danh-gia', { name: 'rating', typed: { satisfaction: 'satisfied' } })
  for (const name of ['contacts', 'agencies', 'attitude']) await page.check(`[name=${name}][value="2"]`)
  await press(page, /Gửi/)
  await page.waitForURL(/cam-on$/)
  await see(page, 'rating-thanks')
  await show(page, at(rated!.id, '/danh-gia'), 'rating-again')
  await show(page, at(parcel.id), 'undelivered')
  await show(page, at(parcel.id, '/buu-gui'), 'parcel-of-dossier')
  await refuse(page, '/buu-gui', { name: 'parcel-of-dossier' })
}

/** Papers kept, petitions, questions, the account. */
async function ownPages(page: Page, { see, show, refuse }: Visits, { paper, contract, petition, submitted }: City) {
  const locker = '/giay-to-cua-toi'
  await show(page, locker, 'locker')
  await show(page, `${locker}/giu/${contract}`, 'keep-paper')
  await refuse(page, `/giu/${contract}`, { name: 'keep-paper' })
  await show(page, `${locker}/${paper}/sua`, 'correct-paper')
  await refuse(page, '/sua', { name: 'correct-paper' })
  await show(page, `${locker}/${paper}/bo`, 'remove-paper')
  await show(page, '/phan-anh', 'petitions')
  await refuse(page, '/phan-anh/tra-cuu', { name: 'petitions' })
  await show(page, `/phan-anh/gui?ho-so=${submitted.code}`, 'petition-form')
  await refuse(page, '/phan-anh/gui', { name: 'petition-form' })
  await show(page, `/phan-anh/${petition}`, 'petition')
  await show(page, '/hoi-dap/gui', 'ask')
  await refuse(page, '/hoi-dap/gui', { name: 'ask' })
  await show(page, '/tai-khoan/doi-so', 'new-phone')
  await refuse(page, '/tai-khoan/doi-so', { name: 'new-phone' })
  await page.fill('[name=phone]', '0977123456')
  await press(page, /Gửi mã/)
  await page.waitForURL(/doi-so\/ma/)
  await see(page, 'new-phone-codes')
  await refuse(page, '/doi-so/ma', { name: 'new-phone-codes' })
  await show(page, '/tai-khoan', 'account')
}

/** A parcel nobody took, by the link of the message, which is good for one change. */
async function parcelPages(page: Page, { see, show, refuse }: Visits, { parcel }: City) {
  await show(page, parcel.link, 'parcel')
  await refuse(page, parcel.link, { name: 'parcel', typed: { phone: '12' } })
  await page.click('label:has([value^="redeliver"]) >> nth=0')
  await page.fill('[name=phone]', '')
  await press(page, /./)
  await page.getByText('Đang báo bưu điện').waitFor()
  await see(page, 'parcel-used')
  await page.locator('main form[action$="/ma"] button').click()
  await page.waitForURL(/\/ma$/)
  await see(page, 'parcel-code')
  await refuse(page, '/mo', { name: 'parcel-code' })
}

/** Somebody helps somebody. */
async function helpingPages(
  { citizen, helper }: { citizen: Page; helper: Page },
  { see, show, refuse }: Visits,
  ids: { consent: string; draft: string; submit: () => Promise<unknown> }
) {
  await show(citizen, '/nho-giup/moi?thu-tuc=1.005461', 'ask-for-help')
  await refuse(citizen, '/nho-giup/moi', { name: 'ask-for-help' })
  await show(citizen, '/nho-giup', 'asked-for-help')
  await show(citizen, `/nho-giup/${ids.consent}`, 'one-consent')
  await show(citizen, `/ho-so/${ids.draft}/nop`, 'draft-with-a-helper')
  await show(helper, '/giup-nguoi-khac', 'giving-help')
  await show(helper, `/giup-nguoi-khac/${ids.consent}`, 'one-request')
  await show(helper, '/giup-nguoi-khac/moi?thu-tuc=1.005461', 'beside')
  await refuse(helper, '/giup-nguoi-khac/moi', { name: 'beside' })
  await helper.fill('[name=personName]', 'Lê Văn Cư')
  await helper.fill('[name=personPhone]', '0913 000 111')
  await helper.click('text=tình nguyện viên')
  await press(helper, /./)
  await helper.waitForURL(/\/ma\//)
  await see(helper, 'consent-code')
  await refuse(helper, new URL(helper.url()).pathname, { name: 'consent-code' })
  await show(helper, `/ho-so/${ids.draft}/nop/nguoi-nop`, 'filing-with-banner')
  await ids.submit()
  await show(helper, `/ho-so/${ids.draft}`, 'followed-by-the-helper')
  await show(citizen, `/ho-so/${ids.draft}`, 'dossier-with-a-helper')
  await show(citizen, `/nho-giup/${ids.consent}`, 'consent-used')
  await press(citizen, /./)
  await citizen.waitForSelector('[role=status]')
  await show(helper, `/ho-so/${ids.draft}`, 'help-ended')
}

/** In from the provider of identities: a number is asked for, a code is asked for, the link is confirmed. */
async function identityPages({ citizen, stranger }: { citizen: Page; stranger: Page }, { see, show, refuse }: Visits) {
  const enter = async (page: Page, door: string, name: string) => {
    await page.click(`text=${door}`)
    await page.getByRole('button', { name }).click()
  }
  await show(stranger, '/dang-nhap', 'sign-in-elsewhere')
  await enter(stranger, 'Đăng nhập bằng VNeID', 'Phạm Thị Mơ')
  await stranger.waitForURL(/dinh-danh\/ghep/)
  await see(stranger, 'prove-phone')
  await refuse(stranger, '/ghep', { name: 'prove-phone' })
  await stranger.fill('[name=phone]', '0934567890')
  await press(stranger, /Gửi mã/)
  await stranger.waitForURL(/dinh-danh\/ma/)
  await see(stranger, 'prove-code')
  await refuse(stranger, '/dinh-danh/ma', { name: 'prove-code' })
  await citizen.goto(new URL('/tai-khoan', citizen.url()).href)
  await enter(citizen, 'Ghép VNeID', 'Nguyễn Thị Lan')
  await citizen.waitForURL(/tai-khoan\/ghep/)
  await see(citizen, 'confirm-link')
  await press(citizen, 'Đúng là tôi')
  await citizen.waitForURL(/tai-khoan$/)
  await see(citizen, 'account-linked')
}

t.test('every page of a citizen, on a phone and at a desk, with errors and without', async (t) => {
  const identity = await startIdentity(t)
  const gateway = aGateway(t)
  const routes = watchRoutes()
  const { shop, address, visit, citizen, sentCode } = await openBrowserShop(t, { pay: gateway.pay, identity: identity.provider })
  identity.open(address)
  await gateway.open(address, shop.context.now)
  const visits = visitsOf(t, { routes, address, prefix: 'citizen', neverWrong })
  const { see, show, refuse } = visits
  const { page, complaints } = await visit()

  await show(page, '/dang-nhap', 'sign-in')
  await refuse(page, '/dang-nhap', { name: 'sign-in' })
  await page.fill('[name=phone]', lan.phone)
  await press(page, /./)
  await page.waitForURL(/dang-nhap\/ma/)
  await see(page, 'code')
  await refuse(page, '/dang-nhap/ma', { name: 'code' })
  await page.fill('[name=code]', await sentCode(lan.phone))
  await press(page, /./)
  await page.waitForURL(/ho-so$/)
  await see(page, 'mine-empty')
  const helper = await citizen(helperPhone)
  const [person] = await shop.sql<{ id: string }[]>`select id from persons where phone = ${lan.phone}`
  const city = await aCitizensCity(shop, { id: person!.id, name: lan.name, role: 'applicant' })

  const stranger = await visit()
  for (const one of [page, stranger.page, helper.page]) one.setDefaultTimeout(15_000)
  await publicPages(stranger.page, visits, city)
  await filingPages(page, visits, city)
  await dossierPages(page, visits, city)
  await ownPages(page, visits, city)
  await parcelPages(stranger.page, visits, city)
  const { consent, draft, binh } = await aHelpedDraft(shop.context)
  const submit = async () => submitDossier(shop.context, { dossierId: draft.id, by: await actingFor(shop.context, draft, binh) })
  await helpingPages({ citizen: page, helper: helper.page }, visits, { consent: consent.id, draft: draft.id, submit })
  await identityPages({ citizen: page, stranger: stranger.page }, visits)

  const isForCitizens = ({ url, admits }: Door) =>
    !/^\/(can-bo|quay|lay-so|man-hinh|docs|assets|health|hooks|\.well-known)(\/|$)/.test(url) &&
    !withoutPage.has(url) &&
    (typeof admits === 'string' || admits?.includes('applicant') === true)
  t.same(visits.missed({ isOurs: isForCitizens }), { pages: [], errors: [] })
  for (const one of [complaints, stranger.complaints, helper.complaints])
    t.same(
      one.filter((text) => !/status of 4\d\d/.test(text)),
      [],
      'the console is quiet'
    )
})
