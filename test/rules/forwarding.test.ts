// Until when an accepted dossier must have left the desk: the same working day, after 15:00 at the start of the next (NĐ 61/2018 Đ18.2).
import t from 'tap'
import { workingCalendar } from '../../src/deadlines/calendar.ts'
import { formatInstant } from '../../src/kernel/time.ts'
import { forwardBy } from '../../src/processing/forwarding.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const holiday = { nameVi: 'Nghỉ', nameEn: 'Off', legalBasis: '', certainty: 'known' as const, active: true }
const calendar = workingCalendar({
  days: [
    { ...holiday, day: day('2026-04-27'), kind: 'off' },
    { ...holiday, day: day('2026-04-30'), kind: 'off' },
    { ...holiday, day: day('2026-05-01'), kind: 'off' },
    { ...holiday, day: day('2026-05-09'), kind: 'work' },
    { ...holiday, day: day('2026-02-13'), kind: 'half' }
  ]
})

const table: [accepted: string, forwarded: string, why: string][] = [
  ['2026-03-02T08:30', '17:00 ngày 02/03/2026', 'Monday morning: before closing'],
  ['2026-03-02T15:00', '17:00 ngày 02/03/2026', '15:00 sharp is not after 15:00'],
  ['2026-03-02T15:01', '08:00 ngày 03/03/2026', 'after 15:00: at the start of Tuesday'],
  ['2026-03-06T16:20', '08:00 ngày 09/03/2026', 'Friday afternoon: at the start of Monday'],
  ['2026-03-07T09:00', '08:00 ngày 09/03/2026', 'taken in on a Saturday that does not count'],
  ['2026-04-29T15:30', '08:00 ngày 04/05/2026', 'before 30/4, 1/5 and the weekend'],
  ['2026-05-09T10:00', '17:00 ngày 09/05/2026', 'a Saturday worked in exchange is a working day'],
  ['2026-02-13T11:20', '11:30 ngày 13/02/2026', 'a half day closes at noon'],
  ['2026-02-13T14:00', '08:00 ngày 16/02/2026', 'after a half day has closed'],
  ['2026-03-02T18:45', '08:00 ngày 03/03/2026', 'entered in the evening'],
  ['2026-03-02T06:30', '17:00 ngày 02/03/2026', 'before opening']
]

for (const [accepted, forwarded, why] of table)
  t.test(`accepted ${accepted}: ${why}`, async (t) => {
    t.equal(formatInstant(forwardBy(calendar, Temporal.Instant.from(`${accepted}+07:00`))), forwarded)
  })
