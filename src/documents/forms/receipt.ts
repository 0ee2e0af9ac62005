// Mẫu số 01: the desk took the papers in and says when the result is due, and how that day was counted. Two copies.
import { formatMoney, moneyInWords } from '../../kernel/money.ts'
import { dayOf } from '../../kernel/time.ts'
import { field, fieldPair, paragraph, signed, table } from '../layout.ts'
import { type Heading, type LookUp, longInstant, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { type Part, printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { type Wording, wordsOn } from '../wording.ts'

/** A kind of paper and how many were handed in of it (or are asked for): originals, certified copies, plain copies. */
export type PaperCount = { name: string; originals: number; certifiedCopies: number; copies: number }
/** `state` in words: `đã nộp trực tuyến`, `nộp khi nhận kết quả`. Amount in đồng. */
export type FeeLine = { name: string; amount: number; state: string }

export type ReceiptData = {
  heading: Heading
  /** Printed after `Số:`, e.g. `15/BPTNTKQ`; empty prints dots. */
  number: string
  code: string
  issuedAt: Temporal.Instant
  /** The address behind the QR code. */
  trackingUrl: string
  /** The address of the sealed facts: the QR code then proves the paper instead of only finding the dossier. */
  sealUrl?: string | undefined
  /** How it was filed, in words: `Trực tuyến`, `Trực tiếp tại quầy`, `Qua bưu chính công ích`. */
  channel: string
  /** Who handed it in; `owner` when that is for somebody else. */
  applicant: Person
  owner?: { name: string; address: string }
  procedure: string
  papers: PaperCount[]
  sets: number
  /** `15 ngày`, `05 ngày làm việc`, `trong ngày` */
  processingTime: string
  receivedAt: Temporal.Instant
  dueAt: Temporal.Instant
  /** How the due date was counted, a sentence each. */
  explanation: string[]
  /** Where or how the result will be received. */
  resultAt: string
  book?: { volume: string; line: string }
  fees: FeeLine[]
  lookUp: LookUp
  clerk: string
  wording?: Wording | undefined
}

/** The table of papers, as forms 01 and 02 and the postal slip have it. */
export function papersTable(sheet: Sheet, papers: readonly PaperCount[], head = 'Tên giấy tờ'): Strip[] {
  const count = (value: number) => (value > 0 ? String(value).padStart(2, '0') : '')
  return table(
    sheet,
    [
      { head: 'TT', share: 7, align: 'center' },
      { head, share: 54 },
      { head: 'Bản chính', share: 12, align: 'center' },
      { head: 'Bản chứng thực', share: 15, align: 'center' },
      { head: 'Bản photo', share: 12, align: 'center' }
    ],
    papers.map((paper, index) => [String(index + 1), paper.name, count(paper.originals), count(paper.certifiedCopies), count(paper.copies)])
  )
}

/** Name, address, telephone, e-mail and number of identity, as every form asks for them; on the receipt also how it was filed. */
export function personFields(sheet: Sheet, label: string, person: Person, channel?: string): Strip[] {
  const [identity, way] = [
    { label: 'Số căn cước/hộ chiếu', value: person.idNumber },
    { label: 'Hình thức nộp', value: channel }
  ]
  return [
    ...field(sheet, label, person.name, { strong: true, before: 8 }),
    ...field(sheet, 'Địa chỉ', person.address),
    ...fieldPair(sheet, { label: 'Số điện thoại', value: person.phone }, { label: 'Email', value: person.email }, 0.45),
    ...(identity.value && way.value
      ? fieldPair(sheet, identity, way, 0.55)
      : [identity, way].flatMap((each) => (each.value ? field(sheet, each.label, each.value) : [])))
  ]
}

export function feeStrips(sheet: Sheet, fees: readonly FeeLine[]): Strip[] {
  const line = (fee: FeeLine) => [`${fee.name}: `, bold(formatMoney(fee.amount)), ` (${fee.state})`]
  if (fees.length === 0) return paragraph(sheet, 'Phí, lệ phí: không thu.')
  if (fees.length === 1) return paragraph(sheet, ['Phí, lệ phí – ', ...line(fees[0]!)])
  const sum = fees.reduce((total, { amount }) => total + amount, 0)
  return [
    ...paragraph(sheet, 'Phí, lệ phí:', { keep: true }),
    ...fees.flatMap((fee) => paragraph(sheet, ['– ', ...line(fee)], { indent: 12, before: 0 })),
    ...paragraph(sheet, ['Cộng: ', bold(formatMoney(sum)), italic(` (Bằng chữ: ${moneyInWords(sum)})`)], { indent: 12, before: 0 })
  ]
}

function copy(sheet: Sheet, data: ReceiptData, note: string): Strip[] {
  const { say, lines } = wordsOn('receipt', data.wording)
  const { url, phone } = data.lookUp
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference: say('reference'), on: dayOf(data.issuedAt) }),
      titleBlock(sheet, {
        lines: lines('title'),
        under: italic(`(${note})`),
        ...qrOf(data),
        code: data.code
      }),
      ...personFields(sheet, `${data.heading.desk} tiếp nhận hồ sơ của`, data.applicant, data.channel),
      ...field(sheet, 'Nội dung yêu cầu giải quyết', data.procedure, { strong: true }),
      ...(data.owner ? [...field(sheet, 'Chủ hồ sơ', data.owner.name), ...field(sheet, 'Địa chỉ chủ hồ sơ', data.owner.address)] : []),
      ...paragraph(sheet, '1. Thành phần hồ sơ nộp gồm:', { keep: true, before: 4 }),
      ...papersTable(sheet, data.papers),
      ...fieldPair(
        sheet,
        { label: '2. Số lượng hồ sơ', value: `${String(data.sets).padStart(2, '0')} bộ` },
        { label: '3. Thời gian giải quyết theo quy định', value: data.processingTime },
        0.36,
        4
      ),
      ...field(sheet, '4. Thời gian nhận hồ sơ', longInstant(data.receivedAt)),
      ...field(sheet, '5. Thời gian trả kết quả', longInstant(data.dueAt), { strong: true }),
      ...(data.explanation.length > 0
        ? paragraph(sheet, italic(`Cách tính: ${data.explanation.join(' ')}`), { size: 9, indent: 12, before: 0 })
        : []),
      ...field(sheet, '6. Đăng ký nhận kết quả tại', data.resultAt),
      ...feeStrips(sheet, data.fees),
      ...fieldPair(
        sheet,
        { label: 'Vào Sổ theo dõi hồ sơ, Quyển số', value: data.book?.volume },
        { label: 'Số thứ tự', value: data.book?.line },
        0.66
      ),
      ...paragraph(sheet, italic(say('note', { 'địa chỉ': url, gọi: unparted(phone) })), { size: 9, before: 4 })
    ],
    [
      { title: say('giver'), name: data.applicant.name },
      { title: say('taker'), name: data.clerk }
    ]
  )
}

/** Two copies in one document: one stays with the dossier, one goes to the person who filed. */
export function printReceipt(data: ReceiptData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `${data.code} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA5({ title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${data.code}`, author: data.heading.agency, at: data.issuedAt }, [
    part('Liên 1: Lưu'),
    part('Liên 2: Giao người nộp')
  ])
}
