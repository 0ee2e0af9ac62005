// A procedure by three letters, among everything a ward takes.
import { readFileSync } from 'node:fs'
import t from 'tap'
import { byLetters } from '../../src/procedures/initials.ts'

const lines = readFileSync(new URL('../../src/procedures/catalogue/procedures.tsv', import.meta.url), 'utf8').split('\n')
const ward = lines
  .filter((line) => /^\d\./.test(line))
  .map((line) => line.split('\t'))
  .filter((cells) => cells[3] === 'ward')
  .map((cells) => ({ code: cells[0]!, name: cells[2]! }))

t.test('what a clerk types is the first offered', async (t) => {
  const table: [string, string][] = [
    ['cts', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản'],
    ['CTBS', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản'],
    ['ks', 'Đăng ký khai sinh'],
    ['dkks', 'Đăng ký khai sinh'],
    ['kh', 'Đăng ký kết hôn'],
    ['kt', 'Đăng ký khai tử'],
    ['tthn', 'Cấp Giấy xác nhận tình trạng hôn nhân'],
    ['ctck', 'Chứng thực chữ ký trong giấy tờ, văn bản'],
    ['khai sinh', 'Đăng ký khai sinh'],
    ['kết hôn', 'Đăng ký kết hôn'],
    ['di chuc', 'Chứng thực di chúc'],
    ['2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản'],
    ['815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản']
  ]
  for (const [typed, name] of table) t.equal(byLetters(ward, typed)[0]?.name, name, typed)
})

t.test('what fits nothing offers nothing, and nothing typed offers nothing', async (t) => {
  for (const typed of ['', '  ', 'zzz', 'qwx', '9.999', '--']) t.same(byLetters(ward, typed), [], `"${typed}"`)
})

t.test('the same letters give the same order, whatever the order of the list', async (t) => {
  const other = [...ward].reverse()
  for (const typed of ['c', 'cc', 'khai', 'chung thuc']) t.same(byLetters(other, typed), byLetters(ward, typed), typed)
})
