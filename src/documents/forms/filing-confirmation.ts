// Our own paper: the system has the citizen's online filing, file by file with its fingerprint, and what happens next. Not yet a receipt.
import { dayOf } from '../../kernel/time.ts'
import { field, paragraph, table } from '../layout.ts'
import { type Heading, type LookUp, longInstant, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { personFields } from './receipt.ts'

/** `sha256` in full, hexadecimal; its first 16 digits are printed. */
type FiledFile = { paper: string; fileName: string; bytes: number; sha256: string }

export type FilingConfirmationData = {
  heading: Heading
  code: string
  submittedAt: Temporal.Instant
  trackingUrl: string
  /** The address of the sealed facts: the QR code then proves the paper instead of only finding the dossier. */
  sealUrl?: string | undefined
  applicant: Person
  /** For whom, when the applicant files for somebody else. */
  owner?: { name: string; address: string }
  procedure: string
  files: FiledFile[]
  /** How the result will be received, in words. */
  resultAt: string
  /** What happens next and what to do, a sentence each. */
  next: string[]
  lookUp: LookUp
}

const filingConfirmationReference = 'Bản in từ hệ thống một cửa điện tử'

function size(bytes: number): string {
  const format = (value: number, unit: string) => `${value.toLocaleString('de-DE', { maximumFractionDigits: 1 })}\u00a0${unit}`
  return bytes < 1024 * 1024 ? format(bytes / 1024, 'KB') : format(bytes / 1024 / 1024, 'MB')
}

function strips(sheet: Sheet, data: FilingConfirmationData): Strip[] {
  return [
    ...officialHead(sheet, { heading: data.heading, reference: filingConfirmationReference, on: dayOf(data.submittedAt) }),
    titleBlock(sheet, { lines: ['XÁC NHẬN ĐÃ NỘP', 'HỒ SƠ TRỰC TUYẾN'], ...qrOf(data), code: data.code }),
    ...personFields(sheet, 'Người nộp hồ sơ', data.applicant),
    ...(data.owner ? [...field(sheet, 'Nộp thay cho', data.owner.name), ...field(sheet, 'Địa chỉ', data.owner.address)] : []),
    ...field(sheet, 'Thủ tục', data.procedure, { strong: true }),
    ...field(sheet, 'Nơi nhận hồ sơ', `${data.heading.agency} – ${data.heading.desk}`),
    ...field(sheet, 'Thời gian nộp', longInstant(data.submittedAt)),
    ...field(sheet, 'Cách nhận kết quả', data.resultAt),
    ...paragraph(sheet, bold('Giấy tờ đã gửi'), { before: 6, keep: true }),
    ...table(
      sheet,
      [
        { head: 'TT', share: 7, align: 'center' },
        { head: 'Giấy tờ', share: 40 },
        { head: 'Tệp', share: 29 },
        { head: 'Mã kiểm tra (SHA-256)', share: 24 }
      ],
      data.files.map((file, index) => [
        String(index + 1),
        file.paper,
        `${file.fileName} (${size(file.bytes)})`,
        file.sha256.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
      ]),
      { size: 8.8 }
    ),
    ...paragraph(sheet, bold('Việc tiếp theo'), { before: 7, keep: true }),
    ...data.next.flatMap((sentence, index) => paragraph(sheet, `${index + 1}. ${sentence}`, { indent: 12 })),
    ...paragraph(
      sheet,
      [
        'Xem hồ sơ đang ở đâu: quét mã QR ở trên, hoặc vào ',
        bold(data.lookUp.url),
        ' và nhập mã hồ sơ cùng số điện thoại đã khai. Cần giúp đỡ, xin gọi ',
        bold(unparted(data.lookUp.phone)),
        '.'
      ],
      { before: 6 }
    ),
    ...paragraph(
      sheet,
      italic(
        'Giấy này xác nhận hệ thống đã nhận được hồ sơ, chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả. ' +
          'Mã kiểm tra là 16 ký tự đầu của dấu vân tay điện tử của tệp: tệp bị sửa dù một chữ sẽ có mã khác.'
      ),
      { size: 8.8, before: 6 }
    )
  ]
}

export function printFilingConfirmation(data: FilingConfirmationData): Promise<Uint8Array> {
  return printA5({ title: `Xác nhận đã nộp hồ sơ trực tuyến ${data.code}`, author: data.heading.agency, at: data.submittedAt }, [
    { foot: data.code, strips: (sheet) => strips(sheet, data) }
  ])
}
