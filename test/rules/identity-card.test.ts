// What the QR code of an identity card may hold, and what is taken from it.
import fc from 'fast-check'
import t from 'tap'
import { readCard } from '../../src/accounts/identity-card.ts'

const card = '031194006217|164056789|Nguyễn Thị Lan|12031994|Nữ|18/7 Lạch Tray, Lạch Tray, Ngô Quyền, Hải Phòng|01072021'

t.test('the chip card of 2021 fills seven fields', async (t) => {
  t.same(readCard(card), {
    layout: 'chip_2021',
    identityNumber: '031194006217',
    oldNumber: '164056789',
    name: 'Nguyễn Thị Lan',
    bornOn: '1994-03-12',
    sex: 'female',
    address: '18/7 Lạch Tray, Lạch Tray, Ngô Quyền, Hải Phòng',
    issuedOn: '2021-07-01',
    warnings: []
  })
})

t.test('a card whose holder never had the nine-digit number', async (t) => {
  const young = readCard('031306001234||Lê Minh Anh|05092006|Nữ|Tổ 3, Minh Khai|15082021')
  t.match(young, { layout: 'chip_2021', bornOn: '2006-09-05', warnings: [] })
  t.notOk(young && 'oldNumber' in young)
})

t.test('letters in two pieces are put together', async (t) => {
  t.match(readCard(card.normalize('NFD')), { name: 'Nguyễn Thị Lan', warnings: [] })
})

t.test('what looks wrong is said, not refused', async (t) => {
  const table: [string, string[]][] = [
    [card.replace('Nguyễn Thị Lan', 'NGUYEN THI LAN'), ['name_without_accents']],
    [card.replace('Nguyễn Thị Lan', 'Nguyá»…n Thá»‹ Lan'), ['mojibake']],
    [card.replace('|Nữ|', '|Nam|'), ['number_disagrees']],
    [card.replace('12031994', '12031993'), ['number_disagrees']]
  ]
  for (const [text, warnings] of table) t.match(readCard(text), { layout: 'chip_2021', warnings }, text)
})

t.test('of an unknown layout only the number is taken', async (t) => {
  const table = [
    '031194006217||Nguyễn Thị Lan|12031994|Nữ|18/7 Lạch Tray|01072024|Nguyễn Văn Ba|Trần Thị Tư',
    '031194006217',
    'Số định danh: 031194006217, VNeID',
    card.replace('12031994', '32131994'),
    card.replace('|Nữ|', '|F|')
  ]
  for (const text of table) t.same(readCard(text), { layout: 'unknown', identityNumber: '031194006217' }, text)
})

t.test('a code without an identity number is not a card', async (t) => {
  for (const text of ['', '|||||||', 'https://vidu.vn/1234', '12345678901234567890', '831194006217'])
    t.equal(readCard(text), undefined, text)
})

t.test('whatever a code holds, reading it never fails', async () => {
  fc.assert(fc.property(fc.array(fc.string(), { maxLength: 9 }), (fields) => void readCard(fields.join('|'))))
})
