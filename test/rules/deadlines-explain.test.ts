// What the citizen is told about the date, and the calendar it is drawn on.
import { readFileSync } from 'node:fs'
import t from 'tap'
import { type CalendarDay, workingCalendar } from '../../src/deadlines/calendar.ts'
import { type DayCell, dayCells } from '../../src/deadlines/day-cells.ts'
import { type ClockEvent, dueAt } from '../../src/deadlines/due.ts'
import { explain } from '../../src/deadlines/explain.ts'
import { parseCalendar } from '../../src/deadlines/parse-calendar.ts'
import type { ProcessingTime } from '../../src/procedures/rules.ts'

const days = parseCalendar(readFileSync(new URL('../../src/deadlines/catalogue/calendar.tsv', import.meta.url), 'utf8'), 'calendar.tsv')
const city = workingCalendar({ days })
const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const event = (kind: ClockEvent['kind'], when: string, newDueAt?: string): ClockEvent =>
  newDueAt ? { kind, at: at(when), newDueAt: at(newDueAt) } : { kind, at: at(when) }
const workingDays = (amount: number): ProcessingTime => ({ kind: 'working_days', amount })
const sameDay: ProcessingTime = { kind: 'same_day', cutOff: '15:00' }

function told(events: ClockEvent[], rule: ProcessingTime, calendar = city) {
  const due = dueAt(events, rule, calendar)
  return { vi: explain(due, rule, 'vi'), en: explain(due, rule, 'en') }
}

/** One line a week: `13 received`, `17 +1`, blanks as `·`. */
function drawn(cells: DayCell[]): string[] {
  const words = cells.map(({ day, kind, n }) => (kind === 'blank' ? '·' : `${day.day} ${kind}${n ? ` +${n}` : ''}`))
  return Array.from({ length: words.length / 7 }, (_, week) => words.slice(week * 7, week * 7 + 7).join(' | '))
}

t.test('received on Friday at 16:40 with five working days: why it starts on Monday and ends on Monday', async (t) => {
  const { vi, en } = told([event('received', '2026-11-13T16:40')], workingDays(5))

  t.same(vi, [
    'Nhận hồ sơ lúc 16:40 thứ Sáu 13/11/2026, sau 15:00, nên mốc tính là thứ Hai 16/11/2026.',
    'Thời hạn 5 ngày làm việc, đếm từ ngày sau mốc tính: +1 là thứ Ba 17/11/2026; +5 là thứ Hai 23/11/2026.',
    'Thứ Bảy, Chủ nhật không tính: 14/11/2026, 15/11/2026, 21/11/2026, 22/11/2026.',
    'Ngày hẹn trả: thứ Hai 23/11/2026, trước 17:00.'
  ])
  t.same(en, [
    'Received at 16:40 Friday 13/11/2026, after 15:00, so the mark is Monday 16/11/2026.',
    'The limit is 5 working days, counted from the day after the mark: +1 is Tuesday 17/11/2026; +5 is Monday 23/11/2026.',
    'Weekends are not counted: 14/11/2026, 15/11/2026, 21/11/2026, 22/11/2026.',
    'Due on Monday 23/11/2026, by 17:00.'
  ])
})

t.test('a holiday of several days is one sentence with its name; an unconfirmed one is said to be so', async (t) => {
  const tet = told([event('received', '2026-02-06T09:00')], workingDays(10))
  const culture = told([event('received', '2026-11-23T09:00')], workingDays(1))

  t.ok(tet.vi.includes('Không tính từ thứ Bảy 14/02/2026 đến Chủ nhật 22/02/2026: Tết Nguyên đán Bính Ngọ.'))
  t.ok(tet.en.includes('From Saturday 14/02/2026 to Sunday 22/02/2026 is not counted: Lunar New Year.'))
  t.same(culture.vi, [
    'Nhận hồ sơ lúc 09:00 thứ Hai 23/11/2026, nên mốc tính là ngày này.',
    'Thời hạn 1 ngày làm việc, đếm từ ngày sau mốc tính: +1 là thứ Tư 25/11/2026.',
    'Không tính thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam.',
    'Ngày nghỉ 24/11/2026 chưa có thông báo chính thức; nếu là ngày làm việc, ngày hẹn trả có thể sớm hơn.',
    'Ngày hẹn trả: thứ Tư 25/11/2026, trước 17:00.'
  ])
  t.match(
    culture.en.join('\n'),
    /The limit is 1 working day,.*Tuesday 24\/11\/2026 is not counted: Vietnam Culture Day\..*not officially confirmed/s
  )
})

t.test('two holidays side by side, and the same holiday twice, are told apart', async (t) => {
  const { vi } = told([event('received', '2026-08-28T09:00')], workingDays(1))
  const fair = (day: string): CalendarDay => ({ ...days[0]!, day: Temporal.PlainDate.from(day), nameVi: 'Ngày hội', nameEn: 'Fair' })
  const twice = told(
    [event('received', '2026-03-02T09:00')],
    workingDays(2),
    workingCalendar({ days: [fair('2026-03-03'), fair('2026-03-05')] })
  )

  t.same(
    vi.filter((sentence) => sentence.startsWith('Không tính')),
    [
      'Không tính thứ Hai 31/08/2026: Ngày nghỉ hoán đổi dịp Quốc khánh.',
      'Không tính từ thứ Ba 01/09/2026 đến thứ Tư 02/09/2026: Quốc khánh.'
    ]
  )
  t.equal(twice.vi.filter((sentence) => sentence.endsWith('Ngày hội.')).length, 2)
})

t.test('a Saturday that counts is explained where it matters', async (t) => {
  const events = [event('received', '2026-08-21T09:00')]

  t.ok(told(events, workingDays(5)).vi.includes('Thứ Bảy 22/08/2026 có tính: Làm bù ngày 31/8/2026.'))
  t.ok(told(events, workingDays(5)).en.includes('Saturday 22/08/2026 counts: Working Saturday in exchange for 31/8/2026.'))
  t.notMatch(told(events, { kind: 'calendar_days', amount: 5 }).vi.join(' '), /có tính/)
})

t.test('calendar days that end on a holiday say where they moved', async (t) => {
  const { vi, en } = told([event('received', '2026-11-13T09:00')], { kind: 'calendar_days', amount: 11 })

  t.same(vi, [
    'Nhận hồ sơ lúc 09:00 thứ Sáu 13/11/2026, nên mốc tính là ngày này.',
    'Thời hạn 11 ngày, đếm từ ngày sau mốc tính: +1 là thứ Bảy 14/11/2026; +11 là thứ Ba 24/11/2026.',
    'Thời hạn hết vào thứ Ba 24/11/2026, ngày không làm việc (Ngày Văn hóa Việt Nam), nên chuyển sang thứ Tư 25/11/2026.',
    'Ngày nghỉ 24/11/2026 chưa có thông báo chính thức; nếu là ngày làm việc, ngày hẹn trả có thể sớm hơn.',
    'Ngày hẹn trả: thứ Tư 25/11/2026, trước 17:00.'
  ])
  t.match(en[1], 'The limit is 11 days, counted')
  t.equal(en[2], 'The limit ends on Tuesday 24/11/2026, not a working day (Vietnam Culture Day), so it moves to Wednesday 25/11/2026.')
})

t.test('hours are told stretch by stretch', async (t) => {
  const events = [event('received', '2026-11-18T10:45'), event('paused', '2026-11-18T14:00')]
  const { vi, en } = told(events.slice(0, 1), { kind: 'hours', amount: 1 })
  const stopped = told(events, { kind: 'hours', amount: 2 })
  const atOnce = told([events[0]!, event('paused', '2026-11-18T10:45')], { kind: 'hours', amount: 1 })

  t.equal(vi[1], 'Thời hạn 1 giờ làm việc: 10:45–11:30 thứ Tư 18/11/2026; 13:30–13:45 thứ Tư 18/11/2026.')
  t.equal(en[1], 'The limit is 1 hour of office time: 10:45–11:30 Wednesday 18/11/2026; 13:30–13:45 Wednesday 18/11/2026.')
  t.equal(vi.at(-1), 'Ngày hẹn trả: thứ Tư 18/11/2026, trước 13:45.')
  t.equal(stopped.vi[1], 'Tạm dừng tính thời hạn từ 14:00 thứ Tư 18/11/2026; còn 45 phút làm việc.')
  t.equal(stopped.en[1], 'The clock stopped at 14:00 Wednesday 18/11/2026; 45 minutes of office time left.')
  t.equal(atOnce.vi[2], 'Thời hạn 1 giờ làm việc.')
  t.equal(atOnce.en[2], 'The limit is 1 hour of office time.')
})

t.test('a same-day procedure says its rule, and a receipt on a day off or after closing why it moved', async (t) => {
  const half: CalendarDay = { ...days[0]!, day: Temporal.PlainDate.from('2026-11-18'), kind: 'half' }
  const saturday = told([event('received', '2026-11-14T09:00')], sameDay)
  const closed = told([event('received', '2026-11-18T13:00')], sameDay, workingCalendar({ days: [half] }))
  const holiday = told([event('received', '2026-11-24T09:00')], sameDay)

  t.same(saturday.vi, [
    'Nhận hồ sơ lúc 09:00 thứ Bảy 14/11/2026, ngày không làm việc (nghỉ hằng tuần), nên mốc tính là thứ Hai 16/11/2026.',
    'Thủ tục này trả kết quả ngay trong ngày; nhận sau 15:00 thì trả trong ngày làm việc tiếp theo.',
    'Thứ Bảy, Chủ nhật không tính: 15/11/2026.',
    'Ngày hẹn trả: thứ Hai 16/11/2026, trước 17:00.'
  ])
  t.match(saturday.en[0], 'not a working day (weekend), so the mark is Monday 16/11/2026.')
  t.equal(closed.vi[0], 'Nhận hồ sơ lúc 13:00 thứ Tư 18/11/2026, sau giờ đóng cửa 11:30, nên mốc tính là thứ Năm 19/11/2026.')
  t.match(closed.en[0], 'after closing at 11:30, so the mark is Thursday 19/11/2026.')
  t.match(holiday.vi.join(' '), 'Ngày nghỉ 24/11/2026 chưa có thông báo chính thức')
})

t.test('stops, supplements and the apology are told in the order they happened', async (t) => {
  const start = event('received', '2026-11-02T09:00')
  const stop = event('paused', '2026-11-04T10:00')
  const stopped = told([start, stop], workingDays(5))
  const resumed = told([start, stop, event('resumed', '2026-11-05T09:00')], workingDays(5))
  const restarted = told([start, stop, event('restarted', '2026-11-13T16:40')], workingDays(5))
  const sorry = told([start, event('apologised', '2026-11-06T09:00', '2026-11-13T16:00')], workingDays(5))

  t.equal(stopped.vi[1], 'Tạm dừng tính thời hạn từ 10:00 thứ Tư 04/11/2026; còn 3 ngày làm việc.')
  t.equal(stopped.vi.at(-1), 'Ngày hẹn trả sẽ được tính lại khi hồ sơ được tiếp tục giải quyết.')
  t.equal(stopped.en.at(-1), 'The due date will be set when work on the dossier continues.')
  t.equal(resumed.vi[2], 'Tiếp tục giải quyết lúc 09:00 thứ Năm 05/11/2026, nên mốc tính là ngày này.')
  t.match(restarted.vi[2], 'Thời hạn tính lại từ đầu khi đủ giấy tờ bổ sung, lúc 16:40 thứ Sáu 13/11/2026, sau 15:00')
  t.equal(
    sorry.vi[1],
    'Thứ Sáu 06/11/2026: cơ quan xin lỗi vì không kịp hẹn cũ 17:00 thứ Hai 09/11/2026, và hẹn lại đến 16:00 thứ Sáu 13/11/2026. Theo quy định chỉ được hẹn lại một lần.'
  )
  t.match(sorry.vi[2], '+5 là thứ Hai 09/11/2026.', 'the limit itself stays what it was')
  t.equal(sorry.vi.at(-1), 'Ngày hẹn trả: thứ Sáu 13/11/2026, trước 16:00.')
})

t.test('a stop with nothing counted yet, and a year nobody has decided, are said too', async (t) => {
  const early = told([event('received', '2026-11-02T09:00'), event('paused', '2026-11-02T10:00')], workingDays(5))
  const calendar = told([event('received', '2026-11-02T09:00'), event('paused', '2026-11-12T10:00')], { kind: 'calendar_days', amount: 11 })
  const late = told([event('received', '2027-12-30T09:00')], workingDays(5))

  t.equal(early.vi[2], 'Thời hạn 5 ngày làm việc, đếm từ ngày sau mốc tính.')
  t.equal(calendar.vi[1], 'Tạm dừng tính thời hạn từ 10:00 thứ Năm 12/11/2026; còn 1 ngày.')
  t.match(calendar.en[1], '; 1 day left.')
  t.ok(late.vi.includes('Lịch nghỉ lễ năm 2028 chưa được quyết định, nên ngày hẹn trả là dự kiến.'))
  t.ok(late.en.includes('The holidays of 2028 are not decided yet, so the due date is provisional.'))
})

t.test('before receipt there is nothing to explain and nothing to draw', async (t) => {
  t.same(told([], workingDays(5)), { vi: [], en: [] })
  t.same(dayCells(dueAt([], workingDays(5), city)), [])
})

const cells = (events: ClockEvent[], rule: ProcessingTime) => dayCells(dueAt(events, rule, city))

t.test('the calendar shows whole weeks: received, mark, days counted, days off, due', async (t) => {
  const found = cells([event('received', '2026-11-13T16:40')], workingDays(5))

  t.same(drawn(found), [
    '· | · | · | · | 13 received | 14 off | 15 off',
    '16 mark | 17 counted +1 | 18 counted +2 | 19 counted +3 | 20 counted +4 | 21 off | 22 off',
    '23 due +5 | · | · | · | · | · | ·'
  ])
  t.equal(found[5]?.why, 'nghỉ hằng tuần')
  t.equal(dayCells(dueAt([event('received', '2026-11-13T16:40')], workingDays(5), city), 'en')[5]?.why, 'weekend')
})

t.test('received and due on one day is the due day; received on a Saturday says why that day does not count', async (t) => {
  t.same(drawn(cells([event('received', '2026-11-18T09:00')], sameDay)), ['· | · | 18 due | · | · | · | ·'])
  t.match(
    cells([event('received', '2026-11-14T09:00')], sameDay).find(({ kind }) => kind === 'received'),
    { why: 'nghỉ hằng tuần' }
  )
})

t.test('calendar days count through days off, which keep their names, and move beyond them', async (t) => {
  const found = cells([event('received', '2026-11-13T09:00')], { kind: 'calendar_days', amount: 2 })

  t.same(drawn(found), ['· | · | · | · | 13 received | 14 counted +1 | 15 counted +2', '16 due | · | · | · | · | · | ·'])
  t.equal(found[6]?.why, 'nghỉ hằng tuần')
})

t.test('hours mark the days they run through', async (t) => {
  t.same(drawn(cells([event('received', '2026-11-18T09:00')], { kind: 'hours', amount: 16 })), [
    '· | · | 18 received | 19 counted | 20 due | · | ·'
  ])
})

t.test('a stop leaves its days empty and says so; the day it ends is a mark again; a restart begins a new drawing', async (t) => {
  const [start, stop, goOn] = [
    event('received', '2026-11-02T09:00'),
    event('paused', '2026-11-04T10:00'),
    event('resumed', '2026-11-10T09:00')
  ]
  const resumed = cells([start, stop, goOn], workingDays(5))

  t.same(drawn(resumed), [
    '2 received | 3 counted +1 | 4 counted +2 | · | · | · | ·',
    '· | 10 mark | 11 counted +3 | 12 counted +4 | 13 due +5 | · | ·'
  ])
  t.equal(resumed[4]?.why, 'tạm dừng')
  t.equal(resumed[13]?.why, undefined, 'after the due day nothing is said')
  t.same(drawn(cells([start, stop], workingDays(5))), ['2 received | 3 counted +1 | 4 counted +2 | · | · | · | ·'])
  t.equal(cells([start, stop], workingDays(5))[6]?.why, 'tạm dừng')
  t.same(drawn(cells([start, stop, event('restarted', '2026-11-16T09:00')], workingDays(1))), [
    '16 received | 17 due +1 | · | · | · | · | ·'
  ])
})

t.test('a stop within one day leaves its counted number', async (t) => {
  const found = cells(
    [event('received', '2026-11-02T09:00'), event('paused', '2026-11-04T10:00'), event('resumed', '2026-11-04T11:00')],
    workingDays(3)
  )

  t.same(drawn(found), ['2 received | 3 counted +1 | 4 counted +2 | 5 due +3 | · | · | ·'])
})
