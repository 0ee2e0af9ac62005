// What the desk counts itself: pages and copies, and lines whose condition is met.
import t from 'tap'
import { countedFees, countsIn, isCountedAtDesk, sumOf } from '../../src/dossiers/fee-counts.ts'

const first = { name: 'Trang thứ nhất và thứ hai', amount: 2000, unit: 'trang', condition: null, legalBasis: 'TT 226/2016/TT-BTC' }
const third = { ...first, name: 'Từ trang thứ ba', amount: 1000, condition: 'khi giấy tờ có từ 3 trang' }
const whole = { ...first, name: 'Lệ phí', amount: 8000, unit: 'việc' }

t.test('by page and by condition is counted, by dossier is not', async (t) => {
  t.same([first, third, whole, { ...whole, condition: 'quá hạn' }, { ...first, amount: 0 }].map(isCountedAtDesk), [
    true,
    true,
    false,
    true,
    false
  ])
})

t.test('the screen: counts by line, nonsense counts nothing, the sum says what to take', async (t) => {
  const lines = [first, third, whole]
  const table: [Record<string, string>, number][] = [
    [{}, 8000],
    [{ 'fee.0': '2' }, 12000],
    [{ 'fee.0': '2', 'fee.1': '3' }, 15000],
    [{ 'fee.0': '-2', 'fee.1': 'ba', 'fee.2': '4' }, 8000],
    [{ 'fee.0': '031085001234' }, 8000],
    [{ 'fee.0': '0' }, 8000]
  ]
  for (const [typed, sum] of table) t.equal(sumOf(lines, countsIn(typed, lines)), sum, JSON.stringify(typed))
})

t.test('the dossier keeps how many and what that makes; a line whose condition is not met is not on it', async (t) => {
  const due = [{ name: first.name, amount: 2000, unit: 'trang' }]
  t.same(countedFees(due, [third], {}), due)
  t.same(countedFees(due, [third], { [first.name]: 2 }), [{ ...due[0], amount: 4000, quantity: 2 }])
  t.match(countedFees(due, [third], { [first.name]: 2, [third.name]: 3 }), [
    { amount: 4000 },
    { name: third.name, amount: 3000, quantity: 3 }
  ])
  t.match(
    countedFees([{ ...due[0]!, quantity: 1 }], [], { [first.name]: 5 }),
    [{ amount: 10000, quantity: 5 }],
    'the desk has the last word'
  )
})
