// What a citizen typed is understood before anything is looked for; and how it is weighed, on a catalogue of four lines.
import t from 'tap'
import { readSearch, readWords } from '../../src/procedures/search.ts'
import { countsOf, fits } from '../../src/procedures/search-filter.ts'
import { indexOf, isOneSlip, rank } from '../../src/procedures/search-index.ts'

/** The words that are looked for. */
function telling(text: string): string[] {
  const wanted = readSearch(text)
  return wanted.kind === 'words' ? wanted.words.filter(({ tells }) => tells).map(({ plain }) => plain) : []
}

t.test('words lose their marks and their filler, and keep what was spelt', async (t) => {
  t.match(readSearch('  Tôi muốn làm GIẤY   khai sinh cho con '), { kind: 'words', phrase: 'toi muon lam giay khai sinh cho con' })
  t.same(telling('Tôi muốn xin giấy khai sinh cho con ở đâu'), ['giay', 'khai', 'sinh', 'con'])
  t.same(telling('thu tuc khai sinh can giay gi'), ['khai', 'sinh'])
  t.same(telling('để đẻ'), ['de'], 'with its marks "đẻ" says something and "để" does not')
})

t.test('the tone may stand on either vowel, and marks may be composed or not', async (t) => {
  const [first] = readWords('hòa')
  for (const text of ['hoà', 'HÒA', 'ho\u0300a', 'hoa\u0300']) t.same(readWords(text), [first], text)
  t.not(readWords('bán')[0]!.marked, readWords('bản')[0]!.marked)
})

t.test('when all is filler, the filler is what is looked for', async (t) => {
  t.same(telling('thủ tục gì'), ['thu', 'tuc', 'gi'])
})

t.test('a code is known by its beginning, however it is written', async (t) => {
  for (const text of ['1.003725', '1.0037', '1 003725', '1.003725.H24', '1.003725.000.00.00.H24', '1003725']) {
    t.match(readSearch(text), { kind: 'code', prefix: text.includes('725') ? '1.003725' : '1.0037' }, text)
  }
  t.match(readSearch('2 bản sao'), { kind: 'words' })
})

t.test('nothing typed, or only signs, asks for everything', async (t) => {
  for (const text of ['', '   ', '.,!?', '%_']) t.same(readSearch(text), { kind: 'everything' }, text)
})

const entry = (code: string, name: string, phrases: string[] = []) => ({
  code,
  name,
  phrases,
  rest: 'giay phep linh vuc'
})
const index = indexOf(
  [
    entry('1.000001', 'Đăng ký khai sinh', ['giấy khai sinh']),
    entry('1.000002', 'Đăng ký kết hôn', ['cưới']),
    entry('1.000003', 'Đăng ký kết hôn có yếu tố nước ngoài'),
    entry('1.000004', 'Cấp bản sao sổ gốc'),
    entry('1.000005', 'Bán lẻ rượu')
  ],
  [{ said: 'nhật', meant: 'nước ngoài' }]
)
function best(text: string): string | undefined {
  const wanted = readSearch(text)
  return wanted.kind === 'words' ? rank(index, wanted)[0]?.name : undefined
}

t.test('typing errors, words run together, another order and an unfinished word still find', async (t) => {
  const table = [
    ['khai sih', 'Đăng ký khai sinh'],
    ['khia sinh', 'Đăng ký khai sinh'],
    ['khaisinh', 'Đăng ký khai sinh'],
    ['sinh khai dang ky', 'Đăng ký khai sinh'],
    ['dang ky khai si', 'Đăng ký khai sinh'],
    ['ket hom', 'Đăng ký kết hôn'],
    ['cuoi', 'Đăng ký kết hôn'],
    ['ket hon voi nguoi nhat', 'Đăng ký kết hôn có yếu tố nước ngoài']
  ] as const
  for (const [text, name] of table) t.equal(best(text), name, text)
  t.equal(best('qwrt zzzz'), undefined)
})

t.test('marks that were typed count: "bán" is not "bản"', async (t) => {
  t.equal(best('bản'), 'Cấp bản sao sổ gốc')
  t.equal(best('bán'), 'Bán lẻ rượu')
})

t.test('one slip is one letter more, less, other, or two exchanged', async (t) => {
  for (const [a, b] of [
    ['sinh', 'sih'],
    ['sih', 'sinh'],
    ['hom', 'hon'],
    ['khia', 'khai'],
    ['ab', 'ba']
  ] as const)
    t.ok(isOneSlip(a, b), `${a} ${b}`)
  for (const [a, b] of [
    ['sinh', 'sinh'],
    ['sinh', 'sn'],
    ['abc', 'bca'],
    ['a', 'abc']
  ] as const)
    t.notOk(isOneSlip(a, b), `${a} ${b}`)
})

t.test('each choice of the filter says how many it would leave, the others being as they are', async (t) => {
  const all = [
    { applicantKinds: ['citizen'], level: 'ward', onlineLevel: 2 },
    { applicantKinds: ['citizen', 'organisation'], level: 'district', onlineLevel: 3 },
    { applicantKinds: ['organisation'], level: 'district', onlineLevel: 4 }
  ] as const
  const counts = countsOf(all, { level: 'district' })
  t.same(counts.who, { citizen: 1, organisation: 2, all: 2 })
  t.same(counts.level, { city: 0, department: 0, district: 2, ward: 1, all: 3 })
  t.same(counts.online, { home: 2, paid: 1, desk: 0, all: 2 })
  t.same(
    all.map((one) => fits(one, { who: 'citizen', online: 'home' })),
    [false, true, false]
  )
})
