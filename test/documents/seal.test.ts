// What is printed is what verifies: the sealed QR code of every form, read back from the picture of its page.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'qrcode'
import t, { type Test } from 'tap'
import { qrPath } from '../../src/documents/barcodes.ts'
import { printFilingConfirmation } from '../../src/documents/forms/filing-confirmation.ts'
import { type PaymentReceiptData, printPaymentReceipt } from '../../src/documents/forms/payment-receipt.ts'
import { printReceipt } from '../../src/documents/forms/receipt.ts'
import { printRejection } from '../../src/documents/forms/rejection.ts'
import { printSupplementRequest } from '../../src/documents/forms/supplement-request.ts'
import { checkPaper, digestOfFacts, openSeal, type PaperForm, paperAddress, sealPaper } from '../../src/documents/verification.ts'
import { paintPath, qrCodesIn, readPgm } from '../helpers/qr.ts'
import { readPdf } from './read-pdf.ts'
import * as samples from './samples.ts'

const seal = await openSeal(Uint8Array.fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'))
const keys = [{ id: seal.keyId, publicKey: seal.publicKey, validFrom: 0, validTo: null }]

/** The longest there will be: a long host, a long number, a receipt for much money. */
async function addressOf(form: PaperForm, number: string): Promise<string> {
  const token = await sealPaper(seal, {
    form,
    number,
    code: '000.00.18.H24-261123-0015',
    issuedAt: 1_795_420_800,
    holder: 'N.T.H.',
    dueAt: form === 'receipt' ? 1_795_852_800 : undefined,
    amount: form === 'payment_receipt' ? 1_250_000 : undefined,
    digest: await digestOfFacts([form, number])
  })
  return paperAddress('https://motcua.haiphong.gov.vn', token)
}

const { receipt, supplementRequest, rejectionOnline, filingConfirmation } = samples
const paymentReceipt: PaymentReceiptData = {
  heading: receipt.heading,
  number: '0000012/2026',
  code: receipt.code,
  paidAt: receipt.issuedAt,
  trackingUrl: receipt.trackingUrl,
  payer: receipt.applicant,
  procedure: receipt.procedure,
  lines: [{ name: 'Lệ phí', amount: 1_250_000 }],
  amount: 1_250_000,
  way: 'Tiền mặt tại quầy',
  lookUp: receipt.lookUp,
  clerk: receipt.clerk
}
const papers = [
  { form: 'receipt', number: '15/BPTNTKQ', print: (sealUrl: string) => printReceipt({ ...receipt, sealUrl }) },
  { form: 'supplement_request', number: '15/HDHS', print: (sealUrl: string) => printSupplementRequest({ ...supplementRequest, sealUrl }) },
  { form: 'rejection', number: '15/TCTN', print: (sealUrl: string) => printRejection({ ...rejectionOnline, sealUrl }) },
  {
    form: 'filing_confirmation',
    number: '000.00.18.H24-261123-0015',
    print: (sealUrl: string) => printFilingConfirmation({ ...filingConfirmation, sealUrl })
  },
  { form: 'payment_receipt', number: '0000012/2026', print: (sealUrl: string) => printPaymentReceipt({ ...paymentReceipt, sealUrl }) }
] as const

/** Of Poppler, where the machine has it. */
const painter = 'pdftoppm'
const dotsPerInch = 200

/** The first page as a camera sees it; undefined where no such program is installed. */
function picture(t: Test, bytes: Uint8Array) {
  const file = join(t.testdir(), 'page')
  writeFileSync(`${file}.pdf`, bytes)
  const { stdout, error } = spawnSync(painter, ['-gray', '-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', `${file}.pdf`], {
    maxBuffer: 50_000_000
  })
  return error ? undefined : readPgm(stdout)
}

for (const { form, number, print } of papers)
  t.test(`the code on the ${form.replace('_', ' ')} is read from its picture and proves the paper`, async (t) => {
    const address = await addressOf(form, number)

    const bytes = await print(address)
    const page = picture(t, bytes)
    const [seen, ...more] = await qrCodesIn(page ?? paintPath(qrPath(address)))

    t.equal(seen?.text, address)
    t.same(more, [], 'one code, so that no camera takes the wrong one')
    const modules = create(address, { errorCorrectionLevel: 'M' }).modules.size
    if (page) t.ok(((seen!.side / dotsPerInch) * 25.4) / modules > 0.48, 'a module is half a millimetre, measured to a dot')
    t.match(await checkPaper(seen!.text, keys), { verdict: 'genuine', facts: { form, number } })
    const { pages } = await readPdf(bytes)
    t.equal(pages.length, (await readPdf(await print(''))).pages.length, 'the larger code costs no page')
    t.ok(pages[0]!.alternatives.includes('Mã QR kiểm tra giấy thật: quét bằng máy ảnh điện thoại'))
    t.equal(Buffer.compare(bytes, await print(address)), 0, 'printed twice, the same bytes')
  })

t.test('the code stays small enough for a phone: version 12 at most, level M', async (t) => {
  for (const { form, number } of papers) {
    const { version } = create(await addressOf(form, number), { errorCorrectionLevel: 'M' })
    t.ok(version <= 12, `${form}: ${version}`)
  }
})
