// The calendar file: what a lawyer may write in it, and what is said of a slip.
import t from 'tap'
import { parseCalendar } from '../../src/deadlines/parse-calendar.ts'

const header = 'day\tkind\tname_vi\tname_en\tlegal_basis\tcertainty\tactive'
const tet = '2026-02-14..2026-02-16\toff\tTết Nguyên đán\tLunar New Year\tBLLĐ 2019 Đ112.1b\tsourced\ton'
const file = (...lines: string[]) => [header, ...lines].join('\n')

t.test('a range is one row a day; remarks and empty lines are passed over', async (t) => {
  const rows = parseCalendar(
    `# Lịch\r\n\r\n${file(tet, '# 24/11', '2026-11-24\toff\tNgày Văn hóa\tCulture Day\tNQ 80\tunsure\toff')}\r\n`,
    'lich.tsv'
  )

  t.same(
    rows.map(({ day, active }) => [day.toString(), active]),
    [
      ['2026-02-14', true],
      ['2026-02-15', true],
      ['2026-02-16', true],
      ['2026-11-24', false]
    ]
  )
  t.match(rows[0], {
    kind: 'off',
    nameVi: 'Tết Nguyên đán',
    nameEn: 'Lunar New Year',
    legalBasis: 'BLLĐ 2019 Đ112.1b',
    certainty: 'sourced'
  })
})

t.test('each kind of slip is named by file and line', async (t) => {
  const line = (day: string, kind = 'off', certainty = 'known', active = 'on') =>
    `${day}\t${kind}\tTên\tName\tĐiều\t${certainty}\t${active}`
  const slips: [string, RegExp][] = [
    ['2026-02-14\toff', /^lich\.tsv:2: 2 columns instead of 7$/m],
    ['2026-02-14\toff\t\tName\t\tknown\ton', /^lich\.tsv:2: name_vi, legal_basis is empty$/m],
    [line('14/02/2026'), /^lich\.tsv:2: “14\/02\/2026” is neither a day/m],
    [line('2026-02-30'), /^lich\.tsv:2: “2026-02-30” names a day that does not exist$/m],
    [line('2026-02-14..2026-13-01'), /names a day that does not exist$/m],
    [line('2026-02-14..2026-02-13'), /ends before it begins$/m],
    [line('2026-02-14..2027-02-22'), /is 374 days long; a holiday has at most 16$/m],
    [line('2026-02-14', 'holiday'), /kind “holiday” is none of off, work, half$/m],
    [line('2026-02-14', 'off', 'maybe'), /certainty “maybe” is none of sourced, known, unsure$/m],
    [line('2026-02-14', 'off', 'known', 'yes'), /active “yes” is neither on nor off$/m],
    [line('2026-02-16', 'work'), /2026-02-16 is a working day without this row$/m]
  ]

  for (const [slip, said] of slips) t.throws(() => parseCalendar(file(slip), 'lich.tsv'), { message: said }, slip)
})

t.test('every bad line is reported at once, and nothing of the file is loaded', async (t) => {
  const bad = file(tet, 'x', tet, '2026-03-01\tfree\ta\tb\tc\tknown\ton')

  t.throws(() => parseCalendar(bad, 'lich.tsv'), {
    message: [
      'Lịch làm việc có chỗ sai, chưa nạp gì / The working calendar was not loaded.',
      'lich.tsv:3: 1 columns instead of 7',
      'lich.tsv:4: 2026-02-14 is already on line 2',
      'lich.tsv:5: kind “free” is none of off, work, half'
    ].join('\n')
  })
})

t.test('a file with other columns, or none, is refused', async (t) => {
  t.throws(() => parseCalendar('', 'lich.tsv'), { message: /^lich\.tsv:1: the columns are day, kind/m })
  t.throws(() => parseCalendar(`# x\nngày\tloại\n${tet}`, 'lich.tsv'), { message: /^lich\.tsv:2: the columns are day, kind/m })
})
