// Short messages: how many parts the network makes of one, which hours they leave people asleep, and how they read without accents.
import t from 'tap'
import { unaccented } from '../../src/kernel/fold.ts'
import { mostParts, sendAt, smsParts } from '../../src/notifications/rules.ts'
import { fill, templates } from '../../src/notifications/templates.ts'

t.test('a message without accents has 160 signs, and 153 in each part when it is cut', async (t) => {
  const table = [
    ['', 'gsm', 0, 0],
    ['a'.repeat(160), 'gsm', 160, 1],
    ['a'.repeat(161), 'gsm', 161, 2],
    ['a'.repeat(306), 'gsm', 306, 2],
    ['a'.repeat(307), 'gsm', 307, 3],
    ['à è ì ò ù é', 'gsm', 11, 1]
  ] as const
  for (const [text, alphabet, characters, parts] of table) t.same(smsParts(text), { alphabet, characters, parts }, text.slice(0, 12))
})

t.test('signs of the extension count twice and are never cut in two', async (t) => {
  t.same(smsParts('€[]{}\\~^|'), { alphabet: 'gsm', characters: 18, parts: 1 })
  t.same(smsParts('€'.repeat(80)), { alphabet: 'gsm', characters: 160, parts: 1 })
  t.same(smsParts('€'.repeat(81)), { alphabet: 'gsm', characters: 162, parts: 2 })
  // 152 signs fill a part but for one; the € that does not fit begins the next, so two parts hold 305 units and not 306.
  t.same(smsParts(`${'a'.repeat(152)}€${'a'.repeat(151)}`), { alphabet: 'gsm', characters: 305, parts: 2 })
  t.same(smsParts(`${'a'.repeat(152)}€${'a'.repeat(152)}`), { alphabet: 'gsm', characters: 306, parts: 3 })
})

t.test('one Vietnamese letter makes it 70 signs, and 67 in each part', async (t) => {
  t.same(smsParts('ạ'.repeat(70)), { alphabet: 'ucs2', characters: 70, parts: 1 })
  t.same(smsParts('ạ'.repeat(71)), { alphabet: 'ucs2', characters: 71, parts: 2 })
  t.same(smsParts('ạ'.repeat(134)), { alphabet: 'ucs2', characters: 134, parts: 2 })
  t.same(smsParts('ạ'.repeat(135)), { alphabet: 'ucs2', characters: 135, parts: 3 })
  t.same(smsParts(`ạ${'😀'.repeat(66)}`), { alphabet: 'ucs2', characters: 133, parts: 2 }, 'half an emoji is not sent')
})

t.test('without accents: capitals, signs and lines stay, and nothing outside the basic table is left', async (t) => {
  t.equal(unaccented('Một Cửa: ĐẶNG “Đỗ Hoà” – 50.000 ₫…\nỦy ban'), 'Mot Cua: DANG "Do Hoa" - 50.000 d...\nUy ban')
  for (const [name, { sms }] of Object.entries(templates)) t.equal(smsParts(unaccented(longest(sms.vi))).alphabet, 'gsm', name)
})

/** As long as each value comes in real life; the address of a page carries the code. */
const code = '000.00.18.H24-261123-99999'
const id = '0198c0de-0000-7000-8000-00000000a6e7'
const values: Record<string, string> = {
  code,
  url: `https://dichvucong.haiphong.gov.vn/tra-cuu/${code}`,
  due: '17:00 ngày 23/11/2026',
  tracking: 'EB123456789VN',
  status: 'Đã giao cho người nhận, chờ bưu tá quay về ghi nhận',
  number: 'PA-261123-99999',
  secret: '123456',
  phone: '0912480123'
}
const longest = (text: string) =>
  fill(text, new Proxy(values, { get: (all, name: string) => all[name] ?? `${'x'.repeat(12)} ${id}`.slice(0, 40) }))

t.test(`no message takes more than ${mostParts} parts with its accents, in either language, at its longest`, async (t) => {
  const long = Object.entries(templates).flatMap(([name, { sms }]) =>
    (['vi', 'en'] as const).flatMap((locale) => {
      const { parts, characters } = smsParts(longest(sms[locale]))
      return parts > mostParts ? [`${name}.sms.${locale}: ${characters} characters, ${parts} parts`] : []
    })
  )
  t.strictSame(long, [])
})

t.test('by night nothing rings: from nine in the evening a message waits until seven', async (t) => {
  const table = [
    ['2026-11-23T20:59:59', '2026-11-23T20:59:59'],
    ['2026-11-23T21:00', '2026-11-24T07:00'],
    ['2026-11-23T23:59:59', '2026-11-24T07:00'],
    ['2026-11-24T00:00', '2026-11-24T07:00'],
    ['2026-11-24T06:59:59', '2026-11-24T07:00'],
    ['2026-11-24T07:00', '2026-11-24T07:00'],
    ['2026-12-31T22:00', '2027-01-01T07:00']
  ]
  const at = (text: string) => Temporal.Instant.from(`${text}+07:00`)
  for (const [made, sent] of table) t.ok(sendAt(at(made!)).equals(at(sent!)), made ?? '')
})

t.test('a code goes at once by night, and so does what would be over in the morning', async (t) => {
  const night = Temporal.Instant.from('2026-11-23T23:00+07:00')
  const [early, late] = ['2026-11-24T06:00+07:00', '2026-11-24T08:00+07:00'].map((text) => Temporal.Instant.from(text))
  t.ok(sendAt(night, { urgent: true }).equals(night))
  t.ok(sendAt(night, { dueAt: early }).equals(night))
  t.notOk(sendAt(night, { dueAt: late }).equals(night), 'there is time in the morning')
  t.notOk(sendAt(night, { dueAt: night.subtract({ hours: 1 }) }).equals(night), 'it is over already')
  t.ok(templates['sign_in_code']!.urgent)
})
