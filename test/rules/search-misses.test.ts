// Of words that found nothing only what tells about the catalogue is kept.
import t from 'tap'
import { keptWords } from '../../src/procedures/search-misses.ts'

t.test('phones, identity numbers, mail addresses and dossier codes are cut out', async (t) => {
  const table = [
    ['Đăng ký xe điện', 'dang ky xe dien'],
    ['xe điện 0912 480 123', 'xe dien'],
    ['xe điện +84.912.480.123', 'xe dien'],
    ['031194006217 xe điện', 'xe dien'],
    ['cccd 031 194 006 217', 'cccd'],
    ['hồ sơ H24-261113-0187 đâu rồi', 'ho so dau roi'],
    ['ho so H24.261113.0187', 'ho so'],
    ['xe điện sinh 01/02/1990', 'xe dien sinh'],
    ['lan.nguyen@vidu.vn xe điện', 'xe dien'],
    ['nhà 3 tầng', 'nha 3 tang'],
    ['mẫu 01', 'mau 01']
  ] as const
  for (const [typed, kept] of table) t.equal(keptWords(typed), kept, typed)
})

t.test('when nothing that tells is left, nothing is kept; long stories are cut short', async (t) => {
  for (const text of ['', '0912480123', 'H24-261113-0187', 'a', '12 34', '🙂']) t.equal(keptWords(text), undefined, text)
  t.equal(keptWords('một hai ba bốn năm sáu bảy tám chín mười'), 'mot hai ba bon nam sau bay tam')
  t.equal(keptWords('x'.repeat(200)), undefined)
})
