// What the QR code of an identity card may hold, and what is taken from it.
import fc from 'fast-check'
import t from 'tap'
import { numberAgrees, readCard, readScannedCard } from '../../src/accounts/identity-card.ts'

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

t.test('a hand scanner whose accents arrived fills seven fields like the camera', async (t) => {
  t.same(readScannedCard(card), readCard(card))
  const names = ['Nguyễn Văn Ý', "H'Hen Niê", 'Đỗ Quỳnh Như', 'Phạm Thị Út', 'Lê Hoàng Khuyến', 'Y Blok Êban', 'Trần Nguyễn Bảo Ngọc Quyên']
  for (const name of names) t.match(readScannedCard(card.replace('Nguyễn Thị Lan', name)), { layout: 'chip_2021', name }, name)
})

t.test('of a scan that a typing tool or a keyboard without accents has spoilt, only the number is taken', async (t) => {
  const spoilt: [string, string][] = [
    ['accents left out', card.replace('Nguyễn Thị Lan', 'Nguyn Th Lan').replace('Nữ', 'N')],
    ['accents left out, of a man', card.replace('Nguyễn Thị Lan', 'Phm Vn Tú').replace('|Nữ|', '|Nam|')],
    ['no accents at all', card.replace('Nguyễn Thị Lan', 'NGUYEN THI LAN')],
    ['Telex: a letter was left beside the accent', card.replace('Nguyễn', 'Nguyễnj')],
    ['two tones on one syllable', card.replace('Nguyễn', 'Nguyễén')],
    ['read as another alphabet', card.replace('Nguyễn Thị Lan', 'Nguyá»…n Thá»‹ Lan')],
    ['signs of the layout', card.replace('Nguyễn Thị Lan', 'Nguy4n Thi5 Lan')],
    ['a sign that could not be read', card.replace('ễ', '\ufffd')],
    ['the sex spoilt', card.replace('|Nữ|', '|Nưx|')],
    ['bars gone', card.replaceAll('|', ' ')],
    ['the card of 2024', `${card}|Nguyễn Văn Ba|Trần Thị Tư`]
  ]
  for (const [why, text] of spoilt) t.same(readScannedCard(text), { layout: 'unknown', identityNumber: '031194006217' }, why)
})

t.test('the number tells sex, century and year of birth; what is not known is not held against it', async (t) => {
  const table: [string, Parameters<typeof numberAgrees>[1], boolean][] = [
    ['031194006217', { sex: 'female', bornOn: '1994-03-12' }, true],
    ['031194006217', { sex: 'male', bornOn: '1994-03-12' }, false],
    ['031194006217', { bornOn: '1993' }, false],
    ['031194006217', { bornOn: '2094' }, false],
    ['031206001234', { sex: 'male', bornOn: '2006-09-05' }, true],
    ['031306001234', { sex: 'male', bornOn: '2006-09-05' }, false],
    ['031306001234', {}, true]
  ]
  for (const [number, known, agrees] of table) t.equal(numberAgrees(number, known), agrees, `${number} ${JSON.stringify(known)}`)
})
