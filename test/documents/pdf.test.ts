// The pen under strain: endless names, hundreds of papers, foreign letters. Nothing is lost and nothing leaves the frame.
import t from 'tap'
import { printPostalHandOver } from '../../src/documents/forms/postal-hand-over.ts'
import { printReceipt } from '../../src/documents/forms/receipt.ts'
import { printSupplementRequest } from '../../src/documents/forms/supplement-request.ts'
import { longDay } from '../../src/documents/official.ts'
import { type Page, readPdf, squeeze } from './read-pdf.ts'
import { postalHandOver, receipt, supplementRequest } from './samples.ts'

const mm = (value: number) => (value * 72) / 25.4
const numbered = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(4, '0')}`)
const overflowing = (page: Page) =>
  page.items.filter(
    ({ text, left, right, baseline }) =>
      text.trim() !== '' && (left < mm(14.9) || right > page.width - mm(10.9) || baseline < mm(4) || baseline > page.height - mm(8))
  )

t.test('sixty papers and one name of five thousand letters run over many pages without losing a word', async (t) => {
  const words = numbered('từ', 900)
  const papers = [
    ...Array.from({ length: 60 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1} trong hồ sơ`,
      originals: 1,
      certifiedCopies: 0,
      copies: 0
    })),
    { name: words.join(' '), originals: 1, certifiedCopies: 2, copies: 3 }
  ]

  const { pages, text } = await readPdf(await printReceipt({ ...receipt, papers }))

  const found = new Set(text.split(' '))
  t.same(
    words.filter((word) => !found.has(word)),
    [],
    'every word is there'
  )
  for (const { name } of papers.slice(0, 60)) t.ok(text.includes(name), name)
  t.ok(pages.length > 8)
  t.same(pages.flatMap(overflowing), [], 'inside the frame')
  const half = pages.length / 2
  const texts = pages.map((page) => squeeze(page.items.map((item) => item.text).join(' ')))
  t.notMatch(texts[0], 'Trang 1/', 'the first page bears no number')
  t.match(texts[1], `Trang 2/${half}`)
  t.match(texts[1], '000.00.11.H24-261123-0001 – Liên 1: Lưu')
  t.match(texts[half], '(Liên 2: Giao người nộp)', 'the second copy begins on its own page')
  t.match(texts[1], 'Tên giấy tờ', 'the head of the table is printed again')
  t.ok(text.lastIndexOf('NGƯỜI TIẾP NHẬN HỒ SƠ') > text.lastIndexOf('từ0899'))
})

t.test('a name, an address and an e-mail without a single blank are cut inside the column', async (t) => {
  const endless = 'Ng'.repeat(700)

  const { pages, text } = await readPdf(
    await printReceipt({
      ...receipt,
      applicant: { name: endless, address: endless, phone: endless, email: `${endless}@example.vn` },
      papers: [{ name: endless, originals: 1, certifiedCopies: 0, copies: 0 }]
    })
  )

  t.same(pages.flatMap(overflowing), [])
  t.ok(text.replaceAll(' ', '').includes(`Địachỉ:${endless}`))
})

t.test('signatures never stand alone: the last lines of the text go with them, wherever the page ends', async (t) => {
  for (let count = 1; count <= 40; count++) {
    const reasons = numbered('Lý do số ', count)
    const { pages } = await readPdf(await printSupplementRequest({ ...supplementRequest, reasons }))

    const texts = pages.map((page) => squeeze(page.items.map((item) => item.text).join(' ')))
    const signed = texts.filter((text) => text.includes('NGƯỜI HƯỚNG DẪN'))
    t.equal(signed.length, 2)
    for (const text of signed)
      t.match(text, /để được hướng dẫn.* NGƯỜI HƯỚNG DẪN \(Ký, ghi rõ họ tên\) Vũ Thị Thu Thuỷ/, `${count} reasons`)
    t.same(pages.flatMap(overflowing), [], `${count} reasons`)
  }
})

t.test('a comma after a bold name stays with the name, wherever the line ends', async (t) => {
  for (let length = 85; length < 115; length++) {
    const postman = { name: `Lê ${'i'.repeat(length)}` }

    const { pages } = await readPdf(await printPostalHandOver({ ...postalHandOver, postman }))

    t.same(
      pages.flatMap(({ items }) => items.filter((item) => item.text.startsWith(',') && item.left < mm(16))),
      []
    )
  }
})

t.test('letters typed in pieces are composed, controls dropped, unknown signs shown as boxes', async (t) => {
  const { text } = await readPdf(
    await printReceipt({
      ...receipt,
      applicant: { ...receipt.applicant, name: `${'Nguyễn Thị Hường'.normalize('NFD')}\u0007 李 🙂`, address: 'Tổ 1\n\tphường 2' }
    })
  )

  t.match(text, 'Nguyễn Thị Hường □ □')
  t.match(text, 'Địa chỉ: Tổ 1 phường 2')
})

t.test('an agency with an ampersand in its name still gets readable metadata', async (t) => {
  const { author, conformance } = await readPdf(
    await printReceipt({ ...receipt, heading: { ...receipt.heading, agency: 'Sở A & B <một>' } })
  )

  t.equal(conformance, '2A')
  t.equal(author, 'Sở A   B  một ')
})

t.test('days under ten and the first two months have a leading zero, as in official letters', async (t) => {
  t.equal(longDay(Temporal.PlainDate.from('2026-02-05')), 'ngày 05 tháng 02 năm 2026')
  t.equal(longDay(Temporal.PlainDate.from('2026-03-15')), 'ngày 15 tháng 3 năm 2026')
})
