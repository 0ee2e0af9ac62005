// Mẫu số 04: the agency cannot keep the day it named, says why, apologises and names a new one, once (NĐ 61/2018/NĐ-CP Điều 19 khoản 9).
import { dayOf } from '../../kernel/time.ts'
import { paragraph, signed } from '../layout.ts'
import { type Heading, type LookUp, longDay, longInstant, officialHead, type Person, qrOf, titleBlock, unparted } from '../official.ts'
import { printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold } from '../typesetting.ts'
import { type Wording, wordsOn } from '../wording.ts'

export type ApologyData = {
  heading: Heading
  /** `07/PXL` */
  number: string
  code: string
  issuedAt: Temporal.Instant
  trackingUrl: string
  sealUrl?: string | undefined
  /** The form names nobody's address. */
  applicant: Pick<Person, 'name'> & { isOrganisation?: boolean }
  procedure: string
  /** When the agency took the dossier in. */
  receivedAt: Temporal.Instant
  oldDueAt: Temporal.Instant
  newDueAt: Temporal.Instant
  /** Each a sentence without its full stop. */
  causes: string[]
  lookUp: LookUp
  /** The head who signed. */
  signer: string
  wording?: Wording | undefined
}

function strips(sheet: Sheet, data: ApologyData): Strip[] {
  const { agency } = data.heading
  const { say, lines } = wordsOn('apology', data.wording)
  const named = { 'cơ quan': agency }
  const { applicant, oldDueAt, newDueAt } = data
  const text = (content: Parameters<typeof paragraph>[1]) => paragraph(sheet, content, { before: 5, indent: 0 })
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference: say('reference'), on: dayOf(data.issuedAt) }),
      titleBlock(sheet, { lines: lines('title'), code: data.code, ...qrOf(data) }),
      ...paragraph(sheet, ['Kính gửi: ', bold(applicant.isOrganisation ? applicant.name : `Ông/Bà ${applicant.name}`)], { before: 8 }),
      ...text([
        `${capital(longDay(dayOf(data.receivedAt)))}, ${agency} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục `,
        bold(data.procedure),
        ` của Ông/Bà; mã số: ${data.code}.`
      ]),
      ...text(['Thời gian hẹn trả kết quả: ', bold(longInstant(oldDueAt)), '.']),
      ...text(say('missed', named)),
      ...text([bold('Lý do: '), `${data.causes.join('; ')}.`]),
      ...text([`${say('sorry', named)} `, bold(longInstant(newDueAt)), '.']),
      ...text(say('close')),
      ...paragraph(sheet, say('help', { 'địa chỉ': data.lookUp.url, gọi: unparted(data.lookUp.phone) }), { before: 6, size: 8.5 })
    ],
    [{ title: say('signer'), note: '(Ký tên, đóng dấu)', name: data.signer }]
  )
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

export const printApology = (data: ApologyData): Promise<Uint8Array> =>
  printA5({ title: `Phiếu xin lỗi và hẹn lại ngày trả kết quả ${data.code}`, author: data.heading.agency, at: data.issuedAt }, [
    { foot: data.code, strips: (sheet) => strips(sheet, data) }
  ])
