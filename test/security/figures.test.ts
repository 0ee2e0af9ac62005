// What is hidden in one table of the statistics must not be counted back from another.
import t from 'tap'
import { hideSmall, hideWithin, noCounts } from '../../src/reports/rules.ts'

const row = (code: string, group: string, online: number) => ({ code, name: code, group, counts: { ...noCounts, online } })

t.test('a sector that is hidden for the sake of a small one is not added up from its procedures', async (t) => {
  const procedures = [row('p1', 'small', 3), row('p2', 'next', 10), row('p3', 'big', 80), row('p4', 'big', 2), row('p5', 'big', 20)]
  const sectors = hideSmall([row('small', '', 3), row('next', '', 10), row('big', '', 102)])
  t.same(
    sectors.filter(({ counts }) => counts).map(({ code }) => code),
    ['big']
  )

  const shown = hideWithin(procedures, sectors).filter(({ counts }) => counts)

  t.same(
    shown.map(({ code }) => code),
    ['p3']
  )
})
