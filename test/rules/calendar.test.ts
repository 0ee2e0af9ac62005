// Which days the administration works and until what hour.
import { readFileSync } from 'node:fs'
import t from 'tap'
import {
  addWorkingDays,
  addWorkingHours,
  type CalendarDay,
  calendarCovers,
  closingInstant,
  isWorkingDay,
  nextWorkingDay,
  type OpeningHours,
  whyOff,
  whyWorked,
  workingCalendar,
  workingDayFrom,
  workingDaysBetween,
  workingMinutesBetween,
  workingStretches
} from '../../src/deadlines/calendar.ts'
import { parseCalendar } from '../../src/deadlines/parse-calendar.ts'

const on = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const file = readFileSync(new URL('../../src/deadlines/catalogue/calendar.tsv', import.meta.url), 'utf8')
const days = parseCalendar(file, 'calendar.tsv')
const city = workingCalendar({ days })

const row = (day: string, kind: CalendarDay['kind']): CalendarDay => ({
  day: on(day),
  kind,
  nameVi: 'Ngày thử',
  nameEn: 'Trial day',
  legalBasis: 'Thử',
  certainty: 'known',
  active: true
})

t.test('every announced day off, in lieu, exchanged or worked is where the law puts it', async (t) => {
  const table: [string, boolean, string][] = [
    ['2017-01-26', false, 'Tết 2017 begins Thursday 26/01'],
    ['2017-02-01', false, 'Tết 2017 ends with a day in lieu (BLLĐ 2012 Đ115.3)'],
    ['2017-02-02', true, 'work again on 02/02/2017'],
    ['2017-05-02', false, '30/4/2017 is a Sunday: Tuesday 02/5 in lieu'],
    ['2017-09-04', false, '2/9/2017 is a Saturday: Monday in lieu'],
    ['2020-09-03', true, 'National Day was one day until 2020 (BLLĐ 2012 Đ115)'],
    ['2021-09-03', false, 'and is two since 2021 (BLLĐ 2019 Đ112.1đ)'],
    ['2024-04-29', false, 'exchanged, 2450/VPCP-KGVX'],
    ['2024-05-04', true, 'Saturday worked for it'],
    ['2025-05-02', false, 'exchanged'],
    ['2025-04-26', true, 'Saturday worked for it'],
    ['2025-04-27', false, 'an ordinary Sunday'],
    ['2026-01-02', false, 'exchanged, 12729/VPCP-KGVX'],
    ['2026-01-10', true, 'Saturday worked for it'],
    ['2026-02-13', true, 'last day before Tết 2026'],
    ['2026-02-16', false, 'Tết 2026'],
    ['2026-02-20', false, 'Tết 2026, last of the five days (BLLĐ 2019 Đ112.1b)'],
    ['2026-02-23', true, 'first day after Tết 2026'],
    ['2026-04-27', false, 'Giỗ Tổ on a Sunday: Monday in lieu (BLLĐ 2019 Đ111.3)'],
    ['2026-08-22', true, 'Saturday worked for 31/8'],
    ['2026-08-31', false, 'exchanged'],
    ['2026-11-24', false, 'Vietnam Culture Day, while switched on'],
    ['2027-05-03', false, '1/5/2027 is a Saturday: Monday in lieu']
  ]

  for (const [day, works, why] of table) t.equal(isWorkingDay(city, on(day)), works, `${day}: ${why}`)
})

t.test('each year has its paid holidays: ten until 2020, eleven since, on weekdays or made up for', async (t) => {
  for (let year = 2017; year <= 2027; year++) {
    let lost = 0
    for (let day = on(`${year}-01-01`); day.year === year; day = day.add({ days: 1 })) {
      if (day.dayOfWeek <= 5 && !isWorkingDay(city, day) && !day.equals(on(`${year}-11-24`))) lost++
      if (day.dayOfWeek > 5 && isWorkingDay(city, day)) lost--
    }
    // A holiday exchanged over New Year (31/12/2018 for 05/01/2019) moves a day between years; 2027 has a planned day more.
    const exceptions: Record<number, number> = { 2018: 11, 2019: 9, 2027: 12 }
    t.equal(lost, exceptions[year] ?? (year <= 2020 ? 10 : 11), `${year}`)
  }
})

t.test('a day off says its name and its article, and a holiday on a Sunday is called by its name', async (t) => {
  t.match(whyOff(city, on('2026-04-26')), { name: { vi: 'Giỗ Tổ Hùng Vương' }, legalBasis: 'BLLĐ 2019 Đ112.1e', isWeekend: false })
  t.match(whyOff(city, on('2026-11-24')), { name: { en: 'Vietnam Culture Day' }, certainty: 'unsure' })
  t.match(whyOff(city, on('2026-11-22')), { name: { vi: 'nghỉ hằng tuần' }, isWeekend: true })
  t.equal(whyOff(city, on('2026-11-23')), undefined)
})

t.test('a Saturday that counts says what it is worked for; an ordinary day says nothing', async (t) => {
  t.equal(whyWorked(city, on('2026-08-22'))?.nameVi, 'Làm bù ngày 31/8/2026')
  t.equal(whyWorked(city, on('2026-08-24')), undefined)
  t.equal(whyWorked(city, on('2026-08-30')), undefined)
  t.equal(whyWorked(workingCalendar({ days: [row('2026-09-05', 'off')] }), on('2026-09-05')), undefined)
})

t.test('a holiday the administrator switches off is worked, and its year is still covered', async (t) => {
  const switched = days.map((day) => (day.day.toString() === '2026-11-24' ? { ...day, active: false } : day))

  t.equal(isWorkingDay(workingCalendar({ days: switched }), on('2026-11-24')), true)
  t.equal(calendarCovers(workingCalendar({ days: switched.filter((day) => !day.active) }), on('2026-03-01')), true)
})

t.test('the calendar says for which years nobody has decided yet', async (t) => {
  t.equal(calendarCovers(city, on('2017-01-01')), true)
  t.equal(calendarCovers(city, on('2027-12-31')), true)
  t.equal(calendarCovers(city, on('2028-01-01')), false)
  t.equal(calendarCovers(city, on('2016-12-31')), false)
})

t.test('working days are added from the day after, over Tết and over a worked Saturday', async (t) => {
  t.equal(nextWorkingDay(city, on('2026-02-13')).toString(), '2026-02-23')
  t.equal(addWorkingDays(city, on('2026-02-13'), 2).toString(), '2026-02-24')
  t.equal(addWorkingDays(city, on('2026-08-21'), 1).toString(), '2026-08-22')
  t.equal(addWorkingDays(city, on('2026-08-22'), 0).toString(), '2026-08-22')
  t.equal(workingDayFrom(city, on('2026-08-30')).toString(), '2026-09-03')
  t.equal(workingDayFrom(city, on('2026-09-03')).toString(), '2026-09-03')
  t.equal(workingDaysBetween(city, on('2026-08-21'), on('2026-08-27')), 5)
  t.equal(workingDaysBetween(city, on('2026-08-27'), on('2026-08-21')), 0)
})

t.test('without hours of its own an office works 7:00–11:30 and 13:30–17:00', async (t) => {
  t.equal(closingInstant(city, on('2026-11-23')).toString(), at('2026-11-23T17:00').toString())
  t.equal(workingMinutesBetween(city, at('2026-11-23T00:00'), at('2026-11-24T00:00')), 480)
})

type Season = { from?: string; to?: string; rank?: number }
const hours = (weekday: number, opens: string, closes: string, { from = '2017-01-01', to, rank = 0 }: Season = {}): OpeningHours => ({
  weekday,
  opens,
  closes,
  validFrom: on(from),
  validTo: to ? on(to) : null,
  rank
})

t.test('an agency closes at its own hour, and a summer timetable stands over the year’s while it lasts', async (t) => {
  const summer = { from: '2026-05-01', to: '2026-09-07' }
  const own = workingCalendar({
    days,
    hours: [
      hours(1, '13:30', '16:30'),
      hours(1, '07:30', '12:00'),
      hours(1, '06:30', '11:00', summer),
      hours(1, '13:00', '16:00', summer),
      hours(2, '17:00', '07:00')
    ]
  })

  t.equal(closingInstant(own, on('2026-03-02')).toString(), at('2026-03-02T16:30').toString(), 'Monday in spring')
  t.equal(closingInstant(own, on('2026-08-24')).toString(), at('2026-08-24T16:00').toString(), 'Monday in summer')
  t.equal(closingInstant(own, on('2026-09-07')).toString(), at('2026-09-07T16:30').toString(), 'the day it ends is not summer any more')
  t.equal(
    closingInstant(own, on('2026-03-03')).toString(),
    at('2026-03-03T17:00').toString(),
    'hours that end before they begin are not hours'
  )
  t.equal(workingStretches(own, at('2026-03-02T00:00'), 60)[0]?.opens.toString(), '07:30:00', 'mornings come first')
})

t.test('an agency’s own hours beat those of its level, even when the level’s are newer', async (t) => {
  const own = workingCalendar({
    days,
    hours: [
      hours(1, '07:00', '17:00'),
      hours(1, '08:00', '16:00', { rank: 1, from: '2026-01-01' }),
      hours(1, '08:00', '18:30', { rank: 2 })
    ]
  })

  t.equal(closingInstant(own, on('2026-03-02')).toString(), at('2026-03-02T18:30').toString())
})

t.test('a Saturday worked in exchange has Friday’s hours, whatever the Saturday desk', async (t) => {
  const own = workingCalendar({ days, hours: [hours(5, '08:00', '16:15'), hours(6, '08:00', '11:00')] })

  t.equal(closingInstant(own, on('2026-08-22')).toString(), at('2026-08-22T16:15').toString())
  t.equal(isWorkingDay(own, on('2026-08-29')), false, 'QĐ 14/2010: a Saturday desk does not make Saturday count')
})

t.test('a half day counts and ends with the morning', async (t) => {
  const half = workingCalendar({ days: [row('2026-12-31', 'half')] })
  const through = workingCalendar({ days: [row('2026-12-31', 'half')], hours: [hours(4, '08:00', '16:00')] })
  const evenings = workingCalendar({ days: [row('2026-12-31', 'half')], hours: [hours(4, '13:00', '17:00')] })

  t.equal(isWorkingDay(half, on('2026-12-31')), true)
  t.equal(closingInstant(half, on('2026-12-31')).toString(), at('2026-12-31T11:30').toString())
  t.equal(closingInstant(through, on('2026-12-31')).toString(), at('2026-12-31T12:00').toString(), 'at noon where there is no lunch break')
  t.equal(
    closingInstant(evenings, on('2026-12-31')).toString(),
    at('2026-12-31T17:00').toString(),
    'an office without mornings keeps its hours'
  )
})

t.test('working hours pass over lunch, evening, weekend and holiday', async (t) => {
  const table: [string, number, string, string][] = [
    ['2026-11-23T08:00', 2, '2026-11-23T10:00', 'within the morning'],
    ['2026-11-23T10:30', 2, '2026-11-23T14:30', 'over lunch'],
    ['2026-11-23T07:00', 4.5, '2026-11-23T11:30', 'ends when the morning ends, not when the afternoon begins'],
    ['2026-11-23T12:15', 1, '2026-11-23T14:30', 'from lunch'],
    ['2026-11-23T05:00', 1, '2026-11-23T08:00', 'from before opening'],
    ['2026-11-25T16:00', 2, '2026-11-26T08:00', 'over the evening'],
    ['2026-11-25T17:00', 1, '2026-11-26T08:00', 'from closing'],
    ['2026-11-20T16:30', 1, '2026-11-23T07:30', 'over the weekend'],
    ['2026-11-21T09:00', 8, '2026-11-23T17:00', 'from Saturday: a whole Monday'],
    ['2026-11-23T16:00', 8, '2026-11-25T16:00', 'over 24/11/2026'],
    ['2026-08-28T16:00', 24, '2026-09-07T16:00', 'over National Day: 3, 4 and 7 September']
  ]

  for (const [from, amount, until, why] of table) t.equal(addWorkingHours(city, at(from), amount).toString(), at(until).toString(), why)
})

t.test('working minutes between two moments: none backwards, none at night, part of a stretch', async (t) => {
  t.equal(workingMinutesBetween(city, at('2026-11-23T09:00'), at('2026-11-23T08:00')), 0)
  t.equal(workingMinutesBetween(city, at('2026-11-23T18:00'), at('2026-11-25T06:00')), 0)
  t.equal(workingMinutesBetween(city, at('2026-11-23T11:00'), at('2026-11-23T13:45')), 45)
})
