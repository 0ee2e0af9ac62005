// Mẫu số 02: everything that is missing, with every reason, in one request; a second one is not allowed (NĐ 61/2018, Điều 11 and 17). Two copies.
import { dayOf } from '../../kernel/time.ts'
import { field, paragraph, signed } from '../layout.ts'
import { callToo, type Heading, type LookUp, longDay, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { type Part, printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'
import { type Wording, wordsOn } from '../wording.ts'
import { type PaperCount, papersTable, personFields } from './receipt.ts'

export type SupplementRequestData = {
  heading: Heading
  /** `07/HDHS` */
  number: string
  code: string
  issuedAt: Temporal.Instant
  trackingUrl: string
  /** The address of the sealed facts: the QR code then proves the paper instead of only finding the dossier. */
  sealUrl?: string | undefined
  /** Who handed it in; `owner` when that is for somebody else. */
  applicant: Person
  owner?: { name: string; address: string }
  procedure: string
  /** What is to be handed in, with the counts asked for. */
  papers: PaperCount[]
  /** Every reason, of every officer, in full. */
  reasons: string[]
  /** Until when to complete, where a rule sets a day. */
  completeBy?: Temporal.PlainDate
  lookUp: LookUp
  officer: { name: string; phone: string }
  wording?: Wording | undefined
}

function copy(sheet: Sheet, data: SupplementRequestData, note: string): Strip[] {
  const { say, lines } = wordsOn('supplement_request', data.wording)
  const { lookUp, officer } = data
  return signed(
    sheet,
    [
      ...officialHead(sheet, {
        heading: data.heading,
        number: data.number,
        reference: say('reference'),
        on: dayOf(data.issuedAt)
      }),
      titleBlock(sheet, {
        lines: lines('title'),
        under: italic(`(${note})`),
        ...qrOf(data),
        code: data.code
      }),
      ...personFields(sheet, 'Tiếp nhận hồ sơ của Ông/Bà', data.applicant),
      ...(data.owner ? field(sheet, 'Chủ hồ sơ', data.owner.name) : []),
      ...field(sheet, 'Nội dung yêu cầu giải quyết', data.procedure, { strong: true }),
      ...paragraph(sheet, say('lead'), { before: 6, keep: true }),
      ...papersTable(sheet, data.papers, 'Thành phần hồ sơ'),
      ...paragraph(sheet, bold('Lý do:'), { before: 6, keep: true }),
      ...data.reasons.flatMap((reason, index) => paragraph(sheet, `${index + 1}. ${reason}`, { indent: 12 })),
      ...(data.completeBy
        ? paragraph(sheet, ['Đề nghị Ông/Bà hoàn thiện hồ sơ chậm nhất hết ', bold(longDay(data.completeBy)), '.'], { before: 5 })
        : []),
      ...paragraph(sheet, say('restart'), { before: 3 }),
      ...paragraph(
        sheet,
        say('help', {
          'địa chỉ': lookUp.url,
          gọi: callToo(lookUp, officer),
          'công chức': officer.name,
          'điện thoại': unparted(officer.phone)
        }),
        { before: 3 }
      )
    ],
    [{ title: say('signer'), name: officer.name }]
  )
}

export function printSupplementRequest(data: SupplementRequestData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `${data.code} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA5({ title: `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ ${data.code}`, author: data.heading.agency, at: data.issuedAt }, [
    part('Liên 1: Lưu'),
    part('Liên 2: Giao người nộp')
  ])
}
