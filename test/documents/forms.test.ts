// Every form, read back from its PDF: all that was filled in stands there, in A5, tagged, and the same bytes each time.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import t from 'tap'
import { previewForm } from '../../src/documents/actions/preview-form.ts'
import { printApology } from '../../src/documents/forms/apology.ts'
import { printFilingConfirmation } from '../../src/documents/forms/filing-confirmation.ts'
import { printGuidanceSlip } from '../../src/documents/forms/guidance-slip.ts'
import { printHandOverList } from '../../src/documents/forms/hand-over-list.ts'
import { printHandOverSlip } from '../../src/documents/forms/hand-over-slip.ts'
import { printOriginalLabels } from '../../src/documents/forms/original-labels.ts'
import { printPaymentReceipt } from '../../src/documents/forms/payment-receipt.ts'
import { drawPaymentSlip } from '../../src/documents/forms/payment-slip.ts'
import { printPostalHandOver } from '../../src/documents/forms/postal-hand-over.ts'
import { printPostalSlip } from '../../src/documents/forms/postal-slip.ts'
import { drawProcessSlip } from '../../src/documents/forms/process-slip.ts'
import { printReceipt } from '../../src/documents/forms/receipt.ts'
import { printRegisterBook } from '../../src/documents/forms/register-book.ts'
import { printRejection } from '../../src/documents/forms/rejection.ts'
import { printResult } from '../../src/documents/forms/result-paper.ts'
import { printShiftRecord } from '../../src/documents/forms/shift-record.ts'
import { printSupplementRequest } from '../../src/documents/forms/supplement-request.ts'
import { drawTransferSlip } from '../../src/documents/forms/transfer-slip.ts'
import { longDay } from '../../src/documents/official.ts'
import { wordedForms } from '../../src/documents/wording.ts'
import { readPdf, squeeze } from './read-pdf.ts'
import * as samples from './samples.ts'
import * as desk from './samples-of-the-desk.ts'

/** In millimetres. */
const sizes = { a5: [148, 210], a4: [210, 297], lying: [297, 210] }
type Printed = { print: () => Promise<Uint8Array>; data: object; title: string; pages: number; size?: keyof typeof sizes }

const forms: Record<string, Printed> = {
  receipt: {
    print: () => printReceipt(samples.receipt),
    data: samples.receipt,
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    pages: 2
  },
  supplement: {
    print: () => printSupplementRequest(samples.supplementRequest),
    data: samples.supplementRequest,
    title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    pages: 2
  },
  'rejection at the desk': {
    print: () => printRejection(samples.rejectionAtDesk),
    data: samples.rejectionAtDesk,
    title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    pages: 1
  },
  'rejection online': {
    print: () => printRejection(samples.rejectionOnline),
    data: samples.rejectionOnline,
    title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    pages: 1
  },
  apology: {
    print: () => printApology(samples.apology),
    data: samples.apology,
    title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    pages: 1
  },
  'filing confirmation': {
    print: () => printFilingConfirmation(samples.filingConfirmation),
    data: samples.filingConfirmation,
    title: 'XÁC NHẬN ĐÃ NỘP HỒ SƠ TRỰC TUYẾN',
    pages: 1
  },
  'control slip': {
    print: () => drawProcessSlip(samples.processSlip),
    data: samples.processSlip,
    title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    pages: 1
  },
  'transfer slip': {
    print: () => drawTransferSlip(samples.transferSlip),
    data: samples.transferSlip,
    title: 'PHIẾU CHUYỂN XỬ LÝ HỒ SƠ LIÊN THÔNG',
    pages: 1
  },
  'hand-over slip': {
    print: () => printHandOverSlip(samples.handOverSlip),
    data: samples.handOverSlip,
    title: 'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ',
    pages: 2
  },
  'postal slip': { print: () => printPostalSlip(samples.postalSlip), data: samples.postalSlip, title: 'PHIẾU GỬI HỒ SƠ', pages: 2 },
  'postal hand-over': {
    print: () => printPostalHandOver(samples.postalHandOver),
    data: samples.postalHandOver,
    title: 'BIÊN BẢN GIAO NHẬN HỒ SƠ',
    pages: 1,
    size: 'a4'
  },
  'guidance slip': { print: () => printGuidanceSlip(desk.guidanceSlip), data: desk.guidanceSlip, title: 'PHIẾU HƯỚNG DẪN', pages: 1 },
  'payment receipt': {
    print: () => printPaymentReceipt(desk.paymentReceipt),
    data: { ...desk.paymentReceipt, payer: { ...desk.paymentReceipt.payer, email: '' } },
    title: 'BIÊN LAI THU PHÍ, LỆ PHÍ',
    pages: 2
  },
  'payment slip': {
    print: () => drawPaymentSlip(desk.paymentSlip),
    data: { ...desk.paymentSlip, payer: { name: desk.paymentSlip.payer.name } },
    title: 'PHIẾU NỘP PHÍ, LỆ PHÍ',
    pages: 1
  },
  'shift record': {
    print: () => printShiftRecord(desk.shiftRecord),
    data: desk.shiftRecord,
    title: 'BIÊN BẢN ĐÓNG CA QUẦY SỐ 3',
    pages: 1,
    size: 'a4'
  },
  'hand-over list': {
    print: () => printHandOverList(desk.handOverList),
    data: desk.handOverList,
    title: 'GIẤY BÀN GIAO HỒ SƠ',
    pages: 2,
    size: 'a4'
  },
  labels: {
    print: () => printOriginalLabels(desk.originalLabels),
    data: desk.originalLabels.labels,
    title: 'Tem mã bản chính',
    pages: 1,
    size: 'a4'
  },
  'register book': {
    print: () => printRegisterBook(desk.registerBook),
    data: { ...desk.registerBook, closed: { ...desk.registerBook.closed, hash: '' } },
    title: 'SỔ THEO DÕI HỒ SƠ',
    pages: 2,
    size: 'lying'
  },
  'result paper': {
    print: () => printResult(desk.resultPaper),
    data: { ...desk.resultPaper, code: '' },
    title: 'GIẤY PHÉP',
    pages: 1,
    size: 'a4'
  }
}

/** Every text in the data, but for what is printed as a code or in another shape. */
function words(value: unknown, key = ''): string[] {
  if (['trackingUrl', 'variant', 'sha256', 'vietQr'].includes(key)) return []
  // What a block of a result is, not what it says.
  if (key === 'kind' && /^[a-z]+$/.test(String(value))) return []
  if (typeof value === 'string' && value.startsWith('http://motcua.test/quay')) return []
  if (typeof value === 'string') return ['agency', 'desk'].includes(key) ? [value.toLocaleUpperCase('vi')] : [value]
  if (value instanceof Temporal.PlainDate) return [longDay(value)]
  if (Array.isArray(value)) return value.flatMap((item) => words(item))
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, item]) => words(item, name))
  return []
}
/** Blanks don't matter: a cell may break a code or file name between two lines. */
const solid = (text: string) => squeeze(text).replaceAll(' ', '').toLocaleLowerCase('vi')

for (const [name, { print, data, title, pages, size = 'a5' }] of Object.entries(forms)) {
  t.test(`the ${name} says everything that was filled in, in composed Vietnamese`, async (t) => {
    const reading = await readPdf(await print())

    t.equal(reading.text, reading.text.normalize('NFC'))
    t.match(reading.text, title)
    for (const word of words(data)) t.ok(solid(reading.text).includes(solid(word)), word)
    t.notMatch(reading.text, '□', 'the font has every letter')
  })

  t.test(`the ${name} is tagged in Vietnamese, of its own size, under 120 KB, each copy on one page`, async (t) => {
    const bytes = await print()

    const reading = await readPdf(bytes)
    t.ok(reading.tagged)
    t.equal(reading.language, 'vi-VN')
    t.equal(reading.conformance, '2A')
    t.equal(reading.pages.length, pages)
    for (const page of reading.pages)
      t.same(
        [page.width, page.height].map((points) => Math.round((points / 72) * 25.4)),
        sizes[size]
      )
    const roles = new Set(reading.pages.flatMap((page) => page.roles))
    for (const role of ['Document', 'Sect', 'H1', 'P']) t.ok(roles.has(role), role)
    t.ok(bytes.length < 120_000, `${bytes.length} bytes`)
  })

  t.test(`the ${name} printed again is the same file`, async (t) => {
    t.ok(Buffer.from(await print()).equals(Buffer.from(await print())))
  })
}

t.test('a form does not depend on what was printed before it: a fresh process makes the same file', async (t) => {
  for (const { print } of Object.values(forms)) await print()
  const [form, sample] = ['../../src/documents/forms/receipt.ts', './samples.ts'].map((path) => new URL(path, import.meta.url).href)
  const script = `
    const [{ printReceipt }, { receipt }] = await Promise.all([import('${form}'), import('${sample}')])
    const { createHash } = await import('node:crypto')
    process.stdout.write(createHash('sha256').update(await printReceipt(receipt)).digest('hex'))`

  const fresh = execFileSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], { encoding: 'utf8' })

  t.equal(
    fresh,
    createHash('sha256')
      .update(await printReceipt(samples.receipt))
      .digest('hex')
  )
})

t.test(
  'the receipt has two copies, one for the file and one for the citizen, with the due date, how it was counted, and both signatures',
  async (t) => {
    const { pages, title, author, createdAt } = await readPdf(await printReceipt(samples.receipt))

    const [first, second] = pages.map((page) => squeeze(page.items.map(({ text }) => text).join(' ')))
    t.match(first, '(Liên 1: Lưu)')
    t.match(second, '(Liên 2: Giao người nộp)')
    for (const copy of [first, second]) {
      t.match(copy, 'Mẫu số 01 – Thông tư số 01/2018/TT-VPCP')
      t.match(copy, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc')
      t.match(copy, 'Hải Phòng, ngày 23 tháng 11 năm 2026')
      t.match(copy, '5. Thời gian trả kết quả: 17 giờ 00 phút, thứ Ba, ngày 08 tháng 12 năm 2026')
      t.match(copy, 'Cách tính: Nhận hồ sơ lúc 09:05 thứ Hai, 23/11/2026')
      t.match(copy, '50.000 ₫')
      t.match(copy, /NGƯỜI NỘP HỒ SƠ \(Ký, ghi rõ họ tên\) Nguyễn Thị Hường NGƯỜI TIẾP NHẬN HỒ SƠ/)
    }
    t.ok(pages[0]!.alternatives.includes(`Mã QR tra cứu hồ sơ: ${samples.receipt.trackingUrl}`))
    t.ok(pages[0]!.alternatives.includes('Mã vạch: 000.00.11.H24-261123-0001'))
    for (const role of ['Table', 'TR', 'TH', 'TD', 'Figure']) t.ok(pages[0]!.roles.includes(role), role)
    t.match(String(title), 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả 000.00.11.H24-261123-0001')
    t.equal(author, 'Sở Thông tin và Truyền thông')
    t.match(String(createdAt), '20261123020500')
  }
)

t.test('read aloud, the last word of a line and the first of the next are two words, and a code cut in a table is one', async (t) => {
  const { pages } = await readPdf(await printPostalHandOver(samples.postalHandOver))

  const { aloud } = pages[0]!
  t.match(aloud, 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ')
  t.match(aloud, samples.postalHandOver.lines[0]!.code)
})

t.test('the supplement request has all reasons in one, and says the time starts anew', async (t) => {
  const { text } = await readPdf(await printSupplementRequest(samples.supplementRequest))

  t.match(text, 'Mẫu số 02')
  t.match(text, /Lý do: 1\. Giấy chứng sinh .+ 2\. Cha mẹ trẻ/)
  t.match(text, 'Thời gian giải quyết được tính lại từ đầu')
})

t.test('refused at the desk two sign, refused online the officer alone', async (t) => {
  const desk = await readPdf(await printRejection(samples.rejectionAtDesk))
  const online = await readPdf(await printRejection(samples.rejectionOnline))

  t.match(desk.text, 'NGƯỜI NỘP HỒ SƠ')
  t.match(desk.text, 'Căn cứ: Khoản 1 Điều 22 Nghị định số 23/2015/NĐ-CP.')
  t.notMatch(online.text, 'NGƯỜI NỘP HỒ SƠ')
  t.match(online.text, 'Thời gian nộp: 21 giờ 14 phút, Chủ nhật, ngày 22 tháng 11 năm 2026')
  t.match(online.text, 'Chữ ký số của Tổ chức (nếu là biểu mẫu điện tử)')
})

t.test('the confirmation prints the first sixteen digits of the fingerprint of each file', async (t) => {
  const { text } = await readPdf(await printFilingConfirmation(samples.filingConfirmation))

  t.match(text, '9f86 d081 884c 7d65')
  t.match(text, 'chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả')
})

t.test('a form not yet filled in leaves dots for the pen, not the word undefined', async (t) => {
  const { text } = await readPdf(
    await printReceipt({
      ...samples.receipt,
      number: '',
      book: undefined,
      owner: undefined,
      applicant: { name: '', address: '', phone: '' }
    })
  )

  t.match(text, 'Số: …………')
  t.notMatch(text, /undefined|null|NaN/)
})

t.test('each of the six forms can be looked at with new words before they hold', async (t) => {
  t.equal(wordedForms.length, 6)
  const now = () => Temporal.Instant.from('2026-11-24T02:00:00Z')
  for (const form of wordedForms) {
    const wording = { title: 'TÊN MỚI', reference: 'Mẫu theo thông tư mới' }
    const { text } = await readPdf(await previewForm({ now, baseUrl: 'https://motcua.example' }, form, wording))
    t.match(text, 'TÊN MỚI', form)
    t.match(text, 'Mẫu theo thông tư mới', form)
  }
})
