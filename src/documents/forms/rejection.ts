// Mẫu số 03: the desk does not take the dossier in, for which reason and by which article. At a desk two sign; online the officer alone.
import { dayOf } from '../../kernel/time.ts'
import { field, fieldPair, paragraph, signed } from '../layout.ts'
import { callToo, type Heading, type LookUp, longInstant, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold } from '../typesetting.ts'
import { type Wording, wordsOn } from '../wording.ts'

export type RejectionData = {
  heading: Heading
  number: string
  issuedAt: Temporal.Instant
  /** Who handed it in; `owner` when that is for somebody else. */
  applicant: Person
  owner?: { name: string; address: string }
  procedure: string
  /** Each reason a paragraph. */
  reasons: string[]
  /** The rules it rests on, e.g. `Khoản 2 Điều 17 Nghị định số 61/2018/NĐ-CP`. */
  articles: string[]
  /** What the person can do next, in one sentence: the right desk, the right procedure. */
  advice?: string
  /** The address of the sealed facts, behind the QR code. */
  sealUrl?: string | undefined
  lookUp: LookUp
  clerk: { name: string; phone: string }
  wording?: Wording | undefined
} & ({ variant: 'desk'; code?: string } | { variant: 'online'; code: string; submittedAt: Temporal.Instant; trackingUrl: string })

function strips(sheet: Sheet, data: RejectionData): Strip[] {
  const online = data.variant === 'online'
  const { applicant, lookUp, clerk } = data
  const { say, lines } = wordsOn('rejection', data.wording)
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference: say('reference'), on: dayOf(data.issuedAt) }),
      titleBlock(sheet, {
        lines: lines('title'),
        code: data.code,
        ...qrOf(data)
      }),
      ...field(sheet, `${data.heading.desk} tiếp nhận hồ sơ của`, applicant.name, { strong: true, before: 8 }),
      ...(data.variant === 'online' ? field(sheet, 'Thời gian nộp', longInstant(data.submittedAt)) : []),
      ...(online ? field(sheet, 'Số căn cước/hộ chiếu', applicant.idNumber) : []),
      ...field(sheet, 'Địa chỉ', applicant.address),
      ...fieldPair(sheet, { label: 'Số điện thoại', value: applicant.phone }, { label: 'Email', value: applicant.email }, 0.45),
      ...(data.owner ? field(sheet, 'Chủ hồ sơ', data.owner.name) : []),
      ...field(sheet, 'Nội dung yêu cầu giải quyết', data.procedure, { strong: true }),
      ...paragraph(sheet, say('lead', { 'bộ phận': data.heading.desk }), {
        before: 8,
        keep: true
      }),
      ...data.reasons.flatMap((reason) => paragraph(sheet, `– ${reason}`, { indent: 12, before: 3 })),
      ...(data.articles.length > 0 ? paragraph(sheet, ['Căn cứ: ', bold(`${data.articles.join('; ')}.`)], { before: 5 }) : []),
      ...(data.advice ? paragraph(sheet, data.advice, { before: 5 }) : []),
      ...paragraph(sheet, say('close'), { before: 5 }),
      ...paragraph(
        sheet,
        say('help', { 'địa chỉ': lookUp.url, gọi: callToo(lookUp, clerk), 'công chức': clerk.name, 'điện thoại': unparted(clerk.phone) }),
        { before: 3 }
      )
    ],
    [...(online ? [] : [{ title: say('giver'), name: applicant.name }]), { title: say(online ? 'online' : 'atDesk'), name: clerk.name }]
  )
}

export function printRejection(data: RejectionData): Promise<Uint8Array> {
  return printA5(
    { title: `Phiếu từ chối tiếp nhận giải quyết hồ sơ ${data.code ?? data.number}`, author: data.heading.agency, at: data.issuedAt },
    [{ foot: data.code ?? `Số ${data.number}`, strips: (sheet) => strips(sheet, data) }]
  )
}
