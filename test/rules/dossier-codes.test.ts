// Codes of dossiers (TT 01/2018/TT-VPCP Đ19) and the numbers people type.
import t from 'tap'
import { isIdentityNumber, isTaxCode, maskName, parsePhone } from '../../src/accounts/rules.ts'
import { cleanDossierCode, dossierCode, readDossierCode, shortCode } from '../../src/dossiers/numbering.ts'

t.test('the code is agency, day and running number; past 9999 it grows', async (t) => {
  const day = Temporal.PlainDate.from('2026-11-23')
  t.equal(dossierCode('000.00.18.H24', day, 7), '000.00.18.H24-261123-0007')
  t.equal(dossierCode('000.00.18.H24', day, 10_000), '000.00.18.H24-261123-10000')
  t.same(readDossierCode('000.00.18.H24-261123-0007'), { identifier: '000.00.18.H24', day: '261123', number: 7 })
  t.equal(readDossierCode('000.00.18.H24-2611'), undefined)
  t.equal(shortCode('000.00.18.H24-261123-0007'), 'H24-261123-0007')
})

t.test('a code typed in a hurry is understood', async (t) => {
  const code = '000.00.18.H24-261123-0007'
  for (const typed of [
    code,
    '0000018h242611230007',
    ' OOO.OO.18.H24-261123-OOO7 ',
    '000 00 18 H24 261123 0007',
    '000.00.18.H24–261123–0007'
  ]) {
    t.equal(cleanDossierCode(typed), code, typed)
  }
  t.equal(cleanDossierCode('xyz'), 'XYZ')
})

t.test('phones with spaces, dots and +84 are one number; others are none', async (t) => {
  for (const typed of ['0912480123', '0912 480 123', '0912.480.123', '+84912480123']) t.equal(parsePhone(typed), '0912480123', typed)
  t.equal(parsePhone('02253123456'), '02253123456')
  for (const typed of ['', '0112480123', '091248012', '01234567890', 'abc']) t.equal(parsePhone(typed), undefined, typed)
})

t.test('tax codes are checked by their check digit', async (t) => {
  for (const code of ['0100109106', '0100684378', '0100109106-001', '031194006217']) t.ok(isTaxCode(code), code)
  for (const code of ['0100109107', '010010910', '', '0100109106-01']) t.notOk(isTaxCode(code), code)
  t.ok(isIdentityNumber('031194006217'))
  t.notOk(isIdentityNumber('131194006217'))
})

t.test('a masked name is recognised by its owner and by nobody else', async (t) => {
  t.equal(maskName('Nguyễn Thị Lan'), 'Nguyễn Thị L.')
  t.equal(maskName('Lan'), 'L.')
})
