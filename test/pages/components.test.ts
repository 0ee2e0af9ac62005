// The look of the house, held to its promises: nothing typed is ever run, errors lead to their fields, dates say why, axe finds nothing.
import Fastify from 'fastify'
import t from 'tap'
import { type Html, html } from '../../src/kernel/html.ts'
import { homePage } from '../../src/procedures/pages/home.ts'
import { placesPage } from '../../src/procedures/pages/places.ts'
import { procedurePage } from '../../src/procedures/pages/procedure.ts'
import { searchPage } from '../../src/procedures/pages/search.ts'
import { feeSummary, feesInForce } from '../../src/procedures/pages/summary.ts'
import type { ProcedureView } from '../../src/procedures/queries.ts'
import type { FeeRule } from '../../src/procedures/rules.ts'
import { assets, assetUrl } from '../../src/web/assets.ts'
import {
  chip,
  choice,
  dateField,
  dayCount,
  errorSummary,
  field,
  leaf,
  pager,
  panel,
  reasons,
  steps,
  table,
  thread,
  todo,
  uploadCard
} from '../../src/web/components/index.ts'
import { citizenPage, deskPage, type Frame, postPage } from '../../src/web/layout.ts'
import { helpPage } from '../../src/web/pages/help.ts'
import { axeCheck, openBrowser } from '../helpers/browser.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const frame: Frame = { locale: 'vi', path: '/thu-tuc', host: 'motcua.vidu.vn:3000', csrf: 'dau' }
const is = (page: Html) => page.toString()

const fee = (more: Partial<FeeRule>): FeeRule => ({
  name: 'Lệ phí',
  channel: null,
  payerGroup: 'everyone',
  amount: 8000,
  unit: 'việc',
  condition: null,
  validFrom: day('2017-01-01'),
  validTo: null,
  legalBasis: 'Nghị quyết',
  ...more
})

function aView(more: Partial<Record<'onlineLevel' | 'postIn' | 'postOut', unknown>> = {}): ProcedureView {
  const offering = { level: 'ward', onlineLevel: 3, postIn: true, postOut: true, ...more }
  return {
    procedure: { id: '1', code: '1.001193' },
    sector: { id: '1', code: 'L-HOTICH', name: 'Hộ tịch' },
    version: {
      name: 'Đăng ký khai sinh',
      level: 'ward',
      processingTime: { kind: 'same_day', cutOff: '15:00' },
      legalBasis: 'Luật Hộ tịch 2014',
      resultName: 'Giấy khai sinh',
      applicantKinds: ['citizen'],
      proofProfile: 'registered',
      certainty: 'sourced'
    },
    offering,
    offerings: [offering],
    documents: [{ name: 'Giấy chứng sinh', form: 'original', copies: 1, required: true, condition: null }],
    fees: [fee({ condition: 'khi quá 60 ngày' })]
  } as unknown as ProcedureView
}

const procedure = (view: ProcedureView) => procedurePage({ ...frame, facts: { view, on: day('2026-11-20'), startHref: '/nop/1.001193' } })

t.test('what a person typed comes back as text, never as a part of the page', async (t) => {
  const page = is(field({ name: 'ten', label: 'Họ và tên', locale: 'vi', value: '"><script>x</script>' }))
  t.notMatch(page, '<script>')
  t.match(page, 'value="&quot;&gt;&lt;script&gt;')
})

t.test('a wrong answer is named at the top and beside its field, and the top leads to the field', async (t) => {
  const wrong = [field({ name: 'phone', label: 'Điện thoại', locale: 'vi', error: 'Thiếu số' })]
  wrong.push(dateField({ name: 'sinh', label: 'Ngày sinh', locale: 'vi', error: 'Ngày chưa đúng' }))
  wrong.push(choice({ name: 'cach', legend: 'Cách nhận', locale: 'vi', error: 'Xin chọn', options: [{ value: 'desk', label: 'Quầy' }] }))
  wrong.push(uploadCard({ name: 'giay', title: 'Giấy chứng sinh', locale: 'vi', error: 'Tệp trống' }))
  const summary = is(
    errorSummary(
      ['phone', 'sinh', 'cach', 'giay'].map((name) => ({ field: name, sentence: `Sửa ${name}` })),
      'vi'
    )
  )
  for (const [i, name] of ['phone', 'sinh', 'cach', 'giay'].entries()) {
    t.match(summary, `href="#${name}"`)
    t.match(is(wrong[i]!), new RegExp(`<(input|select)[^>]* id="${name}"`), `${name} can take the focus`)
    t.match(is(wrong[i]!), `id="${name}-loi"`, `${name} has its own sentence`)
  }
  t.match(summary, 'Còn 4 chỗ cần sửa')
  t.match(is(citizenPage({ ...frame, title: 'Nộp', main: '', error: true })), '<title>Lỗi: Nộp – ')
})

t.test('what was chosen and typed stays chosen and typed', async (t) => {
  const options = ['post', 'desk'].map((value) => ({ value, label: value }))
  t.match(is(choice({ name: 'c', legend: 'x', locale: 'vi', checked: 'desk', options })), /value="desk" checked/)
  t.match(is(choice({ name: 'c', legend: 'x', locale: 'vi', several: true, checked: ['post', 'desk'], options })).match(/ checked/g), [
    ' checked',
    ' checked'
  ])
  t.match(is(field({ name: 's', label: 'x', locale: 'vi', type: 'select', value: 'desk', options })), /value="desk" selected/)
  t.match(
    is(dateField({ name: 'd', label: 'x', locale: 'vi', value: { day: '9', month: '11', year: '2026' } })),
    /name="dYear"[^>]*value="2026"/
  )
})

t.test('a date that binds is a leaf with its weekday first', async (t) => {
  t.match(is(leaf(day('2026-11-23'), 'vi')), /datetime="2026-11-23".*Thứ Hai.*>23<.*11\/2026/)
  t.match(is(leaf(day('2026-11-23'), 'en')), /Monday/)
})

t.test('the count of days keeps its weekdays, names the month where it changes, and says why a day is off', async (t) => {
  const count = is(
    dayCount(
      [
        { day: day('2026-11-27'), kind: 'received' },
        { day: day('2026-11-28'), kind: 'off', why: 'nghỉ hằng tuần' },
        { day: day('2026-11-29'), kind: 'off', why: 'nghỉ hằng tuần' },
        { day: day('2026-11-30'), kind: 'mark' },
        { day: day('2026-12-01'), kind: 'blank', why: 'tạm dừng' },
        { day: day('2026-12-02'), kind: 'due', n: 1 },
        { day: day('2026-12-03'), kind: 'blank' }
      ],
      'vi'
    )
  )
  const [first, second] = [...count.matchAll(/<tr>(<td.*?)<\/tr>/g)].map((row) =>
    [...row[1]!.matchAll(/<td class="(\w+)">/g)].map((cell) => cell[1])
  )
  t.same(first, ['blank', 'blank', 'blank', 'blank', 'received', 'off', 'off'], 'Friday stands under T6')
  t.same(second, ['mark', 'paused', 'due', 'blank', 'blank', 'blank', 'blank'])
  t.match(count, '1<span class="m">/12</span>')
  t.match(count, 'nghỉ<span class="vh">: nghỉ hằng tuần</span>')
  t.match(count, '+1<span class="vh">, hạn</span>')
})

t.test('what a procedure costs is said in one figure', async (t) => {
  const say = (fees: FeeRule[]) => feeSummary(feesInForce(fees, day('2026-11-20')), 'vi')
  t.same(say([]), { value: 'Miễn phí' })
  t.same(say([fee({ amount: 50000, unit: 'hồ sơ' })]), { value: '50.000\u00a0₫' })
  t.same(say([fee({ unit: 'bản' })]), { value: '8.000\u00a0₫', detail: 'mỗi bản' })
  t.same(say([fee({ condition: 'khi quá 60 ngày' })]), { value: 'Thường miễn phí', detail: '8.000\u00a0₫ khi quá 60 ngày' })
  t.same(say([fee({}), fee({ channel: 'online', amount: 0 })]), { value: '8.000\u00a0₫', detail: 'Nộp qua mạng: 0\u00a0₫' })
  t.same(say([fee({}), fee({ payerGroup: 'poor', amount: 0 })]), { value: '8.000\u00a0₫' }, 'who is spared stands in the full tariff')
  t.same(say([fee({ amount: 5000 }), fee({ validFrom: day('2026-01-01') })]), { value: '8.000\u00a0₫' }, 'the newer rule counts')
  t.same(say([fee({ validFrom: day('2027-01-01') })]), { value: 'Miễn phí' }, 'next year’s fee is not asked today')
  t.same(say([fee({ name: 'Trang đầu', amount: 2000 }), fee({ name: 'Trang sau', amount: 1000 })]).value, 'Từ 1.000\u00a0₫')
})

t.test('a way that is not open says why instead of offering a button', async (t) => {
  const open = is(procedure(aView()))
  t.match(open, 'href="/nop/1.001193"')
  t.match(open, 'Hẹn bưu điện đến lấy')
  const byPostOnly = is(procedure(aView({ onlineLevel: 2 })))
  t.match(byPostOnly, /href="\/nop\/1.001193">Hẹn bưu điện đến lấy/, 'papers that may travel start in the same place')
  const closed = is(procedure(aView({ onlineLevel: 2, postIn: false, postOut: false })))
  t.notMatch(closed, '/nop/')
  t.match(closed, 'chưa mở nộp qua mạng')
  t.match(closed, 'chưa nhận giấy tờ qua bưu điện')
  t.match(closed, 'Kết quả nhận tại quầy.')
})

const facts = {
  today: day('2026-11-20'),
  agencies: { open: 2, all: 3, until: '17:00' },
  onTime: { good: 0, all: 0 },
  byPost: { good: 23, all: 24 }
}

t.test('the home page shows no share of nothing and never rounds up to a perfect hundred', async (t) => {
  t.match(is(homePage({ ...frame, facts })), 'Chưa có số liệu')
  t.match(is(homePage({ ...frame, facts })), '95,8\u00a0%')
  t.match(is(homePage({ ...frame, facts: { ...facts, byPost: { good: 9999, all: 10000 } } })), '99,9\u00a0%')
})

t.test('days with the same hours are one line', async (t) => {
  const hours = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '07:00', closes: '11:30' },
    { weekday, opens: '13:30', closes: '17:00' }
  ])
  const page = is(placesPage({ ...frame, places: { districts: [], departments: [], partners: [], hours, now: { isOpen: false } } }))
  t.match(page, '<dt>Thứ Hai đến thứ Sáu</dt><dd>7:00–11:30, 13:30–17:00</dd>')
  t.match(page, '<dt>Thứ Bảy đến Chủ nhật</dt><dd>Nghỉ</dd>')
})

t.test('the frame names the address that was typed, keeps help at the foot and carries the token in every form', async (t) => {
  const page = is(helpPage(frame))
  t.match(page, '<strong translate="no">motcua.vidu.vn:3000</strong>')
  t.match(page, /<footer[\s\S]*1022/)
  const forms = page.match(/<form method="post"/g)?.length
  t.equal(page.match(/name="_csrf" value="dau"/g)?.length, forms)
  t.match(is(helpPage({ ...frame, bigText: true })), 'class="citizen big"')
  t.match(is(helpPage({ ...frame, locale: 'en' })), '<html lang="en"')
})

const found = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  processingTime: { kind: 'working_days', amount: 5 } as const,
  onlineLevel: 3 as const,
  postIn: true,
  postOut: false,
  fees: [fee({})]
}

const samples: Record<string, Html> = {
  home: homePage({ ...frame, facts }),
  search: searchPage({ ...frame, search: { query: 'khai sinh', filter: {}, results: [found], nearest: [] } }),
  'nothing-found': searchPage({
    ...frame,
    locale: 'en',
    search: { query: 'xyz', filter: { online: 'home' }, results: [], nearest: [found] }
  }),
  procedure: procedure(aView()),
  form: citizenPage({
    ...frame,
    title: 'Giấy tờ',
    error: true,
    back: { href: '/', label: 'Quay lại' },
    main: html`${errorSummary([{ field: 'sinh', sentence: 'Ngày chưa đúng' }], 'vi')}<h1>Giấy tờ</h1>${steps(
      [
        { title: 'Người khai', state: 'done', href: '/' },
        { title: 'Giấy tờ', state: 'doing' },
        { title: 'Nộp', state: 'blocked' }
      ],
      'vi',
      { open: true }
    )}<form class="fields" method="post">${dateField({ name: 'sinh', label: 'Ngày sinh', locale: 'vi', hint: 'Như trên thẻ', error: 'Ngày chưa đúng', birthday: true })}${choice({ name: 'cach', legend: 'Cách nhận', locale: 'vi', checked: 'desk', options: [{ value: 'desk', label: 'Tại quầy', hint: 'Miễn phí' }] })}${uploadCard({ name: 'giay', title: 'Giấy chứng sinh', locale: 'vi', tag: 'Bản chính', required: true, hint: 'Chụp rõ bốn góc' })}<button class="btn big block">Tiếp tục</button></form>`
  }),
  tracking: citizenPage({
    ...frame,
    title: 'Hồ sơ',
    main: html`<h1>Hồ sơ</h1>${todo('Việc cần làm', html`<p>Chọn cách nhận</p>`)}${reasons(['Nhận trước 15:00'])}<h2>Diễn biến</h2>${thread(
      [
        { kind: 'mail', look: 'problem', road: true, at: 'Hôm nay', title: 'Chưa giao được' },
        { kind: 'office', title: 'Đã nhận', href: '/' }
      ]
    )}`
  }),
  queue: deskPage({
    ...frame,
    path: '/quay',
    title: 'Hồ sơ',
    role: 'clerk',
    agencyName: 'Phường Lạch Tray',
    staffName: 'Phạm Thu Hà',
    counts: { queue: 3 },
    find: { action: '/quay' },
    main: html`<h1>Hồ sơ</h1>${panel({ id: 'ds', number: 1, title: 'Đang mở', bare: true, body: table({ caption: 'Hồ sơ đang mở', list: true, columns: [{ title: 'Hạn', sorted: 'ascending' }, { title: 'Người nộp' }], rowHeader: 1, rows: [{ href: '/x', selected: true, cells: [chip('err', undefined, 'Trễ 2 ngày'), 'Đỗ Văn Quyết'] }] }) })}${pager({ locale: 'vi', text: '1 hồ sơ', next: '?sau=1', keys: true })}`
  }),
  parcel: postPage({
    ...frame,
    title: 'Bưu gửi',
    main: html`<div class="wrap"><h1>Bưu gửi</h1><button class="btn go">Đã giao</button></div>`
  })
}

t.test('no page carries a style or a script of its own: the content policy would drop it', async (t) => {
  for (const [name, page] of Object.entries(samples))
    t.notMatch(is(page), /<style|\sstyle=|\son[a-z]+=|<script(?! type="module" src="\/assets\/)/, name)
})

t.test('styles, scripts and fonts are named after their content, packed, and kept for a year', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(assets)
  for (const [name, limit] of [
    ['style.css', 10_000],
    ['work.css', 20_000],
    ['citizen.js', 4_000],
    ['inter-vietnamese.woff2', 15_000]
  ] as const) {
    const answer = await app.inject({ url: assetUrl(name), headers: { 'accept-encoding': 'gzip, br' } })
    t.equal(answer.statusCode, 200, name)
    t.match(answer.headers['cache-control'], 'immutable')
    t.ok(answer.rawPayload.length < limit, `${name} weighs ${answer.rawPayload.length} bytes`)
  }
  t.throws(() => assetUrl('khong-co.css'))
})

t.test('axe finds nothing serious on a phone or at a desk, and nothing runs out of the window at 320 px', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(assets)
  for (const [name, page] of Object.entries(samples))
    app.get(`/${encodeURIComponent(name)}`, (_, reply) => reply.type('text/html; charset=utf-8').send(is(page)))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser(t)
  const page = await (await browser.newContext()).newPage()
  for (const name of Object.keys(samples)) {
    const widths = name === 'queue' ? [320, 1366] : [320]
    for (const width of widths) {
      await page.setViewportSize({ width, height: 768 })
      await page.goto(`${address}/${encodeURIComponent(name)}`)
      t.same(await axeCheck(page), [], `${name} at ${width}`)
      t.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name} fits ${width}`)
    }
  }
})
