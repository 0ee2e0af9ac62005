// The figures as other programs read them: the same numbers as on the page, null where they are too small to be shown.
import { Type } from 'typebox'
import { Component, Count, Day, Instant, OrNull, Ref, Text } from '../kernel/schema.ts'
import { type Counts, finishedOf, type Row, receivedOf, type Statistics } from './rules.ts'

const someCounts = {
  received: 120,
  online: 80,
  desk: 30,
  post: 10,
  finished: 100,
  early: 70,
  onTime: 26,
  late: 4
}
const CountsOf = Component(
  'StatisticsCounts',
  {
    received: Count('Accepted in the period', 120),
    online: Count('Of these, filed online', 80),
    desk: Count('Of these, filed at a desk', 30),
    post: Count('Of these, filed by post', 10),
    finished: Count('Results signed in the period', 100),
    early: Count('Of these, before the day promised', 70),
    onTime: Count('Of these, on the day promised', 26),
    late: Count('Of these, after the day promised', 4)
  },
  { description: 'Dossiers received and finished', examples: [someCounts] }
)
const MaybeCounts = OrNull(Ref(CountsOf))
const tooFew = 'Null where so few would point at people'
const Counted = (description: string) =>
  Type.Unsafe<Counts | null>({ ...MaybeCounts, description: `${description}. ${tooFew}.`, examples: [someCounts] })

const aRow = { code: '303', name: 'UBND quận Hồng Bàng', group: 'district', counts: someCounts }
const RowOf = Component(
  'StatisticsRow',
  {
    code: Text('Code of the agency, sector or procedure', '303'),
    name: Text('Name', aRow.name),
    group: Text('Level of the agency, or code of the procedure’s sector; empty for sectors', 'district'),
    counts: Counted('The figures of this line')
  },
  { description: 'A line of a table', examples: [aRow] }
)
const rows = (description: string) => Type.Array(Ref(RowOf), { description })

const grades = { very_satisfied: 40, satisfied: 12, not_satisfied: 2 }
const means = { totalTime: 1.7, eachOffice: 1.7, contacts: 1.9, agencies: 1.4, attitude: 1.8 }
const mean = (description: string, example: number) => OrNull(Type.Number({ minimum: 0, maximum: 2, description, examples: [example] }))

export const StatisticsOf = Component(
  'Statistics',
  {
    from: Day('First day', '2026-01-01'),
    to: Day('Last day; today while the period runs', '2026-11-23'),
    asOf: Instant('When it was counted'),
    total: Counted('The whole city'),
    agencies: rows('By agency'),
    sectors: rows('By sector'),
    procedures: rows('By procedure'),
    ratings: Type.Object(
      {
        answers: Count('Ratings given', 54),
        grades: OrNull(
          Type.Object(
            {
              very_satisfied: Count('Very satisfied', 40),
              satisfied: Count('Satisfied', 12),
              not_satisfied: Count('Not satisfied', 2)
            },
            { description: 'By grade (TT 32/2017/TT-BTTTT). Null below five ratings.', examples: [grades] }
          )
        ),
        means: OrNull(
          Type.Object(
            {
              totalTime: mean('Total time', 1.7),
              eachOffice: mean('Time of each office', 1.7),
              contacts: mean('Contacts needed', 1.9),
              agencies: mean('Offices contacted', 1.4),
              attitude: mean('Attitude', 1.8)
            },
            { description: 'Mean points, 0 to 2, by criterion (TT 01/2018/TT-VPCP Đ13). Null below five ratings.', examples: [means] }
          )
        )
      },
      { description: 'What people said', examples: [{ answers: 54, grades, means }] }
    ),
    petitions: Type.Object(
      { due: Count('Answers that were due in the period', 12), onTime: Count('Of these, answered in time', 11) },
      { description: 'Petitions', examples: [{ due: 12, onTime: 11 }] }
    )
  },
  {
    description: 'Public figures of a period, without personal data',
    examples: [
      {
        from: '2026-01-01',
        to: '2026-11-23',
        asOf: '2026-11-23T02:05:00Z',
        total: someCounts,
        agencies: [aRow],
        sectors: [{ ...aRow, code: 'HT', name: 'Hộ tịch', group: '' }],
        procedures: [{ ...aRow, code: '1.001193', name: 'Đăng ký khai sinh', group: 'HT' }],
        ratings: { answers: 54, grades, means },
        petitions: { due: 12, onTime: 11 }
      }
    ]
  }
)
export const statisticsSchemas = [CountsOf, RowOf, StatisticsOf]

const countsAnswer = (counts: Counts | null) => counts && { received: receivedOf(counts), finished: finishedOf(counts), ...counts }
const rowAnswer = ({ counts, ...row }: Row) => ({ ...row, counts: countsAnswer(counts) })

export const statisticsAnswer = ({ period, asOf, total, agencies, sectors, procedures, ...heard }: Statistics) => ({
  from: period.from.toString(),
  to: period.to.toString(),
  asOf: asOf.toString(),
  total: countsAnswer(total),
  agencies: agencies.map(rowAnswer),
  sectors: sectors.map(rowAnswer),
  procedures: procedures.map(rowAnswer),
  ...heard
})
