// Public figures: which span of time, what is hidden because it is small, and a file that every spreadsheet reads.
import fc from 'fast-check'
import t from 'tap'
import {
  addUp,
  type Counts,
  cellsOf,
  columns,
  csvOf,
  hideSmall,
  hideSum,
  noCounts,
  periodOf,
  shareOnTime,
  spanOf
} from '../../src/reports/rules.ts'

const today = Temporal.PlainDate.from('2027-03-15')

t.test('this year so far, a whole year, a month; nothing that has not begun and nothing from before the house', async (t) => {
  const table = [
    [{}, '2027-01-01', '2027-03-15'],
    [{ year: 2026 }, '2026-01-01', '2026-12-31'],
    [{ year: 2026, month: 2 }, '2026-02-01', '2026-02-28'],
    [{ year: 2027, month: 3 }, '2027-03-01', '2027-03-15'],
    [{ month: 1 }, '2027-01-01', '2027-01-31']
  ] as const
  for (const [asked, from, to] of table) {
    const period = periodOf(asked, today)!
    t.same([period.from.toString(), period.to.toString()], [from, to])
  }
  for (const asked of [
    { year: 2025 },
    { year: 2028 },
    { year: 2027, month: 4 },
    { month: 0 },
    { month: 13 },
    { year: Number.NaN },
    { month: 1.5 }
  ])
    t.equal(periodOf(asked, today), undefined, JSON.stringify(asked))
})

t.test('a period begins and ends at midnight of the city', async (t) => {
  const { from, until } = spanOf(periodOf({ year: 2026, month: 2 }, today)!)
  t.equal(from.toString(), '2026-01-31T17:00:00Z')
  t.equal(until.toString(), '2026-02-28T17:00:00Z')
})

const row = (name: string, received: number, finished = 0) => ({ name, counts: { ...noCounts, desk: received, onTime: finished } })
const shown = (rows: { name: string; counts: Counts | null }[]) => rows.filter(({ counts }) => counts).map(({ name }) => name)

t.test('one to four are not shown, and never alone: the sum would give them away', async (t) => {
  t.same(shown(hideSmall([row('a', 100), row('b', 50), row('c', 5)])), ['a', 'b', 'c'])
  t.same(shown(hideSmall([row('a', 100), row('b', 50), row('c', 2)])), ['a'], 'b is the smallest of the others')
  t.same(shown(hideSmall([row('a', 100), row('b', 3), row('c', 2)])), ['a'], 'five are hidden together')
  t.same(shown(hideSmall([row('a', 100), row('b', 2), row('c', 2)])), [], 'four would still be too few')
  t.same(shown(hideSmall([row('a', 100), row('b', 0, 2), row('c', 60)])), ['a'], 'results count as well')
  t.same(shown(hideSmall([row('a', 9), row('b', 0)])), ['a', 'b'], 'none is nobody')
  t.same([hideSum(addUp([row('a', 4).counts])), hideSum(noCounts)], [null, noCounts])
})

t.test('whatever the rows: what is shown is none or at least five, and behind the curtain stand none, five or all', async (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (sizes) => {
      const rows = hideSmall(sizes.map((size, i) => row(String(i), size)))
      const hidden = rows.filter(({ counts }) => counts === null).map(({ name }) => sizes[Number(name)]!)
      const sum = hidden.reduce((all, one) => all + one, 0)
      const isSafe = hidden.length === 0 || sum >= 5 || sizes.every((size, i) => size === 0 || rows[i]!.counts === null)
      return isSafe && rows.every(({ counts }) => counts === null || counts.desk === 0 || counts.desk >= 5)
    })
  )
  t.pass('100 tables')
})

t.test('shares are of what was finished', async (t) => {
  t.equal(shareOnTime({ ...noCounts, early: 1, onTime: 2, late: 1 }), 0.75)
  t.equal(shareOnTime({ ...noCounts, desk: 9 }), undefined)
})

t.test('a file keeps its columns, quotes what needs it, and starts no formula in a spreadsheet', async (t) => {
  const period = periodOf({ year: 2026, month: 2 }, today)!
  const counts = { ...noCounts, online: 3, desk: 4, early: 5, late: 1 }
  const one = { code: '303', name: 'UBND “Hồng Bàng”, quận "1"', group: 'district', counts }
  const hidden = { code: '=1+1', name: 'ẩn', group: '', counts: null }
  const [head, first, second] = csvOf([columns, cellsOf(one, period), cellsOf(hidden, period)]).split('\r\n')
  t.equal(
    head,
    '\ufeffperiod_from,period_to,code,name,group,received,received_online,received_desk,received_post,finished,finished_early,finished_on_time,finished_late,suppressed'
  )
  t.equal(first, '2026-02-01,2026-02-28,303,"UBND “Hồng Bàng”, quận ""1""",district,7,3,4,0,6,5,0,1,0')
  t.equal(second, "2026-02-01,2026-02-28,'=1+1,ẩn,,,,,,,,,,1")
})
