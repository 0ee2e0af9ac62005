// The time of a dossier shared out among its steps: whatever the shares, days off and papers, it adds up to the dossier's own.
import fc from 'fast-check'
import t from 'tap'
import { workingCalendar, workingMinutesBetween } from '../../src/deadlines/calendar.ts'
import { dueAt as countedDue } from '../../src/deadlines/due.ts'
import { formatInstant } from '../../src/kernel/time.ts'
import { wrongWith } from '../../src/procedures/steps.ts'
import { outcomeOf, planSteps, shiftSteps } from '../../src/processing/plan.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(`${text}:00+07:00`)
const off = (date: string) => ({
  ...{ day: day(date), kind: 'off' as const, nameVi: 'Nghỉ', nameEn: 'Off', legalBasis: '', certainty: 'known' as const, active: true }
})
const calendar = workingCalendar({ days: [off('2026-04-27'), off('2026-04-30'), off('2026-05-01'), off('2026-09-02')] })

t.test('three steps of a five-day dossier: 60, 20 and 20 in a hundred of its working time', async (t) => {
  const startAt = at('2026-03-02T08:00')
  const { dueAt } = countedDue([{ kind: 'received', at: startAt }], { kind: 'working_days', amount: 5 }, calendar)
  const steps = [
    { stage: 1, share: 60 },
    { stage: 2, share: 20 },
    { stage: 3, share: 20 }
  ]

  const plan = planSteps(steps, { startAt, dueAt, calendar, onPaper: false })

  // From Monday 08:00 to the next Monday 17:00 there are 47 working hours.
  t.same(
    plan.map((step) => [formatInstant(step.dueAt!), step.minutes]),
    [
      ['14:12 ngày 05/03/2026', 1692],
      ['15:36 ngày 06/03/2026', 564],
      ['17:00 ngày 09/03/2026', 564]
    ]
  )
})

t.test(
  'offices of one stage work side by side when the dossier is electronic, one after the other on paper (NĐ 61/2018 Đ19.6)',
  async (t) => {
    const steps = [
      { stage: 1, share: 25 },
      { stage: 2, share: 25 },
      { stage: 2, share: 25 },
      { stage: 3, share: 25 }
    ]
    const window = { startAt: at('2026-03-02T07:00'), dueAt: at('2026-03-05T17:00'), calendar }

    const electronic = planSteps(steps, { ...window, onPaper: false })
    const paper = planSteps(steps, { ...window, onPaper: true })

    t.same(
      electronic.map(({ turn, dueAt }) => [turn, formatInstant(dueAt!)]),
      [
        [1, '17:00 ngày 02/03/2026'],
        [2, '17:00 ngày 04/03/2026'],
        [2, '17:00 ngày 04/03/2026'],
        [3, '17:00 ngày 05/03/2026']
      ]
    )
    t.same(
      paper.map(({ turn, dueAt }) => [turn, formatInstant(dueAt!)]),
      [
        [1, '17:00 ngày 02/03/2026'],
        [2, '17:00 ngày 03/03/2026'],
        [3, '17:00 ngày 04/03/2026'],
        [4, '17:00 ngày 05/03/2026']
      ]
    )
  }
)

/** Any process whose shares make a hundred. */
const process = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 50 }), isBeside: fc.boolean() }), { minLength: 1, maxLength: 8 })
  .map((parts) => {
    const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
    let stage = 0
    let left = 100
    return parts.map(({ weight, isBeside }, i) => {
      if (i === 0 || !isBeside) stage++
      const share = i === parts.length - 1 ? left : Math.min(left - (parts.length - 1 - i), Math.max(1, Math.floor((weight * 100) / whole)))
      left -= share
      return { stage, share }
    })
  })
const moment = fc.integer({ min: 0, max: 180 * 24 * 60 }).map((minutes) => at('2026-03-01T00:00').add({ minutes }))

t.test(
  'in any process the turns’ minutes add up to the dossier’s, none ends before the one before it, and the last with the dossier',
  async () => {
    fc.assert(
      fc.property(process, moment, fc.integer({ min: 1, max: 30 }), fc.boolean(), (steps, startAt, days, onPaper) => {
        const { dueAt } = countedDue([{ kind: 'received', at: startAt }], { kind: 'working_days', amount: days }, calendar)
        const plan = planSteps(steps, { startAt, dueAt, calendar, onPaper })
        const turns = [...new Map(plan.map((step) => [step.turn, step])).values()]
        const total = Math.floor(workingMinutesBetween(calendar, startAt, dueAt!))
        const sum = turns.reduce((minutes, step) => minutes + step.minutes, 0)
        const inOrder = turns.every((step, i) => i === 0 || Temporal.Instant.compare(turns[i - 1]!.dueAt!, step.dueAt!) <= 0)
        const beside = plan.every((step) => step.dueAt!.equals(turns.find(({ turn }) => turn === step.turn)!.dueAt!))
        return sum === total && inOrder && beside && plan.at(-1)!.dueAt!.equals(dueAt!)
      }),
      { numRuns: 200 }
    )
  }
)

t.test('a pause moves what is still to be done by the same working time, and nothing that is done', async (t) => {
  const steps = [
    { turn: 1, isOpen: false, dueAt: at('2026-03-03T17:00') },
    { turn: 2, isOpen: true, dueAt: at('2026-03-04T11:00') },
    { turn: 3, isOpen: true, dueAt: at('2026-03-06T17:00') }
  ]

  const shifted = shiftSteps(steps, { dueAt: at('2026-03-10T17:00'), calendar })

  t.same(
    shifted.map(({ dueAt }) => formatInstant(dueAt)),
    ['17:00 ngày 03/03/2026', '11:00 ngày 06/03/2026', '17:00 ngày 10/03/2026']
  )
  t.same(shiftSteps(shifted, { dueAt: at('2026-03-10T17:00'), calendar }), shifted, 'told twice, moved once')
})

t.test('a dossier without a due time has steps without one', async (t) => {
  const plan = planSteps([{ stage: 1, share: 100 }], { startAt: at('2026-03-02T08:00'), dueAt: null, calendar, onPaper: false })
  t.equal(plan[0]!.dueAt, null)
})

t.test('before its day is early, on its day on time, after its minute late', async (t) => {
  const due = at('2026-03-04T11:00')
  t.equal(outcomeOf(at('2026-03-03T17:00'), due), 'early')
  t.equal(outcomeOf(at('2026-03-04T08:00'), due), 'on_time')
  t.equal(outcomeOf(at('2026-03-04T11:00'), due), 'on_time')
  t.equal(outcomeOf(at('2026-03-04T11:01'), due), 'late')
})

t.test('whoever writes a process is told what is wrong with it', async (t) => {
  const step = { position: 1, stage: 1, name: { vi: 'a', en: 'b' }, role: 'officer' as const, section: null, agency: 'own', share: 100 }
  const last = { ...step, decides: ['approve' as const, 'refuse' as const] }
  t.same(wrongWith([last]), [])
  t.same(wrongWith([{ ...last, share: 90 }]), ['tỷ lệ thời gian cộng lại được 90, phải bằng 100'])
  t.match(wrongWith([{ ...last, agency: 'parent' }]).join(), 'bước đầu phải ở cơ quan tiếp nhận')
  t.match(wrongWith([{ ...last, decides: ['draft'] }]).join(), 'bước cuối')
  t.match(
    wrongWith([
      { ...last, share: 50 },
      { ...last, position: 2, stage: 3, share: 50 }
    ]).join(),
    'giai đoạn'
  )
})
