// The catalogue's words and numbers: codes, time limits, fees by the day of filing, and data files that say what is wrong with them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { isAgencyIdentifier, mostSpecificHours } from '../../src/agencies/rules.ts'
import { type catalogueFiles, parseCatalogue } from '../../src/procedures/catalogue.ts'
import type { CatalogueError } from '../../src/procedures/catalogue-error.ts'
import { type FeeRule, feeFor, isProcedureCode, isSectorCode, readProcessingTime } from '../../src/procedures/rules.ts'
import { planVersions } from '../../src/procedures/versions.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

t.test('codes are told from look-alikes', async (t) => {
  for (const code of ['1.003725', '2.000815.H24', '1.003725.000.00.00.H50', '1.000948.G15']) t.ok(isProcedureCode(code), code)
  for (const code of ['4.003725', '1.03725', '1.003725.', '1.003725.K24', '1.003725.000.00.H50', ' 1.003725'])
    t.notOk(isProcedureCode(code), code)
  for (const code of ['G15-TP03', 'G07-LĐ06', 'L-HOTICH']) t.ok(isSectorCode(code), code)
  for (const code of ['TP03', 'G15', 'L-', 'l-hotich', 'G15-TP3']) t.notOk(isSectorCode(code), code)
  for (const identifier of ['000.00.00.H24', '000.12.44.H24']) t.ok(isAgencyIdentifier(identifier), identifier)
  for (const identifier of ['H24.00.18', '000.00.18', '000.00.18.H2', '00.00.18.H24']) t.notOk(isAgencyIdentifier(identifier), identifier)
})

t.test('a time limit is read as a lawyer writes it', async (t) => {
  t.same(readProcessingTime('15 ngày'), { kind: 'calendar_days', amount: 15 })
  t.same(readProcessingTime('5 ngày làm việc'), { kind: 'working_days', amount: 5 })
  t.same(readProcessingTime('24 giờ'), { kind: 'hours', amount: 24 })
  t.same(readProcessingTime('trong ngày'), { kind: 'same_day', cutOff: '15:00' })
  for (const text of ['', '0 ngày', '5', 'ngày', '5 tuần', '-1 ngày', '1,5 ngày']) t.equal(readProcessingTime(text), undefined, text)
})

const rule = (rest: Partial<FeeRule>): FeeRule => ({
  name: 'Lệ phí',
  channel: null,
  payerGroup: 'everyone',
  amount: 75_000,
  unit: 'giấy phép',
  condition: null,
  validFrom: day('2018-08-01'),
  validTo: null,
  legalBasis: 'NQ 45/2018',
  ...rest
})

t.test('the fee is that of the day of filing and of the way it was filed', async (t) => {
  const tariff = [
    rule({}),
    rule({ channel: 'online', amount: 0, validFrom: day('2026-08-08'), legalBasis: 'NQ 23/2026' }),
    rule({ payerGroup: 'poor', amount: 0, validFrom: day('2024-01-01'), legalBasis: 'NQ 16/2023' })
  ]
  const table = [
    // filed on     channel    payer       đồng    why
    ['2018-07-31', 'desk', 'everyone', undefined, 'no tariff yet'],
    ['2018-08-01', 'desk', 'everyone', 75_000, 'first day of NQ 45/2018'],
    ['2026-08-07', 'online', 'everyone', 75_000, 'filed online the day before NQ 23/2026: the old tariff'],
    ['2026-08-08', 'online', 'everyone', 0, '0 đ online from 08/8/2026'],
    ['2026-08-08', 'desk', 'everyone', 75_000, 'at the desk as before'],
    ['2026-08-08', 'post', 'everyone', 75_000, 'by post as before'],
    ['2023-12-31', 'desk', 'poor', 75_000, 'before NQ 16/2023 nobody was spared'],
    ['2024-01-01', 'desk', 'poor', 0, 'poor households are spared'],
    ['2024-01-01', 'desk', 'elderly', 75_000, 'another group is not']
  ] as const

  for (const [filedOn, channel, payerGroup, amount, why] of table)
    t.equal(feeFor(tariff, { channel, payerGroup, filedOn: day(filedOn) })[0]?.amount, amount, why)
})

t.test('a rule ends the day before valid_to, and the newer of two rules counts', async (t) => {
  const tariff = [
    rule({ amount: 100_000, validTo: day('2019-09-20') }),
    rule({ amount: 50_000, validFrom: day('2019-09-20') }),
    rule({ amount: 40_000, validFrom: day('2020-01-01') })
  ]
  const on = (filedOn: string) =>
    feeFor(tariff, { channel: 'desk', payerGroup: 'everyone', filedOn: day(filedOn) }).map((line) => line.amount)

  t.same(on('2019-09-19'), [100_000])
  t.same(on('2019-09-20'), [50_000])
  t.same(on('2020-01-01'), [40_000])
})

t.test('fees of different names stand side by side, each with its unit, condition and article', async (t) => {
  const tariff = [rule({ name: 'Trang 1, 2' }), rule({ name: 'Từ trang 3', amount: 1000, unit: 'trang', condition: 'khi có từ 3 trang' })]
  const lines = feeFor(tariff, { channel: 'post', payerGroup: 'merit', filedOn: day('2026-11-23') })
  t.same(lines[1], { name: 'Từ trang 3', amount: 1000, unit: 'trang', condition: 'khi có từ 3 trang', legalBasis: 'NQ 45/2018' })
  t.equal(lines.length, 2)
})

t.test('on each weekday the most particular opening hours count', async (t) => {
  const hours = (weekday: number, opens: string, whose: { agencyId?: string; level?: 'ward' }) => ({
    ...{ weekday, opens, closes: '17:00', agencyId: whose.agencyId ?? null, level: whose.level ?? null }
  })
  const rows = [
    hours(2, '13:30', {}),
    hours(2, '07:00', {}),
    hours(1, '07:00', {}),
    hours(1, '07:30', { level: 'ward' }),
    hours(6, '08:00', { agencyId: 'a' })
  ]

  t.same(
    mostSpecificHours(rows).map(({ weekday, opens }) => `${weekday} ${opens}`),
    ['1 07:30', '2 07:00', '2 13:30', '6 08:00']
  )
  t.same(
    mostSpecificHours([...rows, hours(1, '09:00', { agencyId: 'a' })])
      .filter(({ weekday }) => weekday === 1)
      .map(({ opens }) => opens),
    ['09:00']
  )
})

const files = ['agencies', 'procedures'].flatMap((room) => {
  const folder = join(import.meta.dirname, '../../src', room, 'catalogue')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsv'))
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
})

/** The problems of our own files after one of them was spoiled. */
function problemsAfter(name: keyof typeof catalogueFiles, spoil: (text: string) => string) {
  try {
    parseCatalogue(files.map((file) => (file.name === name ? { name, text: spoil(file.text) } : file)))
    return []
  } catch (error) {
    return (error as CatalogueError).problems.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`)
  }
}
const lineOf = (name: string, start: string) =>
  files
    .find((file) => file.name === name)!
    .text.split('\n')
    .findIndex((line) => line.startsWith(start)) + 1

t.test('our own data files are good, and complete', async (t) => {
  const catalogue = parseCatalogue(files)
  const count = (level: string) => catalogue.agencies.filter((agency) => agency.level === level).length

  t.same(['city', 'department', 'district', 'ward', 'partner'].map(count), [1, 20, 15, 223, 5])
  t.equal(catalogue.procedures.length, 144)
  t.equal(catalogue.sectors.find(({ name }) => name === 'Chứng thực')?.code, 'G15-TP03')
  t.same(
    catalogue.openingHours.slice(0, 2).map(({ opens, closes }) => `${opens}–${closes}`),
    ['07:00–11:30', '13:30–17:00']
  )
  const books = catalogue.procedures.find(({ code }) => code === '1.003725')!
  t.same(books.offerings, [{ level: 'department', agency: 'STTTT', onlineLevel: 4, postIn: true, postOut: true }])
  t.same(
    books.documents.filter(({ condition }) => condition === null).map(({ form, copies }) => [form, copies]),
    [
      ['form', 1],
      ['original', 3]
    ]
  )
  const birth = catalogue.procedures.find(({ code }) => code === '1.001193')!
  t.same([birth.level, birth.processingTime], ['ward', { kind: 'same_day', cutOff: '15:00' }])
  const copies = catalogue.procedures.find(({ code }) => code === '2.000815')!
  t.match(copies.offerings[0], { level: 'ward', onlineLevel: 2, postIn: false, postOut: false })
  t.notOk(
    files.some(({ text }) => /\[(src|own|unsure|OK)/.test(text)),
    'no working notes in the files'
  )
})

t.test('the fees of our own files: a building permit filed online costs nothing from 08/8/2026', async (t) => {
  const { fees } = parseCatalogue(files).procedures.find(({ code }) => code === '1.013225')!
  const due = (channel: 'online' | 'desk', filedOn: string) =>
    feeFor(fees, { channel, payerGroup: 'everyone', filedOn: day(filedOn) }).filter((line) => line.condition === null)
  t.same(
    due('online', '2026-08-07').map(({ amount }) => amount),
    [75_000]
  )
  t.same(
    due('online', '2026-08-08').map(({ amount }) => amount),
    [0]
  )
  t.same(
    due('desk', '2026-08-08').map(({ amount }) => amount),
    [75_000]
  )
})

t.test('each bad line is named by file, line and sentence', async (t) => {
  const marriage = lineOf('procedures.tsv', '1.000894')
  const row = (from: string, to: string) => (text: string) =>
    text
      .split('\n')
      .map((line) => (line.startsWith('1.000894') ? line.replace(from, to) : line))
      .join('\n')
  const table: [keyof typeof catalogueFiles, (text: string) => string, string][] = [
    ['procedures.tsv', row('1.000894', '9.000894'), `procedures.tsv:${marriage} mã thủ tục "9.000894" sai dạng (1.003725)`],
    ['procedures.tsv', row('L-HOTICH', 'L-XXX'), `procedures.tsv:${marriage} lĩnh vực "L-XXX" không có trong sectors.tsv`],
    [
      'procedures.tsv',
      row('ward', 'village'),
      `procedures.tsv:${marriage} cột "level" ghi "village", chỉ được ghi: city, department, district, ward`
    ],
    ['procedures.tsv', row('ward', 'department'), `procedures.tsv:${marriage} cấp department thì phải ghi mã sở ở cột "agency"`],
    [
      'procedures.tsv',
      row('trong ngày', '0 ngày'),
      `procedures.tsv:${marriage} thời hạn "0 ngày" phải viết: 15 ngày, 5 ngày làm việc, 24 giờ, hoặc trong ngày`
    ],
    [
      'procedures.tsv',
      row('2017-01-01', '2017-02-30'),
      `procedures.tsv:${marriage} cột "valid_from" ghi "2017-02-30", phải là ngày dạng 2026-08-08`
    ],
    [
      'procedures.tsv',
      row('2017-01-01', '01/01/2017'),
      `procedures.tsv:${marriage} cột "valid_from" ghi "01/01/2017", phải là ngày dạng 2026-08-08`
    ],
    ['procedures.tsv', row('2017-01-01\t', '2017-01-01\t2017-01-01'), `procedures.tsv:${marriage} valid_to phải sau valid_from`],
    ['procedures.tsv', row('\tsourced', ''), `procedures.tsv:${marriage} có 12 ô, nhưng tệp có 13 cột`],
    ['procedures.tsv', row('Đăng ký kết hôn\t', '\t'), `procedures.tsv:${marriage} cột "name" không được để trống`],
    [
      'procedures.tsv',
      row('citizen', 'citizen, alien'),
      `procedures.tsv:${marriage} cột "applicants" ghi "alien", chỉ được ghi: citizen, organisation`
    ],
    ['procedures.tsv', row('1.000894', '1.001193'), `procedures.tsv:${marriage} mã thủ tục 1.001193 đã có ở một dòng trên`]
  ]
  for (const [name, spoil, expected] of table) t.ok(problemsAfter(name, spoil).includes(expected), expected)
})

t.test('what does not fit together between the files is named too', async (t) => {
  const add = (line: string) => (text: string) => `${text}${line}\n`
  const table: [keyof typeof catalogueFiles, string, RegExp][] = [
    ['agencies.tsv', 'X\t000.00.99.H24\tNOBODY\tward\tXã X\t2017-01-01\t\tunsure', /cơ quan cấp trên "NOBODY" không có trong tệp/],
    ['agencies.tsv', 'X\t000.00.99.H24\t\tward\tXã X\t2017-01-01\t\tunsure', /cơ quan cấp trên "" không có trong tệp/],
    ['agencies.tsv', 'X\tH24.99\tH24\tward\tXã X\t2017-01-01\t\tunsure', /mã định danh "H24.99" sai dạng/],
    ['agencies.tsv', 'X\t000.00.18.H24\tH24\tward\tXã X\t2017-01-01\t\tunsure', /mã định danh 000.00.18.H24 đã có ở một dòng trên/],
    ['opening-hours.tsv', 'NOBODY\t6\t07:00\t11:30\t2017-01-01\t', /"NOBODY" không phải \*, một cấp hay mã cơ quan/],
    ['opening-hours.tsv', '*\t8\t07:00\t11:30\t2017-01-01\t', /cột "weekday" ghi "8", phải là số nguyên từ 1 đến 7/],
    ['opening-hours.tsv', '*\t6\t07:60\t11:30\t2017-01-01\t', /cột "opens" ghi "07:60", phải là giờ dạng 07:30/],
    ['opening-hours.tsv', '*\t6\t12:00\t11:30\t2017-01-01\t', /giờ đóng phải sau giờ mở/],
    ['sectors.tsv', 'TP03\tChứng thực', /mã lĩnh vực "TP03" sai dạng/],
    ['sectors.tsv', 'L-HOTICH\tHộ tịch', /mã lĩnh vực L-HOTICH đã có ở một dòng trên/],
    ['offerings.tsv', '1.999999\tward\t\t3\tyes\tno', /thủ tục "1.999999" không có trong procedures.tsv/],
    ['offerings.tsv', '1.001193\tdistrict\t\t1\tyes\tno', /cột "online_level" ghi "1", phải là số nguyên từ 2 đến 4/],
    ['offerings.tsv', '1.001193\tdistrict\t\t3\tmaybe\tno', /cột "post_in" ghi "maybe", chỉ được ghi: yes, no/],
    ['offerings.tsv', '1.001193\tward\t\t3\tyes\tno', /nơi tiếp nhận này đã có ở một dòng trên/],
    ['offerings.tsv', '1.001193\tdepartment\tSXX\t3\tyes\tno', /cơ quan "SXX" không có trong agencies.tsv/],
    ['documents.tsv', '1.001193\t12\tẢnh\toriginal\t1\trequired', /số thứ tự phải là 9/],
    ['documents.tsv', '1.001193\t9\tẢnh\tphoto\t1\trequired', /cột "form" ghi "photo"/],
    ['documents.tsv', '1.001193\t9\tẢnh\toriginal\t0\trequired', /cột "copies" ghi "0"/],
    ['documents.tsv', '1.001193\t9\tẢnh\toriginal\t1\tnếu có', /cột "when" phải là required, hoặc bắt đầu bằng "khi"/],
    ['fees.tsv', '1.000894\tLệ phí\tfax\teveryone\t1000\tviệc\t\t2017-01-01\t\tNQ\tsourced', /cột "channel" ghi "fax"/],
    ['fees.tsv', '1.000894\tLệ phí\t*\teverybody\t1000\tviệc\t\t2017-01-01\t\tNQ\tsourced', /cột "payers" ghi "everybody"/],
    ['fees.tsv', '1.000894\tLệ phí\t*\teveryone\t1.000\tviệc\t\t2017-01-01\t\tNQ\tsourced', /cột "amount" ghi "1.000"/],
    [
      'fees.tsv',
      '1.000894\tLệ phí\t*\teveryone\t1000\tviệc\tquá hạn\t2017-01-01\t\tNQ\tsourced',
      /cột "when" để trống, hoặc bắt đầu bằng "khi"/
    ],
    ['fees.tsv', '1.000894\tLệ phí\t*\tpoor, poor\t1000\tviệc\t\t2017-01-01\t\tNQ\tsourced', /mức phí này đã có ở một dòng trên/],
    ['synonyms.tsv', 'synonym\tcái gì đó\t1.999999', /thủ tục "1.999999" không có trong procedures.tsv/],
    ['synonyms.tsv', 'synonym\tcái gì đó\t1.001193, 1.001193', /một mã thủ tục ghi hai lần/],
    ['synonyms.tsv', 'synonym\tĐẺ CON\t1.001193', /từ ngữ "de con" đã có ở một dòng trên/]
  ]
  for (const [name, line, expected] of table) {
    const found = problemsAfter(name, add(line))
    t.equal(found.length, 1, `only that: ${found.join(' · ')}`)
    t.match(found[0], expected)
  }
})

t.test('a torn header or a missing file is said once, not once a line', async (t) => {
  t.match(
    problemsAfter('documents.tsv', (text) => text.replace('\tcopies\t', '\tcount\t')),
    [/thiếu cột "copies"/, /cột "count" không có trong quy ước/]
  )
  t.throws(() => parseCatalogue(files.filter(({ name }) => name !== 'fees.tsv')), { message: /fees.tsv, dòng 0: không có tệp này/ })
  t.match(
    problemsAfter('offerings.tsv', (text) => text.replace('1.001193\tward\t\t3\tyes\tyes\n', '')),
    [/thủ tục 1.001193 không có dòng nào trong offerings.tsv/]
  )
})

t.test('new law makes a new version from its day on; a change without a date is refused', async (t) => {
  const entry = (code: string, contentHash: string, from: string, to: string | null = null) => ({
    ...{ code, contentHash, formHash: null, stepsHash: null, line: 7, validFrom: day(from), validTo: to === null ? null : day(to) }
  })
  const latest = ['a', 'b', 'c', 'd'].map((code) => ({ ...entry(code, 'old', '2017-01-01'), id: `id-${code}` }))

  const { fresh, ends, problems } = planVersions(
    [
      entry('a', 'old', '2018-01-01'),
      entry('b', 'new', '2026-08-08'),
      entry('c', 'new', '2017-01-01'),
      entry('d', 'old', '2017-01-01', '2027-01-01'),
      entry('e', 'new', '2020-01-01')
    ],
    latest,
    day('2026-11-23')
  )

  t.same(
    fresh.map(({ code }) => code),
    ['b', 'e']
  )
  t.same(
    ends.map(({ id, validTo }) => `${id} ${validTo}`),
    ['id-b 2026-08-08', 'id-d 2027-01-01']
  )
  t.match(problems, [{ file: 'procedures.tsv', line: 7, sentence: /thủ tục c .* hãy đặt valid_from sau 2017-01-01/ }])
})

t.test('a version that had already ended stays ended when a later one begins', async (t) => {
  const old = {
    id: 'x',
    code: 'a',
    contentHash: 'old',
    formHash: null,
    stepsHash: null,
    validFrom: day('2017-01-01'),
    validTo: day('2020-01-01')
  }
  const now = { code: 'a', contentHash: 'new', formHash: null, stepsHash: null, line: 1, validFrom: day('2026-01-01'), validTo: null }
  const { ends } = planVersions([now], [old], day('2026-11-23'))
  t.equal(String(ends[0]?.validTo), '2020-01-01')
})

t.test('a new form alone is no new law: it begins on the day it is loaded, on the next when one has begun today', async (t) => {
  const today = day('2026-11-23')
  const law = { code: 'a', contentHash: 'law', stepsHash: null, line: 1, validFrom: day('2017-01-01'), validTo: null }
  const plan = (formHash: string | null, begun: string, ends: Temporal.PlainDate | null = null) =>
    planVersions([{ ...law, formHash: 'new', validTo: ends }], [{ ...law, id: 'x', formHash, validFrom: day(begun) }], today)
  const first = plan(null, '2017-01-01')
  t.same([String(first.fresh[0]?.validFrom), String(first.ends[0]?.validTo), first.problems], ['2026-11-23', '2026-11-23', []])
  t.equal(String(plan('old', '2026-11-23').fresh[0]?.validFrom), '2026-11-24')
  t.same(plan('new', '2026-11-20'), { fresh: [], ends: [], problems: [] })
  t.same(plan(null, '2017-01-01', day('2020-01-01')).fresh, [], 'not for a procedure that has ended')
})

t.test('a new internal process is no new law either: dossiers under way keep the old one', async (t) => {
  const law = { code: 'a', contentHash: 'law', formHash: null, line: 1, validFrom: day('2017-01-01'), validTo: null }
  const { fresh, ends, problems } = planVersions([{ ...law, stepsHash: 'new' }], [{ ...law, id: 'x', stepsHash: null }], day('2026-11-23'))
  t.same([String(fresh[0]?.validFrom), String(ends[0]?.validTo), problems], ['2026-11-23', '2026-11-23', []])
})
