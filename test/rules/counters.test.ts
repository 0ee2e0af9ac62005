// The counters without a computer: how long is too long on which day, how long it may take, what a drawer comes to; a signature read from a form.
import t from 'tap'
import {
  cashTaken,
  countedTotal,
  differenceOf,
  estimatedWait,
  isShelf,
  judgeScan,
  testText,
  ticketCode,
  waitedTooLong,
  waitingLimitOn
} from '../../src/counters/rules.ts'
import { readSignature } from '../../src/files/actions/keep-signature.ts'
import { aPng } from '../helpers/pictures.ts'

t.test('how long somebody may wait is dated: nothing before NĐ 107/2021, then 30 minutes, 15 from 2025', async (t) => {
  const days: [string, number | undefined][] = [
    ['2021-12-05', undefined],
    ['2021-12-06', 30],
    ['2024-12-31', 30],
    ['2025-01-01', 15],
    ['2026-11-24', 15]
  ]
  for (const [day, minutes] of days) t.equal(waitingLimitOn(Temporal.PlainDate.from(day))?.minutes, minutes, day)
  const taken = Temporal.Instant.from('2026-03-02T08:00+07:00')
  t.notOk(waitedTooLong(taken, Temporal.Instant.from('2026-03-02T08:15:59+07:00'), 15), 'fifteen minutes are allowed')
  t.ok(waitedTooLong(taken, Temporal.Instant.from('2026-03-02T08:16+07:00'), 15))
  t.notOk(waitedTooLong(taken, Temporal.Instant.from('2026-03-02T18:00+07:00'), undefined), 'no rule, no breach')
})

t.test('the wait is told from the pace of the day, shared by the counters, in steps of five minutes', async (t) => {
  t.equal(estimatedWait({ ahead: 0, minutesOfTurns: [], counters: 1 }), 0)
  t.equal(estimatedWait({ ahead: 4, minutesOfTurns: [], counters: 0 }), 25, 'six minutes each while nothing is known')
  t.equal(estimatedWait({ ahead: 4, minutesOfTurns: [10, 10, 10], counters: 2 }), 20)
  t.equal(estimatedWait({ ahead: 4, minutesOfTurns: [0, 0, 0], counters: 1 }), 5, 'nobody is served in no time')
})

t.test('numbers are three digits and grow; the letter says who goes first', async (t) => {
  t.equal(ticketCode(12, false), 'A012')
  t.equal(ticketCode(13, true), 'U013')
  t.equal(ticketCode(1234, false), 'A1234')
})

t.test('a drawer: float and cash taken less cash given back against what was counted', async (t) => {
  const entries = [
    { kind: 'paid' as const, amount: 50_000 },
    { kind: 'paid' as const, amount: 8_000 },
    { kind: 'refunded' as const, amount: 8_000 },
    { kind: 'mismatch' as const, amount: 0 }
  ]
  const { paid, refunded, net } = cashTaken(entries)
  t.same({ paid, refunded, net }, { paid: 58_000, refunded: 8_000, net: 50_000 })
  const counted = countedTotal({ '200000': 1, '50000': 1, '500': 0 })
  t.equal(counted, 250_000)
  t.equal(differenceOf({ float: 200_000, net, counted }), 0)
  t.equal(differenceOf({ float: 200_000, net, counted: 249_000 }), -1_000, 'too little is negative')
})

t.test('what a scanner made of the test code is named, so that there is one thing to do', async (t) => {
  t.equal(judgeScan(testText), 'right')
  t.equal(judgeScan(testText.normalize('NFD')), 'right', 'marks apart or together')
  t.equal(judgeScan('MOT CUA|Dang Thi Uot|Le Van Hoa|awdeasdoo DDAAWW 0123456789'), 'unaccented')
  t.equal(judgeScan('MOT CUA|Đặng Thị Ướt|Lê Văn Hoà|ăđeasđoo ĐÂW 0123456789'), 'telex')
  t.equal(judgeScan('0123456789'), 'digits_only')
  t.equal(judgeScan('?????'), 'other')
})

t.test('a place on the shelf is short and plain', async (t) => {
  for (const good of ['A3', 'B-12', 'KỆ 2/7']) t.ok(isShelf(good), good)
  for (const bad of ['', ' ', '<b>', 'x'.repeat(30)]) t.notOk(isShelf(bad), bad)
})

t.test('a signature is a small whole picture, or the word that paper was signed, or nothing', async (t) => {
  const said = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
  const noted = Buffer.concat([aPng.subarray(0, 33), Buffer.from('0000000474455874', 'hex'), Buffer.from('a\0bc1234'), aPng.subarray(33)])
  const huge = Buffer.from(aPng)
  huge.writeUInt32BE(5000, 16)

  const drawn = readSignature({ signature: said(aPng) })
  const stripped = readSignature({ signature: said(noted) })

  t.ok(drawn && 'png' in drawn)
  t.notOk(stripped && 'png' in stripped && Buffer.from(stripped.png).includes('tEXt'), 'notes inside are left behind')
  t.equal(readSignature({ signature: said(huge) }), undefined, 'no wall-sized pictures')
  t.equal(readSignature({ signature: said(aPng.subarray(0, 40)) }), undefined, 'torn')
  t.equal(readSignature({ signature: 'data:text/html;base64,PGI+' }), undefined)
  t.equal(readSignature({ signature: 'x'.repeat(100_000) }), undefined)
  t.same(readSignature({ signatureOnPaper: 'yes' }), { onPaper: true })
  t.equal(readSignature({}), undefined)
})
