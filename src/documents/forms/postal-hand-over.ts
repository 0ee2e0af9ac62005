// Biên bản giao nhận hồ sơ: the post hands dossiers to the desk. The moment of signing is the legal filing time (QĐ 45/2016, Điều 7.4). Two copies.
import { formatMoney, moneyInWords } from '../../kernel/money.ts'
import { dayOf } from '../../kernel/time.ts'
import { paragraph, signed, table } from '../layout.ts'
import { type Heading, longInstant, officialHead, titleBlock } from '../official.ts'
import { type Part, printA5, type Sheet, type Strip } from '../pdf.ts'
import { bold, italic } from '../typesetting.ts'

/** `condition` in words: `Đủ`, `Thiếu 01 bản chứng thực`. Fee in đồng as handed over with it. */
type HandedDossier = {
  slipNumber: string
  code: string
  sender: string
  papers: number
  sealNumber: string
  condition: string
  fee: number
}

export type PostalHandOverData = {
  heading: Heading
  number: string
  signedAt: Temporal.Instant
  post: { office: string; clerk: string }
  clerk: { name: string; title: string }
  dossiers: HandedDossier[]
  note?: string
}

const postalHandOverReference = 'Theo Điều 7 Quyết định số 45/2016/QĐ-TTg'

function copy(sheet: Sheet, data: PostalHandOverData, note: string): Strip[] {
  const sum = data.dossiers.reduce((total, { fee }) => total + fee, 0)
  return signed(
    sheet,
    [
      ...officialHead(sheet, { heading: data.heading, number: data.number, reference: postalHandOverReference, on: dayOf(data.signedAt) }),
      titleBlock(sheet, { lines: ['BIÊN BẢN GIAO NHẬN HỒ SƠ', 'QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH'], under: italic(`(${note})`) }),
      ...paragraph(
        sheet,
        ['Hôm nay, hồi ', bold(longInstant(data.signedAt)), `, tại ${data.heading.desk}, ${data.heading.agency}, hai bên gồm:`],
        {
          before: 8
        }
      ),
      ...paragraph(sheet, ['Bên giao: ', bold(data.post.clerk), `, nhân viên bưu chính, ${data.post.office}.`]),
      ...paragraph(sheet, ['Bên nhận: ', bold(data.clerk.name), `, ${data.clerk.title}.`]),
      ...paragraph(sheet, `Hai bên đã cùng đếm, đối chiếu với Phiếu gửi hồ sơ và giao nhận ${data.dossiers.length} hồ sơ sau đây:`, {
        keep: true,
        before: 4
      }),
      ...table(
        sheet,
        [
          { head: 'TT', share: 6, align: 'center' },
          { head: 'Phiếu gửi', share: 17 },
          { head: 'Mã hồ sơ', share: 21 },
          { head: 'Người gửi', share: 20 },
          { head: 'Giấy tờ', share: 9, align: 'center' },
          { head: 'Niêm phong', share: 13 },
          { head: 'Tình trạng', share: 14 }
        ],
        data.dossiers.map((dossier, index) => [
          String(index + 1),
          dossier.slipNumber,
          dossier.code,
          dossier.sender,
          String(dossier.papers).padStart(2, '0'),
          dossier.sealNumber,
          dossier.condition
        ]),
        { size: 8.5 }
      ),
      ...paragraph(
        sheet,
        sum > 0
          ? ['Phí, lệ phí giao cùng hồ sơ: ', bold(formatMoney(sum)), italic(` (Bằng chữ: ${moneyInWords(sum)})`)]
          : 'Phí, lệ phí giao cùng hồ sơ: không có.',
        { before: 6 }
      ),
      ...(data.note ? paragraph(sheet, `Ghi chú: ${data.note}`) : []),
      ...paragraph(
        sheet,
        ['Thời điểm ký biên bản này là ', bold('thời điểm nộp hồ sơ'), ' theo khoản 4 Điều 7 Quyết định số 45/2016/QĐ-TTg.'],
        {
          before: 4
        }
      ),
      ...paragraph(sheet, 'Biên bản lập thành 02 liên, mỗi bên giữ 01 liên.', { before: 2 })
    ],
    [
      { title: 'BÊN GIAO', name: data.post.clerk },
      { title: 'BÊN NHẬN', name: data.clerk.name }
    ]
  )
}

export function printPostalHandOver(data: PostalHandOverData): Promise<Uint8Array> {
  const part = (note: string): Part => ({ foot: `Biên bản số ${data.number} – ${note}`, strips: (sheet) => copy(sheet, data, note) })
  return printA5({ title: `Biên bản giao nhận hồ sơ ${data.number}`, author: data.heading.agency, at: data.signedAt }, [
    part('Liên 1: Cơ quan giữ'),
    part('Liên 2: Bưu chính giữ')
  ])
}
