// What is shown of a person, and how a browser's name for itself is said in plain words.
import t from 'tap'
import { sayDevice } from '../../src/accounts/devices.ts'
import { isStale, maskNumber, vouchedFacts } from '../../src/accounts/rules.ts'

const devices: [agent: string, vi: string, en: string][] = [
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    'Điện thoại Android, Chrome',
    'Android phone, Chrome'
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1',
    'Điện thoại iPhone, Safari',
    'iPhone, Safari'
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/117 Chrome/111 Safari/537.36',
    'Máy tính Windows, Cốc Cốc',
    'Windows computer, Cốc Cốc'
  ],
  [
    'Mozilla/5.0 (Linux; Android 9; SAMSUNG SM-J730G) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115 Mobile Safari/537.36',
    'Điện thoại Android, Samsung Internet',
    'Android phone, Samsung Internet'
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36 Edg/120.0', 'Máy tính Windows, Edge', 'Windows computer, Edge'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0', 'Máy tính Linux, Firefox', 'Linux computer, Firefox'],
  ['', 'Thiết bị khác', 'Another device']
]

t.test('a device is named as its owner would name it', async (t) => {
  for (const [agent, vi, en] of devices) t.same([sayDevice(agent, 'vi'), sayDevice(agent, 'en')], [vi, en])
})

t.test('of what a provider says, a number and a day that cannot be one are left out', async (t) => {
  const { bornOn, ...rest } = vouchedFacts({ name: 'Lan', identityNumber: '031194006217', bornOn: '1994-05-12' })
  t.same([rest, String(bornOn)], [{ fullName: 'Lan', identityNumber: '031194006217' }, '1994-05-12'])
  for (const wrong of ['1994-13-40', '1994', '1994-02-30', '0000-00-00', 'x'])
    t.same(vouchedFacts({ identityNumber: '12', bornOn: wrong }), {}, wrong)
})

t.test('who came back has a quarter of an hour; a number is shown by its ends', async (t) => {
  const since = '2026-03-02T08:30:00+07:00'
  t.equal(isStale(since, Temporal.Instant.from('2026-03-02T08:45:00+07:00')), false)
  t.equal(isStale(since, Temporal.Instant.from('2026-03-02T08:45:01+07:00')), true)
  t.equal(maskNumber('031194006217'), '0311…6217')
})
