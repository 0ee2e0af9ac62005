// After a failed visit: the days the post comes again, until when it waits, and what nobody may ask for.
import t from 'tap'
import { workingCalendar } from '../../src/deadlines/calendar.ts'
import type { Refusal } from '../../src/kernel/refusal.ts'
import { checkWish, daysToChoose, keptUntil, mayWish, sayWish } from '../../src/shipments/rules.ts'

// 30/4 and 1/5 are days off; 2026-04-30 is a Thursday.
const off = (day: string, nameVi: string) => ({
  day: Temporal.PlainDate.from(day),
  kind: 'off' as const,
  nameVi,
  nameEn: nameVi,
  legalBasis: '',
  certainty: 'known' as const,
  active: true
})
const calendar = workingCalendar({ days: [off('2026-04-30', 'Giải phóng'), off('2026-05-01', 'Lao động')] as never })
const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
const on = (text: string) => Temporal.PlainDate.from(text)
const failed = { kind: 'delivery', status: 'attempt_failed', leg: 'forward', attempts: 1, proofProfile: 'registered' } as const

t.test('kept for five working days after the visit that failed', async (t) => {
  const table = [
    ['2026-03-02T10:00', '2026-03-09', 'Monday: over one weekend'],
    ['2026-03-06T16:00', '2026-03-13', 'Friday'],
    ['2026-04-28T09:00', '2026-05-07', 'two days off do not count']
  ] as const
  for (const [since, until, why] of table) t.equal(keptUntil(calendar, at(since)).toString(), until, why)
})

t.test('the post comes again from the next day on, on Saturdays too, never on Sundays or public holidays', async (t) => {
  const days = (now: string, until: string) => daysToChoose(calendar, { now: at(now), until: on(until) }).map(String)
  t.same(days('2026-03-02T10:00', '2026-03-09'), ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'])
  t.same(days('2026-03-02T17:00', '2026-03-09')[0], '2026-03-04', 'after five in the evening tomorrow is too soon')
  t.same(days('2026-03-06T10:00', '2026-03-13'), ['2026-03-07', '2026-03-09', '2026-03-10', '2026-03-11'])
  t.same(days('2026-04-29T10:00', '2026-05-05'), ['2026-05-04', '2026-05-05'], 'nobody comes on the holidays, nor on the Saturday after')
  t.same(days('2026-03-09T10:00', '2026-03-09'), [], 'none after it goes back')
})

t.test('only a result that could not be handed over, while it lies at the post', async (t) => {
  t.ok(mayWish(failed))
  t.ok(mayWish({ ...failed, status: 'held_for_collection' }))
  const never = [
    { attempts: 0, status: 'at_office' },
    { kind: 'pickup' },
    { leg: 'return' },
    { status: 'out_for_delivery' },
    { status: 'delivered' },
    { status: 'delivered_reported' },
    { status: 'returned' },
    { status: 'lost' }
  ] as const
  for (const change of never) t.notOk(mayWish({ ...failed, ...change }), JSON.stringify(change))
})

t.test('a day that was not offered, another hand for a paper that is personal: no', async (t) => {
  const days = [on('2026-03-03')]
  const refused = (wish: Parameters<typeof checkWish>[1], parcel: Parameters<typeof checkWish>[0] = failed) => {
    try {
      checkWish(parcel, wish, days)
      return undefined
    } catch (error) {
      const { code, fields } = error as Refusal
      return Object.keys(fields).length > 0 ? fields : code
    }
  }
  const other = { receiverName: 'Trần Văn A', relation: 'chồng' }
  t.equal(refused({ way: 'redeliver', onDay: on('2026-03-03') }), undefined)
  t.same(refused({ way: 'redeliver', onDay: on('2026-03-04') }), { way: 'CHOOSE_ONE' })
  t.same(refused({ way: 'redeliver' }), { way: 'CHOOSE_ONE' })
  t.same(refused({ way: 'collect', receiverName: 'Trần Văn A' }), { relation: 'REQUIRED' })
  t.equal(refused({ way: 'collect', ...other }), undefined)
  t.same(refused({ way: 'collect', ...other }, { ...failed, proofProfile: 'in_person' }), { receiverName: 'OWNER_ONLY' })
  t.equal(refused({ way: 'desk' }, { ...failed, leg: 'return' }), 'PARCEL_WISH_NOT_OPEN')
})

t.test('a wish is said with its weekday', async (t) => {
  t.equal(sayWish({ way: 'redeliver', onDay: on('2026-03-04') }, 'vi'), 'Giao lại tận nhà thứ Tư, 04/03/2026')
  t.equal(sayWish({ way: 'redeliver', onDay: '2026-03-04' }, 'en'), 'Bring it again on Wednesday, 04/03/2026')
  t.equal(sayWish({ way: 'collect', onDay: null }, 'vi'), 'Đến bưu cục nhận')
})
