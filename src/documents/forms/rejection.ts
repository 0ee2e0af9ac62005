// Mẫu số 03: the desk does not take the dossier in, for which reason and by which article. At a desk two sign; online the officer alone.
import { dayOf } from '../../kernel/time.ts'
import { field, fieldPair, paragraph, signed } from '../layout.ts'
import { callToo, type Heading, type LookUp, longInstant, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold } from '../typesetting.ts'

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
} & ({ variant: 'desk'; code?: string } | { variant: 'online'; code: string; submittedAt: Temporal.Instant; trackingUrl: string })

const rejectionReference = 'Mẫu số 03 – Thông tư số 01/2018/TT-VPCP'

function strips(sheet: Sheet, data: RejectionData): Strip[] {
  const online = data.variant === 'online'
  const { applicant } = data
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference: rejectionReference, on: dayOf(data.issuedAt) }),
      titleBlock(sheet, {
        lines: ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'GIẢI QUYẾT HỒ SƠ'],
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
      ...paragraph(sheet, `Qua xem xét, ${data.heading.desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`, {
        before: 8,
        keep: true
      }),
      ...data.reasons.flatMap((reason) => paragraph(sheet, `– ${reason}`, { indent: 12, before: 3 })),
      ...(data.articles.length > 0 ? paragraph(sheet, ['Căn cứ: ', bold(`${data.articles.join('; ')}.`)], { before: 5 }) : []),
      ...(data.advice ? paragraph(sheet, data.advice, { before: 5 }) : []),
      ...paragraph(sheet, 'Xin thông báo cho Ông/Bà được biết và thực hiện.', { before: 5 }),
      ...paragraph(
        sheet,
        `Nếu có vướng mắc, Ông/Bà có thể tra cứu tại ${data.lookUp.url}${callToo(data.lookUp, data.clerk)} hoặc liên hệ với ${data.clerk.name}, ` +
          `số điện thoại ${unparted(data.clerk.phone)} để được hướng dẫn./.`,
        { before: 3 }
      )
    ],
    [
      ...(online ? [] : [{ title: 'NGƯỜI NỘP HỒ SƠ', name: applicant.name }]),
      { title: online ? 'NGƯỜI TỪ CHỐI TIẾP NHẬN' : 'NGƯỜI TIẾP NHẬN (TỪ CHỐI)', name: data.clerk.name }
    ]
  )
}

export function printRejection(data: RejectionData): Promise<Uint8Array> {
  return printA5(
    { title: `Phiếu từ chối tiếp nhận giải quyết hồ sơ ${data.code ?? data.number}`, author: data.heading.agency, at: data.issuedAt },
    [{ foot: data.code ?? `Số ${data.number}`, strips: (sheet) => strips(sheet, data) }]
  )
}
