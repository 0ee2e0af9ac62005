// The citizen's own paper, made from the answers of the procedure's form: every field that was asked, the declaration, who states it.
import type { Answers, Form, FormFacts, PartyFacts } from '../../forms/definition.ts'
import { sayAnswers } from '../../forms/saying.ts'
import { dayOf, formatDay, formatInstant, instantAt } from '../../kernel/time.ts'
import { paragraph, signed } from '../layout.ts'
import { longDay, titleBlock } from '../official.ts'
import { printA4, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'

export type FilledFormData = {
  form: Form
  answers: Answers
  facts: FormFacts
  /** Of a dossier that was filed; without it the paper is a preview. */
  code?: string | undefined
  filedAt?: Temporal.Instant | undefined
  trackingUrl?: string | undefined
  /** To whom it is addressed. */
  agencyName?: string | undefined
  /** An example with invented people. */
  sample?: boolean | undefined
}

/** A question keeps its mark, everything else is followed by a colon. */
const line = (sheet: Sheet, label: string, value: string): Strip[] =>
  paragraph(sheet, value ? [/[?:]$/.test(label) ? `${label} ` : `${label}: `, bold(value)] : /[?:]$/.test(label) ? label : `${label}:`, {
    dots: value === '',
    before: 2.5
  })

const section = (sheet: Sheet, title: string): Strip[] => paragraph(sheet, bold(title), { before: 7, keep: true })

function party(sheet: Sheet, title: string, { name, identityNumber, taxCode, bornOn, phone, email, address }: PartyFacts): Strip[] {
  const born = bornOn && bornOn.length > 4 ? formatDay(Temporal.PlainDate.from(bornOn)) : bornOn
  const known: [string, string | undefined][] = [
    ['Họ, chữ đệm, tên', taxCode ? undefined : name],
    ['Tên tổ chức, doanh nghiệp', taxCode ? name : undefined],
    ['Ngày sinh', born],
    ['Số định danh cá nhân', identityNumber],
    ['Mã số thuế', taxCode],
    ['Địa chỉ', address],
    ['Điện thoại', phone],
    ['Thư điện tử', email]
  ]
  return [...section(sheet, title), ...known.flatMap(([label, value]) => (value ? line(sheet, label, value) : []))]
}

function strips(sheet: Sheet, { form, answers, facts, code, filedAt, trackingUrl, agencyName, sample }: FilledFormData): Strip[] {
  const { whom, filer, applicant, today } = facts
  const pages = sayAnswers(form, answers, facts, 'vi')
  const on = filedAt ? dayOf(filedAt) : today
  const note = filedAt ? `(Đã cam đoan khi nộp trực tuyến lúc ${formatInstant(filedAt, 'vi')})` : '(Ký, ghi rõ họ tên)'
  return signed(
    sheet,
    [
      ...paragraph(sheet, italic(form.source), { size: 7.5, align: 'right', before: 0, keep: true }),
      ...paragraph(sheet, bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), { size: 10, align: 'center', before: 4, keep: true }),
      ...paragraph(sheet, bold('Độc lập - Tự do - Hạnh phúc'), { size: 10.5, align: 'center', before: 1, keep: true }),
      titleBlock(sheet, {
        lines: [form.title.vi.toLocaleUpperCase('vi')],
        ...(code
          ? { code, qr: trackingUrl }
          : { under: italic(sample ? 'Mẫu đã điền, người trong mẫu không có thật' : 'Bản xem trước, chưa nộp') })
      }),
      ...(agencyName ? paragraph(sheet, ['Kính gửi: ', bold(agencyName)], { align: 'center', before: 8 }) : []),
      ...party(sheet, 'Người yêu cầu', filer),
      ...(whom === 'self' ? [] : party(sheet, 'Yêu cầu cho', applicant)),
      ...pages.flatMap(({ page, lines }) => [...section(sheet, page), ...lines.flatMap(({ label, value }) => line(sheet, label, value))]),
      ...paragraph(
        sheet,
        'Tôi cam đoan những điều khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về những điều đã khai.',
        { before: 9 }
      ),
      ...paragraph(sheet, italic(`Hải Phòng, ${longDay(on)}`), { align: 'right', before: 8, keep: true })
    ],
    [{ title: 'NGƯỜI YÊU CẦU', note, name: filer.name }]
  )
}

/** The same answers make the same bytes. */
export function drawFilledForm(data: FilledFormData): Promise<Uint8Array> {
  const { form, facts, code, filedAt, sample } = data
  const title = code ? `${form.title.vi} ${code}` : form.title.vi
  const at = filedAt ?? instantAt(facts.today, '00:00')
  return printA4({ title, author: facts.filer.name, at }, [
    { foot: code ?? form.title.vi, strips: (sheet) => strips(sheet, data), across: sample ? 'MẪU' : undefined }
  ])
}
