// The papers of the ledger and the book of the year, read back as a reader's program would.
import t from 'tap'
import { type HandOverListData, printHandOverList } from '../../src/documents/forms/hand-over-list.ts'
import { printOriginalLabels } from '../../src/documents/forms/original-labels.ts'
import { printRegisterBook } from '../../src/documents/forms/register-book.ts'
import { rowOf } from '../../src/registers/rules.ts'
import { readPdf, squeeze } from './read-pdf.ts'

const at = Temporal.Instant.from('2026-11-24T02:00:00Z')
const heading = { agency: 'Ủy ban nhân dân quận Hồng Bàng', desk: 'Bộ phận Tiếp nhận và Trả kết quả', place: 'Hải Phòng' }
const item = {
  code: 'BG-37XY-AZUU',
  name: 'Giấy khai sinh',
  dossierCode: '000.00.18.H24-261113-0187',
  form: 'Bản chính',
  outcome: 'Đã nhận',
  taken: true
}
const list: HandOverListData = {
  heading,
  number: 'GB-303-261124-01',
  at,
  giver: { who: 'Bộ phận một cửa, Quận Hồng Bàng', name: 'Phạm Thu Hà', signedAt: at },
  receiver: { who: 'Trần Minh Đức, Sở Tư pháp', name: 'Trần Minh Đức', signedAt: at },
  items: [item, { ...item, code: 'BG-X8FT-VUY5', outcome: 'Không thấy: Không có trong túi', taken: false }],
  waiting: false
}

t.test('a hand-over list: two copies, both names, every code as text and to scan, what is missing with its reason', async (t) => {
  const bytes = await printHandOverList(list)
  const read = await readPdf(bytes)
  const text = squeeze(read.text)

  t.match(text, 'GIẤY BÀN GIAO HỒ SƠ')
  t.match(text, 'Bản 1: Bên giao giữ')
  t.match(text, 'Bản 2: Bên nhận giữ')
  t.match(text, 'giao nhận 1/2 bản')
  t.match(text, 'Không thấy: Không có trong túi')
  t.match(text, 'Trần Minh Đức')
  const said = read.pages.flatMap(({ alternatives }) => alternatives)
  for (const { code } of list.items) {
    t.ok(text.includes(code))
    t.ok(said.includes(`Mã vạch: ${code}`) && said.includes(`Mã QR: ${code}`), `${code} is drawn twice, and said to who cannot see it`)
  }
  t.ok(read.tagged)
  t.same(await printHandOverList(list), bytes, 'printed again it is the same paper')
})

t.test('while only the giver has signed the list says whose the papers still are', async (t) => {
  const read = await readPdf(await printHandOverList({ ...list, receiver: { who: 'Sở Tư pháp', name: '' }, waiting: true }))
  t.match(squeeze(read.text), /Bên nhận chưa xác nhận ?: bản chính vẫn do bên giao giữ/)
})

t.test('forty labels: every one with its code, a long name shortened and not lost in the next label', async (t) => {
  const name = 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất'
  const labels = Array.from({ length: 40 }, () => ({ code: 'BG-37XY-AZUU', name, dossierCode: item.dossierCode }))
  const read = await readPdf(await printOriginalLabels({ agency: heading.agency, dossierCode: item.dossierCode, at, labels }))
  t.equal(read.pages.flatMap(({ alternatives }) => alternatives).filter((said) => said.startsWith('Mã QR')).length, 40)
  t.match(squeeze(read.text), 'Giấy chứng nhận quyền')
})

t.test('Mẫu số 06 lies on A4: a cover with number and year, every column, the closing with both names', async (t) => {
  const facts = {
    code: item.dossierCode,
    state: 'returned',
    procedureName: 'Đăng ký khai sinh',
    applicantName: 'Nguyễn Thị Lan',
    delivery: { method: 'desk' as const }
  }
  const times = { receivedAt: at, acceptedAt: at, dueAt: at, returnedAt: at, finishedAt: at }
  const row = rowOf({ ...facts, ...times, applicant: { phone: '0912480123' } }, { line: 1, agency: 'Quận Hồng Bàng' })
  const closed = { at, lines: 1, hash: 'ab12cd34'.repeat(8), proposedBy: 'Đặng Thị Mai', closedBy: 'Lương Hải Âu' }
  const read = await readPdf(
    await printRegisterBook({ heading, number: '01/2026', year: 2026, piece: { nth: 1, of: 1 }, rows: [row], at, closed })
  )
  const text = squeeze(read.text)

  t.ok(read.pages.every(({ width, height }) => width > height))
  for (const words of [
    'SỔ THEO DÕI HỒ SƠ',
    'Quyển số: 01/2026',
    'Năm: 2026',
    'Phương thức nhận kết quả',
    'Trực tiếp tại quầy',
    'Đã ký nhận',
    'Đặng Thị Mai',
    'Lương Hải Âu'
  ])
    t.match(text, words)
})
