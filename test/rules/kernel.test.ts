// Words of the whole house: money, search text, days, HTML that cannot be broken into.
import t from 'tap'
import { fold } from '../../src/kernel/fold.ts'
import { html } from '../../src/kernel/html.ts'
import { formatMoney, moneyInWords } from '../../src/kernel/money.ts'
import { formatDayLong, formatInstant } from '../../src/kernel/time.ts'

t.test('money has dots and a no-break space, and can be written out', async (t) => {
  t.equal(formatMoney(1_250_000), '1.250.000\u00a0₫')
  t.equal(formatMoney(0), '0\u00a0₫')
  const words: Record<number, string> = {
    0: 'Không đồng',
    15: 'Mười lăm đồng',
    21: 'Hai mươi mốt đồng',
    105: 'Một trăm linh năm đồng',
    8000: 'Tám nghìn đồng',
    50000: 'Năm mươi nghìn đồng',
    1250000: 'Một triệu hai trăm năm mươi nghìn đồng',
    1000005: 'Một triệu không trăm linh năm đồng',
    2000000000: 'Hai tỷ đồng'
  }
  for (const [amount, text] of Object.entries(words)) t.equal(moneyInWords(Number(amount)), text)
})

t.test('composed, decomposed and both places of the tone mark fold to the same text', async (t) => {
  for (const text of ['Hòa', 'Hoà', 'Ho\u0300a', 'HOA', ' hoa ']) t.equal(fold(text), 'hoa')
  t.equal(fold('Đăng ký  khai-sinh'), 'dang ky khai sinh')
})

t.test('days have their weekday, instants the hour of Hải Phòng', async (t) => {
  t.equal(formatDayLong(Temporal.PlainDate.from('2026-11-23')), 'thứ Hai, 23/11/2026')
  t.equal(formatInstant(Temporal.Instant.from('2026-11-23T07:05Z')), '14:05 ngày 23/11/2026')
})

t.test('what people type is text, never markup', async (t) => {
  const name = `<script>alert("1")</script>'&`
  t.equal(html`<b title="${name}">${name}</b>`.toString().includes('<script>'), false)
  t.equal(html`${[html`<i>a</i>`, 'b<']}${null}${false}${0}`.toString(), '<i>a</i>b&lt;0')
})
