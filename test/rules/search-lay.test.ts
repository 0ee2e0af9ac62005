// People ask in the words of home, without marks and with typing errors; the right procedure is among the first three.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { fold } from '../../src/kernel/fold.ts'
import { proceduresOfEvent } from '../../src/procedures/queries.ts'
import { searchProcedures } from '../../src/procedures/search-queries.ts'
import { openTestDatabase } from '../helpers/database.ts'

const on = Temporal.PlainDate.from('2026-11-23')

// Each line: what somebody typed, and the procedures any of which is right.
const asked: [string, ...string[]][] = [
  ['khai sinh', '1.001193'],
  ['lam giay khai sinh cho be', '1.001193'],
  ['dang ki khai sinh cho con moi de', '1.001193'],
  ['giấy khai sing', '1.001193'],
  ['khia sinh', '1.001193'],
  ['giay khai sinh bi mat', '1.004884', '2.000635'],
  ['xin ban sao khai sinh', '2.000635'],
  ['trich luc khai tu', '2.000635'],
  ['toi muon lay vo', '1.000894'],
  ['dang ky ket hon can giay to gi', '1.000894'],
  ['ket hon voi nguoi han quoc', '2.000806'],
  ['giay doc than', '1.004873'],
  ['xac nhan chua ket hon', '1.004873'],
  ['xac nhan tinh trang hon nhan', '1.004873'],
  ['bo toi moi mat lam giay chung tu', '1.000656'],
  ['khai tu', '1.000656'],
  ['doi ten trong giay khai sinh', '1.004859'],
  ['sai ngay sinh tren khai sinh', '1.004859'],
  ['nhan con nuoi', '2.001263'],
  ['cong chung bang dai hoc', '2.000815'],
  ['sao y ban chinh', '2.000815'],
  ['foto cong chung can cuoc', '2.000815'],
  ['xac nhan chu ky so yeu ly lich', '2.000884'],
  ['cong chung hop dong mua ban xe may', '2.001035'],
  ['lam di chuc', '2.001019'],
  ['chia dat thua ke cho anh em', '2.001406', '2.000889', '2.001009'],
  ['sang ten so do', '2.000889'],
  ['lam so do lan dau', '1.003003'],
  ['hang xom lan dat nha toi', '1.012812'],
  ['xin phep xay nha', '1.013225'],
  ['giay phep xay dung nha o', '1.013225'],
  ['sua nha nang them tang', '1.013229'],
  ['mo quan com', '1.001612'],
  ['mo cua hang quan ao', '1.001612'],
  ['giay phep kinh doanh ho gia dinh', '1.001612'],
  ['dong cua tiem tap hoa', '1.001266'],
  ['thanh lap cong ty tnhh', '2.001583', '2.001199'],
  ['doi giam doc cong ty', '2.002010'],
  ['chuyen dia chi cty', '2.002041'],
  ['nhap ho khau ve nha chong', '1.004222'],
  ['dang ky tam tru cho nguoi thue tro', '1.004194'],
  ['tach khau', '1.010038'],
  ['chuyen truong cap 2 cho con', '2.002481'],
  ['tro cap nguoi gia 80 tuoi', '1.001776'],
  ['giay xac nhan khuyet tat', '1.001699'],
  ['xin ho ngheo', '1.011607'],
  ['tien mai tang', '1.001731', '1.010824'],
  ['con liet si', '1.010833'],
  ['ly lich tu phap', '2.000488'],
  ['giay khong co tien an tien su', '2.000488'],
  ['doi bang lai xe o to', '1.002809'],
  ['gui sach tu my ve', '1.003725'],
  ['nhap khau sach bao khong kinh doanh', '1.003725'],
  ['dang ky may photocopy mau', '2.001732'],
  ['hop bao', '2.001171', '2.001173'],
  ['the huong dan vien du lich', '1.004628'],
  ['ban ruou', '2.000620', '2.001624'],
  ['mo cay xang', '2.000648'],
  ['giay chung nhan ve sinh an toan thuc pham', '2.000591', '2.001827'],
  ['dang ky tau ca', '1.003650'],
  ['giayphep lao dong cho nguoi nuoc ngoai', '2.000205', '1.000459'],
  ['luat su mien phi', '2.000829'],
  // Forty more, asked for the first time after the tuning for the fifty: 34 were found then.
  ['lam khai sinh cho chau ngoai duoc khong', '1.001193'],
  ['con gai toi sinh o benh vien phu san muon lam giay to', '1.001193'],
  ['hai vo chong tre muon dang ky cuoi', '1.000894'],
  ['xác nhận chưa vợ để cưới ở nước ngoài', '1.004873'],
  ['ong noi mat tu nam ngoai chua bao', '1.000656'],
  ['sao bang tot nghiep co dau', '2.000815', '2.000908'],
  ['hop dong ban xe may cu', '2.001035'],
  ['xin ban sao giay ket hon', '2.000635'],
  ['doi ho cho con theo me', '1.004859'],
  ['chuyen khau tu thai binh ve hai phong', '1.004222'],
  ['sinh vien thue phong tro dang ky gi', '1.004194'],
  ['me don than nuoi con nho co duoc ho tro khong', '1.001776'],
  ['lam the khuyet tat cho con bi cam', '1.001699'],
  ['mở tiệm sửa xe máy', '1.001612'],
  ['ban online o nha co can giay phep khong', '1.001612'],
  ['đổi tên quán cà phê', '2.000720'],
  ['mat giay phep kinh doanh cua quan', '2.000575'],
  ['xay nha cap 4 o ngoai thanh', '1.013225'],
  ['sua lai mai nha bi dot', '1.013229'],
  ['ban dat cho hang xom thi sang ten the nao', '2.000889'],
  ['tang dat cho con', '2.000889'],
  ['quan bia muon ban ruou', '2.000620'],
  ['lap cong ty co phan 3 nguoi', '2.002043'],
  ['cong ty muon giai the', '2.002023'],
  ['doi giam doc moi', '2.002010'],
  ['thue lao dong nguoi nhat', '2.000205'],
  ['xin giay ly lich de di canada', '2.000488'],
  ['lai xe b2 het han doi o dau', '1.002809'],
  ['mo tram xang', '2.000648'],
  ['tau ca moi dong dang ky', '1.003650'],
  ['xe tai cho hang thue can giay phep', '1.000703'],
  ['nhập mấy cuốn sách từ mỹ về đọc', '1.003725'],
  ['in ky yeu lop', '1.003868'],
  ['mo tiem photo', '2.001740', '2.001732'],
  ['cap giay an toan ve sinh quan an', '2.000591', '1.001612'],
  ['cong ty du lich noi dia', '2.001628'],
  ['ly hon ở pháp về ghi chú', '2.000554'],
  ['nhan chau lam con nuoi', '2.001263'],
  ['dịch hộ chiếu sang tiếng việt công chứng', '2.000992', '2.001008'],
  ['cai chinh nam sinh khai sinh nguoi lon', '2.000748']
]

t.test('of all lay questions at least nine in ten find the right procedure among the first three', async (t) => {
  const { db } = await openTestDatabase(t)

  const misses: string[] = []
  for (const [text, ...right] of asked) {
    const { items } = await searchProcedures(db, text, { on, limit: 3 })
    if (!items.some(({ code }) => right.includes(code)))
      misses.push(`${text} → ${items.map(({ code, name }) => `${code} ${name}`).join(' · ')}`)
  }

  for (const miss of misses) t.comment(`missed: ${miss}`)
  t.ok(misses.length <= asked.length * 0.1, `${asked.length - misses.length} of ${asked.length} found`)
})

t.test('words come in any order, the last one perhaps unfinished', async (t) => {
  const { db } = await openTestDatabase(t)
  for (const text of ['hôn kết ký đăng', 'đăng ký kết hô', 'ket ho']) {
    const { items } = await searchProcedures(db, text, { on, limit: 3 })
    t.ok(
      items.some(({ code }) => code === '1.000894'),
      text
    )
  }
})

t.test('fifty people of the city, asking as they speak: at least nine in ten see the right procedure among the first three', async (t) => {
  const { db } = await openTestDatabase(t)
  const text = await readFile(join(import.meta.dirname, 'lay-queries.tsv'), 'utf8')
  const queries = text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  const missed: string[] = []
  const took: number[] = []
  for (const [query, codes] of queries) {
    const start = performance.now()
    const { items } = await searchProcedures(db, query!, { on, limit: 3 })
    took.push(performance.now() - start)
    if (!items.some(({ code }) => codes!.split(', ').includes(code))) missed.push(query!)
  }
  const [median, slowest] = [took.sort((a, b) => a - b)[took.length >> 1]!, took.at(-1)!]
  t.comment(
    `${queries.length - missed.length} of ${queries.length} in the first three; ${median.toFixed(1)} ms, at most ${slowest.toFixed(1)} ms`
  )
  t.comment(`missed: ${missed.join(' · ') || 'none'}`)
  t.equal(queries.length, 50)
  t.ok(missed.length <= 5, `${missed.length} missed`)
})

t.test('none of the fifty was put into the catalogue word for word', async (t) => {
  const catalogue = join(import.meta.dirname, '../../src/procedures/catalogue')
  const lists = await Promise.all(['synonyms.tsv', 'everyday-words.tsv'].map((name) => readFile(join(catalogue, name), 'utf8')))
  const phrases = new Set(lists.flatMap((text) => text.split(/[\n\t]/)).map(fold))
  const text = await readFile(join(import.meta.dirname, 'lay-queries.tsv'), 'utf8')
  for (const line of text.split('\n').filter((line) => line && !line.startsWith('#')))
    t.notOk(phrases.has(fold(line.split('\t')[0]!)), line)
})

t.test('an occasion of life, named as such, gives its procedures in the order they are best done', async (t) => {
  const { db } = await openTestDatabase(t)
  for (const event of ['sinh con', 'Kết hôn', 'mo quan', 'xây nhà', 'mat giay to']) {
    const [found, inOrder] = await Promise.all([searchProcedures(db, event, { on, limit: 3 }), proceduresOfEvent(db, event, { on })])
    t.same(
      found.items.map(({ code }) => code),
      inOrder.items.slice(0, 3).map(({ code }) => code),
      event
    )
  }
})

t.test('spelt with its marks, the exact name comes first', async (t) => {
  const { db } = await openTestDatabase(t)
  const first = async (text: string) => (await searchProcedures(db, text, { on, limit: 1 })).items[0]?.code
  t.equal(await first('Đăng ký khai tử'), '1.000656')
  t.equal(await first('đăng ký khai sinh'), '1.001193')
  t.equal(await first('Tách hộ'), '1.010038')
})

t.test('a code finds its procedure, its beginning finds all that begin so, and nonsense finds nothing', async (t) => {
  const { db } = await openTestDatabase(t)
  const codes = async (text: string) => (await searchProcedures(db, text, { on, limit: 50 })).items.map(({ code }) => code)
  t.same(await codes('1.003725.000.00.00.H24'), ['1.003725'])
  t.same((await codes('1.0037')).sort(), ['1.003725', '1.003729'])
  t.same(await codes('qwxz jkfh'), [])
  t.same(await codes('9.999999'), [])
  for (const text of ["' or 1=1 --", '%', '\\', '_ _ _', 'a'.repeat(500), '🙂']) await t.resolves(codes(text), text.slice(0, 20))
})

t.test('pages of a search follow each other without repeating or losing a procedure', async (t) => {
  const { db } = await openTestDatabase(t)
  const whole = await searchProcedures(db, 'giấy phép', { on, limit: 200 })
  const paged: string[] = []
  let after: string | undefined
  do {
    const page = await searchProcedures(db, 'giấy phép', { on, limit: 7, after })
    paged.push(...page.items.map(({ code }) => code))
    after = page.next ?? undefined
  } while (after !== undefined)
  t.same(
    paged,
    whole.items.map(({ code }) => code)
  )
  t.equal(whole.next, null)
})
